#!/usr/bin/env bash
# What `pipeline collect` costs, beside curl and newsboat on the same feeds: wall, CPU, peak memory.
# usage: tests/Pipeline.Benchmarks/collect.sh [FEEDS] [REPEATS]
#   FEEDS     how many generated feeds of 20 entries, each under an address of its own on 127.0.0.0/8 (default 1000)
#   REPEATS   medians are over so many runs of each (default 3)
# Everything happens in a temporary folder; only loopback is asked. Linux, since only there all of 127.0.0.0/8 answers.
set -euo pipefail
feeds=${1:-1000}
repeats=${2:-3}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

need() { # command, Debian package
  command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] && return
  if [ "$(id -u)" != 0 ]; then
    echo "$1 is needed: apt-get install $2"
    exit 1
  fi
  apt-get install -y -q "$2" >/dev/null
}
need nginx nginx-light
need newsboat newsboat
need curl curl
need python3 python3
PATH=$PATH:/usr/sbin

work=$(mktemp -d)
chmod 755 "$work" # nginx's workers are another user
trap 'kill ${server:-} 2>/dev/null; rm -rf "$work"' EXIT

echo "publishing to a temporary folder"
# Compiled ahead, as an installed command would be. From a copy: the lock files here know nothing of the compiler for that.
mkdir "$work/copy"
tar -c --exclude bin --exclude obj Directory.*.props *.yaml .editorconfig src templates | tar -x -C "$work/copy"
dotnet publish "$work/copy/src/Pipeline.Host" -c Release -p:PublishReadyToRun=true --use-current-runtime --self-contained -v q --nologo -o "$work/bin" >"$work/publish.log" 2>&1 || { cat "$work/publish.log"; exit 1; }

echo "$feeds feeds of 20 entries, $(nproc) processors"
python3 tests/Pipeline.Benchmarks/feeds.py "$work" "$feeds"
ulimit -n "$(ulimit -Hn)"
nginx -p "$work" -c "$work/nginx.conf" -e "$work/nginx.error" &
server=$!
until curl -sfo /dev/null "$(head -n 1 "$work/urls")"; do
  kill -0 "$server" || { cat "$work/nginx.error"; exit 1; }
  sleep 0.1
done

python3 tests/Pipeline.Benchmarks/measure.py "$work" "$feeds" "$repeats"
