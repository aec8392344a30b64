/* SPDX-License-Identifier: MIT */
/* Noticing that a write failed: a GDAL file system that looks on. */
#include "layer/watch.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A watch is a GDAL file system of its own. GDAL cannot take one away again,
 * so an ended watch waits for its next use; there are as many as layers were
 * ever open at the same time. The prefix stands alone before the real path:
 * GDAL 3.6 removes files by what follows it, without asking (the plugin's
 * Unlink calls unlink).
 */
struct gmi_watch {
    struct gmi_watch *next; /* of all watches */
    bool is_used;
    int error;
    char *device;   /* what is written instead of DEVICE_NAME; or NULL */
    char *path;     /* prefix and real path */
    char prefix[32]; /* "/vsigeomention7/" */
};

/* No file of this name can be: what GDAL does to it harms nothing. */
#define DEVICE_FOLDER "/dev/null/"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct gmi_watch *watches;

enum last { LAST_NONE, LAST_READ, LAST_WRITE };

/*
 * An open file. It is stdio's and not GDAL's own: only stdio remembers a
 * failure of what it had kept back, which comes to light in a later seek.
 */
struct file {
    FILE *stream;
    struct gmi_watch *watch;
    enum last last;  /* between reading and writing there must be a seek */
    bool is_astray; /* a seek failed: what is written now lands elsewhere */
};

static void note(struct gmi_watch *watch)
{
    if (!watch->error)
        watch->error = errno ? errno : EIO;
}

/* Called after anything that may have written; errno was 0 before. */
static void look(struct file *file)
{
    if (ferror(file->stream) && file->last == LAST_WRITE)
        note(file->watch);
}

/* GDAL may give a second path whole, where the first comes without prefix. */
static const char *without_prefix(const struct gmi_watch *watch,
                                  const char *path)
{
    const size_t length = strlen(watch->prefix);
    return strncmp(path, watch->prefix, length) == 0 ? path + length : path;
}

static bool is_device(const char *path)
{
    return STARTS_WITH(path, DEVICE_FOLDER);
}

/* A driver that asks for the folder of a device sees one. */
static int on_stat(void *data, const char *path, VSIStatBufL *out, int flags)
{
    const struct gmi_watch *watch = data;
    if (is_device(path))
        return -1;
    return VSIStatExL(watch->device ? "/" : path, out, flags);
}

static int on_unlink(void *data, const char *path)
{
    (void)data;
    return VSIUnlink(path);
}

static int on_rename(void *data, const char *from, const char *to)
{
    return VSIRename(from, without_prefix(data, to));
}

static int on_mkdir(void *data, const char *path, long mode)
{
    (void)data;
    return VSIMkdir(path, mode);
}

static int on_rmdir(void *data, const char *path)
{
    (void)data;
    return VSIRmdir(path);
}

static char **on_read_dir(void *data, const char *path, int max_files)
{
    (void)data;
    return VSIReadDirEx(path, max_files);
}

static bool ends_in(const char *whole, const char *end)
{
    const size_t length = strlen(whole), end_length = strlen(end);
    return length >= end_length &&
           strcmp(whole + length - end_length, end) == 0;
}

static void *on_open(void *data, const char *path, const char *access)
{
    struct gmi_watch *watch = data;
    /* Who looks whether something is there would wait for a pipe forever. */
    if (watch->device &&
        (access[0] == 'r' || !ends_in(watch->path, path)))
        return NULL;
    FILE *stream = fopen(watch->device ? watch->device : path, access);
    struct stat info;
    const bool is_file = stream && fstat(fileno(stream), &info) == 0 &&
                         !S_ISDIR(info.st_mode);
    struct file *file = is_file ? VSICalloc(1, sizeof *file) : NULL;
    if (file)
        *file = (struct file){.stream = stream, .watch = watch};
    else if (stream)
        fclose(stream);
    return file;
}

static vsi_l_offset on_tell(void *data)
{
    return (vsi_l_offset)ftello(((struct file *)data)->stream);
}

static int on_seek(void *data, vsi_l_offset offset, int whence)
{
    struct file *file = data;
    errno = 0;
    const int result = fseeko(file->stream, (off_t)offset, whence);
    look(file);
    /* The end of a pipe is where it stands. */
    file->is_astray = result != 0 && !(whence == SEEK_END && offset == 0);
    file->last = LAST_NONE;
    return result;
}

