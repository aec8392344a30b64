/* SPDX-License-Identifier: MIT */
/* Calling GDAL: registered once, its messages caught, its settings borrowed. */
#include "layer/gdal.h"

#include "include/geomention_layer.h"
#include "layer/fail.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ctype.h>
#include <gdal.h>
#include <proj.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void CPL_STDCALL on_message(CPLErr class, CPLErrorNum number,
                                   const char *message)
{
    struct gmi_gdal_call *call = CPLGetErrorHandlerUserData();
    if (class == CE_Debug || class == CE_Fatal)
        CPLDefaultErrorHandler(class, number, message);
    /* The first failure is the cause; what follows comes of it. */
    if (class < CE_Failure || call->number != CPLE_None)
        return;
    call->number = number == CPLE_None ? CPLE_AppDefined : number;
    snprintf(call->message, sizeof call->message, "%s", message);
}

void gmi_gdal_enter(struct gmi_gdal_call *call)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, GDALAllRegister);
    gmi_gdal_forget(call);
    call->settings = CPLGetThreadLocalConfigOptions();
    CPLPushErrorHandlerEx(on_message, call);
}

void gmi_gdal_leave(struct gmi_gdal_call *call)
{
    CPLPopErrorHandler();
    CPLErrorReset();
    CPLSetThreadLocalConfigOptions((const char *const *)call->settings);
    CSLDestroy(call->settings);
    call->settings = NULL;
}

void gmi_gdal_forget(struct gmi_gdal_call *call)
{
    call->message[0] = '\0';
    call->number = CPLE_None;
}

void gmi_gdal_set(const char *name, const char *value)
{
    if (!CPLGetConfigOption(name, NULL))
        CPLSetThreadLocalConfigOption(name, value);
}

static gm_status status_of(int number)
{
    switch (number) {
    case CPLE_OutOfMemory:
        return GM_ERR_MEMORY;
    case CPLE_NotSupported:
        return GM_ERR_UNSUPPORTED;
    case CPLE_IllegalArg:
        return GM_ERR_ARGUMENT;
    default:
        return GM_ERR_IO;
    }
}

/* Copies `text` with every `from` in it replaced. */
static void replace(const char *text, const char *from, const char *to,
                    char *out, size_t size)
{
    size_t used = 0;
    const size_t length = strlen(from);
    while (*text && used + 1 < size) {
        if (length && strncmp(text, from, length) == 0) {
            const int n = snprintf(out + used, size - used, "%s", to);
            used += (size_t)n < size - used ? (size_t)n : size - used - 1;
            text += length;
        } else {
            out[used++] = *text++;
        }
    }
    out[used] = '\0';
}

gm_status gmi_gdal_fail(const struct gmi_gdal_call *call, const char *verb,
                        const char *path, const char *working, gm_error *err)
{
    if (call->number == CPLE_None)
        return gmi_layer_fail(err, GM_ERR_IO, "cannot %s '%s': GDAL gives no "
                              "reason", verb, path);
    char reason[sizeof call->message];
    replace(call->message, working ? working : "", path, reason,
            sizeof reason);
    size_t length = strlen(reason);
    while (length && strchr(". \r\n", reason[length - 1]))
        reason[--length] = '\0';
    /* A word of one capital and small letters starts the sentence. */
    if (isupper((unsigned char)reason[0]) && islower((unsigned char)reason[1]))
        reason[0] = (char)tolower((unsigned char)reason[0]);
    return gmi_layer_fail(err, status_of(call->number), "cannot %s '%s': %s",
                          verb, path, reason);
}

static char versions[64];

static void make_versions(void)
{
    const PJ_INFO proj = proj_info();
    snprintf(versions, sizeof versions, "GDAL %s, PROJ %s",
             GDALVersionInfo("RELEASE_NAME"), proj.version);
}

const char *gm_layer_versions(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_versions);
    return versions;
}
