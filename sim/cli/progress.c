/* sim/cli/progress.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/progress.h"

#include <inttypes.h>
#include <math.h>
#include <time.h>
#include <unistd.h>

#define LINE_WIDTH 70
#define PAUSE_SECONDS 0.2

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

void sim_progress_init(struct sim_progress *self, FILE *out, bool is_quiet,
                       int scenario_count, bool may_end_sooner)
{
    self->out = !is_quiet && isatty(fileno(out)) ? out : NULL;
    self->scenario_count = scenario_count;
    self->may_end_sooner = may_end_sooner;
    self->begin_seconds = seconds_now();
    self->shown_seconds = self->begin_seconds;
}

static void describe_duration(double seconds, char *text, size_t text_size)
{
    if (seconds < 90.0) {
        snprintf(text, text_size, "%.0f s", ceil(seconds));
    } else if (seconds < 90.0 * 60.0) {
        snprintf(text, text_size, "%.0f min", seconds / 60.0);
    } else {
        snprintf(text, text_size, "%.0f uur", seconds / 3600.0);
    }
}

void sim_progress_text(const struct sim_progress *self, uint64_t done, uint64_t total,
                       double seconds, char *text, size_t text_size)
{
    char left[32];
    const uint64_t per_replication = (uint64_t)self->scenario_count;
    describe_duration(seconds * (double)(total - done) / (double)done, left,
                      sizeof left);
    if (self->may_end_sooner) {
        snprintf(text, text_size,
                 "%" PRIu64 " replicaties, ten hoogste %" PRIu64
                 " | nog ten hoogste ongeveer %s",
                 done / per_replication, total / per_replication, left);
        return;
    }
    snprintf(text, text_size,
             "%3" PRIu64 "%% | %" PRIu64 " van %" PRIu64
             " replicaties | nog ongeveer %s",
             100 * done / total, done / per_replication, total / per_replication, left);
}

void sim_progress_show(void *context, uint64_t done, uint64_t total)
{
    struct sim_progress *self = context;
    char text[LINE_WIDTH + 1];
    const double now = seconds_now();
    if (self->out == NULL || now - self->shown_seconds < PAUSE_SECONDS) {
        return;
    }
    self->shown_seconds = now;
    sim_progress_text(self, done, total, now - self->begin_seconds, text, sizeof text);
    fprintf(self->out, "\r%-*s", LINE_WIDTH, text);
    fflush(self->out);
}

void sim_progress_end(struct sim_progress *self)
{
    if (self->out != NULL && self->shown_seconds > self->begin_seconds) {
        fprintf(self->out, "\r%*s\r", LINE_WIDTH, "");
        fflush(self->out);
    }
}
