#!/usr/bin/env bash
# Times a notebook of twenty statements of one word each, from text to HTML, against Jupyter's
# nbconvert with twenty cells that do the same, in one run.
#
#   benchmarks/startup.sh [SCARP]
#
# The limit is 60 ms for the whole process. SCARP_BENCH_CACHE names a folder that keeps the Python
# environment of the peer between runs; without python3 or a network the peer is left out.
source "$(dirname "$0")/timing.sh"

{
  printf -- '---\ntitle: "Twenty statements"\nscarp: 1\nseed: 1\n---\n'
  for i in $(seq 1 20); do
    printf '\n```{scarp}\nn%d = setting %d "number %d"\n```\n' "$i" "$i" "$i"
  done
} >"$work/twenty.md"
mkdir -p "$work/data"

ours=$(median_ms "$runs" "$scarp" run "$work/twenty.md" --no-cache -q -o "$work/twenty.html")
verdict "scarp run, 20 statements to HTML" "$ours" 60

environment=${SCARP_BENCH_CACHE:-$work}/jupyter
if [ ! -x "$environment/bin/jupyter" ]; then
  { python3 -m venv "$environment" && "$environment/bin/pip" install -q nbconvert ipykernel; } \
    >"$work/said" 2>&1 || echo "The peer could not be installed: $(tail -1 "$work/said")" >&2
fi
if [ -x "$environment/bin/jupyter-nbconvert" ]; then
  {
    printf '{"cells": ['
    for i in $(seq 1 20); do
      [ "$i" = 1 ] || printf ','
      printf '{"cell_type": "code", "execution_count": null, "id": "c%d", "metadata": {}, ' "$i"
      printf '"outputs": [], "source": "n%d = %d"}' "$i" "$i"
    done
    printf '], "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", '
    printf '"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}\n'
  } >"$work/twenty.ipynb"
  theirs=$(median_ms 3 "$environment/bin/jupyter" nbconvert --execute --to html \
    "$work/twenty.ipynb" --output-dir "$work/theirs")
  printf '%-44s %8s ms   ratio %.0f\n' "jupyter nbconvert --execute, 20 cells" "$theirs" \
    "$(awk "BEGIN { print $theirs / $ours }")"
fi
exit $((failures > 0))
