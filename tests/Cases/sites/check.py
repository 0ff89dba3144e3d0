#!/usr/bin/env python3
"""Holds a built site against the digests it was built from.

usage: check.py GENERATOR SITE DIGESTS

Follows every link of the week's pages as a browser would on a server that adds no slash, guesses no file and minds letter case,
with fragments; compares titles, days, tags and every text of the data file with what a reader sees; finds what feed text must
never become: elements, attributes, scripts. Prints each fault on a line of its own; exit 1 where there is one.
"""
import html.parser
import json
import pathlib
import re
import sys
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
# What the dialect comes out as; header anchors and wrappers of the generators' own themes are told by their class below.
OURS = {"p", "ul", "ol", "li", "a", "h1", "h2", "h3", "h4", "strong", "div", "main", "section", "span"}
# How a typographer spells what we wrote: a matter of the site's, not of the text's.
TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "′": "'", "″": '"', "…": "...", "\u00a0": " ", "\u2060": "", "\u200b": ""})


class Page(html.parser.HTMLParser):
    def __init__(self, text, main):
        super().__init__(convert_charrefs=True)
        self.main, self.depth, self.open = main, 0, []
        self.ids, self.links, self.text, self.title, self.days, self.tags, self.strays = set(), [], [], "", [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        self.ids.update(filter(None, (attributes.get("id"), attributes.get("name") if tag == "a" else None)))
        if tag == "a" and "href" in attributes and "header-anchor" not in attributes.get("class", "") and "headerlink" not in attributes.get("class", ""):
            self.links.append(attributes["href"])
        if tag == "time":
            self.days.append(attributes.get("datetime", ""))
        if self.depth or self.main(tag, attributes):
            if tag not in OURS or any(name.startswith("on") or name == "src" or (name == "style" and "vp-doc" not in attributes.get("class", "")) for name in attributes):
                self.strays.append(f"<{tag} {attributes}>")
            self.depth += tag not in VOID
            if tag in ("p", "li", "h1", "h2", "h3", "h4"):
                self.text.append("\n")
        if tag not in VOID:
            self.open.append((tag, attributes.get("id")))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        while self.open:
            last = self.open.pop()[0]
            if self.depth:
                self.depth -= 1
            if last == tag:
                break

    def handle_data(self, data):
        if self.depth:
            self.text.append(data)
        if self.open and self.open[-1][0] == "title":
            self.title += data
        if self.open and self.open[-1][1] == "tags":
            self.tags += data


MAIN = {
    "vitepress": lambda tag, attributes: "vp-doc" in attributes.get("class", ""),
    "mkdocs": lambda tag, attributes: attributes.get("role") == "main",
}


# What the writer drops on purpose: controls, bidirectional controls, marks of order, noncharacters.
DROPPED = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]")


def seen(text):
    text = DROPPED.sub("", text).translate(TYPOGRAPHY)
    return re.sub(r"\s+", " ", text).strip()


def loose(text):
    """Dashes and doubled quotation marks as typographers set them; used only where the strict comparison fails."""
    return re.sub(r"[-–—]+", "-", re.sub(r"``|''", '"', seen(text)))


class Site:
    def __init__(self, generator, root):
        self.root, self.pages = pathlib.Path(root), {}
        self.main = MAIN.get(generator, lambda tag, attributes: tag == "main")

    def file(self, path):
        """The file that a strict server gives for a path; None where it gives 404 or would have to redirect."""
        path = urllib.parse.unquote(path)
        parts = [part for part in path.split("/") if part]
        place = self.root
        for part in parts:
            if not place.is_dir() or part not in {entry.name for entry in place.iterdir()}:
                return None
            place = place / part
        if path.endswith("/"):
            place = place / "index.html"
        return place if place.is_file() else None

    def page(self, path):
        file = self.file(path)
        if file is None:
            return None
        if file not in self.pages:
            self.pages[file] = Page(file.read_text(encoding="utf-8"), self.main)
        return self.pages[file]


