# SPDX-License-Identifier: MIT
# Help, manual pages and completion say the same, as they come from one table.
. "$(dirname "$0")/lib.sh"

run --help
claim '--help is on standard output, 0' status_is 0
claim 'and lists the commands' out_has 'gazetteer build'
run -h
claim '-h does the same' out_has 'gazetteer build'
run help
claim 'so does help' out_has 'gazetteer build'
claim 'no line is over 80 columns' test "$(awk 'length > 80' out | wc -l)" = 0
run --version
claim '--version tells the version' out_has "geomention $(cat "$root/VERSION")"
claim 'and the gazetteer' out_has 'gazetteer: '
run gazetteer --help
claim 'gazetteer --help lists its commands' out_has 'gazetteer verify'
run help gazetteer
claim 'so does help gazetteer' out_has 'gazetteer verify'
run help gazetteer build
claim 'help takes two words' out_has '--column'

for shell in bash zsh fish; do
    run help --completion $shell
    claim "completion for $shell is printed" status_is 0
    cp out "completion.$shell"
    claim "and is what was built" cmp -s out "$B/completion/$shell"
done
run help --completion tcsh
ends 'completion for another shell is misuse' 2 "unknown shell 'tcsh'"

# Every option of every command, by its help.
missing=0
run help
sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' out >commands
claim 'help lists at least eight commands' test "$(wc -l <commands)" -ge 8
while read -r command; do
    run help $command
    claim "help $command is printed" status_is 0
    run $command --help
    claim "$command --help is the same" status_is 0
    claim "no line of it is over 80 columns" \
        test "$(awk 'length > 80' out | wc -l)" = 0
    grep -o -- '--[a-z][a-z-]*' out | sort -u >options
    claim "$command has options" test -s options
    page=geomention-${command%% *}.1
    [ "$command" != help ] || page=geomention.1
    claim "$command has a manual page" test -s "$B/man/$page"
    sed 's/\\-/-/g; s/\\f.//g' "$B/man/$page" >page
    while read -r option; do
        for file in page completion.bash completion.zsh completion.fish; do
            word=$option
            [ $file != completion.fish ] || word="-l ${option#--}"
            if ! grep -qF -e "$word" $file; then
                echo "    $command $option is not in $file"
                missing=$((missing + 1))
            fi
        done
    done <options
done <commands
claim 'every option is in manual and completion' test $missing = 0

claim 'no template mark is left in a manual' \
    sh -c "test -s '$B'/man/geomention.1 && ! grep -l '@[A-Z]*' '$B'/man/*.1"
claim 'bash reads its completion' bash -n completion.bash
complete_bash() {
    bash -c '
        compopt() { :; }
        . ./completion.bash
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _geomention; printf "%s\n" "${COMPREPLY[@]}"' bash "$@" >out
}
complete_bash geomention lo
claim 'bash completes a command' out_has lookup
complete_bash geomention map --min
claim 'bash completes an option' out_has --min-confidence
complete_bash geomention --use m
claim 'bash completes a value' out_has metonymic
complete_bash geomention gazetteer v
claim 'bash completes a second word' out_has verify
complete_bash geomention gazetteer build --col
claim 'bash completes an option of it' out_has --column
for shell in zsh fish; do
    command -v $shell >/dev/null || continue
    claim "$shell reads its completion" $shell -n completion.$shell
done
finish
