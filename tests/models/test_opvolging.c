/* tests/models/test_opvolging.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "tests/support/model_run.h"

#define CONTRACT "tests/scenario/model/contract.cfg"
#define ZORG 1
#define OUD 1 /* team of the aanbieder of 2020 */
#define NIEUW 2
#define NEW_YEAR (366 * SIM_DAY)

static const struct wmo_bezetting *bezetting(const struct model_run *run, int team)
{
    return &run->gemeente->medewerkers.teams[team];
}

static int64_t used(const struct model_run *run, int team)
{
    return run->gemeente->teams.items[team].staff.total.used;
}

static int waiting(const struct model_run *run, int team)
{
    return (int)run->gemeente->teams.items[team].wachtlijst.length;
}

/* --- Money and people --- */

static void test_the_budget_of_a_year_is_of_whoever_has_the_contract(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, CONTRACT, NULL);
    const struct wmo_formatieplan *plan = &run.gemeente->formatieplan;
    for (int year = 0; year < 2; year++) {
        for (int team = OUD; team <= NIEUW; team++) {
            const struct wmo_formatie *f = wmo_formatieplan_team(plan, year, team);
            bool has = (team == OUD) == (year == 0);
            assert_int_equal(f->begroot_cents, has ? 20000000 : 0);
            assert_int_equal(f->medewerkers, has ? 2 : 0);
        }
    }
    model_run_close(&run);
}

static void test_everybody_is_with_the_new_one_on_its_first_day(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, CONTRACT,
        MODEL_RUN_SET("zorgvormen.zorg.instroom=60.0", "zorgvormen.zorg.beginlijst=6"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, NEW_YEAR - 1);
    assert_int_equal(used(&run, OUD), 2400); /* full, and somebody waits */
    int list = waiting(&run, OUD);
    assert_true(list > 0);
    assert_int_equal(bezetting(&run, OUD)->in_dienst.level, 2);
    model_run_until(&run, NEW_YEAR);
    assert_int_equal(used(&run, OUD), 0);
    assert_int_equal(waiting(&run, OUD), 0);
    assert_int_equal(used(&run, NIEUW), 2400);
    assert_in_range(waiting(&run, NIEUW), list - 1, list + 1);
    assert_int_equal(bezetting(&run, OUD)->in_dienst.level, 0);
    assert_int_equal(bezetting(&run, NIEUW)->in_dienst.level, 2);
    model_run_close(&run);
}

/* Vacatures are not filled by a change of contract: as many are open after it. */
static void test_vacatures_are_as_many_as_they_were(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, CONTRACT,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=4000000.0",
                                 "personeel.verloop=0.5",
                                 "arbeidsmarkt.vacature_duur=90.0"));
    for (uint32_t r = 0; r < 20; r++) {
        model_run_begin(&run, 1, r);
        model_run_until(&run, NEW_YEAR - 1);
        int64_t open = bezetting(&run, OUD)->vacatures.level;
        model_run_until(&run, NEW_YEAR);
        assert_in_range(bezetting(&run, NIEUW)->vacatures.level, open - 1, open + 1);
        assert_int_equal(bezetting(&run, NIEUW)->vacatures.level +
                             bezetting(&run, NIEUW)->in_dienst.level,
                         40);
        assert_int_equal(bezetting(&run, OUD)->vacatures.level, 0);
    }
    model_run_close(&run);
}

/* --- A change without a cost changes nothing --- */

static void
test_a_change_without_a_transition_changes_nothing_for_inwoners(void **state)
{
    (void)state;
    static const char *const path[] = {MODEL_RUN_MINI, CONTRACT};
    for (uint32_t r = 0; r < 5; r++) {
        struct wmo_tel tel[2];
        for (int i = 0; i < 2; i++) {
            struct model_run run;
            model_run_open(&run, path[i],
                           MODEL_RUN_SET("zorgvormen.zorg.instroom=40.0",
                                         "zorgvormen.zorg.beginlijst=6",
                                         "zorgvormen.zorg.beginstand=8",
                                         "zorgvormen.zorg.uitval=0.2"));
            model_run_begin(&run, 1, r);
            model_run_finish(&run);
            tel[i] = model_run_sum(&run, ZORG, 0, 1);
            model_run_close(&run);
        }
        assert_true(tel[0].uitval > 0 && tel[0].lijst_area > 0);
        assert_int_equal(tel[0].aangemeld, tel[1].aangemeld);
        assert_int_equal(tel[0].gestart, tel[1].gestart);
        assert_int_equal(tel[0].wacht, tel[1].wacht);
        assert_int_equal(tel[0].lijst_area, tel[1].lijst_area);
        assert_int_equal(tel[0].uitval, tel[1].uitval);
        assert_int_equal(tel[0].uitstroom, tel[1].uitstroom);
        assert_int_equal(tel[0].zorg_area, tel[1].zorg_area);
        assert_int_equal(tel[0].geboekt_cents, tel[1].geboekt_cents);
        assert_int_equal(tel[1].wisselingen, 0);
    }
}

