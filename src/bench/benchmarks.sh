#!/usr/bin/env bash
# Makes the quality figures of src/site/markdown/benchmarks.md again.
#
#   src/bench/benchmarks.sh BENCHMARKS [voice|held-out|babe|polnear|stance|prefix|windows|layers ...]
#
# BENCHMARKS is a folder with voice-dev.csv, babe-loaded.csv, polnear-attribution.csv and newsmtsc-target.csv. Needs the packaged program.
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

first_articles() { # the first 264 articles of the corpus, those of its first sessions, for trials that take minutes
  python3 -c 'import csv, sys
rows = csv.DictReader(sys.stdin)
writer = csv.DictWriter(sys.stdout, ["doc_id", "seq", "role", "text", "voice", "loaded"], extrasaction="ignore")
writer.writeheader()
writer.writerows(row for row in rows if row["doc_id"] < "WA")' <training-data/conflict-news/articles.csv
}

attribution_rows() { # rows of the train split drawn over all articles, read one by one
  attribution train 7000 "$out/polnear-train.csv"
  head -n 4001 "$out/polnear-train.csv" >"$out/polnear-4000.csv"
  attribution dev 0 "$out/polnear-dev.csv"
}

attribution_articles() { # whole articles in reading order
  python3 src/bench/attribution_articles.py "$sets/polnear-attribution.csv" train 4000 "$out/articles-train.csv"
  python3 src/bench/attribution_articles.py "$sets/polnear-attribution.csv" dev 0 "$out/articles-dev.csv"
}

codebook=training-data/conflict-news/codebook.yaml
for part in "${@:-voice held-out babe polnear stance prefix}"; do
  for set in $part; do
    case $set in
      voice)
        judge bundled "$sets/voice-dev.csv" --model models/conflict-news-en
        judge bundled-fp32 "$sets/voice-dev.csv" --model models/conflict-news-en --precision fp32
        first_articles >"$out/first.csv"
        for tier in frozen tuned; do
          train "first-$tier" "$out/first.csv" --codebook "$codebook" --tier "$tier"
          judge "first-$tier" "$sets/voice-dev.csv" --model "$out/first-$tier"
        done
        ;;
      held-out)
        judge held-out training-data/conflict-news/held-out.csv --model models/conflict-news-en
        for kind in "transcript" "monitor's report" "live blog"; do
          python3 -c 'import csv, sys
rows = csv.DictReader(sys.stdin)
writer = csv.DictWriter(sys.stdout, rows.fieldnames)
writer.writeheader()
writer.writerows(row for row in rows if row["kind"] == sys.argv[1])' "$kind" <training-data/conflict-news/held-out.csv >"$out/kind.csv"
          judge "held-out, $kind" "$out/kind.csv" --model models/conflict-news-en
        done
        ;;
      babe)
        train babe-frozen "$sets/babe-loaded.csv" --facet label --tier frozen --cross-validate 5
        train babe-frozen-by-outlet "$sets/babe-loaded.csv" --facet label --tier frozen --cross-validate 5 --group-column group
        babe=("$sets/babe-loaded.csv" --facet label --cross-validate 5)
        train babe-tuned "${babe[@]}" --epochs 3
        train babe-tuned-two-seeds "${babe[@]}" --epochs 3 --seeds 2
        train babe-tuned-slowly "${babe[@]}" --epochs 4 --learning-rate 7e-5
        train babe-tuned-by-outlet "${babe[@]}" --epochs 3 --group-column group
        train babe-tuned-to-12 "${babe[@]}" --epochs 3 --top-layer 12 --tuned-layers 8
        train babe-tuned-9-to-12 "${babe[@]}" --epochs 3 --top-layer 12 --tuned-layers 4
        ;;
      polnear)
        attribution all 7000 "$out/polnear-7000.csv"
        attribution_rows
        train polnear-frozen "$out/polnear-7000.csv" --facet attribution --group-column article --tier frozen --cross-validate 5
        train polnear-tuned "$out/polnear-train.csv" --facet attribution --group-column article --top-layer 12 --tuned-layers 4 --epochs 3
        for tier in frozen tuned; do
          train "polnear-4000-$tier" "$out/polnear-4000.csv" --facet attribution --group-column article --tier "$tier" --epochs 3
          judge "polnear-4000-$tier" "$out/polnear-dev.csv" --group-column article --model "$out/polnear-4000-$tier"
        done
        for seeds in 1 2; do
          train "polnear-4000-deep-$seeds" "$out/polnear-4000.csv" --facet attribution --group-column article --top-layer 12 --tuned-layers 8 --epochs 3 --seeds "$seeds"
          for precision in fp32 int8; do
            judge "polnear-4000-deep-$seeds-$precision" "$out/polnear-dev.csv" --group-column article --model "$out/polnear-4000-deep-$seeds" --precision "$precision"
          done
        done
        judge polnear-tuned "$out/polnear-dev.csv" --group-column article --model "$out/polnear-tuned"
        ;;
      stance)
        for split in train dev; do
          python3 -c 'import csv, sys
