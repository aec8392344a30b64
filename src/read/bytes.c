/* SPDX-License-Identifier: MIT */
/* The bytes of one input, unpacked. */
#include "read/bytes.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BLOCK = 128 * 1024,
    SNIFF = 4, /* bytes that tell gzip and byte order marks */
    CANCEL_CHECK_MS = 100
};

static gm_status fail_cancelled(gm_error *err)
{
    return gmi_fail(err, GM_ERR_CANCELLED, "interrupted");
}

/*
 * Waits in short turns rather than in read(), which a signal that another
 * thread takes would not end.
 */
static gm_status wait_for_input(const struct gmi_bytes *bytes, gm_error *err)
{
    struct pollfd wanted = {.fd = bytes->fd, .events = POLLIN};
    int ready;
    do {
        if (atomic_load(&bytes->shared->is_cancelled))
            return fail_cancelled(err);
        ready = poll(&wanted, 1, CANCEL_CHECK_MS);
    } while (ready == 0 || (ready < 0 && errno == EINTR));
    return GM_OK; /* what else poll may say, read says better */
}

/* Reads once from the system; `*got` is 0 at the end. */
static gm_status read_raw(struct gmi_bytes *bytes, char *out, size_t size,
                          size_t *got, gm_error *err)
{
    for (;;) {
        if (bytes->is_waiting) {
            const gm_status status = wait_for_input(bytes, err);
            if (status)
                return status;
        }
        const ssize_t count = read(bytes->fd, out, size);
        if (count >= 0) {
            *got = (size_t)count;
            atomic_fetch_add(&bytes->shared->position, (uint64_t)count);
            return GM_OK;
        }
        if (errno != EINTR && errno != EAGAIN)
            return gmi_fail_errno(err, "read", bytes->path);
    }
}

static gm_status fail_packed(const struct gmi_bytes *bytes, const char *how,
                             gm_error *err)
{
    return gmi_fail(err, GM_ERR_SYNTAX, "%s gzip data in '%s'", how,
                    bytes->path);
}

/* More packed bytes, when those at hand are used up. */
static gm_status refill_packed(struct gmi_bytes *bytes, gm_error *err)
{
    if (bytes->unpack.avail_in)
        return GM_OK;
    size_t got = 0;
    const gm_status status = read_raw(bytes, bytes->raw, BLOCK, &got, err);
    if (status)
        return status;
    if (!got && !bytes->is_between)
        return fail_packed(bytes, "truncated", err);
    bytes->unpack.next_in = (Bytef *)bytes->raw;
    bytes->unpack.avail_in = (uInt)got;
    bytes->is_at_end = got == 0;
    return GM_OK;
}

/* Unpacks into data[end..]: at least a byte, unless the end is reached. */
static gm_status fill_packed(struct gmi_bytes *bytes, gm_error *err)
{
    const size_t before = bytes->end;
    while (bytes->end == before) {
        const gm_status status = refill_packed(bytes, err);
        if (status || bytes->is_at_end)
            return status;
        /* gzip files may be joined: a new member begins where one ends. */
        if (bytes->is_between)
            inflateReset(&bytes->unpack);
        bytes->is_between = false;
        bytes->unpack.next_out = (Bytef *)(bytes->data + bytes->end);
        bytes->unpack.avail_out = (uInt)(BLOCK - bytes->end);
        const int result = inflate(&bytes->unpack, Z_NO_FLUSH);
        bytes->end = BLOCK - bytes->unpack.avail_out;
        if (result == Z_MEM_ERROR)
            return gmi_fail_memory(err);
        if (result == Z_STREAM_END)
            bytes->is_between = true;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            return fail_packed(bytes, "damaged", err);
    }
    return GM_OK;
}

/* Adds to the bytes at hand; is_at_end is set when there are no more. */
static gm_status fill(struct gmi_bytes *bytes, gm_error *err)
{
    if (bytes->start == bytes->end)
        bytes->start = bytes->end = 0;
    if (bytes->is_packed)
        return fill_packed(bytes, err);
    size_t got = 0;
    const gm_status status = read_raw(bytes, bytes->data + bytes->end,
                                      BLOCK - bytes->end, &got, err);
    if (status)
        return status;
    bytes->end += got;
    bytes->is_at_end = got == 0;
    return GM_OK;
}

static gm_status begin_unpacking(struct gmi_bytes *bytes, gm_error *err)
{
    if (!bytes->raw && !(bytes->raw = gmi_alloc(BLOCK)))
        return gmi_fail_memory(err);
    memset(&bytes->unpack, 0, sizeof bytes->unpack);
    if (inflateInit2(&bytes->unpack, 15 + 16) != Z_OK)
        return gmi_fail_memory(err);
    memcpy(bytes->raw, bytes->data, bytes->end);
    bytes->unpack.next_in = (Bytef *)bytes->raw;
    bytes->unpack.avail_in = (uInt)bytes->end;
    bytes->start = bytes->end = 0;
    bytes->is_packed = true;
    bytes->is_at_end = false;
    return GM_OK;
}

/* At least `SNIFF` bytes at hand, or all that there are. */
static gm_status fill_to_sniff(struct gmi_bytes *bytes, gm_error *err)
{
    while (!bytes->is_at_end && bytes->end < SNIFF) {
        const gm_status status = fill(bytes, err);
        if (status)
            return status;
    }
    return GM_OK;
}

