# allCountries: fields, ids, coordinates; first-order codes join.
NF != 19 { print "! allCountries: " NF " fields in line " FNR; bad = 1 }
$1 in seen { print "! allCountries: id " $1 " twice"; bad = 1 }
{
	seen[$1]
	print "geonames:" $1 > ids
	if ($5 < -90 || $5 > 90 || $6 < -180 || $6 > 180 || $5 == "" || $6 == "") {
		print "! allCountries: point of " $1
		bad = 1
	}
	if ($0 ~ /[\001-\010\013-\037]/) {
		print "! allCountries: control character in line " FNR
		bad = 1
	}
	if ($7 == "A" && $8 == "ADM1") adm[$9 "." $11]
	if ($7 == "P") { places++; code[$9 "." $11]++ }
	kinds[$7 "." $8]++
}
END {
	for (c in code)
		if (c in adm) joined += code[c]
	printf "allCountries: %d rows, %d places, %.1f%% join a first-order area\n", \
		FNR, places, 100 * joined / places
	exit bad
}
