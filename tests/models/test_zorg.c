/* tests/models/test_zorg.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "models/zorg/zorg.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define NOBODY_COMES "zorgvormen.zorg.instroom=0.0"
#define TEAM 1 /* the one of zorg, in mini.cfg */

static const struct wmo_team *team(const struct model_run *run)
{
    return &run->gemeente->teams.items[TEAM];
}

static bool is_in_care(const struct model_run *run, uint32_t row)
{
    return run->gemeente->inwoners.rows[row].toestand == WMO_TOESTAND_IN_ZORG;
}

static int64_t booked_in_year(const struct model_run *run, int year)
{
    return model_run_sum(run, ZORG, year, year).geboekt_cents;
}

/* --- The ceiling, by hand --- */

/* Two medewerkers of 20 hours are paid from 200,000 euro, and an inwoner takes 5 hours:
 * 8 places. But 5 hours cost 25,000 a year and activities 700 x 50 = 35,000, together
 * 60,000, so the money is for 3 places at most. Stays outlast the run; 2021 has 365
 * days.
 *
 *   day       cost of the rest of the year     booked        budget
 *     0  P1   60,000                            60,000.00   200,000
 *    30  P2   60,000 x 335/365 = 55,068.49     115,068.49
 *    60  P3   60,000 x 305/365 = 50,136.99     165,205.48           the last start
 *    90  P4   60,000 x 275/365 = 45,205.48     210,410.96   no
 *   120  P5   60,000 x 245/365 = 40,273.97     behind P4            rest 34,794.52
 *   365  P1, P2 and P3 go on                   180,000.00   240,000
 *        P4   60,000                           240,000.00           starts
 *        P5   60,000                           300,000.00   no      rest 0 */
#define CEILING                                                           \
    MODEL_RUN_SET("periode.start=2021-01-01", "periode.einde=2022-12-31", \
                  "begrotingsposten.zorg.bedrag={ jaren = [2021, 2022]; " \
                  "waarden = [200000.0, 240000.0]; }",                    \
                  "zorgvormen.zorg.instroom=0.0",                         \
                  "zorgvormen.zorg.activiteitkosten=700.0",               \
                  "zorgvormen.zorg.verblijfsduur=1000.0")

static void enter_five(struct model_run *run, uint32_t row[5])
{
    model_run_begin(run, 1, 0);
    for (int i = 0; i < 5; i++) {
        model_run_until_day(run, 30 * i);
        row[i] = model_run_enter(run, ZORG, 0, 5 * 60);
    }
}

static void test_money_runs_out_before_the_hours_do(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t row[5];
    model_run_open(&run, MODEL_RUN_MINI, CEILING);
    enter_five(&run, row);
    for (int day = 120; day < 365; day++) {
        model_run_until_day(&run, day);
        for (int i = 0; i < 5; i++) {
            assert_int_equal(is_in_care(&run, row[i]), i < 3);
        }
        assert_int_equal(team(&run)->geboekt_cents, 6000000 + 5506849 + 5013699);
        assert_int_equal(team(&run)->begroot_cents - team(&run)->geboekt_cents,
                         3479452);
    }
    assert_int_equal(sim_resource_free_units(&team(&run)->staff.total), 25 * 60);
    model_run_close(&run);
}

static void test_starts_go_on_when_the_new_year_brings_money(void **state)
{
    (void)state;
    struct model_run run;
    uint32_t row[5];
    model_run_open(&run, MODEL_RUN_MINI, CEILING);
    enter_five(&run, row);
    model_run_until(&run, 365 * SIM_DAY - 1);
    assert_false(is_in_care(&run, row[3]));
    model_run_until_day(&run, 365);
    assert_true(is_in_care(&run, row[3]));
    model_run_finish(&run);
    assert_false(is_in_care(&run, row[4]));
    assert_int_equal(booked_in_year(&run, 0), 16520548);
    assert_int_equal(booked_in_year(&run, 1), 24000000);
    assert_int_equal(model_run_sum(&run, ZORG, 1, 1).begroot_cents, 24000000);
    model_run_close(&run);
}

/* A newcomer needs 60,000 x (365 - d) / 365 of the 34,794.52 that is left: 212 days
 * cost 34,849.32 and 211 days 34,684.93. */
static void test_the_rest_of_the_year_must_fit_to_the_day(void **state)
{
    (void)state;
    for (int day = 153; day <= 154; day++) {
        struct model_run run;
        model_run_open(&run, MODEL_RUN_MINI, CEILING);
        model_run_begin(&run, 1, 0);
        for (int i = 0; i < 3; i++) {
            model_run_until_day(&run, 30 * i);
            model_run_enter(&run, ZORG, 0, 5 * 60);
        }
        model_run_until_day(&run, day);
        uint32_t row = model_run_enter(&run, ZORG, 0, 5 * 60);
        assert_int_equal(is_in_care(&run, row), day == 154);
        model_run_close(&run);
    }
}

