# Adds a column to clusters.tsv: how often each word is written in small
# letters, 1 (never) to 7 (always), counted where no sentence begins; 0: seen
# less than three times.
#
#   jq -r .text CORPUS.jsonl... | awk -f small.awk clusters.tsv - > words.tsv
BEGIN { FS = "\t"; OFS = "\t" }
FILENAME != "-" {
	lines[++count] = $0
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
			print lines[i], "small letters, 1 to 7"
			continue
		}
		if (lines[i] ~ /^# /) {
			print lines[i]
			continue
		}
		split(lines[i], field, "\t")
		k = field[1]
		print lines[i], (seen[k] > 2 ? 1 + int(6.99 * small[k] / seen[k]) : 0)
	}
}
