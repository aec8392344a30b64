# places.gz to lines: geoid longitude latitude name state type.
# The type words at the end ("city", "CDP", "township") leave the name, but
# those of counties stay: people say "Travis County".
BEGIN { OFS = "\t"; deg = 180 / atan2(0, -1) }
/^\[fips[0-9]+\]$/ { geoid = substr($0, 6, length($0) - 6); lon = ""; next }
/^\[/ { geoid = ""; next }
geoid != "" && /^centroid = \(/ {
	split(substr($0, 13, length($0) - 13), c, /, */)
	lat = c[1] * deg
	lon = c[2] * deg
	next
}
geoid != "" && lon != "" && /^description = / {
	full = substr($0, 15)
	state = full
	sub(/.*, /, "", state)
	name = substr(full, 1, length(full) - length(state) - 2)
	type = ""
	if (length(geoid) > 5) {
		sub(/ \(balance\)$/, "", name)
		while (match(name, / (city and borough|consolidated government|metropolitan government|metro government|unified government|urban county|charter township|unorganized territory|barrio-pueblo|zona urbana|city|town|village|CDP|CCD|borough|township|plantation|municipality|comunidad|barrio|UT|precinct|district|gore|grant|corporation|purchase|location|Reservation|subarea)$/)) {
			if (type == "")
				type = substr(name, RSTART + 1)
			name = substr(name, 1, RSTART - 1)
			break
		}
	}
	printf "%s\t%.4f\t%.4f\t%s\t%s\t%s\n", geoid, lon, lat, name, state, type
	geoid = ""
}
