/* tests/benchmark/bare_network.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/network.h"

#include <gsl/gsl_randist.h>

#include "tests/benchmark/bare_heap.h"
#include "tests/benchmark/bare_random.h"

#define ARITY 4
#define ARRIVAL UINT32_MAX /* any other payload is the client that departs */

struct bare_client {
    double since;
    uint32_t next;
    uint32_t service;
};

struct bare_service {
    uint32_t first, last, length;
    uint32_t busy;
    double area, changed; /* of the length over time */
    double busy_area, busy_changed;
};

struct bare_network {
    struct bare_heap heap;
    struct bare_client *clients; /* [NETWORK_CLIENT_MAX] owned */
    struct bare_service services[NETWORK_SERVICE_COUNT];
    uint32_t first_free;
    double now;
    double wait_sum, wait_square_sum; /* over all replications */
    uint64_t wait_count;
    double mu, sigma; /* of the logarithm of the stay */
    struct bare_random random;
    gsl_rng *rng; /* owned; only for mt19937 */
};

/* A generator; its functions are constants at every call, so that they are inlined. */
struct bare_draws {
    double (*uniform)(struct bare_network *self);
    double (*exponential)(struct bare_network *self);
    double (*normal)(struct bare_network *self);
};

static double xoshiro_uniform(struct bare_network *self)
{
    return bare_uniform(&self->random);
}

static double xoshiro_exponential(struct bare_network *self)
{
    return bare_exponential(&self->random);
}

static double xoshiro_normal(struct bare_network *self)
{
    return bare_normal(&self->random);
}

static double mt19937_uniform(struct bare_network *self)
{
    return gsl_rng_uniform_pos(self->rng);
}

static double mt19937_exponential(struct bare_network *self)
{
    return gsl_ran_exponential(self->rng, 1.0);
}

static double mt19937_normal(struct bare_network *self)
{
    return gsl_ran_gaussian_ziggurat(self->rng, 1.0);
}

static const struct bare_draws XOSHIRO = {xoshiro_uniform, xoshiro_exponential,
                                          xoshiro_normal};
static const struct bare_draws MT19937 = {mt19937_uniform, mt19937_exponential,
                                          mt19937_normal};

BARE_INLINE void schedule(struct bare_network *self, double delay, uint32_t payload)
{
    uint64_t time = bare_time_bits(self->now + delay);
    bare_key key = bare_key_make(time, self->heap.sequence++, payload);
    bare_heap_push(&self->heap, key, ARITY);
}

BARE_INLINE void change_length(struct bare_network *self, struct bare_service *service,
                               uint32_t step)
{
    service->area += service->length * (self->now - service->changed);
    service->changed = self->now;
    service->length += step;
}

BARE_INLINE void change_busy(struct bare_network *self, struct bare_service *service,
                             uint32_t step)
{
    service->busy_area += service->busy * (self->now - service->busy_changed);
    service->busy_changed = self->now;
    service->busy += step;
}

BARE_INLINE void begin_stay(struct bare_network *self, uint32_t row,
                            const struct bare_draws *draws)
{
    if (self->now >= NETWORK_WARM_UP_DAYS) {
        double wait = self->now - self->clients[row].since;
        self->wait_sum += wait;
        self->wait_square_sum += wait * wait;
        self->wait_count++;
    }
    schedule(self, exp(self->mu + self->sigma * draws->normal(self)), row);
}

BARE_INLINE void enter(struct bare_network *self, uint32_t row,
                       const struct bare_draws *draws)
{
    struct bare_service *service = &self->services[self->clients[row].service];
    self->clients[row].since = self->now;
    if (service->busy < NETWORK_PLACES) {
        change_busy(self, service, 1);
        begin_stay(self, row, draws);
        return;
    }
    if (service->length == 0) {
        service->first = row;
    } else {
        self->clients[service->last].next = row;
    }
    service->last = row;
    change_length(self, service, 1);
}

BARE_INLINE void arrive(struct bare_network *self, const struct bare_draws *draws)
{
    uint32_t row = self->first_free;
    self->first_free = self->clients[row].next;
    self->clients[row].service =
        (uint32_t)(draws->uniform(self) * NETWORK_SERVICE_COUNT);
    enter(self, row, draws);
    schedule(self, draws->exponential(self) / NETWORK_CLIENTS_PER_DAY, ARRIVAL);
}

