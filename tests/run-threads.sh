#!/bin/sh
# SPDX-License-Identifier: MIT
# With the world gazetteer, the output is the same for every number of threads.
set -u
cd "$(dirname "$0")/.." || exit 1
B=${B:-build}
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-threads.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
passed=0 failed=0

for i in 1 2 3 4; do
    mkdir "$work/$i"
    cp samples/texts/*.txt "$work/$i"
done

for format in jsonl tsv geojson; do
    for jobs in 1 2 4 16; do
        "$B/geomention" map -q --use all --candidates 3 -f $format -j $jobs \
            "$work"/[1-4] >"$work/out.$jobs" 2>"$work/err.$jobs"
        status=$?
        if [ "$status" -eq 0 ] && [ -s "$work/out.$jobs" ] &&
            cmp -s "$work/out.1" "$work/out.$jobs"; then
            passed=$((passed + 1))
        else
            echo "FAIL $format with -j $jobs: exit status $status"
            tail -n 40 "$work/err.$jobs"
            failed=$((failed + 1))
        fi
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