/* Two fte in 2020, one in 2021, two in 2022; each inwoner takes a whole fte, 100,000.
 *   2020, day 0         P1 and P2 begin, for 500 days       200,000 of 200,000
 *   2021                both go on, above the ceiling       200,000 of 100,000
 *         day 34 (400)  P3 waits
 *         day 134 (500) P1 and P2 end: 2 x 134/365           73,424.66
 *                       P3 asks 231/365 = 63,287.67         136,712.33: no
 *   2022, day 0 (731)   P3 begins                           100,000 of 200,000 */
static void test_a_budget_that_shrinks_leaves_care_alone_and_stops_starts(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("periode.einde=2022-12-31",
                                 "begrotingsposten.zorg.bedrag={ jaren = [2020, 2021, "
                                 "2022]; waarden = [200000.0, 100000.0, 200000.0]; }",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.verblijfsduur=500.0"));
    model_run_begin(&run, 1, 0);
    uint32_t p1 = model_run_enter(&run, ZORG, 0, 20 * 60);
    uint32_t p2 = model_run_enter(&run, ZORG, 0, 20 * 60);
    model_run_until_day(&run, 400);
    assert_true(is_in_care(&run, p1) && is_in_care(&run, p2));
    assert_int_equal(team(&run)->begroot_cents, 10000000);
    assert_int_equal(team(&run)->geboekt_cents, 20000000);
    uint32_t p3 = model_run_enter(&run, ZORG, 0, 20 * 60);
    model_run_until_day(&run, 730);
    assert_int_equal(team(&run)->geboekt_cents, 7342466);
    assert_int_equal(team(&run)->staff.total.used, 0);
    assert_false(is_in_care(&run, p3));
    model_run_until_day(&run, 731);
    assert_true(is_in_care(&run, p3));
    model_run_close(&run);
}

/* Four inwoners of 10 hours and 1000 a week, 100,000 a year each, fill the hours of two
 * medewerkers on day 300 of 2021: 4 x 100,000 x 65/365 = 71,232.88 of 200,000. They
 * stay, so 2022 begins with 400,000 booked on the same budget, and nobody else starts.
 */
static void test_who_started_late_goes_on_above_the_next_ceiling(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("periode.start=2021-01-01", "periode.einde=2022-12-31",
                                 "zorgvormen.zorg.instroom=0.0",
                                 "zorgvormen.zorg.activiteitkosten=1000.0",
                                 "zorgvormen.zorg.verblijfsduur=1000.0"));
    model_run_begin(&run, 1, 0);
    model_run_until_day(&run, 300);
    for (int i = 0; i < 4; i++) {
        assert_true(is_in_care(&run, model_run_enter(&run, ZORG, 0, 10 * 60)));
    }
    assert_int_equal(team(&run)->geboekt_cents, 4 * 1780822);
    model_run_until_day(&run, 365);
    assert_int_equal(team(&run)->geboekt_cents, 40000000);
    assert_int_equal(team(&run)->begroot_cents, 20000000);
    assert_false(is_in_care(&run, model_run_enter(&run, ZORG, 0, 1)));
    model_run_close(&run);
}

/* --- Every euro once, in a city with chance --- */

static int64_t in_care_now(const struct model_run *run, int zorgvorm)
{
    const struct wmo_gemeente *gemeente = run->gemeente;
    int slots = gemeente->landschap.wijken.count + 1;
    int64_t sum = 0;
    for (int a = 0; a < gemeente->landschap.aanbieders.aanbod_count; a++) {
        for (int i = 0; i < slots; i++) {
            if (gemeente->landschap.aanbieders.aanbod[a].zorgvorm == zorgvorm) {
                sum += gemeente->record.lijn[a * slots + i].zorg.level;
            }
        }
    }
    return sum;
}

/* The price in [zorgvorm], which is the same for all who offer it. */
static const struct wmo_prijs *price_of(const struct wmo_gemeente *gemeente, int year,
                                        int zorgvorm)
{
    int aanbod = 0;
    while (gemeente->landschap.aanbieders.aanbod[aanbod].zorgvorm != zorgvorm) {
        aanbod++;
    }
    return wmo_formatieplan_prijs(&gemeente->formatieplan, year, aanbod);
}

/* What was booked in a year is hours x price + inwoners x activities, but for half a
 * cent per booking: one at the start of the year for who is in care, one per start and
 * end, and two when the buurtteam goes on with other hours after the onderzoek. */
