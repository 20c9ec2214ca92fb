#!/usr/bin/env bash
# Times a whole study that has not changed since it last ran: everything comes from the cache.
#
#   benchmarks/unchanged.sh [SCARP] [STUDY] [DATA]
#
# The limit is 150 ms for the whole process. Without a study the one of Ecuador is taken, with the
# data below SCARP_DATA (../shared/data if that is not set).
source "$(dirname "$0")/timing.sh"

study=${2:-notebooks/ecuador.md}
data=${3:-${SCARP_DATA:-../shared/data}/ecuador-lsl}
for needed in "$study" "$data"; do
  [ -e "$needed" ] || { echo "There is nothing at $needed." >&2; exit 2; }
done
# A copy, so that the cache beside it starts empty and goes with it.
cp "$study" "$work/study.md"
# With the bibliography that lies beside it.
for works in "$(dirname "$study")"/*.bib; do
  if [ -e "$works" ]; then cp "$works" "$work/"; fi
done
run=("$scarp" run "$work/study.md" --data "$(realpath "$data")" -q -o "$work/study.html")

first=$(median_ms 1 "${run[@]}")
cp "$work/study.html" "$work/first.html"
again=$(median_ms "$runs" "${run[@]}")
cmp -s "$work/first.html" "$work/study.html" || {
  echo "The report changed, though nothing else did." >&2
  exit 1
}
printf '%-44s %8s ms\n' "scarp run, first time" "$first"
verdict "scarp run, nothing changed" "$again" 150
exit $((failures > 0))
