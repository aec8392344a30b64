# OurAirports to place rows. Alternates: the town's name with "Airport", since
# a report says "Baku airport" rather than the full name.
def clean: gsub("[\t|]"; " ") | gsub("  +"; " ") | ltrimstr(" ") | rtrimstr(" ");
def airport($large): if $large then [. + " Airport", . + " International Airport"]
	else [. + " Airport"] end;
.[]
| select(.iata_code | test("^[A-Z]{3}$"))
| (.name | clean) as $name
| (.type == "large_airport") as $large
| ((.municipality // "") | gsub("[/,(].*$"; "") | clean) as $town
| ([ (if $town == "" then empty else $town | airport($large)[] end),
     ($name | select(test(" International Airport$")) | sub(" International Airport$"; " Airport")),
     ($name | select(test(" / ")) | split(" / ")[])]
   | unique | map(select(. != $name and . != "Airport"))) as $names
| ["ourairports:" + .id, $name, ($names | join("|")),
   (.longitude_deg | tonumber * 10000 | round / 10000),
   (.latitude_deg | tonumber * 10000 | round / 10000),
   "S.AIRP", .iso_country, (if $large then 3 else 2 end)]
| @tsv
