/* SPDX-License-Identifier: MIT */
/*
 * A run: documents read one at a time, mapped on several threads, and handed
 * on in the order they were read.
 */
#include "include/geomention_io.h"

#include "base/memory.h"
#include "base/status.h"
#include "base/thread.h"

#include <assert.h>
#include <pthread.h>

/* Read ahead for each thread, so that one long text does not stop the rest. */
enum { SLOTS_PER_THREAD = 4 };

/* Room for one document on its way; used again and again. */
struct slot {
    gm_document *doc; /* made when first used */
    gm_status status; /* of reading and mapping */
    gm_error error;
    bool is_done; /* under run.lock */
};

/*
 * Document n travels in slot n modulo slot_count. Invariant: turn <=
 * next_read <= turn + slot_count. `reading` is taken before `lock`.
 */
struct run {
    gm_reader *reader;
    const gm_mapper *mapper;
    const gm_run_events *events;
    struct slot *slots;
    size_t slot_count;

    pthread_mutex_t reading; /* held by the one that reads */
    uint64_t next_read;
    bool is_read; /* nothing more will be read */

    pthread_mutex_t lock;
    pthread_cond_t turned;
    uint64_t turn;   /* of the document to hand on next */
    bool is_handing; /* some thread hands on */
    bool is_stopped;
    gm_status status; /* why it stopped */
    gm_error error;
};

static bool is_final(gm_status status)
{
    return status == GM_ERR_MEMORY || status == GM_ERR_CANCELLED;
}

/* The slot of the next document, once it is free; NULL: the run is over. */
static struct slot *wait_for_slot(struct run *run)
{
    pthread_mutex_lock(&run->lock);
    while (!run->is_stopped && run->next_read - run->turn == run->slot_count)
        pthread_cond_wait(&run->turned, &run->lock);
    const bool is_stopped = run->is_stopped;
    pthread_mutex_unlock(&run->lock);
    return is_stopped ? NULL : &run->slots[run->next_read % run->slot_count];
}

static gm_status read_into(struct run *run, struct slot *slot)
{
    if (!slot->doc) {
        const gm_status status = gm_document_create(&slot->doc, &slot->error);
        if (status)
            return status;
    }
    return gm_reader_next(run->reader, slot->doc, &slot->error);
}

/* NULL after the last. An input that failed travels like a document. */
static struct slot *read_next(struct run *run)
{
    pthread_mutex_lock(&run->reading);
    struct slot *slot = run->is_read ? NULL : wait_for_slot(run);
    if (slot) {
        slot->status = read_into(run, slot);
        run->is_read = slot->status == GM_END || is_final(slot->status);
        if (slot->status == GM_END)
            slot = NULL;
        else
            run->next_read++;
    }
    pthread_mutex_unlock(&run->reading);
    return slot;
}

static gm_status hand_on(struct run *run, const struct slot *slot)
{
    const gm_run_events *events = run->events;
    if (!slot->status)
        return events->on_document(events->context, slot->doc, &run->error);
    if (is_final(slot->status) || !events->on_failure) {
        run->error = slot->error;
        return slot->status;
    }
    events->on_failure(events->context, &slot->error);
    return GM_OK;
}

/* Hands on all whose turn has come, unless another thread is at it. */
static void finish(struct run *run, struct slot *done)
{
    pthread_mutex_lock(&run->lock);
    done->is_done = true;
    const bool is_mine = !run->is_handing;
    if (is_mine)
        run->is_handing = true;
    struct slot *slot = &run->slots[run->turn % run->slot_count];
    while (is_mine && !run->is_stopped && slot->is_done) {
        pthread_mutex_unlock(&run->lock);
        const gm_status status = hand_on(run, slot);
        pthread_mutex_lock(&run->lock);
        slot->is_done = false;
        run->turn++;
        run->status = status;
        run->is_stopped = status != GM_OK;
        slot = &run->slots[run->turn % run->slot_count];
        pthread_cond_signal(&run->turned);
    }
    if (is_mine)
        run->is_handing = false;
    const bool is_stopped = run->is_stopped;
    pthread_mutex_unlock(&run->lock);
    /* The thread that reads may be waiting for input that never comes. */
    if (is_stopped)
        gm_reader_cancel(run->reader);
}

static void work(void *context, size_t index)
{
    struct run *run = context;
    (void)index;
    for (struct slot *slot; (slot = read_next(run));) {
        if (!slot->status)
            slot->status = gm_mapper_map(run->mapper, slot->doc, &slot->error);
        finish(run, slot);
    }
}

static void free_slots(struct run *run)
{
    for (size_t i = 0; i < run->slot_count; i++)
        gm_document_free(run->slots[i].doc);
    gmi_release(run->slots);
}

gm_status gm_run(gm_reader *reader, const gm_mapper *mapper, size_t threads,
                 const gm_run_events *events, gm_error *err)
{
    assert(threads >= 1 && threads <= GMI_THREADS_MAX);
    struct run run = {.reader = reader, .mapper = mapper, .events = events};
    run.slot_count = threads == 1 ? 1 : threads * SLOTS_PER_THREAD;
    run.slots = gmi_alloc_zeroed(run.slot_count, sizeof *run.slots);
    if (!run.slots)
        return gmi_fail_memory(err);
    pthread_mutex_init(&run.reading, NULL);
    pthread_mutex_init(&run.lock, NULL);
    pthread_cond_init(&run.turned, NULL);
    gmi_parallel(threads, work, &run);
    pthread_cond_destroy(&run.turned);
    pthread_mutex_destroy(&run.lock);
    pthread_mutex_destroy(&run.reading);
    free_slots(&run);
    if (run.status && err)
        *err = run.error;
    return run.status;
}
