/* sim/engine/fel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The future event list: pending events ordered by (time, priority, insertion).
 * A calendar queue (Brown 1988, CACM 31(10)) of unsorted days, with a heap for what is
 * left of the days that were opened, as the bottom of a ladder queue (Tang, Goh and
 * Thng 2005, ACM TOMACS 15(3)): see fel_days.h and fel_heap.h. A hold is O(1) for the
 * common distributions and O(log n) for any, such as when all events are at one
 * instant. A cancelled event keeps its place, but not its handle, until its day comes
 * or room is needed. A slot does not move, so a handle survives; the order never
 * depends on addresses or on the lay-out.
 */
#ifndef SIM_ENGINE_FEL_H
#define SIM_ENGINE_FEL_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/time.h"
#include "sim/status.h"

/* Names one scheduled event, for cancelling. A handle is used once: after the
 * event has happened or was cancelled it is stale, and recognised as such. */
typedef uint64_t sim_event_id;
#define SIM_EVENT_NONE ((sim_event_id)0)

/* Priority of simultaneous events: 0 goes first. */
#define SIM_FEL_PRIORITY_COUNT 16

struct sim_fel_event {
    sim_time time;
    uint32_t type;   /* meaning is the caller's */
    uint32_t entity; /* meaning is the caller's */
};

struct sim_fel_key;  /* private: time, priority, insertion, slot */
struct sim_fel_slot; /* private: an event */

struct sim_fel {
    struct sim_fel_key *run;    /* owned; a short row of sorted keys, and the heap */
    struct sim_fel_key *keys;   /* [2 x capacity] the heap, in the same block */
    struct sim_fel_slot *slots; /* [2 x capacity + 1] owned */
    uint32_t *days;             /* [at least 2 x capacity] owned; first slot of a day */
    uint64_t *is_used;          /* [days / 64] owned; a bit for each day with a slot */
    uint32_t run_first;         /* of the run, what was not taken yet */
    uint32_t run_end;
    uint32_t key_count;  /* keys in the heap */
    uint32_t live_count; /* events pending */
    uint32_t dead_count; /* events cancelled that still have a slot */
    uint32_t capacity;   /* pending events that fit without growing */
    uint32_t free_slot;
    uint32_t slot_end;      /* slots from here on were never used */
    uint32_t next_sequence; /* pending events are renumbered when it is used up */
    uint32_t day_shift;     /* a day is 2^day_shift ticks */
    uint32_t day_mask;      /* days in a year - 1 */
    uint32_t live_max;      /* pending events for which there are enough days */
    uint64_t open_until;    /* the first time of a day that was not opened */
    uint64_t day_at_start;  /* of the effort */
    uint64_t taken_count;   /* events taken since then */
    int64_t effort_left;    /* until the next look at the length of a day */
    const char *rows;       /* borrowed; see sim_fel_set_rows */
    uint32_t row_size;
};

/* Prepares an empty list with room for [capacity] pending events; it grows by
 * doubling beyond that. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_fel_init(struct sim_fel *self, uint32_t capacity);

/* Frees the inside. Accepts a zeroed struct, and may be called twice. */
void sim_fel_free(struct sim_fel *self);

/* Empties the list without giving memory back. Afterwards it behaves exactly as
 * after sim_fel_init. */
void sim_fel_reset(struct sim_fel *self);

/* Tells where the entities of most events are: [row_size] bytes each, from [rows] on,
 * to be fetched from memory before their events come. For speed only: an event may be
 * about something else, and nothing is read. */
void sim_fel_set_rows(struct sim_fel *self, const void *rows, uint32_t row_size);

/* Adds [event] with [priority] (below SIM_FEL_PRIORITY_COUNT). Equal times run
 * by priority, then in the order of insertion. [id] may be NULL.
 * SIM_ERR_DOMAIN: time negative or not below 2^59, or priority out of range.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_fel_push(struct sim_fel *self,
                                            struct sim_fel_event event,
                                            uint32_t priority, sim_event_id *id);

/* Removes the first event into [event]; false when none is pending. */
bool sim_fel_pop(struct sim_fel *self, struct sim_fel_event *event);

/* The same, but false, and nothing is removed, when it is later than [until]. */
bool sim_fel_pop_until(struct sim_fel *self, sim_time until,
                       struct sim_fel_event *event);

/* The time of the first pending event, SIM_TIME_NEVER when there is none. */
sim_time sim_fel_next_time(struct sim_fel *self);

/* Removes the event named by [id]. False, and nothing happens, when [id] is
 * SIM_EVENT_NONE or stale. */
bool sim_fel_cancel(struct sim_fel *self, sim_event_id id);

/* The pending event named by [id]; at SIM_TIME_NEVER when it is stale. */
struct sim_fel_event sim_fel_look(const struct sim_fel *self, sim_event_id id);

/* Whether [id] names a pending event. */
bool sim_fel_is_pending(const struct sim_fel *self, sim_event_id id);

/* Walks the whole list: run, heap, days, free list. SIM_ERR_INVARIANT. */
SIM_MUST_CHECK enum sim_status sim_fel_verify(const struct sim_fel *self);

#endif
