/* sim/experiment/experiment.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/experiment.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "sim/experiment/collector.h"
#include "sim/experiment/precision.h"
#include "sim/experiment/resumption.h"
#include "sim/experiment/results.h"
#include "sim/experiment/ring.h"

/* One scenario of one replication. Tasks are numbered by replication, then scenario,
 * and begun in that order. */
struct task {
    uint64_t index;
    uint32_t replication;
    int scenario;
    void *instance; /* that it is run with; NULL: to be made */
};

/* Instances that no thread is using, for each scenario; a thread takes one for a task
 * and puts it back. So there are as many of a scenario as were in use at one moment,
 * which of many scenarios is far fewer than one for each thread. */
struct shelf {
    void **idle;  /* [scenario_count x width] */
    size_t width; /* as many as there are threads */
    size_t count[SIM_SCENARIO_MAX];
};

/* What the threads share; the lock guards all but [experiment]. */
struct crew {
    const struct sim_experiment *experiment;
    struct sim_ring *ring;
    struct shelf shelf;
    pthread_mutex_t lock;
    pthread_cond_t room; /* a slot of the ring became free, or there is no more work */
    uint64_t first_task, next_task, task_count;
    uint64_t done_count;    /* of those from the first on */
    enum sim_status status; /* of the failed task that comes first in order */
    uint64_t failed_task;
};

/* --- Instances --- */

static void *take_instance(struct shelf *self, int scenario)
{
    return self->count[scenario] == 0
               ? NULL
               : self->idle[(size_t)scenario * self->width + --self->count[scenario]];
}

static void put_instance(struct shelf *self, int scenario, void *instance)
{
    if (instance != NULL) {
        self->idle[(size_t)scenario * self->width + self->count[scenario]++] = instance;
    }
}

/* The instances of the results are the first. */
static enum sim_status init_shelf(struct shelf *self, int thread_count,
                                  const struct sim_results *results)
{
    *self = (struct shelf){.width = (size_t)thread_count};
    self->idle =
        calloc((size_t)results->scenario_count * self->width, sizeof *self->idle);
    for (int s = 0; self->idle != NULL && s < results->scenario_count; s++) {
        put_instance(self, s, results->instances[s]);
    }
    return self->idle == NULL ? SIM_ERR_NO_MEMORY : SIM_OK;
}

/* All but those of the results are its own. */
static void free_shelf(struct shelf *self, const struct sim_results *results)
{
    for (int s = 0; self->idle != NULL && s < results->scenario_count; s++) {
        void *instance = take_instance(self, s);
        for (; instance != NULL; instance = take_instance(self, s)) {
            if (instance != results->instances[s]) {
                results->model->destroy(instance);
            }
        }
    }
    free(self->idle);
}

/* --- A replication --- */

/* Runs up to and including [time]; a debug build finds a fault where it arises. */
static enum sim_status run_until(const struct sim_model *model, void *instance,
                                 sim_time time)
{
#ifndef NDEBUG
    const struct sim_engine_watch watch = {model->verify, model->verify_size, instance};
    if (model->verify_size != NULL) {
        return sim_engine_run_watched(model->engine(instance), time, &watch);
    }
#endif
    return sim_engine_run(model->engine(instance), time);
}

/* Stops the clock, after all that happens at that moment, to look; goes on as if it had
 * not. */
static enum sim_status observe(const struct sim_model *model, void *instance,
                               sim_time interval, double *observed)
{
    const sim_time end = model->end(instance);
    const int count = model->levels(instance)->count;
    for (sim_time time = 0; time <= end; time += interval) {
        enum sim_status status = run_until(model, instance, time);
        if (status != SIM_OK) {
            return status;
        }
        model->observe(instance, observed);
        observed += count;
    }
    return SIM_OK;
}

