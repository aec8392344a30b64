/* SPDX-License-Identifier: MIT */
/* What to write: gm_write_options. */
#include "write/options.h"

#include "base/status.h"
#include "write/number.h"

#include <string.h>

enum { USES_ALL = (1 << (GM_USE_EMBEDDED + 1)) - 1 };

void gm_write_options_init(gm_write_options *options)
{
    *options = (gm_write_options){
        .uses = 1u << GM_USE_LITERAL | 1u << GM_USE_METONYMIC,
        .precision = -1,
        .header = true,
    };
}

/* The bits that a word stands for; 0 when it is none of ours. */
static unsigned uses_named(const char *word, size_t length)
{
    if (length == 3 && memcmp(word, "all", 3) == 0)
        return USES_ALL;
    for (int use = GM_USE_LITERAL; use <= GM_USE_EMBEDDED; use++) {
        const char *name = gm_use_name((gm_use)use);
        if (strlen(name) == length && memcmp(name, word, length) == 0)
            return 1u << use;
    }
    return 0;
}

gm_status gm_uses_parse(const char *list, unsigned *uses, gm_error *err)
{
    unsigned found = 0;
    for (const char *word = list;;) {
        const size_t length = strcspn(word, ",");
        const unsigned bits = uses_named(word, length);
        if (!bits)
            return gmi_fail(err, GM_ERR_ARGUMENT,
                            "unknown use '%.*s': give literal, metonymic, "
                            "adjectival, embedded or all",
                            (int)(length < 60 ? length : 60), word);
        found |= bits;
        if (!word[length])
            break;
        word += length + 1;
    }
    *uses |= found;
    return GM_OK;
}

gm_status gm_coords_parse(const char *name, gm_coords *out, gm_error *err)
{
    static const char *const names[] = {[GM_COORDS_DD] = "dd",
                                        [GM_COORDS_DMS] = "dms",
                                        [GM_COORDS_UTM] = "utm",
                                        [GM_COORDS_MGRS] = "mgrs"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], name) == 0) {
            *out = (gm_coords)i;
            return GM_OK;
        }
    }
    return gmi_fail(err, GM_ERR_ARGUMENT,
                    "unknown coordinates '%.60s': give dd, dms, utm or mgrs",
                    name);
}

bool gm_write_options_take(const gm_write_options *options,
                           const gm_mention *mention)
{
    const bool is_resolved = mention->is_resolved && mention->candidate_count;
    return (options->uses >> mention->use & 1) &&
           mention->confidence >= options->min_confidence &&
           (is_resolved || options->unresolved);
}

gm_status gmi_write_options_check(const gm_write_options *options,
                                  gm_error *err)
{
    if (options->precision < -1 || options->precision > GMI_DECIMALS_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "precision %d is not 0 to %d decimals",
                        options->precision, GMI_DECIMALS_MAX);
    if (!(options->min_confidence >= 0 && options->min_confidence <= 1))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "smallest confidence %g is not 0 to 1",
                        options->min_confidence);
    return GM_OK;
}
