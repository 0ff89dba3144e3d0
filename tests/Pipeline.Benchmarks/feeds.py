"""Writes FOLDER/www (feeds for nginx), urls, sources.yaml, one.yaml, nginx.conf and newsboat's configuration.

usage: feeds.py FOLDER FEEDS

The text is invented, the same for the same number; every third feed is Chinese, every fourth Atom, every other carries content.
"""
import datetime
import pathlib
import random
import socket
import sys

ENTRIES = 20
# Entries are recent, as a living feed's are.
NOW = datetime.datetime.now(datetime.timezone.utc).replace(minute=0, second=0, microsecond=0)

ENGLISH = """laboratory model opens weights agent benchmark release harbour engineer chip library council
measures release reasoning license customer report tutorial faster memory battery river archive policy tests weekly
compiler robot sensor vision language translation the a of for with after before under review and by in""".split()
CHINESE = "实验室 模型 开放 权重 智能体 评测 发布 工程师 芯片 图书馆 理事会 测量 推理 许可证 客户 报告 教程 更快 内存 电池 政策 测试 每周 编译器 机器人 传感器 视觉 语言 翻译 的 在 与 和 之后 审查".split()


def text(chance, words, chinese):
    chosen = [chance.choice(CHINESE if chinese else ENGLISH) for _ in range(words)]
    if chinese:
        return "".join(word + ("，" if at % 9 == 8 else "") for at, word in enumerate(chosen)) + "。"
    return " ".join(chosen).capitalize() + "."


def paragraphs(chance, count, chinese):
    return "".join(f"<p>{text(chance, 40, chinese)}</p>" for _ in range(count))


def escaped(markup):
    return markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def entry(chance, feed, number, chinese):
    return {
        "title": text(chance, 9, chinese).rstrip(".。"),
        "link": f"https://house{feed}.example/news/{number}?utm_source=rss",
        "when": NOW - datetime.timedelta(hours=7 * number + feed % 7 + 1),
        "summary": escaped(paragraphs(chance, 1, chinese)),
        "content": escaped(paragraphs(chance, 4, chinese)) if feed % 2 else "",
    }


def rss(name, feed, entries):
    items = "".join(
        f"<item><title>{one['title']}</title><link>{one['link']}</link><guid isPermaLink=\"false\">{feed}-{at}</guid>"
        f"<pubDate>{one['when']:%a, %d %b %Y %H:%M:%S} GMT</pubDate><dc:creator>{name} desk</dc:creator>"
        f"<category>AI</category><description>{one['summary']}</description>"
        + (f"<content:encoded>{one['content']}</content:encoded>" if one["content"] else "") + "</item>\n"
        for at, one in enumerate(entries))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>{name}</title><link>https://house{feed}.example/</link><description>{name}</description>\n{items}</channel></rss>\n")


def atom(name, feed, entries):
    items = "".join(
        f"<entry><id>tag:house{feed}.example,2026:{at}</id><title>{one['title']}</title><link href=\"{one['link']}\"/>"
        f"<published>{one['when']:%Y-%m-%dT%H:%M:%SZ}</published><updated>{one['when']:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f"<author><name>{name} desk</name></author><summary type=\"html\">{one['summary']}</summary>"
        + (f"<content type=\"html\">{one['content']}</content>" if one["content"] else "") + "</entry>\n"
        for at, one in enumerate(entries))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:house{feed}.example,2026:feed</id>'
            f"<title>{name}</title><link href=\"https://house{feed}.example/\"/><updated>{NOW:%Y-%m-%dT%H:%M:%SZ}</updated>\n{items}</feed>\n")


def free_port():
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


def nginx(folder, port):
    return f"""daemon off; worker_processes 1; pid {folder}/nginx.pid; worker_rlimit_nofile 20000;
events {{ worker_connections 8192; }}
http {{
  access_log off; etag on; default_type application/xml; sendfile on;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen {port} backlog=4096; root {folder}/www; }}
}}
"""


def main(folder, feeds):
    port = free_port()
    (folder / "www").mkdir()
    urls, sources = [], []
    for feed in range(feeds):
        chance, chinese = random.Random(feed), feed % 3 == 0
        name = f"第{feed}实验室" if chinese else f"House {feed}"
        entries = [entry(chance, feed, number, chinese) for number in range(ENTRIES)]
        (folder / "www" / f"{feed}.xml").write_text((atom if feed % 4 == 3 else rss)(name, feed, entries), encoding="utf-8")
        urls.append(f"http://127.{1 + feed // 62500}.{feed // 250 % 250}.{1 + feed % 250}:{port}/{feed}.xml")
        sources.append(f"  - name: {name}\n    url: {urls[-1]}\n    pages: false\n    allow-private: true\n")
    (folder / "urls").write_text("".join(url + "\n" for url in urls))
    (folder / "sources.yaml").write_text("sources:\n" + "".join(sources), encoding="utf-8")
    (folder / "one.yaml").write_text("sources:\n" + sources[0], encoding="utf-8")
    (folder / "newsboat.config").write_text("reload-threads 64\nauto-reload no\ndownload-retries 1\ndownload-timeout 60\n")
    (folder / "curl.config").write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls))
    (folder / "nginx.conf").write_text(nginx(folder, port))
    size = sum(file.stat().st_size for file in (folder / "www").iterdir())
    print(f"{size / 1e6:.1f} MB of feeds, {size / feeds / 1e3:.1f} KB each")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