/* [observe_every] 0: without looking; else what is seen goes behind the cells. */
static enum sim_status replicate(const struct sim_model *model, void *instance,
                                 uint64_t seed, uint32_t replication,
                                 sim_time observe_every, double *values)
{
    enum sim_status status = model->reset(instance, seed, replication);
    if (status == SIM_OK) {
        status = model->start(instance);
    }
    if (status == SIM_OK && observe_every > 0) {
        status = observe(model, instance, observe_every,
                         values + model->layout(instance)->cell_count);
    }
    if (status == SIM_OK) {
        status = run_until(model, instance, model->end(instance));
    }
    if (status == SIM_OK) {
        status = model->verify(instance);
    }
    if (status == SIM_OK) {
        model->summarise(instance, values);
    }
    return status;
}

enum sim_status sim_experiment_replicate(const struct sim_model *model, void *instance,
                                         uint64_t seed, uint32_t replication,
                                         double *values)
{
    return replicate(model, instance, seed, replication, 0, values);
}

/* --- Tasks --- */

/* A replication that has begun is finished for every scenario, so that nothing that
 * was computed is lost; but what is computed beyond the precision is not wanted. */
static bool is_work_over(const struct crew *crew)
{
    const struct sim_experiment *experiment = crew->experiment;
    const bool begins = crew->next_task % (uint64_t)experiment->scenario_count == 0;
    return crew->next_task == crew->task_count || crew->status != SIM_OK ||
           crew->ring->is_over ||
           (begins && experiment->stop != NULL && *experiment->stop != 0);
}

