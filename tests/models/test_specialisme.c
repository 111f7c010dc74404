/* tests/models/test_specialisme.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>

#include "models/uitkomst/measure.h"
#include "tests/support/model_run.h"

#define SPECIALISME "tests/scenario/model/specialisme.cfg"
#define ZORG 1
#define TEAM 1
#define HOUR 60
#define NORMAL 1
#define EEN 1  /* the specialism nobody has */
#define TWEE 2 /* that everybody has */

static const struct wmo_inwoner *inwoner(const struct model_run *run, uint32_t row)
{
    return &run->gemeente->inwoners.rows[row];
}

static bool in_care(const struct model_run *run, uint32_t row)
{
    return inwoner(run, row)->toestand == WMO_TOESTAND_IN_ZORG;
}

static uint32_t enter(struct model_run *run, int hours, int specialisme)
{
    return model_run_enter_who(run, ZORG, 0, hours * HOUR, NORMAL, specialisme);
}

static double passend(const struct model_run *run)
{
    struct wmo_tel tel = model_run_sum(run, ZORG, 0, 1);
    struct wmo_sum sum = {.tel = &tel, .seconds = 1};
    return wmo_measure_value(WMO_MEASURE_PASSEND, &sum);
}

/* --- Coverage --- */

/* Each medewerker has the specialism with probability 0.15, by itself, so that a team
 * of n has one with 1 - 0.85^n: 0.28 of 2, 0.56 of 5, 0.96 of 20. */
static void test_a_rare_specialism_is_covered_by_the_size_of_the_team(void **state)
{
    (void)state;
    static const int sizes[] = {2, 5, 20};
    for (int s = 0; s < 3; s++) {
        char budget[64];
        snprintf(budget, sizeof budget, "begrotingsposten.zorg.bedrag=%d.0",
                 sizes[s] * 100000);
        struct model_run run;
        model_run_open(&run, SPECIALISME,
                       MODEL_RUN_SET(budget, "doelgroepen.een.medewerkers=0.15"));
        int covered = 0, count = 1000;
        for (int i = 0; i < count; i++) {
            model_run_begin(&run, 11, (uint32_t)i);
            const struct sim_resource_pool *staff =
                &run.gemeente->teams.items[TEAM].staff;
            covered += sim_resource_pool_roomiest_with(staff, 1u << (EEN - 1)) !=
                       SIM_MEMBER_NONE;
        }
        double p = 1 - pow(0.85, sizes[s]);
        assert_true(fabs((double)covered / count - p) <= 4 * sqrt(p * (1 - p) / count));
        model_run_close(&run);
    }
}

/* --- Without a match --- */

static void test_without_a_zoektijd_only_a_specialist_will_do(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME, NULL);
    model_run_begin(&run, 1, 0);
    uint32_t een = enter(&run, 5, EEN);
    uint32_t twee = enter(&run, 5, TWEE);
    assert_true(in_care(&run, twee));
    model_run_until_day(&run, 700);
    assert_false(in_care(&run, een));
    assert_true(passend(&run) == 100);
    model_run_close(&run);
}

/* Two medewerkers of 20 hours. */
static void test_a_specialist_takes_who_just_fits_or_with_nobody_anyone(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME, NULL);
    model_run_begin(&run, 1, 0);
    assert_true(in_care(&run, enter(&run, 12, TWEE)));
    assert_true(in_care(&run, enter(&run, 18, TWEE)));
    assert_true(in_care(&run, enter(&run, 8, TWEE)));
    model_run_begin(&run, 1, 1);
    assert_true(in_care(&run, enter(&run, 25, TWEE)));
    model_run_close(&run);
}

static void test_after_the_zoektijd_anyone_serves_with_more_hours(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, SPECIALISME,
        MODEL_RUN_SET("specialisme.zoektijd=10.0", "specialisme.verlies=0.2"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 3);
    uint32_t een = enter(&run, 5, EEN);
    uint32_t twee = enter(&run, 5, TWEE);
    assert_int_equal(inwoner(&run, twee)->minutes, 5 * HOUR);
    model_run_until(&run, 13 * SIM_DAY - 1);
    assert_false(in_care(&run, een));
    model_run_until_day(&run, 13);
    assert_true(in_care(&run, een));
    assert_int_equal(inwoner(&run, een)->minutes, 6 * HOUR);
    assert_true(passend(&run) == 50);
    model_run_finish(&run);
    model_run_close(&run);
}

