/* tests/support/toy_model.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A model small enough to read in a minute, for tests of what works for any model: some
 * desks, each with its own customers, waiting line and clerks. Its parameters:
 *
 *   balies.*.naam       the desks; also labels of the results
 *   capaciteit          clerks at each desk
 *   aankomsten_per_dag  at all desks together; exponential
 *   bediening_dagen     mean time at the desk; exponential
 *   dagen               length of the run
 *   mislukt_bij         replication in which the model's check fails (optional)
 *   onderbreek_bij      replication in which the model sends SIGINT (optional)
 *   wacht_bij           replication that takes 20 ms longer (optional)
 *
 * A process with PROEF_STERFT=N in its environment is killed (SIGKILL) when the Nth
 * replication in it begins.
 */
#ifndef TESTS_SUPPORT_TOY_MODEL_H
#define TESTS_SUPPORT_TOY_MODEL_H

#include "sim/experiment/model.h"

/* Measures: wacht (days), klanten (number) and leeg (never has a value). Dimensions:
 * helft (totaal, eerste, tweede: of the run) and balie (totaal and the desks). Levels:
 * bezig (clerks at work; 0 at first) and klanten (who came so far; never settles). */
extern const struct sim_model toy_model;

/* The same with a figure, to be drawn by gnuplot. */
extern const struct sim_model toy_model_with_figure;

#endif
