#!/usr/bin/env bash
# Grows random forests of 100 trees on 100,000 places with 16 columns, against scikit-learn with as
# many jobs as there are processors, turn by turn in one run; prints the best of each.
#
#   benchmarks/forest.sh [SCARP-BENCH] [ROWS] [ROUNDS]
#
# The limits are 20 times scikit-learn for the fit with histograms, 10 times with exact splits, 3 times
# for the probabilities of 20,000 other places, and an accuracy there that is no more than 0.3 points
# lower. SCARP_BENCH_CACHE names a folder that keeps the Python environment of the peer between runs.
source "$(dirname "$0")/timing.sh" "${1:-.build/release/scarp-bench}"

bench=$(dirname "$scarp")/scarp-bench
[ -x "$bench" ] || { echo "There is no program at $bench: build the product scarp-bench." >&2; exit 2; }
rows=${2:-100000}
rounds=${3:-3}
environment=${SCARP_BENCH_CACHE:-$work}/scikit-learn
if [ ! -x "$environment/bin/python" ]; then
  { python3 -m venv "$environment" && "$environment/bin/pip" install -q scikit-learn; } \
    >"$work/said" 2>&1 || { echo "The peer could not be installed: $(tail -1 "$work/said")" >&2; exit 2; }
fi
unset OPENBLAS_CORETYPE

cat >"$work/data.py" <<'PYTHON'
import sys
import numpy as np
from sklearn.datasets import make_classification
folder, n = sys.argv[1], int(sys.argv[2])
X, y = make_classification(n + 20000, 16, n_informative=10, n_redundant=2, flip_y=0.03,
                           class_sep=0.8, random_state=1)
X = X.astype(np.float32)
((X - X.min(0)) / (X.max(0) - X.min(0))).tofile(f"{folder}/X")
y.astype(np.uint8).tofile(f"{folder}/y")
PYTHON
cat >"$work/peer.py" <<'PYTHON'
import os, sys, time
import numpy as np
from sklearn.ensemble import RandomForestClassifier
folder, n = sys.argv[1], int(sys.argv[2])
X = np.fromfile(f"{folder}/X", np.float32).reshape(-1, 16)
y = np.fromfile(f"{folder}/y", np.uint8)
start = time.perf_counter()
model = RandomForestClassifier(100, n_jobs=os.cpu_count(), random_state=1).fit(X[:n], y[:n])
print("fit", time.perf_counter() - start)
took = []
for _ in range(5):
    start = time.perf_counter()
    p = model.predict_proba(X[n:])
    took.append(time.perf_counter() - start)
print("predict", min(took))
print("accuracy", ((p[:, 1] > 0.5) == y[n:]).mean())
PYTHON
"$environment/bin/python" "$work/data.py" "$work" "$rows"
for ((round = 0; round < rounds; round++)); do
  for splits in histogram exact; do
    "$bench" forest $splits "$work/X" "$work/y" "$rows" 16 100 | sed "s/^/$splits /"
  done
  "$environment/bin/python" "$work/peer.py" "$work" "$rows" | sed "s/^/peer /"
done >"$work/figures"

# best WHO WHAT: the least of a figure.
best() { awk -v who="$1" -v what="$2" '$1 == who && $2 == what { print $3 }' "$work/figures" | sort -g | head -1; }
# compare NAME OURS THEIRS LEAST: prints both and their ratio; counts a ratio under the least.
compare() {
  awk -v name="$1" -v ours="$2" -v theirs="$3" -v least="$4" 'BEGIN {
    ratio = theirs / ours
    said = (ratio >= least) ? "at least" : "UNDER"
    printf "%-44s %8.4f s   peer %8.4f s   ratio %5.1f   %s %d\n", name, ours, theirs, ratio, said, least
    exit (ratio < least) }' || failures=$((failures + 1))
}
printf 'scikit-learn %s, %s rows, accuracy %.4f; ours %.4f (histogram), %.4f (exact)\n' \
  "$("$environment/bin/python" -c 'import sklearn; print(sklearn.__version__)')" "$rows" \
  "$(best peer accuracy)" "$(best histogram accuracy)" "$(best exact accuracy)"
compare "fit 100 trees, histogram" "$(best histogram fit)" "$(best peer fit)" 20
compare "fit 100 trees, exact splits" "$(best exact fit)" "$(best peer fit)" 10
compare "probabilities of 20000 rows, histogram" "$(best histogram predict)" "$(best peer predict)" 3
compare "probabilities of 20000 rows, exact splits" "$(best exact predict)" "$(best peer predict)" 3
for splits in histogram exact; do
  awk "BEGIN { exit $(best $splits accuracy) < $(best peer accuracy) - 0.003 }" || failures=$((failures + 1))
done
exit $((failures > 0))
