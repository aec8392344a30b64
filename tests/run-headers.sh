#!/bin/sh
# SPDX-License-Identifier: MIT
# Each public header compiles alone, as C11 and as C++.
set -u
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0 skipped=0

try() {
    what=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        echo "FAIL $what"
        failed=$((failed + 1))
    fi
}

for header in src/include/*.h; do
    try "$header as C" "${CC:-cc}" -x c -std=c11 -Wall -Wextra -Wpedantic \
        -Werror -Isrc/include -fsyntax-only "$header"
    if command -v "${CXX:-c++}" >/dev/null 2>&1; then
        try "$header as C++" "${CXX:-c++}" -x c++ -std=c++11 -Wall -Wextra \
            -Werror -Isrc/include -fsyntax-only "$header"
    else
        skipped=$((skipped + 1))
    fi
done
[ "$skipped" -eq 0 ] || echo "skipped: headers as C++, as there is no ${CXX:-c++}"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
