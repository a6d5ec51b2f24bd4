#!/usr/bin/env bash
# Makes the quality figures of src/site/markdown/benchmarks.md again.
#
#   src/bench/benchmarks.sh BENCHMARKS [voice|babe|polnear|prefix ...]
#
# BENCHMARKS is a folder with voice-dev.csv, babe-loaded.csv and polnear-attribution.csv. Needs the packaged program.
# Models and logs go to target/benchmarks.
set -euo pipefail
sets=$(cd "$1" && pwd)
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
framing=$PWD/target/framing/bin/framing
out=target/benchmarks
mkdir -p "$out"

train() { # NAME LABELS... : trains, keeps the log, prints what was measured
  local name=$1
  shift
  "$framing" train "$@" --out "$out/$name" --overwrite >"$out/$name.log" 2>&1
  grep -E 'folds|macro-F1 ' "$out/$name.log" | sed "s/^/$name: /"
}

judge() { # NAME LABELS...
  local name=$1
  shift
  "$framing" evaluate "$@" --quiet >"$out/$name.evaluation.txt"
  grep -E 'units in|macro-F1|accuracy|calibration' "$out/$name.evaluation.txt" | sed "s/^/$name: /"
}

attribution() { # SPLIT ROWS FILE
  java -cp 'target/framing/lib/*' src/bench/AttributionInTwoClasses.java "$sets/polnear-attribution.csv" "$1" "$2" 1 "$3"
}

corpus=(training-data/conflict-news/articles.csv --codebook training-data/conflict-news/codebook.yaml)
for part in "${@:-voice babe polnear prefix}"; do
  for set in $part; do
    case $set in
      voice)
        judge bundled "$sets/voice-dev.csv" --model models/conflict-news-en
        judge bundled-int8 "$sets/voice-dev.csv" --model models/conflict-news-en --precision int8
        train frozen "${corpus[@]}" --tier frozen
        judge frozen "$sets/voice-dev.csv" --model "$out/frozen"
        ;;
      babe)
        train babe-frozen "$sets/babe-loaded.csv" --facet label --tier frozen --cross-validate 5
        train babe-frozen-by-outlet "$sets/babe-loaded.csv" --facet label --tier frozen --cross-validate 5 --group-column group
        train babe-tuned "$sets/babe-loaded.csv" --facet label --tuned-layers 4 --epochs 3 --cross-validate 5
        ;;
      polnear)
        attribution all 7000 "$out/polnear-7000.csv"
        attribution train 7000 "$out/polnear-train.csv"
        attribution dev 0 "$out/polnear-dev.csv"
        train polnear-frozen "$out/polnear-7000.csv" --facet attribution --group-column article --tier frozen --cross-validate 5
        train polnear-tuned "$out/polnear-train.csv" --facet attribution --group-column article --tuned-layers 4 --epochs 3
        head -n 4001 "$out/polnear-train.csv" >"$out/polnear-4000.csv"
        for tier in frozen tuned; do
          train "polnear-4000-$tier" "$out/polnear-4000.csv" --facet attribution --group-column article --tier "$tier" --tuned-layers 4 --epochs 3
          judge "polnear-4000-$tier" "$out/polnear-dev.csv" --group-column article --model "$out/polnear-4000-$tier"
        done
        judge polnear-tuned "$out/polnear-dev.csv" --group-column article --model "$out/polnear-tuned"
        ;;
      prefix)
        for prefix in "" "query: "; do
          train "babe-prefix-${prefix%%:*}" "$sets/babe-loaded.csv" --facet label --tier frozen --prefix "$prefix" --cross-validate 5
          train "frozen-prefix-${prefix%%:*}" "${corpus[@]}" --tier frozen --prefix "$prefix"
          judge "frozen-prefix-${prefix%%:*}" "$sets/voice-dev.csv" --model "$out/frozen-prefix-${prefix%%:*}"
        done
        ;;
      *)
        echo "benchmarks.sh: no part \"$set\" (voice, babe, polnear, prefix)" >&2
        exit 2
        ;;
    esac
  done
done
