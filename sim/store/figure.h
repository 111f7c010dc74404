/* sim/store/figure.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figures of a model, drawn by gnuplot from what an experiment yielded. Every
 * figure NAME leaves in <folder>/figuren: NAME.tsv (data and texts), NAME.gp (its
 * script, so that anyone can redraw it: cd figuren && gnuplot -d NAME.gp), NAME.svg,
 * NAME.png and NAME.txt (title, caption and a text alternative from the same numbers).
 *
 * gnuplot can run commands that stand in its input. Therefore scripts are fixed files
 * without any text of a scenario in them; such text travels in the .tsv only, where it
 * is read as a field and never as a command.
 */
#ifndef SIM_STORE_FIGURE_H
#define SIM_STORE_FIGURE_H

#include <stddef.h>

#include "sim/experiment/experiment.h"
#include "sim/scenario/scenario.h"
#include "sim/status.h"

/* What fits in a figure; what does not is left out and the figure says so. */
#define SIM_FIGURE_SCENARIO_MAX 6
#define SIM_FIGURE_PANEL_MAX 12

/* Draws the figures of results->model into a new folder figuren of [folder], which
 * exists; [scenarios] has one entry for each of results->scenarios. A figure that fails
 * does not stop the others; the status and [message] (Dutch, for the user) are of the
 * first that failed, where an error of the disk goes before one of gnuplot.
 * SIM_ERR_HELPER: gnuplot or a script is missing, or gnuplot failed, took over a
 * minute or drew nothing, or the model has no such figure; all other files are whole.
 * SIM_ERR_IO: a file cannot be written. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
sim_figures_draw(const struct sim_results *results,
                 const struct sim_scenario *const *scenarios, const char *folder,
                 char *message, size_t message_size);

#endif
