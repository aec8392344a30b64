/* SPDX-License-Identifier: MIT */
/* What stands beside a name, and the list that it is in. */
#include "atlas.h"

#include "resolve/judge.h"

/* The text's last name, judged; released with its scene and document. */
struct judged {
    gm_document *doc;
    struct gmi_scene scene;
    struct gmi_judge judge;
};

static const struct gmi_resolver *resolver(void)
{
    static struct gmi_resolver made;
    made = (struct gmi_resolver){
        .gazetteer = atlas,
        .bias = {.near_longitude = NAN, .near_latitude = NAN},
        .candidates = 1};
    return &made;
}

static void judge_last(struct judged *out, const char *text,
                       const char *const *names, size_t count)
{
    gm_error err;
    out->doc = atlas_map(NULL, text, names, count);
    assert_int_equal(
        gmi_scene_init(&out->scene, resolver(), out->doc, &err), GM_OK);
    assert_int_equal(gmi_scene_hear(&out->scene, &err), GM_OK);
    size_t spot = 0;
    while (out->scene.spots[spot].mention != count - 1)
        spot++;
    struct gmi_term *term = &out->scene.terms[out->scene.spots[spot].term];
    assert_int_equal(gmi_judge_term(&out->judge, &out->scene, term, &err),
                     GM_OK);
    gmi_judge_spot(&out->judge, spot);
}

static void release(struct judged *judged)
{
    gmi_scene_release(&judged->scene);
    gm_document_free(judged->doc);
}

static float feature_of(const struct judged *judged, const char *id,
                        size_t feature)
{
    const struct gmi_question *q = &judged->judge.question;
    for (size_t i = 0; i < q->term->row_count; i++)
        if (strcmp(atlas_id(q->scene->rows[q->term->first_row + i].place),
                   id) == 0)
            return judged->judge.vectors[i * GMI_FEATURE_COUNT + feature];
    fail_msg("no candidate '%s'", id);
    return 0;
}

static void all_members_of_a_list_tell_the_kind(void **state)
{
    (void)state;
    static const char *const names[] = {"Texas", "Dallas", "Georgia"};
    struct judged judged;
    judge_last(&judged, "Texas, Dallas and Georgia had snow.", names, 3);
    /* the state at the far end, past the town: .8 of 1.8 */
    const float state_share = feature_of(&judged, "us-ga", GMI_F_LIST_TYPE);
    assert_true(state_share > 0.35f && state_share < 0.5f);
    assert_true(feature_of(&judged, "us-ga", GMI_F_LIST_COUNTRY) > 0.35f);
    assert_true(feature_of(&judged, "ge", GMI_F_LIST_TYPE) < 0.05f);
    release(&judged);
}

static void a_name_alone_is_in_no_list(void **state)
{
    (void)state;
    static const char *const names[] = {"Texas", "Georgia"};
    struct judged judged;
    judge_last(&judged, "Texas had snow. So, they say, had Georgia.", names,
               2);
    assert_true(feature_of(&judged, "us-ga", GMI_F_LIST_TYPE) == 0);
    assert_true(feature_of(&judged, "us-ga", GMI_F_LIST_COUNTRY) == 0);
    release(&judged);
}

static void a_parent_stands_behind_in(void **state)
{
    (void)state;
    static const char *const names[] = {"Texas", "Paris"};
    struct judged judged;
    judge_last(&judged, "Texas's Paris.", names, 2);
    assert_true(feature_of(&judged, "paris-tx", GMI_F_PARENT_IN) > 0.9f);
    assert_true(feature_of(&judged, "paris", GMI_F_PARENT_IN) == 0);
    release(&judged);
}

static void capitals_tell_nothing_where_all_is_written_so(void **state)
{
    (void)state;
    static const char *const name[] = {"PARIS"};
    struct judged judged;
    judge_last(&judged, "PARIS, Tuesday. He came from there.", name, 1);
    assert_true(feature_of(&judged, "paris", GMI_F_IS_CAPITALS) > 0);
    release(&judged);
    judge_last(&judged, "PARIS, TUESDAY. HE CAME FROM THERE.", name, 1);
    assert_true(feature_of(&judged, "paris", GMI_F_IS_CAPITALS) == 0);
    release(&judged);
}

/* Of given mentions, other names of the text tell where it is. */
static void no_other_names_are_heard_where_all_is_in_capitals(void **state)
{
    (void)state;
    static const char *const given[] = {"Paris"}, *const large[] = {"PARIS"};
    struct judged judged;
    judge_last(&judged, "He said that Atlanta is far from Paris.", given, 1);
    assert_int_equal(judged.scene.spot_count, 2);
    release(&judged);
    judge_last(&judged, "HE SAID THAT ATLANTA IS FAR FROM PARIS.", large, 1);
    assert_int_equal(judged.scene.spot_count, 1);
    release(&judged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_members_of_a_list_tell_the_kind),
        cmocka_unit_test(a_name_alone_is_in_no_list),
        cmocka_unit_test(a_parent_stands_behind_in),
        cmocka_unit_test(capitals_tell_nothing_where_all_is_written_so),
        cmocka_unit_test(
            no_other_names_are_heard_where_all_is_in_capitals),
    };
    return cmocka_run_group_tests(tests, atlas_make, atlas_clean);
}
