/* tests/verification/test_model_queue.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>

#include "sim/statistics/tally.h"
#include "tests/support/model_run.h"

/* The scenario mmc.cfg with stays of 3 days and ten times the instroom: the same queue,
 * ten times as fast. With 6 medewerkers and a load of 0.85 its relaxation time is
 * 3 / (sqrt(6) - sqrt(5.1))^2 = 82 days, so after two years what is left of the empty
 * start is exp(-9), far below the standard errors. */
#define ZORG 1
#define WARM_UP_YEARS 2
#define YEAR_COUNT 20
#define REPLICATION_COUNT 40
#define STAY_DAYS 3.0
#define NORM_DAYS 1
#define YEARS "periode.einde=2019-12-31"
#define STAY "zorgvormen.zorg.verblijfsduur.gemiddelde=3.0"
#define NORM "norm.wachttijd=1"

/* Theory: what holds in the long run. Times in days. */
struct theory {
    double wait;          /* mean, of those who start */
    double wait_longer;   /* share that waits longer than NORM_DAYS */
    double list;          /* mean number on the list */
    double in_care;       /* mean number in care */
    double abandon_share; /* of the aanmeldingen */
};

/* Erlang C (Gross and Harris, "Fundamentals of queueing theory", section 2.3): the
 * chance to wait from the recursion of Erlang B, and an exponential wait after that. */
static struct theory erlang_c(int c, double arrivals_per_day)
{
    double load = arrivals_per_day * STAY_DAYS;
    double b = 1;
    for (int k = 1; k <= c; k++) {
        b = load * b / (k + load * b);
    }
    double wait_chance = b / (1 - load / c * (1 - b));
    double drain_per_day = c / STAY_DAYS - arrivals_per_day;
    double wait = wait_chance / drain_per_day;
    return (struct theory){
        .wait = wait,
        .wait_longer = wait_chance * exp(-drain_per_day * NORM_DAYS),
        .list = arrivals_per_day * wait,
        .in_care = load,
    };
}

/* Erlang A: the stationary distribution of the birth-death process in which each of
 * the waiting leaves at rate [leave_per_day], summed until it no longer counts. */
static struct theory erlang_a(int c, double arrivals_per_day, double leave_per_day)
{
    double weight = 1, total = 0, list = 0, in_care = 0;
    for (int n = 0; n < 100000 && (n <= c || weight > 1e-18 * total); n++) {
        int waiting = n > c ? n - c : 0;
        total += weight;
        list += weight * waiting;
        in_care += weight * (n - waiting);
        int next_waiting = n + 1 > c ? n + 1 - c : 0;
        weight *= arrivals_per_day /
                  ((n + 1 - next_waiting) / STAY_DAYS + next_waiting * leave_per_day);
    }
    list /= total;
    return (struct theory){.list = list,
                           .in_care = in_care / total,
                           .abandon_share = leave_per_day * list / arrivals_per_day};
}

/* What is measured: per replication what was counted minus what theory says about just
 * as many inwoners. The expectation is exactly 0, which that of a ratio is not. */
struct deviations {
    struct sim_tally wait, wait_longer, list, in_care, abandon;
};

static double window_seconds(const struct model_run *run)
{
    const struct wmo_periode *periode = &run->gemeente->landschap.periode;
    return (double)(periode->year_start[YEAR_COUNT] -
                    periode->year_start[WARM_UP_YEARS]);
}

static void compare(struct deviations *self, const struct model_run *run,
                    const struct theory *theory)
{
    struct wmo_tel tel = model_run_sum(run, ZORG, WARM_UP_YEARS, YEAR_COUNT - 1);
    double seconds = window_seconds(run);
    double late = (double)(tel.norm_allen - tel.norm_binnen);
    sim_tally_add(&self->wait,
                  sim_time_to_days(tel.wacht) - theory->wait * (double)tel.gestart);
    sim_tally_add(&self->wait_longer,
                  late - theory->wait_longer * (double)tel.norm_allen);
    sim_tally_add(&self->list, (double)tel.lijst_area / seconds - theory->list);
    sim_tally_add(&self->in_care, (double)tel.zorg_area / seconds - theory->in_care);
    sim_tally_add(&self->abandon,
                  (double)tel.uitval - theory->abandon_share * (double)tel.aangemeld);
}

static void assert_zero(const struct sim_tally *deviation, const char *what)
{
    double bound = 4 * sim_tally_standard_error(deviation);
    if (!(fabs(sim_tally_mean(deviation)) <= bound)) {
        fail_msg("%s: %g from theory, four standard errors are %g", what,
                 sim_tally_mean(deviation), bound);
    }
}

