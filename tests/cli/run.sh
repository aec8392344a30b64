#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the command as a user would: every file of this folder, or those named.
# usage: [B=build] sh tests/cli/run.sh [TOPIC]...
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
export B

if [ ! -x "$B/geomention" ]; then
    echo "cli: no $B/geomention: run make first"
    exit 1
fi
[ $# -gt 0 ] || set -- $(ls tests/cli | sed -n '/^run.sh$/d; /^lib.sh$/d; s/\.sh$//p')

results=$(mktemp)
trap 'rm -f "$results"' EXIT
for topic; do
    sh "tests/cli/$topic.sh" >>"$results" 2>&1 ||
        grep -q "^$topic: " "$results" || echo "FAIL - $topic broke off" >>"$results"
done
cat "$results"
passed=$(grep -c '^ok - ' "$results")
failed=$(grep -c '^FAIL - ' "$results")
echo "cli: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
