/* SPDX-License-Identifier: MIT */
/*
 * GeoConvert of GeographicLib (Debian: geographiclib-tools) as a judge of our
 * own conversions. Tests that ask it skip where it is not installed.
 */
#ifndef TESTS_UNIT_GEO_ORACLE_H
#define TESTS_UNIT_GEO_ORACLE_H

#include "geo/point.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct oracle {
    char path[32];
    FILE *questions;
    FILE *answers;
};

static inline bool oracle_is_there(void)
{
    if (system("GeoConvert --version >/dev/null 2>&1") == 0)
        return true;
    printf("skipped: GeoConvert is not installed (geographiclib-tools)\n");
    return false;
}

/* Write a question a line to `questions`, then ask. */
static inline void oracle_begin(struct oracle *oracle)
{
    snprintf(oracle->path, sizeof oracle->path, "/tmp/oracle.XXXXXX");
    const int fd = mkstemp(oracle->path);
    assert(fd >= 0);
    oracle->questions = fdopen(fd, "w");
    assert(oracle->questions);
}

/* Then read an answer a line from `answers`. */
static inline void oracle_ask(struct oracle *oracle, const char *options)
{
    char command[128];
    fclose(oracle->questions);
    snprintf(command, sizeof command,
             "GeoConvert %s --input-file %s 2>/dev/null", options,
             oracle->path);
    oracle->answers = popen(command, "r");
    assert(oracle->answers);
}

static inline void oracle_end(struct oracle *oracle)
{
    pclose(oracle->answers);
    unlink(oracle->path);
}

/* The same numbers on every machine: Knuth's MMIX generator. */
static inline double random_between(uint64_t *state, double low, double high)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * (double)(*state >> 11) / 9007199254740992.0;
}

/* All over the world, and often where the rules of zones are special. */
static inline struct gmi_point random_point(uint64_t *state)
{
    static const struct {
        double west, south, east, north;
    } areas[] = {{-180, -90, 180, 90},     {-180, -90, 180, 90},
                 {0, 54, 15, 66},          {-2, 70, 45, 84.5},
                 {-180, 83.9, 180, 90},    {-180, -90, 180, -79.9},
                 {-180, -0.01, 180, 0.01}, {179.99, -90, 180, 90},
                 {-180, -90, -179.99, 90}, {43, 38, 52, 43}};
    const int i = (int)random_between(state, 0, 10);
    const double x = random_between(state, areas[i].west, areas[i].east);
    const double y = random_between(state, areas[i].south, areas[i].north);
    return (struct gmi_point){x, y};
}

#endif
