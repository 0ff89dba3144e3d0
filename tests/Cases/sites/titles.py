#!/usr/bin/env python3
"""Reads titles.yaml, front matter as the writer writes it, with four parsers, and compares with what was meant.

usage: titles.py FOLDER [NODE_MODULES]      FOLDER has titles.yaml and titles.json (key to text)
PyYAML, js-yaml, Ruby's Psych, and Go's yaml through hugo; YamlDotNet reads them in the test that writes them.
"""
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

folder, modules = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else None
file = folder / "titles.yaml"
expected = json.loads((folder / "titles.json").read_text(encoding="utf-8"))


def pyyaml():
    import yaml
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def run(*command, **options):
    return json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8", **options).stdout)


def js_yaml():
    script = "import yaml from 'js-yaml'; import fs from 'fs'; console.log(JSON.stringify((yaml.load ?? yaml.default.load)(fs.readFileSync(process.argv[1], 'utf8'))))"
    return run("node", "--input-type=module", "-e", script, str(file), cwd=pathlib.Path(modules).parent)


def psych():
    return run("ruby", "-Ku", "-ryaml", "-rjson", "-e", "puts JSON.generate(YAML.safe_load(File.read(ARGV[0], encoding: 'UTF-8')))", str(file))


def hugo():
    with tempfile.TemporaryDirectory() as site:
        site = pathlib.Path(site)
        (site / "layouts").mkdir()
        (site / "data").mkdir()
        (site / "config.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[outputs]\nhome = ["json"]\n')
        (site / "layouts" / "index.json").write_text("{{ .Site.Data.titles | jsonify }}")
        shutil.copy(file, site / "data")
        subprocess.run(["hugo", "--quiet"], check=True, cwd=site)
        return json.loads((site / "public" / "index.json").read_text(encoding="utf-8"))


failed = 0
for name, parse, here in [("PyYAML", pyyaml, importlib.util.find_spec("yaml")), ("js-yaml", js_yaml, modules and pathlib.Path(modules, "js-yaml").is_dir() and shutil.which("node")), ("Psych", psych, shutil.which("ruby")), ("hugo", hugo, shutil.which("hugo"))]:
    if not here:
        print(f"titles: {name} is not here, and was skipped")
        failed |= os.environ.get("CI") == "true"
        continue
    read = parse()
    wrong = [(key, text, read.get(key)) for key, text in expected.items() if read.get(key) != text]
    print(f"titles: {name} read {len(read)} titles, {len(wrong)} otherwise than they were written")
    for key, text, other in wrong[:10]:
        print(f"  {key}: {text!r} was read as {other!r}")
    failed |= bool(wrong)
sys.exit(failed)
