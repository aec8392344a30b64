BEGIN { OFS = "\t" }
NF != 19 || $1 !~ /^[0-9]+$/ { bad++; next }
{
	n = split($4, alt, ",")
	split("", have)
	have[$2] = 1
	out = ""
	for (i = 1; i <= n; i++) {
		a = alt[i]
		gsub(/^ +| +$/, "", a)
		# Only lower-case ASCII: a machine's spelling of another script.
		if (a == "" || a in have || a !~ /[^a-z0-9 .'`-]/)
			continue
		# Codes (airports, postal) are names of nothing in a text.
		if (a ~ /^[A-Z][A-Z][A-Z]?$/)
			continue
		have[a] = 1
		out = out (out == "" ? "" : ",") a
	}
	ascii = ($3 == $2) ? "" : $3
	if (ascii in have)
		ascii = ""
	print $1, $2, ascii, out, $5 + 0, $6 + 0, $7, $8, $9, $10, $11, $12, \
		$13, $14, $15, "", "", "", ""
}
END { if (bad) print "cities: " bad " bad lines skipped" > "/dev/stderr" }
