#!/bin/sh
# SPDX-License-Identifier: MIT
# What the world gazetteer holds of the places that people marked in texts,
# as its tables are laid one over another:
#
#   B=build CORPORA=FOLDER [SPLITS=train,dev] coverage.sh
#
# CORPORA has lgl, trnews, gwn, geovirus as NAME.jsonl[.xz]: documents with
# `split` and `toponyms`. The figures to reach are those of another program
# on the same kind of documents; in brackets.
set -eu
cd "$(dirname "$0")/../.."
B=${B:-build}
SPLITS=${SPLITS:-train,dev}
: "${CORPORA:?is not set: a folder with annotated documents}"
programs=$B/tests/bench
work=$B/bench/coverage
rm -rf "$work"
mkdir -p "$work/towns" "$work/countries" "$work/areas"

zstd -qdc gazetteer/world/allCountries.txt.zst >"$work/all.txt"
awk -F'\t' '$7 != "A"' "$work/all.txt" >"$work/towns/allCountries.txt"
awk -F'\t' '$7 == "A" && $8 ~ /^PCL|^TERR/' "$work/all.txt" \
    >"$work/countries/allCountries.txt"
cp gazetteer/world/countryInfo.txt "$work/countries/"
awk -F'\t' '$7 == "A" && $8 !~ /^PCL|^TERR/' "$work/all.txt" \
    >"$work/areas/allCountries.txt"
cp gazetteer/world/admin1CodesASCII.txt "$work/areas/"
zstd -qdc gazetteer/world/alternateNamesV2.txt.zst \
    >"$work/areas/alternateNamesV2.txt"

# One layer a line: its name, the figures to reach, and its tables.
tables=gazetteer/tables
cat >"$work/layers" <<END
towns|54.1 40.0 24.7 25.9|$work/towns
countries|64.3 63.9 54.1 52.7|$work/countries $tables/10-* $tables/60-* $tables/62-*
first-order areas|75.8 79.4 58.6 68.7|$work/areas $tables/11-* $tables/61-*
other areas|76.2 79.4 59.3 70.9|$tables/25-*
US counties|82.0 81.9 59.7 71.4|$tables/20-*
abbreviations|84.9 84.5 62.1 72.3|$tables/63-* $tables/64-*
demonyms|89.4 91.8 73.7 72.3|$tables/65-*
US places|90.6 92.6 73.9 72.3|$tables/21-*
US subdivisions|92.1 92.7 74.1 72.3|$tables/22-*
rivers, lakes, airports|92.2 92.7 74.1 73.8|$tables/30-* $tables/31-* $tables/35-* $tables/66-* $tables/67-*
Caucasus|92.5 92.7 74.1 73.8|$tables/50-*
regions, history|92.8 92.8 74.2 75.0|$tables/40-* $tables/51-* $tables/52-*
END

# The names of a layer may be of places that a later one brings: those tables
# are read again at the end of each.
places= names= files= number=10
while IFS='|' read -r name figures added; do
    for table in $added; do
        case $table in
        $tables/6*) names="$names $table" ;;
        *) places="$places $table" ;;
        esac
    done
    file=$work/$number.gaz
    # shellcheck disable=SC2086 # lists of names without spaces
    "$programs/gaz_compile" "$file" $places $names >/dev/null
    files="$files $file"
    number=$((number + 1))
done <"$work/layers"

for corpus in lgl trnews gwn geovirus; do
    { xz -dc "$CORPORA/$corpus.jsonl.xz" 2>/dev/null ||
        cat "$CORPORA/$corpus.jsonl"; } |
        jq -c --arg splits "$SPLITS" \
            'select(.split as $s | $splits | split(",") | index($s))' |
        # shellcheck disable=SC2086
        "$programs/coverage" $files >"$work/$corpus.txt"
done
paste -d'|' "$work/layers" "$work/lgl.txt" "$work/trnews.txt" \
    "$work/gwn.txt" "$work/geovirus.txt" | awk -F'|' '
    NR == 1 {
        printf "%-24s", "layer added"
        split("LGL TR-News GWN GeoVirus", corpora, " ")
        for (i = 1; i <= 4; i++) {
            split($(3 + i), part, " ")
            printf " %16s", corpora[i] " " part[3]
        }
        print ""
    }
    {
        printf "%-24s", $1
        split($2, wanted, " ")
        for (i = 1; i <= 4; i++) {
            split($(3 + i), part, " ")
            low = part[1] < wanted[i]
            lows += low
            printf " %8.1f (%s)%s", part[1], wanted[i], low ? "!" : " "
        }
        print ""
    }
    END { print lows + 0 " cells below the figure to reach" }'
