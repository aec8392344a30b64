# SPDX-License-Identifier: MIT
# geomention gazetteer, and gazetteers that are no good.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

run gazetteer info tiny.gaz
claim 'info counts places' out_has 'places    6'
claim 'info names the source' out_has '(places): 6 places'
claim 'info tells the version' grep -q 'format    1\.' out
claim 'info tells the size' out_has 'size'
run gazetteer info
claim 'info without a file is of the world' out_has 'world.gaz'
run gazetteer verify tiny.gaz
claim 'verify finds it good' out_has 'tiny.gaz: good, 6 places'
run gazetteer build -q -o same.gaz places.csv
claim 'the same tables give the same bytes' cmp -s tiny.gaz same.gaz

run gazetteer build -o tiny.gaz places.csv
ends 'an existing gazetteer is refused, 4' 4 "'tiny.gaz' exists"
claim 'and is as it was' cmp -s tiny.gaz same.gaz
run gazetteer build -overwrite -o same.gaz places.csv
claim '-overwrite replaces it' status_is 0
run gazetteer build -o new.gaz none.csv
ends 'a missing source is 1' 1 'none.csv'
claim 'and leaves nothing' none_left new.gaz
run gazetteer build -o missing/new.gaz places.csv
ends 'a missing folder is 4' 4 'missing/new.gaz'
run gazetteer build -o /dev/full places.csv
claim 'a full disk is 4' status_is 4
mkdir -p stopped
mkfifo slow.csv
env --default-signal=INT "$program" gazetteer build -o stopped/int.gaz \
    slow.csv >out 2>err &
pid=$!
(echo name,longitude,latitude && exec yes A,1,2) >slow.csv 2>/dev/null &
sleep 0.2
ended_by INT
claim 'SIGINT ends a build' status_is 130
claim 'in one line' err_lines 1
claim 'and leaves nothing behind' test -z "$(ls stopped)"

printf 'NAME_1;x;y\nArmavir;44.04;40.15\n' >mapped.csv
run gazetteer build -o mapped.gaz --column name=NAME_1 mapped.csv
claim '--column maps a column' status_is 0
run lookup -g mapped.gaz Armavir
claim 'and its places are found' out_has 'Armavir'
printf 'name,longitude,latitude\nA,1,2\nB,x,2\nC,1,95\nD,3,4\n' >flawed.csv
for i in 1 2 3 4 5 6 7; do echo "E$i,x,y"; done >>flawed.csv
run gazetteer build -v -o flawed.gaz flawed.csv
claim 'bad lines do not stop the rest' status_is 0
claim 'a bad line is told by its number' err_has '3'
claim 'the bad lines are counted' err_has 'bad lines'
run gazetteer info flawed.gaz
claim 'good lines are kept' out_has 'places    2'
printf 'name,longitude,latitude\n' >bare.csv
run gazetteer build -o bare.gaz bare.csv
ends 'no place at all is 1' 1 'no place in the sources'

cat >areas.geojson <<'END'
{"type":"FeatureCollection","features":[{"type":"Feature",
"properties":{"NAME_1":"Aragats Hamlet"},
"geometry":{"type":"Point","coordinates":[44.2,40.5]}}]}
END
run gazetteer build -o ogr.gaz --column name=NAME_1 areas.geojson
claim 'a layer is a source by its ending' status_is 0
run gazetteer build -overwrite -o ogr.gaz -f ogr --column name=NAME_1 \
    --prefix mine --source-name 'My survey' --licence CC0 areas.geojson
claim 'a layer may be asked for' status_is 0
run gazetteer info ogr.gaz
claim 'and its source is told' out_has 'My survey (mine): 1 places, licence CC0'
run lookup -g ogr.gaz --no-header 'Aragats Hamlet'
claim 'and its places are found' out_has '44.2'

# ---- Gazetteers laid over one another --------------------------------------

printf 'name,longitude,latitude,feature\nKarmrashen,45.5,39.8,P.PPL\n' >mine.csv
run gazetteer build -q -o mine.gaz mine.csv
run lookup -g tiny.gaz -g mine.gaz --no-header Karmrashen Yerevan
claim 'a gazetteer over another gives both' out_lines 2
run lookup -g world -g mine.gaz --no-header Karmrashen
claim "'world' is the one that comes along" out_has 'mine:'

# ---- Gazetteers that are no good --------------------------------------------

run -g none.gaz a.txt
ends 'no gazetteer is 3' 3 "cannot open 'none.gaz'"
claim 'in one line' err_lines 1
run -g a.txt a.txt
claim 'what is none is 3' status_is 3
claim 'in one line, too' err_lines 1
: >empty.gaz
run -g empty.gaz a.txt
claim 'an empty one is 3' status_is 3
mkdir empty
ran='GEOMENTION_DATA=empty geomention' status=0
GEOMENTION_DATA=empty "$program" a.txt >out 2>err || status=$?
ends 'a folder of data without one is 3' 3 "no world gazetteer at 'empty/world.gaz'"
mkdir data
cp tiny.gaz data/world.gaz
GEOMENTION_DATA=data "$program" lookup Shushi >out 2>err
claim 'GEOMENTION_DATA is where it is looked for' out_has 'places:6'

size=$(wc -c <tiny.gaz)
bad=0
for percent in 0 1 5 10 20 30 40 50 60 70 80 90 95 99; do
    head -c $((size * percent / 100)) tiny.gaz >cut.gaz
    run -g cut.gaz a.txt
    { status_is 3 && err_lines 1; } || bad=$((bad + 1))
    run gazetteer verify cut.gaz
    { status_is 3 && err_lines 1; } || bad=$((bad + 1))
done
claim 'cut short anywhere it is 3' test $bad = 0

# Every 64th byte changed: an error or other results, but never a crash; and
# verify, which reads all, tells each time.
bad=0 missed=0 at=0
while [ $at -lt "$size" ]; do
    cp tiny.gaz hurt.gaz
    printf '\245' | dd of=hurt.gaz bs=1 seek=$at conv=notrunc 2>/dev/null
    if ! cmp -s tiny.gaz hurt.gaz; then
        run -g hurt.gaz a.txt
        [ "$status" -le 5 ] || bad=$((bad + 1))
        run gazetteer verify hurt.gaz
        [ "$status" -eq 3 ] || [ "$status" -eq 0 ] || bad=$((bad + 1))
        [ "$status" -eq 3 ] || missed=$((missed + 1))
    fi
    at=$((at + 61))
done
claim 'a changed byte never crashes it' test $bad = 0
# What pads the file between its sections, 1,300 bytes at most, is not read.
claim 'verify finds every changed byte but padding' test $missed -le 21
finish
