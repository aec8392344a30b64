# SPDX-License-Identifier: MIT
# geomention eval. With GEOMENTION_SCORE=FILE.py, a scorer in Python that reads
# the same files, its figures are compared digit for digit; with
# GEOMENTION_CORPORA, also on the annotated documents NAME.jsonl[.gz|.xz] there.
. "$(dirname "$0")/lib.sh"
make_gazetteer
skipped=0

cat >gold.jsonl <<'END'
{"id":"a","split":"dev","text":"The talks in Yerevan ended. He flew from Tbilisi to Baku.","toponyms":[{"start":13,"end":20,"phrase":"Yerevan","lat":40.18,"lon":44.51,"type":"Metonymic"},{"start":41,"end":48,"phrase":"Tbilisi","lat":33.75,"lon":-84.39,"type":"Literal"}]}
{"id":"b","split":"train","text":"Nothing of Foo is here.","toponyms":[{"start":11,"end":14,"phrase":"Foo","lat":1,"lon":2}]}
END
cat >found.jsonl <<'END'
{"id":"a","mentions":[{"start":13,"end":20,"mention":"Yerevan","latitude":40.1811,"longitude":44.5136,"place":"geonames:616052","confidence":0.9},{"start":52,"end":56,"mention":"Baku","latitude":40.4,"longitude":49.9}]}
END

run eval -g tiny.gaz gold.jsonl
claim 'documents are mapped and measured' status_is 0
claim 'what they hold is counted' out_has 'documents 2 (without prediction 0), gold 3 (located 3, with id 0, demonyms 0)'
claim 'recognition is measured' out_has '  exact        66.7  66.7  66.7   2 / 3 / 3'
claim 'places are measured' out_has '  joint        33.3  33.3  33.3   1 / 3 / 3'
claim 'confidence is measured' out_has '  calibration error: recognition'
claim 'nothing else is said' err_is_empty
mv out first.out
run eval -g tiny.gaz -j 4 gold.jsonl
claim 'threads change nothing' cmp -s out first.out
gzip -c gold.jsonl >gold.jsonl.gz
run eval -g tiny.gaz gold.jsonl.gz
claim 'packed documents are unpacked' cmp -s out first.out
run eval -g tiny.gaz --split dev gold.jsonl
claim '--split chooses documents' out_has 'documents 1'
echo b >ids
run eval -g tiny.gaz --ids ids gold.jsonl
claim '--ids chooses documents' out_has 'documents 1 (without prediction 0), gold 1'
run eval -g tiny.gaz gold.jsonl gold.jsonl.gz
claim 'several files are one set' out_has 'documents 4'
run eval -g tiny.gaz --ci 50 gold.jsonl
claim '--ci adds intervals' out_has ' / 3   ['
run eval -g tiny.gaz --per-use gold.jsonl
claim '--per-use adds uses' out_has 'found per use'
claim 'and types' out_has '    Metonymic                   1 100.0'
run eval -g tiny.gaz --use adjectival gold.jsonl
claim '--use chooses what counts' out_has 'predictions 0'
run eval -g tiny.gaz --min-confidence 1 gold.jsonl
claim '--min-confidence leaves out' out_has 'predictions 0'
run eval -g tiny.gaz --gold-mentions gold.jsonl
claim '--gold-mentions judges places alone' out_has '  gold mentions 3, answered 2, acc161  33.3, answered only  50.0'
run eval -g tiny.gaz --gold-mentions --km 20000 gold.jsonl
claim '--km says what is right' out_has 'acc20000  66.7'
run eval -g tiny.gaz -f json gold.jsonl
claim '-f json has every digit' out_has '"f": 0.66666666666666663'

run eval -g tiny.gaz --predictions found.jsonl gold.jsonl
claim 'an output is judged' out_has '  near         50.0  33.3  40.0   1 / 2 / 3'
claim 'what it lacks is told' out_has 'documents 2 (without prediction 1)'
echo yerevan >words
run eval -g tiny.gaz --predictions found.jsonl --demonyms words gold.jsonl
claim 'labelled mentions are no demonyms' out_has 'demonyms 0'
echo foo >words
run eval -g tiny.gaz --predictions found.jsonl --demonyms words gold.jsonl
claim '--demonyms has a list of words' out_has 'demonyms 1'
claim 'and a second table leaves them out' out_has 'without demonyms'
export GEOMENTION_DATA=/nowhere
run eval --predictions found.jsonl gold.jsonl
claim 'an output is judged without a gazetteer' status_is 0
claim 'and that is said' err_has 'no gazetteer and no --demonyms'
run eval --predictions found.jsonl -q gold.jsonl
claim '-q leaves that out' err_is_empty
run eval gold.jsonl
ends 'mapping needs one, 3' 3 'no world gazetteer'
unset GEOMENTION_DATA

run eval -g tiny.gaz --errors wrong.txt gold.jsonl
claim '--errors writes what went wrong' grep -q '^misplaced  a:41-48  "Tbilisi" (Literal)' wrong.txt
claim 'with the text around it' grep -qF 'flew from [[Tbilisi]] to Baku' wrong.txt
claim 'missed ones' grep -q '^missed     b:11-14  "Foo"' wrong.txt
claim 'false ones' grep -q '^false      a:52-56  "Baku"' wrong.txt
claim 'and leaves nothing beside it' is_alone wrong.txt
cp wrong.txt before
run eval -g tiny.gaz --errors wrong.txt --split dev gold.jsonl
ends 'a file that exists is refused, 4' 4 "'wrong.txt' exists"
claim 'and is as it was' cmp -s before wrong.txt
run eval -g tiny.gaz --errors wrong.txt -overwrite --split dev gold.jsonl
claim '-overwrite replaces it' sh -c 'test -e wrong.txt && ! cmp -s before wrong.txt'
run eval -g tiny.gaz --errors wrong.jsonl gold.jsonl
claim '.jsonl is JSON lines' grep -q '^{"id":"a","error":"misplaced"' wrong.jsonl
run eval -g tiny.gaz --errors /dev/full gold.jsonl
claim 'a full disk is 4' status_is 4

