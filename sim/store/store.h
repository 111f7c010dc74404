/* sim/store/store.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves a study as a results folder:
 *
 *   run.json                      what was run, with what, and how it ended
 *   resultaten.sqlite             everything below as tables
 *   csv/maten.csv                 outcomes
 *   csv/verschillen.csv           paired differences, of a comparison
 *   csv/rangorde.csv              order of the scenarios for each outcome, and
 *   csv/paren.csv                 the pairs behind it, of a comparison
 *   csv/omslag.csv                at which value of a parameter a difference turns, and
 *   csv/omslag_verloop.csv        what was evaluated for it, when that was asked
 *   csv/verklaring.csv            what makes the difference of two scenarios, when that
 *                                 was asked
 *   csv/definities.csv            what the measures mean
 *   csv/parameters.csv            every value with its source
 *   scenario-1-naam.effectief.cfg the scenario as it was run
 *   figuren/                      see sim/store/figure.h; with a break-even also
 *                                 sim/store/figure_turn.h
 *
 * and of a warm-up check, in place of the database and the other tables and figures:
 *
 *   csv/opwarming.csv             the levels over time
 *   figuren/opwarming.*           see sim/store/figure_warmup.h
 *
 * What was computed is not lost when the folder cannot be written or has come to exist:
 * it is then saved elsewhere, and the message says where.
 */
#ifndef SIM_STORE_STORE_H
#define SIM_STORE_STORE_H

#include "sim/store/study.h"

struct sim_saved {
    char *folder;       /* owned; where the results stand; NULL: nowhere */
    char message[4096]; /* Dutch; what went wrong; "" when nothing did */
};

/* Saves [study] in the new folder [path]. SIM_ERR_HELPER: all is in place but figures,
 * because gnuplot or a script is missing or failed; other errors of drawing likewise.
 * SIM_ERR_EXISTS: [path] has come to exist; the folder beside it is kept. SIM_ERR_IO:
 * writing failed; saved in a new folder in $TMPDIR (or /tmp) when that can be done.
 * SIM_ERR_NO_MEMORY. The caller frees [saved] in every case. */
SIM_MUST_CHECK enum sim_status sim_store_save(const struct sim_study *study,
                                              const char *path, bool draws_figures,
                                              struct sim_saved *saved);
void sim_saved_free(struct sim_saved *self);

#endif
