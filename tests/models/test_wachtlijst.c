/* tests/models/test_wachtlijst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>

#include "models/traject/plaatsing.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1 /* the one of zorg, in mini.cfg */
#define URGENT 0
#define NORMAL 1
#define NOT_NOW (-1)

/* Medewerkers of 250 / 50 = 5 hours a week; a stay takes 10 days; nobody comes by
 * himself; money to spare. */
#define FIVE_HOURS                                                        \
    "zorgvormen.zorg.instroom=0.0", "zorgvormen.zorg.verblijfsduur=10.0", \
        "zorgvormen.zorg.directe_uren_fte=250.0",                         \
        "zorgvormen.zorg.aandeel_activiteiten=0.5"
#define ONE FIVE_HOURS, "begrotingsposten.zorg.bedrag=200000.0"
#define TWO FIVE_HOURS, "begrotingsposten.zorg.bedrag=400000.0"
#define STRIKT "plaatsing.volgorde=\"strikt\""
#define EERSTE_PASSENDE "plaatsing.volgorde=\"eerste_passende\""
#define URGENTIE "plaatsing.volgorde=\"urgentie\""

static void open(struct model_run *run, const char *const *settings)
{
    model_run_open(run, MODEL_RUN_MINI, settings);
    model_run_begin(run, 1, 0);
}

static struct sim_resource_pool *staff(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM].staff;
}

static uint32_t enter(struct model_run *run, int hours, int urgentie, int specialisme)
{
    return model_run_enter_who(run, ZORG, 0, 60 * hours, urgentie, specialisme);
}

/* Whose support [row] has; NOT_NOW: it waits. */
static int member_of(const struct model_run *run, uint32_t row)
{
    const struct wmo_inwoner *inwoner = &run->gemeente->inwoners.rows[row];
    return inwoner->toestand == WMO_TOESTAND_IN_ZORG ? inwoner->member : NOT_NOW;
}

/* Goes to [day], on which [row] must be supported by [member]. */
static void assert_on_day(struct model_run *run, int day, uint32_t row, int member)
{
    model_run_until_day(run, day);
    assert_int_equal(member_of(run, row), member);
    assert_int_equal(wmo_gemeente_verify(run->gemeente), SIM_OK);
}

/* --- Urgentie --- */

/* One medewerker of 5 hours. P1 of 5 hours on day 0, P2 of 5 hours waits from day 1,
 * and urgent P3 of 5 hours from day 2; P1 ends on day 10. */
static void who_starts_on_day_10(const char *volgorde, bool the_urgent_one)
{
    struct model_run run;
    open(&run, MODEL_RUN_SET(ONE, volgorde));
    enter(&run, 5, NORMAL, 0);
    model_run_until_day(&run, 1);
    uint32_t normal = enter(&run, 5, NORMAL, 0);
    model_run_until_day(&run, 2);
    uint32_t urgent = enter(&run, 5, URGENT, 0);
    assert_on_day(&run, 9, urgent, NOT_NOW);
    assert_on_day(&run, 10, urgent, the_urgent_one ? 0 : NOT_NOW);
    assert_on_day(&run, 10, normal, the_urgent_one ? NOT_NOW : 0);
    model_run_close(&run);
}

static void test_who_is_urgent_goes_first_where_the_rule_is_urgentie(void **state)
{
    (void)state;
    who_starts_on_day_10(URGENTIE, true);
    who_starts_on_day_10(EERSTE_PASSENDE, false);
    who_starts_on_day_10(STRIKT, false);
}

/*  day                                        free
 *    0  P1 of 3 hours                          2
 *    2  P2 of 2 hours                          0
 *    3  P3, urgent, of 4 hours waits           0
 *    3  P4 of 3 hours waits                    0
 *   10  P1 ends: not for P3, so P4             0
 *   12  P2 ends                                2
 *   20  P4 ends: P3                            1 */
static void test_who_is_urgent_and_does_not_fit_blocks_nobody(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(ONE, URGENTIE));
    enter(&run, 3, NORMAL, 0);
    model_run_until_day(&run, 2);
    enter(&run, 2, NORMAL, 0);
    model_run_until_day(&run, 3);
    uint32_t urgent = enter(&run, 4, URGENT, 0);
    uint32_t normal = enter(&run, 3, NORMAL, 0);
    assert_on_day(&run, 10, normal, 0);
    assert_on_day(&run, 19, urgent, NOT_NOW);
    assert_on_day(&run, 20, urgent, 0);
    model_run_close(&run);
}

static void test_urgentie_without_urgent_inwoners_is_eerste_passende(void **state)
{
    (void)state;
    model_run_assert_same(MODEL_RUN_STAD, MODEL_RUN_SET(EERSTE_PASSENDE),
                          MODEL_RUN_SET(URGENTIE));
}

/* --- Specialisme --- */

/* A can everything but specialism 1, B only that. P1 and P2 need it: P1 goes to B and
 * P2 waits for B, though A is free; P3 passes him to A, also when the order is strict.
 */
