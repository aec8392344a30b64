# Rivers and lakes to place rows: the country is that of the nearest populated
# place, and names get the words that texts put beside them.
# Input: river-words.txt, cities.tsv, then name alternates lon lat feature
# radius slug.
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }
FNR == 1 { file++ }
file == 1 { word[$1]; next }
file == 2 {
	k = int($6 / 2) " " int($5 / 2)
	i = ++n[k]
	cx[k, i] = $6; cy[k, i] = $5; cc[k, i] = $9
	next
}
function country(x, y,    gx, gy, k, i, d, best, found, dx, dy) {
	best = 1e9
	for (gx = int(x / 2) - 2; gx <= int(x / 2) + 2; gx++)
		for (gy = int(y / 2) - 2; gy <= int(y / 2) + 2; gy++) {
			k = gx " " gy
			for (i = 1; i <= n[k]; i++) {
				dx = (cx[k, i] - x) * cos(y * rad)
				dy = cy[k, i] - y
				d = dx * dx + dy * dy
				if (d < best) { best = d; found = cc[k, i] }
			}
		}
	return found
}

function km(x1, y1, x2, y2,    dx, dy) {
	dx = (x1 - x2) * cos((y1 + y2) / 2 * rad)
	dy = y1 - y2
	return 111.2 * sqrt(dx * dx + dy * dy)
}

function also(list, name) {
	if (name == "" || index("|" list "|", "|" name "|"))
		return list
	return list (list == "" ? "" : "|") name
}

# A bare river name stays where it is no common word or other place.
function river_names(    bare) {
	if (feature[k] != "H.STM" || name ~ /^(Rio|Río|Bayou|Oued|Bahr|Shatt|Rivière) / ||
	    name ~ / (River|Fork|Branch|Channel|Canal|Delta|Nile|älv|ström|Rud)$/)
		return
	bare = name
	if (bare in word || c ~ /^(US|CA|AU|NZ)$/) {
		name = bare " River"
		if (!(bare in word))
			alt = also(alt, bare)
	} else
		alt = also(alt, bare " River")
	alt = also(alt, "River " bare)
}

function lake_names(    bare) {
	bare = name
	if (name ~ /^Lake /)
		alt = also(alt, substr(name, 6) " Lake")
	else if (sub(/^(Lago|Lac|Ozero|Danau|Laguna|Lough) (de |di )?/, "", bare))
		alt = also(alt, "Lake " bare)
	else if (sub(/ (Hu|Nuur|Co|Nur|Ko|Köl)$/, "", bare))
		alt = also(also(alt, "Lake " bare), bare " Lake")
}

# Pieces of one name in one country are one river; across a border only where
# the name is no common one and the pieces lie within 1,200 km.
function river(slug, c, x, y, common,    j, k, part) {
	for (j = 1; j <= count; j++) {
		k = order[j]
		split(k, part, SUBSEP)
		if (part[1] != slug)
			continue
		if (part[2] == c || (!common && km(x, y, lon[k], lat[k]) < 1200))
			return k
	}
	return slug SUBSEP c
}

{
	c = country($3, $4)
	k = river($7, c, $3, $4, $1 in word)
	if (!(k in label)) {
		order[++count] = k
		label[k] = $1; feature[k] = $5
	}
	n2 = split($2, part, "|")
	for (i = 1; i <= n2; i++)
		alts[k] = also(alts[k], part[i])
	if ($6 > longest[k]) {
		longest[k] = $6
		lon[k] = $3; lat[k] = $4
	}
	sum[k] += $6
}

END {
	for (j = 1; j <= count; j++) {
		k = order[j]
		split(k, part, SUBSEP)
		c = part[2]
		name = label[k]
		alt = alts[k]
		if (kind == "river") river_names()
		else lake_names()
		id = "naturalearth:" kind "-" part[1]
		if (used[id]++)
			id = id "-" used[id]
		print id, name, alt, lon[k], lat[k], feature[k], c, sum[k]
	}
}
