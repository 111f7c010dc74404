/* sim/experiment/break_even.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At which value of a parameter a difference turns from negative to positive or back.
 *
 * The difference at a value is the mean of paired differences over replications that
 * are the same at every value (common random numbers), so that its sample mean is one
 * function of the value, whose root is found by evaluating it at ever closer values
 * (sample average approximation; Kim, Pasupathy and Henderson 2015, in Fu (ed.),
 * Handbook of Simulation Optimization, chapter 8). The 95% interval of the root is the
 * set of values at which Student's test at 5% does not tell the difference from 0:
 * inversion of the test, as Fieller (1954, J. R. Stat. Soc. B 16:175-185) does for a
 * ratio. It covers the true root with 95% whatever the shape of the difference; an end
 * of it that lies outside the range that was looked at is unknown.
 *
 * That there is a turn at all is only said where the difference is proven at both
 * sides, with 95% for all values of the first grid together (Bonferroni); or at one
 * side, and then the interval of the root is open at the other.
 */
#ifndef SIM_EXPERIMENT_BREAK_EVEN_H
#define SIM_EXPERIMENT_BREAK_EVEN_H

#include <stdbool.h>

#include "sim/statistics/tally.h"

#define SIM_BREAK_EVEN_GRID 7
#define SIM_BREAK_EVEN_POINT_MAX 128
#define SIM_BREAK_EVEN_BATCH_MAX 12
#define SIM_BREAK_EVEN_TURN_MAX 8

/* The difference at one value. */
struct sim_break_even_point {
    double value;
    struct sim_tally difference;
};

struct sim_break_even {
    double low, high; /* range that is looked at */
    bool is_whole;    /* only whole values exist */
    int round;
    struct sim_break_even_point points[SIM_BREAK_EVEN_POINT_MAX]; /* by value */
    int point_count;
};

/* [low] below [high]; whole numbers when [is_whole]. */
void sim_break_even_init(struct sim_break_even *self, double low, double high,
                         bool is_whole);

/* Which values to evaluate next, each of which must then be added; returns how many.
 * 0: it is known precisely enough, to 1/200 of the range. */
int sim_break_even_next(struct sim_break_even *self,
                        double values[SIM_BREAK_EVEN_BATCH_MAX]);
void sim_break_even_add(struct sim_break_even *self, double value,
                        const struct sim_tally *difference);

/* A value at which the difference turns. */
struct sim_turn {
    double value;
    double low, high; /* 95% interval; NAN: beyond the range */
    int before;       /* -1: negative below it and positive above; 1: the reverse */
};

struct sim_break_even_answer {
    struct sim_turn turns[SIM_BREAK_EVEN_TURN_MAX];
    int turn_count;
    int sign; /* without turns: of the difference, where proven; 0: nowhere */
    /* Without turns: the difference is not proven below the first and above the second
     * of these; NAN: it is. */
    double unclear_below, unclear_above;
};
struct sim_break_even_answer sim_break_even_answer(const struct sim_break_even *self);

#endif
