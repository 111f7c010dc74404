/* tests/models/test_uitstroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/zorg/uitstroom.h"
#include "tests/support/model_run.h"

#define BUURTTEAM 0
#define ZORG 1
#define DRAWS 40000

/* Two branches of stay, of 90 and 400 days, and reasons of 0.1, 0.2, 0.15 and 0.05 a
 * year: together 0.5, below the 0.91 that the longest branch has room for. */
#define STAY                                                         \
    "zorgvormen.zorg.verblijfsduur={ vorm = \"hyperexponentieel\"; " \
    "kansen = [0.75, 0.25]; gemiddelden = [90.0, 400.0]; }"
#define REASONS                                                                 \
    "zorgvormen.zorg.naar_wlz=0.1", "zorgvormen.zorg.naar_participatiewet=0.2", \
        "zorgvormen.zorg.verhuizing=0.15", "zorgvormen.zorg.overlijden=0.05"
#define MEAN_STAY (0.75 * 90 + 0.25 * 400)

static const double PER_YEAR[WMO_REDEN_COUNT] = {0, 0.1, 0.2, 0.15, 0.05};

struct sample {
    double days[DRAWS];
    int64_t reden[WMO_REDEN_COUNT];
};

static struct sample *draw_all(const char *const *settings, bool under_way)
{
    struct model_run run;
    struct sample *sample = calloc(1, sizeof *sample);
    assert_non_null(sample);
    model_run_open(&run, MODEL_RUN_MINI, settings);
    for (int i = 0; i < DRAWS; i++) {
        struct wmo_inwoner inwoner = {.id = (uint64_t)i, .terug = -1};
        enum wmo_reden reden;
        sample->days[i] =
            wmo_uitstroom_draw(run.gemeente, &inwoner, ZORG, under_way, &reden);
        sample->reden[reden]++;
    }
    model_run_close(&run);
    return sample;
}

/* P(T <= x): of a stay, and of what is left of one seen half way (each branch weighs by
 * its mean, and goes on as if it began). */
static double cdf(double x, bool under_way)
{
    double first = under_way ? 0.75 * 90 / MEAN_STAY : 0.75;
    return 1 - first * exp(-x / 90) - (1 - first) * exp(-x / 400);
}

/* The share of [sample] below each of some days, against the stated stay. */
static void assert_stated_stay(const struct sample *sample, bool under_way)
{
    static const double at[] = {10, 30, 90, 200, 400, 1000};
    for (int a = 0; a < 6; a++) {
        int below = 0;
        for (int i = 0; i < DRAWS; i++) {
            below += sample->days[i] <= at[a];
        }
        double p = cdf(at[a], under_way);
        assert_true(fabs(below - DRAWS * p) < 4 * sqrt(DRAWS * p * (1 - p)));
    }
}

static void test_the_stated_stay_holds_with_all_reasons_together(void **state)
{
    (void)state;
    for (int under_way = 0; under_way < 2; under_way++) {
        struct sample *sample = draw_all(MODEL_RUN_SET(STAY, REASONS), under_way == 1);
        assert_stated_stay(sample, under_way == 1);
        free(sample);
    }
}

/* A reason of hazard h takes the share h x mean stay: in each branch the stay lasts its
 * mean, whatever ends it. */
static void test_each_reason_takes_its_hazard_times_the_mean_stay(void **state)
{
    (void)state;
    struct sample *sample = draw_all(MODEL_RUN_SET(STAY, REASONS), false);
    double goal = 1;
    for (int r = WMO_REDEN_DOEL + 1; r < WMO_REDEN_COUNT; r++) {
        double p = PER_YEAR[r] / 365.25 * MEAN_STAY;
        goal -= p;
        assert_true(fabs((double)sample->reden[r] - DRAWS * p) <
                    4 * sqrt(DRAWS * p * (1 - p)));
    }
    assert_true(fabs((double)sample->reden[WMO_REDEN_DOEL] - DRAWS * goal) <
                4 * sqrt(DRAWS * goal * (1 - goal)));
    free(sample);
}

/* Who dies does so at the same moment whether or not others move away. */
static void test_a_reason_keeps_its_time_when_another_is_switched_on(void **state)
{
    (void)state;
    struct sample *one = draw_all(
        MODEL_RUN_SET("zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; "
                      "gemiddelde = 400.0; }",
                      "zorgvormen.zorg.overlijden=0.9"),
        false);
    struct sample *two = draw_all(
        MODEL_RUN_SET("zorgvormen.zorg.verblijfsduur={ vorm = \"exponentieel\"; "
                      "gemiddelde = 400.0; }",
                      "zorgvormen.zorg.overlijden=0.9",
                      "zorgvormen.zorg.naar_wlz=0.0001"),
        false);
    int same = 0;
    for (int i = 0; i < DRAWS; i++) {
        same += one->days[i] == two->days[i];
    }
    /* All who die: 0.9 x 400 / 365.25 of them, but for the few who move away first. */
    double p = (0.9 - 0.0001) * 400 / 365.25;
    assert_true(same > DRAWS * p - 4 * sqrt(DRAWS * p * (1 - p)));
    free(one);
    free(two);
}

/* In a run: every uitstroom has one reason, and the shares are as above. */
static void test_every_uitstroom_has_one_reason(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MMC,
                   MODEL_RUN_SET("zorgvormen.zorg.naar_wlz=3.0",
                                 "zorgvormen.zorg.overlijden=1.5"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 59);
    double n = (double)tel.uitstroom;
    assert_true(n > 3000);
    assert_int_equal(tel.doel_bereikt + tel.naar_wlz + tel.overleden, tel.uitstroom);
    double wlz = 3.0 / 365.25 * 30, overlijden = 1.5 / 365.25 * 30;
    assert_true(fabs((double)tel.naar_wlz - n * wlz) < 4 * sqrt(n * wlz * (1 - wlz)));
    assert_true(fabs((double)tel.overleden - n * overlijden) <
                4 * sqrt(n * overlijden * (1 - overlijden)));
    model_run_close(&run);
}

