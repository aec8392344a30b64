#!/bin/sh
# Test the tables: columns, ids, ranges, characters, composed letters, and that
# every name of a name table belongs to a place that an earlier table has.
#   check.sh GAZETTEER-FOLDER
set -eu
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
bad=0

open() {
	case $1 in
	*.zst) zstd -dcq "$1" ;;
	*)     cat "$1" ;;
	esac
}

open "$dir/world/allCountries.txt.zst" >"$work/all"
awk -F'\t' -f "$here/check-world.awk" -v ids="$work/ids" "$work/all" || bad=1
open "$dir/world/alternateNamesV2.txt.zst" | awk -F'\t' '
	FNR == NR { id[$1]; next }
	NF != 10 { print "alternateNamesV2: " NF " fields: " $0; bad = 1 }
	!(("geonames:" $2) in id) { missing++ }
	END { if (missing) print "alternateNamesV2: " missing " names of absent places"
	      print "alternateNamesV2: " FNR " rows"; exit bad }' "$work/ids" - || bad=1

for table in "$dir"/tables/*.tsv "$dir"/tables/*.tsv.zst; do
	echo "$(basename "$table") $table"
done | sort | while read -r name table; do
	open "$table" >"$work/table"
	iconv -f UTF-8 -t UTF-8 "$work/table" >/dev/null || echo "$name: broken UTF-8"
	uconv -x '::NFC;' "$work/table" | cmp -s - "$work/table" || echo "$name: not composed (NFC)"
	awk -F'\t' -f "$here/check-table.awk" -v name="$name" -v more="$work/more" \
		"$work/ids" "$work/table"
	[ -f "$work/more" ] && cat "$work/more" >>"$work/ids" && rm "$work/more"
	:
done >"$work/report"
cat "$work/report"
grep -q '! ' "$work/report" && bad=1
grep -E ': (broken|not composed)' "$work/report" && bad=1
exit $bad
