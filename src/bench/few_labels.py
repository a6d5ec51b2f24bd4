"""Trains on a handful of labels, as framing train does by itself, and judges on all others.

usage: python3 src/bench/few_labels.py BENCHMARKS [PER_CLASS] [DRAWS] [OPTION...]      (16 10)

BENCHMARKS is a folder with babe-loaded.csv. Needs the packaged program. Options go to framing train. Prints macro-F1 of
each draw, their mean and standard deviation.
"""

import csv
import json
import random
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sets = sys.argv[1]
per_class, draws = (sys.argv[2:4] + ["16", "10"][len(sys.argv[2:4]):])
options = sys.argv[4:]
out = Path("target/benchmarks")
out.mkdir(parents=True, exist_ok=True)
framing = "target/framing/bin/framing"
with open(Path(sets) / "babe-loaded.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))


def write(path, some):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "label"])
        writer.writerows([row["text"], row["label"]] for row in some)


scores = []
for draw in range(int(draws)):
    order = rows[:]
    random.Random(draw).shuffle(order)
    by_label = defaultdict(list)
    for row in order:
        by_label[row["label"]].append(row)
    few = [row for labelled in by_label.values() for row in labelled[:int(per_class)]]
    rest = [row for labelled in by_label.values() for row in labelled[int(per_class):]]
    write(out / "few.csv", few)
    write(out / "rest.csv", rest)
    subprocess.run([framing, "train", out / "few.csv", "--facet", "label", "--out", out / "few", "--overwrite", "--quiet",
                    *options], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([framing, "evaluate", out / "rest.csv", "--model", out / "few", "--json", out / "few.json", "--quiet"],
                   check=True, stdout=subprocess.DEVNULL)
    with open(out / "few.json", encoding="utf-8") as file:
        scores.append(json.load(file)["label"]["scores"]["macro_f1"]["value"])
    print(f"draw {draw + 1}: macro-F1 {scores[-1]:.3f}", flush=True)
print(f"{per_class} labels a class, {draws} draws: macro-F1 {statistics.mean(scores):.3f}, "
      f"standard deviation {statistics.stdev(scores):.3f}")
