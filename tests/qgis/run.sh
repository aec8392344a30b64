#!/bin/sh
# SPDX-License-Identifier: MIT
# Layers of the sample texts, opened by QGIS itself.
#
#   B=BUILD_FOLDER run.sh                checks them
#   B=BUILD_FOLDER run.sh picture PNG    draws the project of a sample
#
# QGIS is Debian's python3-qgis and qgis-providers, for Debian's own Python;
# where it is not, there is nothing to check, and a message says so.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
geomention=$(cd "${B:-$root/build}" && pwd)/geomention || exit 1
python=${QGIS_PYTHON:-/usr/bin/python3}
texts=$root/samples/texts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

qgis() {
    "$python" "$here/check_layer.py" "$@" 2>"$work/log"
    status=$?
    # what Qt says of a missing display is of no interest
    [ $status -eq 0 ] || grep -v '^QStandardPaths' "$work/log"
    return $status
}

if ! "$python" -c 'import qgis.core' 2>/dev/null; then
    echo "check-qgis: skipped, $python has no QGIS" \
        "(apt-get install python3-qgis qgis-providers)"
    exit 0
fi

if [ "${1-}" = picture ]; then
    "$geomention" map -q -o "$work/map.gpkg" "$texts/caucasus-report.txt" \
        "$texts/history.txt" "$texts/armenian.txt" \
        "$texts/azerbaijani.txt" || exit 1
    qgis picture "$work/map.gpkg" "$2" 42.5,38.2,51.5,43.2
    exit
fi

count=$("$geomention" map -q -f tsv --no-header "$texts" | wc -l)
for ending in gpkg shp geojson geojsonl fgb kml kmz csv tab sqlite; do
    mkdir "$work/$ending"
    file=$work/$ending/places.$ending
    name=
    [ $ending = gpkg ] && name=mentions
    if "$geomention" map -q -o "$file" "$texts" &&
        qgis layer "$file" "$count" $name; then
        echo "ok    $ending"
    else
        echo "FAIL  $ending"
        failed=1
    fi
done
if qgis project "$work/gpkg/places.gpkg"; then
    echo "ok    project in the GeoPackage"
else
    echo "FAIL  project in the GeoPackage"
    failed=1
fi
exit $failed
