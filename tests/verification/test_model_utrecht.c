/* tests/verification/test_model_utrecht.c - SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/uitkomst/measure.h"
#include "models/model.h"
#include "models/uitkomst/outcome.h"
#include "tests/support/model_run.h"

#define MEER "scenarios/utrecht/meer-aanbieders.cfg"
#define EEN "scenarios/utrecht/een-partner.cfg"
#define YEAR_COUNT 10

static const char *const ZORGVORM[] = {
    "buurtteam",          "individuele_begeleiding",  "thuisbegeleiding",
    "dagbegeleiding",     "arbeidsmatige_activering", "beschermd_thuis",
    "hulp_bij_huishouden"};
#define ZORGVORM_COUNT ((int)(sizeof ZORGVORM / sizeof ZORGVORM[0]))

/* --- The scenarios that are shipped --- */

static void run_once(const char *path)
{
    struct sim_scenario *scenario = model_run_load(path, NULL);
    void *model = NULL;
    assert_int_equal(wmo_model.create(scenario, &model), SIM_OK);
    int count = wmo_model.layout(model)->cell_count;
    double *values = calloc((size_t)count, sizeof *values);
    assert_non_null(values);
    assert_int_equal(sim_experiment_replicate(&wmo_model, model, 20270101, 0, values),
                     SIM_OK);
    for (int i = 0; i < count; i++) {
        assert_true(isfinite(values[i]) || isnan(values[i]));
    }
    free(values);
    wmo_model.destroy(model);
    sim_scenario_destroy(scenario);
}

static void test_shipped_scenarios_run_and_balance(void **state)
{
    (void)state;
    model_run_each_shipped(run_once);
}

/* --- One partner against several: the same city, the same inwoners --- */

struct comparison {
    struct sim_scenario *scenarios[2]; /* meer-aanbieders, the base, and een-partner */
    struct sim_results results;
};

/* Who waits for aanvullende zorg, has it, comes back after it or goes from there to a
 * lighter spoor, brings what happens there to the buurtteam and the sociale basis: here
 * nobody does. Nor is social return counted, of which only one of the contracts speaks.
 */
#define ONE_WAY                                                                \
    MODEL_RUN_SET(                                                             \
        "overbrugging.contact_uren=0.0", "coordinatie.aandeel=0.0",            \
        "terugkeer.aandeel=0.0", "keuze.weigering=0.0",                        \
        "kortdurend_verblijf.effect.aandeel=0.0", "social_return=0.0",         \
        "zorgvormen.individuele_begeleiding.terugval=0.0",                     \
        "zorgvormen.thuisbegeleiding.terugval=0.0",                            \
        "zorgvormen.arbeidsmatige_activering.terugval=0.0",                    \
        "zorgvormen.beschermd_thuis.terugval=0.0",                             \
        "zorgvormen.individuele_begeleiding.evaluatie.naar_buurtteam=0.0",     \
        "zorgvormen.thuisbegeleiding.evaluatie.naar_buurtteam=0.0",            \
        "zorgvormen.beschermd_thuis.evaluatie.naar_buurtteam=0.0",             \
        "zorgvormen.individuele_begeleiding.evaluatie.naar_sociale_basis=0.0", \
        "zorgvormen.dagbegeleiding.evaluatie.naar_sociale_basis=0.0",          \
        "zorgvormen.arbeidsmatige_activering.evaluatie.naar_sociale_basis=0.0")

static int open_comparison(void **state)
{
    static struct comparison self;
    self.scenarios[0] = model_run_load(MEER, ONE_WAY);
    self.scenarios[1] = model_run_load(EEN, ONE_WAY);
    model_run_experiment(self.scenarios, 2, 20270101, 2, 1, &self.results);
    *state = &self;
    return 0;
}

static int close_comparison(void **state)
{
    struct comparison *self = *state;
    sim_results_free(&self->results);
    sim_scenario_destroy(self->scenarios[0]);
    sim_scenario_destroy(self->scenarios[1]);
    return 0;
}

static const struct sim_results *results_of(void **state)
{
    const struct comparison *self = *state;
    return &self->results;
}

static const char *key_of(const struct sim_layout *layout, const struct sim_cell *cell,
                          enum wmo_dimension dimension)
{
    return layout->dimensions[dimension].labels[cell->label[dimension]].key;
}

/* Upstream of what differs: the sociale basis, the buurtteam and hulp bij huishouden in
 * all they do, and every aanmelding for the zorgvormen whose aanbieders differ. */
static bool is_upstream(const struct sim_layout *layout, const struct sim_cell *cell)
{
    static const char *const same[] = {"sociale_basis", "buurtteam",
                                       "hulp_bij_huishouden"};
    const char *zorgvorm = key_of(layout, cell, WMO_DIMENSION_ZORGVORM);
    for (int i = 0; i < 3; i++) {
        if (strcmp(zorgvorm, same[i]) == 0) {
            return true;
        }
    }
    return cell->measure == WMO_MEASURE_AANGEMELD &&
           strcmp(key_of(layout, cell, WMO_DIMENSION_AANBIEDER), "totaal") == 0;
}

static void test_everything_upstream_of_the_aanbieders_is_identical(void **state)
{
    const struct sim_results *results = results_of(state);
    const struct sim_scenario_results *base = &results->scenarios[0];
    const struct sim_scenario_results *other = &results->scenarios[1];
    int compared = 0;
    for (int i = 0; i < other->layout->cell_count; i++) {
        if (!is_upstream(other->layout, &other->layout->cells[i])) {
            continue;
        }
        assert_true(other->base_cell[i] >= 0);
        const struct sim_tally *difference = &other->differences[i];
        int64_t count = base->cells[other->base_cell[i]].count;
        assert_int_equal(other->cells[i].count, count);
        assert_int_equal(difference->count, count);
        assert_true(count == 0 ||
                    (difference->minimum == 0 && difference->maximum == 0));
        compared += count > 0;
    }
    assert_true(compared > 1000);
}

