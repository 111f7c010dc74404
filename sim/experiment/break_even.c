/* sim/experiment/break_even.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/break_even.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "sim/statistics/multiple.h"

#define CONFIDENCE 0.95
#define ROUND_MAX 10
#define PRECISION 200.0 /* parts of the range */

/* What of the difference has a root: its mean, or a limit of its interval. */
enum curve { CURVE_LOW, CURVE_MEAN, CURVE_HIGH };

/* Two neighbours between which a curve has a root. */
struct bracket {
    int left; /* index of the point; the other is the next */
    enum curve curve;
};

void sim_break_even_init(struct sim_break_even *self, double low, double high,
                         bool is_whole)
{
    assert(low < high);
    memset(self, 0, sizeof *self);
    self->low = low;
    self->high = high;
    self->is_whole = is_whole;
}

/* --- One point --- */

static double level(const struct sim_break_even_point *point, enum curve curve)
{
    const struct sim_interval interval =
        sim_tally_interval(&point->difference, CONFIDENCE);
    return curve == CURVE_LOW    ? interval.low
           : curve == CURVE_HIGH ? interval.high
                                 : sim_tally_mean(&point->difference);
}

static int sign_of(double value)
{
    return (value > 0.0) - (value < 0.0);
}

/* The sign of the difference where that is proven with [confidence], else 0. */
static int proven(const struct sim_break_even_point *point, double confidence)
{
    const struct sim_interval interval =
        sim_tally_interval(&point->difference, confidence);
    return (interval.low > 0.0) - (interval.high < 0.0);
}

static int proven_jointly(const struct sim_break_even *self, int index)
{
    return proven(&self->points[index],
                  sim_multiple_confidence(CONFIDENCE, SIM_BREAK_EVEN_GRID));
}

/* --- What lies between proven points --- */

/* The end of what is not proven at the level of one point, seen from proven point
 * [from] in direction [step]: the bracket in which the limit of the interval that faces
 * 0 has its root. */
static struct bracket find_edge(const struct sim_break_even *self, int from, int step)
{
    const int sign = proven_jointly(self, from);
    int at = from;
    while (at + step >= 0 && at + step < self->point_count &&
           proven(&self->points[at + step], CONFIDENCE) == sign) {
        at += step;
    }
    return (struct bracket){step > 0 ? at : at - 1, sign > 0 ? CURVE_LOW : CURVE_HIGH};
}

/* Between [first] and [last]: where the mean first leaves the sign it has at [first].
 */
static struct bracket find_root(const struct sim_break_even *self, int first, int last)
{
    const int sign = sign_of(level(&self->points[first], CURVE_MEAN));
    int at = first;
    while (at + 1 < last && sign_of(level(&self->points[at + 1], CURVE_MEAN)) == sign) {
        at++;
    }
    return (struct bracket){at, CURVE_MEAN};
}

/* The next point from [from] on that is proven; point_count: none. */
static int next_proven(const struct sim_break_even *self, int from)
{
    while (from < self->point_count && proven_jointly(self, from) == 0) {
        from++;
    }
    return from;
}

/* Where the root lies by a straight line between the two points. */
static double part_of(const struct sim_break_even *self, struct bracket bracket)
{
    const double left = level(&self->points[bracket.left], bracket.curve);
    const double right = level(&self->points[bracket.left + 1], bracket.curve);
    const double part = left / (left - right);
    return part >= 0.0 && part <= 1.0 ? part : 0.5;
}

static double root_of(const struct sim_break_even *self, struct bracket bracket)
{
    const double left = self->points[bracket.left].value;
    const double width = self->points[bracket.left + 1].value - left;
    return left + part_of(self, bracket) * width;
}

/* --- The whole --- */

/* What is being found out: the answer and the brackets that it rests on. */
struct finding {
    struct sim_break_even_answer answer;
    struct bracket brackets[3 * SIM_BREAK_EVEN_TURN_MAX + 2];
    int bracket_count;
};

static double note(struct finding *self, const struct sim_break_even *of,
                   struct bracket bracket)
{
    assert(bracket.left >= 0 && bracket.left + 1 < of->point_count);
    self->brackets[self->bracket_count++] = bracket;
    return root_of(of, bracket);
}

/* [first] and [last]: points between which the mean turns; proven or at an end of the
 * range. */
static void note_turn(struct finding *self, const struct sim_break_even *of, int first,
                      int last)
{
    struct sim_break_even_answer *answer = &self->answer;
    if (answer->turn_count == SIM_BREAK_EVEN_TURN_MAX) {
        return;
    }
    struct sim_turn *turn = &answer->turns[answer->turn_count++];
    const int sign = proven_jointly(of, last);
    turn->before = sign != 0 ? -sign : proven_jointly(of, first);
    turn->value = note(self, of, find_root(of, first, last));
    turn->low =
        proven_jointly(of, first) == 0 ? NAN : note(self, of, find_edge(of, first, 1));
    turn->high = sign == 0 ? NAN : note(self, of, find_edge(of, last, -1));
}

