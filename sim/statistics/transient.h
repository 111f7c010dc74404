/* sim/statistics/transient.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From when on a series that begins far from its equilibrium can be used. The series
 * is an average over replications, at equal distances in time.
 *
 * To look at: Welch's moving average (1983, The statistical analysis of simulation
 * results; Law and Kelton, Simulation Modeling and Analysis, section 9.5.1). As a
 * number beside it: MSER-5 (White 1997, An effective truncation heuristic for bias
 * reduction in simulation output, Simulation 69:323-334; batches of five: White, Cobb
 * and Spratt 2000), applied to an average over replications as by Hoad, Robinson and
 * Davies (2010, J. Oper. Res. Soc. 61:1389-1403). It is a rule of thumb.
 */
#ifndef SIM_STATISTICS_TRANSIENT_H
#define SIM_STATISTICS_TRANSIENT_H

/* Fewer observations are not judged: MSER-5 needs ten batches to have a choice. */
#define SIM_TRANSIENT_COUNT_MIN 50

/* The widest window for [count] observations: a quarter, as Law and Kelton advise. */
int sim_transient_window_max(int count);

/* Welch's moving average in [out]: the mean of an observation and [window] on either
 * side, of fewer at the begin, where fewer stand before it; NAN in the last [window]
 * places. */
void sim_transient_smooth(const double *values, int count, int window, double *out);

/* The smallest window, from 1 up to the widest, with which the moving average looks
 * smooth: in the second half of the picture, where it should be level, the line goes up
 * and down by no more in all than the height of the picture. The widest when none is.
 * [scratch] has room for [count]. */
int sim_transient_window(const double *values, int count, double *scratch);

/* MSER-5: the number of observations to leave out, a multiple of five. Of all points at
 * which the series can be cut, the one that gives the mean of the rest the least
 * standard error, found from means of five. -1: that point lies past the middle, so the
 * series is too short or has no equilibrium. The last five batches are no choice: a few
 * that lie close together by chance would always win. */
int sim_transient_end(const double *values, int count);

#endif
