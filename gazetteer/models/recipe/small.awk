# Adds a column to clusters.tsv: how often each word is written in small
# letters, 1 (never) to 7 (always), counted where no sentence begins; of words
# seen less than three times, what the dictionaries have: 8 the word in small
# letters, 9 with a capital, 10 both, 0 neither.
#
#   jq -r .text CORPUS.jsonl... | awk -f small.awk clusters.tsv \
#       american-english-large british-english-large - > words.tsv
BEGIN { FS = "\t"; OFS = "\t" }
FNR == 1 { file++ }
file == 1 {
	lines[++count] = $0
	next
}
FILENAME != "-" {
	if ($0 ~ /^[a-z]+$/)
		listed_small[$0] = 1
	else if ($0 ~ /^[A-Z][a-z]+$/)
		listed_large[tolower($0)] = 2
	next
}
{
	n = split($0, words, /[^A-Za-z'.!?:"“”-]+/)
	for (i = 2; i <= n; i++) {
		if (words[i - 1] ~ /[.!?:"“”-]$/ || words[i] ~ /^["“”'-]/)
			continue
		word = words[i]
		gsub(/[.!?:"“”]|'s$/, "", word)
		if (word !~ /^[A-Za-z][a-z]*$/)
			continue
		key = tolower(word)
		seen[key]++
		if (word == key)
			small[key]++
	}
}
END {
	for (i = 1; i <= count; i++) {
		if (lines[i] ~ /^# word\t/) {
			print lines[i], "small letters, 1 to 7, or a dictionary's"
			continue
		}
		if (lines[i] ~ /^# /) {
			print lines[i]
			continue
		}
		split(lines[i], field, "\t")
		k = field[1]
		listed = listed_small[k] + listed_large[k]
		print lines[i], (seen[k] > 2 ? 1 + int(6.99 * small[k] / seen[k]) : \
			listed ? 7 + listed : 0)
	}
}
