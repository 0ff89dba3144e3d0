#!/usr/bin/env python3
"""scikit-learn's k-means on the themes files, told the number of classes, beside the command, which is not told.

usage: themes_baseline.py FOLDER [--without-command]     FOLDER holds *.jsonl of {id, title, text, language, gold}
PIPELINE is the command before the verb. TF-IDF of words (English) or of single characters and pairs (Chinese), plain and
reduced to 100 dimensions (SVD, rows of length one), three seeds each, worst to best. NMI is arithmetic; what the command
puts into no theme is one group. Needs scikit-learn (Debian: python3-sklearn).
"""
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import normalized_mutual_info_score
from sklearn.preprocessing import normalize

PIPELINE = shlex.split(os.environ.get("PIPELINE", "dotnet run -c Release --project src/Pipeline.Host --"))
SEEDS = range(3)


def themes(rows):
    """What the command says, the gold withheld."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "items.jsonl")
        file.write_text("".join(json.dumps({key: value for key, value in row.items() if key != "gold"}, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        out = subprocess.run([*PIPELINE, "inspect", "stories", str(file)], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    told = {answer["id"]: answer["theme"] or "" for answer in map(json.loads, out.splitlines())}
    return [told[row["id"]] for row in rows]


def vectors(rows):
    texts = [f"{row.get('title') or ''} {row.get('text') or ''}" for row in rows]
    if rows[0].get("language") == "zh":
        return TfidfVectorizer(analyzer="char", ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(texts)
    return TfidfVectorizer(stop_words="english", min_df=2, max_df=0.5, sublinear_tf=True).fit_transform(texts)


def main():
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        gold = [row["gold"] for row in rows]
        plain = vectors(rows)
        reduced = normalize(TruncatedSVD(100, random_state=0).fit_transform(plain))
        for name, matrix in (("k-means", plain), ("k-means after SVD", reduced)):
            scores = sorted(normalized_mutual_info_score(gold, KMeans(len(set(gold)), n_init=3, random_state=seed).fit_predict(matrix)) for seed in SEEDS)
            print(f"{path.name} {name}: NMI {' '.join(f'{score:.4f}' for score in scores)}")
        if "--without-command" not in sys.argv:
            got = themes(rows)
            print(f"{path.name} pipeline: themes {len(set(got) - {''})}  NMI {normalized_mutual_info_score(gold, got):.4f}")


if __name__ == "__main__":
    main()
