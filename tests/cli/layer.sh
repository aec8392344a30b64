# SPDX-License-Identifier: MIT
# Map layers, as far as the command has to do with them.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

run formats
claim 'formats lists our own' out_has 'geojson	geojson	geomention'
claim 'formats lists drivers' out_has 'GPKG	gpkg	GDAL'
claim 'and shapefiles' out_has 'ESRI Shapefile	shp'
run formats -f jsonl
claim 'formats as JSON lines' out_has '{"format":"GPKG","ending":"gpkg","by":"GDAL"'

run -g tiny.gaz -o o.gpkg a.txt
claim 'a GeoPackage is written by its ending' status_is 0
claim 'and is one' test "$(head -c 15 o.gpkg)" = 'SQLite format 3'
claim 'and nothing stands beside it' is_alone o.gpkg
claim 'it holds styles' grep -aq 'categorizedSymbol' o.gpkg
run -g tiny.gaz --no-style -o plain.gpkg a.txt
claim '--no-style leaves them out' \
    has_without Yerevan categorizedSymbol plain.gpkg
cp o.gpkg before
run -g tiny.gaz -o o.gpkg texts
ends 'one that exists is refused, 4' 4 "o.gpkg' exists"
claim 'and is as it was' cmp -s before o.gpkg
run -g tiny.gaz -overwrite -o o.gpkg texts
claim 'and replaced with -overwrite' status_is 0
run -g tiny.gaz -append -o o.gpkg a.txt
claim 'and added to with -append' status_is 0
run -g tiny.gaz -overwrite -o o.gpkg none.txt
claim 'a run in which all failed is 1' status_is 1
claim 'and leaves it' test -s o.gpkg
run -g tiny.gaz -o p.gpkg none.txt
claim 'or does not make it' none_left p.gpkg

run -g tiny.gaz -o s.shp a.txt
claim 'a shapefile is written' test -s s.shp -a -s s.dbf -a -s s.shx
claim 'in UTF-8' grep -q UTF-8 s.cpg
run -g tiny.gaz -f 'ESRI Shapefile' -o folder a.txt
claim 'a driver may be named' status_is 0
run -g tiny.gaz -f "esri shapefile" -overwrite -o s.shp a.txt
claim 'in any case' status_is 0

# What a format cannot hold is told.
run -g tiny.gaz -o d.dxf a.txt
claim 'a drawing has no fields, and it is said' err_has 'DXF has no room for'
printf 'Yerevan is \033[1mlarge\033[0m.' >control.txt
run -g tiny.gaz -o control.gpkg control.txt
claim 'a format that holds everything says nothing' err_is_empty
claim 'and holds it' grep -aq Yerevan control.gpkg
run -g tiny.gaz -o control.gml control.txt
claim 'XML has no control characters, and it is said' \
    err_has '1 text with other characters, where GML cannot hold its own'
{
    printf 'Yerevan'
    printf ' and more of it%.0s' $(seq 100)
} >long.txt
run -g tiny.gaz -o long.shp long.txt
claim 'a text that was cut is said' \
    err_has '1 text shortened to what ESRI Shapefile can hold'
run -g tiny.gaz -f Parquet -o p.parquet a.txt
claim 'a driver that this GDAL lacks is misuse' status_is 2
claim 'and named' err_has "'Parquet'"

run -g tiny.gaz -o m.gpkg -t_srs EPSG:3857 a.txt
claim 'a layer may have another CRS' grep -q 3857 m.gpkg
run -g tiny.gaz -o m.geojson -t_srs EPSG:3857 a.txt
ends 'GeoJSON in another CRS is misuse, as RFC 7946 has it' 2 'WGS 84'
claim 'and leaves no file' none_left m.geojson
run -g tiny.gaz -o n.geojson --crs EPSG:4326 a.txt
claim 'GeoJSON in WGS 84 has no crs' has_without '"Point"' crs n.geojson
run -g tiny.gaz -f GeoJSON -lco COORDINATE_PRECISION=2 a.txt
claim 'a layer goes to standard output' out_has '44.51'
run -g tiny.gaz -o seq.geojsons a.txt
claim '.geojsons has a record separator before each line' \
    test "$(head -c 1 seq.geojsons | od -An -tx1 | tr -d ' ')" = 1e
run -g tiny.gaz -o seq.geojsonl a.txt
claim '.geojsonl has none' test "$(head -c 1 seq.geojsonl)" = '{'
run -g tiny.gaz -o k.kml -nln Places a.txt
claim '-nln names the layer' grep -q Places k.kml
run -g tiny.gaz -o l.gpkg --dsco VERSION=1.2 --lco FID=key a.txt
claim 'options take two dashes, too' status_is 0
claim 'and are heard' grep -aq '"key" INTEGER PRIMARY KEY' l.gpkg
run -g tiny.gaz -o l2.gpkg -dsco VERSION=1.2 -lco FID=key --nln mentions \
    --t_srs EPSG:4326 a.txt
claim 'and one dash or two are the same' \
    grep -aq '"key" INTEGER PRIMARY KEY' l2.gpkg
run -g tiny.gaz -f csv -lco GEOMETRY=AS_WKT a.txt
claim 'CSV with an option goes through GDAL' out_has 'POINT'
run -g tiny.gaz -o x.gpkg -lco NOPE=1 a.txt
claim 'an option that the driver has not is misuse' status_is 2
claim 'and leaves no file' none_left x.gpkg
run -g tiny.gaz -o missing/o.gpkg a.txt
claim 'a missing folder is 4' status_is 4
run -g tiny.gaz -j 4 -o y.gpkg texts d.jsonl
claim 'several threads write one layer' status_is 0

interrupted INT int.gpkg
claim 'SIGINT ends a run that writes a layer' status_is 130
claim 'and leaves nothing behind' none_left int.gpkg

if [ -d /proc/self ]; then
    # strace is not everywhere; the loader's own tracing is.
    LD_DEBUG=files "$program" -g tiny.gaz a.txt 2>&1 >/dev/null |
        grep -c libgdal >count || true
    claim 'a table is printed without GDAL' test "$(cat count)" = 0
fi
finish
