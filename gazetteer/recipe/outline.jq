# TopoJSON of countries (world-atlas) to an outline; see outline/README.md.
# Several areas of one code (Cyprus north and south) become one row.
# $codes: i18n-iso-countries' list; $names: code to English name.
def thousandths($scale; $move): . * $scale + $move | . * 1000 | round;
def clean: gsub("[\t\n]"; " ");

# The side of 180 degrees that is nearer to the point before.
def beside($x): if . - $x > 180000 then . - 360000
	elif . - $x < -180000 then . + 360000 else . end;

# Differences to places, in thousandths; longitudes go on past 180.
def points($transform):
	$transform as {scale: [$sx, $sy], translate: [$tx, $ty]}
	| reduce .[] as [$dx, $dy] ({x: 0, y: 0, last: null, out: []};
		.x += $dx | .y += $dy
		| .last as $last
		| (.x | thousandths($sx; $tx) | beside($last // .)) as $x
		| .out += [[$x, (.y | thousandths($sy; $ty))]]
		| .last = $x)
	| .out;
def differences:
	reduce .[] as [$x, $y] ({x: 0, y: 0, out: []};
		.out += [$x - .x, $y - .y] | .x = $x | .y = $y)
	| .out;

# Natural Earth's areas that have no number in ISO 3166-1.
{"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"} as $unnumbered
| ($codes | map({(.[2]): .[0]}) | add) as $by_number
| .transform as $transform
| [.arcs[] | points($transform)] as $arcs
# A line along the pole is an edge of the paper, not of a country.
| [$arcs[] | any(.[1] > -89990)] as $is_kept
| (reduce $is_kept[] as $kept ([0]; . + [.[-1] + (if $kept then 1 else 0 end)])
   | .[1:]) as $number
| ($arcs | to_entries[] | select($is_kept[.key]) | .value | differences
   | ["arc", join(" ")] | @tsv),
  ([.objects.countries.geometries[]
    | ($by_number[.id // ""] // $unnumbered[.properties.name] // "") as $code
    | {code: $code, name: ($names[$code] // .properties.name | clean),
       polygons: (if .type == "Polygon" then [.arcs] else .arcs end)}]
   | group_by([.code, .name])[]
   | [.[].polygons[]
      | [.[] | select(any($is_kept[if . < 0 then -1 - . else . end]))
         | map(if . < 0 then - $number[-1 - .] else $number[.] end | tostring)
         | join(",")]
      | join("/")] as $polygons
   | ["area", .[0].code, .[0].name, ($polygons | join(";"))] | @tsv)