static void test_what_happens_downstream_does_differ(void **state)
{
    const struct sim_results *results = results_of(state);
    const struct sim_scenario_results *other = &results->scenarios[1];
    for (int z = 1; z < ZORGVORM_COUNT - 1; z++) {
        int cell = model_run_cell(other->layout, "wachttijd_gestart", "totaal",
                                  "totaal", ZORGVORM[z], "totaal");
        const struct sim_tally *difference = &other->differences[cell];
        assert_true(difference->minimum != 0 && difference->maximum != 0);
    }
}

/* How finely a scenario divides the money and staff of a zorgvorm. */
struct division {
    int teams, parts; /* a part is a wijk of a team */
    double minutes_per_fte, kostprijs_euro;
    double kosten[YEAR_COUNT]; /* of a fte, by the organisation form: overhead.h */
};

static struct division division_of(const char *path, int zorgvorm)
{
    struct model_run run;
    struct division self = {0};
    model_run_open(&run, path, NULL);
    const struct wmo_landschap *landschap = &run.gemeente->landschap;
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    const struct wmo_zorgvorm *item = &landschap->zorgvormen.items[zorgvorm];
    assert_string_equal(item->naam, ZORGVORM[zorgvorm]);
    self.minutes_per_fte = item->minutes_per_fte;
    self.kostprijs_euro = item->kostprijs_fte_euro;
    for (int y = 0; y < YEAR_COUNT; y++) {
        self.kosten[y] = wmo_fte_factor(&landschap->fte_factors, y, zorgvorm).kosten;
    }
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        if (aanbieders->aanbod[a].zorgvorm == zorgvorm) {
            self.teams += aanbieders->aanbod[a].team_count;
            for (int w = 0; w < landschap->wijken.count; w++) {
                self.parts += wmo_aanbieders_team(aanbieders, a, w) != WMO_NONE;
            }
        }
    }
    model_run_close(&run);
    return self;
}

static double mean_of(const struct sim_results *results, int scenario,
                      const char *measure, int year, const char *zorgvorm)
{
    char jaar[16];
    snprintf(jaar, sizeof jaar, "%d", 2027 + year);
    const struct sim_scenario_results *s = &results->scenarios[scenario];
    int cell = model_run_cell(s->layout, measure, jaar, "totaal", zorgvorm, "totaal");
    return sim_tally_mean(&s->cells[cell]);
}

/* Money is rounded to the cent in every wijk of every team, so the sums over the same
 * budget differ by half a cent for each. Hours are rounded down to the minute in every
 * team (after a thousandth of tolerance), from money that may differ as said. What a
 * fte costs is as the organisation form says. */
static void test_money_and_staff_are_equal_but_for_rounding(void **state)
{
    const struct sim_results *results = results_of(state);
    for (int z = 0; z < ZORGVORM_COUNT; z++) {
        struct division meer = division_of(MEER, z), een = division_of(EEN, z);
        double euro = 0.005 * (meer.parts + een.parts);
        double fte = 1.001 * (meer.teams + een.teams) / meer.minutes_per_fte +
                     euro / meer.kostprijs_euro;
        for (int year = 0; year < YEAR_COUNT; year++) {
            double begroot = mean_of(results, 0, "begroot", year, ZORGVORM[z]);
            assert_true(begroot > 0);
            assert_true(fabs(mean_of(results, 1, "begroot", year, ZORGVORM[z]) -
                             begroot) <= euro);
            double staff = mean_of(results, 0, "fte", year, ZORGVORM[z]);
            double other = mean_of(results, 1, "fte", year, ZORGVORM[z]);
            assert_true(fabs(other * een.kosten[year] - staff * meer.kosten[year]) <=
                        fte * fmax(een.kosten[year], meer.kosten[year]));
        }
    }
}

/* --- Threads --- */

static void test_values_are_the_same_bytes_for_one_two_and_four_threads(void **state)
{
    (void)state;
    struct sim_scenario *scenario =
        model_run_load(EEN, MODEL_RUN_SET("periode.einde=2028-12-31"));
    struct sim_results results[3];
    static const int threads[] = {1, 2, 4};
    for (int i = 0; i < 3; i++) {
        model_run_experiment(&scenario, 1, 20270101, 4, threads[i], &results[i]);
        const struct sim_scenario_results *first = &results[0].scenarios[0];
        const struct sim_scenario_results *now = &results[i].scenarios[0];
        size_t size = (size_t)first->layout->cell_count * sizeof *first->cells;
        assert_int_equal(now->layout->cell_count, first->layout->cell_count);
        assert_memory_equal(now->cells, first->cells, size);
        assert_int_equal(now->event_count, first->event_count);
    }
    for (int i = 0; i < 3; i++) {
        sim_results_free(&results[i]);
    }
    sim_scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest scenarios[] = {
        cmocka_unit_test(test_shipped_scenarios_run_and_balance),
        cmocka_unit_test(test_values_are_the_same_bytes_for_one_two_and_four_threads),
    };
    const struct CMUnitTest comparison[] = {
        cmocka_unit_test(test_everything_upstream_of_the_aanbieders_is_identical),
        cmocka_unit_test(test_what_happens_downstream_does_differ),
        cmocka_unit_test(test_money_and_staff_are_equal_but_for_rounding),
    };
    gsl_set_error_handler_off();
    int failed = cmocka_run_group_tests_name("model_utrecht", scenarios, NULL, NULL);
    return failed + cmocka_run_group_tests_name("model_comparison", comparison,
                                                open_comparison, close_comparison);
}
