# SPDX-License-Identifier: MIT
# The output is the same for every number of threads.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

awk 'BEGIN {
    split("Yerevan Tbilisi Baku Paris Shusha", place, " ")
    for (i = 0; i < 600; i++) {
        if (i % 50 == 7) { print "{\"id\":\"broken"; continue }
        printf "{\"id\":\"%d\",\"text\":\"", i
        for (j = 0; j < (i % 90 == 0 ? 400 : i % 5); j++)
            printf "On day %d she was in %s. ", j, place[(i + j) % 5 + 1]
        print "\"}"
    }
}' >many.jsonl

for format in table tsv csv jsonl geojson geojsonl; do
    run -g tiny.gaz -f $format -j 1 many.jsonl texts
    claim "$format: bad lines are 5" status_is 5
    mv out one.out
    mv err one.err
    for jobs in 2 4 16; do
        run -g tiny.gaz -f $format -j $jobs many.jsonl texts
        claim "$format: -j $jobs gives the same output" cmp -s out one.out
        claim "$format: -j $jobs gives the same messages" cmp -s err one.err
    done
done
claim 'and there was something to write' grep -q Shusha one.out
finish
