/* SPDX-License-Identifier: MIT */
/*
 * The bytes of one input, unpacked: read line by line or whole, never more of
 * it in memory than one document. A gzip stream is known by its first bytes.
 * A byte order mark is skipped; offsets count it.
 */
#ifndef READ_BYTES_H
#define READ_BYTES_H

#include "base/buffer.h"
#include "base/status.h"

#include <stdatomic.h>
#include <zlib.h>

/* Most bytes of one document, or of one line that holds it. */
#define GMI_DOCUMENT_MAX ((size_t)64 * 1024 * 1024)

/* What other threads may ask and tell while an input is read. */
struct gmi_read_shared {
    _Atomic uint64_t position; /* bytes read from the system, all inputs */
    atomic_bool is_cancelled;
};

struct gmi_bytes {
    int fd; /* -1: nothing is open */
    const char *path;
    struct gmi_read_shared *shared;
    char *raw; /* as the system gave it, when packed */
    char *data;
    size_t start, end; /* of the bytes in `data` that are still to be read */
    z_stream unpack;
    uint64_t offset; /* of data[start] in the unpacked input */
    bool is_stdin;   /* not ours to close */
    bool is_packed;
    bool is_between; /* at the end of a gzip member */
    bool is_waiting; /* reading may block: a pipe or a terminal */
    bool is_at_end;
};

/*
 * Opens a path, "-" for standard input, which stays borrowed until closed.
 * `bytes` was zeroed once, and may be opened again after closing.
 */
gm_status gmi_bytes_open(struct gmi_bytes *bytes, const char *path,
                         struct gmi_read_shared *shared, gm_error *err);
void gmi_bytes_close(struct gmi_bytes *bytes);
/* Closes, and frees what closing keeps for the next input. */
void gmi_bytes_release(struct gmi_bytes *bytes);

/*
 * The next line, without its end (LF or CRLF), into `line`, which is cleared
 * first and has data even when it is empty. GM_END after the last.
 * GM_ERR_UNSUPPORTED: over GMI_DOCUMENT_MAX, skipped. Other errors end the
 * input.
 */
gm_status gmi_bytes_line(struct gmi_bytes *bytes, struct gmi_buffer *line,
                         gm_error *err);

/* All that is left. */
gm_status gmi_bytes_all(struct gmi_bytes *bytes, struct gmi_buffer *out,
                        gm_error *err);

#endif
