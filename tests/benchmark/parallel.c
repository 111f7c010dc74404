/* tests/benchmark/parallel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/parallel.h"

#include <pthread.h>
#include <stdlib.h>

struct share {
    const struct bench_work *work;
    void *state;
    struct bench_run run;
    enum sim_status status;
};

struct parallel {
    const struct parallel_task *task;
    struct share shares[PARALLEL_THREAD_MAX];
};

static void *do_share(void *context)
{
    struct share *share = context;
    share->status = share->work->run(share->state, &share->run);
    return NULL;
}

static enum sim_status run(void *state, struct bench_run *run)
{
    struct parallel *self = state;
    const int count = self->task->threads;
    enum sim_status status = SIM_OK;
    pthread_t threads[PARALLEL_THREAD_MAX];
    bool has_thread[PARALLEL_THREAD_MAX];
    for (int i = 0; i < count; i++) {
        struct share *share = &self->shares[i];
        share->run =
            (struct bench_run){.units = run->units * self->task->each / (uint64_t)count,
                               .limit_seconds = run->limit_seconds};
        has_thread[i] = pthread_create(&threads[i], NULL, do_share, share) == 0;
    }
    for (int i = 0; i < count; i++) {
        if (has_thread[i]) {
            pthread_join(threads[i], NULL);
            run->event_count += self->shares[i].run.event_count;
        }
        if (!has_thread[i] || self->shares[i].status != SIM_OK) {
            status = SIM_ERR_NO_MEMORY;
        }
    }
    run->done = (double)run->units;
    return status;
}

static void destroy(void *state)
{
    struct parallel *self = state;
    for (int i = 0; self != NULL && i < self->task->threads; i++) {
        self->task->work->destroy(self->shares[i].state);
    }
    free(self);
}

static enum sim_status create(const void *task, void **out)
{
    struct parallel *self = calloc(1, sizeof *self);
    enum sim_status status = SIM_OK;
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->task = task;
    for (int i = 0; i < self->task->threads && status == SIM_OK; i++) {
        self->shares[i].work = self->task->work;
        status = self->task->work->create(self->task->task, &self->shares[i].state);
    }
    return status;
}

const struct bench_work PARALLEL = {create, run, NULL, destroy};
