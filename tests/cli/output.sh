# SPDX-License-Identifier: MIT
# Where results go, and what becomes of outputs that cannot be written.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

run -g tiny.gaz a.txt
claim 'into a pipe goes TSV' out_has "a.txt	Yerevan	13	20"
claim 'with a header' test "$(head -n 1 out | cut -f 1-4)" = "doc	mention	start	end"
claim 'and nothing else is said' err_is_empty
run -g tiny.gaz -v a.txt
claim '-v sums up' err_has '3 mentions, 3 places, 0 unresolved'
run -g tiny.gaz -f table a.txt
claim 'a table may be asked for' out_has 'mention'

for format in csv tsv jsonl geojson geojsonl txt; do
    run -g tiny.gaz --no-style -o "o.$format" a.txt
    claim ".$format is written" status_is 0
    claim ".$format holds the places" grep -q Yerevan "o.$format"
    claim ".$format leaves nothing beside it" is_alone "o.$format"
    cp "o.$format" before
    run -g tiny.gaz -o "o.$format" texts
    ends ".$format that exists is refused, 4" 4 "'o.$format' exists"
    claim ".$format is as it was" cmp -s before "o.$format"
    run -g tiny.gaz -overwrite -o "o.$format" texts
    claim ".$format is replaced with -overwrite" grep -q Paris "o.$format"
    run -g tiny.gaz --overwrite -o "o.$format" a.txt
    claim ".$format is replaced with --overwrite" cmp -s before "o.$format"
done
claim 'CSV and GeoJSON have styles beside them' test -s o.qml
claim 'CSV has the types of its columns' grep -q '"CoordX","CoordY"' o.csvt
claim 'CSV has its own columns' grep -q '^a.txt,Yerevan,13,20' o.csv
claim 'the table is no TSV' has_without Yerevan '	' o.txt

for format in csv tsv jsonl geojsonl; do
    run -g tiny.gaz -append -o "p.$format" a.txt
    run -g tiny.gaz -append -o "p.$format" texts
    claim ".$format is added to with -append" grep -q Paris "p.$format"
    claim ".$format keeps what was there" grep -q 'a.txt' "p.$format"
done
claim 'the header is not repeated' test "$(grep -c '^doc' p.csv)" = 1
run -g tiny.gaz -f csv -o odd.name a.txt
claim '-f wins over the ending' grep -q '^a.txt,Yerevan' odd.name
claim 'its style has its name' test -s odd.qml
run -g tiny.gaz --no-style -o bare.csv a.txt
claim '--no-style leaves it alone' is_alone bare.csv
claim 'wholly' none_left bare.qml
run -g tiny.gaz -f csv -o - a.txt
claim '-o - is standard output' out_has 'a.txt,Yerevan'

run -g tiny.gaz --fields mention,longitude,latitude --precision 1 a.txt
claim '--fields chooses columns' out_has "Yerevan	44.5	40.2"
run -g tiny.gaz --no-header a.txt
claim '--no-header leaves out the header' out_lines 3
run -g tiny.gaz --coords mgrs a.txt
claim '--coords mgrs writes grid references' out_has 38T
run -g tiny.gaz --coords dms a.txt
claim '--coords dms writes minutes' out_has "44°30"
run -g tiny.gaz --min-confidence 1 -f tsv --no-header a.txt
claim '--min-confidence leaves out' out_lines 0
run -g tiny.gaz -f jsonl --candidates 2 texts/inner/c.txt
claim '--candidates writes several' out_has '"candidates":['
run -g tiny.gaz -f jsonl --explain a.txt
claim '--explain gives reasons in JSON' out_has '"reasons":[{"feature":"'
claim 'and the runner-up with its own' out_has '"probability":'
run -g tiny.gaz -f table --explain a.txt
claim '--explain tells them below the table' out_has 'a.txt:13-20  "Yerevan"'
claim 'with what speaks for a place' out_has 'for:      +'
run -g tiny.gaz -f csv --explain a.txt
claim 'a table without reasons has the candidates' out_has ',candidates'
run -g world -f jsonl a.txt
claim 'JSON tells what the text is about' out_has '"focus":[{"place":"geonames:'
run -g world -f table --explain a.txt
claim 'and so does --explain' out_has 'a.txt: about '
echo 'They met in Baku.' >baku.txt
run -g world -f csv --no-header --fields feature --prefer city baku.txt
claim '--prefer city takes the town' out_has 'P.PPLC'
run -g world -f csv --no-header --fields feature --prefer admin baku.txt
claim '--prefer admin takes the area around it' out_has 'A.ADM1'
run -g tiny.gaz -f jsonl plain.txt a.txt
claim 'a failed input does not break the output' status_is 5
claim 'nor the line of the next' out_has '{"id":"a.txt"'

# ---- Outputs that cannot be written --------------------------------------

status=0
"$program" -g tiny.gaz a.txt >/dev/full 2>err || status=$?
: >out
ends 'a full disk on standard output is 4' 4 'o space left on device'
claim 'told in one line' err_lines 1
run -g tiny.gaz -o /dev/full a.txt
ends 'a full disk by name is 4' 4 'o space left on device'
status=0
"$program" help >/dev/full 2>err || status=$?
ends 'help on a full disk is 4' 4 'cannot write standard output'
run -g tiny.gaz -o missing/o.csv a.txt
ends 'a missing folder is 4' 4 "cannot write 'missing/o.csv'"
mkdir folder.csv
run -g tiny.gaz -o folder.csv a.txt
ends 'a folder as output is 4' 4 'is a folder'
if [ "$(id -u)" != 0 ]; then
    mkdir locked
    chmod 555 locked
    run -g tiny.gaz -o locked/o.csv a.txt
    ends 'a locked folder is 4' 4 "cannot write 'locked/o.csv'"
fi

run -g tiny.gaz -o new.csv none.txt
claim 'a run in which all failed is 1' status_is 1
claim 'and leaves no output' none_left new.csv
cp o.csv before
run -g tiny.gaz -overwrite -o o.csv none.txt
claim 'and an existing output as it was' cmp -s before o.csv
run -g tiny.gaz -o new.csv none.txt a.txt
claim 'a run in which some failed is 5' status_is 5
claim 'and writes the others' grep -q Yerevan new.csv

# ---- Broken pipes and Ctrl-C ----------------------------------------------

awk 'BEGIN { for (i = 0; i < 20000; i++)
    printf "{\"id\":\"%d\",\"text\":\"He came to Yerevan.\"}\n", i }' >many.jsonl
"$program" -g tiny.gaz -f tsv many.jsonl 2>err | head -n 1 >out
ran='geomention | head'
claim 'a closed pipe is no message' err_is_empty
claim 'and what was asked for came' out_lines 1

interrupted INT int.csv
claim 'SIGINT ends a run that waits' status_is 130
claim 'and leaves nothing behind' none_left int.csv
interrupted TERM int.csv
claim 'SIGTERM ends it, too' status_is 143
claim 'and leaves nothing behind, either' none_left int.csv
finish
