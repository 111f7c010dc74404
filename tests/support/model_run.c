/* tests/support/model_run.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/model_run.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdlib.h>
#include <math.h>
#include <string.h>

#include "models/check/check.h"
#include "models/uitkomst/measure.h"
#include "models/model.h"
#include "models/uitkomst/outcome.h"
#include "models/parameter.h"
#include "models/traject/plaatsing.h"
#include "models/traject/traject.h"

/* For the names of inwoners that a test lets come. */
#define SOURCE_TEST 0x7000

struct sim_scenario *model_run_load(const char *path, const char *const *settings)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    int count = 0;
    while (settings && settings[count]) {
        count++;
    }
    enum sim_status status =
        sim_scenario_load(&scenario, &wmo_registry, path, settings, count, &faults);
    if (status == SIM_OK) {
        wmo_check(scenario, &faults);
    }
    sim_faults_print(&faults, stderr);
    int fault_count = faults.count;
    sim_faults_free(&faults);
    assert_int_equal(status, SIM_OK);
    assert_int_equal(fault_count, 0);
    return scenario;
}

void model_run_each_shipped(void (*check)(const char *path))
{
    glob_t found = {0};
    assert_int_equal(glob("scenarios/*/*.cfg", 0, NULL, &found), 0);
    int count = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *name = strrchr(found.gl_pathv[i], '/') + 1;
        if (strcmp(name, "basis.cfg") != 0) {
            check(found.gl_pathv[i]);
            count++;
        }
    }
    globfree(&found);
    assert_true(count >= 2);
}

void model_run_open(struct model_run *self, const char *path,
                    const char *const *settings)
{
    self->scenario = model_run_load(path, settings);
    assert_int_equal(wmo_gemeente_create(self->scenario, &self->gemeente), SIM_OK);
    wmo_gemeente_reset(self->gemeente, 1, 0);
}

void model_run_close(struct model_run *self)
{
    wmo_gemeente_destroy(self->gemeente);
    sim_scenario_destroy(self->scenario);
}

void model_run_begin(struct model_run *self, uint64_t seed, uint32_t replication)
{
    wmo_gemeente_reset(self->gemeente, seed, replication);
    assert_int_equal(wmo_gemeente_start(self->gemeente), SIM_OK);
}

void model_run_open_begun(struct model_run *self, const char *path,
                          const char *const *settings)
{
    model_run_open(self, path, settings);
    model_run_begin(self, 1, 0);
}

void model_run_close_verified(struct model_run *self)
{
    assert_int_equal(wmo_gemeente_verify(self->gemeente), SIM_OK);
    model_run_close(self);
}

static enum sim_status verify(const void *gemeente)
{
    return wmo_gemeente_verify(gemeente);
}

static uint64_t verify_size(const void *gemeente)
{
    return wmo_gemeente_verify_size(gemeente);
}

void model_run_until(struct model_run *self, sim_time time)
{
    const struct sim_engine_watch watch = {verify, verify_size, self->gemeente};
    assert_int_equal(sim_engine_run_watched(&self->gemeente->engine, time, &watch),
                     SIM_OK);
}

void model_run_until_day(struct model_run *self, int day)
{
    model_run_until(self, day * SIM_DAY);
}

bool model_run_step(struct model_run *self, sim_time end)
{
    sim_time next = sim_fel_next_time(&self->gemeente->engine.fel);
    if (next > end) {
        return false;
    }
    model_run_until(self, next);
    return true;
}

sim_time model_run_end(const struct model_run *self)
{
    const struct wmo_periode *periode = &self->gemeente->landschap.periode;
    return periode->year_start[periode->year_count];
}

void model_run_finish(struct model_run *self)
{
    model_run_until(self, model_run_end(self));
    assert_int_equal(wmo_gemeente_verify(self->gemeente), SIM_OK);
    wmo_gemeente_close(self->gemeente);
}

uint32_t model_run_enter(struct model_run *self, int zorgvorm, int wijk, int minutes)
{
    return model_run_enter_who(self, zorgvorm, wijk, minutes, 1, 0);
}

uint32_t model_run_enter_who(struct model_run *self, int zorgvorm, int wijk,
                             int minutes, int urgentie, int specialisme)
{
    struct wmo_gemeente *gemeente = self->gemeente;
    uint64_t id = wmo_inwoner_id(SOURCE_TEST, wijk, (uint64_t)gemeente->record.in);
    uint32_t row;
    assert_int_equal(wmo_gemeente_arrive(gemeente, id, wijk, &row), SIM_OK);
    wmo_traject_set_zorgvorm(gemeente, row, zorgvorm);
    gemeente->inwoners.rows[row].minutes = minutes;
    gemeente->inwoners.rows[row].urgentie = (uint8_t)urgentie;
    gemeente->inwoners.rows[row].specialisme = (uint8_t)specialisme;
    assert_int_equal(wmo_plaatsing_enter(gemeente, row), SIM_OK);
    return row;
}

struct wmo_tel model_run_sum(const struct model_run *self, int zorgvorm, int first,
                             int last)
{
    const struct wmo_record *record = &self->gemeente->record;
    const struct wmo_aanbieders *aanbieders = &self->gemeente->landschap.aanbieders;
    int slots = self->gemeente->landschap.wijken.count + 1;
    struct wmo_tel sum = {0};
    for (int y = first; y <= last; y++) {
        for (int line = 0; line < aanbieders->aanbod_count * slots; line++) {
            if (aanbieders->aanbod[line / slots].zorgvorm == zorgvorm) {
                wmo_tel_add_line(&sum, &record->tel[y * record->total_count + line]);
            }
        }
    }
    return sum;
}

