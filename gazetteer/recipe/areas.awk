# Names of first-order areas by language, from CLDR's:
#   city-names.txt taken-names.txt adm1.tsv adm1-folded.tsv area-folded.tsv
# adm1-folded: id cc code iso lang name folded; area-folded: code lang name folded.
BEGIN {
	# "Central", "Upper East": in another language an ordinary word or two.
	plain = "^(the|and|region|province|district|department|state|capital|city|municipality|" \
		"north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|" \
		"southwest|central|centre|center|middle|upper|lower|inner|outer|far|federal|national|" \
		"coast|coastal|islands?|lakes?|rivers?|littoral|plateau|plateaux|mountain|mountains|" \
		"highlands?|delta|bay|gulf|port|nord|sud|est|ouest|norte|sur|oeste|sul|leste)$"
	# Kinds of areas that may be left out, by language: ahead of the name or behind it.
	ahead["fa"] = "^(استان|ولایت|ایالت) "
	ahead["ar"] = "^(محافظة|ولاية|إقليم|منطقة|مقاطعة|جهة) "
	# What is left must be no word of directions or of a capital.
	word = "^(العاصمة|الداخلية|الوسطى|الشرقية|الغربية|الشمالية|الجنوبية|الشمال|الجنوب|الوسط|" \
		"الحدود الشمالية|الساحل|الجبل|البحيرة|المركز|مرکزی|شمالی|جنوبی|شرقی|غربی|عاصمه|" \
		"中央|中部|北部|南部|東部|东部|西部|首都|沿海|湖|平原|高原)$"
	behind["zh"] = "(维吾尔自治区|維吾爾自治區|壮族自治区|壯族自治區|回族自治区|回族自治區|自治区|自治區|省|州|县|縣|府|都|市)$"
	behind["ja"] = "(ウイグル自治区|チワン族自治区|回族自治区|自治区|省|州|県|府|都|市)$"
}
function is_plain(name,    word, count, i) {
	count = split(name, word, /[ -]+/)
	for (i = 1; i <= count; i++)
		if (word[i] !~ plain)
			return 0
	return 1
}
FILENAME ~ /city-names/ { city[$2]; city[$1, $2]; next }
FILENAME ~ /taken-names/ { taken[$1]; next }
FILENAME ~ /adm1.tsv$/ { row[$1]; next }
FILENAME ~ /adm1-folded/ {
	if (!($1 in row))
		next
	known[$1, $6]; folded[$1, $7]; country[$1] = $2
	# By country and name, where no two areas share it.
	if (($2, $7) in named && named[$2, $7] != $1)
		named[$2, $7] = ""
	else
		named[$2, $7] = $1
	if ($4 != "")
		id[tolower($2 $4)] = $1
	next
}
FNR == 1 { # of area-folded: the English names tell which area a code is of
	while ((getline line < FILENAME) > 0) {
		split(line, field, "\t")
		key = toupper(substr(field[1], 1, 2)) SUBSEP field[4]
		if (field[2] != "en" || is_plain(field[4]))
			continue
		if (field[1] in id && (id[field[1]], field[4]) in folded)
			area[field[1]] = id[field[1]]
		else if (key in named && named[key] != "")
			area[field[1]] = named[key]
	}
}
$2 == "en" || !($1 in area) { next }
{
	place = area[$1]; lang = $2; name = $3
	# No bracket expressions with letters of several bytes: they cut them.
	gsub(/ *(\(|（)[^)]*(\)|）)/, "", name)
	gsub(/ *\([^)]*\)/, "", $4)
	if (name ~ /[0-9,;\/(]|（/ || length(name) < 2)
		next
	is_known = (place, name) in known || ((place, $4) in folded && $4 ~ /^[a-z ]+$/)
	# What is a city's, too, is the city to most readers. "Amã", "Yap": of five Latin
	# letters or more, as short ones are other words elsewhere; so with other alphabets.
	is_short = lang ~ /^(be|bg|el|hy|mk|ru|sr|uk)$/ && length(name) < 10
	if (!is_known && !is_short && !(name in city) && name !~ word && ($4 !~ /^[a-z]/ || length($4) >= 5))
		print "geonames:" place "\t" name "\t" lang "\talternate"
	short = name
	if (lang in ahead) sub(ahead[lang], "", short)
	if (lang in behind) sub(behind[lang], "", short)
	is_home = lang country[place] ~ /^(zhCN|zhTW|jaJP)$/
	# Two ideographs or three letters of Arabic are six bytes, four kana twelve.
	if (short != name && short !~ word && !(is_home ? (country[place], short) in city : short in city) && (is_home || !(short in taken)) && !((place, short) in known) && length(short) >= (lang == "ja" && !is_home ? 12 : 6))
		print "geonames:" place "\t" short "\t" lang "\tshort"
}
