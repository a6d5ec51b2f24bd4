"""Prints the tables of the training corpus's datasheet, of articles and of the stances in stance.csv beside them.

usage: python3 src/bench/corpus.py [training-data/conflict-news/articles.csv]
"""

import csv
import statistics
import sys
from collections import Counter, defaultdict
from pathlib import Path

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

with open(Path(path).with_name("stance.csv"), newline="", encoding="utf-8") as file:
    pairs = list(csv.DictReader(file))
coded = [pair for pair in pairs if not pair["swap_of"]]
swapped = [pair for pair in pairs if pair["swap_of"]]
stances = ("critical", "neutral", "supportive")
voices = {(unit["doc_id"], unit["seq"]): unit["voice"] for unit in units}


def stance_table(title, groups):
    print(f"\n| {title} | " + " | ".join(stances) + " | all |\n|---|" + "---:|" * (len(stances) + 1))
    for name, members in groups:
        counts = Counter(pair["stance"] for pair in members)
        print(f"| {name} | " + " | ".join(f"{counts[stance]:,}" for stance in stances) + f" | {len(members):,} |")


def grouped(rows, key):
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


from_articles = [pair for pair in coded if pair["doc_id"] in articles]
from_passages = [pair for pair in coded if pair["doc_id"] not in articles]
for name, rows in (("articles", from_articles), ("passages", from_passages), ("swapped", swapped)):
    print(f"\nstance, {name}: {len(rows):,} pairs, {len({(row['doc_id'], row['seq']) for row in rows}):,} sentences, "
          f"{len({row['doc_id'] for row in rows})} documents, {len({row['target'] for row in rows})} targets as written")
stance_table("rows", [("from articles", from_articles), ("from passages", from_passages), ("coded", coded),
                      ("swapped", swapped)])
stance_table("voice of the sentence", grouped(from_articles, lambda pair: voices[pair["doc_id"], pair["seq"]]))
stance_table("target as written", grouped(coded, lambda pair: pair["target"])[:12])
stance_table("target as written, with swapped rows", grouped(pairs, lambda pair: pair["target"])[:12])
differ = [pair for pair in coded if pair["stance_coder_1"] != pair["stance_coder_2"]]
sided = sum(pair["stance"] == pair["stance_coder_2"] for pair in differ)
print(f"\nstance: coders differ on {len(differ)} pairs; the adjudicator took coder 2's side {sided} times")
table("exchanged", [(" and ".join(codes), n) for codes, n in Counter(
    tuple(sorted((pair["stance_coder_1"], pair["stance_coder_2"]))) for pair in differ).most_common()])