static bool begins_with(const struct gmi_bytes *bytes, const char *magic,
                        size_t length)
{
    return bytes->end >= length && memcmp(bytes->data, magic, length) == 0;
}

/* Packed or not, text or not: from the first block. */
static gm_status sniff(struct gmi_bytes *bytes, gm_error *err)
{
    const size_t name = strlen(bytes->path);
    const bool is_named_packed =
        name > 3 && strcmp(bytes->path + name - 3, ".gz") == 0;
    gm_status status = fill_to_sniff(bytes, err);
    if (!status && begins_with(bytes, "\x1f\x8b", 2)) {
        status = begin_unpacking(bytes, err);
        if (!status)
            status = fill_to_sniff(bytes, err);
    } else if (!status && is_named_packed && bytes->end) {
        return fail_packed(bytes, "no", err);
    }
    if (status)
        return status;
    if (begins_with(bytes, "\xff\xfe", 2) || begins_with(bytes, "\xfe\xff", 2))
        return gmi_fail(err, GM_ERR_UTF8, "not UTF-8 but UTF-16: '%s'",
                        bytes->path);
    const char *nul = bytes->end ? memchr(bytes->data, '\0', bytes->end) : NULL;
    if (nul)
        return gmi_fail_at_byte(err, GM_ERR_UTF8, (uint64_t)(nul - bytes->data),
                                "binary file '%s': a NUL at byte %zu",
                                bytes->path, (size_t)(nul - bytes->data));
    if (begins_with(bytes, "\xef\xbb\xbf", 3))
        bytes->start = 3;
    bytes->offset = bytes->start;
    return GM_OK;
}

gm_status gmi_bytes_open(struct gmi_bytes *bytes, const char *path,
                         struct gmi_read_shared *shared, gm_error *err)
{
    *bytes = (struct gmi_bytes){.fd = -1,
                                .path = path,
                                .shared = shared,
                                .raw = bytes->raw,
                                .data = bytes->data};
    if (!bytes->data && !(bytes->data = gmi_alloc(BLOCK)))
        return gmi_fail_memory(err);
    bytes->is_stdin = strcmp(path, "-") == 0;
    bytes->fd =
        bytes->is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (bytes->fd < 0)
        return gmi_fail_errno(err, "open", path);
    struct stat info;
    bytes->is_waiting = fstat(bytes->fd, &info) != 0 || !S_ISREG(info.st_mode);
    const gm_status status = sniff(bytes, err);
    if (status)
        gmi_bytes_close(bytes);
    return status;
}

void gmi_bytes_close(struct gmi_bytes *bytes)
{
    if (bytes->is_packed)
        inflateEnd(&bytes->unpack);
    bytes->is_packed = false;
    if (bytes->fd >= 0 && !bytes->is_stdin)
        close(bytes->fd);
    bytes->fd = -1;
}

void gmi_bytes_release(struct gmi_bytes *bytes)
{
    gmi_bytes_close(bytes);
    gmi_release(bytes->raw);
    gmi_release(bytes->data);
    *bytes = (struct gmi_bytes){.fd = -1};
}

/* Moves `count` bytes into `out`, unless that would be over the ceiling. */
static bool take(struct gmi_bytes *bytes, size_t count, struct gmi_buffer *out)
{
    const bool fits = count <= GMI_DOCUMENT_MAX - out->length;
    if (fits)
        gmi_buffer_add(out, bytes->data + bytes->start, count);
    bytes->start += count;
    bytes->offset += count;
    return fits;
}

static gm_status fail_too_long(const char *what, const struct gmi_bytes *bytes,
                               gm_error *err)
{
    return gmi_fail(err, GM_ERR_UNSUPPORTED, "%s over %zu MiB in '%s'", what,
                    GMI_DOCUMENT_MAX >> 20, bytes->path);
}

gm_status gmi_bytes_line(struct gmi_bytes *bytes, struct gmi_buffer *line,
                         gm_error *err)
{
    gmi_buffer_clear(line);
    gmi_buffer_add(line, "", 0); /* so that an empty line has data, too */
    bool fits = true, is_any = false;
    for (const char *end = NULL; !end;) {
        if (bytes->start == bytes->end) {
            const gm_status status =
                bytes->is_at_end ? GM_OK : fill(bytes, err);
            if (status)
                return status;
            if (bytes->start == bytes->end)
                break;
        }
        is_any = true;
        const char *begin = bytes->data + bytes->start;
        const size_t left = bytes->end - bytes->start;
        end = memchr(begin, '\n', left);
        const size_t length = end ? (size_t)(end - begin) : left;
        fits = take(bytes, length, line) && fits;
        bytes->start += end != NULL;
        bytes->offset += end != NULL;
    }
    if (!is_any)
        return GM_END;
    if (!fits)
        return fail_too_long("line", bytes, err);
    if (line->is_failed)
        return gmi_fail_memory(err);
    if (line->length && line->data[line->length - 1] == '\r')
        line->data[--line->length] = '\0';
    return GM_OK;
}

gm_status gmi_bytes_all(struct gmi_bytes *bytes, struct gmi_buffer *out,
                        gm_error *err)
{
    gmi_buffer_clear(out);
    while (bytes->start < bytes->end || !bytes->is_at_end) {
        if (!take(bytes, bytes->end - bytes->start, out))
            return fail_too_long("text", bytes, err);
        const gm_status status = bytes->is_at_end ? GM_OK : fill(bytes, err);
        if (status)
            return status;
    }
    return out->is_failed ? gmi_fail_memory(err) : GM_OK;
}
