/* tests/support/model_run.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care model, driven from a test: a scenario file with settings, a gemeente that
 * is stepped day by day, what it counted, and the cells of its results by their keys.
 * Every function fails the test when something goes wrong on the way.
 */
#ifndef TESTS_SUPPORT_MODEL_RUN_H
#define TESTS_SUPPORT_MODEL_RUN_H

#include "models/gemeente/gemeente.h"
#include "sim/experiment/experiment.h"

/* Scenarios to start from; tests run in the root of the project. */
#define MODEL_RUN_MINI "tests/scenario/model/mini.cfg"
#define MODEL_RUN_MMC "tests/scenario/model/mmc.cfg"
#define MODEL_RUN_STAD "tests/scenario/model/stad.cfg"

/* Settings "pad=waarde" for the functions below. */
#define MODEL_RUN_SET(...) ((const char *const[]){__VA_ARGS__, NULL})

struct model_run {
    struct sim_scenario *scenario;
    struct wmo_gemeente *gemeente;
};

/* Reads [path] with [settings] (NULL-terminated; NULL: none), which must be free of
 * faults. The caller destroys it. */
struct sim_scenario *model_run_load(const char *path, const char *const *settings);

/* Hands over the path of every shipped scenario that can be run: all but each
 * basis.cfg, which has no aanbieders yet (scenarios/README.md). */
void model_run_each_shipped(void (*check)(const char *path));

/* Builds the gemeente of [path], at time 0 of replication 0 and not started. */
void model_run_open(struct model_run *self, const char *path,
                    const char *const *settings);
void model_run_close(struct model_run *self);

/* Lets replication [replication] of [seed] begin. */
void model_run_begin(struct model_run *self, uint64_t seed, uint32_t replication);

/* Opens it and lets replication 0 of seed 1 begin; closes it when its books balance. */
void model_run_open_begun(struct model_run *self, const char *path,
                          const char *const *settings);
void model_run_close_verified(struct model_run *self);

/* Runs up to and including [time], or the start of day [day] (0 is the first), and
 * verifies after every event, or of a large model every so many. */
void model_run_until(struct model_run *self, sim_time time);
void model_run_until_day(struct model_run *self, int day);

/* Runs up to the first pending event at or before [end] and handles all of that
 * instant; false when there is none. */
bool model_run_step(struct model_run *self, sim_time end);

/* Runs to the end of the period, verifies, and closes the last year. */
void model_run_finish(struct model_run *self);
sim_time model_run_end(const struct model_run *self);

/* An inwoner of [wijk] comes now, who takes [minutes] a week of [zorgvorm]. */
uint32_t model_run_enter(struct model_run *self, int zorgvorm, int wijk, int minutes);

/* The same, with an urgentie (0: urgent, 1: normal) and a specialisme (0: none). */
uint32_t model_run_enter_who(struct model_run *self, int zorgvorm, int wijk,
                             int minutes, int urgentie, int specialisme);

/* What was counted for [zorgvorm] in the years [first] up to and including [last],
 * counted from the first year of the run. */
struct wmo_tel model_run_sum(const struct model_run *self, int zorgvorm, int first,
                             int last);

/* The keys of a cell; NULL for "totaal". */
struct model_run_keys {
    const char *measure, *jaar, *maand, *wijk, *zorgvorm, *aanbieder, *doelgroep;
};

/* The index of the cell with these keys; -1 when there is none. */
int model_run_find(const struct sim_layout *layout, const struct model_run_keys *keys);
int model_run_find_cell(const struct sim_layout *layout, const char *measure,
                        const char *jaar, const char *wijk, const char *zorgvorm,
                        const char *aanbieder);

/* The same, which must exist. */
int model_run_cell(const struct sim_layout *layout, const char *measure,
                   const char *jaar, const char *wijk, const char *zorgvorm,
                   const char *aanbieder);

/* [text] is what is wrong with [path] under [settings], and all. */
void model_run_assert_fault(const char *path, const char *const *settings,
                            const char *text);

/* Every value of [path] is the same, to the bit, [with] settings as [without]: in two
 * replications. */
void model_run_assert_same(const char *path, const char *const *without,
                           const char *const *with);

/* Runs replications of [scenarios]; free [results] with sim_results_free. */
void model_run_experiment(struct sim_scenario *const *scenarios, int scenario_count,
                          uint64_t seed, uint32_t replications, int threads,
                          struct sim_results *results);

/* The same for two files. */
void model_run_assert_same_files(const char *path, const char *neutral);

/* [count] of [whole] can be a draw from a binomial distribution with chance [p]: it is
 * within four standard deviations, where [whole] is at least 200. */
void model_run_assert_share(int64_t count, int64_t whole, double p);

#endif
