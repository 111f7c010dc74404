/* tests/models/test_measure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

#include "models/uitkomst/outcome.h"
#include "models/traject/traject.h"
#include "tests/support/model_run.h"

#define ZORG 1
#define NEVER 100000
#define NORM_DAYS 14

/* One medewerker, who supports one inwoner at a time for 100 days. 2020 has 366 days,
 * so 2021 begins on day 366 and the run ends on day 731.
 *
 *  day  comes  starts
 *    0    A       0   at once
 *    5    B     100
 *   90    C     200
 *   95    D     300
 *  150    E     400   waits over the turn of the year
 *  300    F     500
 *  310    G           leaves on day 330, after the norm day: a start too late
 *  340    H           leaves on day 345, before the norm day: not counted for it
 *  355    I     600   comes in 2020, has the norm day in 2021
 *  700    J     700   at once, when I ends
 *  710    K           waits at the end; the norm day is 724
 *  720    L           waits at the end; the norm day is not reached */
static const struct spell {
    int enter, start, leave;
} SPELL[] = {
    {0, 0, NEVER},     {5, 100, NEVER},   {90, 200, NEVER},    {95, 300, NEVER},
    {150, 400, NEVER}, {300, 500, NEVER}, {310, NEVER, 330},   {340, NEVER, 345},
    {355, 600, NEVER}, {700, 700, NEVER}, {710, NEVER, NEVER}, {720, NEVER, NEVER},
};
#define SPELL_COUNT ((int)(sizeof SPELL / sizeof SPELL[0]))
#define STAY_DAYS 100
#define END_DAY 731

struct city {
    struct model_run run;
    struct wmo_outcome outcome;
    double *values;
};

static void live_through(struct model_run *run)
{
    uint32_t row[SPELL_COUNT];
    model_run_begin(run, 1, 0);
    for (int day = 0; day < END_DAY; day++) {
        model_run_until_day(run, day);
        for (int i = 0; i < SPELL_COUNT; i++) {
            if (SPELL[i].enter == day) {
                row[i] = model_run_enter(run, ZORG, 0, 20 * 60);
            }
            if (SPELL[i].leave == day) {
                assert_int_equal(wmo_traject_uitval(run->gemeente, row[i]), SIM_OK);
            }
        }
    }
    model_run_finish(run);
}

static int open_city(void **state)
{
    static struct city city;
    model_run_open(&city.run, MODEL_RUN_MINI,
                   MODEL_RUN_SET("begrotingsposten.zorg.bedrag=200000.0",
                                 "zorgvormen.zorg.aandeel_activiteiten=0.5",
                                 "zorgvormen.zorg.verblijfsduur=100.0",
                                 "zorgvormen.zorg.instroom=0.0"));
    live_through(&city.run);
    assert_int_equal(wmo_outcome_init(&city.outcome, &city.run.gemeente->landschap),
                     SIM_OK);
    city.values = calloc((size_t)city.outcome.layout.cell_count, sizeof(double));
    assert_non_null(city.values);
    wmo_outcome_summarise(&city.outcome, &city.run.gemeente->record, city.values);
    *state = &city;
    return 0;
}

static int close_city(void **state)
{
    struct city *city = *state;
    free(city->values);
    wmo_outcome_free(&city->outcome);
    model_run_close(&city->run);
    return 0;
}

/* --- The same from the list of spells, the long way --- */

static const struct period {
    const char *jaar;
    int first, end; /* days */
} PERIOD[] = {{"2020", 0, 366}, {"2021", 366, END_DAY}, {"totaal", 0, END_DAY}};

static bool within(int day, const struct period *period)
{
    return day >= period->first && day < period->end;
}

