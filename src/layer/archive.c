/* SPDX-License-Identifier: MIT */
/* KMZ: a KML file called doc.kml in a zip file. */
#include "layer/archive.h"

#include "layer/fail.h"
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <string.h>

#define DOCUMENT "doc.kml"

/*
 * The path that GDAL has for the document in an archive; in braces, as it
 * takes the first ".kmz" for the end of the archive's name otherwise.
 */
static const char *inner_path(const char *path)
{
    return CPLSPrintf("/vsizip/{%s}/" DOCUMENT, path);
}

bool gmi_archive_is_plain(const char *path)
{
    char **names = VSIReadDir(CPLSPrintf("/vsizip/{%s}", path));
    const bool result =
        CSLCount(names) == 1 && strcmp(names[0], DOCUMENT) == 0;
    CSLDestroy(names);
    return result;
}

gm_status gmi_archive_unpack(const char *path, const char *kml, gm_error *err)
{
    errno = 0;
    if (CPLCopyFile(kml, inner_path(path)) == 0)
        return GM_OK;
    return gmi_layer_fail_system(err, errno ? errno : EIO, "unpack",
                                 gmi_path_name(path));
}

/* ---- Packing ------------------------------------------------------------ */

/*
 * The lines of the KML driver, which has at most one element to a line here.
 * A text can't be taken for one of them: in it, '<' is written as &lt;.
 */
static const char begin_document[] = "<Document id=\"root_doc\">";
static const char begin_schema[] = "<Schema ";
static const char begin_folder[] = "<Folder><name>";
static const char end_name[] = "</name>";
static const char end_folder[] = "</Folder>";

/*
 * The name of the folder in a file that has one after a schema, CPLFree is
 * due; NULL for any other: what LIBKML wrote, or a file without rows.
 */
static char *folder_name(VSILFILE *kml)
{
    bool has_schema = false;
    const char *line;
    while ((line = CPLReadLineL(kml)) && !STARTS_WITH(line, begin_folder) &&
           !strstr(line, "<Placemark"))
        has_schema = has_schema || STARTS_WITH(line, begin_schema);
    char *name = NULL;
    if (line && has_schema && STARTS_WITH(line, begin_folder)) {
        name = CPLStrdup(line + strlen(begin_folder));
        char *end = strstr(name, end_name);
        if (end)
            *end = '\0';
    }
    VSIFSeekL(kml, 0, SEEK_SET);
    return name;
}

static bool write_line(VSILFILE *out, const char *line, const char *end)
{
    const size_t length = strlen(line);
    return (!length || VSIFWriteL(line, length, 1, out) == 1) &&
           VSIFWriteL(end, strlen(end), 1, out) == 1;
}

static bool copy_line(VSILFILE *out, const char *line, const char *name)
{
    if (name && strcmp(line, begin_document) == 0)
        return write_line(out, line, "<name>") &&
               write_line(out, name, "</name>\n");
    if (name && (STARTS_WITH(line, begin_folder) ||
                 strcmp(line, end_folder) == 0))
        return true;
    return write_line(out, line, "\n");
}

gm_status gmi_archive_pack(const char *kml, const char *path, gm_error *err)
{
    errno = 0;
    VSILFILE *in = VSIFOpenL(kml, "rb");
    VSILFILE *out = in ? VSIFOpenL(inner_path(path), "wb") : NULL;
    char *name = in ? folder_name(in) : NULL;
    bool is_good = out != NULL;
    const char *line;
    while (is_good && (line = CPLReadLineL(in)))
        is_good = copy_line(out, line, name);
    CPLReadLineL(NULL); /* its buffer */
    CPLFree(name);
    if (out)
        is_good = VSIFCloseL(out) == 0 && is_good;
    if (in)
        VSIFCloseL(in);
    return is_good ? GM_OK
                   : gmi_layer_fail_system(err, errno ? errno : EIO, "pack",
                                           gmi_path_name(path));
}
