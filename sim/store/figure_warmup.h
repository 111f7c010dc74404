/* sim/store/figure_warmup.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure of a warm-up check, and what it shows in words: per series the average
 * over replications, Welch's moving average, and where MSER-5 cuts. It leaves the same
 * files as the figures of sim/store/figure.h, called opwarming.
 */
#ifndef SIM_STORE_FIGURE_WARMUP_H
#define SIM_STORE_FIGURE_WARMUP_H

#include <stdio.h>

#include "sim/store/study.h"

/* What fits; what does not is left out and the figure says so. */
#define SIM_FIGURE_SERIES_MAX 24

/* Draws it for study->warmup into a new folder figuren of [folder], which exists.
 * Status and [message] as for sim_figures_draw. */
SIM_MUST_CHECK enum sim_status sim_figure_warmup_draw(const struct sim_study *study,
                                                      const char *folder, char *message,
                                                      size_t message_size);

/* Writes the day of observation [index], for people. */
void sim_figure_warmup_write_day(const struct sim_warmup *self, int index, FILE *out);

/* Writes a Dutch sentence about series [index], with a line end. */
void sim_figure_warmup_write_sentence(const struct sim_warmup *warmup, int index,
                                      FILE *out);

#endif
