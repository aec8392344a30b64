# Outlines of countries for maps: Natural Earth as TopoJSON (world-atlas), which
# keeps each border once. Names are those of countryInfo, codes ISO 3166-1.
grep -v '^#' "$out/world/countryInfo.txt" |
	jq -R -s 'split("\n") | map(split("\t") | select(length > 4) | {(.[0]): .[4]}) | add' \
	>"$work/outline-names.json"
for scale in 110m 50m; do
	[ $scale = 110m ] && packed= || packed=.zst
	{
		echo "# geomention outline 1"
		header "Natural Earth 1:${scale%m}m, version 4.1.0 (world-atlas 2.0.2)" \
			"public domain" "https://www.naturalearthdata.com/"
		jq -r --slurpfile codes "$packages/npm/i18n-iso-countries/package/codes.json" \
			--slurpfile names "$work/outline-names.json" \
			'$codes[0] as $codes | $names[0] as $names | '"$(cat "$recipe/outline.jq")" \
			"$packages/npm/world-atlas/package/countries-$scale.json"
	} | publish "$out/outline/countries-$scale.txt$packed"
done
