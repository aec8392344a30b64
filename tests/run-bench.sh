#!/bin/sh
# SPDX-License-Identifier: MIT
# How long the common commands take, and how much memory: 20 runs each.
# usage: B=build run-bench.sh; or, of another text: TEXT=news.txt make bench
set -eu
cd "$(dirname "$0")/.."
B=${B:-build}
bench=$B/tests/bench/bench
program=$B/geomention
TEXT=${TEXT:-samples/texts/caucasus-report.txt}
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

show() {
    printf '%-24s ' "$1"
    shift
    "$bench" "$@"
}

# Many texts of different length, as JSON lines: 2,000 documents.
awk 'function quoted(s) { gsub(/[\\"]/, "\\\\&", s); return s }
     FNR == 1 && NR > 1 { texts[++n] = text; text = "" }
     { gsub(/[\t\r]/, " "); text = text (text == "" ? "" : "\\n") quoted($0) }
     END {
         texts[++n] = text
         for (i = 0; i < 2000; i++)
             printf "{\"id\":\"%d\",\"text\":\"%s\"}\n", i, texts[i % n + 1]
     }' samples/texts/*.txt >"$work/many.jsonl"

echo "$(wc -c <"$TEXT") bytes of text; $(nproc) processors"
show 'map, table' "$program" map -f table "$TEXT"
show 'map, geojson' "$program" map -f geojson "$TEXT"
show 'map, all uses, explain' "$program" map --use all --explain -f jsonl "$TEXT"
show 'map, GeoPackage' "$program" map -overwrite -o "$work/a.gpkg" "$TEXT"
show 'lookup Shusha' "$program" lookup Shusha
show 'lookup, one letter off' "$program" lookup -q Yerewan
show 'lookup, no such name' "$program" lookup -q Qwertyuiop
show '--version' "$program" --version
printf '%-24s ' 'tagging, one core'
"$B/tests/bench/tag" "$B" samples/texts/*.txt

echo "2,000 documents, $(($(wc -c <"$work/many.jsonl") / 1024)) KiB of JSON lines"
for jobs in 1 $(nproc); do
    show "map -j $jobs" -n 3 "$program" map -q -f jsonl -j "$jobs" "$work/many.jsonl"
done
show 'gazetteer build' -n 3 "$program" gazetteer build -q -overwrite \
    -o "$work/world.gaz" gazetteer/world gazetteer/tables/*
show 'gazetteer verify' -n 3 "$program" gazetteer verify "$work/world.gaz"