static void test_booked_is_what_hours_and_activities_cost(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_gemeente *gemeente = run.gemeente;
    const struct wmo_periode *periode = &gemeente->landschap.periode;
    int count = gemeente->landschap.zorgvormen.count;
    int64_t in_care[16] = {0};
    model_run_begin(&run, 1, 0);
    for (int year = 0; year < periode->year_count; year++) {
        for (int z = 0; z < count; z++) {
            in_care[year * count + z] = in_care_now(&run, z);
        }
        model_run_until(&run, periode->year_start[year + 1] - 1);
    }
    model_run_finish(&run);
    for (int i = 0; i < periode->year_count * count; i++) {
        int year = i / count, zorgvorm = i % count;
        struct wmo_tel tel = model_run_sum(&run, zorgvorm, year, year);
        const struct wmo_prijs *prijs = price_of(gemeente, year, zorgvorm);
        double cents =
            (prijs->minute_cents * (double)tel.gebruikt_area +
             prijs->activiteit_cents * (double)tel.zorg_area) /
            (double)(periode->year_start[year + 1] - periode->year_start[year]);
        int64_t bookings = in_care[i] + 3 * tel.gestart + tel.uitstroom;
        assert_true(tel.geboekt_cents > 0);
        assert_true(fabs((double)tel.geboekt_cents - cents) <= 0.5 * (double)bookings);
    }
    model_run_close(&run);
}

/* Whatever happens within a year, no start takes a team over its ceiling; only the
 * turn of the year can, by care under way. The buurtteam may have to go on with more
 * hours than the onderzoek took, so it is left out. */
static void test_no_start_takes_a_team_over_its_ceiling(void **state)
{
    (void)state;
    struct model_run run;
    int64_t before[64] = {0};
    int refused = 0;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_gemeente *gemeente = run.gemeente;
    model_run_begin(&run, 1, 0);
    assert_true(gemeente->teams.count <= 64);
    int year_index = -1;
    do {
        for (int t = 0; t < gemeente->teams.count; t++) {
            const struct wmo_team *now = &gemeente->teams.items[t];
            if (now->zorgvorm != gemeente->landschap.zorgvormen.buurtteam &&
                gemeente->year_index == year_index) {
                assert_true(now->geboekt_cents <= now->begroot_cents ||
                            now->geboekt_cents <= before[t]);
                refused += now->geboekt_cents > now->begroot_cents;
            }
            before[t] = now->geboekt_cents;
        }
        year_index = gemeente->year_index;
    } while (model_run_step(&run, model_run_end(&run)));
    /* The budget of 2028 is so low that some teams begin that year above it. */
    assert_true(refused > 0);
    model_run_close(&run);
}

/* What the budget allows is worked out at once; here minute by minute, for balances and
 * days at random. An inwoner costs at least the activities. */
static void test_affordable_minutes_are_the_most_that_are_affordable(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(
        &run, MODEL_RUN_MINI,
        MODEL_RUN_SET(NOBODY_COMES, "zorgvormen.zorg.activiteitkosten=700.0"));
    model_run_begin(&run, 1, 0);
    struct wmo_rekeningen *all = &run.gemeente->rekeningen;
    struct wmo_rekening *rekening = &all->items[all->van_team[TEAM]];
    uint64_t random = 1;
    int none = 0, some = 0;
    for (int day = 0; day < 366; day++) {
        model_run_until_day(&run, day);
        random = random * 6364136223846793005u + 1442695040888963407u;
        rekening->geboekt_cents =
            rekening->begroot_cents - (int64_t)(random >> 33) % 8000000 + 500000;
        int32_t most = wmo_zorg_affordable_minutes(run.gemeente, TEAM);
        none += most == -1;
        some += most >= 0;
        assert_true(most >= -1 && most < 10000000);
        assert_false(wmo_zorg_is_affordable(run.gemeente, TEAM, most + 1));
        assert_true(most < 0 || wmo_zorg_is_affordable(run.gemeente, TEAM, most));
        rekening->geboekt_cents = 0; /* as the books have it */
    }
    assert_true(none > 10 && some > 10);
    model_run_close(&run);
}

/* In the last second of the year a million minutes a week cost a few cents. */
static void test_money_to_spare_is_enough_for_any_minutes(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MINI, MODEL_RUN_SET(NOBODY_COMES));
    model_run_begin(&run, 1, 0);
    model_run_until(&run, run.gemeente->landschap.periode.year_start[1] - 1);
    assert_int_equal(wmo_zorg_affordable_minutes(run.gemeente, TEAM),
                     WMO_ZORG_ANY_MINUTES);
    model_run_close(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money_runs_out_before_the_hours_do),
        cmocka_unit_test(test_starts_go_on_when_the_new_year_brings_money),
        cmocka_unit_test(test_the_rest_of_the_year_must_fit_to_the_day),
        cmocka_unit_test(test_a_budget_that_shrinks_leaves_care_alone_and_stops_starts),
        cmocka_unit_test(test_who_started_late_goes_on_above_the_next_ceiling),
        cmocka_unit_test(test_booked_is_what_hours_and_activities_cost),
        cmocka_unit_test(test_no_start_takes_a_team_over_its_ceiling),
        cmocka_unit_test(test_affordable_minutes_are_the_most_that_are_affordable),
        cmocka_unit_test(test_money_to_spare_is_enough_for_any_minutes),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("zorg", tests, NULL, NULL);
}