/* --- Who comes along --- */

#define STAY                                                        \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.beginstand=8", \
        "zorgvormen.zorg.verblijfsduur=36500.0", "overgang.overdragen=0.0"

/* With one that starts the begeleiders come along. One that was there already has none
 * of them: all are handed over on that day. */
static void test_only_to_one_that_starts_the_begeleider_comes_along(void **state)
{
    (void)state;
    static const char *const start[] = {"aanbieders.Opvolger.start=\"2021-01-01\"",
                                        "aanbieders.Opvolger.start=\"2019-01-01\""};
    for (int i = 0; i < 2; i++) {
        struct model_run run;
        model_run_open(&run, CONTRACT, MODEL_RUN_SET(STAY, start[i]));
        model_run_begin(&run, 1, 0);
        model_run_until(&run, NEW_YEAR - 1);
        int64_t there = used(&run, OUD) / 300; /* of 5 hours each */
        assert_true(there > 0);
        model_run_until(&run, NEW_YEAR);
        assert_int_equal(model_run_sum(&run, ZORG, 0, 1).overgedragen,
                         i == 0 ? 0 : there);
        model_run_close(&run);
    }
}

static void test_who_does_not_want_another_begeleider_stops_at_once(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, CONTRACT,
                   MODEL_RUN_SET(STAY, "aanbieders.Opvolger.start=\"2019-01-01\"",
                                 "overgang.uitval=1.0"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, NEW_YEAR - 1);
    int64_t there = used(&run, OUD) / 300;
    model_run_until(&run, NEW_YEAR);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 1);
    assert_true(there > 0);
    assert_int_equal(tel.overgang_uitval, there);
    assert_int_equal(tel.overgedragen, 0);
    model_run_close(&run);
}

static void test_handing_over_begins_with_the_new_contract(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, CONTRACT,
                   MODEL_RUN_SET("zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.beginstand=8",
                                 "zorgvormen.zorg.verblijfsduur=36500.0",
                                 "overgang.overdragen=1.0", "overgang.dip=0.1",
                                 "overgang.dip_duur=9.0"));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, NEW_YEAR - 1);
    assert_int_equal(model_run_sum(&run, ZORG, 0, 0).overgedragen, 0);
    assert_int_equal(run.gemeente->teams.items[OUD].staff.total.capacity, 2400);
    int64_t there = used(&run, OUD) / 300;
    model_run_until(&run, NEW_YEAR);
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).overgedragen, there);
    /* 1200 x (1 - 0.1 x (1 - 0.5 / 9)) = 1086.7 each. */
    assert_int_equal(run.gemeente->teams.items[NIEUW].staff.total.capacity, 2 * 1086);
    model_run_finish(&run);
    model_run_close(&run);
}

/* --- Faults --- */

static void test_contracts_that_cannot_be_are_named(void **state)
{
    (void)state;
    model_run_assert_fault(CONTRACT,
                           MODEL_RUN_SET("aanbieders.Aanbieder.einde=\"2021-12-31\"",
                                         "aanbieders.Opvolger.einde=\"2020-12-31\""),
                           "het contract van 'Opvolger' eindigt voor het begint");
    model_run_assert_fault(
        CONTRACT, MODEL_RUN_SET("aanbieders.Opvolger.einde=\"2022-06-30\""),
        "het contract van 'Opvolger' eindigt niet op een 31 december");
    model_run_assert_fault(
        CONTRACT, MODEL_RUN_SET("aanbieders.Opvolger.start=\"2022-01-01\""),
        "geen aanbieder levert 'zorg' in 1 van de 1 wijken, waaronder 'Wijk' (2021)");
    model_run_assert_fault(
        CONTRACT,
        MODEL_RUN_SET("aanbieders.Aanbieder.start=\"2021-01-01\"",
                      "aanbieders.Aanbieder.einde=\"2021-12-31\""),
        "geen aanbieder levert 'zorg' in 1 van de 1 wijken, waaronder "
        "'Wijk' (2020)");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_budget_of_a_year_is_of_whoever_has_the_contract),
        cmocka_unit_test(test_everybody_is_with_the_new_one_on_its_first_day),
        cmocka_unit_test(test_vacatures_are_as_many_as_they_were),
        cmocka_unit_test(
            test_a_change_without_a_transition_changes_nothing_for_inwoners),
        cmocka_unit_test(test_only_to_one_that_starts_the_begeleider_comes_along),
        cmocka_unit_test(test_who_does_not_want_another_begeleider_stops_at_once),
        cmocka_unit_test(test_handing_over_begins_with_the_new_contract),
        cmocka_unit_test(test_contracts_that_cannot_be_are_named),
    };
    return cmocka_run_group_tests_name("opvolging", tests, NULL, NULL);
}
