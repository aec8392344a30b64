# SPDX-License-Identifier: MIT
# What differs on a terminal; script(1), which every Debian has, stands in.
. "$(dirname "$0")/lib.sh"
make_gazetteer
make_texts

# It needs a pseudo-terminal, which a bare chroot has not.
if ! script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    echo 'skipped: script(1) gets no terminal here'
    finish
    exit
fi

# on_terminal COMMAND: its screen in out.
on_terminal() {
    ran=$1
    status=0
    script -qec "stty cols 80; $1" /dev/null >raw 2>err </dev/null || status=$?
    tr -d '\r' <raw >out
}

escape=$(printf '\033[')

on_terminal "$program -g tiny.gaz a.txt"
claim 'a terminal gets a table' has_without Yerevan '	'
claim 'with its head' out_has confidence
claim 'and a summary' out_has '3 mentions, 3 places, 0 unresolved'
claim 'and colours' out_has "$escape"
on_terminal "$program -g tiny.gaz -q a.txt"
claim '-q leaves the summary out' has_without Yerevan 'mentions,'
on_terminal "NO_COLOR=1 $program -g tiny.gaz a.txt"
claim 'NO_COLOR leaves colours out' has_without Yerevan "$escape"
on_terminal "$program -g tiny.gaz --color never a.txt"
claim '--color never leaves colours out' has_without Yerevan "$escape"
run -g tiny.gaz -f table --color always a.txt
claim '--color always brings them' out_has "$escape"
run -g tiny.gaz -f table a.txt
claim 'a pipe has none' has_without Yerevan "$escape"
on_terminal "$program lookup -g tiny.gaz Paris"
claim 'lookup is a table there' has_without Paris '	'
on_terminal "$program </dev/tty"
claim 'nothing typed at a terminal gets short help' out_has 'Usage: geomention'
claim 'and does not wait' status_is 2
# Shown after a second: the second line comes late enough.
on_terminal "{ head -n 1 d.jsonl; sleep 1.3; tail -n 1 d.jsonl; } |
    $program -g tiny.gaz --input-format jsonl -o o.csv"
claim 'a long run shows how far it is' grep -q '2 documents, 0.0 MB' raw
claim 'and nothing of it stays on the screen' test \
    "$(sed 's/\r*$//; s/.*\r//; s/\x1b\[[0-9;]*[A-Za-z]//g; /^$/d' raw)" = \
    'geomention: 2 documents: 2 mentions, 2 places, 0 unresolved, 0 inputs failed'
finish
