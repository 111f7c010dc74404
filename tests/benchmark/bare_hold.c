/* tests/benchmark/bare_hold.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/hold.h"

#include "tests/benchmark/bare_heap.h"

/* --- Heaps of 4 and 8 children: see bare_heap.h --- */

struct heap_hold {
    struct bare_heap heap;
    struct hold_increments increments;
};

static void heap_destroy(void *state)
{
    struct heap_hold *self = state;
    if (self != NULL) {
        free(self->heap.keys);
        free(self);
    }
}

BARE_INLINE void heap_put(struct heap_hold *self, uint64_t now, uint32_t payload,
                          uint32_t arity)
{
    uint64_t time = now + hold_increment(&self->increments);
    bare_key key = bare_key_make(time, self->heap.sequence++, payload);
    bare_heap_push(&self->heap, key, arity);
}

BARE_INLINE enum sim_status heap_create(const struct hold_task *task, void **out,
                                        uint32_t arity)
{
    struct heap_hold *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL || !bare_heap_init(&self->heap, task->pending)) {
        return SIM_ERR_NO_MEMORY;
    }
    hold_increments_init(&self->increments);
    for (uint32_t i = 0; i < task->pending; i++) {
        heap_put(self, 0, i, arity);
    }
    return SIM_OK;
}

BARE_INLINE enum sim_status heap_run(struct heap_hold *self, struct bench_run *run,
                                     uint32_t arity)
{
    for (uint64_t i = 0; i < run->units; i++) {
        bare_key key = bare_heap_pop(&self->heap, arity);
        heap_put(self, (uint64_t)(key >> 64), (uint32_t)key, arity);
    }
    run->done = (double)run->units;
    run->event_count = run->units;
    return SIM_OK;
}

static enum sim_status heap_4_create(const void *task, void **out)
{
    return heap_create(task, out, 4);
}

static enum sim_status heap_4_run(void *self, struct bench_run *run)
{
    return heap_run(self, run, 4);
}

static enum sim_status heap_8_create(const void *task, void **out)
{
    return heap_create(task, out, 8);
}

static enum sim_status heap_8_run(void *self, struct bench_run *run)
{
    return heap_run(self, run, 8);
}

const struct bench_work BARE_HOLD_HEAP_4 = {heap_4_create, heap_4_run, NULL,
                                            heap_destroy};
const struct bench_work BARE_HOLD_HEAP_8 = {heap_8_create, heap_8_run, NULL,
                                            heap_destroy};

/* --- The heap of the textbook: two children, a comparison of two fields --- */

struct binary_event {
    uint64_t time;
    uint32_t sequence;
    uint32_t payload;
};

struct binary_hold {
    struct binary_event *events; /* owned; the root at 1 */
    uint32_t count;
    uint32_t sequence;
    struct hold_increments increments;
};

static inline int is_before(const struct binary_event *a, const struct binary_event *b)
{
    return a->time < b->time || (a->time == b->time && a->sequence < b->sequence);
}

static inline void binary_put(struct binary_hold *self, uint64_t now, uint32_t payload)
{
    struct binary_event event = {now + hold_increment(&self->increments),
                                 self->sequence++, payload};
    uint32_t hole = ++self->count;
    while (hole > 1 && is_before(&event, &self->events[hole / 2])) {
        self->events[hole] = self->events[hole / 2];
        hole /= 2;
    }
    self->events[hole] = event;
}

static inline struct binary_event binary_take(struct binary_hold *self)
{
    struct binary_event *events = self->events;
    struct binary_event first = events[1];
    struct binary_event last = events[self->count--];
    uint32_t hole = 1;
    for (uint32_t child = 2; child <= self->count; child = 2 * hole) {
        if (child < self->count && is_before(&events[child + 1], &events[child])) {
            child++;
        }
        if (!is_before(&events[child], &last)) {
            break;
        }
        events[hole] = events[child];
        hole = child;
    }
    events[hole] = last;
    return first;
}

static void binary_destroy(void *state)
{
    struct binary_hold *self = state;
    if (self != NULL) {
        free(self->events);
        free(self);
    }
}

