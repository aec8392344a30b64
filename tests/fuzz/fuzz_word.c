/* SPDX-License-Identifier: MIT */
/* Words of a text: the quick way and the plain way agree. */
#include "input.h"

#include "../unit/text/plain_word.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const size_t length = gmi_utf8_check((const char *)data, size);
    size_t position = 0, plain_position = 0, last = 0;
    struct gmi_word word, plain;
    char *exact = malloc(length ? length : 1); /* not a byte more */
    memcpy(exact, data, length);
    while (gmi_word_next(exact, length, &position, &word)) {
        require(plain_word_next(exact, length, &plain_position, &plain));
        require(position == plain_position && position <= length);
        require(word.start >= last && word.end > word.start);
        require(word.end == position);
        last = word.end;
        require(word.hash == plain.hash && word.before == plain.before);
        require(word.caps == plain.caps && word.script == plain.script);
        require(word.flags == plain.flags && word.letters == plain.letters);
        struct gmi_folded folded;
        gmi_fold(exact + word.start, word.end - word.start, &folded);
        require(folded.length <= GMI_FOLD_MAX);
        require(gmi_fold_hash(&folded) == word.hash);
        require(gmi_utf8_check(folded.bytes, folded.length) == folded.length);
    }
    require(!plain_word_next(exact, length, &plain_position, &plain));
    require(gmi_fold_equal(exact, length, exact, length));
    free(exact);
    return 0;
}
