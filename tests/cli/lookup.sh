# SPDX-License-Identifier: MIT
# geomention lookup.
. "$(dirname "$0")/lib.sh"
make_gazetteer

run lookup -g tiny.gaz Paris
claim 'all places of a name are listed' out_lines 3
claim 'with their columns named' out_has "place	name	match	feature	country	admin1	longitude	latitude	population	radius_km	how"
claim 'the best known first' test "$(sed -n 2p out | cut -f 1,5)" = "places:4	FR"
run lookup -g tiny.gaz Երևան
claim 'a name in any script is found' out_has "places:1	Yerevan	Երևան"
run lookup -g tiny.gaz tiflis
claim 'case is set aside' out_has "places:2	Tbilisi	Tiflis	P.PPLC	GE		44.83412	41.69411	1049498"
run lookup -g tiny.gaz --no-header --country US Paris
claim '--country chooses' out_lines 1
claim 'the one of the country' out_has 'places:5'
run lookup -g tiny.gaz --no-header --country fr,US Paris
claim '--country takes several, in any case' out_lines 2
run lookup -g tiny.gaz --no-header --feature PPLA2 Paris
claim '--feature takes a code' test "$(cut -f 1 out)" = places:5
run lookup -g tiny.gaz --no-header --feature P.PPLC Paris
claim '--feature takes class and code' test "$(cut -f 1 out)" = places:4
run lookup -g tiny.gaz --no-header --feature A,H Paris
claim '--feature takes classes' out_lines 0
run lookup -g tiny.gaz --no-header --limit 1 Paris
claim '--limit ends the list' out_lines 1
run lookup -g tiny.gaz --no-header Yerevan Baku
claim 'several names are looked up' out_lines 2
claim 'and told apart' out_has '	Baku'
run lookup -g tiny.gaz Yerevann
claim 'a near name is listed' out_has 'places:1'
ends 'and said to be one' 0 "no place named 'Yerevann': did you mean 'Yerevan'?"
run lookup -g tiny.gaz Xyzzy
ends 'finding nothing is 0, and said' 0 "no place named 'Xyzzy'"
run lookup -g tiny.gaz -f jsonl Yerevan
claim 'JSON lines are written' out_has '{"place":"places:1","name":"Yerevan","match":"Yerevan","feature":"P.PPLC","country":"AM","admin1":null,"longitude":44.51361,"latitude":40.18111,"population":1093485,"radius_km":10.8,"how":null}'
claim 'a JSON array, too' sh -c "$program lookup -g tiny.gaz -f json Paris | tr -d '\n' | grep -q '^\[{.*},{.*}\]$'"
run lookup -g tiny.gaz -f json Xyzzy
claim 'and an empty one' test "$(cat out)" = '[]'
run lookup -g tiny.gaz --no-header 'Paris, FR'
claim 'the area behind a comma chooses' test "$(cut -f 1,11 out)" = "places:4	in the area named behind it"
run lookup -g tiny.gaz --no-header 'City of Paris'
claim 'a word for the kind is set aside' out_has 'without the word for its kind'
run lookup -g tiny.gaz --no-header Шуши Гъянджа
claim 'other letters lead to the name' out_has 'places:6'
ends 'and what they do not lead to is said' 0 "no place named 'Гъянджа'"
run lookup -g tiny.gaz --no-header Bakıdan
claim 'a base form is found' out_has 'by its base form'
run lookup -g tiny.gaz --country AM Paris
ends 'a name that is elsewhere only is said to be' 0 "no place named 'Paris' of that country or feature"
run lookup -g tiny.gaz --no-header "$(printf 'R\366me')" Paris
ends 'a name of bad bytes is skipped' 5 'name 1 is not UTF-8'
claim 'and the others are looked up' out_lines 2
run lookup -g tiny.gaz "$(printf 'R\366me')"
ends 'and is 1 where it is the only one' 1 'name 1 is not UTF-8'
run lookup -g tiny.gaz "$(head -c 5000 /dev/zero | tr '\0' x)"
claim 'a long name makes no long message' test "$(wc -c <err)" -lt 160
cat >mine.csv <<'END'
id,name,names,longitude,latitude,feature,country,population
1,Yerevan,Our Yerevan,44.52,40.182,P.PPLC,AM,1100000
2,Paris,,10,50,P.PPL,DE,100
END
"$program" gazetteer build -q -o mine.gaz mine.csv || exit 1
run lookup -g tiny.gaz -g mine.gaz --no-header Erivan
claim 'one place in two gazetteers is one row' out_lines 1
claim 'of the later one' out_has 'mine:1	Yerevan	Erivan'
run lookup -g tiny.gaz -g mine.gaz --no-header Paris
claim 'places of one name apart are not' out_lines 3
printf '{"id":"a","text":"Yerevan","mentions":[{"start":0,"end":7}]}\n' >given.jsonl
run map -g tiny.gaz -g mine.gaz -f jsonl --candidates 9 given.jsonl
claim 'nor two candidates of map' test "$(grep -o '"id":"[a-z]*:[0-9]*"' out)" = '"id":"mine:1"'
printf '{"id":"a","text":"Yerevqan","mentions":[{"start":0,"end":8}]}\n' >given.jsonl
run map -g tiny.gaz -f jsonl --candidates 9 given.jsonl
claim 'a misspelt name is a marked guess of map' out_has '"how":"one letter off"'
claim 'that is not trusted' sh -c "grep -o '\"confidence\":[0-9.]*' out | awk -F: '{ exit !(\$2 < 0.6) }'"
run lookup -g tiny.gaz -f table Երևան Paris
claim 'a table is aligned' test "$(awk 'NR > 1 && index($0, "P.") { print index($0, "P.PPL") }' out | sort -u | wc -l)" -le 2
run lookup -g tiny.gaz -f csv Paris
ends 'an unknown format is misuse' 2 "unknown format 'csv'"
run lookup -g none.gaz Paris
ends 'no gazetteer is 3' 3 "none.gaz"
run lookup Yerevan
claim 'the world gazetteer is found' out_has 'Yerevan'
claim 'without a word' err_is_empty
finish
