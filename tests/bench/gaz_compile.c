/* SPDX-License-Identifier: MIT */
/*
 * How long a folder of tables takes to compile, stage by stage, and the most
 * memory that was held:  gaz_compile OUTPUT SOURCE...
 */
#include "clock.h"
#include "include/geomention_build.h"

struct stage {
    char name[256];
    double begin;
};

static void end_stage(const struct stage *stage)
{
    const char *base = strrchr(stage->name, '/');
    if (stage->begin > 0)
        printf("  %-28s %6.1f s  %6.0f MB\n", base ? base + 1 : stage->name,
               seconds_now() - stage->begin, resident_mb());
}

static bool on_progress(void *context, const char *name, uint64_t done,
                        uint64_t total)
{
    struct stage *stage = context;
    (void)done;
    (void)total;
    if (strcmp(stage->name, name) != 0) {
        end_stage(stage);
        snprintf(stage->name, sizeof stage->name, "%s", name);
        stage->begin = seconds_now();
    }
    return true;
}

static void on_bad_line(void *context, const gm_error *why)
{
    (void)context;
    static int told;
    if (told++ < 3)
        printf("  bad line: %s\n", why->message);
}

int main(int argc, char **argv)
{
    struct stage stage = {{0}, 0};
    const gm_build_events events = {&stage, on_progress, on_bad_line};
    gm_builder *builder = NULL;
    gm_error err = {0};
    if (argc < 3) {
        fprintf(stderr, "usage: gaz_compile OUTPUT SOURCE...\n");
        return 2;
    }
    const double begin = seconds_now();
    gm_status status = gm_builder_create(&events, &builder, &err);
    for (int i = 2; i < argc && !status; i++)
        status = gm_builder_read(builder, "auto", argv[i], NULL, 0, &err);
    const uint64_t places = status ? 0 : gm_builder_place_count(builder);
    if (!status)
        status = gm_builder_write(builder, argv[1], &err);
    end_stage(&stage);
    if (status) {
        fprintf(stderr, "gaz_compile: %s\n", err.message);
        return 1;
    }
    const uint64_t names = gm_builder_name_count(builder);
    FILE *file = fopen(argv[1], "rb");
    fseek(file, 0, SEEK_END);
    const double bytes = (double)ftell(file);
    fclose(file);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("compile: %llu places, %llu names, %llu bad lines: %.1f s wall, "
           "%.1f s user + %.1f s system, peak %.0f MB\n",
           (unsigned long long)places, (unsigned long long)names,
           (unsigned long long)gm_builder_bad_line_count(builder),
           seconds_now() - begin,
           (double)usage.ru_utime.tv_sec + 1e-6 * (double)usage.ru_utime.tv_usec,
           (double)usage.ru_stime.tv_sec + 1e-6 * (double)usage.ru_stime.tv_usec,
           peak_mb());
    printf("file: %.0f MB, %.1f bytes a name\n", bytes / 1048576,
           bytes / (double)names);
    gm_builder_free(builder);
    return 0;
}