rows = csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8"))
writer = csv.DictWriter(sys.stdout, ["text", "label", "target"], extrasaction="ignore")
writer.writeheader()
writer.writerows(row for row in rows if row["split"] == sys.argv[2])' "$sets/newsmtsc-target.csv" "$split" >"$out/stance-$split.csv"
        done
        cut_target=(python3 -c 'import csv, sys
writer = csv.writer(sys.stdout)
writer.writerows(row[:2] for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8")))')
        "${cut_target[@]}" "$out/stance-train.csv" >"$out/stance-train-blind.csv"
        "${cut_target[@]}" "$out/stance-dev.csv" >"$out/stance-dev-blind.csv"
        train stance-blind "$out/stance-train-blind.csv" --facet label --tier frozen
        judge stance-blind "$out/stance-dev-blind.csv" --model "$out/stance-blind"
        train stance-frozen "$out/stance-train.csv" --facet label --tier frozen
        judge stance-frozen "$out/stance-dev.csv" --model "$out/stance-frozen"
        for top in 8 12; do
          train "stance-to-$top" "$out/stance-train.csv" --facet label --top-layer "$top" --tuned-layers 4 --epochs 3
          judge "stance-to-$top" "$out/stance-dev.csv" --model "$out/stance-to-$top"
        done
        ;;
      prefix)
        first_articles >"$out/first.csv"
        for prefix in "" "query: "; do
          train "babe-prefix-${prefix%%:*}" "$sets/babe-loaded.csv" --facet label --tier frozen --prefix "$prefix" --cross-validate 5
          train "frozen-prefix-${prefix%%:*}" "$out/first.csv" --codebook "$codebook" --tier frozen --prefix "$prefix"
          judge "frozen-prefix-${prefix%%:*}" "$sets/voice-dev.csv" --model "$out/frozen-prefix-${prefix%%:*}"
        done
        ;;
      windows) # 0: sentences one by one
        attribution_articles
        first_articles >"$out/first.csv"
        for window in 0 64 128 256; do
          train "articles-$window" "$out/articles-train.csv" --facet attribution --top-layer 8 --epochs 3 --window "$window"
          judge "articles-$window" "$out/articles-dev.csv" --model "$out/articles-$window" --precision fp32
          train "first-$window" "$out/first.csv" --codebook "$codebook" --top-layer 12 --tuned-layers 4 --epochs 3 --window "$window"
          judge "first-$window" "$sets/voice-dev.csv" --model "$out/first-$window" --precision fp32
        done
        ;;
      layers)
        attribution_rows
        first_articles >"$out/first.csv"
        for layers in "8 4" "10 6" "12 4" "12 8"; do
          train "rows-${layers/ /-}" "$out/polnear-4000.csv" --facet attribution --group-column article --top-layer "${layers% *}" --tuned-layers "${layers#* }" --epochs 3
          judge "rows-${layers/ /-}" "$out/polnear-dev.csv" --group-column article --model "$out/rows-${layers/ /-}" --precision fp32
          train "first-${layers/ /-}" "$out/first.csv" --codebook "$codebook" --top-layer "${layers% *}" --tuned-layers "${layers#* }" --epochs 3
          judge "first-${layers/ /-}" "$sets/voice-dev.csv" --model "$out/first-${layers/ /-}" --precision fp32
        done
        ;;
      *)
        echo "benchmarks.sh: no part \"$set\" (voice, held-out, babe, polnear, stance, prefix, windows, layers)" >&2
        exit 2
        ;;
    esac
  done
done