static void test_a_zoektijd_of_zero_is_no_search(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME, MODEL_RUN_SET("specialisme.zoektijd=0.0"));
    model_run_begin(&run, 1, 0);
    uint32_t een = enter(&run, 5, EEN);
    model_run_until_day(&run, 0);
    assert_true(in_care(&run, een));
    assert_true(passend(&run) == 0);
    model_run_close(&run);
}

static void test_who_meets_a_specialist_by_luck_asks_no_more_hours(void **state)
{
    (void)state;
    /* The search ends on day 10; on day 20 the only medewerker, who has it, is free. */
    struct model_run run;
    model_run_open(&run, SPECIALISME,
                   MODEL_RUN_SET("specialisme.zoektijd=10.0", "specialisme.verlies=0.2",
                                 "begrotingsposten.zorg.bedrag=100000.0",
                                 "zorgvormen.zorg.verblijfsduur=20.0"));
    model_run_begin(&run, 1, 0);
    enter(&run, 20, 0);
    uint32_t twee = enter(&run, 5, TWEE);
    model_run_until_day(&run, 19);
    assert_int_equal(inwoner(&run, twee)->minutes, 6 * HOUR);
    model_run_until_day(&run, 20);
    assert_true(in_care(&run, twee));
    assert_int_equal(inwoner(&run, twee)->minutes, 5 * HOUR);
    assert_true(passend(&run) == 100);
    model_run_close(&run);
}

static void test_a_specialist_who_comes_in_time_ends_the_search(void **state)
{
    (void)state;
    /* The one medewerker is taken for 20 days; the search would last 30. */
    struct model_run run;
    model_run_open(&run, SPECIALISME,
                   MODEL_RUN_SET("specialisme.zoektijd=30.0", "specialisme.verlies=0.2",
                                 "begrotingsposten.zorg.bedrag=100000.0",
                                 "zorgvormen.zorg.verblijfsduur=20.0"));
    model_run_begin(&run, 1, 0);
    enter(&run, 20, 0);
    uint32_t twee = enter(&run, 20, TWEE);
    model_run_until_day(&run, 20);
    assert_true(in_care(&run, twee));
    model_run_until_day(&run, 39);
    assert_int_equal(inwoner(&run, twee)->minutes, 20 * HOUR);
    model_run_finish(&run);
    model_run_close(&run);
}

/* One medewerker, 30 days each. The first in line is served before who came later and
 * needs a specialism that nobody has; then there is a place for that one, taken by
 * somebody behind, and the search of ten days begins: from day 60 to 70. */
static void test_a_search_may_begin_when_there_is_a_place(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME,
                   MODEL_RUN_SET("specialisme.zoektijd=10.0", "specialisme.verlies=0.2",
                                 "specialisme.zoeken_vanaf=aan_de_beurt",
                                 "begrotingsposten.zorg.bedrag=100000.0",
                                 "zorgvormen.zorg.verblijfsduur=30.0"));
    model_run_begin(&run, 1, 0);
    enter(&run, 20, 0);
    uint32_t before = enter(&run, 20, 0);
    uint32_t een = enter(&run, 5, EEN);
    model_run_until_day(&run, 5);
    uint32_t behind = enter(&run, 5, 0);
    model_run_until_day(&run, 30);
    assert_true(in_care(&run, before));
    assert_true(inwoner(&run, een)->zoektijd == SIM_EVENT_NONE);
    model_run_until_day(&run, 60);
    assert_true(in_care(&run, behind));
    assert_true(inwoner(&run, een)->zoektijd != SIM_EVENT_NONE);
    model_run_until(&run, 70 * SIM_DAY - 1);
    assert_false(in_care(&run, een));
    model_run_until_day(&run, 70);
    assert_true(in_care(&run, een));
    assert_int_equal(inwoner(&run, een)->minutes, 6 * HOUR);
    model_run_close(&run);
}