static enum sim_status binary_create(const void *task, void **out)
{
    uint32_t pending = ((const struct hold_task *)task)->pending;
    struct binary_hold *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->events = malloc((pending + 2) * sizeof *self->events);
    if (self->events == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    hold_increments_init(&self->increments);
    for (uint32_t i = 0; i < pending; i++) {
        binary_put(self, 0, i);
    }
    return SIM_OK;
}

static enum sim_status binary_run(void *state, struct bench_run *run)
{
    struct binary_hold *self = state;
    for (uint64_t i = 0; i < run->units; i++) {
        struct binary_event event = binary_take(self);
        binary_put(self, event.time, event.payload);
    }
    run->done = (double)run->units;
    run->event_count = run->units;
    return SIM_OK;
}

const struct bench_work BARE_HOLD_BINARY = {binary_create, binary_run, NULL,
                                            binary_destroy};

/* --- A calendar queue (Brown 1988) whose width is known and fixed --- */

struct day_event {
    uint64_t time;
    uint32_t next; /* of the same day, later or equal; NO_EVENT for the last */
    uint32_t payload;
};

struct calendar_hold {
    uint32_t *days;           /* [day_mask + 1] owned; first event of the day */
    struct day_event *events; /* [pending] owned; an event is put back where it was */
    uint64_t today;           /* days since the beginning */
    uint32_t day_mask;
    uint32_t day_shift; /* a day is 2^day_shift ticks */
    struct hold_increments increments;
};

#define NO_EVENT UINT32_MAX

static inline void calendar_put(struct calendar_hold *self, uint32_t index,
                                uint64_t time)
{
    uint32_t *link = &self->days[(time >> self->day_shift) & self->day_mask];
    while (*link != NO_EVENT && self->events[*link].time <= time) {
        link = &self->events[*link].next;
    }
    self->events[index].time = time;
    self->events[index].next = *link;
    *link = index;
}

static inline uint32_t calendar_take(struct calendar_hold *self)
{
    for (;; self->today++) {
        uint32_t *day = &self->days[self->today & self->day_mask];
        uint32_t first = *day;
        if (first != NO_EVENT &&
            self->events[first].time >> self->day_shift == self->today) {
            *day = self->events[first].next;
            return first;
        }
    }
}

static void calendar_destroy(void *state)
{
    struct calendar_hold *self = state;
    if (self != NULL) {
        free(self->days);
        free(self->events);
        free(self);
    }
}

/* The width with about one event a day, and twice as many days as events. */
static void choose_days(struct calendar_hold *self, uint32_t pending)
{
    uint32_t day_count = 1;
    while (day_count < 2 * pending) {
        day_count *= 2;
    }
    self->day_mask = day_count - 1;
    while ((HOLD_MEAN >> self->day_shift) > pending) {
        self->day_shift++;
    }
}

static enum sim_status calendar_create(const void *task, void **out)
{
    uint32_t pending = ((const struct hold_task *)task)->pending;
    struct calendar_hold *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    choose_days(self, pending);
    size_t day_bytes = (self->day_mask + (size_t)1) * sizeof *self->days;
    self->days = malloc(day_bytes);
    self->events = malloc(pending * sizeof *self->events);
    if (self->days == NULL || self->events == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    memset(self->days, 0xff, day_bytes);
    hold_increments_init(&self->increments);
    for (uint32_t i = 0; i < pending; i++) {
        self->events[i].payload = i;
        calendar_put(self, i, hold_increment(&self->increments));
    }
    return SIM_OK;
}

static enum sim_status calendar_run(void *state, struct bench_run *run)
{
    struct calendar_hold *self = state;
    for (uint64_t i = 0; i < run->units; i++) {
        uint32_t index = calendar_take(self);
        uint64_t now = self->events[index].time;
        calendar_put(self, index, now + hold_increment(&self->increments));
    }
    run->done = (double)run->units;
    run->event_count = run->units;
    return SIM_OK;
}

const struct bench_work BARE_HOLD_CALENDAR = {calendar_create, calendar_run, NULL,
                                              calendar_destroy};
