/* SPDX-License-Identifier: MIT */
/* Runs of words that are labelled together, and the bytes of a mention. */
#include "recognize/tagger_segment.h"

#include <string.h>
#include <strings.h>

static bool goes_on(const struct gmi_cues *cues, const struct gmi_cue *cue)
{
    return cue->is_active && cue->start != 2 &&
           !(cues->is_caseless && cue->start == 1);
}

bool gmi_segment_next(const struct gmi_cues *cues, struct gmi_segment *out)
{
    const struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    size_t first = out->first + out->count;
    while (first < cues->count && !items[first].is_active)
        first++;
    if (first == cues->count)
        return false;
    size_t next = first + 1;
    while (next < cues->count && next - first < GMI_SEGMENT_MAX &&
           goes_on(cues, &items[next]))
        next++;
    *out = (struct gmi_segment){first, next - first};
    return true;
}

/* "5th Ave.", "Madison Twp."; "5th ave." where capitals tell nothing. */
static bool is_short_form(const struct gmi_word *word, const char *text,
                          bool is_caseless)
{
    static const char *const forms[] = {"Ave", "Blvd", "Co", "Dr", "Hwy",
                                        "Ln", "Mt", "Pkwy", "Rd", "Sq",
                                        "St", "Twp"};
    const size_t length = word->end - word->start;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strlen(forms[i]) == length &&
            (is_caseless
                 ? strncasecmp(forms[i], text + word->start, length)
                 : memcmp(forms[i], text + word->start, length)) == 0)
            return true;
    return false;
}

size_t gmi_segment_end(const struct gmi_cues *cues, const gm_document *doc,
                       size_t last)
{
    const struct gmi_name_cue *name =
        &cues->items[last + GMI_CUE_MARGIN].name;
    const struct gmi_word *word = &doc->words.items[cues->first + last];
    if (!(word->flags & GMI_WORD_PERIOD_AFTER) ||
        word->flags & GMI_WORD_DOTTED)
        return word->end;
    const bool ends_name = name->position == GMI_IN_SINGLE ||
                           name->position == GMI_IN_END;
    const bool has_stop =
        (ends_name && name->is_abbreviation &&
         (word->caps != GMI_CAPS_UPPER || cues->is_caseless)) ||
        is_short_form(word, doc->text, cues->is_caseless);
    return word->end + (has_stop ? 1u : 0u);
}