/* Nobody else waits: the search begins at the aanmelding when there is room. Who finds
 * no room does not search yet, and has ten days from day 40. */
static void test_with_room_the_search_begins_at_the_aanmelding(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME,
                   MODEL_RUN_SET("specialisme.zoektijd=10.0",
                                 "specialisme.zoeken_vanaf=aan_de_beurt",
                                 "begrotingsposten.zorg.bedrag=100000.0",
                                 "zorgvormen.zorg.verblijfsduur=30.0"));
    model_run_begin(&run, 1, 0);
    uint32_t een = enter(&run, 5, EEN);
    assert_true(inwoner(&run, een)->zoektijd != SIM_EVENT_NONE);
    model_run_until_day(&run, 10);
    assert_true(in_care(&run, een));
    uint32_t heavy = enter(&run, 20, EEN);
    assert_true(inwoner(&run, heavy)->zoektijd == SIM_EVENT_NONE);
    model_run_until(&run, 50 * SIM_DAY - 1);
    assert_false(in_care(&run, heavy));
    model_run_until_day(&run, 50);
    assert_true(in_care(&run, heavy));
    model_run_close(&run);
}

static void test_a_colleague_takes_over_only_with_the_specialism(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, SPECIALISME,
                   MODEL_RUN_SET("personeel.overdracht=collega",
                                 "arbeidsmarkt.vacature_duur=400.0"));
    model_run_begin(&run, 1, 0);
    uint32_t twee = enter(&run, 5, TWEE);
    uint32_t other = enter(&run, 5, 0);
    assert_int_equal(inwoner(&run, twee)->member, 0);
    assert_int_equal(inwoner(&run, other)->member, 1);
    uint32_t first = run.gemeente->medewerkers.teams[TEAM].first;
    run.gemeente->medewerkers.rows[first + 1].specialismen = 0;
    wmo_medewerker_set_skills(run.gemeente, first + 1);
    assert_int_equal(wmo_medewerker_vertrek(run.gemeente, first), SIM_OK);
    assert_false(in_care(&run, twee));
    model_run_close(&run);
}

/* --- Switched off --- */

static void test_specialisms_that_everybody_has_leave_results_untouched(void **state)
{
    (void)state;
    model_run_assert_same("tests/scenario/model/doelgroepen.cfg", NULL,
                          MODEL_RUN_SET("doelgroepen.een.medewerkers=1.0",
                                        "doelgroepen.twee.medewerkers=1.0",
                                        "specialisme.zorgvormen=[]",
                                        "specialisme.verlies=0.0"));
    model_run_assert_same("tests/scenario/model/doelgroepen.cfg",
                          MODEL_RUN_SET("specialisme.zoektijd=14.0"),
                          MODEL_RUN_SET("specialisme.zoektijd=14.0",
                                        "specialisme.zoeken_vanaf=aanmelding"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_rare_specialism_is_covered_by_the_size_of_the_team),
        cmocka_unit_test(test_without_a_zoektijd_only_a_specialist_will_do),
        cmocka_unit_test(test_a_specialist_takes_who_just_fits_or_with_nobody_anyone),
        cmocka_unit_test(test_after_the_zoektijd_anyone_serves_with_more_hours),
        cmocka_unit_test(test_a_zoektijd_of_zero_is_no_search),
        cmocka_unit_test(test_who_meets_a_specialist_by_luck_asks_no_more_hours),
        cmocka_unit_test(test_a_specialist_who_comes_in_time_ends_the_search),
        cmocka_unit_test(test_a_search_may_begin_when_there_is_a_place),
        cmocka_unit_test(test_with_room_the_search_begins_at_the_aanmelding),
        cmocka_unit_test(test_a_colleague_takes_over_only_with_the_specialism),
        cmocka_unit_test(test_specialisms_that_everybody_has_leave_results_untouched),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("specialisme", tests, NULL, NULL);
}
