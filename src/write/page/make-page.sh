#!/bin/sh
# SPDX-License-Identifier: MIT
# What a report is made of, ready for use.
#
#   make-page.sh header STYLE SCRIPT      page_table.h: both as arrays of C
#   make-page.sh leaflet FOLDER           leaflet.html: Leaflet with its style
#
# Each comes with the hash that a content security policy names it by.
set -eu
LC_ALL=C
export LC_ALL

# hash FILE: of its bytes, as a policy has it.
hash() {
    if command -v openssl >/dev/null 2>&1; then
        printf 'sha256-%s' "$(openssl dgst -sha256 -binary "$1" | base64)"
    else
        printf 'sha256-%s' "$(sha256sum "$1" | cut -c1-64 | tr a-f A-F |
            basenc --base16 -d | base64)"
    fi
}

# array NAME FILE: its bytes, as a long string would break the rules of C.
array() {
    echo "static const unsigned char $1[] = {"
    od -An -v -tu1 "$2" | sed 's/^ *//; s/  */,/g; s/$/,/'
    echo "};"
}

header() {
    echo "/* Made by make-page.sh: see src/write/page. */"
    echo "#define GMI_PAGE_STYLE_HASH \"$(hash "$1")\""
    echo "#define GMI_PAGE_SCRIPT_HASH \"$(hash "$2")\""
    array GMI_PAGE_STYLE "$1"
    array GMI_PAGE_SCRIPT "$2"
}

# A page of one file has no place for maps of the source, nor for pictures.
leaflet() {
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    sed 's|/[*]# sourceMappingURL=[^*]*[*]/||; s/url([^)]*)/none/g' \
        "$1/leaflet.css" >"$work/style"
    script=$1/leaflet.min.js
    [ -f "$script" ] || script=$1/leaflet.js
    sed 's|^//# sourceMappingURL=.*||' "$script" >"$work/script"
    if grep -qi '</script\|<!--' "$work/script"; then
        echo "make-page: $script cannot stand in a page" >&2
        exit 1
    fi
    echo "<!-- geomention leaflet 1 $(hash "$work/style") $(hash "$work/script") -->"
    echo "<!--"
    cat "$(dirname "$0")/leaflet-licence.txt"
    echo "-->"
    printf '<style>'
    cat "$work/style"
    printf '</style>\n<script>'
    cat "$work/script"
    printf '</script>\n'
}

case ${1-} in
header)  [ $# -eq 3 ] && header "$2" "$3" ;;
leaflet) [ $# -eq 2 ] && leaflet "$2" ;;
*)       echo "usage: make-page.sh header|leaflet ..." >&2; exit 2 ;;
esac
