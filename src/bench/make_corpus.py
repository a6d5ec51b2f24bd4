"""Writes a corpus of any size, made of the training articles with their numbers varied.

usage: python3 src/bench/make_corpus.py ROWS OUT.csv [--short] [--distinct N]

Rows are articles of the length of our own; with --short, single sentences. Row i is text i mod N with other numbers in
it every time round, so that no two rows are equal; with --distinct N there are only N different rows, which repeat.
"""

import argparse
import csv
import random
import re

parser = argparse.ArgumentParser()
parser.add_argument("rows", type=int)
parser.add_argument("out")
parser.add_argument("--short", action="store_true")
parser.add_argument("--distinct", type=int, default=0)
arguments = parser.parse_args()

articles = {}
with open("training-data/conflict-news/articles.csv", newline="", encoding="utf-8") as file:
    for unit in csv.DictReader(file):
        articles.setdefault(unit["doc_id"], []).append(unit)
if arguments.short:
    texts = [("", unit["text"]) for article in articles.values() for unit in article if unit["role"] == "body"]
else:
    texts = [
        (
            next((unit["text"] for unit in article if unit["role"] == "headline"), ""),
            "\n\n".join(unit["text"] for unit in article if unit["role"] != "headline"),
        )
        for article in articles.values()
    ]


def varied(text, seed):
    """The text with each of its numbers replaced by another of as many digits, and one put behind its last word."""
    chance = random.Random(seed)
    other = re.sub(r"\d+", lambda digits: str(chance.randrange(10 ** len(digits[0]))), text)
    return re.sub(r"(\w)(\W*)$", rf"\1 {seed}\2", other)


with open(arguments.out, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["id", "title", "text", "outlet"])
    for row in range(arguments.rows):
        seed = row % arguments.distinct if arguments.distinct else row
        title, text = texts[seed % len(texts)]
        writer.writerow([f"a{row}", title, varied(text, seed), f"outlet {row % 17}"])
