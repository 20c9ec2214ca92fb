#!/usr/bin/env bash
# Times slope, aspect and ruggedness of a raster of 4000 x 4000 cells, from file to file and as whole
# processes, against gdaldem, each beside the other in one run; then a whole study of one slope.
#
#   benchmarks/terrain.sh [SCARP]
#
# The limit is that gdaldem takes at least 1.5 times as long. Beside SCARP scarp-bench must have been
# built: swift build -c release --product scarp-bench. Needs gdal-bin, and python3 with a network for
# numpy, which makes the terrain; SCARP_BENCH_CACHE keeps it between runs.
source "$(dirname "$0")/timing.sh"

bench=$(dirname "$scarp")/scarp-bench
[ -x "$bench" ] || { echo "There is no program at $bench." >&2; exit 2; }
environment=${SCARP_BENCH_CACHE:-$work}/numpy
if [ ! -x "$environment/bin/pip" ] || ! "$environment/bin/python" -c "import numpy" 2>/dev/null; then
  { python3 -m venv "$environment" && "$environment/bin/pip" install -q numpy; } >"$work/said" 2>&1 ||
    { echo "numpy could not be installed: $(tail -1 "$work/said")" >&2; exit 2; }
fi
mkdir -p "$work/data"
"$environment/bin/python" - "$work/data" <<'PYTHON'
import sys
import numpy as np

# Fractal terrain: white noise, its spectrum falling with the square of the frequency.
n, folder = 4000, sys.argv[1]
rng = np.random.default_rng(1)
k = np.hypot(np.fft.fftfreq(n)[:, None], np.fft.rfftfreq(n)[None])
k[0, 0] = 1
z = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((n, n))) * k ** -2.0, s=(n, n))
(1500 + 500 * z / z.std()).astype("<f4").tofile(f"{folder}/dem.raw")
with open(f"{folder}/dem.hdr", "w") as header:
    header.write(
        f"ENVI\nsamples = {n}\nlines = {n}\nbands = 1\nheader offset = 0\n"
        "file type = ENVI Standard\ndata type = 4\ninterleave = bsq\nbyte order = 0\n"
        "map info = {UTM, 1, 1, 500000, 4700000, 10, 10, 54, North, WGS-84}\n")
PYTHON
dem=$work/data/dem.tif
gdal_translate -q "$work/data/dem.raw" "$dem"
rm "$work/data/dem.raw"

# pairs NAME LIMIT OURS -- THEIRS: runs both in turn; the ratio is that of the medians.
pairs() {
  local name=$1 limit=$2 ours=() theirs=() a=() b=() i
  shift 2
  while [ "$1" != -- ]; do ours+=("$1"); shift; done
  shift
  theirs=("$@")
  for ((i = 0; i < runs; i++)); do
    a+=("$(median_ms 1 "${ours[@]}")")
    b+=("$(median_ms 1 "${theirs[@]}")")
  done
  local mine yours ratio
  mine=$(printf '%s\n' "${a[@]}" | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }')
  yours=$(printf '%s\n' "${b[@]}" | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }')
  ratio=$(awk "BEGIN { printf \"%.2f\", $yours / $mine }")
  local word=
  if awk "BEGIN { exit !($ratio < $limit) }"; then
    word="  BELOW $limit"
    failures=$((failures + 1))
  fi
  printf '%-44s %8s ms   gdaldem %8s ms   ratio %s%s\n' "$name" "$mine" "$yours" "$ratio" "$word"
}

for word in slope aspect tri; do
  mode=$word
  [ "$word" = tri ] && mode=TRI
  pairs "$word, file to file" 1.5 "$bench" terrain "$word" "$dem" "$work/ours.tif" -- \
    gdaldem "$mode" -q "$dem" "$work/theirs.tif"
done

# A study reads and hashes its input, takes statistics of both layers, and writes a report: no limit.
printf -- '---\ntitle: "Slope"\nscarp: 1\nseed: 1\n---\n\n```{scarp}\ndem = read raster "dem.tif" in m\nslope = slope of dem in degrees\n```\n' \
  >"$work/slope.md"
pairs "scarp run, a study of one slope" 0 "$scarp" run "$work/slope.md" --data "$work/data" \
  --no-cache -q -o "$work/slope.html" -- gdaldem slope -q "$dem" "$work/theirs.tif"
exit $((failures > 0))
