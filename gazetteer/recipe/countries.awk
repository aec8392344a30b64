# Countries in GeoNames' layout on stdout; countryInfo.txt, the place ids by
# ISO code, and the rows that have no GeoNames id in files of their own.
BEGIN {
	OFS = "\t"
	# Dependencies and semi-independent areas; all others are PCLI.
	n = split("AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU " \
		"HM IM IO JE KY MF MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF " \
		"TK UM VG VI WF YT", dep, " ")
	for (i = 1; i <= n; i++)
		code[dep[i]] = "PCLD"
	code["HK"] = code["MO"] = code["XK"] = "PCLS"
	code["EH"] = "TERR"
	code["PS"] = "PCL"
	print "#ISO", "ISO3", "ISO-Numeric", "fips", "Country", "Capital", \
		"Area(in sq km)", "Population", "Continent", "tld", "CurrencyCode", \
		"CurrencyName", "Phone", "Postal Code Format", "Postal Code Regex", \
		"Languages", "geonameid", "neighbours", "EquivalentFipsCode" > info
}
FNR == NR { id[$1] = $2; iso3[$1] = $3; num[$1] = $4; fips[$1] = $5; next }
/^#/ || $1 == "iso" { next }
{
	cc = $1
	f = (cc in code) ? code[cc] : "PCLI"
	known = (cc in id) # before id[cc] makes it so
	print cc, iso3[cc], num[cc], fips[cc], $2, $3, $4, $5, $6, $7, $8, \
		"", "", "", "", "", id[cc], "", "" > info
	if (known) {
		print cc, "geonames:" id[cc] > places
		print id[cc], $2, "", "", $10 + 0, $9 + 0, "A", f, cc, "", "00", "", \
			"", "", $5, "", "", "", ""
		next
	}
	s = tolower($2)
	gsub(/[^a-z]+/, "-", s)
	print cc, "geomention:" s > places
	printf "geomention:%s\t%s\t%s\t%s\tA.%s\t%s\t%d\t%.0f\n", s, $2, $9, $10, \
		f, cc, $5, sqrt($4 / 3.14159) + 0.5 > more
}