/* Waits until the next task can be begun; false when there is none. */
static bool claim_task(struct crew *crew, struct task *task)
{
    const uint64_t scenario_count = (uint64_t)crew->experiment->scenario_count;
    bool claimed = false;
    pthread_mutex_lock(&crew->lock);
    while (!is_work_over(crew)) {
        task->index = crew->next_task;
        task->replication = (uint32_t)(crew->next_task / scenario_count);
        task->scenario = (int)(crew->next_task % scenario_count);
        if (sim_ring_has_room(crew->ring, task->replication)) {
            task->instance = take_instance(&crew->shelf, task->scenario);
            crew->next_task++;
            claimed = true;
            break;
        }
        pthread_cond_wait(&crew->room, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
    return claimed;
}

static void finish_task(struct crew *crew, const struct task *task,
                        enum sim_status status, uint64_t event_count)
{
    const struct sim_experiment *experiment = crew->experiment;
    pthread_mutex_lock(&crew->lock);
    put_instance(&crew->shelf, task->scenario, task->instance);
    if (status == SIM_OK) {
        sim_ring_finish(crew->ring, task->replication, task->scenario, event_count);
        crew->done_count++;
        if (experiment->progress != NULL) {
            experiment->progress(experiment->progress_context, crew->done_count,
                                 crew->task_count - crew->first_task);
        }
    } else if (crew->status == SIM_OK || task->index < crew->failed_task) {
        crew->status = status;
        crew->failed_task = task->index;
    }
    pthread_cond_broadcast(&crew->room);
    pthread_mutex_unlock(&crew->lock);
}

static enum sim_status perform_task(struct crew *crew, struct task *task,
                                    uint64_t *event_count)
{
    const struct sim_experiment *experiment = crew->experiment;
    const struct sim_model *model = experiment->model;
    enum sim_status status = SIM_OK;
    if (task->instance == NULL) {
        status = model->create(experiment->scenarios[task->scenario], &task->instance);
    }
    if (status == SIM_OK) {
        status =
            replicate(model, task->instance, experiment->seed, task->replication,
                      experiment->observe_every,
                      sim_ring_values(crew->ring, task->replication, task->scenario));
        *event_count = model->engine(task->instance)->event_count;
    }
    return status;
}

static void *work(void *context)
{
    struct crew *crew = context;
    struct task task;
    while (claim_task(crew, &task)) {
        uint64_t event_count = 0;
        enum sim_status status = perform_task(crew, &task, &event_count);
        finish_task(crew, &task, status, event_count);
    }
    return NULL;
}

/* The calling thread works too. A thread that cannot be had is done without. */
static enum sim_status employ(struct crew *crew, int thread_count)
{
    pthread_t *threads = calloc((size_t)thread_count, sizeof *threads);
    int started = 1;
    if (threads == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    while (started < thread_count &&
           pthread_create(&threads[started], NULL, work, crew) == 0) {
        started++;
    }
    work(crew);
    for (int i = 1; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    free(threads);
    return crew->status;
}

static int useful_threads(const struct sim_experiment *experiment, uint64_t task_count)
{
    return task_count < (uint64_t)experiment->threads ? (int)task_count
                                                      : experiment->threads;
}

static double monotonic_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static enum sim_status run_tasks(struct crew *crew, struct sim_results *results)
{
    const struct sim_experiment *experiment = crew->experiment;
    const int threads = useful_threads(experiment, crew->task_count);
    struct sim_ring ring;
    /* Twice the threads, so that one slow replication does not hold up the others. */
    enum sim_status status = sim_ring_init(&ring, results, 2 * (uint32_t)threads);
    if (status == SIM_OK) {
        status = init_shelf(&crew->shelf, threads, results);
    }
    if (status == SIM_OK) {
        ring.precision = experiment->precision;
        ring.collector = experiment->collector;
        ring.resumption = experiment->resumption;
        ring.is_over = results->replications_done > 0 && ring.precision != NULL &&
                       sim_precision_is_reached(ring.precision, results);
        crew->ring = &ring;
        pthread_mutex_init(&crew->lock, NULL);
        pthread_cond_init(&crew->room, NULL);
        status = employ(crew, threads);
        pthread_cond_destroy(&crew->room);
        pthread_mutex_destroy(&crew->lock);
    }
    /* With one thread a replication beyond the last that counts would not have begun;
     * so it does not matter how it ended. */
    status = ring.is_over ? SIM_OK : status;
    results->is_precise = ring.is_over;
    sim_ring_free(&ring);
    free_shelf(&crew->shelf, results);
    return status;
}

/* Puts back what was done before. */
static void resume(struct crew *crew, struct sim_results *results)
{
    const struct sim_resumption *resumption = crew->experiment->resumption;
    if (resumption != NULL) {
        results->replications_done = resumption->restore(resumption->context, results);
        assert(results->replications_done <= crew->experiment->replications);
        crew->first_task = (uint64_t)results->replications_done *
                           (uint64_t)crew->experiment->scenario_count;
        crew->next_task = crew->first_task;
    }
}

enum sim_status sim_experiment_run(const struct sim_experiment *experiment,
                                   struct sim_results *results,
                                   uint32_t *failed_replication)
{
    assert(experiment->replications >= 1 && experiment->threads >= 1);
    assert(experiment->scenario_count >= 1 &&
           experiment->scenario_count <= SIM_SCENARIO_MAX);
    const double begin_seconds = monotonic_seconds();
    struct crew crew = {
        .experiment = experiment,
        .task_count =
            (uint64_t)experiment->replications * (uint64_t)experiment->scenario_count,
    };
    enum sim_status status = sim_results_init(results, experiment);
    const struct sim_collector *collector = experiment->collector;
    for (; collector != NULL && status == SIM_OK; collector = collector->next) {
        status = collector->begin(collector->context, results);
    }
    if (status == SIM_OK) {
        resume(&crew, results);
        status = run_tasks(&crew, results);
    }
    if (failed_replication != NULL) {
        *failed_replication =
            (uint32_t)(crew.failed_task / (uint64_t)experiment->scenario_count);
    }
    results->wall_seconds = monotonic_seconds() - begin_seconds;
    if (status != SIM_OK || results->is_precise) {
        return status;
    }
    results->interrupted = results->replications_done < experiment->replications;
    return results->interrupted            ? SIM_ERR_INTERRUPTED
           : experiment->precision != NULL ? SIM_ERR_PRECISION
                                           : SIM_OK;
}
