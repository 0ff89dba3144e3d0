#!/usr/bin/env python3
"""Finds what the traits of a sentence (SentenceTraits.txt) are worth for telling its kind, and writes SentenceWeights.txt.

usage: train_sentences.py [REPOSITORY]

A multinomial logistic regression (Bishop, Pattern Recognition and Machine Learning, 4.3.4) over presence of traits, with a
quadratic penalty, by gradient descent from zero: the same input gives the same weights. It learns from tests/Cases/sentences/train.tsv
and prints how many sentences of test.tsv, which it does not see, it tells right. Lines are "kind TAB sentence".
"""
import math, pathlib, re, sys

KINDS = ["none", "consequence", "forecast", "signal", "advice"]
PENALTY, STEP, ROUNDS = 0.01, 0.5, 1500

def traits(path):
    parts, order = {}, []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if found := re.match(r"(\w+) = (.*)", line):
            parts[found[1]] = {"=": found[2]}
        else:
            found = re.match(r"(\w+) (en|zh|but): (.*)", line)
            parts.setdefault(found[1], {})[found[2]] = found[3]
        if found[1] not in order:
            order.append(found[1])
    return [(name, pattern(parts[name])) for name in order]

def pattern(part):
    if "=" in part:
        return re.compile("(?P<hit>" + part["="] + ")", re.I)
    any_of = lambda phrases: "(?:" + "|".join(re.escape(p.strip()).replace(r"\*", "[a-z]*") for p in phrases.split("|")) + ")"
    words = f"(?<![A-Za-z]){any_of(part['en'])}(?![A-Za-z])|{any_of(part['zh'])}"
    return re.compile(f"{any_of(part['but'])}|(?P<hit>{words})" if "but" in part else f"(?P<hit>{words})", re.I)

def row(sentence, patterns):
    return [1.0] + [1.0 if any(m["hit"] is not None for m in p.finditer(sentence)) else 0.0 for _, p in patterns]

def read(path, patterns):
    pairs = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line]
    return [(KINDS.index(kind), row(sentence, patterns), sentence) for kind, sentence in pairs]

def odds(weights, features):
    scores = [sum(w * f for w, f in zip(kind, features)) for kind in weights]
    most = max(scores)
    raised = [math.exp(score - most) for score in scores]
    return [value / sum(raised) for value in raised]

def train(rows):
    size = len(rows[0][1])
    weights = [[0.0] * size for _ in KINDS]
    for _ in range(ROUNDS):
        slope = [[PENALTY * w if at else 0.0 for at, w in enumerate(kind)] for kind in weights]
        for kind, features, _ in rows:
            for k, p in enumerate(odds(weights, features)):
                error = (p - (k == kind)) / len(rows)
                if error:
                    for at, f in enumerate(features):
                        if f:
                            slope[k][at] += error
        for k in range(len(KINDS)):
            for at in range(size):
                weights[k][at] -= STEP * slope[k][at]
    return weights

def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2])
    folder = root / "src/Pipeline/Analysis/Extraction/Kinds"
    patterns = traits(folder / "SentenceTraits.txt")
    rows, held = (read(root / "tests/Cases/sentences" / name, patterns) for name in ("train.tsv", "test.tsv"))
    weights = train(rows)
    for name, data in (("train", rows), ("held out", held)):
        told = [(kind, max(range(len(KINDS)), key=odds(weights, f).__getitem__), s) for kind, f, s in data]
        print(f"{name}: {sum(k == t for k, t, _ in told)} of {len(told)}")
        if name == "held out":
            for kind, was, sentence in told:
                if kind != was:
                    print(f"  {KINDS[kind]} taken for {KINDS[was]}: {sentence}")
            for k, kind in enumerate(KINDS):
                right = sum(a == b == k for a, b, _ in told)
                print(f"  {kind}: precision {right}/{sum(b == k for _, b, _ in told)}, recall {right}/{sum(a == k for a, _, _ in told)}")
    lines = ["# What a trait is worth for each kind: written by tests/Pipeline.Benchmarks/train_sentences.py from " + f"{len(rows)} sentences.", "trait " + " ".join(KINDS)]
    for at, name in enumerate(["bias"] + [name for name, _ in patterns]):
        lines.append(name + " " + " ".join(f"{weights[k][at]:.3f}" for k in range(len(KINDS))))
    (folder / "SentenceWeights.txt").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")

main()
