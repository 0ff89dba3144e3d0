#!/usr/bin/env python3
"""What `pipeline rebuild` costs for a week of 1,000 items from 40 sources, beside hugo building the same pages.

usage: rebuild.py PIPELINE [REPEATS]      PIPELINE: the folder that `dotnet publish src/Pipeline.Host -c Release -o DIR` wrote
Wall seconds from process start and peak memory, medians and every value. The week is invented; only 127.0.0.1 is asked.
"""
import datetime
import functools
import http.server
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import feeds

SOURCES, ENTRIES = 40, 25
END = datetime.datetime(2026, 2, 6, 9, 0, tzinfo=datetime.timezone.utc)


def write(folder):
    (folder / "www").mkdir()
    chance = random.Random(7)
    for feed in range(SOURCES):
        chinese = feed % 3 == 0
        entries = [{
            "title": feeds.text(chance, 9, chinese).rstrip(".。"), "link": f"https://house{feed}.example/{number}", "when": END - datetime.timedelta(hours=6 * number + feed % 5),
            "summary": "", "content": feeds.escaped("".join(f"<p>{' '.join(feeds.text(chance, 14, chinese) for _ in range(4))}</p>" for _ in range(4)))} for number in range(ENTRIES)]
        (folder / "www" / f"{feed}.xml").write_text(feeds.rss(f"House {feed}", feed, entries), encoding="utf-8")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def measured(*command, cwd):
    begun = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(output)
    return time.monotonic() - begun, usage.ru_maxrss / 1024


def show(name, runs):
    print(f"{name}: {statistics.median(wall for wall, _ in runs):.2f} s, {statistics.median(peak for _, peak in runs):.0f} MB"
          f"   (each: {', '.join(f'{wall:.2f} s {peak:.0f} MB' for wall, peak in runs)})")


def main(binary, repeats=5):
    command = ["dotnet", pathlib.Path(binary).resolve() / "pipeline.dll"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder / "www"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        lines = "".join(f"  - {{ name: House {feed}, url: 'http://127.0.0.1:{server.server_port}/{feed}.xml', pages: false, allow-private: true }}\n" for feed in range(SOURCES))
        (folder / "sources.yaml").write_text(f"site: {{ generator: hugo, url: https://site.example/ }}\nfetch: {{ pace: 0s }}\nsources:\n{lines}", encoding="utf-8")
        measured(*command, "collect", cwd=folder)
        server.shutdown()
        runs = []
        for _ in range(int(repeats)):
            shutil.rmtree(folder / "digests", ignore_errors=True)
            runs.append(measured(*command, "rebuild", "2026-W06", cwd=folder))
        page = (folder / "digests/weekly_news/ai_news_2026-W06/index.md").read_text(encoding="utf-8")
        print(f"{page.count('<a id=') - 1} items from {SOURCES} sources")
        show("pipeline rebuild", runs)
        if shutil.which("hugo"):
            site = folder / "site"
            shutil.copytree(pathlib.Path(__file__).parent.parent / "Cases/sites/hugo", site)
            shutil.copytree(folder / "digests", site / "content")
            show("hugo", [measured("hugo", "--quiet", cwd=site) for _ in range(int(repeats))])


main(*sys.argv[1:])
