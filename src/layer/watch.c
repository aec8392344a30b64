/* SPDX-License-Identifier: MIT */
/* Noticing that a write failed: a GDAL file system that looks on. */
#include "layer/watch.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PREFIX "/vsigeomention/"

/* GDAL's file systems are global, so the list of who watches is too. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct gmi_watch *watches;
static unsigned last_id;

struct file {
    VSILFILE *inner;
    struct gmi_watch *watch;
};

/* Splits "7/PATH"; NULL when nobody watches under that number. */
static struct gmi_watch *watch_of(const char *name, const char **path)
{
    char *end;
    const unsigned long id = strtoul(name, &end, 10);
    if (*end != '/')
        return NULL;
    *path = end + 1;
    pthread_mutex_lock(&lock);
    struct gmi_watch *watch = watches;
    while (watch && watch->id != id)
        watch = watch->next;
    pthread_mutex_unlock(&lock);
    return watch;
}

static void note(struct gmi_watch *watch)
{
    if (!watch->error)
        watch->error = errno ? errno : EIO;
}

static int on_stat(void *data, const char *name, VSIStatBufL *out, int flags)
{
    const char *path;
    (void)data;
    return watch_of(name, &path) ? VSIStatExL(path, out, flags) : -1;
}

/* A device or a pipe is never removed to make room for a new file. */
static int on_unlink(void *data, const char *name)
{
    const char *path;
    struct stat info;
    (void)data;
    if (!watch_of(name, &path))
        return -1;
    if (lstat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return -1;
    return VSIUnlink(path);
}

static int on_rename(void *data, const char *from, const char *to)
{
    const char *from_path, *to_path;
    (void)data;
    /* GDAL gives `to` whole, unlike `from`. */
    if (STARTS_WITH(to, PREFIX))
        to += strlen(PREFIX);
    if (!watch_of(from, &from_path) || !watch_of(to, &to_path))
        return -1;
    return VSIRename(from_path, to_path);
}

static int on_mkdir(void *data, const char *name, long mode)
{
    const char *path;
    (void)data;
    return watch_of(name, &path) ? VSIMkdir(path, mode) : -1;
}

static int on_rmdir(void *data, const char *name)
{
    const char *path;
    (void)data;
    return watch_of(name, &path) ? VSIRmdir(path) : -1;
}

static char **on_read_dir(void *data, const char *name, int max_files)
{
    const char *path;
    (void)data;
    return watch_of(name, &path) ? VSIReadDirEx(path, max_files) : NULL;
}

static void *on_open(void *data, const char *name, const char *access)
{
    const char *path;
    (void)data;
    struct gmi_watch *watch = watch_of(name, &path);
    struct file *file = watch ? VSICalloc(1, sizeof *file) : NULL;
    if (!file)
        return NULL;
    errno = 0;
    file->watch = watch;
    file->inner = VSIFOpenL(path, access);
    if (file->inner)
        return file;
    VSIFree(file);
    return NULL;
}

static vsi_l_offset on_tell(void *data)
{
    return VSIFTellL(((struct file *)data)->inner);
}

static int on_seek(void *data, vsi_l_offset offset, int whence)
{
    struct file *file = data;
    errno = 0;
    const int result = VSIFSeekL(file->inner, offset, whence);
    /* A driver that must go back and cannot writes a broken stream; one that
       only tries for a place past the end does no harm. */
    if (result != 0 && errno == ESPIPE)
        note(file->watch);
    return result;
}

static size_t on_read(void *data, void *out, size_t size, size_t count)
{
    return VSIFReadL(out, size, count, ((struct file *)data)->inner);
}

static int on_eof(void *data)
{
    return VSIFEofL(((struct file *)data)->inner);
}

static size_t on_write(void *data, const void *bytes, size_t size,
                       size_t count)
{
    struct file *file = data;
    errno = 0;
    const size_t written = VSIFWriteL(bytes, size, count, file->inner);
    if (written < count)
        note(file->watch);
    return written;
}

static int on_flush(void *data)
{
    struct file *file = data;
    errno = 0;
    const int result = VSIFFlushL(file->inner);
    if (result != 0)
        note(file->watch);
    return result;
}

static int on_truncate(void *data, vsi_l_offset size)
{
    struct file *file = data;
    errno = 0;
    const int result = VSIFTruncateL(file->inner, size);
    if (result != 0)
        note(file->watch);
    return result;
}

static int on_close(void *data)
{
    struct file *file = data;
    errno = 0;
    const int result = VSIFCloseL(file->inner);
    if (result != 0)
        note(file->watch);
    VSIFree(file);
    return result;
}

static void install(void)
{
    VSIFilesystemPluginCallbacksStruct *calls =
        VSIAllocFilesystemPluginCallbacksStruct();
    calls->stat = on_stat;
    calls->unlink = on_unlink;
    calls->rename = on_rename;
    calls->mkdir = on_mkdir;
    calls->rmdir = on_rmdir;
    calls->read_dir = on_read_dir;
    calls->open = on_open;
    calls->tell = on_tell;
    calls->seek = on_seek;
    calls->read = on_read;
    calls->eof = on_eof;
    calls->write = on_write;
    calls->flush = on_flush;
    calls->truncate = on_truncate;
    calls->close = on_close;
    VSIInstallPluginHandler(PREFIX, calls);
    VSIFreeFilesystemPluginCallbacksStruct(calls);
}

void gmi_watch_init(struct gmi_watch *watch)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    pthread_mutex_lock(&lock);
    *watch = (struct gmi_watch){.id = ++last_id, .next = watches};
    watches = watch;
    pthread_mutex_unlock(&lock);
}

void gmi_watch_release(struct gmi_watch *watch)
{
    pthread_mutex_lock(&lock);
    struct gmi_watch **link = &watches;
    while (*link && *link != watch)
        link = &(*link)->next;
    if (*link)
        *link = watch->next;
    pthread_mutex_unlock(&lock);
}

char *gmi_watch_path(const struct gmi_watch *watch, const char *path)
{
    const size_t size = strlen(path) + sizeof PREFIX + 16;
    char *out = VSIMalloc(size);
    if (out)
        snprintf(out, size, "%s%u/%s", PREFIX, watch->id, path);
    return out;
}
