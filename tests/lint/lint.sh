#!/bin/sh
# SPDX-License-Identifier: MIT
# The rules of the code, each violation as file:line: what is wrong.
#
#   lint.sh [BUILD_FOLDER]
#   lint.sh --symbols         writes the lists of symbols anew, to be looked at
#
# Needs no compiler. With a build folder that holds the shared libraries, their
# exported symbols are compared with symbols.txt and symbols-layer.txt.
set -u
LC_ALL=C
export LC_ALL
build=${1-}
here=$(cd "$(dirname "$0")" && pwd)
cd "${LINT_ROOT:-$here/../..}" || exit 1
found=$(mktemp)
trap 'rm -f "$found"' EXIT

sources() {
    find src tests samples -type f \( -name '*.c' -o -name '*.h' -o \
        -name '*.def' \) 2>/dev/null | grep -v '^tests/fuzz/corpus/' | sort
}

# The rules that look at one file at a time, and those on includes.
sources >"$found.files"
trap 'rm -f "$found" "$found".*' EXIT
{
    # shellcheck disable=SC2046 # names of sources hold no spaces
    awk -f "$here/source.awk" -v exceptions="$here/exceptions.txt" \
        $(cat "$found.files")
    # shellcheck disable=SC2046
    awk -f "$here/includes.awk" src/FLOORS $(grep '^src/' "$found.files")
} >>"$found"

# What people forget to finish. The words are written apart here on purpose.
words='TO''DO|FIX''ME|XX''X'
find src tests samples gazetteer Makefile -type f \( -name '*.[ch]' -o \
    -name '*.def' -o -name '*.sh' -o -name '*.awk' -o -name '*.md' -o \
    -name Makefile \) -exec grep -nE "(^|[^A-Za-z])($words)([^A-Za-z]|\$)" \
    /dev/null {} + 2>/dev/null | awk -F: '
    { print $1 ":" $2 ": an unfinished place; an open question is NEEDSWORK:" }' \
    >>"$found"

# Only these at the top, as git sees it; where there is no git, as it is.
allowed=' src gazetteer tests samples Makefile README.md LICENSE CHANGELOG.md
 CONTRIBUTING.md VERSION .ci .github .gitignore .gitattributes .clang-format '
{ git ls-files 2>/dev/null || ls -A; } | sed 's|/.*||' | sort -u |
    while read -r name; do
        case $allowed in
        *[[:space:]]"$name"[[:space:]]*) ;;
        *) [ "$name" = build ] || [ "$name" = .git ] ||
            echo "$name:1: does not belong at the top level" ;;
        esac
    done >>"$found"

# One version, told in two places.
version=$(cat VERSION 2>/dev/null)
grep -q "^#define GM_VERSION \"$version\"" src/include/*.h ||
    echo "VERSION:1: is $version, GM_VERSION in src/include is not" >>"$found"

# What the headers declare, what the lists say and what the libraries export
# is one and the same.
declared() {
    awk '/GM_API/ && !/#define/ { open = 1 }
         open && match($0, /gm_[a-z0-9_]+\(/) {
             print substr($0, RSTART, RLENGTH - 1)
             open = 0
         }' "$@" | sort -u
}

# compare LIST FILE WHAT: both sorted, one name a line.
compare() {
    comm -13 "$1" "$2" | sed "s|.*|$1:1: '&' is $3 and not in the list|"
    comm -23 "$1" "$2" | awk -v what="$3" -v list="$1" '
        { print list ":1: \x27" $0 "\x27 is in the list and not " what }'
}

exported() {
    # what begins with an underscore is the linker's own
    nm -D --defined-only "$1" | awk '$2 ~ /^[A-Z]$/ && $3 !~ /^_/ { print $3 }' |
        sed 's/@.*//' | sort -u
}

check_symbols() {
    list=$1 library=$2
    shift 2
    [ -f "$list" ] || return 0
    sort -c "$list" 2>/dev/null || echo "$list:1: is not sorted by LC_ALL=C sort"
    declared "$@" >"$found.declared"
    compare "$list" "$found.declared" declared
    [ -n "$build" ] && [ -e "$build/$library" ] || return 0
    command -v nm >/dev/null 2>&1 || return 0
    exported "$build/$library" >"$found.exported"
    compare "$list" "$found.exported" exported
}

layer_headers=src/include/geomention_layer.h
core_headers=$(ls src/include/*.h | grep -v "^$layer_headers\$")
if [ "$build" = --symbols ]; then
    # shellcheck disable=SC2086 # names of headers hold no spaces
    declared $core_headers >tests/lint/symbols.txt
    declared $layer_headers >tests/lint/symbols-layer.txt
    exit
fi
{
    # shellcheck disable=SC2086
    check_symbols tests/lint/symbols.txt libgeomention.so $core_headers
    check_symbols tests/lint/symbols-layer.txt libgeomention-layer.so \
        $layer_headers
} >>"$found"

sort -t: -k1,1 -k2,2n "$found"
failed=$(wc -l <"$found")
files=$(wc -l <"$found.files")
[ -n "$build" ] && [ -e "$build/libgeomention.so" ] ||
    echo "lint: exported symbols were not looked at: nothing is built"
if [ "$failed" -gt 0 ]; then
    echo "lint: $failed in $files files"
    exit 1
fi
echo "lint: nothing found in $files files"
