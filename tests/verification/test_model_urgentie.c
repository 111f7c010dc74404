/* tests/verification/test_model_urgentie.c - SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/uitkomst/measure.h"
#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

/* The scenario mmc.cfg, ten times as fast (see test_model_queue.c): six medewerkers who
 * each support one inwoner for 3 days in the mean, 1.7 aanmeldingen a day, of which 30%
 * is urgent. */
#define C 6
#define STAY_DAYS 3.0
#define PER_DAY 1.7
#define URGENT 0.3
#define YEAR_COUNT 12
#define WARM_UP_YEARS 2
#define REPLICATION_COUNT 30

/* Erlang C: the chance to wait, from the recursion of Erlang B. */
static double wait_chance(double load)
{
    double b = 1;
    for (int k = 1; k <= C; k++) {
        b = load * b / (k + load * b);
    }
    return b / (1 - load / C * (1 - b));
}

/* The mean wait of who started after the warm-up and was urgent, and of the others. */
static void mean_waits(const struct model_run *run, double mean[2])
{
    struct wmo_tel tel = model_run_sum(run, 1, WARM_UP_YEARS, YEAR_COUNT - 1);
    struct wmo_sum sum = {.tel = &tel, .seconds = 1};
    mean[0] = wmo_measure_value(WMO_MEASURE_WACHTTIJD_URGENT, &sum);
    mean[1] = wmo_measure_value(WMO_MEASURE_WACHTTIJD_NORMAAL, &sum);
}

/* How many wait, of who is urgent and of the others, every day from the warm-up on. */
static void count_waiting(struct model_run *run, double mean[2])
{
    int64_t sum[2] = {0, 0};
    int first = (int)(365.25 * WARM_UP_YEARS), last = (int)(365.25 * YEAR_COUNT) - 1;
    for (int day = first; day < last; day++) {
        model_run_until_day(run, day);
        const struct wmo_inwoners *inwoners = &run->gemeente->inwoners;
        for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
            const struct wmo_inwoner *inwoner = &inwoners->rows[row];
            if (inwoner->toestand == WMO_TOESTAND_WACHT) {
                sum[inwoner->urgentie]++;
            }
        }
    }
    for (int k = 0; k < 2; k++) {
        mean[k] = (double)sum[k] / (last - first);
    }
}

static void assert_zero(const struct sim_tally *deviation)
{
    assert_true(fabs(sim_tally_mean(deviation)) <=
                4 * sim_tally_standard_error(deviation));
}

/* Cobham (1954), "Priority assignment in waiting line problems", for classes with equal
 * exponential service: with W0 the wait of who finds all busy, the urgent wait W0 / (1
 * - r1) and the others W0 / ((1 - r1) (1 - r)); and as many wait as Little's law says.
 */
static void test_urgent_and_other_waits_are_those_of_cobham(void **state)
{
    (void)state;
    double load = PER_DAY * STAY_DAYS;
    double r = load / C, r1 = URGENT * r;
    double all_busy = wait_chance(load) * STAY_DAYS / C;
    double theory[2] = {URGENT * PER_DAY * all_busy / (1 - r1),
                        (1 - URGENT) * PER_DAY * all_busy / ((1 - r1) * (1 - r))};
    struct sim_tally deviation[2], waits[2];
    for (int k = 0; k < 2; k++) {
        sim_tally_reset(&deviation[k]);
        sim_tally_reset(&waits[k]);
    }
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MMC,
                   MODEL_RUN_SET("periode.einde=2011-12-31",
                                 "zorgvormen.zorg.verblijfsduur.gemiddelde=3.0",
                                 "zorgvormen.zorg.instroom=620.925",
                                 "plaatsing.volgorde=urgentie",
                                 "urgentie.aandeel=0.3"));
    for (uint32_t i = 0; i < REPLICATION_COUNT; i++) {
        double mean[2];
        model_run_begin(&run, 11, i);
        count_waiting(&run, mean);
        for (int k = 0; k < 2; k++) {
            sim_tally_add(&deviation[k], mean[k] - theory[k]);
        }
        mean_waits(&run, mean);
        for (int k = 0; k < 2; k++) {
            double per_day = PER_DAY * (k == 0 ? URGENT : 1 - URGENT);
            sim_tally_add(&waits[k], mean[k] - theory[k] / per_day);
        }
    }
    model_run_close(&run);
    for (int k = 0; k < 2; k++) {
        assert_zero(&deviation[k]);
        assert_zero(&waits[k]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_urgent_and_other_waits_are_those_of_cobham),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("model_urgentie", tests, NULL, NULL);
}
