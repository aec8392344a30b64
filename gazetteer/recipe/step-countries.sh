# Countries: ids from iso3166-2-db (its GeoNames part), facts from
# hand/countries.tsv. Those without a known GeoNames id become rows of our own
# in tables/countries-more.tsv.

jq -r 'to_entries[] | select(.value.reference.geonames) |
	[.key, .value.reference.geonames, .value.iso3, .value.numeric, .value.fips] | @tsv' \
	"$iso" >"$work/country-ids.tsv"
awk -F'\t' -v info="$out/world/countryInfo.txt.part" -v more="$work/countries-more.tsv" \
	-v places="$work/country-places.tsv" -f "$recipe/countries.awk" \
	"$work/country-ids.tsv" "$recipe/hand/countries.tsv" >"$work/countries.tsv"
mv "$out/world/countryInfo.txt.part" "$out/world/countryInfo.txt"
{
	header "typed by hand" "CC0" "gazetteer/recipe/hand/countries.tsv"
	printf 'id\tname\tlongitude\tlatitude\tfeature\tcountry\tpopulation\tradius_km\n'
	cat "$work/countries-more.tsv"
} | publish "$out/tables/10-countries-more.tsv"