def links(site, path, known, faults):
    page = site.page(path)
    followed = 0
    for link in page.links:
        url = urllib.parse.urljoin("https://site.example" + urllib.parse.quote(path), link)
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https"):
            faults.append(f"{path}: a link to {link}")
        if parts.netloc != "site.example" and parts.netloc + parts.path not in known and not link.endswith("://www.mkdocs.org/"):
            faults.append(f"{path}: a link to {link} that nobody wrote")
        if parts.netloc != "site.example" or parts.path == "/":
            continue
        followed += 1
        target = site.page(parts.path) if parts.path.endswith("/") or parts.path.endswith(".html") else None
        if target is None:
            if not parts.path.endswith("/") and site.file(parts.path):
                continue
            faults.append(f"{path}: the link {link} leads nowhere")
        elif parts.fragment and urllib.parse.unquote(parts.fragment) not in target.ids:
            faults.append(f"{path}: the link {link} leads to no anchor")
    return followed


def texts(page, path, expected, faults):
    shown = seen("".join(page.text))
    for text in expected:
        if seen(text) and seen(text) not in shown and loose(text) not in loose(shown):
            faults.append(f"{path}: not to be read as written: {text!r}")
    faults.extend(f"{path}: {stray}" for stray in page.strays)


def harmless(title):
    return re.sub(r"\s+", " ", title).strip().replace("<", "＜").replace(">", "＞")


def main(generator, built, digests):
    site, faults, followed = Site(generator, built), [], 0
    digests = pathlib.Path(digests)
    own_titles = generator not in ("vitepress", "mkdocs")
    for week in json.loads((digests / "manifest.json").read_text(encoding="utf-8"))["weeks"]:
        data = json.loads((digests / week["data"]).read_text(encoding="utf-8"))
        known = {urllib.parse.urlsplit(item["url"]).netloc + urllib.parse.urlsplit(item["url"]).path for item in data["items"]}
        paths = {kind: "/" + week[kind].removesuffix("index.md") for kind in ("digest", "news")}
        for kind, path in [*paths.items(), ("archive", "/archive/")]:
            page = site.page(path)
            if page is None:
                faults.append(f"{path}: no such page was built")
                continue
            followed += links(site, path, known, faults)
            if own_titles and page.days[:1] != [week["date"]]:
                faults.append(f"{path}: the day is {page.days[:1]}, not {week['date']}")
        if faults:
            continue
        digest, news = site.page(paths["digest"]), site.page(paths["news"])
        if seen(harmless(week["title"])) not in seen(digest.title):
            faults.append(f"{paths['digest']}: the title is {digest.title!r}, not {week['title']!r}")
        if own_titles:
            wanted = re.findall(r"^  - \"?(.*?)\"?$|^tags: (.*)$", (digests / week["digest"]).read_text(encoding="utf-8").split("\n---\n")[0], re.M)
            wanted = ", ".join(one or other for one, other in wanted if one or other)
            if wanted != digest.tags:
                faults.append(f"{paths['digest']}: the tags are {digest.tags!r}, not {wanted!r}")
        # A claim's full stop stands after its links.
        claims = [claim["text"].rstrip(".。．") for claim in data["claims"] if claim["id"] != data["headline"]]
        texts(digest, paths["digest"], claims + [theme["title"] for theme in data["themes"] if theme["claims"]], faults)
        items = data["items"]
        texts(news, paths["news"], [item["title"] for item in items] + [item["excerpt"] or "" for item in items] + [item["publisher"] for item in items], faults)
    for file in pathlib.Path(built).rglob("*.html"):
        if "leaked-from-the-environment" in file.read_text(encoding="utf-8"):
            faults.append(f"{file}: printed an environment variable")
    for fault in faults[:40]:
        print(f"  {generator}: {fault}")
    print(f"{generator}: {followed} links followed, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
