/* tests/support/toy_study.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/toy_study.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

/* The odd name in a libconfig string. */
#define ODD_CFG "o'brien\\\"; DROP TABLE maat; -- `touch gekraakt` $(touch gekraakt), x"

/* A command line need not be valid UTF-8. */
static char argument_0[] = "proef", argument_1[] = "run", argument_2[] = "caf\xe9.cfg";
static char *const COMMAND[] = {argument_0, argument_1, argument_2};

struct sim_scenario *toy_study_load(const char *text)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    sandbox_write("proef.cfg", text);
    const enum sim_status status =
        sim_scenario_load(&scenario, toy_model.registry, "proef.cfg", NULL, 0, &faults);
    sim_faults_print(&faults, stdout);
    sim_faults_free(&faults);
    assert_int_equal(status, SIM_OK);
    return scenario;
}

static void compute(struct toy_study *self, const struct sim_model *model, int threads,
                    uint32_t asked)
{
    const struct sim_collector ranking = sim_ranking_collector(&self->ranking);
    struct sim_experiment experiment = {
        .model = model,
        .scenarios = {self->scenarios[0], self->scenarios[1]},
        .scenario_count = self->scenarios[1] == NULL ? 1 : 2,
        .seed = UINT64_MAX,
        .replications = TOY_STUDY_REPLICATIONS,
        .threads = threads,
        .collector = &ranking,
    };
    assert_int_equal(sim_experiment_run(&experiment, &self->results, NULL), SIM_OK);
    self->results.interrupted = asked > TOY_STUDY_REPLICATIONS;
    self->borrowed[0] = self->scenarios[0];
    self->borrowed[1] = self->scenarios[1];
    self->study = (struct sim_study){
        .model = model,
        .scenarios = self->borrowed,
        .results = &self->results,
        .ranking = self->scenarios[1] == NULL ? NULL : &self->ranking,
        .seed = UINT64_MAX,
        .replications = asked,
        .threads = threads,
        .begin = 1800000000,
        .end = 1800000009,
        .argc = 3,
        .argv = COMMAND,
    };
}

void toy_study_open_comparison(struct toy_study *self, int threads)
{
    memset(self, 0, sizeof *self);
    self->scenarios[0] = toy_study_load(sandbox_toy("een", 1, ""));
    self->scenarios[1] = toy_study_load(sandbox_toy("twee", 2, ""));
    compute(self, &toy_model, threads, TOY_STUDY_REPLICATIONS);
}

void toy_study_open_run(struct toy_study *self, uint32_t asked)
{
    memset(self, 0, sizeof *self);
    self->scenarios[0] = toy_study_load(sandbox_toy("een", 1, ""));
    compute(self, &toy_model, 1, asked);
}

void toy_study_open_odd(struct toy_study *self)
{
    memset(self, 0, sizeof *self);
    self->scenarios[0] = toy_study_load(
        "naam = \"" ODD_CFG "\";\nbalies = ( { naam = \"" ODD_CFG "\"; } );\n"
        "capaciteit = 1;\naankomsten_per_dag = 9.7;\n"
        "bediening_dagen = 0.17;\ndagen = 40;\n");
    compute(self, &toy_model, 1, TOY_STUDY_REPLICATIONS);
}

void toy_study_close(struct toy_study *self)
{
    sim_results_free(&self->results);
    sim_ranking_free(&self->ranking);
    sim_saved_free(&self->saved);
    sim_scenario_destroy(self->scenarios[0]);
    sim_scenario_destroy(self->scenarios[1]);
}

void toy_study_save(struct toy_study *self, const char *path)
{
    assert_int_equal(sim_store_save(&self->study, path, true, &self->saved), SIM_OK);
    assert_string_equal(self->saved.folder, path);
    assert_string_equal(self->saved.message, "");
}
