/* sim/engine/fel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The future event list: pending events ordered by (time, priority, insertion).
 * A calendar queue (Brown 1988, CACM 31(10)) of unsorted days, with a heap for the
 * events of the days that were opened, as the bottom of a ladder queue (Tang, Goh and
 * Thng 2005, ACM TOMACS 15(3)). Time is divided into days of a power of two ticks; day
 * d is a doubly linked list that it shares with day d + the number of days, a year
 * later. When the heap is empty the next day is opened: its events go to the heap, a
 * few mostly. The length of a day follows the number of days opened per event taken,
 * and a new lay-out comes only after as much other work, so that a hold is O(1) for the
 * common distributions and O(log n) for any, such as when all events are at one
 * instant. A cancelled event leaves its day in O(1) and the heap in O(log n). A slot
 * does not move, so a handle survives; the order never depends on addresses or on the
 * lay-out.
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
struct sim_fel_slot; /* private: a pending event, in a day or in the heap */

struct sim_fel {
    struct sim_fel_key *keys;   /* [capacity] owned; the heap */
    struct sim_fel_slot *slots; /* [capacity + 1] owned; with a free list */
    uint32_t *days;             /* [at least 2 x capacity] owned; first slot of a day */
    uint32_t key_count;         /* events in the heap */
    uint32_t live_count;        /* events pending */
    uint32_t capacity;          /* pending events that fit without growing */
    uint32_t free_slot;
    uint32_t next_sequence; /* pending events are renumbered when it is used up */
    uint32_t day_shift;     /* a day is 2^day_shift ticks */
    uint32_t day_mask;      /* days in a year - 1 */
    uint32_t ahead;         /* slot fetched from memory last; a hint */
    uint64_t ahead_day;     /* where that was */
    uint64_t day;           /* first day that is not open; counted from time 0 */
    uint64_t day_at_start;  /* of the effort */
    int64_t effort;         /* days opened and events taken between two looks at the */
    int64_t effort_left;    /* length of a day */
};

/* Prepares an empty list with room for [capacity] pending events; it grows by
 * doubling beyond that. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_fel_init(struct sim_fel *self, uint32_t capacity);

/* Frees the inside. Accepts a zeroed struct, and may be called twice. */
void sim_fel_free(struct sim_fel *self);

/* Empties the list without giving memory back. Afterwards it behaves exactly as
 * after sim_fel_init. */
void sim_fel_reset(struct sim_fel *self);

/* Adds [event] with [priority] (below SIM_FEL_PRIORITY_COUNT). Equal times run
 * by priority, then in the order of insertion. [id] may be NULL.
 * SIM_ERR_DOMAIN: time negative or not below 2^59, or priority out of range.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_fel_push(struct sim_fel *self,
                                            struct sim_fel_event event,
                                            uint32_t priority, sim_event_id *id);

/* Removes the first event into [event]; false when none is pending. */
bool sim_fel_pop(struct sim_fel *self, struct sim_fel_event *event);

/* The time of the first pending event, SIM_TIME_NEVER when there is none. */
sim_time sim_fel_next_time(struct sim_fel *self);

/* Removes the event named by [id]. False, and nothing happens, when [id] is
 * SIM_EVENT_NONE or stale. */
bool sim_fel_cancel(struct sim_fel *self, sim_event_id id);

/* The pending event named by [id]; at SIM_TIME_NEVER when it is stale. */
struct sim_fel_event sim_fel_look(const struct sim_fel *self, sim_event_id id);

/* Whether [id] names a pending event. */
bool sim_fel_is_pending(const struct sim_fel *self, sim_event_id id);

/* Walks the whole list: heap order, days, free list. SIM_ERR_INVARIANT. */
SIM_MUST_CHECK enum sim_status sim_fel_verify(const struct sim_fel *self);

#endif
