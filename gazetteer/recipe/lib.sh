# Helpers of the steps. Sourced, not run.

iso=$packages/npm/iso3166-2-db/package/data/iso3166-2.json

say() {
	echo "make-world: $*" >&2
}

# fold: for comparing names: without accents, lower case, Latin letters.
# One name in, one out, line by line.
fold() {
	uconv -f UTF-8 -t UTF-8 -x \
		'[əƏ] > a; :: NFKD; :: [:Mn:] Remove; :: Latin-ASCII; :: Lower; [‘’ʻʼ`] > \u0027; [\-] > \u0020;'
}

# slug: a readable ASCII key for an id.
slug() {
	uconv -f UTF-8 -t UTF-8 -x ':: Any-Latin; :: NFKD; :: [:Mn:] Remove; :: Latin-ASCII; :: Lower;' |
		sed 's/[^a-z0-9|	]\{1,\}/-/g; s/^-*//; s/-*$//'
}

# nfc: composed characters, as everywhere in the tables, and no footnote marks
# ("Île-de-France²").
nfc() {
	uconv -f UTF-8 -t UTF-8 -x ':: NFC; [¹²³] > ;'
}

# publish FILE: stdin becomes FILE in one move, so that a reader never meets
# half of it; a name that ends in .zst is compressed.
publish() {
	mkdir -p "$(dirname "$1")"
	case $1 in
	*.zst) zstd -q -19 -T1 >"$1.part" ;;
	*)     cat >"$1.part" ;;
	esac
	chmod 644 "$1.part"
	mv "$1.part" "$1"
	say "wrote ${1#"$out"/}"
}

# header SOURCE LICENCE URL: the three lines that open a table.
header() {
	printf '# source: %s\n# licence: %s\n# url: %s\n' "$1" "$2" "$3"
}