static struct deviations replicate(const char *const *settings, uint64_t seed,
                                   const struct theory *theory)
{
    struct deviations deviations;
    sim_tally_reset(&deviations.wait);
    sim_tally_reset(&deviations.wait_longer);
    sim_tally_reset(&deviations.list);
    sim_tally_reset(&deviations.in_care);
    sim_tally_reset(&deviations.abandon);
    struct model_run run;
    model_run_open(&run, MODEL_RUN_MMC, settings);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        model_run_begin(&run, seed, r);
        model_run_finish(&run);
        compare(&deviations, &run, theory);
    }
    model_run_close(&run);
    return deviations;
}

static void assert_erlang_c(const char *const *settings, uint64_t seed, int c,
                            double arrivals_per_day)
{
    struct theory theory = erlang_c(c, arrivals_per_day);
    struct deviations deviations = replicate(settings, seed, &theory);
    assert_zero(&deviations.wait, "wait of those who start");
    assert_zero(&deviations.wait_longer, "share that waits over a day");
    assert_zero(&deviations.list, "length of the list");
    assert_zero(&deviations.in_care, "number in care");
}

/* --- The theory itself --- */

static void test_erlang_c_of_two_medewerkers_and_load_one(void **state)
{
    (void)state;
    /* Load 1 on 2: the chance to wait is 1/3 and the list is 1/3 long on average. */
    assert_true(fabs(erlang_c(2, 1 / STAY_DAYS).list - 1.0 / 3) < 1e-12);
}

static void test_erlang_a_without_impatience_is_erlang_c(void **state)
{
    (void)state;
    struct theory patient = erlang_a(6, 1.7, 0);
    assert_true(fabs(patient.list - erlang_c(6, 1.7).list) < 1e-9);
    assert_true(fabs(patient.in_care - 1.7 * STAY_DAYS) < 1e-9);
}

/* --- M/M/c --- */

/* 1.7 a day for 6 medewerkers and 0.85 a day for 3: a load of 0.85 in both. */
#define SIX MODEL_RUN_SET(YEARS, STAY, NORM, "zorgvormen.zorg.instroom=620.925")
#define THREE                                                             \
    MODEL_RUN_SET(YEARS, STAY, NORM, "zorgvormen.zorg.instroom=310.4625", \
                  "begrotingsposten.zorg.bedrag=400000.0")
#define TWO_TIMES_THREE                                                  \
    MODEL_RUN_SET(YEARS, STAY, NORM, "zorgvormen.zorg.instroom=620.925", \
                  "aanbieders.Aanbieder.aantal=2")

static void test_model_matches_erlang_c_for_six_medewerkers(void **state)
{
    (void)state;
    assert_erlang_c(SIX, 1, 6, 1.7);
    assert_erlang_c(SIX, 20270101, 6, 1.7);
}

static void test_model_matches_erlang_c_for_three_medewerkers(void **state)
{
    (void)state;
    assert_erlang_c(THREE, 1, 3, 0.85);
    assert_erlang_c(THREE, 20270101, 3, 0.85);
}

/* --- M/M/c+M --- */

static void assert_erlang_a(const char *const *settings, uint64_t seed, int c,
                            double arrivals_per_day, double leave_share)
{
    struct theory theory = erlang_a(c, arrivals_per_day, -log(1 - leave_share) / 90);
    struct deviations deviations = replicate(settings, seed, &theory);
    assert_zero(&deviations.abandon, "uitval");
    assert_zero(&deviations.list, "length of the list");
    assert_zero(&deviations.in_care, "number in care");
}

static void test_model_matches_erlang_a_when_the_waiting_leave(void **state)
{
    (void)state;
    const char *const *light = MODEL_RUN_SET(
        YEARS, STAY, "zorgvormen.zorg.instroom=620.925", "zorgvormen.zorg.uitval=0.5");
    assert_erlang_a(light, 1, 6, 1.7, 0.5);
    assert_erlang_a(light, 20270101, 6, 1.7, 0.5);
}

/* A load of 1.2: without uitval the list would grow for ever. */
static void test_model_matches_erlang_a_when_overloaded(void **state)
{
    (void)state;
    const char *const *heavy = MODEL_RUN_SET(
        YEARS, STAY, "zorgvormen.zorg.instroom=438.3",
        "begrotingsposten.zorg.bedrag=400000.0", "zorgvormen.zorg.uitval=0.9");
    assert_erlang_a(heavy, 1, 3, 1.2, 0.9);
    assert_erlang_a(heavy, 20270101, 3, 1.2, 0.9);
}