/* The part before the first proven point, or behind the last: [end] is the end of the
 * range. */
static void note_end(struct finding *self, const struct sim_break_even *of, int end,
                     int proven_point)
{
    const int sign = proven_jointly(of, proven_point);
    const bool turns = sign_of(level(&of->points[end], CURVE_MEAN)) == -sign;
    const int step = end < proven_point ? -1 : 1;
    double *unclear =
        step < 0 ? &self->answer.unclear_below : &self->answer.unclear_above;
    if (turns) {
        note_turn(self, of, step < 0 ? end : proven_point,
                  step < 0 ? proven_point : end);
    } else if (proven(&of->points[end], CONFIDENCE) == 0) {
        *unclear = note(self, of, find_edge(of, proven_point, step));
    }
}

static struct finding find(const struct sim_break_even *self)
{
    struct finding finding = {.answer = {.unclear_below = NAN, .unclear_above = NAN}};
    int at = next_proven(self, 0);
    if (at == self->point_count) {
        return finding;
    }
    finding.answer.sign = proven_jointly(self, at);
    if (at > 0) {
        note_end(&finding, self, 0, at);
    }
    int next = next_proven(self, at + 1);
    for (; next < self->point_count; next = next_proven(self, next + 1)) {
        if (proven_jointly(self, next) != proven_jointly(self, at)) {
            note_turn(&finding, self, at, next);
        }
        at = next;
    }
    if (at < self->point_count - 1) {
        note_end(&finding, self, self->point_count - 1, at);
    }
    return finding;
}

struct sim_break_even_answer sim_break_even_answer(const struct sim_break_even *self)
{
    return find(self).answer;
}

/* --- Where to look next --- */

static bool is_known(const struct sim_break_even *self, double value,
                     const double *values, int count)
{
    for (int i = 0; i < self->point_count; i++) {
        if (self->points[i].value == value) {
            return true;
        }
    }
    for (int i = 0; i < count; i++) {
        if (values[i] == value) {
            return true;
        }
    }
    return false;
}

static int fill_grid(const struct sim_break_even *self,
                     double values[SIM_BREAK_EVEN_BATCH_MAX])
{
    int count = 0;
    for (int i = 0; i < SIM_BREAK_EVEN_GRID; i++) {
        const double part = (double)i / (SIM_BREAK_EVEN_GRID - 1);
        const double plain = self->low * (1.0 - part) + self->high * part;
        const double value = self->is_whole ? round(plain) : plain;
        if (!is_known(self, value, values, count)) {
            values[count++] = value;
        }
    }
    return count;
}

/* Where the straight line has its root, but not too near an end, and now and then in
 * the middle: a bracket always shrinks. */
static double aim(const struct sim_break_even *self, struct bracket bracket)
{
    const double left = self->points[bracket.left].value;
    const double width = self->points[bracket.left + 1].value - left;
    const double part = self->round % 3 == 0 ? 0.5 : part_of(self, bracket);
    const double value = left + fmin(fmax(part, 0.1), 0.9) * width;
    if (!self->is_whole) {
        return value;
    }
    return fmin(fmax(round(value), left + 1.0), left + fmax(width - 1.0, 1.0));
}

static bool is_wide(const struct sim_break_even *self, struct bracket bracket)
{
    const double width =
        self->points[bracket.left + 1].value - self->points[bracket.left].value;
    return width > (self->high - self->low) / PRECISION &&
           (!self->is_whole || width > 1.0);
}

int sim_break_even_next(struct sim_break_even *self,
                        double values[SIM_BREAK_EVEN_BATCH_MAX])
{
    int count = 0;
    self->round++;
    if (self->point_count == 0) {
        return fill_grid(self, values);
    }
    if (self->round > ROUND_MAX) {
        return 0;
    }
    const struct finding finding = find(self);
    for (int i = 0; i < finding.bracket_count; i++) {
        const bool has_room = count < SIM_BREAK_EVEN_BATCH_MAX &&
                              self->point_count + count < SIM_BREAK_EVEN_POINT_MAX;
        const double value = aim(self, finding.brackets[i]);
        if (has_room && is_wide(self, finding.brackets[i]) &&
            !is_known(self, value, values, count)) {
            values[count++] = value;
        }
    }
    return count;
}

void sim_break_even_add(struct sim_break_even *self, double value,
                        const struct sim_tally *difference)
{
    assert(self->point_count < SIM_BREAK_EVEN_POINT_MAX);
    int at = self->point_count++;
    while (at > 0 && self->points[at - 1].value > value) {
        self->points[at] = self->points[at - 1];
        at--;
    }
    self->points[at] = (struct sim_break_even_point){value, *difference};
}
