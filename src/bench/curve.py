"""How much the training corpus teaches: by its size in articles, and without each kind of outlet.

usage: python3 src/bench/curve.py BENCHMARKS [size] [kind] [OPTION...]      (size kind --tier frozen)

BENCHMARKS is a folder with voice-dev.csv, real articles. Needs the packaged program. Options go to framing train. Prints
macro-F1 and accuracy of voice, and macro-F1 of loaded, on the real articles; without a kind also on that kind's own units,
which the model has not seen. Articles are drawn whole, in an order shuffled once, so that each size contains the smaller.
"""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

sets, *rest = sys.argv[1:]
parts = [word for word in rest if word in ("size", "kind")] or ["size", "kind"]
options = [word for word in rest if word not in ("size", "kind")] or ["--tier", "frozen"]
corpus = Path("training-data/conflict-news")
out = Path("target/benchmarks")
out.mkdir(parents=True, exist_ok=True)
framing = "target/framing/bin/framing"
with open(corpus / "articles.csv", newline="", encoding="utf-8") as file:
    units = list(csv.DictReader(file))


def write(name, some):
    with open(out / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["doc_id", "seq", "role", "text", "voice", "loaded"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(some)
    return out / name


def train(some):
    subprocess.run([framing, "train", write("curve.csv", some), "--codebook", corpus / "codebook.yaml", "--out", out / "curve",
                    "--overwrite", "--quiet", *options], check=True, stdout=subprocess.DEVNULL)


def judge(labels):
    subprocess.run([framing, "evaluate", labels, "--model", out / "curve", "--json", out / "curve.json", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL)
    with open(out / "curve.json", encoding="utf-8") as file:
        facets = json.load(file)
    voice, loaded = facets["voice"]["scores"], facets["loaded"]["scores"]
    return f"{voice['macro_f1']['value']:.3f} | {voice['accuracy']['value']:.3f} | {loaded['macro_f1']['value']:.3f}"


real = Path(sets) / "voice-dev.csv"
articles = sorted({unit["doc_id"] for unit in units})
if "size" in parts:
    print("| articles | units | voice macro-F1 | accuracy | loaded macro-F1 |\n|---:|---:|---:|---:|---:|")
    order = articles[:]
    random.Random(1).shuffle(order)
    size = 45
    while size < 2 * len(order):
        chosen = set(order[:size])
        some = [unit for unit in units if unit["doc_id"] in chosen]
        train(some)
        print(f"| {len(chosen)} | {len(some):,} | {judge(real)} |", flush=True)
        size *= 2
if "kind" in parts:
    print("| left out | articles | voice macro-F1 | accuracy | loaded macro-F1 | the same, on the kind left out | | |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for kind in ["", *sorted({unit["kind"] for unit in units})]:
        train([unit for unit in units if unit["kind"] != kind])
        left = [unit for unit in units if unit["kind"] == kind]
        own = judge(write("kind.csv", left)) if left else " | | "
        print(f"| {kind or 'nothing'} | {len({unit['doc_id'] for unit in left}) or ''} | {judge(real)} | {own} |", flush=True)
