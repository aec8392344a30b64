/* SPDX-License-Identifier: MIT */
/*
 * What we know of single GDAL drivers and GDAL does not tell: what they lose,
 * and the options without which their files surprise. A driver that has no
 * row in the table is written as GDAL writes it.
 */
#ifndef LAYER_TRAIT_H
#define LAYER_TRAIT_H

#include <stdbool.h>
#include <stddef.h>

enum gmi_trait_flag {
    GMI_TRAIT_NEEDS_POINT = 1 << 0, /* loses or refuses rows without one */
    GMI_TRAIT_WGS84 = 1 << 1,       /* its coordinates are WGS 84, always */
    GMI_TRAIT_DBASE = 1 << 2,       /* short names, columns with a width */
    GMI_TRAIT_XML = 1 << 3,         /* cannot hold control characters */
    GMI_TRAIT_DATABASE = 1 << 4,    /* appends in a transaction of its own */
    GMI_TRAIT_OWN_FILES = 1 << 5,   /* opens files without GDAL's VSI */
    GMI_TRAIT_STREAM = 1 << 6,      /* never goes back: fit for a pipe */
    GMI_TRAIT_CDATA = 1 << 7,       /* does not escape the end of CDATA */
    GMI_TRAIT_COMPANIONS = 1 << 8   /* has the layers of companions.h, too */
};

/* A field of ours that the format knows by a name of its own. */
struct gmi_rename {
    const char *from, *to;
};

enum { GMI_TRAIT_OPTIONS = 3 };

struct gmi_trait {
    const char *driver;
    unsigned flags;                /* bits of enum gmi_trait_flag */
    size_t text_bytes;             /* longest text; 0: no limit */
    const char *unfit;             /* characters that it loses; NULL: none */
    const struct gmi_rename *names; /* ends with a NULL; NULL: none */
    const char *layer_options[GMI_TRAIT_OPTIONS];
    const char *dataset_options[GMI_TRAIT_OPTIONS];
    const char *refusal;           /* why it cannot hold mentions; NULL: can */
};

/* Never NULL: a row without traits for a driver that is not listed. */
const struct gmi_trait *gmi_trait_of(const char *driver);

static inline bool gmi_trait_has(const struct gmi_trait *trait,
                                 enum gmi_trait_flag flag)
{
    return (trait->flags & (unsigned)flag) != 0;
}

/* The name of a field in that format. */
const char *gmi_trait_field_name(const struct gmi_trait *trait,
                                 const char *name);

#endif
