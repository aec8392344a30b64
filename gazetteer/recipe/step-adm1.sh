# First-order areas: ids, codes and names from iso3166-2-db (its GeoNames part
# only: names_osm.json and the merged `names` are OpenStreetMap's, ODbL) and
# CLDR; coordinates from Natural Earth's polygons by name, then by FIPS code,
# else the middle of the area's populated places; see adm1.awk.
names=$packages/npm/iso3166-2-db/package/data/names_geonames.json
cldr=$packages/npm/cldr-subdivisions-full/package/subdivisions

# id cc code iso lang name; "-" is GeoNames' own name.
jq -r --slurpfile gn "$names" 'to_entries[] | .key as $cc | .value.regions[] |
	select(.reference.geonames) | .reference.geonames as $id |
	[$id, $cc, (.admin // .fips // ""), (.iso // "")] as $head |
	((select(.names.geonames) | ["-", .names.geonames]),
	 (($gn[0][$id | tostring] // {}) | to_entries[] | [.key, .value])) |
	$head + . | @tsv' "$iso" | nfc | awk -F'\t' '
	# Known faults: two districts with swapped names, Russian under "zh".
	($1 == 587010 || $1 == 146879) && $5 != "-" { next }
	$5 == "zh" && $6 ~ /а|е|и|о|у|ы|я/ { next }
	$5 == "-" && $6 == "Chukot" && $3 != "15" { next }
	{ print }' | sort -u >"$work/adm1-names.tsv"

# code lang name, code as iso3166-2 in lower case without the hyphen.
for file in "$cldr"/*/*.json; do
	lang=$(basename "$file" .json)
	jq -r --arg lang "${lang%%-*}" '.. | objects | to_entries[] |
		select(.value | type == "string") | select(.key | test("^[a-z]{2}[a-z0-9]+$")) |
		select(.key != "language") | [.key, $lang, .value] | @tsv' "$file"
done | nfc | sort -u >"$work/cldr-subdivisions.tsv"

# Every name beside its folded form, for the match with polygons.
cut -f6 "$work/adm1-names.tsv" | fold | paste "$work/adm1-names.tsv" - >"$work/adm1-folded.tsv"
awk -F'\t' 'FNR == NR { if ($2 == "en") en[$1] = $3; next }
	{ k = tolower($2 $4); if ($4 != "" && k in en && !seen[$1]++)
		print $1 "\t" $2 "\t" $3 "\t" $4 "\tcldr\t" en[k] }' \
	"$work/cldr-subdivisions.tsv" "$work/adm1-names.tsv" >"$work/adm1-cldr.tsv"
cut -f6 "$work/adm1-cldr.tsv" | fold | paste "$work/adm1-cldr.tsv" - >>"$work/adm1-folded.tsv"
for column in 3 5 6; do
	cut -f$column "$work/units.tsv" | fold >"$work/unit-fold$column"
done
paste "$work/units.tsv" "$work/unit-fold3" "$work/unit-fold5" "$work/unit-fold6" >"$work/units-folded.tsv"

awk -F'\t' -v matched="$work/units-matched.tsv" -v extent="$work/adm1-extent.tsv" \
	-f "$recipe/adm1.awk" "$work/units-folded.tsv" "$work/cities.tsv" \
	"$recipe/hand/adm1-population.tsv" "$recipe/hand/adm1-points.tsv" \
	"$work/adm1-folded.tsv" | sort -n >"$work/adm1.tsv"

sort -n "$work/countries.tsv" "$work/adm1.tsv" "$work/cities.tsv" |
	awk -F'\t' '$1 in seen { next } { seen[$1]; print }' |
	publish "$out/world/allCountries.txt.zst"
awk -F'\t' '{ print $9 "." $11 "\t" $2 "\t" $2 "\t" $1 }' "$work/adm1.tsv" | sort |
	publish "$out/world/admin1CodesASCII.txt"
{
	header "Natural Earth 1:10m (qgis-common 3.22.16)" "public domain" "https://www.naturalearthdata.com/"
	printf 'id\tradius_km\n'
	sort "$work/adm1-extent.tsv"
} | publish "$out/tables/11-adm1-extent.tsv"

cat "$work/countries.tsv" "$work/adm1.tsv" | cut -f1 >"$work/known-areas"

# Names by language of countries and first-order areas, as GeoNames lays them.
{
	jq -r --slurpfile gn "$names" 'to_entries[] | .value.reference.geonames as $id |
		select($id) | ($gn[0][$id | tostring] // {}) | to_entries[] |
		[$id, .key, .value] | @tsv' "$iso" | nfc
	awk -F'\t' '$5 != "-" { print $1 "\t" $5 "\t" $6 }' "$work/adm1-names.tsv"
} | awk -F'\t' 'FNR == NR { known[$1]; next }
	!($1 in known) || ($2 == "zh" && $3 ~ /китайский/) { next }
	{ gsub(/^ +| +$/, "", $3); print $1 "\t" $2 "\t" $3 }' "$work/known-areas" - | sort -u -t "$(printf '\t')" -k1,1n -k2,3 |
	awk -F'\t' '{ print NR "\t" $1 "\t" $2 "\t" $3 "\t\t\t\t\t\t" }' |
	publish "$out/world/alternateNamesV2.txt.zst"
