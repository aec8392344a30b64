/* SPDX-License-Identifier: MIT */
/*
 * Compiles a gazetteer of two places without any table, and looks a name up.
 *
 *     make_gazetteer OUTPUT
 */
#include <geomention.h>
#include <geomention_build.h>

#include <stdio.h>
#include <string.h>

static gm_status add_places(gm_builder *builder, gm_error *err)
{
    const gm_source source = {.prefix = "expedition",
                              .name = "Field notes of 1897",
                              .licence = "public domain",
                              .url = ""};
    const gm_build_place camp = {.id = "camp-1",
                                 .name = "Camp Aragats",
                                 .feature = "S.CMP",
                                 .country = "AM",
                                 .longitude = 44.2,
                                 .latitude = 40.5};
    const gm_name armenian = {"Արագածի ճամբար", "hy", GM_NAME_ALTERNATE};
    const gm_build_place spring = {.id = "spring-1",
                                   .name = "Cold Spring",
                                   .feature = "H.SPNG",
                                   .country = "AM",
                                   .longitude = 44.21,
                                   .latitude = 40.51};
    gm_status status = gm_builder_begin_source(builder, &source, err);
    if (!status)
        status = gm_builder_add_place(builder, &camp, err);
    if (!status)
        status = gm_builder_add_name(builder, NULL, &armenian, err);
    if (!status)
        status = gm_builder_add_place(builder, &spring, err);
    return status;
}

static bool print_match(void *context, const gm_match *match)
{
    gm_place place;
    if (gm_gazetteer_place(context, match->place, &place) == GM_OK)
        printf("%s is %s at %.2f, %.2f\n", match->name.text, place.id,
               place.longitude, place.latitude);
    return true; /* go on */
}

int main(int argc, char **argv)
{
    gm_builder *builder = NULL;
    gm_gazetteer *gazetteer = NULL;
    gm_error err = {0};
    if (argc != 2) {
        fprintf(stderr, "usage: make_gazetteer OUTPUT\n");
        return 2;
    }
    const char *paths[] = {argv[1]};
    const char *name = "արագածի ճամբար";
    gm_status status = gm_builder_create(NULL, &builder, &err);
    if (!status)
        status = add_places(builder, &err);
    if (!status)
        status = gm_builder_write(builder, argv[1], &err);
    if (!status)
        status = gm_gazetteer_open(paths, 1, &gazetteer, &err);
    if (!status)
        status = gm_gazetteer_lookup(gazetteer, name, strlen(name),
                                     print_match, gazetteer, &err);
    if (status)
        fprintf(stderr, "make_gazetteer: %s\n", err.message);
    gm_gazetteer_close(gazetteer);
    gm_builder_free(builder);
    return status != GM_OK;
}
