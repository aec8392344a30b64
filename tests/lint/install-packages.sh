#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages that a build needs, where any is missing.
#
#   install-packages.sh COMPILER PKG_CONFIG "MODULE..." "PACKAGE..."
#
# Prints "ready" on standard output when compiler and pkg-config modules are
# there, now or after the installation; all else goes to standard error. It
# installs only as root and only where apt-get is; anyone else is told what
# to type.
set -u
compiler=$1 pkg_config=$2 modules=$3 packages=$4

is_ready() {
    command -v "$compiler" >/dev/null 2>&1 &&
        command -v "$pkg_config" >/dev/null 2>&1 &&
        "$pkg_config" --exists $modules 2>/dev/null
}

say() {
    printf '%s\n' "geomention: $*" >&2
}

if is_ready; then
    echo ready
    exit 0
fi

install="apt-get install -y --no-install-recommends $packages"
if ! command -v apt-get >/dev/null 2>&1; then
    say "some of these are missing: $compiler $pkg_config $modules"
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    say "some packages are missing; as root: $install"
    exit 1
fi

say "installing what a build needs (once): $packages"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
# A list of packages that is a little old is better than none: go on.
apt-get -q -o DPkg::Lock::Timeout=300 update </dev/null >&2 ||
    say "cannot fetch the list of packages; trying the one that is here"
apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y \
    --no-install-recommends $packages </dev/null >&2 || {
    say "cannot install: $install"
    exit 1
}
if is_ready; then
    echo ready
    exit 0
fi
say "still missing: one of $compiler $pkg_config $modules"
exit 1
