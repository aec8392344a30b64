#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every command of README.md and samples/README.md.
#
# A command is a line of a code block, indented by four spaces or fenced, that
# begins with "build/", "geomention " or "make demo", with or without "$ "
# before it; it goes on after a backslash. Other lines of a block are what
# commands print, or are for the reader to type; so is one with "[OPTIONS]".
# The commands of one block run in one shell, one test each block.
set -u
cd "$(dirname "$0")/.." || exit 1
mkdir -p "${B:=build}"
B=$(cd "$B" && pwd)
root=$PWD
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-samples.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

# A folder that looks like a checkout with its build, for outputs to go to.
mkdir -p "$work/here/build/samples" "$work/blocks"
for name in src gazetteer tests samples Makefile VERSION README.md; do
    [ ! -e "$name" ] || ln -s "$root/$name" "$work/here/$name"
done
for path in "$B"/* "$B"/samples/*; do
    name=${path#"$B"/}
    [ "$name" = samples ] || ln -s "$path" "$work/here/build/$name"
done

# What the pages call files of the reader's own.
mkdir "$work/here/reports"
cp samples/texts/*.txt "$work/here/reports"
cp samples/texts/us-local.txt "$work/here/report.txt"
tab=$(printf '\t')
echo "616052,Yerevan,Yerevan,Erivan,40.18111,44.51361,P,PPLC,AM,,11,,,,1093485,\
,1018,Asia/Yerevan,2020-01-01" | tr , "$tab" >"$work/here/allCountries.txt"
echo "1,616052,hy,Երևան,1,,,,," | tr , "$tab" >"$work/here/alternateNamesV2.txt"

PATH=$B:$PATH
LD_LIBRARY_PATH=$B
PKG_CONFIG_PATH=$B/uninstalled
export PATH LD_LIBRARY_PATH PKG_CONFIG_PATH
unset MAKEFLAGS MAKELEVEL MFLAGS GEOMENTION_DATA

# The blocks of a file, each to a script of its own named by file and line.
split_blocks() {
    awk -v prefix="$work/blocks/$(echo "$1" | tr / -)" '
        /^ *```/ { fenced = !fenced; file = ""; next }
        /^    / || fenced {
            line = $0
            sub(/^ *([$] )?/, "", line)
            if (!goes_on && line !~ /^(build\/|geomention |make demo)/) next
            if (line ~ /\[OPTIONS\]/) next
            goes_on = line ~ /\\$/
            if (file == "") file = sprintf("%s:%04d", prefix, NR)
            print line > file
            next
        }
        { file = ""; goes_on = 0 }' "$1"
}

for file in README.md samples/README.md; do
    [ ! -f "$file" ] || split_blocks "$file"
done
for block in "$work"/blocks/*; do
    [ -f "$block" ] || continue
    name=${block##*/}
    if (cd "$work/here" && sh -e "$block") >"$work/out" 2>&1 </dev/null; then
        passed=$((passed + 1))
    else
        echo "FAIL $name: exit status $?"
        sed 's/^/    ran: /' "$block"
        sed 's/^/    said: /' "$work/out" | tail -n 20
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
