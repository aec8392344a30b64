# One table of gazetteer/tables against the ids known before it.
# A line of complaint starts with "! ".
function complain(text) {
	if (++complaints <= 10)
		print "! " name ":" FNR ": " text
}
FNR == NR { known[$1]; next }
/[\001-\010\013-\037]/ { complain("control character") }
!header && /^#/ { next }
!header {
	header = 1
	columns = NF
	for (i = 1; i <= NF; i++) col[$i] = i
	named = ("place" in col)
	next
}
{
	rows++
	if (NF != columns) { complain(NF " fields, not " columns); next }
	if (named) {
		if (!($col["place"] in known)) complain("no place " $col["place"])
		if ($col["name"] == "") complain("empty name")
		if ($col["name"] ~ /^ | $|  /) complain("spaces in '" $col["name"] "'")
		if ($col["kind"] !~ /^(alternate|preferred|short|colloquial|historic|abbreviation|demonym|adjective)$/)
			complain("kind '" $col["kind"] "'")
		if (($1, $2, $4) in twice) complain("twice: " $1 " " $2)
		twice[$1, $2, $4]
		next
	}
	id = $col["id"]
	if (id !~ /^[a-z]+:[a-z0-9-]+$/) complain("id '" id "'")
	if (id in twice) complain("id twice: " id)
	twice[id]
	if (!(id in known)) {
		print id > more
		if (!("longitude" in col) || $col["longitude"] == "") complain("no point: " id)
		if (!("feature" in col) || $col["feature"] !~ /^[AHLPRSTUV]\.[A-Z0-9]+$/) complain("feature of " id)
	}
	if ("longitude" in col && $col["longitude"] != "") {
		x = $col["longitude"]; y = $col["latitude"]
		if (x < -180 || x > 180 || y < -90 || y > 90) complain("point of " id)
	}
	if ("name" in col && $col["name"] ~ /^ | $|  |[|]/) complain("name of " id)
	if ("names" in col && $col["names"] ~ /\|\||^\||\|$/) complain("names of " id)
}
END { printf "%s: %d rows%s\n", name, rows, complaints ? ", " complaints " complaints" : "" }
