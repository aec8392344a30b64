# Counties, places and subdivisions of the United States.
# Input in order: us-cities-folded (name lat lon cc admin1 fold), cities.tsv,
# adm1.tsv, adm1-extent.tsv, us-folded (geoid lon lat name state type fold).
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }

# A same-named row of the state within so many km is the same place: the Census'
# centre of a stretched town can lie 10 km from GeoNames' point.
function near(key, x, y, limit,    m, p, i, q, dx, dy) {
	m = split(at[key], p, ";")
	for (i = 1; i < m; i++) {
		split(p[i], q, ",")
		dx = (q[1] - x) * cos(y * rad) * 111.2
		dy = (q[2] - y) * 111.2
		if (dx * dx + dy * dy < limit * limit)
			return 1
	}
	return 0
}

FNR == 1 { file++ }
file == 1 { at[$5, $6] = at[$5, $6] $3 "," $2 ";"; next }
file == 2 {
	if ($9 == "US" && $8 != "PPLX")
		pop[$11, $12] += $15
	next
}
file == 3 { if ($9 == "US") state[$1] = $11; next }
file == 4 {
	id = substr($1, 10)
	if (id in state)
		radius[state[id]] = $2
	next
}
{ counties[$5] += (length($1) == 5); row[++rows] = $0 }

function county(    cc, a1, a2, name, alt, r) {
	if ($5 == "PR" || $5 == "GU" || $5 == "VI" || $5 == "AS" || $5 == "MP" || $5 == "UM")
		return # first-order areas of their own in GeoNames
	a2 = substr($1, 3)
	name = $4
	alt = ""
	if (name ~ / city$/) {
		sub(/ city$/, "", name)
		name = "City of " name
	}
	if (name ~ / County$/) {
		alt = name
		sub(/ County$/, " Co.", alt)
		alt = alt "|County of " substr(name, 1, length(name) - 7)
		if (name ~ /^St\. /)
			alt = alt "|Saint" substr(name, 4)
	}
	r = sqrt(radius[$5] * radius[$5] / counties[$5])
	print "census:" $1, name, alt, $2, $3, "A.ADM2", "US", $5, a2, \
		pop[$5, a2] + 0, int(r + 0.5) > (dir "/us-counties.tsv")
}

# A place of the Census that cities500 lacks.
function settlement(    key) {
	key = $5 SUBSEP $7
	if ($5 == "PR" || near(key, $2, $3, 15))
		return
	at[key] = at[key] $2 "," $3 ";"
	print "census:" $1, $4, "", $2, $3, "P.PPL", "US", $5, "", 2 > (dir "/us-places.tsv")
}

# Towns and townships: not the Census' own divisions, nor numbered ones.
function subdivision(    key, name, alt) {
	key = $5 SUBSEP $7
	if ($5 == "PR" || $4 ~ /[0-9]/ || $4 ~ /not defined/ || $4 ~ /^.$/)
		return
	if ($6 !~ /^(township|charter township|town|borough|village|city|plantation|Reservation|gore|location|grant|purchase)$/)
		return
	if (near(key, $2, $3, 12))
		return
	at[key] = at[key] $2 "," $3 ";"
	name = $4
	alt = ""
	if ($6 ~ /township$/) {
		# Only in these states do people drop the word.
		alt = name " Twp."
		if ($5 ~ /^(NJ|PA|MI|OH)$/)
			alt = name "|" alt
		name = name " Township"
	}
	if ($6 == "Reservation")
		name = name " Reservation"
	print "census:" $1, name, alt, $2, $3, "A.ADM3", "US", $5, substr($1, 3, 3), 5 > (dir "/us-subdivisions.tsv")
}

END {
	for (i = 1; i <= rows; i++) {
		$0 = row[i]
		if (length($1) == 5) county()
	}
	for (i = 1; i <= rows; i++) {
		$0 = row[i]
		if (length($1) == 7) settlement()
	}
	for (i = 1; i <= rows; i++) {
		$0 = row[i]
		if (length($1) == 10) subdivision()
	}
}
