/* SPDX-License-Identifier: MIT */
/* Which gold mentions are demonyms, where no label says so. */
#include "evaluate/demonym.h"

#include "evaluate/json_lines.h"
#include "text/fold.h"

#include <string.h>

void gmi_demonyms_release(struct gmi_demonyms *demonyms)
{
    gmi_ids_release(&demonyms->words);
    gmi_ids_release(&demonyms->exceptions);
    gmi_arena_release(&demonyms->arena);
    gmi_buffer_release(&demonyms->key);
    *demonyms = (struct gmi_demonyms){0};
}

static gm_status add_line(void *context, const struct gmi_line *line,
                          gm_error *err)
{
    struct gmi_demonyms *demonyms = context;
    const bool is_exception = line->text[0] == '!';
    const size_t begin = is_exception ? 1 : 0;
    const gm_status status = gmi_line_check(line, err);
    if (status || line->text[0] == '#')
        return status;
    gmi_buffer_clear(&demonyms->key);
    gmi_phrase_key(line->text + begin, line->length - begin, &demonyms->key);
    if (!demonyms->key.length)
        return GM_OK;
    const char *word = gmi_arena_string(&demonyms->arena, demonyms->key.data,
                                        demonyms->key.length);
    struct gmi_ids *list =
        is_exception ? &demonyms->exceptions : &demonyms->words;
    return word && gmi_ids_add(list, word) ? GM_OK : gmi_fail_memory(err);
}

gm_status gmi_demonyms_read(struct gmi_demonyms *demonyms, const char *path,
                            gm_error *err)
{
    const gm_status status = gmi_each_line(path, add_line, demonyms, err);
    gmi_ids_sort(&demonyms->words);
    gmi_ids_sort(&demonyms->exceptions);
    demonyms->is_list = !status;
    return status;
}

/* ---- A mention ---------------------------------------------------------- */

/* The key with plain apostrophes and without the 's of possession. */
static void strip(const char *key, struct gmi_buffer *out)
{
    static const char curly[] = "\xe2\x80\x99";
    gmi_buffer_clear(out);
    for (const char *at; (at = strstr(key, curly)); key = at + 3) {
        gmi_buffer_add(out, key, (size_t)(at - key));
        gmi_buffer_add_char(out, '\'');
    }
    gmi_buffer_add_string(out, key);
    if (out->length >= 2 && memcmp(out->data + out->length - 2, "'s", 2) == 0)
        out->data[out->length -= 2] = '\0';
}

/* What is known of a name: nothing, another name, a demonym. */
enum known { UNKNOWN, OTHER, DEMONYM };

/* Whether it is what the place itself is called, in English or anywhere. */
static bool is_own_name(const gm_gazetteer *gazetteer,
                        const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    const char *language =
        gmi_image_language(&gazetteer->images[hit->layer], &name);
    return hit->kind == GM_NAME_MAIN ||
           (hit->kind < GM_NAME_HISTORIC &&
            (!language[0] || strcmp(language, "en") == 0));
}

/*
 * By the place best known by the name. Tables of demonyms also have "China";
 * and "Argentine" is Argentina's adjective, though its name in French.
 */
static enum known look_up(const gm_gazetteer *gazetteer, const char *name)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, gmi_key_of(name, strlen(name), NULL));
    if (!gmi_hits_next(&hits, &hit))
        return UNKNOWN;
    const uint32_t best = hit.place;
    enum known known = OTHER;
    do {
        if (is_own_name(gazetteer, &hit))
            return OTHER;
        if (hit.kind == GM_NAME_DEMONYM || hit.kind == GM_NAME_ADJECTIVE)
            known = DEMONYM;
    } while (gmi_hits_next(&hits, &hit) && hit.place == best);
    return known;
}

static enum known look_in_list(const struct gmi_demonyms *demonyms,
                               const char *word)
{
    if (gmi_ids_has(&demonyms->exceptions, word))
        return OTHER;
    return gmi_ids_has(&demonyms->words, word) ? DEMONYM : UNKNOWN;
}

bool gmi_demonyms_has(struct gmi_demonyms *demonyms,
                      const gm_gazetteer *gazetteer,
                      const struct gmi_span *span)
{
    struct gmi_buffer *word = &demonyms->key;
    strip(span->key, word);
    if (!word->length || (!demonyms->is_list && !gazetteer))
        return false;
    /* "Americans" and "American" */
    for (int i = 0; i < 2; i++) {
        const enum known known = demonyms->is_list
                                     ? look_in_list(demonyms, word->data)
                                     : look_up(gazetteer, word->data);
        if (known != UNKNOWN)
            return known == DEMONYM;
        if (word->length < 2 || word->data[word->length - 1] != 's')
            return false;
        word->data[--word->length] = '\0';
    }
    return false;
}
