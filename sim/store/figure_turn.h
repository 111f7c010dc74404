/* sim/store/figure_turn.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The figure of what --break-even found: the difference against the value of the
 * parameter with its 95% interval, and where it turns with the interval of that. It
 * leaves the same files as the figures of sim/store/figure.h, called omslag.
 */
#ifndef SIM_STORE_FIGURE_TURN_H
#define SIM_STORE_FIGURE_TURN_H

#include "sim/store/study.h"

#define SIM_FIGURE_TURN_TITLE "Omslag: het verschil bij andere waarden van de parameter"

/* Draws it for study->break_even, of which at least two values were evaluated, into
 * figuren of [folder], which is made when it is not there. Status and [message] as for
 * sim_figures_draw. */
SIM_MUST_CHECK enum sim_status sim_figure_turn_draw(const struct sim_study *study,
                                                    const char *folder, char *message,
                                                    size_t message_size);

#endif
