#!/usr/bin/env python3
"""How grouping grows: 1,000 to 1,000,000 items made from headline files, time and memory, beside scikit-learn.

usage: scale.py FOLDER [SIZE ...] [--no-sklearn]   FOLDER with headlines-*.jsonl {title, source, published, gold}

The generator keeps the files' statistics: stories are drawn with their size and their words, and each further round through
the files is another world, in which every word that fewer than one headline in 500 has is another word. So stories stay as
large and as alike as they are, and their number grows with the items. PIPELINE is the command before the verb.
"""
import json
import math
import os
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict

PIPELINE = shlex.split(os.environ.get("PIPELINE", "dotnet run -c Release --project src/Pipeline.Host --"))
LIMITS = {100_000: (60, 1536), 1_000_000: (900, 8192)}


def stories(folder):
    found = defaultdict(list)
    for path in sorted(pathlib.Path(folder).glob("headlines-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["gold"]].append(row)
    return list(found.values())


def generate(groups, size, file):
    everyday = Counter(word for group in groups for row in group for word in set(re.findall(r"[A-Za-z]+", row["title"])))
    common = {word for word, count in everyday.items() if count * 500 > sum(map(len, groups))}
    chance, made, world = random.Random(7), 0, 0
    with open(file, "w", encoding="utf-8") as out:
        while made < size:
            suffix = "" if world == 0 else "".join(chr(97 + int(digit)) for digit in str(world)) + "q"
            for group in chance.sample(groups, len(groups)):
                for row in group[: size - made]:
                    title = re.sub(r"[A-Za-z]+", lambda word: word[0] if word[0] in common else word[0] + suffix, row["title"])
                    out.write(json.dumps({"id": made, "title": title, "source": row["source"], "url": f"https://news.example/{made}",
                                          "published": row["published"], "language": "en"}) + "\n")
                    made += 1
            world += 1


def measured(command):
    """Wall and CPU seconds, peak MB."""
    begun = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{command} failed ({status})")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


SKLEARN = """
import json, sys
from sklearn.cluster import MiniBatchKMeans
from sklearn.feature_extraction.text import TfidfVectorizer
titles = [json.loads(line)["title"] for line in open(sys.argv[1], encoding="utf-8")]
matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(titles)
MiniBatchKMeans(max(2, len(titles) // 60), n_init=1, random_state=1).fit(matrix)
"""


def main():
    groups, sizes = stories(sys.argv[1]), [int(size) for size in sys.argv[2:] if size.isdigit()] or [1_000, 10_000, 100_000, 1_000_000]
    points = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = os.path.join(folder, f"{size}.jsonl")
            generate(groups, size, file)
            wall, cpu, memory = measured([*PIPELINE, "inspect", "stories", file])
            points.append((size, cpu))
            limit = LIMITS.get(size)
            verdict = "" if limit is None else "  within" if cpu <= limit[0] and memory <= limit[1] else "  OVER"
            print(f"{size:>9,} items  wall {wall:7.1f} s  CPU {cpu:7.1f} s  {memory:7.0f} MB{verdict}", flush=True)
            # MiniBatchKMeans holds a dense centre for every sixty items: beyond this it would not fit.
            if size <= 10_000 and "--no-sklearn" not in sys.argv:
                wall, cpu, memory = measured(["/usr/bin/python3", "-c", SKLEARN, file])
                print(f"{'':>9}  scikit-learn  wall {wall:7.1f} s  CPU {cpu:7.1f} s  {memory:7.0f} MB", flush=True)
            os.remove(file)
    for (small, fast), (large, slow) in zip(points, points[1:]):
        print(f"slope {small:,} to {large:,}: {math.log(slow / fast) / math.log(large / small):.2f}")


if __name__ == "__main__":
    main()
