#!/bin/sh
# SPDX-License-Identifier: MIT
# Opens reports in headless Chromium and looks at what they do.
#
#   B=build run.sh [FOLDER]
#
# Pictures of what was seen go to FOLDER, $B/browser/pictures otherwise. Needs
# chromium, node and npm, and fetches playwright-core once; says so and ends
# well where one of them is not there.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=$(cd "${B:-build}" && pwd) || exit 1
work=$B/browser
pictures=${1:-$work/pictures}
PLAYWRIGHT=playwright-core@1.65.1

skip() {
    echo "skip: browser: $*"
    exit 0
}

chromium=
for name in chromium chromium-browser google-chrome; do
    [ -n "$chromium" ] || chromium=$(command -v $name || true)
done
[ -n "$chromium" ] || skip "no chromium here (apt-get install chromium)"
for name in node npm; do
    command -v $name >/dev/null 2>&1 || skip "no $name here"
done
mkdir -p "$work/pages" "$pictures" || exit 1
if [ ! -d "$work/node_modules/playwright-core" ]; then
    (cd "$work" && echo '{"private":true}' >package.json &&
        npm install --silent --no-audit --no-fund --no-save $PLAYWRIGHT) ||
        skip "cannot fetch $PLAYWRIGHT"
fi

# map OUTPUT ARGUMENTS...: a page to be looked at.
map() {
    output=$work/pages/$1
    shift
    "$B/geomention" map -q -overwrite -o "$output" "$@" || exit 1
}

# A text that would be markup, with places whose spans are given.
cat >"$work/hostile.jsonl" <<'TEXT'
{"id":"<script>document.title='taken'</script>","text":"</script><img src=x onerror=\"document.title='taken'\">Paris & <b>Berlin</b> \"quoted\"","mentions":[{"start":55,"end":60},{"start":0,"end":62}]}
{"id":"\u202eb\" onmouseover=\"x","text":"<!-- Rome --> &lt;Madrid&gt;","mentions":[{"start":5,"end":9},{"start":18,"end":24}]}
TEXT
map one.html --use all --unresolved samples/texts/caucasus-report.txt
map many.html --use all samples/texts
map hostile.html --use all --unresolved "$work/hostile.jsonl"
# Without Leaflet the picture stands in.
mkdir -p "$work/data"
for path in "$B"/*; do
    case ${path##*/} in
    leaflet.html | browser) ;;
    *) ln -sf "$path" "$work/data/" ;;
    esac
done
GEOMENTION_DATA=$work/data map picture.html --use all \
    samples/texts/caucasus-report.txt
printf 'Suva, Apia and Auckland; Honolulu.' >"$work/pacific.txt"
map pacific.html "$work/pacific.txt"

NODE_PATH=$work/node_modules node tests/browser/report.js \
    "$chromium" "$work/pages" "$pictures"