static void assert_waits_for_the_specialist(const char *volgorde)
{
    struct model_run run;
    open(&run, MODEL_RUN_SET(TWO, volgorde));
    sim_resource_pool_set_skills(staff(&run), 0, ~1u);
    sim_resource_pool_set_skills(staff(&run), 1, 1u);
    uint32_t first = enter(&run, 5, NORMAL, 1);
    uint32_t second = enter(&run, 5, NORMAL, 1);
    uint32_t third = enter(&run, 5, NORMAL, 0);
    assert_on_day(&run, 0, first, 1);
    assert_on_day(&run, 0, third, 0);
    assert_on_day(&run, 9, second, NOT_NOW);
    assert_on_day(&run, 10, second, 1);
    model_run_close(&run);
}

static void test_who_needs_a_specialism_waits_for_who_has_it(void **state)
{
    (void)state;
    assert_waits_for_the_specialist(EERSTE_PASSENDE);
    assert_waits_for_the_specialist(URGENTIE);
    assert_waits_for_the_specialist(STRIKT);
}

/* B alone has specialism 2, and has nobody. Who waits longest of those whom B can
 * support goes first, with or without a specialism; the medewerker with most room who
 * will do is asked, so P2 leaves A to P3. */
static void test_a_specialist_takes_who_waits_longest(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(TWO, EERSTE_PASSENDE));
    sim_resource_pool_set_skills(staff(&run), 0, 0);
    sim_resource_pool_set_skills(staff(&run), 1, 2u);
    enter(&run, 5, NORMAL, 0);
    enter(&run, 5, NORMAL, 0);
    model_run_until_day(&run, 1);
    uint32_t any = enter(&run, 3, NORMAL, 0);
    model_run_until_day(&run, 2);
    uint32_t special = enter(&run, 3, NORMAL, 2);
    uint32_t last = enter(&run, 3, NORMAL, 0);
    assert_on_day(&run, 10, any, 0);
    assert_on_day(&run, 10, special, 1);
    assert_on_day(&run, 19, last, NOT_NOW);
    assert_on_day(&run, 20, last, 0);
    model_run_close(&run);
}

static void test_who_needs_what_nobody_can_does_not_start(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(ONE, EERSTE_PASSENDE));
    sim_resource_pool_set_skills(staff(&run), 0, 1u);
    uint32_t row = enter(&run, 1, URGENT, 2);
    assert_on_day(&run, 100, row, NOT_NOW);
    /* Somebody learns it; the next occasion is when the year turns. */
    sim_resource_pool_set_skills(staff(&run), 0, 3u);
    assert_on_day(&run, 366, row, 0);
    model_run_close(&run);
}

/* --- Who changes while waiting --- */

static void test_who_becomes_urgent_moves_up_the_list(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(ONE, URGENTIE));
    enter(&run, 5, NORMAL, 0);
    uint32_t first = enter(&run, 5, NORMAL, 0);
    uint32_t second = enter(&run, 5, NORMAL, 0);
    uint32_t third = enter(&run, 5, NORMAL, 0);
    model_run_until_day(&run, 4);
    assert_int_equal(wmo_plaatsing_change(run.gemeente, third, 300, URGENT, 0), SIM_OK);
    assert_on_day(&run, 10, third, 0);
    assert_on_day(&run, 20, first, 0);
    /* And back again: nobody asks more than his place in time. */
    assert_int_equal(wmo_plaatsing_change(run.gemeente, second, 300, NORMAL, 0),
                     SIM_OK);
    assert_on_day(&run, 30, second, 0);
    model_run_close(&run);
}

static void test_who_asks_less_or_needs_no_specialism_any_more_may_start(void **state)
{
    (void)state;
    struct model_run run;
    open(&run, MODEL_RUN_SET(ONE, EERSTE_PASSENDE));
    sim_resource_pool_set_skills(staff(&run), 0, 1u);
    enter(&run, 2, NORMAL, 0);
    uint32_t much = enter(&run, 4, NORMAL, 0);
    uint32_t special = enter(&run, 1, NORMAL, 3);
    assert_on_day(&run, 1, much, NOT_NOW);
    assert_on_day(&run, 1, special, NOT_NOW);
    assert_int_equal(wmo_plaatsing_change(run.gemeente, much, 120, NORMAL, 0), SIM_OK);
    assert_on_day(&run, 1, much, 0);
    assert_int_equal(wmo_plaatsing_change(run.gemeente, special, 60, NORMAL, 0),
                     SIM_OK);
    assert_on_day(&run, 1, special, 0);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_is_urgent_goes_first_where_the_rule_is_urgentie),
        cmocka_unit_test(test_who_is_urgent_and_does_not_fit_blocks_nobody),
        cmocka_unit_test(test_urgentie_without_urgent_inwoners_is_eerste_passende),
        cmocka_unit_test(test_who_needs_a_specialism_waits_for_who_has_it),
        cmocka_unit_test(test_a_specialist_takes_who_waits_longest),
        cmocka_unit_test(test_who_needs_what_nobody_can_does_not_start),
        cmocka_unit_test(test_who_becomes_urgent_moves_up_the_list),
        cmocka_unit_test(test_who_asks_less_or_needs_no_specialism_any_more_may_start),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("wachtlijst", tests, NULL, NULL);
}
