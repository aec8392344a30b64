#!/bin/sh
# SPDX-License-Identifier: MIT
# The gazetteer at GeoNames' full size: compiling, opening, looking up,
# matching a text, and what `map` holds of it in memory.
#
#   B=build [SOURCE=FOLDER] [TEXT=FILE] [PLACES=N] [NAMES=N] gazetteer.sh
#
# SOURCE is a folder of GeoNames' files; a table of PLACES places (13 million)
# and NAMES alternate names (16 million) is made from it, once, and takes 2 GB
# in $B/bench. TEXT is searched for names; without it, a text is made up.
set -eu
cd "$(dirname "$0")/../.."
B=${B:-build}
SOURCE=${SOURCE:-gazetteer/world}
PLACES=${PLACES:-13000000}
NAMES=${NAMES:-16000000}
programs=$B/tests/bench
work=$B/bench
table=$work/table-$PLACES-$(echo "$SOURCE" | tr -c 'A-Za-z0-9\n' _)
large=$work/large.gaz
mkdir -p "$work"

if [ ! -f "$table/done" ]; then
    echo "making a table of $PLACES places from $SOURCE"
    mkdir -p "$table"
    "$programs/make_table" "$SOURCE" "$table" "$PLACES" "$NAMES"
    touch "$table/done"
fi

echo "# compile: at most 90 s and 3 GB for 13 million places; 70 bytes a name"
"$programs/gaz_compile" "$large" "$table"

echo "# open: under 1 ms. Look-up: under 1 us median; absent: under 300 ns"
"$programs/gaz_lookup" "$large"

"$programs/gaz_match" "$large" -n 200000 >"$work/names.txt"
if [ -z "${TEXT-}" ]; then
    TEXT=$work/text.txt
    "$programs/make_text" gazetteer/rules/common-words.txt \
        "$work/names.txt" 20000000 >"$TEXT"
fi

echo "# match: at least 40 MB/s on one core"
"$programs/gaz_match" "$large" "$TEXT" | tee "$work/match.log"

if command -v rg >/dev/null; then
    ms=$("$programs/bench" -n 1 rg --no-mmap -a -F -o -f "$work/names.txt" \
        "$TEXT" | sed 's/^min *\([0-9.]*\) ms.*/\1/')
    ours=$(sed -n 's/^match: \([0-9.]*\) MB.*/\1/p' "$work/match.log")
    awk -v ms="$ms" -v ours="$ours" -v bytes="$(wc -c <"$TEXT")" 'BEGIN {
        theirs = bytes / 1000 / ms
        printf "rg -F -o, 200,000 of the names, any part of a word: %.1f " \
            "MB/s; ours is %.1f times as fast\n", theirs, ours / theirs }'
else
    echo "rg is not installed: no comparison"
fi

echo "# map of an article with that gazetteer: under 60 MB"
head -c 9000 "$TEXT" | iconv -c -f UTF-8 -t UTF-8 >"$work/article.txt"
cat "$large" >/dev/null # in memory, so that touching a page maps more
"$programs/bench" -n 5 "$B/geomention" map -g "$large" -f jsonl \
    "$work/article.txt"
