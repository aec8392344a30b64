#!/bin/sh
# SPDX-License-Identifier: MIT
# That lint finds what it is to find, in a small tree with one flaw of each kind.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-lint.XXXXXX")
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
spdx='/* SPDX-License-Identifier: MIT */'
tree=$work/tree

new_tree() {
    rm -rf "$tree"
    mkdir -p "$tree/src/include" "$tree/src/base" "$tree/src/text" \
        "$tree/src/layer" "$tree/src/cli" "$tree/tests/lint"
    printf 'include\nbase\ntext\nlayer\ncli\n' >"$tree/src/FLOORS"
    echo 1.2.3 >"$tree/VERSION"
    printf '%s\n' "$spdx" '#define GM_VERSION "1.2.3"' \
        'GM_API int gm_one(void);' >"$tree/src/include/geomention.h"
    echo gm_one >"$tree/tests/lint/symbols.txt"
    : >"$tree/src/include/geomention_layer.h"
    echo "$spdx" >"$tree/src/include/geomention_layer.h"
}

# file PATH: from standard input, below the line of the licence.
file() {
    { echo "$spdx"; cat; } >"$tree/$1"
}

lint() {
    (cd "$tree" && LINT_ROOT=$tree sh "$here/lint.sh" >"$work/out" 2>&1)
}

ok() { passed=$((passed + 1)); }
bad() {
    echo "FAIL $1"
    sed 's/^/    /' "$work/out"
    failed=$((failed + 1))
}

# finds CLAIM TEXT: lint fails with just one line, which has that in it.
finds() {
    if lint; then bad "$1"
    elif [ "$(grep -c '^[^ ]*:[0-9]*: ' "$work/out")" = 1 ] &&
        grep -qF -- "$2" "$work/out"; then ok
    else bad "$1"; fi
    new_tree
}

passes() {
    if lint; then ok; else bad "$1"; fi
    new_tree
}

# body NAME LINES: a function of that many lines.
body() {
    printf 'static int %s(int a)\n{\n' "$1"
    awk -v n="$(($2 - 3))" 'BEGIN { while (n-- > 0) print "    a++;" }'
    echo '}'
}

new_tree
passes 'a clean tree passes'
file src/base/a.c <<'END'
#include "text/b.h"
END
finds 'an include of a higher floor' "src/base/a.c:2: \"text/b.h\": 'text'"
printf '#include "base/d.h"\n' | file src/base/c.h
printf '#include "base/c.h"\n' | file src/base/d.c
finds 'a loop of files' 'loop of files'
printf '#include "text/b.h"\n' | file src/cli/a.c
finds 'an inner header in the command line' 'sees include/ alone'
printf '#include <gdal.h>\n' | file src/text/a.c
finds 'GDAL outside of layer' 'src/text/a.c:2: <gdal.h>'
printf '#include <gdal.h>\n' | file src/layer/a.c
passes 'GDAL in layer'
printf '#include "b.h"\n' | file src/text/a.c
finds 'an include that hides its floor' 'include from src/'
printf '#include "base/b.h"\n#include "text/a.h"\n' | file src/text/a.c
finds 'an own header that is not first' 'own header stands first'
mkdir "$tree/src/attic"
printf 'int a;\n' | file src/attic/a.c
finds 'a folder without a floor' "'attic' is not in src/FLOORS"

for call in 'strcpy(a, b)' 'sprintf(a, b)' 'x = atoi(a)' 'setlocale(0, a)'; do
    printf 'void f(void)\n{\n    %s;\n}\n' "$call" | file src/cli/a.c
    finds "$call anywhere" 'is banned'
done
for call in 'printf("")' 'getenv(a)' 'exit(1)' 'abort()'; do
    printf 'void f(void)\n{\n    %s;\n}\n' "$call" | file src/base/a.c
    finds "$call in a library" 'is banned in a library'
done
printf 'void f(void)\n{\n    printf("");\n    exit(1);\n}\n' | file src/cli/a.c
passes 'printing in the command line'
printf 'void f(void)\n{\n    fputs(a, stderr);\n}\n' | file src/text/a.c
finds 'a library that prints' 'src/text/a.c:4: a library does not print'
printf 'void f(void)\n{\n    a = malloc(1);\n}\n' | file src/text/a.c
finds 'memory from elsewhere' 'base/memory.c alone'
printf 'void f(void)\n{\n    a = malloc(1);\n}\n' | file src/base/memory.c
passes 'memory from its place'
printf '/* malloc(1)\n * printf("") */\nconst char *a = "strcpy(a) /* ";\nint b; // exit(1)\n' |
    file src/text/a.c
passes 'words in comments and strings'
printf 'void f(void)\n{\n    a->free(a);\n    b.exit(1);\n    gmi_free(c);\n}\n' |
    file src/text/a.c
passes 'members and longer names'

body f 80 | file src/text/a.c
passes 'a function of 80 lines'
body f 81 | file src/text/a.c
finds 'a function of 81 lines' 'src/text/a.c:2: f() has 81 lines'
printf 'int f(int a, int b, int c, int d,\n      int e, int g)\n{\n    return 0;\n}\n' |
    file src/text/a.c
passes 'six parameters'
printf 'int f(int a, int b, int c, int d,\n      int (*e)(int, int), int g, int h)\n{\n}\n' |
    file src/text/a.c
finds 'seven parameters' 'src/text/a.c:2: f() has 7 parameters'
for i in 1 2 3 4 5 6; do body f$i 66; done >"$work/long"
head -n 399 "$work/long" | file src/text/a.c
passes 'a file of 400 lines'
for i in 1 2 3 4 5 6 7; do body f$i 66; done | file src/text/a.c
finds 'a file of more' 'src/text/a.c:401: 463 lines'
awk 'BEGIN { for (i = 0; i < 251; i++) print "int a;" }' |
    file src/include/geomention_long.h
finds 'a long public header' '252 lines, 250 at most'

echo 'int a;' >"$tree/src/text/a.c"
finds 'a file without the line of the licence' 'SPDX'
printf 'int pr\303\266ve;\n' | file src/text/a.c
finds 'a name that is not ASCII' 'not ASCII'
printf 'const char *a = "pr\303\266ve"; /* \303\266 */\n' | file src/text/a.c
passes 'text that is not ASCII'
printf '/* TO''DO: more */\n' | file src/text/a.c
finds 'an unfinished place' 'unfinished'
printf 'const char *a = "/tmp/x.XX''XXXX";\n' | file src/text/a.c
passes 'the letters of mkstemp'
: >"$tree/notes.txt"
finds 'a stray file at the top' 'notes.txt:1: does not belong'
echo 1.2.4 >"$tree/VERSION"
finds 'two versions' 'VERSION:1: is 1.2.4'
printf 'gm_one\ngm_two\n' >"$tree/tests/lint/symbols.txt"
finds 'a listed symbol that no header declares' "'gm_two' is in the list and not declared"
: >"$tree/tests/lint/symbols.txt"
finds 'a declared symbol that is not listed' "'gm_one' is declared and not in the list"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
