/* tests/benchmark/measure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* sched_setaffinity */
#include "tests/benchmark/measure.h"

#include <math.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct contestant {
    const struct bench *bench;
    const struct bench_way *way;
    struct bench_figures *figures;
    void *state;
    double limit_seconds; /* for all samples of all ways */
    double share_seconds; /* for all samples of this way */
    double used_seconds;
    double per_unit[BENCH_SAMPLE_MAX];
    double per_event[BENCH_SAMPLE_MAX];
};

int bench_way_count(const struct bench *bench)
{
    int count = 0;
    while (count < BENCH_WAY_MAX && bench->ways[count].name != NULL) {
        count++;
    }
    return count;
}

/* Keeps to the last core of [allowed], as the first one serves most interrupts. */
static void pin_to_one_core(const cpu_set_t *allowed)
{
    cpu_set_t one;
    size_t core = CPU_SETSIZE - 1;
    while (core > 0 && !CPU_ISSET(core, allowed)) {
        core--;
    }
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    (void)sched_setaffinity(0, sizeof one, &one);
}

static double seconds_now(const struct bench *bench)
{
    struct timespec now;
    clock_gettime(bench->is_parallel ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID,
                  &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Runs [units]; the time that took, but for setting up. Leaves what was done in [run].
 */
static double run_units(struct contestant *self, uint64_t units, struct bench_run *run)
{
    *run = (struct bench_run){.units = units, .limit_seconds = self->limit_seconds};
    double begin = seconds_now(self->bench);
    self->figures->status = self->way->work->run(self->state, run);
    double seconds = seconds_now(self->bench) - begin;
    self->used_seconds += seconds;
    return seconds - run->setup_seconds;
}

static void add_sample(struct contestant *self, const struct bench_run *run,
                       double seconds)
{
    struct bench_figures *figures = self->figures;
    int sample = figures->sample_count++;
    self->per_unit[sample] = seconds / run->done;
    self->per_event[sample] = seconds / (double)run->event_count;
    figures->is_broken_off = run->done < (double)run->units;
}

/* Finds the units that fill a sample. When one unit does, that was the first sample. */
static void calibrate(struct contestant *self)
{
    double target = self->share_seconds / BENCH_SAMPLE_MAX;
    struct bench_figures *figures = self->figures;
    const uint64_t least = self->bench->units_min > 0 ? self->bench->units_min : 1;
    for (figures->units = least; figures->status == SIM_OK; figures->units *= 4) {
        struct bench_run run;
        double seconds = run_units(self, figures->units, &run);
        if (figures->units == least && seconds >= target) {
            add_sample(self, &run, seconds);
            return;
        }
        if (seconds >= 0.1 * target) {
            figures->units = (uint64_t)fmax((double)least,
                                            (double)figures->units * target / seconds);
            self->used_seconds = 0.0;
            return;
        }
    }
}

static void measure_once(struct contestant *self)
{
    struct bench_run run;
    double seconds = run_units(self, self->figures->units, &run);
    if (self->figures->status == SIM_OK) {
        add_sample(self, &run, seconds);
    }
}

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts [values]. */
static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof *values, compare_numbers);
    return 0.5 * (values[(count - 1) / 2] + values[count / 2]);
}

static double relative_to(const struct contestant *self, const struct contestant *first)
{
    double ratios[BENCH_SAMPLE_MAX];
    int count = self->figures->sample_count;
    if (first->figures->sample_count < count) {
        count = first->figures->sample_count;
    }
    for (int i = 0; i < count; i++) {
        ratios[i] = self->per_event[i] / first->per_event[i];
    }
    return count > 0 ? median(ratios, count) : NAN;
}

/* After the ratios, as it sorts the samples. */
static void summarise(struct contestant *self)
{
    struct bench_figures *figures = self->figures;
    int count = figures->sample_count;
    if (count == 0) {
        return;
    }
    figures->events_per_second = 1.0 / median(self->per_event, count);
    figures->seconds_per_unit = median(self->per_unit, count);
    figures->spread =
        (self->per_unit[count - 1] - self->per_unit[0]) / figures->seconds_per_unit;
    figures->check =
        self->way->work->check != NULL ? self->way->work->check(self->state) : NAN;
}

/* The peak of a process that makes a state, does one unit and ends. */
static int64_t measure_memory(const struct contestant *self)
{
    struct rusage usage;
    int exit_status;
    pid_t child = fork();
    if (child == 0) {
        void *state;
        enum sim_status status = self->way->work->create(self->way->task, &state);
        struct bench_run run = {.units = 1, .limit_seconds = self->limit_seconds};
        if (status == SIM_OK) {
            status = self->way->work->run(state, &run);
        }
        _exit(status == SIM_OK ? 0 : 1);
    }
    if (child < 0 || wait4(child, &exit_status, 0, &usage) != child ||
        exit_status != 0) {
        return 0;
    }
    return (int64_t)usage.ru_maxrss * 1024;
}

static void begin(struct contestant *self, uint64_t units)
{
    self->figures->units = units;
    self->figures->status = self->way->work->create(self->way->task, &self->state);
    if (self->figures->status == SIM_OK && units == 0) {
        calibrate(self);
    }
}

static bool has_time_left(const struct contestant *self)
{
    return self->figures->sample_count == 0 ||
           self->used_seconds < self->share_seconds * (1.0 - 0.5 / BENCH_SAMPLE_MAX);
}

static void measure_rounds(struct contestant *ways, int way_count, int round_count)
{
    for (int round = 0; round < round_count; round++) {
        for (int i = 0; i < way_count; i++) {
            const struct bench_figures *figures = ways[i].figures;
            if (figures->status == SIM_OK && figures->sample_count <= round &&
                has_time_left(&ways[i])) {
                measure_once(&ways[i]);
            }
        }
    }
}

static void measure_all(struct contestant *ways, int way_count, uint64_t units)
{
    /* Before there is anything in memory that a fork would take along. */
    for (int i = 0; i < way_count && ways[i].bench->has_memory; i++) {
        ways[i].figures->peak_bytes = measure_memory(&ways[i]);
    }
    for (int i = 0; i < way_count; i++) {
        begin(&ways[i], units);
    }
    measure_rounds(ways, way_count, units > 0 ? 1 : BENCH_SAMPLE_MAX);
    for (int i = 0; i < way_count; i++) {
        ways[i].figures->relative = relative_to(&ways[i], &ways[0]);
    }
    for (int i = 0; i < way_count; i++) {
        summarise(&ways[i]);
        ways[i].way->work->destroy(ways[i].state);
    }
}

void bench_measure(const struct bench *bench, struct bench_effort effort,
                   struct bench_figures figures[BENCH_WAY_MAX])
{
    struct contestant ways[BENCH_WAY_MAX];
    int way_count = bench_way_count(bench);
    for (int i = 0; i < way_count; i++) {
        figures[i] = (struct bench_figures){.check = NAN, .relative = NAN};
        ways[i] = (struct contestant){.bench = bench,
                                      .way = &bench->ways[i],
                                      .figures = &figures[i],
                                      .limit_seconds = effort.seconds,
                                      .share_seconds = effort.seconds / way_count};
    }
    cpu_set_t allowed;
    bool is_pinned =
        !bench->is_parallel && sched_getaffinity(0, sizeof allowed, &allowed) == 0;
    if (is_pinned) {
        pin_to_one_core(&allowed);
    }
    measure_all(ways, way_count, effort.units);
    if (is_pinned) {
        (void)sched_setaffinity(0, sizeof allowed, &allowed);
    }
}
