#!/usr/bin/env bash
# Fills the sinks of a fractal DEM of 4000 x 4000 cells, routes water by D8 and makes the wetness
# index, against SAGA and whitebox-workflows, turn by turn in one run; prints the best of each.
#
#   benchmarks/hydrology.sh [SCARP-BENCH] [SIDE] [ROUNDS]
#
# The limits are 4 times SAGA, whose three tools are processes that read and write their files, and 1.3
# times whitebox-workflows, whose three tools work on rasters in memory. Ours is the whole from DEM file
# to the wetness in a file, with the slope, which the peers are given. SCARP_BENCH_CACHE names a folder
# that keeps the Python environment of the peer between runs; without saga_cmd, SAGA is left out.
source "$(dirname "$0")/timing.sh" "${1:-.build/release/scarp-bench}"

bench=$(dirname "$scarp")/scarp-bench
[ -x "$bench" ] || { echo "There is no program at $bench: build the product scarp-bench." >&2; exit 2; }
side=${2:-4000}
rounds=${3:-3}
environment=${SCARP_BENCH_CACHE:-$work}/whitebox
if [ ! -x "$environment/bin/python" ]; then
  { python3 -m venv "$environment" && "$environment/bin/pip" install -q numpy whitebox-workflows; } \
    >"$work/said" 2>&1 || { echo "The peer could not be installed: $(tail -1 "$work/said")" >&2; exit 2; }
fi

cat >"$work/dem.py" <<'PYTHON'
import sys
import numpy as np
folder, n = sys.argv[1], int(sys.argv[2])
rng = np.random.default_rng(1)
k = np.hypot(np.fft.fftfreq(n)[:, None], np.fft.rfftfreq(n)[None])
k[0, 0] = 1
z = np.fft.irfft2(np.fft.rfft2(rng.standard_normal((n, n))) * k ** -2.0, s=(n, n))
(1500 + 500 * z / z.std()).astype("<f4").tofile(f"{folder}/dem.raw")
open(f"{folder}/dem.hdr", "w").write(
    f"ENVI\nsamples = {n}\nlines = {n}\nbands = 1\nheader offset = 0\nfile type = ENVI Standard\n"
    "data type = 4\ninterleave = bsq\nbyte order = 0\n"
    "map info = {UTM, 1, 1, 500000, 4700000, 10, 10, 54, North, WGS-84}\n")
PYTHON
cat >"$work/whitebox.py" <<'PYTHON'
import sys, time
import whitebox_workflows as whitebox
folder = sys.argv[1]
tools = whitebox.WbEnvironment()
tools.verbose = False
water = tools.hydrology
dem = tools.read_raster(f"{folder}/dem.tif")
slope = tools.slope(dem)
def timed(name, work):
    start = time.perf_counter()
    result = work()
    print("whitebox", name, time.perf_counter() - start)
    return result
filled = timed("fill", lambda: water.fill_depressions(dem=dem))
flow = timed("d8", lambda: water.d8_flow_accum(input=filled, out_type="sca"))
timed("twi", lambda: water.wetness_index(sca=flow, slope=slope))
PYTHON
"$environment/bin/python" "$work/dem.py" "$work" "$side"
gdal_translate -q "$work/dem.raw" "$work/dem.tif"

# timed NAME COMMAND...: prints SAGA, the name, and the seconds that a process took.
timed() {
  local name=$1 start=${EPOCHREALTIME/./}
  shift
  "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
  echo "saga $name $(awk "BEGIN { print (${EPOCHREALTIME/./} - $start) / 1e6 }")"
}
saga() { saga_cmd -f=s -c=2 "$@"; }

if command -v saga_cmd >/dev/null; then
  saga io_gdal 0 -FILES "$work/dem.tif" -GRIDS "$work/dem.sgrd" >"$work/said"
  saga ta_morphometry 0 -ELEVATION "$work/dem.sgrd" -SLOPE "$work/slope.sgrd" >"$work/said"
fi
for ((round = 0; round < rounds; round++)); do
  "$bench" hydrology "$work/dem.tif" "$work/out.tif" | sed 's/^/scarp /'
  "$environment/bin/python" "$work/whitebox.py" "$work"
  if command -v saga_cmd >/dev/null; then
    timed fill saga ta_preprocessor 5 -ELEV "$work/dem.sgrd" -FILLED "$work/filled.sgrd" -MINSLOPE 0.01
    timed d8 saga ta_hydrology 0 -ELEVATION "$work/filled.sgrd" -FLOW "$work/flow.sgrd" -METHOD 0
    timed twi saga ta_hydrology 20 -SLOPE "$work/slope.sgrd" -AREA "$work/flow.sgrd" -TWI "$work/twi.sgrd"
  fi
done >"$work/times"

awk '
  !(($1, $2) in best) || $3 < best[$1, $2] { best[$1, $2] = $3 }
  function line(who, whole, limit) {
    ratio = whole / best["scarp", "twi"]
    printf "%-10s fill %6.2f s   d8 %6.2f s   twi %6.2f s   whole %6.2f s   ratio %.1f%s\n", who, \
      best[who, "fill"], best[who, "d8"], best[who, "twi"], whole, ratio, \
      ratio < limit ? "   UNDER " limit : ""
    if (ratio < limit) code = 1
  }
  function sum(who) { return best[who, "fill"] + best[who, "d8"] + best[who, "twi"] }
  END {
    printf "%-10s fill %6.2f s   d8 %6.2f s   whole, file to file %6.2f s\n", "scarp", \
      best["scarp", "fill"], best["scarp", "d8"], best["scarp", "twi"]
    line("whitebox", sum("whitebox"), 1.3)
    if (("saga", "fill") in best) line("saga", sum("saga"), 4)
    exit code
  }' "$work/times"