static void turn(struct file *file, enum last now)
{
    if (file->last != LAST_NONE && file->last != now) {
        errno = 0;
        (void)fseeko(file->stream, 0, SEEK_CUR);
        look(file);
    }
    file->last = now;
}

static size_t on_read(void *data, void *out, size_t size, size_t count)
{
    struct file *file = data;
    turn(file, LAST_READ);
    return fread(out, size, count, file->stream);
}

static int on_eof(void *data)
{
    return feof(((struct file *)data)->stream) != 0;
}

static size_t on_write(void *data, const void *bytes, size_t size,
                       size_t count)
{
    struct file *file = data;
    turn(file, LAST_WRITE);
    errno = file->is_astray ? ESPIPE : 0;
    const size_t written = fwrite(bytes, size, count, file->stream);
    if (written < count || file->is_astray)
        note(file->watch);
    return written;
}

static int on_flush(void *data)
{
    struct file *file = data;
    errno = 0;
    const int result = fflush(file->stream);
    if (result != 0)
        note(file->watch);
    return result;
}

static int on_truncate(void *data, vsi_l_offset size)
{
    struct file *file = data;
    errno = 0;
    const int result = fflush(file->stream) != 0
                           ? -1
                           : ftruncate(fileno(file->stream), (off_t)size);
    if (result != 0)
        note(file->watch);
    return result;
}

static int on_close(void *data)
{
    struct file *file = data;
    errno = 0;
    const int result = fclose(file->stream);
    if (result != 0)
        note(file->watch);
    VSIFree(file);
    return result;
}

static bool install(struct gmi_watch *watch)
{
    VSIFilesystemPluginCallbacksStruct *calls =
        VSIAllocFilesystemPluginCallbacksStruct();
    if (!calls)
        return false;
    calls->pUserData = watch;
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
    const bool is_done = VSIInstallPluginHandler(watch->prefix, calls) == 0;
    VSIFreeFilesystemPluginCallbacksStruct(calls);
    return is_done;
}

/* A watch that waits, or a new one. The lock is held. */
static struct gmi_watch *find_free(void)
{
    unsigned count = 0;
    struct gmi_watch *watch = watches;
    for (; watch && watch->is_used; watch = watch->next)
        count++;
    if (watch)
        return watch;
    watch = VSICalloc(1, sizeof *watch);
    if (!watch)
        return NULL;
    snprintf(watch->prefix, sizeof watch->prefix, "/vsigeomention%u/", count);
    if (!install(watch)) {
        VSIFree(watch);
        return NULL;
    }
    watch->next = watches;
    watches = watch;
    return watch;
}

struct gmi_watch *gmi_watch_begin(const char *path, const char *ending)
{
    pthread_mutex_lock(&lock);
    struct gmi_watch *watch = find_free();
    if (watch)
        watch->is_used = true;
    pthread_mutex_unlock(&lock);
    if (!watch)
        return NULL;
    const size_t size = strlen(watch->prefix) + strlen(path) +
                        sizeof DEVICE_FOLDER + (ending ? strlen(ending) : 0) +
                        sizeof "out.";
    watch->error = 0;
    watch->device = ending ? VSIStrdup(path) : NULL;
    watch->path = VSIMalloc(size);
    if (!watch->path || (ending && !watch->device)) {
        gmi_watch_end(watch);
        return NULL;
    }
    if (ending)
        snprintf(watch->path, size, "%s" DEVICE_FOLDER "out.%s", watch->prefix,
                 ending);
    else
        snprintf(watch->path, size, "%s%s", watch->prefix, path);
    return watch;
}

void gmi_watch_end(struct gmi_watch *watch)
{
    VSIFree(watch->device);
    VSIFree(watch->path);
    watch->device = watch->path = NULL;
    pthread_mutex_lock(&lock);
    watch->is_used = false;
    pthread_mutex_unlock(&lock);
}

const char *gmi_watch_path(const struct gmi_watch *watch)
{
    return watch->path;
}

const char *gmi_watch_beside(const struct gmi_watch *watch, const char *path)
{
    return CPLSPrintf("%s%s", watch->prefix, path);
}

int gmi_watch_error(const struct gmi_watch *watch)
{
    return watch->error;
}
