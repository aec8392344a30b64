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

on_terminal "$program -g tiny.gaz a.txt"
claim 'a terminal gets a table' sh -c "! grep -q '	' out"
claim 'with the places' out_has Yerevan
claim 'and a summary' out_has '3 mentions, 3 places, 0 unresolved'
on_terminal "$program -g tiny.gaz -q a.txt"
claim '-q leaves the summary out' sh -c "! grep -q 'mentions,' out"
on_terminal "NO_COLOR=1 $program -g tiny.gaz a.txt"
claim 'NO_COLOR leaves colours out' sh -c "! grep -q '\[' out"
on_terminal "$program -g tiny.gaz --color never a.txt"
claim '--color never leaves colours out' sh -c "! grep -q '\[' out"
run -g tiny.gaz -f table --color always a.txt
claim '--color always brings them' sh -c "grep -q '\[' out"
run -g tiny.gaz -f table a.txt
claim 'a pipe has none' sh -c "! grep -q '\[' out"
on_terminal "$program lookup -g tiny.gaz Paris"
claim 'lookup is a table there' sh -c "! grep -q '	' out"
on_terminal "$program </dev/tty"
claim 'nothing typed at a terminal gets short help' out_has 'Usage: geomention'
claim 'and does not wait' status_is 2
on_terminal "$program -g tiny.gaz --progress -o o.csv a.txt"
claim 'progress leaves nothing on the line' status_is 0
finish
