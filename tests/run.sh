#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs lint and all tests of a build, and counts them.
#
#   B=build [SANITIZE=...] run.sh [SUITE[/PART]]...
#
# Suites: lint, unit, api, badfiles, fuzz, cases, cli, samples, threads;
# "unit/geo" is a part of one. A test says what it did in one of three ways: as cmocka does; by a
# closing line "N passed, N failed" with or without ", N skipped"; or by its
# exit status alone, where 77 is "skipped". The output of those that fail is
# shown, that of the others is kept in $B/log.
set -u
cd "$(dirname "$0")/.." || exit 1
B=${B:-build}
SANITIZE=${SANITIZE-}
wanted=$*
log=$B/log
passed=0 failed=0 skipped=0
rm -rf "$log"
mkdir -p "$log"

# Errors of a sanitizer end a program, with a status that no test expects.
ASAN_OPTIONS=${ASAN_OPTIONS-exitcode=99:allocator_may_return_null=1}
LSAN_OPTIONS=${LSAN_OPTIONS-suppressions=tests/lint/leaks.supp:print_suppressions=0}
UBSAN_OPTIONS=${UBSAN_OPTIONS-print_stacktrace=1}
TSAN_OPTIONS=${TSAN_OPTIONS-exitcode=99:halt_on_error=1}
case $LSAN_OPTIONS in
suppressions=tests/*) LSAN_OPTIONS=suppressions=$PWD/${LSAN_OPTIONS#suppressions=} ;;
esac
export B SANITIZE ASAN_OPTIONS LSAN_OPTIONS UBSAN_OPTIONS TSAN_OPTIONS

# Whether the command line asks for a test; with nothing said, for all.
is_wanted() {
    [ -n "$wanted" ] || return 0
    for pattern in $wanted; do
        case $1 in
        "$pattern" | "$pattern"/*) return 0 ;;
        esac
    done
    return 1
}

# "PASSED FAILED SKIPPED" of a log and an exit status.
count() {
    awk -v status="$2" '
        /^\[  PASSED  \] [0-9]+ test/ { passed += $4; seen = 1 }
        /^\[  FAILED  \] [0-9]+ test/ { failed += $4; seen = 1 }
        /^\[  SKIPPED \] [0-9]+ test/ { skipped += $4; seen = 1 }
        /^skipped: / { is_skipped = 1 }
        /^([a-z]+: )?[0-9]+ passed, [0-9]+ failed(, [0-9]+ skipped)?$/ {
            sub(/^[a-z]+: /, "")
            line = $0
        }
        END {
            if (line != "") {
                split(line, part, " ")
                passed = part[1]; failed = part[3]; skipped = part[5]
            } else if (!seen && status == 77) {
                skipped = 1
            } else if (!seen && status == 0) {
                passed = 1
            }
            if (passed + failed + skipped == 0 && is_skipped)
                skipped = 1
            if (status != 0 && status != 77 && failed + 0 == 0)
                failed = 1
            print passed + 0, failed + 0, skipped + 0
        }' "$1"
}

# run NAME COMMAND...: one program or script and its tests.
run() {
    name=$1
    shift
    is_wanted "$name" || return 0
    file=$log/$(echo "$name" | tr / -).log
    timeout -k 10 "${TEST_SECONDS:-600}" "$@" >"$file" 2>&1 </dev/null
    status=$?
    set -- $(count "$file" "$status")
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
    note=
    [ "$3" -eq 0 ] || note=", $3 skipped"
    if [ "$2" -eq 0 ]; then
        printf 'ok    %-32s %4d passed%s\n' "$name" "$1" "$note"
        [ "$3" -eq 0 ] || grep -i '^skip' "$file" | sort -u | sed 's/^/      /'
    else
        printf 'FAIL  %-32s %4d passed, %d failed%s (status %d)\n' \
            "$name" "$1" "$2" "$note" "$status"
        sed 's/^/      | /' "$file" | tail -n 60
    fi
}

begun=$(date +%s)

# Symbols are looked at in plain builds only: sanitizers add their own.
if [ -z "$SANITIZE" ]; then
    run lint sh tests/lint/lint.sh "$B"
    run lint/itself sh tests/lint/test-lint.sh
fi
for source in tests/unit/*/test_*.c; do
    name=${source#tests/}
    [ ! -f "$source" ] || run "${name%.c}" "$B/${source%.c}"
done
for source in tests/api/*.c; do
    name=${source#tests/}
    [ ! -f "$source" ] || run "${name%.c}" "$B/${source%.c}"
done
run api/headers sh tests/run-headers.sh
run badfiles "$B/tests/badfiles/run_badfiles"
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    [ ! -f "$source" ] || run "fuzz/${name#fuzz_}" "$B/tests/fuzz/$name" \
        "tests/fuzz/corpus/${name#fuzz_}"
done
for file in tests/cases/*.case; do
    name=${file#tests/}
    [ ! -f "$file" ] || run "${name%.case}" "$B/tests/cases/run_cases" \
        "$B/world.gaz" "$B" "$file"
done
for file in tests/cli/*.sh; do
    name=$(basename "$file" .sh)
    case $name in
    run | lib) ;;
    *) run "cli/$name" sh tests/cli/run.sh "$name" ;;
    esac
done
run samples sh tests/run-samples.sh
run threads sh tests/run-threads.sh

echo "$(($(date +%s) - begun)) seconds"
note=
[ "$skipped" -eq 0 ] || note=", $skipped skipped"
if [ $((passed + failed)) -eq 0 ]; then
    echo "no test is called that: $wanted"
    failed=1
fi
echo "$passed passed, $failed failed$note"
[ "$failed" -eq 0 ]
