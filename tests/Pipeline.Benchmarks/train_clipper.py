#!/usr/bin/env python3
"""Trains the forest that tells an article's lines from the rest of a page, and writes it as LineForest.txt.

usage: PIPELINE="dotnet PATH/TO/pipeline.dll" train_clipper.py FOLDER [--hold-out] [--out FILE] [--without PATTERN]

FOLDER holds gold.jsonl {file, url, language, text} with hand-cleaned text, and html/. The features come from the program
itself (`pipeline inspect article --features`), so that training and running can't differ. --hold-out leaves every fifth
page (by a hash of its name) out of training and reports on it; without it, all pages are trained on and the report is a
cross-validation by web host. --without leaves out the features whose names match, to see what they are worth: such a forest
is only reported on, never written.

A line is labelled by its four-word shingles: the article's if at least half of them are in the gold text, in order. Pages whose
gold is plainly not their text (cut off after two paragraphs, of another page) are found by a first cross-validation and left
out of the second training, as are very short lines whose label is open. Needs scikit-learn (Debian: python3-sklearn, 1.2).
"""
import argparse, base64, json, os, re, shlex, subprocess, sys, tempfile, zlib
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
THRESHOLD = 0.45    # recall is lost in whole pages, precision in lines: a little under even odds was best in cross-validation
TREES, LEAVES = 150, 16
NOISY_PRECISION, NOISY_RECALL = 0.45, 0.40


def tokens(text):
    return TOKEN.findall((text or "").lower())


def shingles(words):
    return [tuple(words[i:i + 4]) for i in range(len(words) - 3)] if len(words) > 3 else [tuple(words)] if words else []


def compare(gold, got):
    gold, got = Counter(shingles(tokens(gold))), Counter(shingles(tokens(got)))
    hit = sum((gold & got).values())
    return (hit / sum(got.values()) if got else float(not gold)), (hit / sum(gold.values()) if gold else float(not got))


def in_order(candidates):
    """The lines of the heaviest chain of (line, place in the gold, weight) that goes forward in both."""
    best, back = [], []
    for a, (line, place, weight) in enumerate(candidates):
        before, chosen = 0, -1
        for b in range(max(0, a - 400), a):
            if candidates[b][0] < line and candidates[b][1] < place and best[b] > before:
                before, chosen = best[b], b
        best.append(before + weight)
        back.append(chosen)
    chain, at = set(), int(np.argmax(best)) if best else -1
    while at >= 0:
        chain.add(candidates[at][0])
        at = back[at]
    return chain


