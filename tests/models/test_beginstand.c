/* tests/models/test_beginstand.c - SPDX-License-Identifier: GPL-3.0-or-later */
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

static int count_inwoners(const struct model_run *run, int zorgvorm, int wijk,
                          enum wmo_toestand toestand)
{
    const struct wmo_inwoners *inwoners = &run->gemeente->inwoners;
    int count = 0;
    for (uint32_t row = 0; row < inwoners->pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &inwoners->rows[row];
        count += inwoner->toestand == toestand && inwoner->zorgvorm == zorgvorm &&
                 (wijk == WMO_NONE || inwoner->wijk == wijk);
    }
    return count;
}

/* Nobody comes; as many in care as mini.cfg has places, and a hundred waiting. */
#define FULL                                                        \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.beginstand=8", \
        "zorgvormen.zorg.beginlijst=100", "zorgvormen.zorg.beginlijst_wacht=30.0"

static void test_the_run_begins_with_who_is_in_care_and_waits(void **state)
{
    (void)state;
    /* 8 in care fill the 8 places of mini.cfg. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(FULL));
    model_run_begin(&run, 1, 0);
    assert_int_equal(count_inwoners(&run, ZORG, 0, WMO_TOESTAND_IN_ZORG), 8);
    assert_int_equal(count_inwoners(&run, ZORG, 0, WMO_TOESTAND_WACHT), 100);
    assert_int_equal(run.gemeente->record.in, 108);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_close(&run);
}

static void test_who_waits_at_the_start_begins_where_there_is_room(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(FULL, "zorgvormen.zorg.beginstand=5"));
    model_run_begin(&run, 1, 0);
    assert_int_equal(count_inwoners(&run, ZORG, 0, WMO_TOESTAND_IN_ZORG), 8);
    assert_int_equal(count_inwoners(&run, ZORG, 0, WMO_TOESTAND_WACHT), 97);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).gestart, 3);
    model_run_close(&run);
}

/* The k-th of 100 has waited between 60 - 0.6 k and 60 - 0.6 (k + 1) days: longest
 * first, evenly up to twice the mean. */
static void test_the_list_at_the_start_is_spread_evenly_longest_first(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(FULL));
    model_run_begin(&run, 1, 0);
    const struct wmo_wachtlijst *list = &run.gemeente->teams.items[1].wachtlijst;
    const struct wmo_inwoners *inwoners = &run.gemeente->inwoners;
    int k = 0;
    for (uint32_t row = wmo_wachtlijst_first(list, inwoners); row != SIM_ENTITY_NONE;
         row = wmo_wachtlijst_next(list, inwoners, row), k++) {
        double days = -sim_time_to_days(inwoners->rows[row].aanmelding);
        assert_true(days <= 60 - 0.6 * k && days >= 60 - 0.6 * (k + 1));
    }
    assert_int_equal(k, 100);
    model_run_close(&run);
}

/* stad.cfg: 40 in care for zorg over wijken by vraag, 4000 x 1.3 : 2000 x 0.6 :
 * 3000 x 0.9 = 5200 : 1200 : 2700, so 22.9, 5.3 and 11.9. */
static void test_wijken_get_their_share_within_one_inwoner(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, MODEL_RUN_SET("zorgvormen.zorg.beginlijst=0"));
    model_run_begin(&run, 1, 0);
    static const double share[] = {52 / 91.0, 12 / 91.0, 27 / 91.0};
    for (int w = 0; w < 3; w++) {
        int count = count_inwoners(&run, ZORG, w, WMO_TOESTAND_IN_ZORG);
        assert_true(fabs(count - 40 * share[w]) < 1);
    }
    model_run_close(&run);
}

static void test_the_sociale_basis_begins_as_full_as_the_scenario_says(void **state)
{
    (void)state;
    /* 60 places over 52 : 12 : 27 is 34.3, 7.9 and 17.8; 80% of 34, 8 and 18. */
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    model_run_begin(&run, 1, 0);
    static const int64_t places[] = {34, 8, 18}, used[] = {27, 6, 14};
    for (int w = 0; w < 3; w++) {
        assert_int_equal(run.gemeente->plaatsen[w].capacity, places[w]);
        assert_int_equal(run.gemeente->plaatsen[w].used, used[w]);
    }
    model_run_close(&run);
}

/* What is left of a stay seen at a random moment lasts mean x (1 + vc^2) / 2 on average
 * (Cox, 1962): here 100 x (1 + 0.64) / 2 = 82 days, not 100. */
static void test_who_is_in_care_has_the_rest_of_a_stay_to_go(void **state)
{
    (void)state;
    struct model_run run;
    struct sim_tally days;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("periode.einde=2039-12-31",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.beginstand=2000",
                                 "zorgvormen.zorg.verblijfsduur={ vorm = \"gamma\"; "
                                 "gemiddelde = 100.0; vc = 0.8; }"));
    sim_tally_reset(&days);
    model_run_begin(&run, 1, 0);
    int before = 2000;
    while (model_run_step(&run, model_run_end(&run))) {
        int now = count_inwoners(&run, ZORG, 0, WMO_TOESTAND_IN_ZORG);
        for (; before > now; before--) {
            sim_tally_add(&days, sim_time_to_days(run.gemeente->engine.now));
        }
    }
    assert_int_equal(days.count, 2000);
    assert_true(fabs(sim_tally_mean(&days) - 82) <=
                4 * sim_tally_standard_error(&days));
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_run_begins_with_who_is_in_care_and_waits),
        cmocka_unit_test(test_who_waits_at_the_start_begins_where_there_is_room),
        cmocka_unit_test(test_the_list_at_the_start_is_spread_evenly_longest_first),
        cmocka_unit_test(test_wijken_get_their_share_within_one_inwoner),
        cmocka_unit_test(test_the_sociale_basis_begins_as_full_as_the_scenario_says),
        cmocka_unit_test(test_who_is_in_care_has_the_rest_of_a_stay_to_go),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("beginstand", tests, NULL, NULL);
}
