#!/usr/bin/env bash
# Times framing score on corpora made for the purpose. Needs the packaged program and Python 3; work files go to
# target/benchmarks.
#
#   src/bench/score.sh speed ARTICLES REPEATS [PEER...]
#       Scores ARTICLES articles in both precisions, REPEATS times in turn. PEER is a command that scores the same
#       sentences: it is given a CSV file with a column text, --threads N and, as its last line, prints N sentences/s.
#       Prints every rate, medians, ratios, and the shares of the time spent in ONNX Runtime and on checkpoints.
#   src/bench/score.sh memory ROWS...
#       Scores so many rows of one sentence, of 2,000 different ones. Prints seconds and peak memory of each.
#   src/bench/score.sh growth ARTICLES
#       Scores ARTICLES articles, then a hundred times as many. Prints times past start-up, and peak memory.
#
# THREADS (default: all cores) is for ours and the peer alike.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p target/benchmarks
exec python3 - "$@" <<'PYTHON'
import json, os, re, statistics, subprocess, sys, time

task, *rest = sys.argv[1:]
threads = os.environ.get("THREADS", str(os.cpu_count()))
folder = "target/benchmarks"


def corpus(name, rows, *options):
    path = f"{folder}/{name}.csv"
    subprocess.run([sys.executable, "src/bench/make_corpus.py", str(rows), path, *options], check=True)
    return path


def score(articles, *options):
    """Scores them; the summary, the seconds of the whole command and its peak memory in MB."""
    out = f"{folder}/scores.csv"
    begin = time.time()
    process = subprocess.Popen(
        ["target/framing/bin/framing", "score", articles, "--model", "models/conflict-news-en", "--out", out,
         "--overwrite", "--quiet", "--threads", threads, *options])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("framing score failed")
    with open(out + ".summary.json", encoding="utf-8") as file:
        return json.load(file)["summary"], time.time() - begin, usage.ru_maxrss / 1024


def rate(summary):
    return summary["sentences"] / summary["timings"]["scoring"]


def speed(articles, repeats, *peer):
    path = corpus("speed", articles)
    rates = {}
    for _ in range(int(repeats)):
        for precision in ("fp32", "int8"):
            summary, seconds, memory = score(path, "--precision", precision)
            times = summary["timings"]
            rates.setdefault(precision, []).append(rate(summary))
            print(f"{precision}: {rate(summary):.1f} sentences/s past start-up, {summary['sentences']} sentences in "
                  f"{seconds:.1f} s, {memory:.0f} MB; of the threads' time {100 * times['encoder'] / times['scoring'] / times['threads']:.1f} % "
                  f"in ONNX Runtime, {100 * times['checkpoints'] / times['scoring']:.2f} % on checkpoints", flush=True)
        if peer:
            said = subprocess.run([*peer, f"{folder}/scores.csv", "--threads", threads], check=True, text=True,
                                  stdout=subprocess.PIPE).stdout
            rates.setdefault("peer", []).append(float(re.findall(r"([\d.]+) sentences/s", said)[-1]))
            print(f"peer: {rates['peer'][-1]:.1f} sentences/s", flush=True)
    medians = {name: statistics.median(of) for name, of in rates.items()}
    print("medians: " + ", ".join(f"{name} {median:.1f} sentences/s" for name, median in medians.items()))
    for name in medians:
        if "peer" in medians and name != "peer":
            ratio = statistics.median(ours / theirs for ours, theirs in zip(rates[name], rates["peer"]))
            print(f"{name}: {ratio:.2f} times the peer (median of ratios)")


def memory(*sizes):
    for rows in sizes:
        summary, seconds, peak = score(corpus("short", rows, "--short", "--distinct", "2000"))
        print(f"{rows} rows: {seconds:.1f} s, {rate(summary):.0f} sentences/s past start-up, {peak:.0f} MB, "
              f"{summary['repeated']} sentences read before", flush=True)


def growth(articles):
    for rows in (int(articles), 100 * int(articles)):
        summary, seconds, peak = score(corpus("growth", rows))
        print(f"{rows} articles: {summary['sentences']} sentences, {summary['timings']['scoring']:.1f} s past start-up, "
              f"{1000 * summary['timings']['scoring'] / summary['sentences']:.3f} ms a sentence, {peak:.0f} MB", flush=True)


{"speed": speed, "memory": memory, "growth": growth}[task](*rest)
PYTHON
