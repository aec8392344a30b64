# First-order areas in the languages of the world, from an older CLDR: the
# packages of today have few of them. Joined by ISO 3166-2 where the English
# name agrees, as codes were given anew meanwhile, else by that name; areas.awk.
old=$packages/deb/unicode-cldr-core/usr/share/unicode/cldr/common/subdivisions

for file in "$old"/*.xml; do
	lang=$(basename "$file" .xml)
	case $lang in # of the countries of many readers, or with letters of their own
	ar|az|be|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|hy|id|it|ja) ;;
	ka|ko|mk|nb|nl|pl|pt|ro|ru|sk|sl|sq|sr|sv|th|tr|uk|ur|vi|zh|zh_Hant) ;;
	*) continue ;;
	esac
	sed -n "s/.*<subdivision type=\"\\([a-z0-9]*\\)\"[^>]*>\\([^<]*\\)<.*/\\1\\t${lang%%_*}\\t\\2/p" "$file"
done | sed "s/&apos;/’/g; s/&amp;/\\&/g" | nfc >"$work/area-names.tsv"
cut -f3 "$work/area-names.tsv" | fold | paste "$work/area-names.tsv" - >"$work/area-folded.tsv"

# What is a name of something already: a shorter form must not be.
{
	zstd -qdc "$out/world/allCountries.txt.zst" | cut -f2,4 | tr '\t,' '\n\n'
	zstd -qdc "$out/world/alternateNamesV2.txt.zst" | cut -f4
	for table in 60-country-names 68-world-names; do
		zstd -qdc "$out/tables/$table.tsv.zst" | cut -f2
	done
} | sort -u >"$work/taken-names.txt"

zstd -qdc "$out/world/allCountries.txt.zst" | awk -F'\t' '$7 == "P" && $15 >= 50000 {
	count = split($2 "," $4, name, ",")
	for (i = 1; i <= count; i++) print $9 "\t" name[i] }' | sort -u >"$work/city-names.txt"

awk -F'\t' -f "$recipe/areas.awk" "$work/city-names.txt" "$work/taken-names.txt" "$work/adm1.tsv" \
	"$work/adm1-folded.tsv" "$work/area-folded.tsv" |
	sort -t "$(printf '\t')" -k1,2 -k4,4 -k3,3 |
	awk -F'\t' '!(($1, $2) in seen) { seen[$1, $2]; print }' >"$work/area-lines.tsv"
{
	header "Unicode CLDR 41 (Debian's unicode-cldr-core 41-0.1)" "Unicode-DFS-2016" "https://cldr.unicode.org/"
	printf 'place\tname\tlang\tkind\n'
	cat "$work/area-lines.tsv"
} | publish "$out/tables/69-area-names.tsv.zst"
