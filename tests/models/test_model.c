/* tests/models/test_model.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/uitkomst/measure.h"
#include "models/model.h"
#include "models/uitkomst/outcome.h"
#include "tests/support/model_run.h"

/* An instance as sim/ holds it, and the values of its last replication. */
struct instance {
    struct sim_scenario *scenario;
    void *model;
    size_t size; /* bytes of [values] */
    double *values;
};

static void open_file(struct instance *self, const char *path,
                      const char *const *settings)
{
    self->scenario = model_run_load(path, settings);
    assert_int_equal(wmo_model.create(self->scenario, &self->model), SIM_OK);
    int count = wmo_model.layout(self->model)->cell_count;
    self->size = (size_t)count * sizeof *self->values;
    self->values = malloc(self->size);
    assert_non_null(self->values);
}

static void open_instance(struct instance *self, const char *const *settings)
{
    open_file(self, MODEL_RUN_STAD, settings);
}

static void close_instance(struct instance *self)
{
    free(self->values);
    wmo_model.destroy(self->model);
    sim_scenario_destroy(self->scenario);
}

static void replicate(struct instance *self, uint64_t seed, uint32_t replication)
{
    assert_int_equal(sim_experiment_replicate(&wmo_model, self->model, seed,
                                              replication, self->values),
                     SIM_OK);
}

static void assert_same_bytes(const struct instance *a, const struct instance *b)
{
    assert_int_equal(a->size, b->size);
    assert_memory_equal(a->values, b->values, a->size);
}

static double value(const struct instance *self, const char *measure, const char *jaar,
                    const char *wijk, const char *zorgvorm, const char *aanbieder)
{
    return self->values[model_run_cell(wmo_model.layout(self->model), measure, jaar,
                                       wijk, zorgvorm, aanbieder)];
}

static void assert_close(double value, double expected)
{
    if (!(fabs(value - expected) <= 1e-9 * fmax(1, fabs(expected)))) {
        fail_msg("%.12g is not %.12g", value, expected);
    }
}

/* Over all years. */
static double doelgroep_value(const struct instance *self, const char *measure,
                              const char *zorgvorm, const char *doelgroep)
{
    int cell = model_run_find(wmo_model.layout(self->model),
                              &(struct model_run_keys){.measure = measure,
                                                       .zorgvorm = zorgvorm,
                                                       .doelgroep = doelgroep});
    assert_true(cell >= 0);
    return self->values[cell];
}

/* --- Replications --- */

static void test_reset_and_run_equals_create_and_run(void **state)
{
    (void)state;
    struct instance fresh, used;
    open_instance(&fresh, NULL);
    open_instance(&used, NULL);
    replicate(&used, 99, 5);
    replicate(&used, 1, 0);
    replicate(&used, 7, 3);
    replicate(&fresh, 7, 3);
    assert_same_bytes(&fresh, &used);
    close_instance(&fresh);
    close_instance(&used);
}

/* With every mechanism of Utrecht on, each of which has state of its own. */
static void test_utrecht_after_reset_is_as_new(void **state)
{
    (void)state;
    struct instance fresh, used;
    open_file(&fresh, "scenarios/utrecht/een-partner.cfg", NULL);
    open_file(&used, "scenarios/utrecht/een-partner.cfg", NULL);
    replicate(&used, 1, 0);
    replicate(&used, 1, 1);
    replicate(&fresh, 1, 1);
    assert_same_bytes(&fresh, &used);
    close_instance(&fresh);
    close_instance(&used);
}

static void test_reset_halfway_leaves_no_trace(void **state)
{
    (void)state;
    struct instance fresh, broken_off;
    open_instance(&fresh, NULL);
    open_instance(&broken_off, NULL);
    assert_int_equal(wmo_model.reset(broken_off.model, 5, 5), SIM_OK);
    assert_int_equal(wmo_model.start(broken_off.model), SIM_OK);
    assert_int_equal(sim_engine_run(wmo_model.engine(broken_off.model), 500 * SIM_DAY),
                     SIM_OK);
    replicate(&broken_off, 7, 3);
    replicate(&fresh, 7, 3);
    assert_same_bytes(&fresh, &broken_off);
    close_instance(&fresh);
    close_instance(&broken_off);
}

