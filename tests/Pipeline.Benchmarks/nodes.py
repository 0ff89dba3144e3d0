#!/usr/bin/env python3
"""Throughput of one, two and three nodes on one PostgreSQL, against a server that answers in 200 ms.

usage: nodes.py PIPELINE.DLL [FEEDS [NODES...]]      default: 2000 feeds, nodes 1 2 3
Starts a PostgreSQL of its own (Debian: apt-get install postgresql). All nodes begin at the same full minute.
"""
import asyncio, datetime, glob, os, pathlib, shutil, subprocess, sys, tempfile, time

DELAY, CONCURRENCY = 0.2, 8


class Server:
    """Every 127.1.x.y is a publisher of its own, with two feeds."""

    def __init__(self):
        self.asked, self.under, self.most = {}, {}, 0

    async def start(self):
        self.port = (await asyncio.start_server(self.answer, "0.0.0.0", 0, backlog=1000)).sockets[0].getsockname()[1]

    async def answer(self, reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                host = head.lower().split(b"\r\nhost: ", 1)[1].split(b"\r\n", 1)[0]
                self.asked.setdefault(path, []).append(time.monotonic())
                self.under[host] = self.under.get(host, 0) + 1
                self.most = max(self.most, self.under[host])
                await asyncio.sleep(DELAY)
                self.under[host] -= 1
                body = f"<rss version='2.0'><channel><title>f</title><item><title>News {path}</title><guid>{path}</guid></item></channel></rss>".encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()


def start_postgres(folder):
    found = glob.glob("/usr/lib/postgresql/*/bin") + [os.path.dirname(shutil.which("initdb") or "")]
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")
    run = lambda *words: subprocess.run([*user, *words], check=True, stdout=subprocess.DEVNULL, cwd="/tmp")
    run(f"{found[0]}/initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
    run(f"{found[0]}/pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"-F -k {folder} -c listen_addresses= -c max_connections=200", "start")
    return run, found[0]


async def measure(dll, feeds, nodes, address):
    server = Server()
    await server.start()
    start = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=90)).replace(second=0)
    sources = "".join(f"  - {{ name: Feed {at}, url: 'http://127.1.{at // 2 // 250}.{at // 2 % 250 + 1}:{server.port}/{at}', pages: false, allow-private: true }}\n" for at in range(feeds))
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "sources.yaml").write_text(
            f"week: {{ ends: friday 18:00, zone: UTC }}\nfetch: {{ pace: 0s, concurrency: {CONCURRENCY} }}\n"
            f"schedule: {{ collect: '0 {start.minute} {start.hour} * * ?', publish: '0 0 0 1 1 ? 2099' }}\nsources:\n{sources}")
        command = ["dotnet", dll, "serve", "--collect-only", "--url", "http://127.0.0.1:0", "--archive", address]
        running = [subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(nodes)]
        while len(server.asked) < feeds:
            await asyncio.sleep(0.1)
        for node in running:
            node.kill()
            node.wait()
    times = sorted(at for each in server.asked.values() for at in each)
    return feeds / (times[-1] - times[0] + DELAY), len(times) - feeds, server.most


def main():
    dll, feeds = os.path.abspath(sys.argv[1]), int((sys.argv[2:] or [2000])[0])
    first = None
    with tempfile.TemporaryDirectory() as folder:
        run, binaries = start_postgres(folder)
        try:
            for nodes in [int(word) for word in sys.argv[3:]] or [1, 2, 3]:
                run(f"{binaries}/createdb", "-h", folder, "-U", "postgres", f"nodes{nodes}")
                rate, repeated, most = asyncio.run(measure(dll, feeds, nodes, f"postgres://postgres@localhost/nodes{nodes}?host={folder}"))
                first = first or rate
                print(f"{nodes} nodes: {rate:.1f} feeds/s, {rate / first:.2f} times; {repeated} asked twice, {most} at an address at once; load {os.getloadavg()[0]:.1f}", flush=True)
        finally:
            run(f"{binaries}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")


main()