/* The hours in which [hour] + a half falls between [from] and [to], days. */
static bool is_between(int hour, int from, int to)
{
    return hour >= 24 * from && hour < 24 * to;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

struct recount {
    int aangemeld, gestart, uitval, uitstroom, eind;
    int waits[SPELL_COUNT]; /* of those who started, in days */
    double wait_days, list_hours, list_waited_days, care_hours;
    int norm_allen, norm_binnen;
};

static void recount_hours(struct recount *self, const struct spell *spell,
                          const struct period *period)
{
    int out = least(spell->start, spell->leave);
    for (int hour = 24 * period->first; hour < 24 * period->end; hour++) {
        if (is_between(hour, spell->enter, out)) {
            self->list_hours++;
            self->list_waited_days += (hour + 0.5) / 24 - spell->enter;
        }
        self->care_hours += is_between(hour, spell->start, spell->start + STAY_DAYS);
    }
}

static struct recount recount(const struct period *period)
{
    struct recount self = {0};
    for (int i = 0; i < SPELL_COUNT; i++) {
        const struct spell *spell = &SPELL[i];
        self.aangemeld += within(spell->enter, period);
        self.uitval += within(spell->leave, period);
        self.uitstroom += within(spell->start + STAY_DAYS, period);
        self.eind += spell->enter < period->end &&
                     least(spell->start, spell->leave) >= period->end;
        if (within(spell->start, period)) {
            self.waits[self.gestart++] = spell->start - spell->enter;
            self.wait_days += spell->start - spell->enter;
        }
        int norm_day = spell->enter + NORM_DAYS;
        if (within(norm_day, period) && spell->leave >= norm_day) {
            self.norm_allen++;
            self.norm_binnen += spell->start <= norm_day;
        }
        recount_hours(&self, spell, period);
    }
    return self;
}

/* --- --- */

static double value(const struct city *city, const char *measure, const char *jaar)
{
    return city->values[model_run_cell(&city->outcome.layout, measure, jaar, "totaal",
                                       "zorg", "totaal")];
}

static void assert_close(double value, double expected)
{
    if (!(fabs(value - expected) <= 1e-9 * fmax(1, fabs(expected)))) {
        fail_msg("%.12g is not %.12g", value, expected);
    }
}

static void test_inwoners_start_on_the_days_worked_out(void **state)
{
    const struct city *city = *state;
    for (int p = 0; p < 3; p++) {
        struct recount r = recount(&PERIOD[p]);
        assert_close(value(city, "aangemeld", PERIOD[p].jaar), r.aangemeld);
        assert_close(value(city, "gestart", PERIOD[p].jaar), r.gestart);
        assert_close(value(city, "uitval", PERIOD[p].jaar), r.uitval);
        assert_close(value(city, "uitstroom", PERIOD[p].jaar), r.uitstroom);
    }
}

static void test_wachttijd_gestart_is_the_mean_of_who_started_that_year(void **state)
{
    /* 2020: (0 + 95 + 110 + 205) / 4; 2021: (250 + 200 + 245 + 0) / 4. */
    const struct city *city = *state;
    assert_close(value(city, "wachttijd_gestart", "2020"), 102.5);
    assert_close(value(city, "wachttijd_gestart", "2021"), 173.75);
    for (int p = 0; p < 3; p++) {
        struct recount r = recount(&PERIOD[p]);
        assert_close(value(city, "wachttijd_gestart", PERIOD[p].jaar),
                     r.wait_days / r.gestart);
    }
}

static void test_wachttijd_op_lijst_weighs_every_hour_on_the_list(void **state)
{
    const struct city *city = *state;
    for (int p = 0; p < 3; p++) {
        struct recount r = recount(&PERIOD[p]);
        assert_close(value(city, "wachttijd_op_lijst", PERIOD[p].jaar),
                     r.list_waited_days / r.list_hours);
    }
}

static void test_aandeel_binnen_norm_counts_who_still_waits(void **state)
{
    /* 2020: norm days of A to G, only A in time; 2021: I, J and K, only J. */
    const struct city *city = *state;
    assert_close(value(city, "aandeel_binnen_norm", "2020"), 100.0 / 7);
    assert_close(value(city, "aandeel_binnen_norm", "2021"), 100.0 / 3);
    for (int p = 0; p < 3; p++) {
        struct recount r = recount(&PERIOD[p]);
        assert_close(value(city, "aandeel_binnen_norm", PERIOD[p].jaar),
                     100.0 * r.norm_binnen / r.norm_allen);
    }
}

/* By month the norm days are counted in their own month: A has it on 15 January, B on
 * the 20th; I came in December 2020 and has it on 4 January 2021. */
static void test_the_norm_counts_in_the_month_of_the_norm_day(void **state)
{
    const struct city *city = *state;
    const struct sim_layout *layout = &city->outcome.layout;
    static const struct {
        const char *jaar, *maand;
        double expected;
    } month[] = {{"2020", "01", 50}, {"2020", "02", NAN}, {"2021", "01", 0}};
    for (int m = 0; m < 3; m++) {
        int cell = model_run_find(
            layout, &(struct model_run_keys){.measure = "aandeel_binnen_norm",
                                             .jaar = month[m].jaar,
                                             .maand = month[m].maand,
                                             .zorgvorm = "zorg"});
        assert_true(cell >= 0);
        double share = city->values[cell];
        assert_true(isnan(month[m].expected) ? isnan(share)
                                             : share == month[m].expected);
    }
}

/* 2020: D started after 205 days, but E waits since day 150 when the year ends, 216
 * days by then. 2021: E, who starts on day 400 after 250 days. */
static void test_the_longest_wait_may_be_of_who_still_waits(void **state)
{
    const struct city *city = *state;
    assert_close(value(city, "langste_wacht", "2020"), 216);
    assert_close(value(city, "langste_wacht", "2021"), 250);
    assert_close(value(city, "langste_wacht", "totaal"), 250);
}

static void test_euros_are_given_per_inwoner_and_as_part_of_the_budget(void **state)
{
    const struct city *city = *state;
    double booked = value(city, "geboekt", "2021");
    assert_close(value(city, "uitnutting", "2021"),
                 100 * booked / value(city, "begroot", "2021"));
    assert_close(value(city, "kosten_per_inwoner", "2021"),
                 booked / value(city, "inwoners_in_zorg", "2021") * 365.25 / 365);
}

static void test_care_is_given_per_1000_inhabitants(void **state)
{
    const struct city *city = *state;
    double inwoners = wmo_wijken_stad(&city->run.gemeente->landschap.wijken, 2021.5);
    assert_true(inwoners > 0);
    assert_close(value(city, "in_zorg_per_1000", "2021"),
                 1000 * value(city, "inwoners_in_zorg", "2021") / inwoners);
}

/* Three wijken: 2 start after 10 days, 6 after 30, nobody in the third. The mean is 25,
 * the variance (2 x 15^2 + 6 x 5^2) / 8 = 75. */
static void test_the_spread_of_wijken_weighs_who_started(void **state)
{
    (void)state;
    const struct wmo_tel wijk[] = {{.gestart = 2, .wacht = 2 * 10 * SIM_DAY},
                                   {.gestart = 6, .wacht = 6 * 30 * SIM_DAY},
                                   {0}};
    struct wmo_tel all = {0};
    for (int w = 0; w < 3; w++) {
        wmo_tel_add_line(&all, &wijk[w]);
    }
    struct wmo_sum sum = {.tel = &all, .seconds = 1, .wijk = wijk, .wijk_count = 3};
    assert_close(wmo_measure_value(WMO_MEASURE_SPREIDING_WIJKEN, &sum), sqrt(75));
}

static void test_list_and_care_are_averages_over_time(void **state)
{
    const struct city *city = *state;
    for (int p = 0; p < 3; p++) {
        struct recount r = recount(&PERIOD[p]);
        double hours = 24.0 * (PERIOD[p].end - PERIOD[p].first);
        assert_close(value(city, "wachtlijst", PERIOD[p].jaar), r.list_hours / hours);
        assert_close(value(city, "inwoners_in_zorg", PERIOD[p].jaar),
                     r.care_hours / hours);
        /* The one medewerker is busy when there is an inwoner in care. */
        assert_close(value(city, "bezetting", PERIOD[p].jaar),
                     100 * r.care_hours / hours);
        assert_close(value(city, "wachtlijst_eind", PERIOD[p].jaar), r.eind);
    }
}

static int by_size(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The smallest wait that a share [p] does not exceed; off by 1/16, see histogram.h. */
static void assert_quantile(const struct city *city, const char *measure, double p)
{
    for (int i = 0; i < 3; i++) {
        struct recount r = recount(&PERIOD[i]);
        qsort(r.waits, (size_t)r.gestart, sizeof r.waits[0], by_size);
        double days = r.waits[(int)ceil(p * r.gestart) - 1];
        assert_true(fabs(value(city, measure, PERIOD[i].jaar) - days) <= days / 16);
    }
}

static void test_median_and_90th_percentile_are_right_within_a_sixteenth(void **state)
{
    assert_quantile(*state, "wachttijd_gestart_mediaan", 0.5);
    assert_quantile(*state, "wachttijd_gestart_p90", 0.9);
}

static void test_totals_of_one_wijk_and_one_aanbieder_are_the_same(void **state)
{
    const struct city *city = *state;
    const struct sim_layout *layout = &city->outcome.layout;
    static const char *const measure[] = {"wachttijd_gestart", "wachttijd_op_lijst",
                                          "aandeel_binnen_norm", "wachtlijst",
                                          "geboekt"};
    for (int m = 0; m < 5; m++) {
        double expected = value(city, measure[m], "2021");
        int wijk = model_run_cell(layout, measure[m], "2021", "Wijk", "zorg", "totaal");
        int aanbieder =
            model_run_cell(layout, measure[m], "2021", "totaal", "zorg", "Aanbieder");
        int sum = model_run_cell(layout, measure[m], "2021", "totaal",
                                 "aanvullende_zorg", "totaal");
        assert_close(city->values[wijk], expected);
        assert_close(city->values[aanbieder], expected);
        assert_close(city->values[sum], expected);
    }
}

static void test_measures_of_nobody_have_no_value(void **state)
{
    const struct city *city = *state;
    static const char *const none[] = {"wachttijd_gestart", "wachttijd_gestart_mediaan",
                                       "wachttijd_op_lijst", "aandeel_binnen_norm"};
    for (int m = 0; m < 4; m++) {
        int cell = model_run_cell(&city->outcome.layout, none[m], "2020", "totaal",
                                  "buurtteam", "totaal");
        assert_true(isnan(city->values[cell]));
    }
    int fte = model_run_cell(&city->outcome.layout, "fte", "2020", "totaal",
                             "sociale_basis", "totaal");
    assert_true(isnan(city->values[fte]));
}

#define ONE(type, name) .name = 1,

/* A measure that is in the table but in none of the formulas would be empty. */
static void test_every_measure_has_a_value_where_all_is_counted(void **state)
{
    (void)state;
    struct wmo_tel tel = {WMO_TEL_SOMMEN(ONE) WMO_TEL_EIGEN_DAG(ONE)
                              WMO_TEL_STANDEN(ONE) WMO_TEL_HOOGSTE(ONE)};
    tel.gestart = 2; /* one of them urgent */
    struct sim_histogram wacht;
    sim_histogram_reset(&wacht);
    sim_histogram_add(&wacht, 24);
    struct wmo_sum sum = {.tel = &tel, .wacht = &wacht, .seconds = 1, .inwoners = 1000};
    for (int m = 0; m < WMO_MEASURE_COUNT; m++) {
        sum.is_sociale_basis = false;
        double team = wmo_measure_value((enum wmo_measure)m, &sum);
        sum.is_sociale_basis = true;
        double basis = wmo_measure_value((enum wmo_measure)m, &sum);
        if (isnan(team) && isnan(basis)) {
            fail_msg("%s", WMO_MEASURE[m].name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inwoners_start_on_the_days_worked_out),
        cmocka_unit_test(test_wachttijd_gestart_is_the_mean_of_who_started_that_year),
        cmocka_unit_test(test_wachttijd_op_lijst_weighs_every_hour_on_the_list),
        cmocka_unit_test(test_aandeel_binnen_norm_counts_who_still_waits),
        cmocka_unit_test(test_the_norm_counts_in_the_month_of_the_norm_day),
        cmocka_unit_test(test_the_longest_wait_may_be_of_who_still_waits),
        cmocka_unit_test(test_euros_are_given_per_inwoner_and_as_part_of_the_budget),
        cmocka_unit_test(test_care_is_given_per_1000_inhabitants),
        cmocka_unit_test(test_the_spread_of_wijken_weighs_who_started),
        cmocka_unit_test(test_list_and_care_are_averages_over_time),
        cmocka_unit_test(test_median_and_90th_percentile_are_right_within_a_sixteenth),
        cmocka_unit_test(test_totals_of_one_wijk_and_one_aanbieder_are_the_same),
        cmocka_unit_test(test_measures_of_nobody_have_no_value),
        cmocka_unit_test(test_every_measure_has_a_value_where_all_is_counted),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("measure", tests, open_city, close_city);
}
