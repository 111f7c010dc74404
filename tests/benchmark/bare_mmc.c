/* tests/benchmark/bare_mmc.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/mmc.h"

#include <gsl/gsl_randist.h>

#include "tests/benchmark/bare_heap.h"
#include "tests/benchmark/bare_random.h"

#define ARITY 4
#define ARRIVAL UINT32_MAX /* any other payload is the customer that departs */

struct bare_customer {
    double since;
    uint32_t next;
};

struct bare_mmc {
    struct bare_heap heap;
    struct bare_customer *customers; /* [MMC_CUSTOMER_MAX] owned */
    double gap;
    int servers, busy;
    uint32_t first_free;
    uint32_t first, last, length; /* of the queue */
    double now, area, changed;    /* of the queue's length over time */
    double wait_sum, wait_square_sum;
    uint64_t count; /* of waits */
    struct bare_random random;
    gsl_rng *rng; /* owned; only for mt19937 */
};

/* A standard exponential draw; a constant at every call, so that it is inlined. */
typedef double (*bare_draw)(struct bare_mmc *self);

static double draw_xoshiro(struct bare_mmc *self)
{
    return bare_exponential(&self->random);
}

static double draw_mt19937(struct bare_mmc *self)
{
    return gsl_ran_exponential(self->rng, 1.0);
}

BARE_INLINE void schedule(struct bare_mmc *self, double delay, uint32_t payload)
{
    uint64_t time = bare_time_bits(self->now + delay);
    bare_key key = bare_key_make(time, self->heap.sequence++, payload);
    bare_heap_push(&self->heap, key, ARITY);
}

BARE_INLINE void change_length(struct bare_mmc *self, uint32_t step)
{
    self->area += self->length * (self->now - self->changed);
    self->changed = self->now;
    self->length += step;
}

BARE_INLINE void serve(struct bare_mmc *self, uint32_t row, bare_draw draw)
{
    double wait = self->now - self->customers[row].since;
    self->wait_sum += wait;
    self->wait_square_sum += wait * wait;
    self->count++;
    schedule(self, draw(self), row);
}

BARE_INLINE void arrive(struct bare_mmc *self, bare_draw draw)
{
    uint32_t row = self->first_free;
    self->first_free = self->customers[row].next;
    self->customers[row].since = self->now;
    if (self->busy < self->servers) {
        self->busy++;
        serve(self, row, draw);
        return;
    }
    if (self->length == 0) {
        self->first = row;
    } else {
        self->customers[self->last].next = row;
    }
    self->last = row;
    change_length(self, 1);
}

BARE_INLINE void depart(struct bare_mmc *self, uint32_t row, bare_draw draw)
{
    self->customers[row].next = self->first_free;
    self->first_free = row;
    if (self->length == 0) {
        self->busy--;
        return;
    }
    uint32_t next = self->first;
    self->first = self->customers[next].next;
    change_length(self, UINT32_MAX);
    serve(self, next, draw);
}

static void reset(struct bare_mmc *self)
{
    for (uint32_t i = 0; i < MMC_CUSTOMER_MAX; i++) {
        self->customers[i].next = i + 1;
    }
    self->first_free = 0;
    self->heap.sequence = 0;
    self->busy = 0;
    self->length = 0;
    self->now = self->area = self->changed = 0.0;
    self->wait_sum = self->wait_square_sum = 0.0;
    self->count = 0;
}

BARE_INLINE enum sim_status run(struct bare_mmc *self, struct bench_run *run,
                                bare_draw draw)
{
    uint64_t arrivals_left = run->units - 1;
    uint64_t event_count = 0;
    reset(self);
    schedule(self, self->gap * draw(self), ARRIVAL);
    for (; self->heap.count > 0; event_count++) {
        bare_key key = bare_heap_pop(&self->heap, ARITY);
        self->now = bare_key_time(key);
        if ((uint32_t)key != ARRIVAL) {
            depart(self, (uint32_t)key, draw);
            continue;
        }
        arrive(self, draw);
        if (arrivals_left > 0) {
            arrivals_left--;
            schedule(self, self->gap * draw(self), ARRIVAL);
        }
    }
    run->done = (double)self->count;
    run->event_count = event_count;
    return SIM_OK;
}

static enum sim_status bare_mmc_run_xoshiro(void *self, struct bench_run *bench_run)
{
    return run(self, bench_run, draw_xoshiro);
}

static enum sim_status bare_mmc_run_mt19937(void *self, struct bench_run *bench_run)
{
    return run(self, bench_run, draw_mt19937);
}

static void destroy(void *state)
{
    struct bare_mmc *self = state;
    if (self != NULL) {
        gsl_rng_free(self->rng);
        free(self->heap.keys);
        free(self->customers);
        free(self);
    }
}

static enum sim_status create(const void *state, void **out)
{
    const struct mmc_task *task = state;
    struct bare_mmc *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->customers = malloc(MMC_CUSTOMER_MAX * sizeof *self->customers);
    self->rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (self->customers == NULL || self->rng == NULL ||
        !bare_heap_init(&self->heap, (uint32_t)task->servers + 1)) {
        return SIM_ERR_NO_MEMORY;
    }
    bare_random_init(&self->random, 1);
    self->servers = task->servers;
    self->gap = 1.0 / (task->utilisation * task->servers);
    return SIM_OK;
}

static double mean_wait(const void *state)
{
    const struct bare_mmc *self = state;
    return self->wait_sum / (double)self->count;
}

const struct bench_work BARE_MMC_XOSHIRO = {create, bare_mmc_run_xoshiro, mean_wait,
                                            destroy};
const struct bench_work BARE_MMC_MT19937 = {create, bare_mmc_run_mt19937, mean_wait,
                                            destroy};