static void test_interleaved_instances_do_not_influence_each_other(void **state)
{
    (void)state;
    struct instance alone[2], together[2];
    const char *const *const settings[] = {
        NULL, MODEL_RUN_SET("plaatsing.volgorde=\"strikt\"")};
    for (int i = 0; i < 2; i++) {
        open_instance(&alone[i], settings[i]);
        open_instance(&together[i], settings[i]);
        replicate(&alone[i], 7, (uint32_t)i);
        assert_int_equal(wmo_model.reset(together[i].model, 7, (uint32_t)i), SIM_OK);
        assert_int_equal(wmo_model.start(together[i].model), SIM_OK);
    }
    sim_time end = wmo_model.end(together[0].model);
    for (sim_time time = 0; time <= end; time += SIM_DAY) {
        for (int i = 0; i < 2; i++) {
            struct sim_engine *engine = wmo_model.engine(together[i].model);
            assert_int_equal(sim_engine_run(engine, time), SIM_OK);
        }
    }
    for (int i = 0; i < 2; i++) {
        wmo_model.summarise(together[i].model, together[i].values);
        assert_same_bytes(&alone[i], &together[i]);
        close_instance(&alone[i]);
        close_instance(&together[i]);
    }
}

static void test_replications_and_seeds_differ(void **state)
{
    (void)state;
    struct instance a, b;
    open_instance(&a, NULL);
    open_instance(&b, NULL);
    replicate(&a, 7, 3);
    replicate(&b, 7, 4);
    assert_memory_not_equal(a.values, b.values, a.size);
    replicate(&b, 8, 3);
    assert_memory_not_equal(a.values, b.values, a.size);
    close_instance(&a);
    close_instance(&b);
}

/* With money and staff for everybody there is nothing to wait for, so the same inwoners
 * have the same stays, whoever supports them. */
static void test_without_waiting_the_organisation_makes_no_difference(void **state)
{
    (void)state;
    static const char *const same[] = {"aangemeld", "gestart", "uitstroom",
                                       "inwoners_in_zorg"};
    struct instance one, other;
    open_instance(&one, MODEL_RUN_SET("begrotingsposten.zorg.bedrag=100000000.0",
                                      "begrotingsposten.buurtteam.bedrag=10000000.0"));
    open_instance(&other, MODEL_RUN_SET("begrotingsposten.zorg.bedrag=100000000.0",
                                        "begrotingsposten.buurtteam.bedrag=10000000.0",
                                        "aanbieders.Stedelijk.aantal=7",
                                        "aanbieders.Aanbieder.teams=\"een_team\"",
                                        "toewijzing.regel=\"kortste_lijst\""));
    replicate(&one, 7, 3);
    replicate(&other, 7, 3);
    assert_close(value(&one, "wachtlijst", "totaal", "totaal", "totaal", "totaal"), 0);
    assert_close(value(&other, "wachtlijst", "totaal", "totaal", "totaal", "totaal"),
                 0);
    for (int m = 0; m < 4; m++) {
        assert_true(value(&one, same[m], "totaal", "totaal", "zorg", "totaal") ==
                    value(&other, same[m], "totaal", "totaal", "zorg", "totaal"));
        assert_true(value(&one, same[m], "2028", "Dorp", "dag", "totaal") ==
                    value(&other, same[m], "2028", "Dorp", "dag", "totaal"));
    }
    close_instance(&one);
    close_instance(&other);
}

/* --- Cells --- */

static int by_keys(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(struct sim_cell));
}

static void test_no_two_cells_have_the_same_keys(void **state)
{
    (void)state;
    struct instance city;
    open_instance(&city, NULL);
    const struct sim_layout *layout = wmo_model.layout(city.model);
    size_t count = (size_t)layout->cell_count;
    struct sim_cell *cells = calloc(count, sizeof *cells);
    assert_non_null(cells);
    for (size_t i = 0; i < count; i++) {
        cells[i].measure = layout->cells[i].measure;
        memcpy(cells[i].label, layout->cells[i].label,
               (size_t)layout->dimension_count * sizeof cells[i].label[0]);
    }
    qsort(cells, count, sizeof *cells, by_keys);
    for (size_t i = 1; i < count; i++) {
        assert_int_not_equal(by_keys(&cells[i - 1], &cells[i]), 0);
    }
    free(cells);
    close_instance(&city);
}

