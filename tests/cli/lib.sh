# SPDX-License-Identifier: MIT
# What the files of this folder share: running the command and looking at what
# it did. Each file is run with sh, and ends with `finish`.

: "${B:=build}"
B=$(cd "$B" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$B/geomention
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-cli.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work" || exit 1

# Neither the user's terminal nor the user's settings change the results.
unset GEOMENTION_DATA NO_COLOR
export LC_ALL=C.UTF-8 TERM=xterm

passed=0
failed=0

ok() {
    passed=$((passed + 1))
    echo "ok - $1"
}

# fail CLAIM: with what the last run said.
fail() {
    failed=$((failed + 1))
    echo "FAIL - $1"
    echo "    ran: $ran (status $status)"
    [ ! -s out ] || sed 's/^/    out: /' out | head -n 8
    [ ! -s err ] || sed 's/^/    err: /' err | head -n 8
}

# claim TEXT COMMAND...: the command succeeds.
claim() {
    claim=$1
    shift
    if "$@"; then ok "$claim"; else fail "$claim"; fi
}

# run ARGUMENTS...: output in out, messages in err, status in $status.
run() {
    ran="geomention $*"
    status=0
    "$program" "$@" >out 2>err </dev/null || status=$?
    look_for_crash
}

# feed FILE ARGUMENTS...: the same with standard input.
feed() {
    input=$1
    shift
    ran="geomention $* <$input"
    status=0
    "$program" "$@" >out 2>err <"$input" || status=$?
    look_for_crash
}

# A signal, or the status of a sanitizer, is wrong whatever was claimed.
look_for_crash() {
    [ "$status" -lt 99 ] || fail 'no crash'
}

status_is() { [ "$status" -eq "$1" ]; }
out_has() { grep -qF -- "$1" out; }
err_has() { grep -qF -- "$1" err; }
# has_without TEXT OTHER [FILE]: FILE (out) has TEXT and nowhere OTHER. To look
# for what is not there only makes sense in what is.
has_without() {
    grep -qF -- "$1" "${3:-out}" && ! grep -qF -- "$2" "${3:-out}"
}
out_is_empty() { [ ! -s out ]; }
err_is_empty() { [ ! -s err ]; }
err_lines() { [ "$(wc -l <err)" -eq "$1" ]; }
out_lines() { [ "$(wc -l <out)" -eq "$1" ]; }
is_absent() { [ ! -e "$1" ]; }
# is_alone FILE: nothing was left beside it.
is_alone() { [ "$(echo "$1"*)" = "$1" ]; }
none_left() { [ "$(echo "$1"*)" = "$1*" ]; }

# ends CLAIM STATUS TEXT: the run ended so, with that among its messages.
ends() {
    if status_is "$2" && err_has "$3"; then ok "$1"; else fail "$1"; fi
}

# A gazetteer of a few places, so that results do not depend on the world's.
make_gazetteer() {
    cat >places.csv <<'END'
id,name,names,longitude,latitude,feature,country,admin1,population
1,Yerevan,hy=Երևան|ru=Ереван|Erivan,44.51361,40.18111,P.PPLC,AM,,1093485
2,Tbilisi,Tiflis,44.83412,41.69411,P.PPLC,GE,,1049498
3,Baku,Bakı,49.89201,40.37767,P.PPLC,AZ,,1116513
4,Paris,,2.3488,48.85341,P.PPLC,FR,,2138551
5,Paris,,-95.55551,33.66094,P.PPLA2,US,TX,24782
6,Shusha,Shushi,46.7498,39.7601,P.PPLA,AZ,,5000
END
    "$program" gazetteer build -q -o tiny.gaz places.csv || exit 1
}

# And texts that name them.
make_texts() {
    echo 'The talks in Yerevan ended. He flew from Tbilisi to Baku.' >a.txt
    mkdir -p texts/inner
    cp a.txt texts/b.txt
    echo 'She lives in Paris and works in Shusha.' >texts/inner/c.txt
    echo 'nothing' >texts/image.png
    printf '{"id":"one","text":"He came to Yerevan on Monday."}\n' >d.jsonl
    printf '{"id":"two","text":"She lives in Tbilisi."}\n' >>d.jsonl
}

# ended_by SIGNAL: the run in the background, $pid, is ended, and its status
# is taken.
ended_by() {
    kill -"$1" "$pid"
    (sleep 20 && kill -KILL "$pid") 3>&- >/dev/null 2>&1 &
    watchdog=$!
    status=0
    wait "$pid" 2>/dev/null || status=$?
    kill $watchdog 2>/dev/null
    exec 3>&-
}

# interrupted SIGNAL OUTPUT: a run that waits for input is ended. env(1) undoes what
# a shell in the background does to SIGINT.
interrupted() {
    rm -f pipe
    mkfifo pipe
    env --default-signal="$1" "$program" -g tiny.gaz -o "$2" \
        --input-format jsonl pipe >out 2>err &
    pid=$!
    exec 3<>pipe
    head -n 2 d.jsonl >&3
    tries=0
    while none_left "$2" && [ $tries -lt 50 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    ended_by "$1"
    ran="geomention -o $2, killed by $1"
}
finish() {
    echo "$(basename "$0" .sh): $passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
