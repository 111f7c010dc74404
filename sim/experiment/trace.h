/* sim/experiment/trace.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Following single entities through a replication: what a model offers for it. The
 * replication is run whole, as ever; following must not change it. What happens to who
 * is followed is kept by the instance, one entry at a time, until the next reset.
 */
#ifndef SIM_EXPERIMENT_TRACE_H
#define SIM_EXPERIMENT_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sim/engine/calendar.h"
#include "sim/status.h"

/* A column of the file of entries, besides those that every model has. */
struct sim_trace_column {
    const char *name;
    const char *unit;       /* Dutch */
    const char *definition; /* Dutch */
};

/* What can happen: the key in files, and the sentence with its gaps as {gap}. */
struct sim_trace_kind {
    const char *key;
    const char *sentence;
};

struct sim_trace_entry {
    sim_time time;
    uint64_t id;      /* of the entity */
    const char *kind; /* key in files */
};

/* What stands in one column: a text, or else a number; NAN: nothing. */
struct sim_trace_cell {
    const char *text; /* borrowed from the instance; NULL: the number */
    double number;
};

/* Room for what is written for people, cut off when longer. */
#define SIM_TRACE_NAME_SIZE 768
#define SIM_TRACE_SENTENCE_SIZE 1536

struct sim_trace {
    const char *noun, *plural; /* Dutch; the noun is also the option and the column */
    const char *name_help;     /* Dutch: how the name of an entity looks */
    const char *name_example;
    const char *note; /* Dutch: stands above everything that is shown */
    const struct sim_trace_column *columns; /* [column_count] */
    int column_count;
    const struct sim_trace_kind *kinds; /* [kind_count] */
    int kind_count;

    /* The name of an entity as people write it, to and fro. [read]: false when nobody
     * in this scenario can have that name. [size]: at least SIM_TRACE_NAME_SIZE. */
    bool (*read_name)(const void *self, const char *name, uint64_t *id);
    void (*write_name)(const void *self, uint64_t id, char *name, size_t size);

    /* From the next reset on follows the [count] entities [ids] (copied), and of all
     * others [share]: the same ones in every scenario and replication.
     * SIM_ERR_NO_MEMORY. */
    enum sim_status (*follow)(void *self, double share, const uint64_t *ids, int count);

    /* How many entries there are, in the order in which they happened.
     * SIM_ERR_NO_MEMORY: some could not be kept. */
    enum sim_status (*count)(const void *self, uint32_t *count);
    struct sim_trace_entry (*entry)(const void *self, uint32_t index);
    struct sim_trace_cell (*cell)(const void *self, uint32_t index, int column);
    /* Who this is about, in a few Dutch words, as known at that entry; may be empty.
     * [size]: at least SIM_TRACE_SENTENCE_SIZE. */
    void (*write_about)(const void *self, uint32_t index, char *text, size_t size);
    /* What happened, as the rest of a Dutch sentence with the entity as its subject.
     * [size]: at least SIM_TRACE_SENTENCE_SIZE. */
    void (*write_sentence)(const void *self, uint32_t index, char *text, size_t size);
    struct sim_date (*origin)(const void *self); /* the day that begins at time 0 */
};

#endif