/* --- The mission in miniature --- */

static void test_two_aanbieders_with_own_lists_match_erlang_c_each(void **state)
{
    (void)state;
    struct theory half = erlang_c(3, 0.85);
    struct theory both = half;
    both.list *= 2;
    both.in_care *= 2;
    struct deviations deviations = replicate(TWO_TIMES_THREE, 1, &both);
    assert_zero(&deviations.wait, "wait of those who start");
    assert_zero(&deviations.wait_longer, "share that waits over a day");
    assert_zero(&deviations.list, "length of both lists");
    assert_zero(&deviations.in_care, "number in care");
}

static void test_two_aanbieders_with_one_list_match_erlang_c_of_all(void **state)
{
    (void)state;
    assert_erlang_c(MODEL_RUN_SET(YEARS, STAY, NORM, "zorgvormen.zorg.instroom=620.925",
                                  "aanbieders.Aanbieder.aantal=2",
                                  "aanbieders.Aanbieder.lijst=gedeeld"),
                    1, 6, 1.7);
}

/* Nobody is without work while somebody waits, so as many are present as with one list;
 * who goes first differs, and the mean wait does not. */
static void test_two_aanbieders_between_whom_all_go_wait_as_long_as_one(void **state)
{
    (void)state;
    struct theory pooled = erlang_c(6, 1.7);
    struct deviations deviations = replicate(
        MODEL_RUN_SET(YEARS, STAY, NORM, "zorgvormen.zorg.instroom=620.925",
                      "aanbieders.Aanbieder.aantal=2", "bemiddeling.kans=1.0"),
        1, &pooled);
    assert_zero(&deviations.wait, "wait of those who start");
    assert_zero(&deviations.list, "length of both lists");
    assert_zero(&deviations.in_care, "number in care");
}

/* Days waited per expected start, which has no bias either. */
static double days_waited(struct model_run *run, uint32_t replication)
{
    model_run_begin(run, 20270101, replication);
    model_run_finish(run);
    struct wmo_tel tel = model_run_sum(run, ZORG, WARM_UP_YEARS, YEAR_COUNT - 1);
    return (double)tel.wacht / (1.7 * window_seconds(run));
}

static void test_pooling_gains_what_theory_says(void **state)
{
    (void)state;
    double gain_days = erlang_c(3, 0.85).wait - erlang_c(6, 1.7).wait;
    struct model_run pooled, split;
    struct sim_tally gain, deviation;
    model_run_open(&pooled, MODEL_RUN_MMC, SIX);
    model_run_open(&split, MODEL_RUN_MMC, TWO_TIMES_THREE);
    sim_tally_reset(&gain);
    sim_tally_reset(&deviation);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        double days = days_waited(&split, r) - days_waited(&pooled, r);
        sim_tally_add(&gain, days);
        sim_tally_add(&deviation, days - gain_days);
    }
    assert_true(sim_tally_mean(&gain) > 4 * sim_tally_standard_error(&gain));
    assert_zero(&deviation, "gain of pooling");
    model_run_close(&pooled);
    model_run_close(&split);
}

/* --- Structural shortage --- */

/* 3 a day for 6 medewerkers, half as much again as they can do; of the waiting 90%
 * leaves within 90 days. In overbelast.cfg 1.8 a day are from Wijk (0), and 1.2 from
 * Buur (1), with 3 medewerkers for each. */
#define SHORTAGE                                                          \
    "periode.einde=2009-12-31", STAY, "zorgvormen.zorg.instroom=1095.75", \
        "zorgvormen.zorg.uitval=0.9"
#define OVERBELAST "tests/scenario/model/overbelast.cfg"
#define SHORT_YEARS 10
#define PER_DAY 3.0
#define LEAVE_PER_DAY (-log(0.1) / 90)

/* The mean lists of the wijken in one replication, after the warm-up. */
static void lists_of(struct model_run *run, uint32_t replication, double list[2])
{
    model_run_begin(run, 20270101, replication);
    model_run_finish(run);
    const struct wmo_record *record = &run->gemeente->record;
    const struct wmo_aanbieders *aanbieders = &run->gemeente->landschap.aanbieders;
    const struct wmo_periode *periode = &run->gemeente->landschap.periode;
    double seconds =
        (double)(periode->year_start[SHORT_YEARS] - periode->year_start[WARM_UP_YEARS]);
    for (int w = 0; w < 2; w++) {
        double area = 0;
        for (int y = WARM_UP_YEARS; y < SHORT_YEARS; y++) {
            for (int a = 0; a < aanbieders->aanbod_count; a++) {
                int line = wmo_record_line(record, a, w);
                area +=
                    aanbieders->aanbod[a].zorgvorm == ZORG
                        ? (double)record->tel[y * record->total_count + line].lijst_area
                        : 0;
            }
        }
        list[w] = area / seconds;
    }
}

