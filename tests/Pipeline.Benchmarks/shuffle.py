#!/usr/bin/env python3
"""The same groups and names, whatever the order of the rows and the number of threads.

usage: shuffle.py FILE.jsonl [TIMES]     rows as `inspect stories` takes them; PIPELINE is the command before the verb
"""
import json
import os
import pathlib
import random
import shlex
import subprocess
import sys
import tempfile

PIPELINE = shlex.split(os.environ.get("PIPELINE", "dotnet run -c Release --project src/Pipeline.Host --"))


def grouped(rows, processors):
    """Each row's story and theme, in the order of ids: bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "rows.jsonl")
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        out = subprocess.run([*PIPELINE, "inspect", "stories", str(file)], check=True, stdout=subprocess.PIPE,
                             env={**os.environ, "DOTNET_PROCESSOR_COUNT": str(processors)}).stdout
    return b"\n".join(sorted(out.splitlines()))


def main():
    rows = [line for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    first, chance, other = grouped(rows, 1), random.Random(1), 0
    for time in range(times):
        chance.shuffle(rows)
        other += grouped(rows, 1 + time % 2) != first
    print(f"{len(rows)} rows, {times} shuffles, with one processor and with two by turns: {other} came out otherwise")
    sys.exit(other > 0)


if __name__ == "__main__":
    main()
