"""Prints the tables of the training corpus's datasheet.

usage: python3 src/bench/corpus.py [training-data/conflict-news/articles.csv]
"""

import csv
import statistics
import sys
from collections import Counter, defaultdict

path = sys.argv[1] if len(sys.argv) > 1 else "training-data/conflict-news/articles.csv"
with open(path, newline="", encoding="utf-8") as file:
    units = list(csv.DictReader(file))
articles = defaultdict(list)
for unit in units:
    articles[unit["doc_id"]].append(unit)


def table(title, counts, of=None):
    print(f"\n| {title} | count |" + (" share |" if of else ""))
    print("|---|---:|" + ("---:|" if of else ""))
    for name, count in counts:
        print(f"| {name} | {count:,} |" + (f" {100 * count / of:.1f} % |" if of else ""))


print(f"{len(articles):,} articles, {len(units):,} units")
lengths = [len(article) for article in articles.values()]
print(f"units an article: {min(lengths)} to {max(lengths)}, median {statistics.median(lengths):.0f}, "
      f"over 22: {sum(length > 22 for length in lengths)}")
words = [len(unit["text"].split()) for unit in units if unit["role"] == "body"]
print(f"words a body unit: mean {statistics.mean(words):.1f}, over 30: {100 * sum(w > 30 for w in words) / len(words):.0f} %, "
      f"over 45: {sum(w > 45 for w in words)}, longest {max(words)}")
table("role", Counter(unit["role"] for unit in units).most_common())
table("voice", Counter(unit["voice"] for unit in units).most_common(), len(units))
table("loaded units by voice", Counter(unit["voice"] for unit in units if unit["loaded"] == "yes").most_common())
first = [article[0] for article in articles.values()]
for column in ("kind", "war", "camp"):
    table(column, Counter(article[column] for article in first).most_common(), len(first))
for facet in ("voice", "loaded"):
    one, two = f"{facet}_coder_1", f"{facet}_coder_2"
    differ = [unit for unit in units if unit[one] != unit[two]]
    sided = sum(unit[facet] == unit[two] for unit in differ)
    print(f"\n{facet}: coders differ on {len(differ)} units; the adjudicator took coder 2's side {sided} times")
    table("exchanged", [(" and ".join(pair), n) for pair, n in Counter(
        tuple(sorted((unit[one], unit[two]))) for unit in differ).most_common(6)])

wars = [war for war, _ in Counter(article["war"] for article in first).most_common()]
kinds = [kind for kind, _ in Counter(article["kind"] for article in first).most_common()]
print("\n| kind by war | " + " | ".join(wars) + " |\n|---|" + "---:|" * len(wars))
grid = Counter((article["kind"], article["war"]) for article in first)
for kind in kinds:
    print(f"| {kind} | " + " | ".join(str(grid[kind, war] or "") for war in wars) + " |")
