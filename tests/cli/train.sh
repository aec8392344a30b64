# SPDX-License-Identifier: MIT
# Learning weights: what it prints, and what it refuses.
. "$(dirname "$0")/lib.sh"
make_gazetteer
i=0
while [ $i -lt 20 ]; do
    printf '{"id":"%d","corpus":"%s","fold":%d,"text":"Paris is in Texas. ' \
        $i "$([ $i -lt 10 ] && echo one || echo two)" $((i % 5))
    printf 'Baku is not.","toponyms":[{"start":0,"end":5,'
    printf '"lon":-95.55551,"lat":33.66094}]}\n'
    i=$((i + 1))
done >docs.jsonl

run train resolver -q -g tiny.gaz --try folds docs.jsonl
claim '--try folds needs no output' status_is 0
claim 'and prints a line a corpus below the names of columns' out_lines 3
claim 'with its share within 161 km' out_has 'corpus	mentions	reachable	right'
claim 'all mentions count once' out_has 'one	10	1.0000'
run train resolver -q -g tiny.gaz --try corpora docs.jsonl
claim '--try corpora leaves each out' out_has 'two	10	1.0000'
run train resolver -q -g tiny.gaz --without geometry,cue -o w.gmm docs.jsonl
claim '--without leaves groups out' status_is 0
claim 'weights are written' test -s w.gmm
run train resolver -q -g tiny.gaz --without weather -o x.gmm docs.jsonl
claim 'a group that there is not fails' status_is 1
claim 'and is named' err_has "no group of features 'weather'"
claim 'nothing is left' test ! -e x.gmm
run train resolver -g tiny.gaz --try sideways docs.jsonl
claim 'another way to try is misuse' status_is 2
run train resolver -g tiny.gaz docs.jsonl
claim 'weights need a file' status_is 2
finish
