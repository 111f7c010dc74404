/* tests/models/test_vervoer.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/zorg/vervoer.h"
#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define TEAM 1

/* Groups of one to three, of 5 hours a week; a fte of 20 hours costs 100,000, so a
 * group costs 25,000 a year. Nobody comes by himself; the year has 365 days. */
#define GROUPS                                                                      \
    "periode.start=2021-01-01", "zorgvormen.zorg.instroom=0.0",                     \
        "zorgvormen.zorg.begeleiding=groep", "zorgvormen.zorg.groep.maximum=3",     \
        "zorgvormen.zorg.groep.minimum=1", "zorgvormen.zorg.groep.begeleiders=1.0", \
        "zorgvormen.zorg.groep.uren_per_dagdeel=5.0"
/* Fifty weeks of 10 euro are 500 a year for a day a week. */
#define ALL_NEED_IT                                                                  \
    "zorgvormen.zorg.vervoer.aandeel=1.0", "zorgvormen.zorg.vervoer.kosten_per_dag=" \
                                           "10.0"
#define LONG "zorgvormen.zorg.verblijfsduur=1000.0"

static bool is_in_care(const struct model_run *run, uint32_t row)
{
    return run->gemeente->inwoners.rows[row].toestand == WMO_TOESTAND_IN_ZORG;
}

static void end_now(struct model_run *run, uint32_t row)
{
    wmo_gemeente_cancel(run->gemeente, row);
    assert_int_equal(wmo_traject_uitstroom(run->gemeente, row), SIM_OK);
}

/* A booking and its return are each rounded to a cent. */
static void assert_cents(int64_t cents, double expected)
{
    assert_true(fabs((double)cents - expected) <= 1.5);
}

/* The euros of one inwoner from day 100 on, who stays 90 days. */
static struct wmo_tel costs_of(int dagdelen, const char *rolstoel)
{
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(GROUPS, ALL_NEED_IT, rolstoel,
                      "zorgvormen.zorg.vervoer.rolstoel_kosten_per_dag=16.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 100);
    uint32_t row = model_run_enter(&run, ZORG, 0, dagdelen);
    assert_true(is_in_care(&run, row));
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    model_run_close(&run);
    return tel;
}

/* One and two dagdelen are one day, three are two; of 90 days of the year. The groups
 * cost what they cost without. */
static void test_transport_costs_its_days_from_start_to_end(void **state)
{
    (void)state;
    for (int dagdelen = 1; dagdelen <= 3; dagdelen++) {
        int days = dagdelen <= 2 ? 1 : 2;
        for (int wheels = 0; wheels < 2; wheels++) {
            struct wmo_tel tel = costs_of(
                dagdelen, wheels ? "zorgvormen.zorg.vervoer.rolstoel_aandeel=1.0"
                                 : "zorgvormen.zorg.vervoer.rolstoel_aandeel=0.0");
            assert_cents(tel.vervoer_cents,
                         50000.0 * (wheels ? 1.6 : 1) * days * 90 / 365);
            assert_true(fabs((double)(tel.geboekt_cents - tel.vervoer_cents) -
                             2500000.0 * dagdelen * 90 / 365) <= 4);
            assert_int_equal(tel.vervoer_area, 90 * SIM_DAY);
        }
    }
}

/* Over the turn of the year: 30 days of 2021 and 60 of 2022, at its own price. */
static void test_transport_is_booked_in_its_year_at_the_price_of_that_year(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROUPS, ALL_NEED_IT, "periode.einde=2022-12-31",
                                 "begroting.prijspeil=2021",
                                 "begroting.loonkosten_groei=0.1"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 335);
    model_run_enter(&run, ZORG, 0, 3);
    model_run_finish(&run);
    assert_cents(model_run_sum(&run, ZORG, 0, 0).vervoer_cents, 100000.0 * 30 / 365);
    assert_cents(model_run_sum(&run, ZORG, 1, 1).vervoer_cents, 110000.0 * 60 / 365);
    model_run_close(&run);
}

/* Of n inwoners 0.3 need transport, of whom 0.2 by wheelchair; the same ones in every
 * zorgvorm and episode. */
static void test_a_share_needs_transport(void **state)
{
    (void)state;
    enum { N = 20000 };
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.vervoer.aandeel=0.3",
                                 "zorgvormen.zorg.vervoer.rolstoel_aandeel=0.2"));
    double count[WMO_VERVOER_COUNT] = {0};
    for (uint64_t i = 0; i < N; i++) {
        struct wmo_inwoner inwoner = {.id = i, .zorgvorm = ZORG};
        enum wmo_vervoer_soort soort = wmo_vervoer_draw(run.gemeente, &inwoner);
        inwoner.id = wmo_inwoner_next_episode(i);
        assert_int_equal(wmo_vervoer_draw(run.gemeente, &inwoner), soort);
        count[soort]++;
    }
    double some = 0.3, wheels = 0.3 * 0.2;
    assert_true(fabs(N - count[WMO_VERVOER_GEEN] - N * some) <=
                4 * sqrt(N * some * (1 - some)));
    assert_true(fabs(count[WMO_VERVOER_ROLSTOEL] - N * wheels) <=
                4 * sqrt(N * wheels * (1 - wheels)));
    model_run_close(&run);
}

