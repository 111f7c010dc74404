/* sim/engine/engine.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clock and the event loop. What can happen is a table of event types, each
 * with a handler and a priority among simultaneous events; a model gives the
 * table and itself, the engine gives it time.
 */
#ifndef SIM_ENGINE_ENGINE_H
#define SIM_ENGINE_ENGINE_H

#include "sim/engine/fel.h"

/* The order of simultaneous events, with the reason. */
enum sim_priority {
    SIM_PRIORITY_POLICY = 0,   /* a new year's rules hold for all of that day */
    SIM_PRIORITY_RELEASE = 4,  /* freed capacity is visible to who comes next */
    SIM_PRIORITY_RENEGE = 6,   /* who is served at this instant does not leave */
    SIM_PRIORITY_ARRIVAL = 8,  /* the newcomer sees the state after the releases */
    SIM_PRIORITY_MEASURE = 15, /* measurement sees the finished instant */
};

/* Handles one event for [entity]; a status other than SIM_OK stops the run. */
typedef enum sim_status (*sim_event_handler)(void *model, uint32_t entity);

struct sim_event_type {
    const char *name; /* for traces and messages */
    sim_event_handler handler;
    enum sim_priority priority;
};

struct sim_engine {
    sim_time now;
    uint64_t event_count; /* events handled since the last reset */
    struct sim_fel fel;
    const struct sim_event_type *types; /* [type_count] borrowed */
    uint32_t type_count;
    void *model; /* borrowed; passed to every handler */
};

/* Prepares an engine at time 0 with nothing pending. [types] and [model] must
 * outlive [self]. [fel_capacity]: expected peak of pending events.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_engine_init(struct sim_engine *self,
                                               const struct sim_event_type *types,
                                               uint32_t type_count, void *model,
                                               uint32_t fel_capacity);
void sim_engine_free(struct sim_engine *self);

/* Back to the state just after init, without allocating. */
void sim_engine_reset(struct sim_engine *self);

/* Schedules [type] for [entity] at [time]. [id] may be NULL.
 * SIM_ERR_PAST: [time] lies before now. SIM_ERR_DOMAIN: unknown [type].
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_engine_schedule(struct sim_engine *self,
                                                   sim_time time, uint32_t type,
                                                   uint32_t entity, sim_event_id *id);

/* Cancels the event in [id] if it is still pending, and sets [id] to none. */
void sim_engine_cancel(struct sim_engine *self, sim_event_id *id);

/* Handles every event up to and including [until], then sets the clock to
 * [until]. Stops at the first handler that fails and returns its status.
 * SIM_ERR_PAST: [until] lies before now. */
SIM_MUST_CHECK enum sim_status sim_engine_run(struct sim_engine *self, sim_time until);

/* Looking whether a model is in order while it runs. */
struct sim_engine_watch {
    enum sim_status (*check)(const void *context); /* SIM_OK: it is */
    /* How much [check] looks at, in things about as small as an entity. */
    uint64_t (*size)(const void *context);
    const void *context;
};

/* A model of at most SMALL things is looked at after every event, so that a fault is
 * found at the event that made it; a larger one after every size / SHARE events, so
 * that looking costs at most SMALL, and of a large model SHARE, things per event. */
#define SIM_ENGINE_WATCH_SMALL 1000u
#define SIM_ENGINE_WATCH_SHARE 50u

/* Like sim_engine_run, with [watch]: stops at the first event after which its check
 * fails, which was the last one handled, and returns that status. */
SIM_MUST_CHECK enum sim_status
sim_engine_run_watched(struct sim_engine *self, sim_time until,
                       const struct sim_engine_watch *watch);

#endif
