#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a manual page: prose from a template, options from the program itself.
# usage: make-page.sh PROGRAM VERSION <geomention.1.in >geomention.1
set -eu
program=$1 version=$2
while IFS= read -r line; do
    case $line in
    @COMMANDS@)
        "$program" help --man ;;
    "@OPTIONS "*@)
        command=${line#@OPTIONS }
        # shellcheck disable=SC2086 # a command may be two words
        "$program" help --man ${command%@} ;;
    *@VERSION@*)
        printf '%s\n' "${line%%@VERSION@*}$version${line#*@VERSION@}" ;;
    *)
        printf '%s\n' "$line" ;;
    esac
done
