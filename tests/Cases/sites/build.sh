#!/usr/bin/env bash
# Builds a fixture site of ours from a digests folder, in a folder of its own.
# usage: build.sh GENERATOR DIGESTS OUT [NODE_MODULES]      the built site is in OUT/public
# GENERATOR: eleventy-njk, eleventy-liquid, hugo, jekyll, astro, hexo, vitepress, mkdocs, pelican. Exit 77: the tool is not here.
set -euo pipefail
generator=$1 digests=$(realpath "$2") out=$3 modules=${4:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# What a template could print, were it to run.
export PIPELINE_SECRET=leaked-from-the-environment ASTRO_TELEMETRY_DISABLED=1 CI=true

tool() { command -v "$1" >/dev/null || exit 77; }
node_tool() { [ -n "$modules" ] && [ -x "$modules/.bin/$1" ] || exit 77; }

case $generator in
  eleventy-*|astro|hexo|vitepress) name=${generator%%-*}; node_tool "$name" ;;
  *) tool "$generator" ;;
esac

rm -rf "$out"
mkdir -p "$out"
cp -r "$here/${generator%%-*}/." "$out"
[ -z "$modules" ] || { ln -s "$(realpath "$modules")" "$out/node_modules"; [ -f "$out/package.json" ] || cp "$here/package.json" "$out"; }
content=content
[ "$generator" = jekyll ] && content=.
[ "$generator" = hexo ] && content=source
mkdir -p "$out/$content"
(cd "$digests" && find . -name index.md -print0 | tar cf - --null -T -) | tar xf - -C "$out/$content"
cd "$out"
case $generator in
  eleventy-*) ENGINE=${generator#*-} node_modules/.bin/eleventy --quiet --output=public ;;
  hugo) hugo --quiet --destination public ;;
  jekyll) jekyll build --quiet --destination public ;;
  astro) node_modules/.bin/astro build --silent && mv dist public ;;
  hexo) node_modules/.bin/hexo generate --silent ;;
  vitepress) node_modules/.bin/vitepress build . >/dev/null ;;
  mkdocs) mkdocs build --quiet --strict ;;
  pelican) pelican --quiet --fatal errors >/dev/null ;;
esac
