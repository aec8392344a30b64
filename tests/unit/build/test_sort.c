/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "build/sort.h"

struct item {
    uint64_t key;
    uint32_t number;
    char filling[12];
};

static uint64_t key_of(const void *item)
{
    return ((const struct item *)item)->key;
}

static int compare(const void *a_item, const void *b_item)
{
    const struct item *a = a_item, *b = b_item;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static uint64_t next_key(uint64_t *state, unsigned kind)
{
    *state = *state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    switch (kind) {
    case 0:
        return *state ^ *state >> 29;
    case 1:
        return *state >> 60; /* all in the first bin */
    case 2:
        return UINT64_MAX - (*state >> 62);
    case 3:
        return *state & UINT64_C(0xff00ff0000000000);
    default:
        return 7;
    }
}

static void items_come_in_the_order_of_their_keys(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 2, 3, 100, 70000};
    for (unsigned kind = 0; kind < 5; kind++) {
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
            const size_t count = counts[i];
            struct item *items = calloc(count + 1, sizeof *items);
            bool *seen = calloc(count + 1, sizeof *seen);
            uint64_t dice = kind + 1, sum = 0;
            for (size_t j = 0; j < count; j++) {
                items[j].key = next_key(&dice, kind);
                items[j].number = (uint32_t)(count - j - 1);
                snprintf(items[j].filling, 12, "%u", items[j].number);
                sum += items[j].key;
            }
            const struct gmi_sort sort = {.item_size = sizeof *items,
                                          .key = key_of,
                                          .compare = compare};
            assert_ok(gmi_sort_by_key(items, count, &sort, NULL));
            for (size_t j = 0; j < count; j++) {
                char filling[12];
                if (j > 0)
                    assert_true(compare(&items[j - 1], &items[j]) < 0);
                snprintf(filling, 12, "%u", items[j].number);
                assert_string_equal(items[j].filling, filling);
                assert_false(seen[items[j].number]);
                seen[items[j].number] = true;
                sum -= items[j].key;
            }
            assert_int_equal(sum, 0);
            free(items);
            free(seen);
        }
    }
}

static bool stop(void *context, size_t done, size_t total)
{
    assert_true(done < total);
    ++*(size_t *)context;
    return false;
}

static void sorting_can_be_stopped(void **state)
{
    (void)state;
    struct item items[100] = {{0}};
    size_t calls = 0;
    const struct gmi_sort sort = {.item_size = sizeof *items,
                                  .key = key_of,
                                  .compare = compare,
                                  .on_progress = stop,
                                  .context = &calls};
    for (size_t i = 0; i < 100; i++)
        items[i].key = (uint64_t)i << 56;
    gm_status status = GM_OK;
    /* The other thread may have done all before this one begins. */
    for (int i = 0; i < 1000 && status == GM_OK; i++)
        status = gmi_sort_by_key(items, 100, &sort, NULL);
    assert_int_equal(status, GM_ERR_CANCELLED);
    assert_int_equal(calls, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_come_in_the_order_of_their_keys),
        cmocka_unit_test(sorting_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
