# River lines to one line per river: name, alternates, longitude, latitude,
# feature, radius_km. The point is the middle of the course of its longest
# piece, the radius half the length. hand/river-names.tsv repairs names that the
# file spells wrong or in pieces (old, new, further names; new "-" drops it).
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }
FNR == 1 { file++ }
file == 1 {
	if (/^#/ || $1 == "name") next
	new[$1] = $2; more[$1] = $3
	next
}
FNR == 1 || $2 == "" { next }
{
	name = $2
	gsub(/  +/, " ", name)
	alt = ""
	if (name in new) {
		alt = more[name]
		name = new[name]
	} else if (match(name, / \(.*\)$/)) {
		alt = substr(name, RSTART + 2, RLENGTH - 3)
		name = substr(name, 1, RSTART - 1)
	}
	if (name == "-" || name ~ /\?/) {
		if (name != "-") print "river: unmended name " name > "/dev/stderr"
		next
	}
	key = name SUBSEP $3
	wkt = $1
	gsub(/^[A-Z ]*\(+|\)+$/, "", wkt)
	gsub(/\)[ ,]*\(/, ",", wkt)
	m = split(wkt, p, ",")
	long = 0
	for (i = 1; i <= m; i++) {
		split(p[i], q, " ")
		x[i] = q[1]; y[i] = q[2]
		step[i] = 0
		if (i > 1) {
			dx = (x[i] - x[i - 1]) * cos(y[i] * rad) * 111.2
			dy = (y[i] - y[i - 1]) * 111.2
			step[i] = sqrt(dx * dx + dy * dy)
			if (step[i] < 300) long += step[i]
		}
	}
	total[key] += long
	if (alt != "" && index("|" alts[key] "|", "|" alt "|") == 0)
		alts[key] = alts[key] (alts[key] == "" ? "" : "|") alt
	feature[key] = ($4 ~ /Canal/) ? "H.CNL" : "H.STM"
	if (long <= longest[key])
		next
	longest[key] = long
	half = 0
	for (i = 1; i < m && half < long / 2; i++)
		half += step[i + 1]
	mx[key] = x[i]; my[key] = y[i]
}
END {
	for (key in total) {
		split(key, part, SUBSEP)
		printf "%s\t%s\t%.3f\t%.3f\t%s\t%d\n", part[1], alts[key], mx[key], my[key], \
			feature[key], (total[key] / 2 < 5 ? 5 : total[key] / 2 + 0.5)
	}
}