BARE_INLINE void depart(struct bare_network *self, uint32_t row,
                        const struct bare_draws *draws)
{
    struct bare_client *client = &self->clients[row];
    struct bare_service *service = &self->services[client->service];
    if (service->length == 0) {
        change_busy(self, service, UINT32_MAX);
    } else {
        uint32_t next = service->first;
        service->first = self->clients[next].next;
        change_length(self, service, UINT32_MAX);
        begin_stay(self, next, draws);
    }
    if (draws->uniform(self) < NETWORK_SHARE_ONWARD) {
        client->service = (client->service + 1) % NETWORK_SERVICE_COUNT;
        enter(self, row, draws);
    } else {
        client->next = self->first_free;
        self->first_free = row;
    }
}

static void reset(struct bare_network *self)
{
    while (self->heap.count > 0) {
        self->heap.keys[ARITY - 1 + --self->heap.count] = ~(bare_key)0;
    }
    self->heap.sequence = 0;
    memset(self->services, 0, sizeof self->services);
    for (uint32_t i = 0; i < NETWORK_CLIENT_MAX; i++) {
        self->clients[i].next = i + 1;
    }
    self->first_free = 0;
    self->now = 0.0;
}

BARE_INLINE uint64_t replicate(struct bare_network *self,
                               const struct bare_draws *draws)
{
    uint64_t event_count = 0;
    reset(self);
    schedule(self, draws->exponential(self) / NETWORK_CLIENTS_PER_DAY, ARRIVAL);
    for (;; event_count++) {
        bare_key key = bare_heap_pop(&self->heap, ARITY);
        self->now = bare_key_time(key);
        if (self->now > NETWORK_END_DAYS) {
            return event_count;
        }
        if ((uint32_t)key == ARRIVAL) {
            arrive(self, draws);
        } else {
            depart(self, (uint32_t)key, draws);
        }
    }
}

BARE_INLINE enum sim_status run(struct bare_network *self, struct bench_run *run,
                                const struct bare_draws *draws)
{
    for (uint64_t i = 0; i < run->units; i++) {
        run->event_count += replicate(self, draws);
        run->done++;
    }
    return SIM_OK;
}

static enum sim_status bare_network_run_xoshiro(void *self, struct bench_run *bench_run)
{
    return run(self, bench_run, &XOSHIRO);
}

static enum sim_status bare_network_run_mt19937(void *self, struct bench_run *bench_run)
{
    return run(self, bench_run, &MT19937);
}

static void destroy(void *state)
{
    struct bare_network *self = state;
    if (self != NULL) {
        gsl_rng_free(self->rng);
        free(self->heap.keys);
        free(self->clients);
        free(self);
    }
}

static enum sim_status create(const void *task, void **out)
{
    (void)task;
    struct bare_network *self = calloc(1, sizeof *self);
    *out = self;
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->clients = malloc(NETWORK_CLIENT_MAX * sizeof *self->clients);
    self->rng = gsl_rng_alloc(gsl_rng_mt19937);
    if (self->clients == NULL || self->rng == NULL ||
        !bare_heap_init(&self->heap, NETWORK_CLIENT_MAX)) {
        return SIM_ERR_NO_MEMORY;
    }
    bare_random_init(&self->random, 1);
    double sigma2 = log1p(NETWORK_STAY_CV * NETWORK_STAY_CV);
    self->sigma = sqrt(sigma2);
    self->mu = log(NETWORK_STAY_DAYS) - 0.5 * sigma2;
    return SIM_OK;
}

static double mean_wait(const void *state)
{
    const struct bare_network *self = state;
    return self->wait_sum / (double)self->wait_count;
}

const struct bench_work BARE_NETWORK_XOSHIRO = {create, bare_network_run_xoshiro,
                                                mean_wait, destroy};
const struct bench_work BARE_NETWORK_MT19937 = {create, bare_network_run_mt19937,
                                                mean_wait, destroy};