static const char *key_of(const struct sim_layout *layout, const struct sim_cell *cell,
                          enum wmo_dimension dimension)
{
    return layout->dimensions[dimension].labels[cell->label[dimension]].key;
}

int model_run_find(const struct sim_layout *layout, const struct model_run_keys *keys)
{
    const char *const wanted[WMO_DIMENSION_COUNT] = {
        [WMO_DIMENSION_JAAR] = keys->jaar,
        [WMO_DIMENSION_MAAND] = keys->maand,
        [WMO_DIMENSION_WIJK] = keys->wijk,
        [WMO_DIMENSION_ZORGVORM] = keys->zorgvorm,
        [WMO_DIMENSION_AANBIEDER] = keys->aanbieder,
        [WMO_DIMENSION_DOELGROEP] = keys->doelgroep,
    };
    for (int i = 0; i < layout->cell_count; i++) {
        const struct sim_cell *cell = &layout->cells[i];
        bool is_it = strcmp(WMO_MEASURE[cell->measure].name, keys->measure) == 0;
        for (int d = 0; d < WMO_DIMENSION_COUNT && is_it; d++) {
            is_it = strcmp(key_of(layout, cell, (enum wmo_dimension)d),
                           wanted[d] ? wanted[d] : "totaal") == 0;
        }
        if (is_it) {
            return i;
        }
    }
    return -1;
}

int model_run_find_cell(const struct sim_layout *layout, const char *measure,
                        const char *jaar, const char *wijk, const char *zorgvorm,
                        const char *aanbieder)
{
    return model_run_find(layout, &(struct model_run_keys){.measure = measure,
                                                           .jaar = jaar,
                                                           .wijk = wijk,
                                                           .zorgvorm = zorgvorm,
                                                           .aanbieder = aanbieder});
}

int model_run_cell(const struct sim_layout *layout, const char *measure,
                   const char *jaar, const char *wijk, const char *zorgvorm,
                   const char *aanbieder)
{
    int cell = model_run_find_cell(layout, measure, jaar, wijk, zorgvorm, aanbieder);
    if (cell < 0) {
        fail_msg("no cell %s of %s, %s, %s, %s", measure, jaar, wijk, zorgvorm,
                 aanbieder);
    }
    return cell;
}

void model_run_experiment(struct sim_scenario *const *scenarios, int scenario_count,
                          uint64_t seed, uint32_t replications, int threads,
                          struct sim_results *results)
{
    struct sim_experiment experiment = {
        .model = &wmo_model,
        .scenario_count = scenario_count,
        .seed = seed,
        .replications = replications,
        .threads = threads,
    };
    for (int s = 0; s < scenario_count; s++) {
        experiment.scenarios[s] = scenarios[s];
    }
    assert_int_equal(sim_experiment_run(&experiment, results, NULL), SIM_OK);
    assert_int_equal(results->replications_done, replications);
}

void model_run_assert_fault(const char *path, const char *const *settings,
                            const char *text)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    int count = 0;
    while (settings && settings[count]) {
        count++;
    }
    assert_int_equal(
        sim_scenario_load(&scenario, &wmo_registry, path, settings, count, &faults),
        SIM_OK);
    wmo_check(scenario, &faults);
    sim_scenario_destroy(scenario);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].text, text);
    sim_faults_free(&faults);
}

/* The next cell from [cell] on that is not of one doelgroep. */
static int next_of_all(const struct sim_layout *layout, int cell)
{
    int total = layout->dimensions[WMO_DIMENSION_DOELGROEP].label_count - 1;
    while (cell < layout->cell_count &&
           layout->cells[cell].label[WMO_DIMENSION_DOELGROEP] < total) {
        cell++;
    }
    return cell;
}

/* Fails unless [scenarios], which are destroyed, give the same values; values of single
 * doelgroepen aside, which only one of them may have. */
static void assert_same_results(struct sim_scenario *scenarios[2])
{
    struct sim_results results;
    model_run_experiment(scenarios, 2, 7, 2, 1, &results);
    const struct sim_scenario_results *a = &results.scenarios[0];
    const struct sim_scenario_results *b = &results.scenarios[1];
    int i = next_of_all(a->layout, 0), j = next_of_all(b->layout, 0);
    while (i < a->layout->cell_count && j < b->layout->cell_count) {
        assert_memory_equal(&a->cells[i], &b->cells[j], sizeof *a->cells);
        i = next_of_all(a->layout, i + 1);
        j = next_of_all(b->layout, j + 1);
    }
    assert_true(i == a->layout->cell_count && j == b->layout->cell_count);
    assert_int_equal(a->event_count, b->event_count);
    sim_results_free(&results);
    sim_scenario_destroy(scenarios[0]);
    sim_scenario_destroy(scenarios[1]);
}

void model_run_assert_same(const char *path, const char *const *without,
                           const char *const *with)
{
    assert_same_results((struct sim_scenario *[2]){model_run_load(path, without),
                                                   model_run_load(path, with)});
}

void model_run_assert_same_files(const char *path, const char *neutral)
{
    assert_same_results((struct sim_scenario *[2]){model_run_load(path, NULL),
                                                   model_run_load(neutral, NULL)});
}

void model_run_assert_share(int64_t count, int64_t whole, double p)
{
    double n = (double)whole;
    assert_true(whole >= 200);
    assert_true(fabs((double)count - n * p) <= 4 * sqrt(n * p * (1 - p)));
}
