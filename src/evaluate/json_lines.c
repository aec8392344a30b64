/* SPDX-License-Identifier: MIT */
/* Files of lines, plain or packed with gzip, and lines that are JSON. */
#include "evaluate/json_lines.h"

#include "read/bytes.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

gm_status gmi_each_line(const char *path,
                        gm_status (*each)(void *context,
                                          const struct gmi_line *line,
                                          gm_error *err),
                        void *context, gm_error *err)
{
    struct gmi_read_shared shared = {0};
    struct gmi_bytes bytes = {.fd = -1};
    struct gmi_buffer text = {0};
    struct gmi_line line = {.path = path};
    gm_status status = gmi_bytes_open(&bytes, path, &shared, err);
    while (!status) {
        line.offset = bytes.offset;
        line.number++;
        status = gmi_bytes_line(&bytes, &text, err);
        line.text = text.data;
        line.length = text.length;
        if (status == GM_ERR_UNSUPPORTED)
            status = gmi_line_wrap(&line, status, err);
        else if (!status)
            status = each(context, &line, err);
    }
    gmi_bytes_release(&bytes);
    gmi_buffer_release(&text);
    return status == GM_END ? GM_OK : status;
}

/* What the lines are handed on to. */
struct objects {
    gm_status (*each)(void *context, const json_t *object,
                      const struct gmi_line *line, gm_error *err);
    void *context;
};

static gm_status fail_parsing(const struct gmi_line *line,
                              const json_error_t *why, gm_error *err)
{
    if (json_error_code(why) == json_error_out_of_memory)
        return gmi_fail_memory(err);
    if (json_error_code(why) == json_error_premature_end_of_input)
        return gmi_line_fail(line, err, "truncated JSON");
    char cause[sizeof why->text + 16];
    snprintf(cause, sizeof cause, "bad JSON (%s)", why->text);
    return gmi_line_fail(line, err, cause);
}

static gm_status hand_on(void *context, const struct gmi_line *line,
                         gm_error *err)
{
    const struct objects *objects = context;
    if (strspn(line->text, " \t") == line->length)
        return GM_OK;
    json_error_t why;
    json_t *object = json_loadb(line->text, line->length, 0, &why);
    if (!object)
        return fail_parsing(line, &why, err);
    const gm_status status =
        json_is_object(object)
            ? objects->each(objects->context, object, line, err)
            : gmi_line_fail(line, err, "no JSON object");
    json_decref(object);
    return status;
}

gm_status gmi_each_object(const char *path,
                          gm_status (*each)(void *context, const json_t *object,
                                            const struct gmi_line *line,
                                            gm_error *err),
                          void *context, gm_error *err)
{
    struct objects objects = {each, context};
    return gmi_each_line(path, hand_on, &objects, err);
}

/* ---- Members ------------------------------------------------------------ */

const json_t *gmi_member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_null(value) ? NULL : value;
}

const char *gmi_member_string(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

double gmi_member_number(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_number(value) ? json_number_value(value) : NAN;
}
