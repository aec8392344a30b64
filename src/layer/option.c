/* SPDX-License-Identifier: MIT */
/* Creation options, checked against the list of the driver. */
#include "layer/option.h"

#include "layer/fail.h"
#include "layer/nearest.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <stdio.h>
#include <string.h>

/* One option of a caller, taken apart. */
struct option {
    const char *kind; /* "layer option" */
    const char *driver;
    char name[64];
    const char *value;
};

static gm_status split(const char *text, struct option *option, gm_error *err)
{
    const size_t length = strcspn(text, "=");
    if (!text[length] || length == 0 || length >= sizeof option->name)
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "%s '%s' is not of the form NAME=VALUE",
                              option->kind, text);
    memcpy(option->name, text, length);
    option->name[length] = '\0';
    option->value = text + length + 1;
    return GM_OK;
}

/* GDAL writes "*_BALLOONSTYLE" for a family of names. */
static bool is_name(const char *known, const char *name)
{
    if (known[0] != '*')
        return EQUAL(known, name);
    const size_t tail = strlen(known + 1), length = strlen(name);
    return length > tail && EQUAL(name + length - tail, known + 1);
}

static bool is_option(const CPLXMLNode *node)
{
    return node->eType == CXT_Element && strcmp(node->pszValue, "Option") == 0;
}

static const CPLXMLNode *find(const CPLXMLNode *list, const char *wanted,
                              struct gmi_nearest *nearest)
{
    for (const CPLXMLNode *node = list->psChild; node; node = node->psNext) {
        if (!is_option(node))
            continue;
        const char *name = CPLGetXMLValue(node, "name", "");
        if (is_name(name, wanted) ||
            EQUAL(CPLGetXMLValue(node, "alias", ""), wanted) ||
            EQUAL(CPLGetXMLValue(node, "deprecated_alias", ""), wanted))
            return node;
        gmi_nearest_offer(nearest, name);
    }
    return NULL;
}

static bool is_boolean(const char *value)
{
    static const char *const words[] = {"YES", "NO",    "ON", "OFF",
                                        "TRUE", "FALSE", "1",  "0"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (EQUAL(value, words[i]))
            return true;
    return false;
}

/* Whether the value is among those listed; `list` gets them for a message. */
static bool is_listed(const CPLXMLNode *node, const char *value, char *list,
                      size_t size)
{
    size_t used = 0;
    list[0] = '\0';
    for (const CPLXMLNode *v = node->psChild; v; v = v->psNext) {
        if (v->eType != CXT_Element || strcmp(v->pszValue, "Value") != 0)
            continue;
        const char *text = CPLGetXMLValue(v, NULL, "");
        if (EQUAL(text, value) || EQUAL(CPLGetXMLValue(v, "alias", ""), value))
            return true;
        if (used < size)
            used += (size_t)snprintf(list + used, size - used, "%s%s",
                                     used ? ", " : "", text);
    }
    return false;
}

static gm_status check_value(const CPLXMLNode *node,
                             const struct option *option, gm_error *err)
{
    const char *type = CPLGetXMLValue(node, "type", "string");
    const CPLValueType found = CPLGetValueType(option->value);
    char wanted[200] = "";
    if (EQUAL(type, "string-select")) {
        if (is_listed(node, option->value, wanted, sizeof wanted))
            return GM_OK;
    } else if (EQUAL(type, "boolean")) {
        if (is_boolean(option->value))
            return GM_OK;
        snprintf(wanted, sizeof wanted, "YES or NO");
    } else if (EQUAL(type, "int") || EQUAL(type, "integer") ||
               EQUAL(type, "unsigned int")) {
        if (found == CPL_VALUE_INTEGER)
            return GM_OK;
        snprintf(wanted, sizeof wanted, "a whole number");
    } else if (EQUAL(type, "float")) {
        if (found != CPL_VALUE_STRING)
            return GM_OK;
        snprintf(wanted, sizeof wanted, "a number");
    } else {
        return GM_OK;
    }
    return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                          "bad value '%s' of %s %s: %s takes %s",
                          option->value, option->kind, option->name,
                          option->driver, wanted);
}

static gm_status check_one(const CPLXMLNode *list, struct option *option,
                           gm_error *err)
{
    struct gmi_nearest nearest;
    gmi_nearest_init(&nearest, option->name);
    const CPLXMLNode *node = list ? find(list, option->name, &nearest)
                                  : NULL;
    if (node)
        return check_value(node, option, err);
    return gmi_layer_fail(err, GM_ERR_ARGUMENT, "%s has no %s '%s'%s",
                          option->driver, option->kind, option->name,
                          gmi_nearest_hint(&nearest));
}

/* The driver's own list; NULL when it has none. */
static CPLXMLNode *read_list(GDALDriverH driver, enum gmi_option_kind kind)
{
    const char *item = kind == GMI_OPTION_LAYER
                           ? GDAL_DS_LAYER_CREATIONOPTIONLIST
                           : GDAL_DMD_CREATIONOPTIONLIST;
    const char *xml = GDALGetMetadataItem(driver, item, NULL);
    return xml ? CPLParseXMLString(xml) : NULL;
}

bool gmi_option_is_known(GDALDriverH driver, enum gmi_option_kind kind,
                         const char *name)
{
    struct gmi_nearest nearest;
    gmi_nearest_init(&nearest, name);
    CPLXMLNode *list = read_list(driver, kind);
    const bool result = list && find(list, name, &nearest);
    CPLDestroyXMLNode(list);
    return result;
}

gm_status gmi_option_check(GDALDriverH driver, enum gmi_option_kind kind,
                           struct gmi_options given, gm_error *err)
{
    if (!given.count)
        return GM_OK;
    CPLXMLNode *list = read_list(driver, kind);
    struct option option = {
        .kind = kind == GMI_OPTION_LAYER ? "layer option" : "dataset option",
        .driver = GDALGetDriverShortName(driver),
    };
    gm_status status = GM_OK;
    for (size_t i = 0; i < given.count && !status; i++) {
        status = split(given.items[i], &option, err);
        if (!status)
            status = check_one(list, &option, err);
    }
    CPLDestroyXMLNode(list);
    return status;
}
