# Sourced by the benchmarks: times whole processes by the wall clock of bash.

set -euo pipefail

# The program under test: the first argument, or the release build.
scarp=$(realpath -e "${1:-.build/release/scarp}" 2>/dev/null) || {
  echo "There is no program at ${1:-.build/release/scarp}: run make build first." >&2
  exit 2
}
runs=${SCARP_BENCH_RUNS:-11}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# median_ms COUNT COMMAND...: the median time of COUNT runs, in milliseconds with one decimal.
# A run that fails ends the benchmark with what it said.
median_ms() {
  local count=$1 start end i
  shift
  for ((i = 0; i < count; i++)); do
    start=${EPOCHREALTIME/./}
    "$@" >"$work/said" 2>&1 || {
      echo "failed: $*" >&2
      cat "$work/said" >&2
      exit 1
    }
    end=${EPOCHREALTIME/./}
    echo $((end - start))
  done | sort -n | awk '{ t[NR] = $1 } END { printf "%.1f\n", t[int((NR + 1) / 2)] / 1000 }'
}

# verdict NAME MILLISECONDS LIMIT: prints one line; counts those over their limit.
failures=0
verdict() {
  if awk "BEGIN { exit !($2 < $3) }"; then
    printf '%-44s %8s ms   under %s ms\n' "$1" "$2" "$3"
  else
    printf '%-44s %8s ms   OVER %s ms\n' "$1" "$2" "$3"
    failures=$((failures + 1))
  fi
}
