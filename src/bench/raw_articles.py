"""Turns articles of the training corpus, whose units were written one by one, back into the raw text that a splitter gets.

    python3 src/bench/raw_articles.py chosen|held-out

Prints a fixture of src/test/resources/framing/corpus: one paragraph a line, a broken bar where one unit ends and the next
begins. A part has twelve articles drawn by a hash of their id, and twelve of those richest in what is hard (abbreviations,
initials, decimals, ellipses, quotations that end a sentence); no article is in both parts. In each article the body stands in paragraphs of one to five units, all on one line, or on one line with a third of the spaces between
sentences lost; some have their paragraphs marked by bullets in the running line.
"""

import csv
import hashlib
import random
import re
import sys

BAR = "¦"
ARTICLES = 12
LONGEST = 28
HARD = re.compile(r"\b[A-Za-z]{1,5}\.(?=[ \w,)])|\d\.\d|…|\.\.\.|[.,?!][\"”’] ")


def articles():
    units = {}
    with open("training-data/conflict-news/articles.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["role"] == "body":
                units.setdefault(row["doc_id"], []).append(row["text"].strip())
    long = [name for name in units if len(units[name]) >= 12]
    drawn = sorted(long, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[: 2 * ARTICLES]
    hard = {name: sum(len(HARD.findall(unit)) for unit in units[name][:LONGEST]) for name in long if name not in drawn}
    hardest = sorted(hard, key=lambda name: (-hard[name], name))[: 2 * ARTICLES]
    return [(name, units[name][:LONGEST]) for name in drawn + hardest]


def ends(unit):
    """Whether it closes like a sentence; after one that does not, only a line end could tell."""
    return re.search(r"[.?!…][\"'”’)\]]*$", unit) is not None


def paragraphs(units, chance, form):
    lines, line = [], []
    for unit in units:
        line.append(unit)
        if not ends(unit) or (form == 0 and chance.random() < 0.4) or (form == 0 and len(line) == 5):
            lines.append(line)
            line = []
    return lines + [line] * bool(line)


def joined(line, chance, form):
    text = line[0]
    for unit in line[1:]:
        lost = form == 2 and chance.random() < 0.33 and unit[0].isupper()
        bullet = "• " if form == 1 and chance.random() < 0.15 else ""
        text += BAR + ("" if lost else " ") + bullet + unit
    return text


part = {"chosen": 0, "held-out": 1}[sys.argv[1]]
print("# Raw articles with their boundaries, made by src/bench/raw_articles.py and then read and mended by hand.")
for place, (name, units) in enumerate(articles()[part::2]):
    chance = random.Random(name)
    print(f"\n# {name}")
    for line in paragraphs(units, chance, place % 3):
        print(joined(line, chance, place % 3))
