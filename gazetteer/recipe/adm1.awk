# Give each first-order area its display name, point, population and extent.
# Input in order: units-folded.tsv, cities.tsv, hand/adm1-population.tsv,
# hand/adm1-points.tsv, adm1-folded.tsv (id cc code iso lang name fold).
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }

function km(x1, y1, x2, y2,    dx, dy) {
	dx = (x1 - x2) * cos((y1 + y2) / 2 * rad)
	dy = y1 - y2
	return 111.2 * sqrt(dx * dx + dy * dy)
}

# Remember the first unit of a name; two units of one name stay apart by size.
function learn(cc, name, u,    k) {
	if (name == "")
		return
	k = cc SUBSEP name
	if (!(k in byname) || area[u] > area[byname[k]])
		byname[k] = u
}

FNR == 1 { file++ }
file == 1 {
	u = $1
	x[u] = $8; y[u] = $9; area[u] = $10
	learn($2, $13, u); learn($2, $11, u)
	woe[u] = $12; where[u] = $2
	if (length($4) > 2 && !(($2, substr($4, 3)) in bycode))
		bycode[$2, substr($4, 3)] = u
	next
}
# woe_name is at times that of the area next door: it serves where name and
# gn_name give nothing.
file == 2 && FNR == 1 {
	for (u in woe) {
		k = where[u] SUBSEP woe[u]
		if (woe[u] != "" && !(k in byname) && (!(k in late) || u + 0 < late[k] + 0))
			late[k] = u
	}
	for (k in late)
		byname[k] = late[k]
}
file == 2 {
	k = $9 SUBSEP $11
	if ($8 != "PPLX") sum[k] += $15
	if (!(k in n) || $6 < w[k]) w[k] = $6
	if (!(k in n) || $6 > e[k]) e[k] = $6
	if (!(k in n) || $5 < s[k]) s[k] = $5
	if (!(k in n) || $5 > no[k]) no[k] = $5
	n[k]++
	mx[k] += $6
	my[k] += $5
	next
}
/^#/ { next }
file == 3 { typed[$1, $2] = $3; next }
file == 4 { px[$1, $2] = $3; py[$1, $2] = $4; pr[$1, $2] = $5; next }
{
	id = $1
	if (!(id in cc)) {
		order[++ids] = id
		cc[id] = $2; code[id] = $3
	}
	if ($5 == "-") own[id] = $6
	if ($5 == "en") en[id] = $6
	if ($5 == "cldr") cl[id] = $6
	if (!(id in unit) && (($2, $7) in byname))
		unit[id] = byname[$2, $7]
}

# A polygon far from the mean of the area's places is another area's. The
# mean bears a miscoded place or two; it means nothing across the date line.
function fits(u, k, slack, more) {
	if (n[k] < 3 || (w[k] < -150 && e[k] > 150))
		return 1
	return km(x[u], y[u], mx[k] / n[k], my[k] / n[k]) < slack * sqrt(area[u] / 3.14) + more
}

function place(id,    k, u) {
	k = cc[id] SUBSEP code[id]
	r = 0
	if (k in px) {
		lon = px[k]; lat = py[k]; r = pr[k]; return "hand"
	}
	u = unit[id]
	if (u != "" && fits(u, k, 2, 80)) {
		lon = x[u]; lat = y[u]; r = sqrt(area[u] / 3.14); print u > matched
		return "name"
	}
	u = bycode[cc[id], code[id]]
	if (u != "" && !(u in taken) && fits(u, k, 1, 40)) {
		lon = x[u]; lat = y[u]; r = sqrt(area[u] / 3.14); print u > matched
		return "code"
	}
	if (!(k in n))
		return "none"
	lon = mx[k] / n[k]; lat = my[k] / n[k]
	r = km(w[k], s[k], e[k], no[k]) / 3
	if (u != "" && unit[id] == u)
		print u > matched
	return "cities"
}

END {
	for (i = 1; i <= ids; i++)
		if (order[i] in unit)
			taken[unit[order[i]]]
	for (i = 1; i <= ids; i++) {
		id = order[i]
		how = place(id)
		count[how]++
		if (how == "none")
			continue
		# CLDR's English name, else GeoNames' own: its first English
		# alternate can be a nickname ("Sunshine State").
		name = (cl[id] != "" && cl[id] !~ /[,(\/]/) ? cl[id] : own[id]
		if (name == "")
			name = en[id]
		k = cc[id] SUBSEP code[id]
		pop = (k in typed) ? typed[k] : sum[k] + 0
		alt = ""
		if (own[id] != "" && own[id] != name && own[id] !~ /,/) alt = own[id]
		if (cl[id] != "" && cl[id] != name && cl[id] != alt && cl[id] !~ /,/)
			alt = alt (alt == "" ? "" : ",") cl[id]
		print id, name, "", alt, sprintf("%.4f", lat) + 0, sprintf("%.4f", lon) + 0, \
			"A", "ADM1", cc[id], "", code[id], "", "", "", pop, "", "", "", ""
		if (r >= 1)
			printf "geonames:%s\t%d\n", id, r + 0.5 > extent
	}
	for (how in count)
		print "adm1: " count[how] " by " how > "/dev/stderr"
}
