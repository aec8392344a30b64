#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: run-dist.sh PACKAGE.tar.gz FOLDER
# Unpacks a source package where there is no git, builds it, runs its tests,
# installs it, builds a program against what is installed, runs both, and
# uninstalls it: nothing may be left.
set -eu
archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") folder=$2
: "${MAKE:=make}" "${CC:=cc}"
work=$(mktemp -d "${TMPDIR:-/tmp}/geomention-dist.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
unset MAKEFLAGS MAKELEVEL MFLAGS GEOMENTION_DATA

cd "$work"
tar xzf "$archive"
cd "$folder"
$MAKE check

echo "distcheck: install under DESTDIR"
$MAKE install DESTDIR="$work/root" prefix=/opt/geomention >/dev/null
here=$work/root/opt/geomention
(cd "$work/root" && find . ! -type d | sort)
"$here/bin/geomention" lookup Yerevan | grep -q geonames:616052

echo "distcheck: a program of the installed library"
PKG_CONFIG_PATH=$here/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$work/root
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
test "$(pkg-config --modversion geomention)" = "$(cat VERSION)"
for program in samples/c/*.c; do
    out=$work/$(basename "$program" .c)
    # shellcheck disable=SC2046 # flags are words
    $CC -std=c11 -D_POSIX_C_SOURCE=200809L "$program" -o "$out" \
        $(pkg-config --cflags --libs geomention geomention-layer) \
        -Wl,-rpath-link,"$here/lib"
    LD_LIBRARY_PATH=$here/lib ldd "$out" | grep -q "$here/lib"
done

echo "distcheck: uninstall"
$MAKE uninstall DESTDIR="$work/root" prefix=/opt/geomention >/dev/null
left=$(find "$work/root" ! -type d)
if [ -n "$left" ]; then
    echo "distcheck: left behind: $left"
    exit 1
fi
echo "distcheck: $folder is good"
