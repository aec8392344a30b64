# SPDX-License-Identifier: MIT
# Mistakes on the command line are told before anything is read.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

# misused CLAIM MESSAGE ARGUMENTS...: with an input that would fail if read.
misused() {
    what=$1 message=$2
    shift 2
    run "$@"
    if status_is 2 && err_has "$message" && out_is_empty &&
        ! err_has 'none.txt' && err_lines 2; then
        ok "$what"
    else
        fail "$what"
    fi
}

misused 'an unknown option is misuse' "unknown option '--frobnicate'" \
    --frobnicate none.txt
misused 'a typing error gets a suggestion' "did you mean '--format'?" \
    --fromat csv none.txt
misused 'a left-out letter gets a suggestion' "did you mean '--country'?" \
    --contry=AM none.txt
misused 'a beginning gets a suggestion' "did you mean '--precision'?" \
    --prec 3 none.txt
misused 'a long option with one dash gets a suggestion' \
    "unknown option '-format': did you mean '--format'?" -format csv none.txt
misused 'an unknown letter is misuse' "unknown option '-x'" -x none.txt
misused 'an option of another command is told so' \
    "'map' has no option '--limit'" map --limit 3 none.txt
misused 'a missing value is misuse' "option '-o' needs a value: FILE" \
    none.txt -o
misused 'a value for a flag is misuse' "takes no value" --quiet=yes none.txt

for value in -1 1.5 x '' 0x1 nan 1e; do
    misused "--min-confidence '$value' is misuse" "of --min-confidence" \
        --min-confidence "$value" none.txt
done
for value in 0 257 1.5 many -2; do
    misused "-j $value is misuse" "of --jobs" -j "$value" none.txt
done
misused '--candidates -1 is misuse' "of --candidates" --candidates -1 none.txt
misused '--precision 16 is misuse' "of --precision" --precision 16 none.txt
for value in A ARM A1 AM,,AZ ,; do
    misused "--country '$value' is misuse" "of --country" \
        --country "$value" none.txt
done
for value in 44 44,40,1,2 200,40 44,91 44,40,-1 44,x 44,40,; do
    misused "--near '$value' is misuse" "of --near" --near "$value" none.txt
done
misused 'another --prefer is misuse' "of --prefer" --prefer town none.txt
misused 'an unknown use is misuse' "figurative" --use figurative none.txt
misused 'unknown coordinates are misuse' "polar" --coords polar none.txt
misused 'an unknown input format is misuse' "unknown input format 'pdf'" \
    --input-format pdf none.txt
misused 'an unknown --color is misuse' "of --color" --color pink none.txt
misused 'an unknown format is misuse' "unknown format 'GPGK': did you mean" \
    -f GPGK none.txt
misused 'an unknown ending is misuse' "no format for the ending of 'o.xyz'" \
    -o o.xyz none.txt
misused '-append without a file is misuse' "-append needs an output file" \
    -append none.txt
misused '-append with -overwrite is misuse' "exclude each other" \
    -append -overwrite -o o.csv none.txt
misused 'an option of layers with a table is misuse' "-lco is for layers" \
    -f tsv -lco A=B none.txt

run -g tiny.gaz --fields doc,colour none.txt
claim 'an unknown field is misuse' status_is 2
claim 'and is named' err_has colour
run -g tiny.gaz -o o.geojson --crs EPSG:999999 none.txt
claim 'an unknown CRS is misuse' status_is 2
claim 'and leaves no file' is_absent o.geojson

run gazetteer
ends 'gazetteer alone is misuse' 2 'build, info, verify'
run gazetteer bild
ends 'gazetteer with a wrong word is misuse' 2 'build, info, verify'
run lookup
ends 'lookup without a name is misuse' 2 'no name to look up'
run gazetteer build places.csv
ends 'build without -o is misuse' 2 '-o FILE'
run gazetteer build -o new.gaz
ends 'build without sources is misuse' 2 'no source'
run gazetteer build -o new.gaz -f xls places.csv
ends 'build with an unknown format is misuse' 2 "unknown format 'xls'"
run gazetteer build -o new.gaz --column name places.csv
ends 'build with a bad --column is misuse' 2 'FIELD=COLUMN'
run help lokup
ends 'help of an unknown command is misuse' 2 "did you mean 'lookup'?"
run lokup Paris
ends 'a mistyped command is told' 1 "'lokup' is no command: did you mean 'lookup'?"

printf 'The talks in Yerevan ended.\n' >--odd.txt
run -g tiny.gaz -f tsv -- --odd.txt
claim 'after -- all are files' out_has Yerevan
run -g tiny.gaz --format=tsv --precision=2 a.txt
claim 'a value may follow an equals sign' status_is 0
run -gtiny.gaz -ftsv -j2 a.txt
claim 'a value may follow its letter' out_has Yerevan
run -g tiny.gaz -qv a.txt
claim 'letters may stand together' status_is 0
finish
