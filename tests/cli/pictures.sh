# SPDX-License-Identifier: MIT
# Maps and reports: what the command makes of them, and where it puts them.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

run -g tiny.gaz -o map.svg a.txt
claim 'a name that ends in .svg makes a picture' status_is 0
claim 'which is one' grep -q '^<svg xmlns="http://www.w3.org/2000/svg"' map.svg
claim 'with its places' grep -q '>Yerevan</text>' map.svg
claim 'and outlines around them' grep -q '>Outlines: \|Outlines: Natural' map.svg
run -g tiny.gaz -o map.svg a.txt
ends 'it is not overwritten unasked' 4 'exists'
run -g tiny.gaz -f svg a.txt
claim 'to standard output as well' out_has '</svg>'

run -g tiny.gaz -o report.html texts
claim 'a name that ends in .html makes a report' status_is 0
claim 'with each text' test "$(grep -c '<article' report.html)" -eq 2
claim 'and their mentions marked' \
    grep -q 'from <a class="m u0" href="#p[0-9]*"[^>]*>Tbilisi</a> to' report.html
claim 'which asks for nothing' grep -q "default-src 'none'" report.html
run -g tiny.gaz -j 1 -f html texts
claim 'it is the same on one thread' cmp -s out report.html

run -g tiny.gaz --map -f table a.txt
claim '--map puts a map below the table' sh -c "grep -q '⠁\|⣀\|⠤' out"
claim 'with a legend' out_has '1 Yerevan 1'
claim 'without colours in a pipe' has_without Yerevan "$(printf '\033[')"
run -g tiny.gaz --map --color always -f table a.txt
claim 'with them where they are wanted' sh -c "grep -q '\[2m' out"
run -g tiny.gaz -f csv a.txt
cp out plain.csv
run -g tiny.gaz --map -f csv a.txt
claim 'data stays data with --map' cmp -s out plain.csv
claim 'the map goes to standard error' err_has '1 Yerevan 1'
run -g tiny.gaz --map -o o.geojson a.txt
claim 'also when a file is written' err_has '1 Yerevan 1'
echo 'Nothing at all.' >none.txt
run -g tiny.gaz --map -f csv none.txt
claim 'no places, no map' err_is_empty
run -g tiny.gaz -f dots a.txt
claim 'a map of dots is a format, too' out_has '2 Tbilisi 1'
finish
