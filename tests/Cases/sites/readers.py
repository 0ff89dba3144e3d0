#!/usr/bin/env python3
"""Whether npm's rss-parser and our own reader list the same entries from atom.xml and feed.json.

usage: readers.py FOLDER OURS [NODE_MODULES]      FOLDER has atom.xml and feed.json, OURS is what `pipeline inspect feed` said of both, in that order
rss-parser reads no JSON Feed: what feed.json says is taken from the JSON itself.
"""
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys

folder, modules = pathlib.Path(sys.argv[1]).resolve(), sys.argv[3] if len(sys.argv) > 3 else None
SCRIPT = """
import Parser from 'rss-parser'; import fs from 'fs';
const feed = await new Parser().parseString(fs.readFileSync(process.argv[1], 'utf8'));
console.log(JSON.stringify(feed.items.map(item => [item.id, item.link, item.title, item.pubDate])));
"""


def entries(rows):
    """Id, link, title and instant of each."""
    return [(id, link, " ".join(title.split()), datetime.datetime.fromisoformat(when.replace("Z", "+00:00")).timestamp()) for id, link, title, when in rows]


atom, ours_json = ([[entry[key] for key in ("id", "url", "title", "published")] for entry in json.loads(line)["entries"]] for line in pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").splitlines())
written = [[item[key] for key in ("id", "url", "title", "date_published")] for item in json.loads((folder / "feed.json").read_text(encoding="utf-8"))["items"]]
lists = {"feed.json as written": written, "atom.xml by our reader": atom, "feed.json by our reader": ours_json}
if modules and pathlib.Path(modules, "rss-parser").is_dir() and shutil.which("node"):
    lists["atom.xml by rss-parser"] = json.loads(subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT, str(folder / "atom.xml")], check=True, capture_output=True, encoding="utf-8", cwd=pathlib.Path(modules).resolve().parent).stdout)
else:
    print("feeds: rss-parser is not here, and was skipped")
failed = len(lists) < 4 and os.environ.get("CI") == "true"
for name, rows in lists.items():
    wrong = [pair for pair in zip(entries(written), entries(rows)) if pair[0] != pair[1]]
    failed |= bool(wrong) or len(rows) != len(written)
    print(f"feeds: {name}: {len(rows)} entries, {len(wrong)} otherwise")
    for meant, read in wrong[:5]:
        print(f"  {meant} was read as {read}")
sys.exit(failed)
