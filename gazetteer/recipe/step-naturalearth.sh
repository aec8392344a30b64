# Natural Earth: areas that matched no first-order area (British districts,
# Italian and Philippine provinces, old French departments), rivers and lakes.
ne() {
	header "Natural Earth 1:10m ($1)" "public domain" "https://www.naturalearthdata.com/"
}
cut -f3 "$work/units.tsv" | slug | paste "$work/units.tsv" - >"$work/units-slugged.tsv"
sort "$work/units-matched.tsv" >"$work/units-matched-sorted.tsv"
awk -F'\t' -f "$recipe/adm2.awk" "$work/units-matched-sorted.tsv" "$work/cities.tsv" \
	"$work/adm1.tsv" "$work/units-slugged.tsv" | sort >"$work/adm2.tsv"
{
	ne "qgis-common 3.22.16"
	printf 'id\tname\tnames\tlongitude\tlatitude\tfeature\tcountry\tadmin1\tradius_km\n'
	cat "$work/adm2.tsv"
} | publish "$out/tables/25-naturalearth-adm2.tsv"

water=$packages/deb/libmagics++-data/usr/share/magics/10m
SHAPE_ENCODING=CP1252 ogr2ogr -f CSV "$work/rivers.csv" "$water/ne_10m_rivers_lake_centerlines.shp" \
	-lco SEPARATOR=TAB -lco GEOMETRY=AS_WKT -select name,rivernum,featurecla
SHAPE_ENCODING=CP1252 ogr2ogr -f CSV "$work/lakes.csv" "$water/ne_10m_ocean.shp" \
	-lco SEPARATOR=TAB -dialect sqlite -sql \
	"SELECT name, ST_X(ST_PointOnSurface(geometry)), ST_Y(ST_PointOnSurface(geometry)),
	        ST_Area(geometry) FROM ne_10m_ocean WHERE name IS NOT NULL"
tr -d '"' <"$work/rivers.csv" | nfc |
	awk -F'\t' -f "$recipe/rivers.awk" "$recipe/hand/river-names.tsv" - | sort >"$work/river-lines.tsv"
tr -d '"' <"$work/lakes.csv" | nfc |
	awk -F'\t' -f "$recipe/lakes.awk" "$recipe/hand/lake-names.tsv" - | sort >"$work/lake-lines.tsv"
for kind in river lake; do
	[ $kind = river ] && number=30 || number=31
	cut -f1 "$work/$kind-lines.tsv" | slug | paste "$work/$kind-lines.tsv" - >"$work/$kind-slugged.tsv"
	awk -F'\t' -v kind=$kind -f "$recipe/water.awk" \
		"$recipe/hand/river-words.txt" "$work/cities.tsv" \
		"$work/$kind-slugged.tsv" | sort >"$work/$kind.tsv"
	{
		ne "libmagics++-data 4.13.0"
		printf 'id\tname\tnames\tlongitude\tlatitude\tfeature\tcountry\tradius_km\n'
		cat "$work/$kind.tsv"
	} | publish "$out/tables/$number-${kind}s.tsv"
done
