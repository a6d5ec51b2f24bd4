#!/usr/bin/env bash
# How much asking about targets slows scoring: runs with and without, in turn.
#
#   src/bench/targets.sh ARTICLES [TARGETS] [ROUNDS]      (training-data/conflict-news/targets.yaml 5)
#
# ARTICLES is anything that framing score reads. Needs the packaged program. Prints the medians of sentences a second, start-up
# left out, and their ratio. For 20 targets give a file with 20.
set -euo pipefail
articles=$1
targets=${2:-training-data/conflict-news/targets.yaml}
rounds=${3:-5}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=target/benchmarks
mkdir -p "$out"

rate() { # NAME OPTION... : scores, prints sentences a second
  local name=$1
  shift
  target/framing/bin/framing score "$articles" --model models/conflict-news-en --out "$out/$name.csv" --overwrite --quiet "$@"
  python3 -c 'import json, sys; s = json.load(open(sys.argv[1]))["summary"]; print(s["sentences"] / s["timings"]["scoring"])' \
    "$out/$name.csv.summary.json"
}

for _ in $(seq "$rounds"); do
  printf '%s\t%s\n' "$(rate without)" "$(rate with --targets "$targets")"
done | python3 -c '
import statistics, sys
pairs = [tuple(map(float, line.split())) for line in sys.stdin]
without, with_targets = map(statistics.median, zip(*pairs))
ratio = statistics.median(b / a for a, b in pairs)
print(f"sentences a second: {without:.0f} without targets, {with_targets:.0f} with; median ratio {ratio:.3f}")'
