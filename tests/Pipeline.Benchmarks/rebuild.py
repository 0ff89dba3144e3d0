#!/usr/bin/env python3
"""What `pipeline rebuild` costs for a week of 1,000 items from 40 sources, beside hugo building the same pages.

usage: rebuild.py PIPELINE [REPEATS]      PIPELINE: the folder that `dotnet publish src/Pipeline.Host -c Release -o DIR` wrote
                                          (README: with -p:PublishReadyToRun=true and its two companions it is compiled ahead, as it is installed)
Wall and processor seconds from process start, and peak memory: medians and every value, and the machine's load, since only an idle one measures wall time. The week is invented; only 127.0.0.1 is asked.
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
SYLLABLES = "ba cor dil fen gar hol jun kel lim mor nes pol quil ras sten tor ul ven wick yar".split()
HAN = "海山林江河湖城港桥塔田原谷峰岭沙石金银铜铁木竹松梅兰云雨雪风雷光星月明清远高新长安平和永兴华盛泰康宁丰"


def story(number, chinese):
    """Names and words of its own, as an event has, so that the week falls into hundreds of stories and not into one."""
    chance = random.Random(number)
    if chinese:
        return ["".join(chance.choice(HAN) for _ in range(chance.choice((2, 2, 3)))) for _ in range(40)]
    return ["".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3)))).capitalize() for _ in range(40)]


def sentence(chance, words, chinese):
    common = story(10_000 + chance.randrange(200), chinese)
    chosen = [chance.choice(words if at % 2 else common) for at in range(14)]
    return "".join(chosen) + "。" if chinese else " ".join(chosen).capitalize() + "."


def write(folder):
    (folder / "www").mkdir()
    chance = random.Random(7)
    for feed in range(SOURCES):
        chinese, entries = feed % 3 == 0, []
        for number in range(ENTRIES):
            words = story(chance.randrange(600), chinese)
            entries.append({
                "title": " ".join(words[:5]) if not chinese else "".join(words[:5]), "link": f"https://house{feed}.example/{number}", "when": END - datetime.timedelta(hours=6 * number + feed % 5),
                "summary": "", "content": feeds.escaped("".join(f"<p>{' '.join(sentence(chance, words, chinese) for _ in range(4))}</p>" for _ in range(4)))})
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
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, runs):
    wall, processor, peak = (statistics.median(column) for column in zip(*runs))
    print(f"{name}: {wall:.2f} s, {processor:.2f} s of processor time, {peak:.0f} MB"
          f"   (each: {', '.join(f'{wall:.2f}/{processor:.2f} s {peak:.0f} MB' for wall, processor, peak in runs)})")


def main(binary, repeats=5):
    command = [pathlib.Path(binary).resolve() / "pipeline"]
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
        print(f"{page.count('<a id=') - 1} items from {SOURCES} sources; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        show("pipeline rebuild", runs)
        if shutil.which("hugo"):
            site = folder / "site"
            shutil.copytree(pathlib.Path(__file__).parent.parent / "Cases/sites/hugo", site)
            shutil.copytree(folder / "digests", site / "content")
            show("hugo", [measured("hugo", "--quiet", cwd=site) for _ in range(int(repeats))])


main(*sys.argv[1:])