/* Counts and euros of the parts add up to those of the whole, along each dimension. */
static void test_parts_add_up_to_the_whole(void **state)
{
    (void)state;
    static const char *const additive[] = {
        "aangemeld",        "gestart", "uitstroom", "uitval",         "wachtlijst",
        "inwoners_in_zorg", "geboekt", "begroot",   "wachtlijst_eind"};
    static const char *const jaar[] = {"2027", "2028", "2029", "totaal"};
    struct instance city;
    open_instance(&city, NULL);
    replicate(&city, 7, 3);
    for (int i = 0; i < 9 * 4; i++) {
        const char *m = additive[i / 4], *j = jaar[i % 4];
        double zorg = value(&city, m, j, "totaal", "zorg", "totaal");
        double dag = value(&city, m, j, "totaal", "dag", "totaal");
        double buurtteam = value(&city, m, j, "totaal", "buurtteam", "totaal");
        assert_close(value(&city, m, j, "Wijk", "zorg", "totaal") +
                         value(&city, m, j, "Dorp", "zorg", "totaal") +
                         value(&city, m, j, "Hoek", "zorg", "totaal"),
                     zorg);
        assert_close(value(&city, m, j, "totaal", "zorg", "Aanbieder") +
                         value(&city, m, j, "totaal", "zorg", "Stedelijk 1") +
                         value(&city, m, j, "totaal", "zorg", "Stedelijk 2") +
                         value(&city, m, j, "totaal", "zorg", "Plaatselijk"),
                     zorg);
        assert_close(value(&city, m, j, "totaal", "aanvullende_zorg", "totaal"),
                     zorg + dag);
        assert_close(value(&city, m, j, "totaal", "totaal", "totaal"),
                     zorg + dag + buurtteam);
        assert_close(value(&city, m, j, "totaal", "totaal", "Aanbieder"),
                     value(&city, m, j, "totaal", "zorg", "Aanbieder") +
                         value(&city, m, j, "totaal", "dag", "Aanbieder"));
    }
    close_instance(&city);
}

/* Who starts, ends, leaves or waits was there at the start or came. */
static void test_counts_of_a_zorgvorm_balance(void **state)
{
    (void)state;
    struct instance city;
    open_instance(&city, NULL);
    replicate(&city, 7, 3);
    static const char *const zorgvorm[] = {"zorg", "dag"};
    static const double at_start[] = {12, 3};
    for (int z = 0; z < 2; z++) {
        const char *name = zorgvorm[z];
        double came = value(&city, "aangemeld", "totaal", "totaal", name, "totaal");
        double started = value(&city, "gestart", "totaal", "totaal", name, "totaal");
        double left = value(&city, "uitval", "totaal", "totaal", name, "totaal");
        double waiting =
            value(&city, "wachtlijst_eind", "totaal", "totaal", name, "totaal");
        assert_close(at_start[z] + came, started + left + waiting);
    }
    close_instance(&city);
}

static void test_every_measure_is_described(void **state)
{
    (void)state;
    for (int m = 0; m < wmo_model.measure_count; m++) {
        const struct sim_measure *measure = &wmo_model.measures[m];
        assert_true(strlen(measure->name) > 0 && strlen(measure->unit) > 0);
        assert_true(measure->group && strlen(measure->group) > 0);
        assert_true(strlen(measure->title) > 0 && strlen(measure->definition) > 20);
        for (int other = 0; other < m; other++) {
            assert_string_not_equal(measure->name, wmo_model.measures[other].name);
        }
    }
}

/* --- Months --- */

static double month_value(const struct instance *self, const char *measure, int month,
                          const char *wijk, const char *zorgvorm)
{
    char jaar[16], maand[16];
    snprintf(jaar, sizeof jaar, "%d", 2027 + month / 12);
    snprintf(maand, sizeof maand, "%02d", 1 + month % 12);
    int cell = model_run_find(wmo_model.layout(self->model),
                              &(struct model_run_keys){.measure = measure,
                                                       .jaar = jaar,
                                                       .maand = maand,
                                                       .wijk = wijk,
                                                       .zorgvorm = zorgvorm});
    assert_true(cell >= 0);
    return self->values[cell];
}