def label(lines, gold):
    """(share of each line in the gold, whether that is known)."""
    words = tokens(gold)
    places = defaultdict(list)
    for i in range(len(words) - 3):
        places[tuple(words[i:i + 4])].append(i)
    whole = {tuple(tokens(line)) for line in gold.split("\n")}
    short = {tuple(words[i:i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
    share, known, candidates = np.zeros(len(lines)), np.ones(len(lines), bool), []
    split = [tokens(line) for line in lines]
    for i, line in enumerate(split):
        if len(line) > 3:
            made = shingles(line)
            hits = [k for k, shingle in enumerate(made) if shingle in places]
            share[i] = len(hits) / len(made)
            if share[i] >= .5:
                candidates += [(i, place - hits[0], len(line)) for place in places[made[hits[0]]][:6]]
        elif line:
            share[i] = tuple(line) in whole
            known[i] = share[i] or tuple(line) not in short
    chain = in_order(sorted(candidates, key=lambda c: (c[0], -c[1])))
    covered = {shingle for i in chain for shingle in shingles(split[i])}
    low, high = (min(chain), max(chain)) if chain else (0, 0)
    for i, line in enumerate(split):
        if len(line) > 3 and share[i] >= .5 and i not in chain:      # a teaser of what stands elsewhere
            made = shingles(line)
            share[i] = 0 if 2 * sum(s in covered for s in made) >= len(made) else share[i]
        elif len(line) <= 3 and not low - 3 <= i <= high + 3:
            share[i] = 0
    return share, known


def dumped(folder, gold):
    """What the program says of the pages' lines, a row of JSON a page."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as listing:
        for row in gold.values():
            listing.write(json.dumps({"file": row["file"], "url": row["url"]}) + "\n")
        listing.flush()
        command = shlex.split(os.environ.get("PIPELINE", "dotnet run -c Release --project src/Pipeline.Host --"))
        with subprocess.Popen([*command, "inspect", "article", "--features", "--list", listing.name, "--folder", str(folder / "html")],
                              stdout=subprocess.PIPE, encoding="utf-8") as run:
            yield from map(json.loads, run.stdout)
        if run.returncode != 0:
            sys.exit("the program failed")


def load(folder):
    with open(folder / "gold.jsonl", encoding="utf-8") as file:
        gold = {row["file"]: row for row in map(json.loads, filter(str.strip, file))}
    names, pages = [], []
    for row in dumped(folder, gold):
        if not row["lines"]:
            continue
        names, own = row["names"], gold[row["file"]]
        share, known = label(row["lines"], own["text"])
        length = np.array([len(tokens(text)) for text in row["lines"]])
        pages.append({
            "file": row["file"], "language": own["language"], "gold": own["text"], "lines": row["lines"],
            "gold_length": len(tokens(own["text"])), "length": length, "y": share >= .5, "known": known,
            "x": np.frombuffer(base64.b64decode(row["rows"]), "<f4").reshape(len(row["lines"]), -1),
            "host": zlib.crc32((urlparse(own["url"]).netloc or row["file"]).encode()), "held": zlib.crc32(row["file"].encode()) % 5 == 0})
    return names, pages


def rows(names, pages, columns):
    """What is trained on: each page weighs about the same, and of the lines that are plainly beside the article every fifth counts five times."""
    at = {name: i for i, name in enumerate(names)}
    random, xs, ys, ws = np.random.RandomState(7), [], [], []
    for page in pages:
        x, y = page["x"], page["y"]
        weight = np.minimum((page["length"] + 4) / max(120, page["gold_length"]), .25) * page["known"]
        plain = ((x[:, at["link-share"]] > .7) | (x[:, at["words"]] < 4) | (x[:, at["rules-in-body"]] == 0)) & (x[:, at["rules-keep"]] == 0) & ~y
        taken = (weight > 0) & (~plain | (random.rand(len(y)) < .2))
        xs.append(x[taken][:, columns])
        ys.append(y[taken])
        ws.append(np.where(plain, np.minimum(weight * 5, .5), weight)[taken])
    return np.concatenate(xs), np.concatenate(ys), np.concatenate(ws)


def fit(names, pages, columns):
    x, y, weight = rows(names, pages, columns)
    forest = HistGradientBoostingClassifier(max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=.1, min_samples_leaf=40,
                                            l2_regularization=5, early_stopping=False, random_state=1)
    return forest.fit(x, y, sample_weight=weight / weight.mean())


def cross(names, pages, columns, trained):
    """Probabilities for every page from a forest that saw no page of its host."""
    scores = [None] * len(pages)
    for seen, unseen in GroupKFold(5).split(pages, groups=[page["host"] for page in pages]):
        forest = fit(names, [pages[i] for i in seen if pages[i]["file"] in trained], columns)
        for i in unseen:
            scores[i] = forest.predict_proba(pages[i]["x"][:, columns])[:, 1]
    return scores


def measure(page, score):
    return compare(page["gold"], "\n".join(line for line, p in zip(page["lines"], score) if p >= THRESHOLD))


def report(title, pages, scores):
    by = defaultdict(list)
    for page, score in zip(pages, scores):
        by[page["language"]].append(measure(page, score))
    print(title + ": " + "  ".join(
        f"{language} p {p:.4f} r {r:.4f} F1 {2 * p * r / (p + r):.4f}" for language, p, r in
        ((language, np.mean([s[0] for s in all]), np.mean([s[1] for s in all])) for language, all in sorted(by.items()))), flush=True)


def preorder(nodes, i=0):
    node = nodes[i]
    if node["is_leaf"]:
        return [f"={node['value']:.5g}"]
    return [f"{node['feature_idx']}:{node['num_threshold']:.6g}", *preorder(nodes, node["left"]), *preorder(nodes, node["right"])]


def write(path, names, forest, count):
    lines = [f"# Trained {date.today():%Y-%m} by tests/Pipeline.Benchmarks/train_clipper.py on {count} hand-cleaned pages (English news, Chinese news,",
             "# the open web): which lines of a page are its article. Holds numbers alone, no text. Features; threshold; base; then a tree a line.",
             " ".join(names), str(THRESHOLD), f"{forest._baseline_prediction.ravel()[0]:.6g}"]
    lines += [" ".join(preorder(trees[0].nodes)) for trees in forest._predictors]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--hold-out", action="store_true")
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("--without")
    given = arguments.parse_args()
    names, pages = load(given.folder)
    columns = [i for i, name in enumerate(names) if not (given.without and re.search(given.without, name))]
    training = [page for page in pages if not (given.hold_out and page["held"])]
    first = cross(names, training, columns, {page["file"] for page in training})
    noisy = {page["file"] for page, score in zip(training, first) if (m := measure(page, score))[0] < NOISY_PRECISION or m[1] < NOISY_RECALL}
    print(f"{len(training)} pages, {len(columns)} features, left out as noise: {len(noisy)}")
    clean = {page["file"] for page in training} - noisy
    report("cross-validated", training, cross(names, training, columns, clean))
    forest = fit(names, [page for page in training if page["file"] in clean], columns)
    held = [page for page in pages if given.hold_out and page["held"]]
    if held:
        report("held out", held, [forest.predict_proba(page["x"][:, columns])[:, 1] for page in held])
    if given.out and not given.without:
        write(given.out, names, forest, len(clean))


if __name__ == "__main__":
    main()