/* The lists of both wijken are [expected] long, each and together. */
static void assert_lists(const char *const *settings, const double expected[2])
{
    struct model_run run;
    struct sim_tally deviation[3];
    for (int i = 0; i < 3; i++) {
        sim_tally_reset(&deviation[i]);
    }
    model_run_open(&run, OVERBELAST, settings);
    for (uint32_t r = 0; r < REPLICATION_COUNT; r++) {
        double list[2];
        lists_of(&run, r, list);
        sim_tally_add(&deviation[0], list[0] - expected[0]);
        sim_tally_add(&deviation[1], list[1] - expected[1]);
        sim_tally_add(&deviation[2], list[0] + list[1] - expected[0] - expected[1]);
    }
    assert_zero(&deviation[0], "list of Wijk");
    assert_zero(&deviation[1], "list of Buur");
    assert_zero(&deviation[2], "both lists");
    model_run_close(&run);
}

/* By Little's law the time on a list is its length over the arrivals. */
static void test_a_shortage_spreads_over_wijken_as_their_teams_do(void **state)
{
    (void)state;
    double own[2] = {erlang_a(3, 0.6 * PER_DAY, LEAVE_PER_DAY).list,
                     erlang_a(3, 0.4 * PER_DAY, LEAVE_PER_DAY).list};
    double all = erlang_a(6, PER_DAY, LEAVE_PER_DAY).list;
    double shared[2] = {0.6 * all, 0.4 * all};
    assert_lists(MODEL_RUN_SET(SHORTAGE), own);
    assert_lists(MODEL_RUN_SET(SHORTAGE, "aanbieders.Aanbieder.teams=een_team"),
                 shared);
    /* A wijk waits more than twice as long as the other, or as long. */
    assert_true(own[0] / 0.6 > 2 * own[1] / 0.4);
}

static void test_a_shortage_makes_any_number_of_aanbieders_wait_as_long(void **state)
{
    (void)state;
    double all = erlang_a(6, PER_DAY, LEAVE_PER_DAY).list;
    double halves = 2 * erlang_a(3, PER_DAY / 2, LEAVE_PER_DAY).list;
    double half_of_each[2] = {0.6 * halves, 0.4 * halves};
    assert_lists(MODEL_RUN_SET(SHORTAGE, "aanbieders.Aanbieder.teams=een_team",
                               "aanbieders.Aanbieder.aantal=2"),
                 half_of_each);
    /* Theory: a split costs 69% more waiting at a load of 0.9, and 0.15% at 1.5. */
    double light = erlang_a(6, 1.8, LEAVE_PER_DAY).list;
    double light_halves = 2 * erlang_a(3, 0.9, LEAVE_PER_DAY).list;
    assert_true(light_halves / light > 1.6);
    assert_true(halves / all < 1.002);
    /* And what waits is what cannot be done: arrivals less what six can do. */
    assert_true(fabs(all * LEAVE_PER_DAY - (PER_DAY - 6 / STAY_DAYS)) < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_erlang_c_of_two_medewerkers_and_load_one),
        cmocka_unit_test(test_erlang_a_without_impatience_is_erlang_c),
        cmocka_unit_test(test_model_matches_erlang_c_for_six_medewerkers),
        cmocka_unit_test(test_model_matches_erlang_c_for_three_medewerkers),
        cmocka_unit_test(test_model_matches_erlang_a_when_the_waiting_leave),
        cmocka_unit_test(test_model_matches_erlang_a_when_overloaded),
        cmocka_unit_test(test_two_aanbieders_with_own_lists_match_erlang_c_each),
        cmocka_unit_test(test_two_aanbieders_with_one_list_match_erlang_c_of_all),
        cmocka_unit_test(test_two_aanbieders_between_whom_all_go_wait_as_long_as_one),
        cmocka_unit_test(test_pooling_gains_what_theory_says),
        cmocka_unit_test(test_a_shortage_spreads_over_wijken_as_their_teams_do),
        cmocka_unit_test(test_a_shortage_makes_any_number_of_aanbieders_wait_as_long),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("model_queue", tests, NULL, NULL);
}