static int days_of(int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = 2027 + month / 12 == 2028 && month % 12 == 1;
    return days[month % 12] + is_leap;
}

/* Counts add up, and means over time weighted by days; also where the norm day fell in
 * another month than the start. */
static void test_months_add_up_to_their_year(void **state)
{
    (void)state;
    static const char *const counts[] = {"aangemeld", "gestart", "uitstroom", "uitval"};
    static const char *const levels[] = {"wachtlijst", "inwoners_in_zorg", "fte"};
    static const char *const zorgvorm[] = {"zorg", "buurtteam", "totaal"};
    struct instance city;
    open_instance(&city, NULL);
    replicate(&city, 7, 3);
    for (int i = 0; i < 3 * 3 * 7; i++) {
        int year = i / 21, m = i % 7;
        const char *z = zorgvorm[i / 7 % 3];
        const char *measure = m < 4 ? counts[m] : levels[m - 4];
        char jaar[16];
        snprintf(jaar, sizeof jaar, "%d", 2027 + year);
        double sum = 0, days = 0;
        for (int month = 12 * year; month < 12 * year + 12; month++) {
            double weight = m < 4 ? 1 : days_of(month);
            sum += weight * month_value(&city, measure, month, "totaal", z);
            days += weight;
        }
        assert_close(m < 4 ? sum : sum / days,
                     value(&city, measure, jaar, "totaal", z, "totaal"));
    }
    close_instance(&city);
}

/* The means of months, each as heavy as the number it is a mean of. */
static void test_means_of_months_weigh_up_to_their_year(void **state)
{
    (void)state;
    static const char *const mean[] = {"wachttijd_gestart", "wachttijd_op_lijst"};
    static const char *const weight[] = {"gestart", "wachtlijst"};
    struct instance city;
    open_instance(&city, NULL);
    replicate(&city, 7, 3);
    for (int m = 0; m < 2; m++) {
        double sum = 0, weights = 0;
        for (int month = 12; month < 24; month++) {
            double w = month_value(&city, weight[m], month, "totaal", "zorg") *
                       (m == 1 ? days_of(month) : 1);
            double x = month_value(&city, mean[m], month, "totaal", "zorg");
            sum += w > 0 ? w * x : 0;
            weights += w;
        }
        assert_true(weights > 0);
        assert_close(sum / weights,
                     value(&city, mean[m], "2028", "totaal", "zorg", "totaal"));
    }
    close_instance(&city);
}

/* --- Doelgroepen --- */

/* Everybody has one of two doelgroepen, so they add up to all, also in the sociale
 * basis; and the waits weigh up. */
static void test_doelgroepen_add_up_to_all(void **state)
{
    (void)state;
    static const char *const additive[] = {"aangemeld",  "gestart",
                                           "uitstroom",  "uitval",
                                           "wachtlijst", "inwoners_in_zorg"};
    static const char *const zorgvorm[] = {
        "zorg", "dag", "buurtteam", "sociale_basis", "aanvullende_zorg", "totaal"};
    struct instance city;
    open_file(&city, "tests/scenario/model/doelgroepen.cfg",
              MODEL_RUN_SET("sociale_basis.aandeel_passend=0.3",
                            "sociale_basis.plaatsen=50.0",
                            "begrotingsposten.zorg.bedrag=3000000.0",
                            "zorgvormen.zorg.uitval=0.3"));
    replicate(&city, 7, 3);
    for (int i = 0; i < 6 * 6; i++) {
        const char *m = additive[i / 6], *z = zorgvorm[i % 6];
        double all = value(&city, m, "totaal", "totaal", z, "totaal");
        double een = doelgroep_value(&city, m, z, "een");
        double twee = doelgroep_value(&city, m, z, "twee");
        if (!isnan(all)) {
            assert_close(een + twee, all);
        }
    }
    double starts = 0, days = 0;
    for (int d = 0; d < 2; d++) {
        const char *doelgroep = d == 0 ? "een" : "twee";
        double n = doelgroep_value(&city, "gestart", "zorg", doelgroep);
        assert_true(n > 0);
        starts += n;
        days += n * doelgroep_value(&city, "wachttijd_gestart", "zorg", doelgroep);
    }
    assert_close(days / starts, value(&city, "wachttijd_gestart", "totaal", "totaal",
                                      "zorg", "totaal"));
    close_instance(&city);
}