/* In a run with room for all, of who is in care 0.3 come with transport: by Little's
 * law each start of the share adds its stay. */
static void test_the_share_in_care_is_the_share_of_who_comes(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET(GROUPS, "zorgvormen.zorg.instroom=3000.0",
                                 "begrotingsposten.zorg.bedrag=100000000.0",
                                 "zorgvormen.zorg.vervoer.aandeel=0.3"));
    model_run_begin(&run, 1, 0);
    model_run_finish(&run);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    double n = (double)tel.gestart;
    assert_true(n > 2000);
    /* Weights of 1 for those of the first 275 days, and evenly from 1 to 0 for the last
     * 90: as good as n (sum of weights)^2 / (n x sum of squares) equal ones. */
    double alike = n * (275 + 45) * (275 + 45) / (365.0 * (275 + 30));
    double share = (double)tel.vervoer_area / (double)tel.zorg_area;
    assert_true(fabs(share - 0.3) <= 4 * sqrt(0.3 * 0.7 / alike));
    model_run_close(&run);
}

/* There is money for one group of 25,000 a year and 499 euro or 500: who needs one day
 * a week begins with 500, and with 499 only who needs no transport. */
static void test_who_is_too_dear_with_transport_waits_and_others_do_not(void **state)
{
    (void)state;
    static const char *const budget[] = {"begrotingsposten.zorg.bedrag=25499.0",
                                         "begrotingsposten.zorg.bedrag=25500.0"};
    for (int enough = 0; enough < 2; enough++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI,
                       MODEL_RUN_SET(GROUPS, LONG, ALL_NEED_IT, budget[enough]));
        model_run_begin(&run, 1, 0);
        uint32_t with = model_run_enter(&run, ZORG, 0, 1);
        assert_int_equal(is_in_care(&run, with), enough);
        run.gemeente->landschap.zorgvormen.items[ZORG].vervoer.aandeel = 0;
        uint32_t without = model_run_enter(&run, ZORG, 0, 1);
        assert_true(is_in_care(&run, without));
        assert_int_equal(is_in_care(&run, with), enough);
        assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
        const struct wmo_team *team = &run.gemeente->teams.items[TEAM];
        assert_true(team->geboekt_cents <= team->begroot_cents);
        model_run_close(&run);
    }
}

/* Two places: the third waits, somebody without transport passes, and the third begins
 * when the first goes. */
static void test_who_finds_no_place_in_transport_waits_for_one(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(GROUPS, LONG, ALL_NEED_IT, "zorgvormen.zorg.vervoer.plaatsen=2"));
    model_run_begin(&run, 1, 0);
    uint32_t first = model_run_enter(&run, ZORG, 0, 1);
    uint32_t second = model_run_enter(&run, ZORG, 0, 1);
    uint32_t third = model_run_enter(&run, ZORG, 0, 1);
    run.gemeente->landschap.zorgvormen.items[ZORG].vervoer.aandeel = 0;
    uint32_t walks = model_run_enter(&run, ZORG, 0, 1);
    assert_true(is_in_care(&run, first) && is_in_care(&run, second));
    assert_true(is_in_care(&run, walks));
    assert_false(is_in_care(&run, third));
    assert_int_equal(run.gemeente->teams.items[TEAM].vervoerd, 2);
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    model_run_until_day(&run, 10);
    end_now(&run, walks);
    assert_false(is_in_care(&run, third));
    end_now(&run, first);
    assert_true(is_in_care(&run, third));
    assert_int_equal(wmo_gemeente_verify(run.gemeente), SIM_OK);
    struct wmo_tel tel = model_run_sum(&run, ZORG, 0, 0);
    assert_int_equal(tel.geen_vervoer, 1);
    assert_int_equal(tel.wacht, 10 * SIM_DAY);
    model_run_close(&run);
}

static void test_transport_for_nobody_changes_no_bit(void **state)
{
    (void)state;
    model_run_assert_same(
        MODEL_RUN_STAD, NULL,
        MODEL_RUN_SET("zorgvormen.zorg.vervoer.aandeel=0.0",
                      "zorgvormen.zorg.vervoer.kosten_per_dag=17.0",
                      "zorgvormen.zorg.vervoer.rolstoel_aandeel=0.1",
                      "zorgvormen.zorg.vervoer.rolstoel_kosten_per_dag=29.0",
                      "zorgvormen.zorg.vervoer.plaatsen=0"));
}

static void test_transport_asks_for_groups(void **state)
{
    (void)state;
    model_run_assert_fault(MODEL_RUN_MINI, MODEL_RUN_SET(ALL_NEED_IT),
                           "vervoer van 'zorg' vraagt groepen ('groep.maximum'), want "
                           "de dagen volgen uit de dagdelen");
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_transport_costs_its_days_from_start_to_end),
        cmocka_unit_test(
            test_transport_is_booked_in_its_year_at_the_price_of_that_year),
        cmocka_unit_test(test_a_share_needs_transport),
        cmocka_unit_test(test_the_share_in_care_is_the_share_of_who_comes),
        cmocka_unit_test(test_who_is_too_dear_with_transport_waits_and_others_do_not),
        cmocka_unit_test(test_who_finds_no_place_in_transport_waits_for_one),
        cmocka_unit_test(test_transport_for_nobody_changes_no_bit),
        cmocka_unit_test(test_transport_asks_for_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
