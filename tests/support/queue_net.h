/* tests/support/queue_net.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small network of queueing stations on the engine's public interface, for
 * comparison with queueing theory: several servers, a limited room, patience, classes
 * with their own urgency and service, arrivals at a rate that may vary, and routing.
 * Times are given in units (think of a mean service) and run in ticks. What is asked
 * for is counted of those who arrive in a window, and the levels over that window, so
 * a net in equilibrium gives estimates without bias: sums over customers are divided
 * by the expected number of arrivals, not by the number that happened to come.
 */
#ifndef TESTS_SUPPORT_QUEUE_NET_H
#define TESTS_SUPPORT_QUEUE_NET_H

#include "sim/engine/arrivals.h"
#include "sim/engine/dist.h"
#include "sim/engine/engine.h"
#include "sim/engine/queue.h"
#include "sim/engine/resource.h"

/* Ticks in a unit, so many that rounding to a tick is far below any error. */
#define QUEUE_NET_UNIT ((sim_time)1 << 20)

#define QUEUE_NET_STATION_MAX 3
#define QUEUE_NET_CLASS_MAX 2
#define QUEUE_NET_UNLIMITED 1000000 /* servers, as good as infinitely many */

struct queue_net_station {
    int64_t servers;
    int64_t room; /* for those who wait and are served together; 0: no limit */
    const struct sim_queue_discipline *discipline;
    const struct sim_dist *patience;    /* units; NULL: nobody leaves the queue */
    double next[QUEUE_NET_STATION_MAX]; /* chance to go on to each; the rest leaves */
};

struct queue_net_class {
    int station;                         /* where they come in */
    double rate;                         /* arrivals per unit */
    const struct sim_arrivals *arrivals; /* in ticks, instead of [rate]; or NULL */
    int32_t urgency;                     /* for the discipline */
    const struct sim_dist *service[QUEUE_NET_STATION_MAX]; /* units */
};

/* What is pointed to is borrowed and outlives the net. */
struct queue_net_spec {
    int station_count;
    int class_count;
    struct queue_net_station stations[QUEUE_NET_STATION_MAX];
    struct queue_net_class classes[QUEUE_NET_CLASS_MAX];
    uint32_t row_count; /* customers present at one time, at most */
    double warm_up;     /* units before the window */
    double length;      /* units of the window */
};

/* Of those who arrive at a station in the window. */
struct queue_net_count {
    int64_t arrived;
    int64_t blocked;   /* found no room, and left */
    int64_t abandoned; /* lost patience in the queue, and left */
    int64_t delayed;   /* were in the queue for at least a tick */
    sim_time wait;     /* in the queue, summed, also of those who lost patience */
    sim_time service;  /* of those who are served, summed */
};

struct queue_net_site {
    struct sim_queue queue;
    struct sim_resource servers;
    int64_t queue_area; /* over the window, in ticks */
    int64_t busy_area;
    struct queue_net_count counts[QUEUE_NET_CLASS_MAX];
};

struct queue_net_customer; /* private: a row of the pool */

struct queue_net {
    struct queue_net_spec spec;
    struct sim_engine engine;
    struct sim_stream stream;
    struct sim_entity_pool pool;
    struct queue_net_customer *customers; /* [row_count] owned */
    struct sim_queue_link *links;         /* [row_count] owned */
    struct sim_arrivals arrivals[QUEUE_NET_CLASS_MAX];
    sim_time period[2];               /* of arrivals at a constant rate */
    double rate[QUEUE_NET_CLASS_MAX]; /* per tick */
    struct queue_net_site sites[QUEUE_NET_STATION_MAX];
    uint64_t placed_count;
    uint64_t undecided_count; /* counted customers still in a queue */
    bool is_open;             /* within the window */
};

/* Fails the test when there is no memory or [spec] is wrong. */
struct queue_net *queue_net_create(const struct queue_net_spec *spec);
void queue_net_destroy(struct queue_net *self);

/* Lets replication [replication] of [seed] begin with nobody present. */
void queue_net_begin(struct queue_net *self, uint64_t seed, uint32_t replication);

/* Number [number] of the uniform draws that are kept for the choice of a start. */
double queue_net_start_uniform(struct queue_net *self, uint32_t number);

/* Brings in one more customer of [class] at [station], before anything runs. Where
 * service and patience are exponential it may as well be half-way. */
void queue_net_place(struct queue_net *self, int station, int class);

/* The same, in service at once, for another [units]. */
void queue_net_occupy(struct queue_net *self, int station, int class, double units);

/* Runs up to and including [units]. SIM_ERR_FULL: more than [row_count] present. */
SIM_MUST_CHECK enum sim_status queue_net_run_until(struct queue_net *self,
                                                   double units);

/* Runs to the end of the window and on, with arrivals, until the wait of everybody
 * who is counted is known. Fails the test when something goes wrong. */
void queue_net_finish(struct queue_net *self);

/* Customers at [station] now. */
int64_t queue_net_present(const struct queue_net *self, int station);

/* Over the window: mean number in the queue, and mean number of servers at work. */
double queue_net_mean_queue(const struct queue_net *self, int station);
double queue_net_mean_busy(const struct queue_net *self, int station);

#endif