run eval
ends 'no documents is misuse' 2 'give GOLD.jsonl'
run eval -f xml none.jsonl
ends 'an unknown format is misuse' 2 "unknown format 'xml'"
run eval --use figurative none.jsonl
ends 'an unknown use is misuse' 2 'figurative'
run eval --use all --predictions found.jsonl none.jsonl
ends 'options of mapping with a finished output are misuse' 2 'have no say'
run eval --km 0 none.jsonl
ends 'a distance of nothing is misuse' 2 'of --km'
run eval -g tiny.gaz none.jsonl
ends 'a missing file is 1' 1 "cannot open 'none.jsonl'"
claim 'and nothing is printed' out_is_empty
(cat gold.jsonl; echo '{"id":') >broken.jsonl
run eval -g tiny.gaz broken.jsonl
ends 'a bad line is 1, with its number' 1 "truncated JSON in 'broken.jsonl', line 3"
claim 'and there are no figures of a part' out_is_empty
run eval -g none.gaz gold.jsonl
ends 'a missing gazetteer is 3' 3 'none.gaz'
: >empty.jsonl
run eval -g tiny.gaz empty.jsonl
claim 'no documents, no figures' out_has 'documents 0'
sh -c '"$0" eval -g tiny.gaz gold.jsonl >/dev/full 2>err' "$program"
status=$?
claim 'a full standard output is 4' status_is 4

# ---- The same figures as another scorer's -----------------------------------

cat >compare.py <<'END'
import json, sys
tolerance = float(sys.argv[1])
def same(a, b, at):
    if isinstance(a, dict):
        for k in a:
            if k not in b:
                sys.exit("missing: %s %s" % (at, k))
            same(a[k], b[k], at + "." + k)
    elif isinstance(a, list):
        for x, y in zip(a, b):
            same(x, y, at)
    # sums of floats are compensated since Python 3.12
    elif a != b and not (isinstance(a, float) and isinstance(b, float) and
                         abs(a - b) <= tolerance * max(1, abs(a))):
        sys.exit("%s: %r and %r" % (at, a, b))
same(json.load(open("theirs")), json.load(open("ours")), "")
END
cat >words.py <<'END'
import importlib.util, sys
spec = importlib.util.spec_from_file_location("score", sys.argv[1])
score = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(score)
print("\n".join(sorted(score.DEMONYMS) + ["!" + w for w in score.PLACES]))
END

# agrees GOLD FOUND OPTION...
agrees() {
    gold=$1 found=$2
    shift 2
    python3 "$GEOMENTION_SCORE" "$gold" "$found" --json --ci 50 --per-type \
        "$@" >theirs || return 1
    "$program" eval -g tiny.gaz "$gold" --predictions "$found" -f json \
        --ci 50 --per-use --demonyms words.txt "$@" >ours &&
        python3 compare.py 1e-12
}

# maps_alike GOLD FOUND OPTION...: mapping itself gives what its output does, but
# for the digits that coordinates are written with.
maps_alike() {
    gold=$1 found=$2
    shift 2
    python3 "$GEOMENTION_SCORE" "$gold" "$found" --json "$@" >theirs &&
        "$program" eval --use all "$gold" -f json --demonyms words.txt "$@" \
            >ours && python3 compare.py 1e-4
}

# of_corpus FILE: on what the program makes of its texts, and of its spans.
of_corpus() {
    name=${1##*/}
    name=${name%%.*}
    case $1 in
    *.xz) xz -dc "$1" >corpus.jsonl ;;
    *.gz) gzip -dc "$1" >corpus.jsonl ;;
    *) cp "$1" corpus.jsonl ;;
    esac
    "$program" -q --unresolved --use all -f jsonl --input-format jsonl \
        corpus.jsonl >mapped.jsonl 2>err
    claim "$name: same figures" agrees corpus.jsonl mapped.jsonl
    claim "$name: same figures of places" \
        agrees corpus.jsonl mapped.jsonl --gold-mentions
    claim "$name: same figures of its own mapping" \
        maps_alike corpus.jsonl mapped.jsonl
}

if ! command -v python3 >/dev/null || [ ! -f "${GEOMENTION_SCORE:-}" ]; then
    echo 'eval: no python3 and GEOMENTION_SCORE: not compared with a scorer'
    skipped=1
else
    python3 words.py "$GEOMENTION_SCORE" >words.txt
    claim 'the same figures' agrees gold.jsonl found.jsonl
    claim 'of places' agrees gold.jsonl found.jsonl --gold-mentions
    for corpus in "${GEOMENTION_CORPORA:-.}"/lgl.* \
        "${GEOMENTION_CORPORA:-.}"/gwn.* "${GEOMENTION_CORPORA:-.}"/geovirus.*; do
        [ ! -f "$corpus" ] || of_corpus "$corpus"
    done
fi
look_for_crash
echo "eval: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
