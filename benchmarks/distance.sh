#!/usr/bin/env bash
# Times distances on 4000 x 4000 cells from file to file, whole processes, against gdal_proximity.py
# with the same cells: to the cells that hold 1, and exactly to points at their centres.
#
#   benchmarks/distance.sh [SCARP]
#
# Both take turns, and medians are compared: ours must be at least 2 times as fast. Beside SCARP
# scarp-bench must have been built: swift build -c release --product scarp-bench. Needs python3 and the
# tools of GDAL.
source "$(dirname "$0")/timing.sh"

bench=$(dirname "$scarp")/scarp-bench
[ -x "$bench" ] || { echo "There is no $bench: build it first." >&2; exit 2; }

for needed in gdal_proximity.py gdal_translate ogr2ogr; do
  command -v "$needed" >/dev/null || { echo "There is no $needed: install gdal-bin." >&2; exit 2; }
done

# 3,200 cells at random, as a raster and as points at their centres.
python3 - "$work" <<'PYTHON'
import random, sys

side, folder = 4000, sys.argv[1]
random.seed(1)
cells = random.sample(range(side * side), 3200)
mask = bytearray(side * side)
for cell in cells:
    mask[cell] = 1
open(f"{folder}/mask.raw", "wb").write(mask)
open(f"{folder}/mask.hdr", "w").write(
    f"ENVI\nsamples = {side}\nlines = {side}\nbands = 1\nheader offset = 0\n"
    "file type = ENVI Standard\ndata type = 1\ninterleave = bsq\nbyte order = 0\n"
    "map info = {UTM, 1, 1, 500000, 4700000, 10, 10, 54, North, WGS-84}\n")
with open(f"{folder}/points.csv", "w") as table:
    print("x,y", file=table)
    for cell in cells:
        print(500005 + cell % side * 10, 4699995 - cell // side * 10, sep=",", file=table)
PYTHON
gdal_translate -q -a_srs EPSG:32654 "$work/mask.raw" "$work/mask.tif"
ogr2ogr -a_srs EPSG:32654 -oo X_POSSIBLE_NAMES=x -oo Y_POSSIBLE_NAMES=y "$work/points.gpkg" \
  "$work/points.csv"

for ((i = 0; i < runs; i++)); do
  rm -f "$work"/{peer,cells,points}.tif
  median_ms 1 gdal_proximity.py -q "$work/mask.tif" "$work/peer.tif" -ot Float32 -distunits GEO \
    >>"$work/peer"
  median_ms 1 "$bench" distance cells "$work/mask.tif" "$work/cells.tif" >>"$work/cells"
  median_ms 1 "$bench" distance features "$work/points.gpkg" "$work/mask.tif" "$work/points.tif" \
    >>"$work/points"
done
median() { sort -g "$work/$1" | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }

peer=$(median peer)
printf '%-44s %8s ms\n' "gdal_proximity.py" "$peer"
for kind in cells points; do
  ours=$(median $kind)
  ratio=$(awk "BEGIN { printf \"%.1f\", $peer / $ours }")
  if awk "BEGIN { exit !($ratio >= 2) }"; then verdict=""; else verdict="   UNDER 2"; failures=1; fi
  printf '%-44s %8s ms   ratio %s%s\n' "distance to $kind" "$ours" "$ratio" "$verdict"
done
for kind in cells points; do gdal_translate -q -of ENVI "$work/$kind.tif" "$work/$kind.img"; done
cmp -s "$work/cells.img" "$work/points.img" || {
  echo "The distances to cells and to points at their centres differ." >&2
  failures=1
}
exit $((failures > 0))
