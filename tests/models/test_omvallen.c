/* tests/models/test_omvallen.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define REPLICATION_COUNT 40

/* mini.cfg with 10 fte, who are 10 medewerkers, for 20 years. */
#define TEN "periode.einde=2039-12-31", "begrotingsposten.zorg.bedrag=1000000.0"
#define FALLS "aanbieders.Aanbieder.omvallen=0.5", "omvallen.verlies=0.3"

static int64_t minutes_now(const struct model_run *run)
{
    int64_t minutes = 0;
    for (int t = 0; t < run->gemeente->teams.count; t++) {
        if (run->gemeente->teams.items[t].zorgvorm == ZORG) {
            minutes += run->gemeente->teams.items[t].staff.total.capacity;
        }
    }
    return minutes;
}

/* Runs until the capacity of zorg is another than it is. */
static void run_to_change(struct model_run *run)
{
    int64_t before = minutes_now(run);
    while (minutes_now(run) == before) {
        assert_true(model_run_step(run, model_run_end(run)));
    }
}

/* At once over, it happens as often as a Poisson process of -ln(1/2) a year, of 20. */
static void test_it_happens_as_often_as_stated(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally deviation;
    sim_tally_reset(&deviation);
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "zorgvormen.zorg.instroom=0.0",
                                 "aanbieders.Aanbieder.aantal=2"));
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        model_run_begin(&run, 11, r);
        model_run_finish(&run);
        double days = sim_time_to_days(model_run_end(&run));
        sim_tally_add(&deviation, (double)model_run_sum(&run, ZORG, 0, 19).omgevallen -
                                      2 * log(2) * days / 365.25);
    }
    assert_true(fabs(sim_tally_mean(&deviation)) <=
                4 * sim_tally_standard_error(&deviation));
    model_run_close(&run);
}

static void test_three_in_ten_are_away_for_half_a_year(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "omvallen.duur=182.0"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(minutes_now(&run), 12000);
        run_to_change(&run);
        assert_int_equal(minutes_now(&run), 8400);
        sim_time since = run.gemeente->engine.now;
        run_to_change(&run);
        assert_true(run.gemeente->engine.now - since == 182 * SIM_DAY);
    }
    model_run_close(&run);
}

/* Of two aanbieders one falls: 5 medewerkers lose 1 or 2, and the other none. */
static void test_one_of_two_hits_its_own_share(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "omvallen.duur=10.0",
                                 "aanbieders.Aanbieder.aantal=2"));
    model_run_begin(&run, 1, 0);
    run_to_change(&run);
    int64_t lost = 12000 - minutes_now(&run);
    assert_true(lost == 1200 || lost == 2400);
    model_run_close(&run);
}

static void test_inwoners_of_who_is_away_are_handed_over(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "omvallen.duur=100.0",
                                 "zorgvormen.zorg.instroom=150.0",
                                 "personeel.overdracht=collega"));
    model_run_begin(&run, 1, 0);
    run_to_change(&run);
    const struct wmo_medewerkers *all = &run.gemeente->medewerkers;
    int away = 0;
    for (uint32_t row = 0; row < all->count; row++) {
        away += all->rows[row].weg;
        assert_true(!all->rows[row].weg || all->rows[row].inwoners == 0);
    }
    assert_int_equal(away, 3);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 19);
    assert_true(tel.wisselingen + tel.teruggezet > 0);
    model_run_close(&run);
}

/* Everybody has one inwoner, of all hours: those of the three who fall wait until that
 * is over, and begin again on that day. */
static void test_who_waits_begins_when_they_are_back(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "omvallen.duur=100.0",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=36500.0",
                                 "personeel.overdracht=lijst"));
    model_run_begin(&run, 1, 0);
    for (int i = 0; i < 10; i++) {
        model_run_enter(&run, ZORG, 0, 20 * 60);
    }
    const struct wmo_team *team = &run.gemeente->teams.items[1];
    assert_int_equal(team->wachtlijst.length, 0);
    run_to_change(&run);
    assert_int_equal(team->wachtlijst.length, 3);
    sim_time fell = run.gemeente->engine.now;
    run_to_change(&run);
    assert_int_equal(run.gemeente->engine.now - fell, 100 * SIM_DAY);
    assert_int_equal(team->wachtlijst.length, 0);
    model_run_close(&run);
}

/* People come, go and fall ill meanwhile; every event is verified. */
static void test_it_goes_together_with_turnover_and_illness(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(TEN, FALLS, "omvallen.duur=300.0",
                                 "zorgvormen.zorg.instroom=150.0",
                                 "personeel.verloop=1.0", "personeel.overdracht=lijst",
                                 "arbeidsmarkt.vacature_duur=60.0",
                                 "personeel.verzuim=0.1", "personeel.verzuim_lang=0.05",
                                 "personeel.verzuim_kort_duur=10.0",
                                 "personeel.verzuim_lang_duur=100.0"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    assert_true(model_run_sum(&run, ZORG, 0, 19).omgevallen > 0);
    model_run_close(&run);
}

static void test_competition_is_turnover_that_comes_on_top(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, MODEL_RUN_SET("personeel.verloop=0.5"),
                          MODEL_RUN_SET("personeel.verloop=0.25",
                                        "personeel.concurrentie=0.25",
                                        "zorgvormen.buurtteam.aanbieders_prijspeil=1",
                                        "zorgvormen.zorg.aanbieders_prijspeil=4",
                                        "zorgvormen.dag.aanbieders_prijspeil=2"));
    /* Where the form of organisation does not count, there is none. */
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("personeel.concurrentie=0.25"));
}

static void test_never_falling_over_is_what_is_left_out(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, NULL,
                          MODEL_RUN_SET("aanbieders.Aanbieder.omvallen=0.0",
                                        "omvallen.verlies=0.3", "omvallen.duur=182.0",
                                        "personeel.concurrentie=0.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_happens_as_often_as_stated),
        cmocka_unit_test(test_three_in_ten_are_away_for_half_a_year),
        cmocka_unit_test(test_one_of_two_hits_its_own_share),
        cmocka_unit_test(test_inwoners_of_who_is_away_are_handed_over),
        cmocka_unit_test(test_who_waits_begins_when_they_are_back),
        cmocka_unit_test(test_it_goes_together_with_turnover_and_illness),
        cmocka_unit_test(test_competition_is_turnover_that_comes_on_top),
        cmocka_unit_test(test_never_falling_over_is_what_is_left_out),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("omvallen", tests, NULL, NULL);
}
