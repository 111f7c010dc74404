/* sim/experiment/model.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a model shows to the rest of sim/: a const struct of tables and functions.
 * Everything that runs, compares, stores and draws works through this, so it works
 * for any model.
 */
#ifndef SIM_EXPERIMENT_MODEL_H
#define SIM_EXPERIMENT_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/engine.h"
#include "sim/experiment/plan.h"
#include "sim/experiment/trace.h"
#include "sim/scenario/scenario.h"

enum sim_better { SIM_BETTER_NEUTRAL, SIM_BETTER_LOWER, SIM_BETTER_HIGHER };

/* A measure: one kind of outcome. */
struct sim_measure {
    const char *name;  /* key in files, e.g. "rijlengte" */
    const char *unit;  /* Dutch */
    const char *title; /* Dutch, as it stands in a sentence or above a figure */
    int decimals;      /* in tables for people */
    enum sim_better better;
    bool headline;          /* shown in the summary and in sentences of a comparison */
    const char *norm_path;  /* parameter that holds the norm for it, or NULL */
    const char *definition; /* Dutch: what is counted, when, who is left out */
    const char *group;      /* Dutch: the heading it belongs under, e.g. "wachten" */
};

#define SIM_DIMENSION_MAX 6

/* The key of the label that sums over a dimension. */
#define SIM_LABEL_TOTAL "totaal"

struct sim_label {
    const char *key;   /* in files */
    const char *title; /* for people */
};

/* The values of one dimension in one scenario. */
struct sim_dimension {
    const char *name;               /* column name, e.g. "jaar" */
    const struct sim_label *labels; /* [label_count] */
    int label_count;
};

/* One number a replication yields: a measure at one label of every dimension. */
struct sim_cell {
    int16_t measure;
    int16_t label[SIM_DIMENSION_MAX];
};

/* What a replication of one scenario yields; owned by the model instance. Every
 * scenario of a model has the same dimensions in the same order; their labels may
 * differ. */
struct sim_layout {
    const struct sim_dimension *dimensions; /* [dimension_count] */
    int dimension_count;
    const struct sim_cell *cells; /* [cell_count], in the order of the rows of files */
    int cell_count;
};

/* A level that can be followed while a replication runs, to see whether it settles. */
struct sim_level {
    const char *name;  /* key in files, e.g. "rij.balie" */
    const char *unit;  /* Dutch */
    const char *title; /* Dutch, as it stands above a panel of a figure */
};

struct sim_levels {
    const struct sim_level *items; /* [count] */
    int count;
};

/* A figure: a script in scripts/ and the rows it draws. Along x runs the first
 * dimension; one panel per label of [panel_dimension], every other dimension
 * summed over; one line per scenario and measure. */
struct sim_figure {
    const char *name;        /* file name without suffix, e.g. "rijlengte" */
    const char *script;      /* file in scripts/ */
    const char *measures[2]; /* second may be NULL */
    const char *panel_dimension;
    const char *panel_keys; /* "a|b|c" in that order; NULL: all but those summed over */
    /* Fixed label of one more dimension (e.g. "soort=dringend"), or NULL. */
    const char *where;
    const char *title;   /* Dutch: what one sees */
    const char *caption; /* Dutch: how to read it */
};

struct sim_model {
    const char *program; /* name of the executable */
    const char *version;
    const char *summary; /* one Dutch sentence */
    const struct sim_registry *registry;
    const struct sim_measure *measures;
    int measure_count;
    /* Headline measures are shown for each label of this dimension, all others summed
     * over. */
    const char *headline_dimension;
    const char *const *default_scenarios; /* NULL-terminated; shown in --help */
    const struct sim_figure *figures;
    int figure_count;
    const char *warmup_note; /* Dutch: which scenarios need no warm-up; or NULL */

    /* Checks what the registry cannot express; adds faults. Called once, after load. */
    void (*check)(const struct sim_scenario *scenario, struct sim_faults *faults);

    /* An instance for [scenario], which outlives it. Instances share nothing, so each
     * thread has its own. */
    enum sim_status (*create)(const struct sim_scenario *scenario, void **self);
    void (*destroy)(void *self); /* NULL allowed */
    const struct sim_layout *(*layout)(const void *self);
    struct sim_engine *(*engine)(void *self);
    sim_time (*end)(const void *self); /* the run covers 0 up to this */

    /* Back to time 0 of [replication]; nothing allocated. */
    enum sim_status (*reset)(void *self, uint64_t seed, uint32_t replication);
    /* Fills the initial state and schedules the first events. */
    enum sim_status (*start)(void *self);
    /* Checks conservation; SIM_ERR_INVARIANT. At the end of the run and, when
     * [verify_size] (not NULL) says how much that looks at, in debug builds also while
     * it runs: see sim_engine_run_watched. */
    enum sim_status (*verify)(const void *self);
    uint64_t (*verify_size)(const void *self);
    /* At the end of the run, after which the instance must be reset: one value per
     * cell of the layout; NAN where there is nothing to speak of. */
    void (*summarise)(void *self, double *values);

    /* Levels to follow, owned by the instance, and the present value of each. Looking
     * changes nothing. Both NULL: none. */
    const struct sim_levels *(*levels)(const void *self);
    void (*observe)(const void *self, double *values);

    /* What follows from a scenario before it is run, see sim/experiment/plan.h. NULL:
     * nothing is listed. */
    const struct sim_plan *plan;

    /* Following single entities, see sim/experiment/trace.h. NULL: cannot be done. */
    const struct sim_trace *trace;
};

#endif
