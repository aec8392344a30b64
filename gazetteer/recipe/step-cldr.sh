# Names by language from CLDR for what the other steps leave out: continents
# and world regions, and the cities that stand for time zones.
dates=$packages/npm/cldr-dates-full/package/main
territories=$packages/npm/cldr-localenames-full/package/main
i18n=$packages/npm/i18n-iso-countries/package/langs
zones=$packages/zone.tab # of tzdata

# Languages as in the step "names".
languages() {
	for file in "$1"/*/"$2"; do
		loc=$(basename "$(dirname "$file")")
		[ -f "$i18n/${loc%%-*}.json" ] && echo "$file ${loc%%-*}"
	done
}

# UN M49 codes and the regions written by hand (51-regions.tsv).
cat >"$work/m49.tsv" <<'END'
002	geomention:africa
142	geomention:asia
150	geomention:europe
003	geomention:north-america
005	geomention:south-america
009	geomention:oceania
019	geomention:americas
013	geomention:central-america
018	geomention:southern-africa
029	geomention:caribbean
035	geomention:southeast-asia
039	geomention:southern-europe
143	geomention:central-asia
145	geomention:western-asia
151	geomention:eastern-europe
154	geomention:northern-europe
155	geomention:western-europe
053	geomention:australasia
054	geomention:melanesia
061	geomention:polynesia
419	geomention:latin-america
202	geomention:sub-saharan-africa
END
languages "$territories" territories.json | while read -r file lang; do
	jq -r --arg lang "$lang" '.main[].localeDisplayNames.territories | to_entries[] |
		select(.key | test("^[0-9]{3}$")) | [.key, .value, $lang] | @tsv' "$file"
done | nfc | awk -F'\t' 'FNR == NR { id[$1] = $2; next }
	$1 in id && $2 !~ /\(|,|（/ { print id[$1] "\t" $2 "\t" $3 }' \
	"$work/m49.tsv" - >"$work/cldr-regions.tsv"

# zone, country, latitude, longitude (whole degrees and minutes).
awk -F'\t' '!/^#/ && match($2, /^[+-][0-9]+/) {
	lat = substr($2, 1, RLENGTH); lon = substr($2, RLENGTH + 1)
	print $3 "\t" $1 "\t" degrees(lat, 2) "\t" degrees(lon, 3) }
	function degrees(text, digits,    value) {
		value = substr(text, 2, digits) + substr(text, 2 + digits, 2) / 60
		return substr(text, 1, 1) == "-" ? -value : value }' \
	"$zones" >"$work/zones.tsv"

# The largest place of that name within a degree of the zone's own point.
languages "$dates" timeZoneNames.json | while read -r file lang; do
	jq -r --arg lang "$lang" '.main[].dates.timeZoneNames.zone |
		paths(type == "object" and has("exemplarCity")) as $p |
		[($p | join("/")), getpath($p).exemplarCity, $lang] | @tsv' "$file"
done | nfc >"$work/cldr-cities.tsv"
zstd -qdc "$out/world/allCountries.txt.zst" | awk -F'\t' '
	# English names are given only where they are not the zone.
	FILENAME ~ /zones.tsv$/ {
		country[$1] = $2; lat[$1] = $3; lon[$1] = $4
		city = $1; sub(/.*\//, "", city); gsub(/_/, " ", city)
		english[$1] = city; at[$2, city] = at[$2, city] " " $1
		next
	}
	FILENAME ~ /cldr-cities.tsv$/ {
		if ($1 in country)
			row[++rows] = $0
		next
	}
	$7 == "P" && (($9, $2) in at || ($9, $3) in at) {
		count = split((($9, $2) in at) ? at[$9, $2] : at[$9, $3], zone, " ")
		for (i = 1; i <= count; i++) {
			z = zone[i]; dy = $5 - lat[z]; dx = $6 - lon[z]
			if (dy * dy + dx * dx < 2 && (!(z in id) || $15 + 0 > people[z])) {
				id[z] = $1; people[z] = $15 + 0
			}
		}
	}
	END {
		for (i = 1; i <= rows; i++) {
			split(row[i], field, "\t")
			z = field[1]; name = field[2]
			if (z in id && name != english[z] && name !~ /\(|,|（/)
				print "geonames:" id[z] "\t" name "\t" field[3]
		}
	}' "$work/zones.tsv" "$work/cldr-cities.tsv" - >"$work/cldr-city-names.tsv"

{
	header "Unicode CLDR 48.2.0 (cldr-localenames-full, cldr-dates-full); places by tzdata" \
		"Unicode-3.0; tzdata is in the public domain" "https://cldr.unicode.org/"
	printf 'place\tname\tlang\tkind\n'
	sort -u "$work/cldr-regions.tsv" "$work/cldr-city-names.tsv" |
		awk -F'\t' '!(($1, $2) in seen) { seen[$1, $2]; print $0 "\talternate" }'
} | publish "$out/tables/68-world-names.tsv.zst"
