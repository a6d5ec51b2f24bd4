#!/usr/bin/env bash
# Times whole commands on this machine: start-up, scoring in both precisions, training on 3,000 sentences of about 30
# words (the frozen tier, then the tuned tier with 4 layers and 3 epochs). Prints seconds and peak memory.
#
#   src/bench/speed.sh ARTICLES
#
# ARTICLES is any input of framing score. Needs the packaged program. Work files go to target/benchmarks.
set -euo pipefail
articles=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=target/benchmarks
mkdir -p "$out"

python3 - "$articles" "$out" <<'PYTHON'
import csv, os, re, subprocess, sys, time

articles, out = sys.argv[1:]
framing = "target/framing/bin/framing"
model = "models/conflict-news-en"


def run(name, *arguments, until=None):
    """Runs framing; the seconds until it ends, or until it says something, and its peak memory in MB."""
    begin = time.time()
    process = subprocess.Popen([framing, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = ""
    for line in process.stderr:
        said += line
        if until and until in line:
            first = time.time() - begin
            until = None
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{name} failed:\n{said}")
    rate = re.findall(r"([\d,]+) sentences/s", said)
    print(
        f"{name}: {time.time() - begin:.1f} s, {usage.ru_maxrss / 1024:.0f} MB"
        + (f", {rate[-1]} sentences/s past start-up" if rate else "")
        + (f", first line after {first:.2f} s" if "first" in locals() else "")
    )


with open("training-data/conflict-news/articles.csv", newline="", encoding="utf-8") as file:
    rows = [row for row in csv.DictReader(file) if 22 <= len(row["text"].split()) <= 42][:3000]
print(f"{len(rows)} training sentences of {sum(len(r['text'].split()) for r in rows) / len(rows):.1f} words on average")
with open(f"{out}/3000.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["text", "voice"])
    writer.writerows([row["text"], row["voice"]] for row in rows)

for repeat in range(3):
    for precision in ("fp32", "int8"):
        run(f"score {precision}", "score", articles, "--model", model, "--out", f"{out}/speed.csv", "--overwrite",
            "--precision", precision, until="Scoring ")
training = ["train", f"{out}/3000.csv", "--facet", "voice", "--out", f"{out}/speed", "--overwrite"]
os.environ["FRAMING_CACHE"] = f"{out}/no-cache"
subprocess.run(["rm", "-rf", f"{out}/no-cache"], check=True)
run("train frozen", *training, "--tier", "frozen")
run("train tuned", *training, "--tier", "tuned", "--top-layer", "12", "--tuned-layers", "4", "--epochs", "3")
PYTHON
