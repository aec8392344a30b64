# United States: counties, places and county subdivisions of the Census
# Bureau's 2022 gazetteer, as weather-util-data carries them (centres in
# radians, "Name, ST").
zcat "$packages/deb/weather-util-data/usr/share/weather-util/places.gz" | nfc |
	awk -f "$recipe/us-read.awk" >"$work/us.tsv"
cut -f4 "$work/us.tsv" | fold | paste "$work/us.tsv" - >"$work/us-folded.tsv"
awk -F'\t' '$9 == "US" || $9 == "PR" { print $2 "\t" $5 "\t" $6 "\t" $9 "\t" $11 }' \
	"$work/cities.tsv" >"$work/us-cities.tsv"
cut -f1 "$work/us-cities.tsv" | fold | paste "$work/us-cities.tsv" - >"$work/us-cities-folded.tsv"
awk -F'\t' -v dir="$work" -f "$recipe/us.awk" "$work/us-cities-folded.tsv" \
	"$work/cities.tsv" "$work/adm1.tsv" "$work/adm1-extent.tsv" "$work/us-folded.tsv"

census() {
	header "US Census Bureau gazetteer 2022 (weather-util-data 2.4.4)" "public domain" \
		"https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html"
}
{
	census
	printf 'id\tname\tnames\tlongitude\tlatitude\tfeature\tcountry\tadmin1\tadmin2\tpopulation\tradius_km\n'
	sort "$work/us-counties.tsv" "$recipe/hand/us-counties-old.tsv"
} | publish "$out/tables/20-us-counties.tsv.zst"
for kind in places subdivisions; do
	[ $kind = places ] && number=21 || number=22
	{
		census
		printf 'id\tname\tnames\tlongitude\tlatitude\tfeature\tcountry\tadmin1\tadmin2\tradius_km\n'
		sort "$work/us-$kind.tsv"
	} | publish "$out/tables/$number-us-$kind.tsv.zst"
done
