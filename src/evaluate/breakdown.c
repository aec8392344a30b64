/* SPDX-License-Identifier: MIT */
/* Figures per type of the gold and per use of what was found. */
#include "evaluate/breakdown.h"

#include <string.h>

struct gmi_kind *gmi_breakdown_kind(struct gmi_breakdown *breakdown,
                                    const struct gmi_span *gold)
{
    for (size_t i = 0; i < breakdown->kind_count; i++)
        if (strcmp(breakdown->kinds[i].name, gold->kind) == 0)
            return &breakdown->kinds[i];
    if (breakdown->kind_count == GMI_KINDS_MAX)
        return &breakdown->kinds[GMI_KINDS_MAX - 1];
    struct gmi_kind *kind = &breakdown->kinds[breakdown->kind_count++];
    *kind = (struct gmi_kind){.name = gold->kind};
    if (breakdown->kind_count == GMI_KINDS_MAX)
        kind->name = "(others)";
    return kind;
}

static size_t use_of(const struct gmi_span *found)
{
    return found->use < 0 ? GMI_USE_UNTOLD : (size_t)found->use;
}

struct gmi_use_counts *gmi_breakdown_use(struct gmi_breakdown *breakdown,
                                         const struct gmi_span *found)
{
    return &breakdown->uses[use_of(found)];
}

void gmi_breakdown_pair(struct gmi_breakdown *breakdown,
                        const struct gmi_span *gold,
                        const struct gmi_span *found)
{
    gmi_breakdown_kind(breakdown, gold)->as_use[use_of(found)]++;
    if (gold->use < 0 || found->use < 0)
        return;
    struct gmi_use_counts *use = &breakdown->uses[found->use];
    use->told++;
    use->told_right += gold->use == found->use;
    breakdown->uses[gold->use].gold++;
}

void gmi_breakdown_sort(struct gmi_breakdown *breakdown, bool by_located)
{
    struct gmi_kind *kinds = breakdown->kinds;
    for (size_t i = 1; i < breakdown->kind_count; i++) {
        const struct gmi_kind kind = kinds[i];
        size_t j = i;
        for (; j > 0; j--) {
            const struct gmi_kind *before = &kinds[j - 1];
            if (by_located ? before->located >= kind.located
                           : before->gold >= kind.gold)
                break;
            kinds[j] = *before;
        }
        kinds[j] = kind;
    }
}

void gmi_breakdown_told(const struct gmi_breakdown *breakdown, uint64_t *told,
                        uint64_t *right)
{
    *told = *right = 0;
    for (size_t i = 0; i < GMI_USES; i++) {
        *told += breakdown->uses[i].told;
        *right += breakdown->uses[i].told_right;
    }
}
