#!/usr/bin/env bash
# Times natural breaks, exact and in 5 classes, of 100,000 and of 1,000,000 numbers, against jenkspy
# with the same 100,000 numbers, in one run.
#
#   benchmarks/breaks.sh [SCARP-BENCH]
#
# The limits are 300 ms for a million numbers and 500 times jenkspy, by the time passed: ours on all
# processors, jenkspy on the one that it can use. SCARP_BENCH_CACHE names a folder that keeps the
# Python environment of the peer between runs; without python3 or a network the peer is left out.
source "$(dirname "$0")/timing.sh" "${1:-.build/release/scarp-bench}"

bench=$(dirname "$scarp")/scarp-bench
[ -x "$bench" ] || { echo "There is no program at $bench: build the product scarp-bench." >&2; exit 2; }

# least COUNT: the least time passed of a few runs, in milliseconds; what was found goes to
# COUNT.breaks.
least() {
  local i
  for ((i = 0; i < runs; i++)); do
    "$bench" breaks "$@" >"$work/said"
    awk '$1 == "breaks" { print $2 * 1000 }' "$work/said"
  done | sort -g | head -1
  tail -1 "$work/said" >"$work/$1.breaks"
}

small=$(least 100000)
large=$(least 1000000)
printf '%-44s %8s ms\n' "natural breaks, 100,000 numbers" "$small"
verdict "natural breaks, 1,000,000 numbers" "$large" 300

environment=${SCARP_BENCH_CACHE:-$work}/jenkspy
if [ ! -x "$environment/bin/python" ] || ! "$environment/bin/python" -c 'import jenkspy' 2>/dev/null; then
  { python3 -m venv "$environment" && "$environment/bin/pip" install -q numpy jenkspy; } \
    >"$work/said" 2>&1 || echo "The peer could not be installed: $(tail -1 "$work/said")" >&2
fi
if "$environment/bin/python" -c 'import jenkspy' 2>/dev/null; then
  "$environment/bin/python" - "$small" "$work/100000.breaks" <<'PYTHON' || failures=$((failures + 1))
import sys, time
import numpy, jenkspy

state, numbers = 88172645463325252, []
for _ in range(100_000):
    state ^= state << 13 & 0xFFFFFFFFFFFFFFFF
    state ^= state >> 7
    state ^= state << 17 & 0xFFFFFFFFFFFFFFFF
    numbers.append((state >> 11) / 9007199254740992)
numbers = numpy.float64(numpy.float32(numpy.square(numbers)))
start = time.perf_counter()
breaks = jenkspy.jenks_breaks(numbers, 5)
took = 1000 * (time.perf_counter() - start)
ratio = took / float(sys.argv[1])
print(f"{'jenkspy.jenks_breaks, 100,000 numbers':44} {took:8.0f} ms   ratio {ratio:.0f}"
      + ("" if ratio >= 500 else "   UNDER 500"))
ours = [float(x) for x in open(sys.argv[2]).read().split()]
same = numpy.allclose(ours, breaks[1:], rtol=0, atol=0)
print("the same breaks" if same else f"OTHER BREAKS: {ours} and {breaks[1:]}")
sys.exit(0 if same and ratio >= 500 else 1)
PYTHON
fi
exit $((failures > 0))
