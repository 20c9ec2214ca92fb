#!/usr/bin/env bash
# Times scarp check on each study of a folder: names, types, units, shapes and leakage of the whole
# text, without running anything.
#
#   benchmarks/check.sh [SCARP] [FOLDER]
#
# The limit is 50 ms for the whole process. Studies whose data are not here end with exit code 3 and
# a message for each file, which counts as checked.
source "$(dirname "$0")/timing.sh"

folder=${2:-../shared/design/notebooks}
[ -d "$folder" ] || { echo "There is no folder at $folder." >&2; exit 2; }

check() {
  local code=0
  "$scarp" check "$1" || code=$?
  [ "$code" = 0 ] || [ "$code" = 3 ] || [ "$code" = 4 ]
}
shopt -s nullglob
studies=("$folder"/*.md)
[ "${#studies[@]}" -gt 0 ] || { echo "There is no study in $folder." >&2; exit 2; }
for study in "${studies[@]}"; do
  verdict "scarp check $(basename "$study")" "$(median_ms "$runs" check "$study")" 50
done
exit $((failures > 0))
