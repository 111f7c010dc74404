/* tests/support/queue_theory.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What queueing theory says of a station with Poisson arrivals and exponential
 * service and patience: the equilibrium of the number present, a birth-death process.
 */
#ifndef TESTS_SUPPORT_QUEUE_THEORY_H
#define TESTS_SUPPORT_QUEUE_THEORY_H

#define QUEUE_THEORY_MAX 2048

struct queue_theory {
    int servers;
    int room;        /* 0: no limit */
    double rate;     /* arrivals per unit */
    double service;  /* mean, units */
    double patience; /* mean, units; 0: nobody leaves the queue */
};

/* The chance of each number present, and what follows from it. */
struct queue_equilibrium {
    double chance[QUEUE_THEORY_MAX];
    int count;       /* numbers that are possible or not negligible */
    double queue;    /* mean number in the queue */
    double busy;     /* mean number of servers at work */
    double full;     /* chance that no more are let in */
    double occupied; /* chance that all servers are at work, and there is room */
};

void queue_theory_solve(const struct queue_theory *self,
                        struct queue_equilibrium *equilibrium);

/* The number present at a random moment, from a uniform draw. */
int queue_equilibrium_draw(const struct queue_equilibrium *self, double uniform);

/* The chance of Erlang's first and second formula, with [load] offered to [servers]:
 * blocked without a queue, delayed with one that has no limit. */
double queue_theory_erlang_b(int servers, double load);
double queue_theory_erlang_c(int servers, double load);

#endif
