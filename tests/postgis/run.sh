#!/bin/sh
# SPDX-License-Identifier: MIT
# Layers in PostGIS, written to a server that is started for this and thrown
# away after it: pg_virtualenv of Debian's postgresql-common.
#
#   B=BUILD_FOLDER run.sh
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

skip() {
    echo "check-postgis: skipped, $* (apt-get install" \
        "postgresql-15-postgis-3)"
    exit 0
}

if [ "${1-}" != inside ]; then
    command -v pg_virtualenv >/dev/null || skip "there is no pg_virtualenv"
    ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 ||
        skip "there is no PostGIS"
    B=$(cd "${B:-$root/build}" && pwd) || exit 1
    export B
    exec pg_virtualenv sh "$0" inside
fi

failed=0
claim() {
    if [ "$2" = "$3" ]; then
        echo "ok    $1"
    else
        echo "FAIL  $1: '$2', not '$3'"
        failed=1
    fi
}
ask() { psql -XAtq -d texts -c "$1" 2>&1; }
map() { "$B/geomention" map -q -f PostgreSQL -o 'PG:dbname=texts' "$@"; }

createdb texts && ask 'CREATE EXTENSION postgis' || exit 1
texts=$root/samples/texts
count=$("$B/geomention" map -q -f tsv --no-header "$texts" | wc -l)

map "$texts"
claim 'a layer is written' $? 0
claim 'with all rows' "$(ask 'SELECT count(*) FROM mentions')" "$count"
claim 'longitude is first' "$(ask "SELECT bool_and(abs(st_x(geom) - longitude)
    < 1e-6 AND abs(st_y(geom) - latitude) < 1e-6) FROM mentions")" t
claim 'in WGS 84' "$(ask 'SELECT DISTINCT st_srid(geom) FROM mentions')" 4326
claim 'letters are unharmed' \
    "$(ask "SELECT count(*) > 0 FROM mentions WHERE mention LIKE 'Երևան%'")" t
claim 'with an index of space' "$(ask "SELECT count(*) FROM pg_indexes WHERE
    tablename = 'mentions' AND indexdef LIKE '%gist%'")" 1
map "$texts" 2>/dev/null
claim 'one that exists is refused' $? 4
claim 'and stays' "$(ask 'SELECT count(*) FROM mentions')" "$count"
map -append "$texts"
claim 'and is added to' "$(ask 'SELECT count(*) FROM mentions')" $((count * 2))
map -overwrite "$texts"
claim 'and replaced' "$(ask 'SELECT count(*) FROM mentions')" "$count"
map -nln other -t_srs EPSG:3857 "$texts"
claim 'another has another system' \
    "$(ask 'SELECT DISTINCT st_srid(geom) FROM other')" 3857
exit $failed
