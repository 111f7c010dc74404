/* tests/models/test_observe.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/observe.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdlib.h>
#include <string.h>

#include "models/model.h"
#include "tests/support/model_run.h"

#define LEVEL_MAX 64

static int find_level(const struct wmo_observe *observe, const char *name)
{
    for (int i = 0; i < observe->levels.count; i++) {
        if (strcmp(observe->levels.items[i].name, name) == 0) {
            return i;
        }
    }
    fail_msg("no level %s", name);
    return -1;
}

/* How many inwoners there are in [toestand], one by one. */
static int count_inwoners(const struct wmo_gemeente *gemeente, int zorgvorm,
                          bool (*counts)(enum wmo_toestand toestand))
{
    int count = 0;
    for (uint32_t row = 0; row < gemeente->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &gemeente->inwoners.rows[row];
        count += inwoner->zorgvorm == zorgvorm &&
                 counts((enum wmo_toestand)inwoner->toestand);
    }
    return count;
}

static bool is_in_care(enum wmo_toestand toestand)
{
    return toestand == WMO_TOESTAND_IN_ZORG || toestand == WMO_TOESTAND_ONDERZOEK;
}

static bool is_waiting(enum wmo_toestand toestand)
{
    return toestand == WMO_TOESTAND_WACHT;
}

static bool has_place(enum wmo_toestand toestand)
{
    return toestand == WMO_TOESTAND_SOCIALE_BASIS;
}

/* 8 places in mini.cfg: with 8 in care and 100 on the list nobody of those starts. */
static void test_levels_at_the_start_are_those_of_the_scenario(void **state)
{
    struct model_run run;
    struct wmo_observe observe;
    double values[LEVEL_MAX];
    (void)state;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.beginstand=8",
                                 "zorgvormen.zorg.beginlijst=100",
                                 "zorgvormen.zorg.beginlijst_wacht=30.0"));
    assert_int_equal(wmo_observe_init(&observe, &run.gemeente->landschap), SIM_OK);
    assert_int_equal(observe.levels.count, 5);
    model_run_begin(&run, 1, 0);
    wmo_observe_look(run.gemeente, values);
    assert_true(values[find_level(&observe, "inwoners_in_zorg.zorg")] == 8);
    assert_true(values[find_level(&observe, "wachtlijst.zorg")] == 100);
    assert_true(values[find_level(&observe, "inwoners_in_zorg.buurtteam")] == 0);
    assert_true(values[find_level(&observe, "inwoners_in_zorg.sociale_basis")] == 0);
    assert_string_equal(
        observe.levels.items[find_level(&observe, "wachtlijst.zorg")].title,
        "Zorg, wachtlijst");
    wmo_observe_free(&observe);
    model_run_close(&run);
}

/* stad.cfg has wijken, aanbieders with a team per wijk and city-wide, and a sociale
 * basis that is used. */
static void test_levels_are_those_of_the_inwoners_counted_one_by_one(void **state)
{
    struct model_run run;
    struct wmo_observe observe;
    double values[LEVEL_MAX];
    double in_care = 0, waiting = 0, places = 0;
    (void)state;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    assert_int_equal(wmo_observe_init(&observe, &run.gemeente->landschap), SIM_OK);
    model_run_begin(&run, 5, 0);
    const int zorgvorm_count = run.gemeente->landschap.zorgvormen.count;
    for (int day = 0; day <= 400; day += 50) {
        model_run_until_day(&run, day);
        wmo_observe_look(run.gemeente, values);
        for (int z = 0; z < zorgvorm_count; z++) {
            assert_true(values[2 * z] == count_inwoners(run.gemeente, z, is_in_care));
            assert_true(values[2 * z + 1] ==
                        count_inwoners(run.gemeente, z, is_waiting));
            in_care += values[2 * z];
            waiting += values[2 * z + 1];
        }
        assert_true(values[2 * zorgvorm_count] ==
                    count_inwoners(run.gemeente, WMO_NONE, has_place));
        places += values[2 * zorgvorm_count];
    }
    /* Or nothing was compared. */
    assert_true(in_care > 0 && waiting > 0 && places > 0);
    wmo_observe_free(&observe);
    model_run_close(&run);
}

static void test_looking_changes_no_outcome(void **state)
{
    struct sim_scenario *scenario = model_run_load(MODEL_RUN_STAD, NULL);
    struct sim_experiment experiment = {
        .model = &wmo_model,
        .scenarios = {scenario},
        .scenario_count = 1,
        .seed = 7,
        .replications = 2,
        .threads = 1,
    };
    struct sim_results without, with;
    (void)state;
    assert_int_equal(sim_experiment_run(&experiment, &without, NULL), SIM_OK);
    experiment.observe_every = sim_time_from_days(30.4375);
    assert_int_equal(sim_experiment_run(&experiment, &with, NULL), SIM_OK);
    assert_int_equal(without.scenarios[0].event_count, with.scenarios[0].event_count);
    assert_memory_equal(without.scenarios[0].cells, with.scenarios[0].cells,
                        (size_t)without.scenarios[0].layout->cell_count *
                            sizeof *with.scenarios[0].cells);
    sim_results_free(&without);
    sim_results_free(&with);
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_at_the_start_are_those_of_the_scenario),
        cmocka_unit_test(test_levels_are_those_of_the_inwoners_counted_one_by_one),
        cmocka_unit_test(test_looking_changes_no_outcome),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("observe", tests, NULL, NULL);
}