static void test_the_only_doelgroep_is_everybody(void **state)
{
    (void)state;
    static const char *const measure[] = {"wachttijd_gestart",
                                          "wachttijd_gestart_mediaan",
                                          "wachttijd_gestart_p90",
                                          "wachttijd_op_lijst",
                                          "aandeel_binnen_norm",
                                          "wachtlijst",
                                          "inwoners_in_zorg",
                                          "uitval",
                                          "terugval"};
    struct instance city;
    open_file(&city, "tests/scenario/model/stad-een-doelgroep.cfg", NULL);
    replicate(&city, 7, 3);
    for (int m = 0; m < 9; m++) {
        /* Exactly, but for the order in which weighed hours are summed. */
        assert_close(doelgroep_value(&city, measure[m], "zorg", "iedereen"),
                     value(&city, measure[m], "totaal", "totaal", "zorg", "totaal"));
    }
    close_instance(&city);
}

static void test_the_choice_of_months_changes_no_year(void **state)
{
    (void)state;
    static const char *const choice[] = {"uitvoer.maanden=\"wijken\"",
                                         "uitvoer.maanden=\"geen\""};
    struct instance city, other;
    open_instance(&city, NULL);
    replicate(&city, 7, 3);
    const struct sim_layout *layout = wmo_model.layout(city.model);
    for (int c = 0; c < 2; c++) {
        open_instance(&other, MODEL_RUN_SET(choice[c]));
        replicate(&other, 7, 3);
        const struct sim_layout *of_other = wmo_model.layout(other.model);
        int i = 0, months = 0;
        for (int o = 0; o < of_other->cell_count; o++) {
            bool is_month = of_other->cells[o].label[WMO_DIMENSION_MAAND] < 12;
            while (layout->cells[i].label[WMO_DIMENSION_MAAND] < 12) {
                i++;
            }
            months += is_month;
            if (!is_month) {
                assert_memory_equal(&layout->cells[i], &of_other->cells[o],
                                    sizeof layout->cells[i]);
                assert_memory_equal(&city.values[i], &other.values[o], sizeof(double));
                i++;
            }
        }
        assert_true((months > 0) == (c == 0));
        if (c == 0) {
            assert_close(month_value(&other, "gestart", 5, "Wijk", "zorg") +
                             month_value(&other, "gestart", 5, "Dorp", "zorg") +
                             month_value(&other, "gestart", 5, "Hoek", "zorg"),
                         month_value(&city, "gestart", 5, "totaal", "zorg"));
        }
        close_instance(&other);
    }
    close_instance(&city);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reset_and_run_equals_create_and_run),
        cmocka_unit_test(test_utrecht_after_reset_is_as_new),
        cmocka_unit_test(test_reset_halfway_leaves_no_trace),
        cmocka_unit_test(test_interleaved_instances_do_not_influence_each_other),
        cmocka_unit_test(test_replications_and_seeds_differ),
        cmocka_unit_test(test_without_waiting_the_organisation_makes_no_difference),
        cmocka_unit_test(test_no_two_cells_have_the_same_keys),
        cmocka_unit_test(test_parts_add_up_to_the_whole),
        cmocka_unit_test(test_counts_of_a_zorgvorm_balance),
        cmocka_unit_test(test_every_measure_is_described),
        cmocka_unit_test(test_months_add_up_to_their_year),
        cmocka_unit_test(test_means_of_months_weigh_up_to_their_year),
        cmocka_unit_test(test_doelgroepen_add_up_to_all),
        cmocka_unit_test(test_the_only_doelgroep_is_everybody),
        cmocka_unit_test(test_the_choice_of_months_changes_no_year),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
