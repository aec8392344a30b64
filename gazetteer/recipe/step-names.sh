# Names by language from CLDR and i18n-iso-countries, for places that exist.
cldrnames=$packages/npm/cldr-localenames-full/package/main
i18n=$packages/npm/i18n-iso-countries/package/langs

# Countries. "-alt-short" is a short name; English first, so that of two equal
# spellings the English one stays.
# Only the languages that i18n-iso-countries has as well: CLDR's small ones add
# spellings that meet words of large ones ("Ameni", "Kana").
{
	for file in "$cldrnames"/*/territories.json; do
		loc=$(basename "$(dirname "$file")")
		[ -f "$i18n/${loc%%-*}.json" ] || continue
		jq -r --arg lang "${loc%%-*}" '.main[].localeDisplayNames.territories | to_entries[] |
			select(.key | test("^[A-Z]{2}(-alt.*)?$")) |
			[.key[0:2], .value, $lang,
			 (if .key | test("alt-short") then "short" else "alternate" end)] | @tsv' "$file"
	done
	for file in "$i18n"/*.json; do
		jq -r '.locale as $lang | .countries | to_entries[] | .key as $cc |
			(.value | if type == "array" then .[] else . end) |
			[$cc, ., $lang, "alternate"] | @tsv' "$file"
	done
} | nfc | awk -F'\t' '
	FNR == NR { place[$1] = $2; next }
	# Codes, bare ISO keys and double names ("Congo (Kinshasa)") are no names.
	!($1 in place) || $2 == $1 || $2 ~ /\(|,|（|^.$/ || $2 == "" { next }
	$2 ~ /^[A-Z][A-Z][A-Z]?$/ { next }
	{ gsub(/^ +| +$/, "", $2); gsub(/  +/, " ", $2) }
	{ print place[$1] "\t" $2 "\t" substr($3, 1, 3) "\t" $4 "\t" ($3 == "en" ? 0 : 1) }' \
	"$work/country-places.tsv" - |
	sort -t "$(printf '\t')" -k1,2 -k5,5n -k3,4 |
	awk -F'\t' '!(($1, $2) in seen) { seen[$1, $2]; print $1 "\t" $2 "\t" $3 "\t" $4 }' \
	>"$work/country-names.tsv"
{
	header "Unicode CLDR 48.2.0, i18n-iso-countries 7.14.0" \
		"Unicode-3.0, MIT" "https://cldr.unicode.org/ https://github.com/michaelwittig/node-i18n-iso-countries"
	printf 'place\tname\tlang\tkind\n'
	cat "$work/country-names.tsv"
} | publish "$out/tables/60-country-names.tsv.zst"

# First-order areas, joined by ISO 3166-2.
awk -F'\t' '
	FILENAME ~ /adm1.tsv$/ { row[$1]; next }
	FILENAME ~ /adm1-names.tsv$/ { if ($4 != "" && $1 in row) id[tolower($2 $4)] = $1; next }
	$1 in id && $3 !~ /[(,]/ { print "geonames:" id[$1] "\t" $3 "\t" $2 "\talternate\t" ($2 == "en" ? 0 : 1) }' \
	"$work/adm1.tsv" "$work/adm1-names.tsv" "$work/cldr-subdivisions.tsv" |
	sort -t "$(printf '\t')" -k1,2 -k5,5n -k3,3 |
	awk -F'\t' '!(($1, $2) in seen) { seen[$1, $2]; print $1 "\t" $2 "\t" $3 "\t" $4 }' \
	>"$work/adm1-cldr-names.tsv"
{
	header "Unicode CLDR 48.2.0 (cldr-subdivisions-full)" "Unicode-3.0" "https://cldr.unicode.org/"
	printf 'place\tname\tlang\tkind\n'
	cat "$work/adm1-cldr-names.tsv"
} | publish "$out/tables/61-adm1-names.tsv.zst"
