#!/usr/bin/env python3
"""Serves a folder's files on loopback, for as long as its standard input is open: it ends with the script that began it.

usage: coproc server { python3 -u .ci/serve.py FOLDER; }
       read -r port <&"${server[0]}"      which the system chooses; nothing to read where there is no such folder
"""
import functools
import http.server
import pathlib
import sys
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1]).is_dir():
    sys.exit(f"serve.py: there is no folder {' '.join(sys.argv[1:])}")
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1]))
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port)
sys.stdin.read()