static void test_neutral_values_change_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET(
            "zorgvormen.zorg.naar_wlz=0.0", "zorgvormen.zorg.naar_participatiewet=0.0",
            "zorgvormen.zorg.verhuizing=0.0", "zorgvormen.zorg.overlijden=0.0",
            "zorgvormen.zorg.terugval=0.0", "zorgvormen.zorg.terugval_na=200.0",
            "zorgvormen.zorg.terugval_zwaarder=1.0"));
}

static void test_reasons_must_leave_room_for_the_goal(void **state)
{
    (void)state;
    model_run_assert_fault(
        MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.naar_wlz=0.1"),
        "'zorg' heeft redenen van uitstroom (0.100 per jaar); de verblijfsduur moet "
        "dan exponentieel of hyperexponentieel zijn");
    /* 365.25 / 400 = 0.913 a year in the longest branch. */
    model_run_assert_fault(
        MODEL_RUN_MINI,
        MODEL_RUN_SET(STAY, "zorgvormen.zorg.naar_wlz=0.9",
                      "zorgvormen.zorg.overlijden=0.02"),
        "bij 'zorg' zijn Wlz, Participatiewet, verhuizing, overlijden en einde bij "
        "evaluatie samen 0.920 per jaar; bij deze verblijfsduur, die met alle redenen "
        "samen geldt, moet dat minder zijn dan 0.913");
}

/* --- Terugval, by hand --- */

static void assert_state(struct model_run *run, uint32_t row, int day,
                         enum wmo_toestand toestand, int minutes, unsigned episode)
{
    model_run_until_day(run, day);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
    const struct wmo_inwoner *inwoner = &run->gemeente->inwoners.rows[row];
    assert_int_equal(inwoner->toestand, toestand);
    assert_int_equal(inwoner->minutes, minutes);
    assert_int_equal(wmo_inwoner_episode(inwoner->id), episode);
}

/*  day    5 hours a week for 90 days; then 40 days out of view; then
 *    0    begins
 *   90    goal reached
 *  130    back: onderzoek of 14 days, 1 hour a week, by the buurtteam
 *  144    the same zorgvorm, 20% heavier: 6 hours
 *  234    goal reached again */
static void test_who_comes_back_goes_by_the_buurtteam_to_the_same_zorgvorm(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verwijzing=0.5",
                                 "zorgvormen.zorg.terugval=1.0",
                                 "zorgvormen.zorg.terugval_na=40.0",
                                 "zorgvormen.zorg.terugval_zwaarder=1.2"));
    model_run_begin(&run, 1, 0);
    uint32_t row = model_run_enter(&run, ZORG, 0, 300);
    assert_state(&run, row, 89, WMO_TOESTAND_IN_ZORG, 300, 0);
    assert_state(&run, row, 90, WMO_TOESTAND_UIT_BEELD, 300, 0);
    assert_state(&run, row, 129, WMO_TOESTAND_UIT_BEELD, 300, 0);
    assert_state(&run, row, 130, WMO_TOESTAND_ONDERZOEK, 60, 1);
    assert_state(&run, row, 144, WMO_TOESTAND_IN_ZORG, 360, 1);
    assert_state(&run, row, 233, WMO_TOESTAND_IN_ZORG, 360, 1);
    assert_state(&run, row, 234, WMO_TOESTAND_UIT_BEELD, 360, 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).terugval, 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).uitstroom, 2);
    assert_int_equal(model_run_sum(&run, BUURTTEAM, 0, 0).gestart, 1);
    model_run_close(&run);
}

/* With an access of its own the zorgvorm is entered at once, and only a share of those
 * who reach the goal comes back: with share r every first start is followed by r,
 * r^2, ... more. Twenty years, delay 10 days, room enough. */
static void test_a_share_of_who_reached_the_goal_comes_back(void **state)
{
    (void)state;
    const double r = 0.3;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("periode.einde=2039-12-31",
                                 "begrotingsposten.zorg.bedrag=10000000.0",
                                 "zorgvormen.zorg.instroom=100.0",
                                 "zorgvormen.zorg.terugval=0.3",
                                 "zorgvormen.zorg.terugval_na=10.0"));
    model_run_begin(&run, 3, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
    /* Those who ended in the last ten days are not back yet. */
    double n = (double)tel.uitstroom;
    double late = 100 / (1 - r) * 10 / 365.25;
    assert_true(fabs((double)tel.terugval - n * r) <
                4 * sqrt(n * r * (1 - r)) + late * r + 4);
    assert_true(n > 2000);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_stated_stay_holds_with_all_reasons_together),
        cmocka_unit_test(test_each_reason_takes_its_hazard_times_the_mean_stay),
        cmocka_unit_test(test_a_reason_keeps_its_time_when_another_is_switched_on),
        cmocka_unit_test(test_every_uitstroom_has_one_reason),
        cmocka_unit_test(test_neutral_values_change_no_bit),
        cmocka_unit_test(test_reasons_must_leave_room_for_the_goal),
        cmocka_unit_test(
            test_who_comes_back_goes_by_the_buurtteam_to_the_same_zorgvorm),
        cmocka_unit_test(test_a_share_of_who_reached_the_goal_comes_back),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("uitstroom", tests, NULL, NULL);
}
