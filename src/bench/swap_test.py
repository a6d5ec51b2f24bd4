"""How much a target's name alone moves its stance: the same sentences with different names.

usage: python3 src/bench/swap_test.py [MODEL] [PRECISION]      (models/conflict-news-en int8)

Needs the packaged program. Scores training-data/conflict-news/swap-test.csv, whose sentences each stand there with six names,
and prints, over sentences, the mean difference of P(critical) between two names, and how often the code is the intended one.
"""

import csv
import itertools
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

model, precision = (sys.argv[1:3] + ["models/conflict-news-en", "int8"][len(sys.argv[1:3]):])
out = Path("target/benchmarks")
out.mkdir(parents=True, exist_ok=True)
with open("training-data/conflict-news/swap-test.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
with open(out / "swap.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["doc_id", "seq", "text"])
    writer.writerows([f"{place}", 0, row["text"]] for place, row in enumerate(rows))
names = sorted({row["target"] for row in rows})
with open(out / "swap.yaml", "w", encoding="utf-8") as file:
    file.write("targets:\n" + "".join(f'  - {{id: "{name}", aliases: ["{name}"]}}\n' for name in names))
subprocess.run(["target/framing/bin/framing", "score", out / "swap.csv", "--unit", "sentence", "--model", model, "--precision",
                precision, "--targets", out / "swap.yaml", "--out", out / "swap.scores.csv", "--overwrite", "--quiet"], check=True)
critical, right = defaultdict(list), defaultdict(list)
with open(out / "swap.scores.csv.stance.csv", newline="", encoding="utf-8") as file:
    for score in csv.DictReader(file):
        row = rows[int(score["doc_id"])]
        if score["target_id"] == row["target"]:
            critical[row["sentence"]].append(float(score["p_stance_critical"]))
            right[row["stance"]].append(score["stance"] == row["stance"])
changes = [statistics.mean(abs(a - b) for a, b in itertools.combinations(values, 2)) for values in critical.values()]
print(f"{len(changes)} sentences, {sum(map(len, critical.values()))} names: mean change of P(critical) "
      f"{statistics.mean(changes):.3f}, largest {max(changes):.3f}")
for stance, hits in right.items():
    print(f"{stance}: {statistics.mean(hits):.3f} of {len(hits)} as intended")
