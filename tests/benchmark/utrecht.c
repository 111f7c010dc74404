/* tests/benchmark/utrecht.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/utrecht.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "models/model.h"
#include "sim/experiment/experiment.h"
#include "tests/benchmark/scale.h"

#define PATH_SIZE 512
#define YEAR (365 * SIM_DAY)

struct utrecht {
    const struct utrecht_task *task;
    struct sim_scenario *scenario;
    void *instance;
    double *values; /* [cell_count] owned */
    uint32_t replication;
    double done;         /* part of the last replication */
    double setup_ms;     /* of the last replication: before its first event */
    double processor_ms; /* per replication, of the last experiment */
};

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void destroy(void *state)
{
    struct utrecht *self = state;
    if (self != NULL) {
        wmo_model.destroy(self->instance);
        sim_scenario_destroy(self->scenario);
        free(self->values);
        free(self);
    }
}

static enum sim_status create(const void *task, void **out)
{
    struct utrecht *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    char path[PATH_SIZE];
    self->task = task;
    snprintf(path, sizeof path, "%s/scenarios/utrecht/%s.cfg", TEST_SOURCE_DIR,
             self->task->scenario);
    enum sim_status status =
        bench_scale_load(&self->scenario, path, self->task->factor);
    if (status == SIM_OK) {
        status = wmo_model.create(self->scenario, &self->instance);
    }
    if (status == SIM_OK) {
        int cell_count = wmo_model.layout(self->instance)->cell_count;
        self->values = calloc((size_t)cell_count, sizeof *self->values);
        status = self->values != NULL ? SIM_OK : SIM_ERR_NO_MEMORY;
    }
    return status;
}

static enum sim_status set_up(struct utrecht *self)
{
    double begin = processor_seconds();
    enum sim_status status = wmo_model.reset(self->instance, 1, self->replication++);
    if (status == SIM_OK) {
        status = wmo_model.start(self->instance);
    }
    self->setup_ms = (processor_seconds() - begin) * 1e3;
    return status;
}

/* What sim_experiment_replicate does, day by day, so that it can be broken off; the
 * first day is always done. */
static enum sim_status replicate(struct utrecht *self, double deadline)
{
    struct sim_engine *engine = wmo_model.engine(self->instance);
    sim_time end = wmo_model.end(self->instance);
    enum sim_status status = set_up(self);
    for (bool is_late = false; status == SIM_OK && engine->now < end && !is_late;) {
        sim_time next = engine->now + SIM_DAY;
        status = sim_engine_run(engine, next < end ? next : end);
        is_late = processor_seconds() >= deadline;
    }
    self->done = (double)engine->now / (double)end;
    if (status == SIM_OK && engine->now == end) {
        status = wmo_model.verify(self->instance);
        wmo_model.summarise(self->instance, self->values);
    }
    return status;
}

static enum sim_status utrecht_run(void *state, struct bench_run *run)
{
    struct utrecht *self = state;
    enum sim_status status = SIM_OK;
    for (uint64_t i = 0; i < run->units && status == SIM_OK; i++) {
        status = replicate(self, processor_seconds() + run->limit_seconds);
        run->done += self->done;
        run->event_count += wmo_model.engine(self->instance)->event_count;
    }
    return status;
}

static enum sim_status year_run(void *state, struct bench_run *run)
{
    struct utrecht *self = state;
    enum sim_status status = SIM_OK;
    for (uint64_t i = 0; i < run->units && status == SIM_OK; i++) {
        status = set_up(self);
        run->setup_seconds += self->setup_ms * 1e-3;
        if (status == SIM_OK) {
            status = sim_engine_run(wmo_model.engine(self->instance), YEAR);
        }
        run->event_count += wmo_model.engine(self->instance)->event_count;
    }
    run->done = (double)run->units;
    return status;
}

static double setup_ms(const void *state)
{
    return ((const struct utrecht *)state)->setup_ms;
}

static double processor_ms(const void *state)
{
    return ((const struct utrecht *)state)->processor_ms;
}

static enum sim_status run_experiment(void *state, struct bench_run *run)
{
    struct utrecht *self = state;
    struct sim_results results = {0};
    struct sim_experiment experiment = {
        .model = &wmo_model,
        .scenarios = {self->scenario},
        .scenario_count = 1,
        .seed = 1,
        .replications = (uint32_t)run->units,
        .threads = self->task->threads,
    };
    double begin = processor_seconds();
    enum sim_status status = sim_experiment_run(&experiment, &results, NULL);
    self->processor_ms = (processor_seconds() - begin) * 1e3 / (double)run->units;
    if (status == SIM_OK) {
        run->done = results.replications_done;
        run->event_count = results.scenarios[0].event_count;
    }
    sim_results_free(&results);
    return status;
}

const struct bench_work UTRECHT_REPLICATION = {create, utrecht_run, NULL, destroy};
const struct bench_work UTRECHT_YEAR = {create, year_run, setup_ms, destroy};
const struct bench_work UTRECHT_EXPERIMENT = {create, run_experiment, processor_ms,
                                              destroy};
