#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the pictures of README.md: `make pictures`. Needs node and script(1),
# and for the report chromium, as tests/browser/run.sh does.
set -eu
cd "$(dirname "$0")/../.."
B=$(cd "${B:-build}" && pwd)
out=samples/pictures
text=samples/texts/caucasus-report.txt
for name in node script; do
    command -v $name >/dev/null 2>&1 || {
        echo "pictures: no $name here" >&2
        exit 1
    }
done

"$B/geomention" map -overwrite -o $out/map.svg $text

# A terminal of 100 columns; the beginning of the text is enough to see.
head -n 9 $text >"$B/beginning.txt"
script -qec "stty cols 100; $B/geomention map -q --map --color always \
    $B/beginning.txt" /dev/null </dev/null |
    node $out/terminal.js 'geomention map --map beginning.txt' >"$B/table.svg"
mv "$B/table.svg" $out/terminal.svg

sh tests/browser/run.sh "$B/pictures"
[ ! -f "$B/pictures/report.png" ] || mv "$B/pictures/report.png" $out/
sh tests/qgis/run.sh picture $out/qgis.png
ls -l $out
