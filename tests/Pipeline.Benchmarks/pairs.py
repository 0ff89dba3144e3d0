#!/usr/bin/env python3
"""Stories against hand-labelled pairs: Chinese snippets of one event, and a Chinese and an English item of one.

usage: pairs.py FOLDER          with pairs-zh-same-event.jsonl {source, target, label} and
                                pairs-zh-en.jsonl {zh_date, zh_title, en_date, en_text}
PIPELINE is the command before the verb. All distinct texts of a file are grouped in one call. Whatever was tuned was
tuned on the half that is printed first (by a hash of the pair's first text); the other half is the report. URLs are taken
out of the text, as they alone would join what was paired by them. "unconnected" are joins between items that no chain of
pairs connects: right or wrong, that takes a reader, so a sample is printed with --sample N.
"""
import hashlib
import json
import os
import pathlib
import random
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict

PIPELINE = shlex.split(os.environ.get("PIPELINE", "dotnet run -c Release --project src/Pipeline.Host --"))


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def stories(items):
    """The story of every item, by its key."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "items.jsonl")
        file.write_text("".join(json.dumps({"id": str(n), **item}, ensure_ascii=False) + "\n" for n, item in enumerate(items.values())), encoding="utf-8")
        out = subprocess.run([*PIPELINE, "inspect", "stories", str(file)], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    return dict(zip(items, [json.loads(line)["story"] for line in out.splitlines()]))


def is_tuning(text):
    return hashlib.sha256(text.encode("utf-8")).digest()[0] % 2 == 0


def same_event(path):
    rows = rows_of(path)
    items = {text: {"title": "", "text": text, "source": f"s{n}"} for n, text in enumerate(dict.fromkeys(row[side].strip() for row in rows for side in ("source", "target")))}
    story = stories(items)
    for half, name in ((True, "tuned on"), (False, "report")):
        counts = defaultdict(int)
        for row in rows:
            if is_tuning(row["source"]) == half:
                counts[str(row["label"]) == "1", story[row["source"].strip()] == story[row["target"].strip()]] += 1
        right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
        print(f"{path.name} {name}: pairs {sum(counts.values())}  precision {right / max(1, right + wrong):.4f}"
              f"  recall {right / max(1, right + missed):.4f}  F1 {2 * right / max(1, 2 * right + wrong + missed):.4f}")


def without_urls(text):
    return re.sub(r"https?://\S+", "", re.sub(r"\]\([^)]*\)", "]", text))


def across(path, sample):
    rows, items, pairs = rows_of(path), {}, []
    for row in rows:
        zh, en = ("zh", row["zh_date"], row["zh_title"]), ("en", row["en_date"], row["en_text"])
        items[zh] = {"title": row["zh_title"], "published": row["zh_date"] + "T00:00:00Z"}
        items[en] = {"title": "", "text": without_urls(row["en_text"]), "published": row["en_date"] + "T00:00:00Z"}
        pairs.append((zh, en))
    story = stories(items)
    for half, name in ((True, "tuned on"), (False, "report")):
        some = [pair for pair in pairs if is_tuning(pair[0][2]) == half]
        print(f"{path.name} {name}: pairs {len(some)}  in one story {sum(story[zh] == story[en] for zh, en in some) / len(some):.4f}")
    root = {item: item for item in items}
    for zh, en in pairs:
        old, new = root[zh], root[en]
        for item in root:
            root[item] = new if root[item] == old else root[item]
    groups = defaultdict(list)
    for item in items:
        groups[story[item]].append(item)
    joins = [(one, other) for group in groups.values() for n, one in enumerate(group) for other in group[:n]]
    strange = [(one, other) for one, other in joins if root[one] != root[other]]
    print(f"{path.name}: items {len(items)}  joins {len(joins)}  unconnected {len(strange)} ({100 * len(strange) / max(1, len(joins)):.1f} %)")
    for one, other in random.Random(5).sample(joins, min(sample, len(joins))):
        print(f"  {'?' if root[one] != root[other] else ' '} {one[1]} {one[2][:100]!r}\n    {other[1]} {other[2][:100]!r}")


def main():
    sample = int(sys.argv[3]) if sys.argv[2:3] == ["--sample"] else 0
    same_event(pathlib.Path(sys.argv[1], "pairs-zh-same-event.jsonl"))
    across(pathlib.Path(sys.argv[1], "pairs-zh-en.jsonl"), sample)


if __name__ == "__main__":
    main()
