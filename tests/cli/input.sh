# SPDX-License-Identifier: MIT
# What is read, and what becomes of inputs that cannot be.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts
map='-g tiny.gaz -f tsv --no-header --fields doc,mention,start'

run $map a.txt
claim 'a file is read' status_is 0
claim 'its path is the id' out_has "a.txt	Yerevan	13"
run map $map a.txt
claim 'map may be said' out_has "a.txt	Yerevan	13"

feed a.txt $map
claim 'without a name standard input is read' out_has "-	Yerevan	13"
feed a.txt $map -
claim 'a dash is standard input' out_has "-	Yerevan	13"
feed d.jsonl $map --input-format jsonl -
claim 'standard input may be JSON lines' out_has "two	Tbilisi	13"
run $map a.txt texts/b.txt
claim 'several files are read' out_lines 6

run $map texts
claim 'a folder is read' status_is 0
claim 'with what is below it' out_has "texts/inner/c.txt	Shusha"
claim 'in the order of names' test "$(head -n 1 out | cut -f 1)" = texts/b.txt

printf '\357\273\277The talks in Yerevan ended.' >bom.txt
run $map bom.txt
claim 'a byte order mark is skipped' out_has "Yerevan	13"
printf 'He came.\r\nThe talks in Yerevan\r\nended.\r\n' >crlf.txt
run $map crlf.txt
claim 'CRLF is two characters' out_has "Yerevan	23"
gzip -c d.jsonl >e.jsonl.gz
run $map e.jsonl.gz
claim 'gzip is unpacked' out_has "one	Yerevan"
printf '<p>In <b>Yere</b>van &amp; <script>Baku</script>in Tbilisi</p>' >p.html
run $map p.html
claim 'HTML is read as it shows' out_has "Yerevan	3"
claim 'and offsets count there' out_has "Tbilisi	16"
claim 'scripts are left out' has_without Yerevan Baku
printf 'id\ttext\nx\tHe is in Baku now.\n' >t.tsv
run $map t.tsv
claim 'TSV is read' out_has "x	Baku	9"
printf '{"text":"In Baku and Yerevan.","mentions":[{"start":12,"end":19}]}\n' \
    >given.jsonl
run $map given.jsonl
claim 'given mentions are resolved' out_has "given.jsonl:1	Yerevan	12"
claim 'and no others are looked for' out_lines 1
: >empty.txt
run $map empty.txt
claim 'an empty text is no error' status_is 0
echo 'There is nothing here.' >plain.txt
run $map plain.txt
claim 'no place is no error' status_is 0

# ---- Inputs that cannot be read ------------------------------------------

# bad CLAIM FILE MESSAGE: alone it fails; beside a good one, that is written.
bad() {
    run $map "$2"
    if status_is 1 && err_has "$3" && err_lines 1 && out_is_empty; then
        ok "$1: alone, 1 and one line"
    else
        fail "$1: alone, 1 and one line"
    fi
    run $map "$2" a.txt
    if status_is 5 && err_has "$3" && out_lines 3; then
        ok "$1: the rest go on, 5"
    else
        fail "$1: the rest go on, 5"
    fi
}

bad 'a missing file' none.txt "cannot open 'none.txt': no such file"
mkdir bare
touch bare/a.png
bad 'a folder without texts' bare "no texts in 'bare'"
printf 'Erev\377an' >latin.txt
bad 'bad UTF-8' latin.txt "not UTF-8 in 'latin.txt', byte 4"
printf '\177ELF\000\000\001' >binary.txt
bad 'a binary file' binary.txt "binary file 'binary.txt'"
printf '\377\376E\000r\000' >wide.txt
bad 'UTF-16' wide.txt "not UTF-8 but UTF-16: 'wide.txt'"
printf '{"id":"x","text":"Yere' >cut.jsonl
bad 'truncated JSON' cut.jsonl "truncated JSON in 'cut.jsonl', line 1"
printf '{"id":"x"}\n' >no-text.jsonl
bad 'JSON without text' no-text.jsonl "in 'no-text.jsonl', line 1"
printf 'no tab\n' >bad.tsv
bad 'TSV without a tab' bad.tsv "in 'bad.tsv', line 1"
gzip -c a.txt | head -c 40 >cut.txt.gz
bad 'truncated gzip' cut.txt.gz "truncated gzip data in 'cut.txt.gz'"
echo text >not.txt.gz
bad 'what is no gzip' not.txt.gz "no gzip data in 'not.txt.gz'"
head -c 67108865 /dev/zero | tr '\0' x >large.txt
bad 'a text over the ceiling' large.txt "text over 64 MiB in 'large.txt'"
rm large.txt
awk 'BEGIN { for (i = 0; i < 200000; i++) printf "<div>" }' >deep.html
bad 'HTML nested too deeply' deep.html "HTML nested too deeply in 'deep.html'"
if [ "$(id -u)" != 0 ]; then
    echo text >secret.txt
    chmod 0 secret.txt
    bad 'an unreadable file' secret.txt "cannot open 'secret.txt'"
fi

printf '{"text":"Baku"\n{"text":"In Baku."}\n{"text":"\303("}\n' >mixed.jsonl
run $map mixed.jsonl
claim 'a bad line leaves the others, 5' status_is 5
claim 'the line is told' err_has "line 1"
claim 'and the byte' err_has "line 3, byte 44"
claim 'good lines are written' out_has "mixed.jsonl:2	Baku	3"
run $map none.txt latin.txt
claim 'all failed is 1' status_is 1
claim 'with a line for each' err_lines 2

# A document is on its way before the next one is there.
mkfifo pipe
"$program" $map --input-format jsonl pipe >out 2>err &
pid=$!
exec 3<>pipe
head -n 1 d.jsonl >&3
seconds=0
until [ -s out ] || [ $seconds -ge 50 ]; do sleep 0.1; seconds=$((seconds + 1)); done
claim 'a stream is answered document by document' out_has Yerevan
exec 3>&-
wait $pid

# In a book a name may stand thousands of times; and a list may have no end.
yes 'The mayor of Paris went to Goris with his brother.' | head -n 2000 >book.txt
run -g world -f tsv --no-header book.txt
claim 'a name that a text has thousands of times is found each time' out_lines 4000
yes 'then from Paris to Goris and' | head -n 20000 >endless.txt
run -g world -f tsv --no-header endless.txt
claim 'a sentence that does not end takes no square of time' out_lines 40000
finish
