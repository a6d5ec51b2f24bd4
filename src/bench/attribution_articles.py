"""Prepares polnear-attribution.csv in reading order: whole articles, each row with its article and its place in it.

usage: python3 src/bench/attribution_articles.py IN.csv SPLIT ROWS OUT.csv

Articles are drawn at random (seed 1) until they have ROWS coded rows; the last one is cut there. ROWS 0 takes all. Partly
attributed rows keep their place and are left uncoded.
"""

import csv
import random
import sys
from collections import defaultdict

source, split, wanted, target = sys.argv[1:]
articles = defaultdict(list)
with open(source, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["split"] == split:
            articles[row["group"]].append(row)
names = sorted(articles)
random.Random(1).shuffle(names)
coded = 0
with open(target, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["doc_id", "seq", "text", "attribution"])
    for name in names:
        for seq, row in enumerate(articles[name]):
            if coded == int(wanted) > 0:
                break
            code = {"unattributed": "unattributed", "partly_attributed": ""}.get(row["label"], "attributed")
            coded += code != ""
            writer.writerow([name, seq, row["text"], code])
