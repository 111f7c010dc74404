/* sim/cli/options.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `run`, `compare` and `warmup` can be told.
 */
#ifndef SIM_CLI_OPTIONS_H
#define SIM_CLI_OPTIONS_H

#include "sim/cli/command.h"
#include "sim/experiment/experiment.h"

/* Replications at most with --half-width, unless --max-replications says otherwise. */
#define SIM_TARGET_REPLICATIONS 1000

/* A precision that was asked for; see sim/cli/target.h. */
struct sim_target {
    double half_width; /* 0: none was */
    bool is_relative;  /* a part of the mean */
    const char *measure;
    uint32_t max_replications; /* 0: not given */
};

/* The texts are borrowed from the command line. */
struct sim_options {
    const struct sim_model *model;
    uint32_t replications; /* with a target: at most */
    struct sim_target target;
    double interval_days; /* of warmup: between two looks at the levels */
    int window;           /* of warmup: of the moving average; 0: chosen by itself */
    uint64_t seed;
    int threads;
    const char **settings; /* [setting_count] owned; "pad=waarde" */
    int setting_count;
    char *output; /* owned; without '/' at the end; NULL: where it goes by default */
    double keep_seconds; /* between two moments at which is kept how far it is */
    bool is_quiet;
    bool draws_figures;
    const char *scenarios[SIM_SCENARIO_MAX]; /* [scenario_count] paths */
    int scenario_count;
    const char *break_even; /* of compare: "pad" or "pad=laag:hoog"; may be NULL */
    bool explains;          /* of compare: what makes the difference */
    const char *vary; /* in which scenario: its path, or SIM_OPTIONS_ALL; may be NULL */
    const char *base; /* of compare: the path of the one that goes first; may be NULL */
    bool shows_help;  /* has been printed; nothing more is to be done */
};

/* What --vary takes for every scenario at once. */
#define SIM_OPTIONS_ALL "alle"

/* How they differ. */
struct sim_options_kind {
    enum { SIM_OPTIONS_RUN, SIM_OPTIONS_COMPARE, SIM_OPTIONS_WARMUP } command;
    const char *arguments; /* as in "SCENARIO" */
    const char *summary;
    const char *examples;
    int minimum_scenarios, maximum_scenarios;
};

/* Options that other commands have as well, for their tables: these give what they read
 * to sim_options_take. Keys of their own begin at SIM_OPTIONS_KEY_OWN. */
enum { SIM_OPTIONS_KEY_SEED = 0x200, SIM_OPTIONS_KEY_SET, SIM_OPTIONS_KEY_OWN = 0x300 };

/* clang-format off */
#define SIM_OPTIONS_SEED \
    {"seed", SIM_OPTIONS_KEY_SEED, "N", 0, \
     "begin van de toevalsgetallen (standaard 1); dezelfde seed geeft\n" \
     "dezelfde uitkomsten", 0}
#define SIM_OPTIONS_SET \
    {"set", SIM_OPTIONS_KEY_SET, "PAD=WAARDE", 0, \
     "geeft een parameter een andere waarde, in elk scenario; mag vaker", 0}
/* clang-format on */

/* What holds when nothing is said. */
void sim_options_init(struct sim_options *self, const struct sim_model *model);

/* Takes one option. SIM_ERR_USAGE: what is wrong with [value] has been printed.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status sim_options_take(struct sim_options *self, int key,
                                                const char *value);

/* Reads the command line of [call]. SIM_ERR_USAGE: what is wrong has been printed.
 * SIM_ERR_NO_MEMORY. The caller frees [self] in every case. */
SIM_MUST_CHECK enum sim_status sim_options_read(struct sim_options *self,
                                                const struct sim_options_kind *kind,
                                                const struct sim_call *call);
void sim_options_free(struct sim_options *self);

#endif
