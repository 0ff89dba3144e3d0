"""Runs each of what is compared, and prints the medians and every value.

usage: measure.py FOLDER FEEDS REPEATS
"""
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

FOLDER, FEEDS, REPEATS = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
ENTRIES = 20
ARCHIVE = FOLDER / "archive.db"
RESULTS = {}


def measured(name, *command):
    """Wall and CPU seconds and peak MB of one process, its output returned."""
    with open(FOLDER / "output", "wb") as output:
        begun = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT, cwd=FOLDER,
                                 env={**os.environ, "HOME": str(FOLDER), "DOTNET_CLI_TELEMETRY_OPTOUT": "1"})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - begun
    text = (FOLDER / "output").read_text(encoding="utf-8", errors="replace")
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{name} failed ({child.returncode}):\n{text[-2000:]}")
    RESULTS.setdefault(name, []).append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return text


def collect(name, sources, archive, expected):
    text = measured(name, FOLDER / "bin" / "pipeline", "collect", "--sources", FOLDER / sources, "--archive", archive)
    if expected not in text:
        sys.exit(f"{name}: '{expected}' was to be in\n{text[-2000:]}")


def forget(*files):
    for file in files:
        for path in FOLDER.glob(file + "*"):
            path.unlink()


def make_due():
    """As if the waiting time of every source had passed."""
    with sqlite3.connect(ARCHIVE) as archive:
        archive.execute("UPDATE visit SET document = json_remove(document, '$.NotBefore')")
    archive.close()


def round():
    forget("archive.db", "one.db", "newsboat.db")
    collect("first collect", "sources.yaml", ARCHIVE, f"{FEEDS} of {FEEDS} sources asked, {FEEDS * ENTRIES} new articles, 0 revised; 0 troubles")
    collect("nothing due", "sources.yaml", ARCHIVE, f"0 of {FEEDS} sources asked")
    make_due()
    collect("all unchanged (304)", "sources.yaml", ARCHIVE, f"{FEEDS} of {FEEDS} sources asked, 0 new articles, 0 revised; 0 troubles")
    subprocess.run([FOLDER / "bin" / "pipeline", "collect", "--sources", "one.yaml", "--archive", "one.db"], cwd=FOLDER, check=True, capture_output=True)
    collect("start-up (one source, not due)", "one.yaml", "one.db", "0 of 1 sources asked")
    measured("curl, 64 at once", "curl", "-sS", "--fail", "--parallel", "--parallel-max", "64", "-K", "curl.config")
    newsboat = ("newsboat", "-u", "urls", "-C", "newsboat.config", "-c", "newsboat.db", "-x", "reload")
    measured("newsboat, first reload", *newsboat)
    measured("newsboat, all unchanged", *newsboat)


def median(name, what):
    return statistics.median(values[what] for values in RESULTS[name])


def report():
    print(f"\n{'':32} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}   each: wall/CPU/MB")
    for name, values in RESULTS.items():
        each = "  ".join(f"{wall:.2f}/{cpu:.2f}/{peak:.0f}" for wall, cpu, peak in values)
        print(f"{name:32} {median(name, 0):8.2f} {median(name, 1):8.2f} {median(name, 2):8.0f}   {each}")
    start = median("start-up (one source, not due)", 1)
    print()
    for name, allowed in (("first collect", 3), ("all unchanged (304)", 0.6)):
        spent = (median(name, 1) - start) * 1000 / FEEDS
        print(f"{name}: {spent:.2f} ms CPU a feed beyond start-up (goal {allowed})")
    held = sqlite3.connect(FOLDER / "newsboat.db").execute("SELECT COUNT(*) FROM rss_item").fetchone()[0]
    print(f"newsboat kept {held} of {FEEDS * ENTRIES} entries; the archive has {ARCHIVE.stat().st_size / 1e6:.0f} MB")


for _ in range(REPEATS):
    round()
report()
shutil.rmtree(FOLDER / "www", ignore_errors=True)
