/* tests/support/queue_theory.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/queue_theory.h"

#include <float.h>
#include <math.h>

/* How fast the number present falls from [present]. */
static double death_rate(const struct queue_theory *self, int present)
{
    int busy = present < self->servers ? present : self->servers;
    double rate = busy / self->service;
    if (self->patience > 0.0) {
        rate += (present - busy) / self->patience;
    }
    return rate;
}

/* Chances up to a factor, by balance of the flows between neighbours. */
static double balance(const struct queue_theory *self, struct queue_equilibrium *out)
{
    int limit = self->room > 0 ? self->room : QUEUE_THEORY_MAX - 1;
    double sum = 1.0;
    out->chance[0] = 1.0;
    out->count = 1;
    while (out->count <= limit) {
        int n = out->count;
        out->chance[n] = out->chance[n - 1] * self->rate / death_rate(self, n);
        sum += out->chance[n];
        out->count++;
        if (n > self->servers && out->chance[n] < DBL_EPSILON * DBL_EPSILON * sum) {
            break;
        }
    }
    return sum;
}

void queue_theory_solve(const struct queue_theory *self,
                        struct queue_equilibrium *equilibrium)
{
    struct queue_equilibrium *out = equilibrium;
    double sum = balance(self, out);
    out->queue = 0.0;
    out->busy = 0.0;
    out->occupied = 0.0;
    for (int n = 0; n < out->count; n++) {
        out->chance[n] /= sum;
        int busy = n < self->servers ? n : self->servers;
        out->busy += busy * out->chance[n];
        out->queue += (n - busy) * out->chance[n];
        if (busy == self->servers && (self->room == 0 || n < self->room)) {
            out->occupied += out->chance[n];
        }
    }
    out->full = self->room > 0 ? out->chance[self->room] : 0.0;
}

int queue_equilibrium_draw(const struct queue_equilibrium *self, double uniform)
{
    int n = 0;
    while (n < self->count - 1 && uniform >= self->chance[n]) {
        uniform -= self->chance[n];
        n++;
    }
    return n;
}

double queue_theory_erlang_b(int servers, double load)
{
    double chance = 1.0;
    for (int n = 1; n <= servers; n++) {
        chance = load * chance / (n + load * chance);
    }
    return chance;
}

double queue_theory_erlang_c(int servers, double load)
{
    double blocked = queue_theory_erlang_b(servers, load);
    double use = load / servers;
    return blocked / (1.0 - use * (1.0 - blocked));
}
