# Areas of Natural Earth that no first-order area took, as second-order areas.
# The first-order code is that of the nearest populated place of the country.
# Input: units-matched (unit), cities.tsv, adm1.tsv, units-slugged.tsv.
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }
FNR == 1 { file++ }
file == 1 { matched[$1]; next }
file == 2 {
	k = $9
	i = ++n[k]
	cx[k, i] = $6; cy[k, i] = $5; ca[k, i] = $11
	next
}
file == 3 { taken[$9, $2]; next }
{
	if ($1 in matched || $3 == "" || $2 == "-1" || $3 ~ /\?/)
		next
	if (($2, $3) in taken)
		next
	# The South Caucasus has a table of its own; the others are whole countries
	# or scraps that appear as islands elsewhere.
	if ($2 ~ /^(AM|AZ|GE|AQ|AW|AE|TF|UM)$/ || $3 ~ /Antarctica|Neutral Zone/)
		next
	best = 1e9
	code = ""
	c = cos($9 * rad)
	for (i = 1; i <= n[$2]; i++) {
		dx = (cx[$2, i] - $8) * c
		dy = cy[$2, i] - $9
		d = dx * dx + dy * dy
		if (d < best) { best = d; code = ca[$2, i] }
	}
	id = "naturalearth:" tolower($2) "-" $11
	if (id in used)
		next # a second piece of the same name: the first stands for both
	used[id]
	alt = ""
	# woe_name is sometimes that of the area around: only a variant counts.
	if ($5 != "" && $5 != $3 && substr($5, 1, 3) == substr($3, 1, 3)) alt = $5
	if ($6 != "" && $6 != $3 && $6 != $5) alt = alt (alt == "" ? "" : "|") $6
	gsub(/;/, "|", alt)
	r = sqrt($10 / 3.14159)
	print id, $3, alt, $8, $9, "A.ADM2", $2, code, (r < 1 ? 1 : int(r + 0.5))
}
