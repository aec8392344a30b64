/* SPDX-License-Identifier: MIT */
/* Names with a word for their kind added: "Syunik Province". */
#include "gazetteer/spelling.h"

#include "gazetteer/type_word.h"

#include <string.h>

static void add_word(struct gmi_spelling *spelling, struct gmi_form form,
                     const struct gmi_type_word *word, bool is_before)
{
    struct gmi_folded folded = {.length = strlen(word->word)};
    memcpy(folded.bytes, word->word, folded.length);
    const uint64_t hash = gmi_fold_hash(&folded);
    if (spelling->form_count == GMI_FORMS_MAX)
        return;
    if (is_before) {
        uint64_t key = gmi_key_add(GMI_KEY_EMPTY, hash);
        for (size_t i = 0; i < form.count; i++)
            key = gmi_key_add(key, spelling->words[form.words[i]].hash);
        form.key = key;
    } else {
        form.key = gmi_key_add(form.key, hash);
    }
    /* The word stands in no pool: such a form is looked up and no more. */
    form.count = 0;
    form.rule = GMI_VARIANT_ADDED;
    form.type = word->type;
    spelling->forms[spelling->form_count++] = form;
}

static bool is_ascii(const char *text)
{
    return (unsigned char)text[0] < 0x80;
}

struct gmi_form gmi_spelling_plainest(const struct gmi_spelling *spelling)
{
    struct gmi_form form = spelling->forms[0];
    for (size_t i = 1; i < spelling->form_count; i++)
        if (spelling->forms[i].rule == GMI_VARIANT_NORMALIZED &&
            spelling->forms[i].count < form.count &&
            spelling->forms[i].words[0] < GMI_SPELLING_WORDS_MAX &&
            form.count - spelling->forms[i].count == 1)
            form = spelling->forms[i];
    return form;
}

void gmi_spelling_add(struct gmi_spelling *spelling,
                      const struct gmi_form *form, bool is_prefix)
{
    const bool is_latin = spelling->words[0].script == GMI_SCRIPT_LATIN;
    const unsigned sides =
        GMI_TYPE_ADD_BEFORE | (is_prefix ? GMI_TYPE_ADD_AFTER : 0u);
    if (form->count > 4)
        return;
    const struct gmi_type_word *word;
    for (size_t i = 0; (word = gmi_type_word_at(i)); i++) {
        if (!(word->sides & sides) || is_ascii(word->word) != is_latin)
            continue;
        if (word->sides & sides & GMI_TYPE_ADD_AFTER)
            add_word(spelling, *form, word, false);
        if (word->sides & GMI_TYPE_ADD_BEFORE)
            add_word(spelling, *form, word, true);
    }
}
