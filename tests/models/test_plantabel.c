/* tests/models/test_plantabel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <string.h>

#include "models/uitkomst/plantabel.h"
#include "tests/support/model_run.h"

#define PLAN "tests/scenario/model/formatieplan.cfg"
#define FUNCTIES "tests/scenario/model/functies.cfg"

enum { FTE, KOSTPRIJS, PERSONEEL, ACTIVITEITEN };

/* Asks for the rows of a wijk, taak and functie (NULL: any but totaal) and adds up. */
struct question {
    const char *wijk, *taak, *functie;
    double sum[4];
    int rows, details;
};

static bool is(const char *asked, const char *text)
{
    return asked ? strcmp(asked, text) == 0 : strcmp(text, "totaal") != 0;
}

static void add_row(void *context, const struct sim_plan_row *row)
{
    struct question *q = context;
    if (is(q->wijk, row->texts[1]) && is(q->taak, row->texts[2]) &&
        is(q->functie, row->texts[3])) {
        for (int i = 0; i < 4; i++) {
            q->sum[i] += row->numbers[i];
        }
        q->rows++;
        q->details += row->is_detail;
    }
}

static struct question ask(const char *path, const char *const *settings,
                           const char *wijk, const char *taak, const char *functie)
{
    struct question q = {.wijk = wijk, .taak = taak, .functie = functie};
    struct sim_scenario *scenario = model_run_load(path, settings);
    assert_int_equal(wmo_plantabel.list(scenario, add_row, &q), SIM_OK);
    sim_scenario_destroy(scenario);
    return q;
}

static double fte_of(const char *taak)
{
    struct question q = ask(PLAN, NULL, "totaal", taak, "totaal");
    assert_int_equal(q.rows, 1);
    assert_int_equal(q.details, 0);
    return q.sum[FTE];
}

/* parameters.md: 13.95 mln / 104,000 = 134; 2.11 mln / 104,000 = 20; 5.00 mln x 58/62 /
 * 97,700 = 48; 5.71 mln x 41/46 / 98,900 = 51.5; 1.93 mln (1.88 and 0.05 of kortdurend
 * verblijf) at the mean kostprijs = 19; and all of it 272 or so. */
static void test_a_budget_of_28_million_is_272_fte(void **state)
{
    (void)state;
    assert_true(fabs(fte_of("zorg") - 134) < 0.5);
    assert_true(fabs(fte_of("thuis") - 20) < 0.5);
    assert_true(fabs(fte_of("dag") - 48) < 0.5);
    assert_true(fabs(fte_of("activering") - 51.5) < 0.5);
    assert_true(fabs(fte_of("overig uit zorg") - 19) < 0.5);
    assert_true(fabs(fte_of("post zorg") - 272) < 1);
    struct question post = ask(PLAN, NULL, "totaal", "post zorg", "totaal");
    assert_true(fabs(post.sum[PERSONEEL] + post.sum[ACTIVITEITEN] - 28700000) < 0.1);
}

/* As the run has it: the fte of the teams, to the minute a week they are rounded to. */
static void test_wijken_add_up_to_the_city_and_to_the_teams(void **state)
{
    (void)state;
    struct question city = ask(MODEL_RUN_STAD, NULL, "totaal", "dag", "totaal");
    struct question wijken = ask(MODEL_RUN_STAD, NULL, NULL, "dag", "totaal");
    assert_int_equal(city.rows, 3);
    assert_int_equal(wijken.rows, 3 * 3);
    assert_int_equal(wijken.details, wijken.rows);
    assert_true(fabs(city.sum[FTE] - wijken.sum[FTE]) < 1e-6);
    struct model_run run;
    model_run_open(&run, MODEL_RUN_STAD, NULL);
    const struct wmo_landschap *l = &run.gemeente->landschap;
    double minutes = 0;
    int teams = 0;
    for (int i = 0; i < 3 * l->aanbieders.team_count; i++) {
        int team = i % l->aanbieders.team_count;
        if (l->aanbieders.aanbod[l->aanbieders.teams[team].aanbod].zorgvorm == 2) {
            minutes += (double)wmo_formatieplan_team(&run.gemeente->formatieplan,
                                                     i / l->aanbieders.team_count, team)
                           ->minutes;
            teams++;
        }
    }
    double per_fte = l->zorgvormen.items[2].minutes_per_fte;
    assert_true(fabs(city.sum[FTE] * per_fte - minutes) <= teams);
    model_run_close(&run);
}

/* Each functie has its share of the fte and its own kostprijs, and together they cost
 * what the zorgvorm does. */
static void test_functies_divide_fte_and_euros(void **state)
{
    (void)state;
    struct question all = ask(FUNCTIES, NULL, "totaal", "zorg", "totaal");
    struct question parts = ask(FUNCTIES, NULL, "totaal", "zorg", NULL);
    assert_true(parts.rows > all.rows);
    assert_true(fabs(all.sum[FTE] - parts.sum[FTE]) < 1e-6);
    assert_true(fabs(all.sum[PERSONEEL] - parts.sum[PERSONEEL]) < 1e-3);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_budget_of_28_million_is_272_fte),
        cmocka_unit_test(test_wijken_add_up_to_the_city_and_to_the_teams),
        cmocka_unit_test(test_functies_divide_fte_and_euros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
