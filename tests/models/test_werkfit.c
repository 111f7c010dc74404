/* tests/models/test_werkfit.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "tests/support/model_run.h"

/* See the file: four of ten who are referred to zorg have 6 hours, the others 2. */
#define BEWEGING "tests/scenario/model/beweging.cfg"
#define BUURTTEAM 0
#define ZORG 1
#define YEARS 4
#define STAY "beweging.naar_buurtteam.aandeel=0.0", "periode.einde=\"2023-12-31\""
#define WERKFIT                                                                  \
    STAY, "beweging.werkfit.aandeel=0.25", "beweging.werkfit.aandeel_zwaar=0.4", \
        "beweging.werkfit.start=\"2022-01-01\""

struct outcome {
    struct wmo_tel buurtteam, zorg;
};

static struct outcome run_years(const char *const *settings, int first, int last)
{
    struct model_run run;
    model_run_open(&run, BEWEGING, settings);
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct outcome outcome = {model_run_sum(&run, BUURTTEAM, first, last),
                              model_run_sum(&run, ZORG, first, last)};
    model_run_close(&run);
    return outcome;
}

static void test_a_quarter_of_the_heavy_goes_to_the_participatiewet(void **state)
{
    (void)state;
    struct outcome without = run_years(MODEL_RUN_SET(STAY), 2, YEARS - 1);
    struct outcome with = run_years(MODEL_RUN_SET(WERKFIT), 2, YEARS - 1);
    double n = (double)without.zorg.aangemeld, p = 0.25 * 0.4;
    double moved = (double)with.buurtteam.werkfit;
    assert_true(fabs(moved - n * p) <= 4 * sqrt(n * p * (1 - p)));
    assert_int_equal(with.zorg.aangemeld + with.buurtteam.werkfit,
                     without.zorg.aangemeld);
    assert_int_equal(with.buurtteam.uitstroom, without.buurtteam.uitstroom);
    assert_int_equal(run_years(MODEL_RUN_SET(WERKFIT), 0, 1).buurtteam.werkfit, 0);
}

/* Each who goes would have had 360 minutes, and nobody with 120 goes. */
static void test_only_who_has_the_most_hours_goes(void **state)
{
    (void)state;
    struct outcome without = run_years(MODEL_RUN_SET(STAY), 0, YEARS - 1);
    struct outcome with = run_years(MODEL_RUN_SET(WERKFIT), 0, YEARS - 1);
    double less =
        (double)(without.zorg.gebruikt_area - with.zorg.gebruikt_area) / SIM_DAY;
    double all = 5.0 * 360 * (double)with.buurtteam.werkfit;
    /* Who would have been in care at the end had not had all of it. */
    double in_care = 2000 / 365.25 * 5 * 0.25 * 0.4;
    assert_true(less <= all);
    assert_true(all - less <= (in_care + 4 * sqrt(in_care)) * 5 * 360);
}

static void test_who_are_the_heavy_follows_from_the_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, BEWEGING, MODEL_RUN_SET(WERKFIT));
    const struct wmo_landschap *l = &run.gemeente->landschap;
    const struct sim_dist *uren = &l->zorgvormen.items[ZORG].uren_per_week;
    assert_true(wmo_werkfit_is_zwaar(&l->werkfit, 6, uren));
    assert_false(wmo_werkfit_is_zwaar(&l->werkfit, 2, uren));
    model_run_close(&run);
}

static void test_more_success_lets_more_go(void **state)
{
    (void)state;
    static const char *const slaagt[] = {"beweging.werkfit.slaagt=0.2",
                                         "beweging.werkfit.slaagt=0.6",
                                         "beweging.werkfit.slaagt=1.0"};
    int64_t before = 0;
    for (int i = 0; i < 3; i++) {
        int64_t now = run_years(MODEL_RUN_SET(WERKFIT, slaagt[i]), 0, YEARS - 1)
                          .buurtteam.werkfit;
        assert_true(now > before);
        before = now;
    }
}

static void test_nobody_werkfit_changes_nothing(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("beweging.werkfit.aandeel=0.0",
                                        "beweging.werkfit.aandeel_zwaar=0.5"));
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("beweging.werkfit.aandeel=0.5", "beweging.werkfit.slaagt=0.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_quarter_of_the_heavy_goes_to_the_participatiewet),
        cmocka_unit_test(test_only_who_has_the_most_hours_goes),
        cmocka_unit_test(test_who_are_the_heavy_follows_from_the_hours),
        cmocka_unit_test(test_more_success_lets_more_go),
        cmocka_unit_test(test_nobody_werkfit_changes_nothing),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("werkfit", tests, NULL, NULL);
}
