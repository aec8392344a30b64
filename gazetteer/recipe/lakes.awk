# Lakes and reservoirs to: name, alternates, longitude, latitude, feature, radius.
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }
FNR == 1 { file++ }
file == 1 {
	if (/^#/ || $1 == "name") next
	new[$1] = $2; more[$1] = $3
	next
}
FNR == 1 || $1 == "" { next }
{
	name = $1
	gsub(/  +/, " ", name)
	alt = ""
	if (name in new) { alt = more[name]; name = new[name] }
	if (name == "-") next
	km = $4 * cos($3 * rad) * 111.32 * 111.32
	if (name in area && area[name] >= km)
		next
	area[name] = km
	kind = "H.LK"
	if (name ~ /Reservoir|Res\.|Shuiku|Embalse|Represa|Repressa|Presa|Dam$|Vodokhranil|Barragem|Baraji/)
		kind = "H.RSV"
	r = sqrt(km / 3.14159)
	line[name] = sprintf("%s\t%s\t%.3f\t%.3f\t%s\t%d", name, alt, $2, $3, kind, (r < 2 ? 2 : r + 0.5))
}
END { for (name in line) print line[name] }
