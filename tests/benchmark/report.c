/* tests/benchmark/report.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/report.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "sim/scenario/dutch.h"
#include "sim/store/library.h"

#define NAME_WIDTH 26
#define CELL_WIDTH 14
#define TEXT_SIZE 96

/* The processor as the kernel names it. */
static void read_machine(char text[TEXT_SIZE])
{
    FILE *file = fopen("/proc/cpuinfo", "r");
    char line[256];
    snprintf(text, TEXT_SIZE, "onbekend");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        const char *value = strchr(line, ':');
        if (value != NULL && strncmp(line, "model name", 10) == 0) {
            snprintf(text, TEXT_SIZE, "%.*s", (int)strcspn(value + 2, "\n\"\\"),
                     value + 2);
            break;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
}

static void read_date(char text[TEXT_SIZE])
{
    time_t now = time(NULL);
    struct tm parts;
    gmtime_r(&now, &parts);
    strftime(text, TEXT_SIZE, "%Y-%m-%d", &parts);
}

void bench_report_begin(struct bench_report *self)
{
    char machine[TEXT_SIZE];
    char date[TEXT_SIZE];
    read_machine(machine);
    read_date(date);
    printf(self->is_json ? "{\"datum\": \"%s\", \"machine\": \"%s\", \"compiler\": "
                           "\"%s\", \"bouwtype\": \"%s\",\n\"metingen\": ["
                         : "%s, %s, %s, %s\n",
           date, machine, sim_library_compiler(), sim_library_build_type());
}

/* --- JSON --- */

static void print_number(const char *key, double value)
{
    printf(isfinite(value) ? ", \"%s\": %.6g" : ", \"%s\": null", key, value);
}

static void print_json_way(const struct bench_way *way,
                           const struct bench_figures *figures)
{
    printf("\n   {\"naam\": \"%s\", \"status\": \"%s\"", way->name,
           sim_status_text(figures->status));
    if (figures->status == SIM_OK) {
        printf(", \"steekproeven\": %d, \"eenheden\": %" PRIu64 ", \"afgebroken\": %s",
               figures->sample_count, figures->units,
               figures->is_broken_off ? "true" : "false");
        print_number("seconden_per_eenheid", figures->seconds_per_unit);
        print_number("gebeurtenissen_per_seconde", figures->events_per_second);
        print_number("tijd_tov_eerste", figures->relative);
        print_number("spreiding", figures->spread);
        print_number("controle", figures->check);
        print_number("piekgeheugen_bytes",
                     figures->peak_bytes > 0 ? (double)figures->peak_bytes : NAN);
    }
    printf("}");
}

static void print_json(const struct bench_report *self, const struct bench *bench,
                       const struct bench_figures *figures)
{
    printf("%s\n {\"naam\": \"%s\", \"titel\": \"%s\", \"eenheid\": \"%s\", "
           "\"uitvoeringen\": [",
           self->shown_count > 0 ? "," : "", bench->name, bench->title, bench->unit);
    for (int i = 0; i < bench_way_count(bench); i++) {
        printf("%s", i > 0 ? "," : "");
        print_json_way(&bench->ways[i], &figures[i]);
    }
    printf("]}");
}

/* --- The table --- */

static void print_cell(double value, int decimals, const char *unit)
{
    char number[SIM_DUTCH_NUMBER_SIZE];
    sim_dutch_number(value, decimals, number);
    printf("%*s%s", CELL_WIDTH - (int)strlen(unit), number, unit);
}

static void print_time(double seconds, bool is_broken_off)
{
    const char *about = is_broken_off ? "~" : " ";
    if (seconds < 1e-4) {
        print_cell(seconds * 1e9, 1, " ns");
    } else if (seconds < 1.0) {
        print_cell(seconds * 1e3, 1, " ms");
    } else {
        print_cell(seconds, 1, " s");
    }
    printf("%s", about);
}

static void print_way(const struct bench *bench, const struct bench_way *way,
                      const struct bench_figures *figures)
{
    printf("  %-*s", NAME_WIDTH, way->name);
    if (figures->status != SIM_OK) {
        printf("mislukt: %s\n", sim_status_text(figures->status));
        return;
    }
    print_time(figures->seconds_per_unit, figures->is_broken_off);
    print_cell(figures->events_per_second * 1e-6, 2, "");
    print_cell(figures->relative, 2, "");
    print_cell(figures->spread * 100.0, 0, "%");
    if (bench->check != NULL) {
        print_cell(figures->check, 3, "");
    }
    if (bench->has_memory) {
        print_cell((double)figures->peak_bytes * 1e-6, 1, " MB");
    }
    printf("\n");
}

static void print_table(const struct bench *bench, const struct bench_figures *figures)
{
    char head[TEXT_SIZE];
    snprintf(head, sizeof head, "per %s", bench->unit);
    printf("\n%s: %s\n", bench->name, bench->title);
    printf("  %-*s%*s %*s%*s%*s", NAME_WIDTH, "", CELL_WIDTH, head, CELL_WIDTH,
           "mln geb./s", CELL_WIDTH, "tov eerste", CELL_WIDTH, "spreiding");
    if (bench->check != NULL) {
        printf("%*s", CELL_WIDTH, bench->check);
    }
    printf(bench->has_memory ? "%*s\n" : "\n", CELL_WIDTH, "piekgeheugen");
    for (int i = 0; i < bench_way_count(bench); i++) {
        print_way(bench, &bench->ways[i], &figures[i]);
    }
}

void bench_report_add(struct bench_report *self, const struct bench *bench,
                      const struct bench_figures *figures)
{
    if (self->is_json) {
        print_json(self, bench, figures);
    } else {
        print_table(bench, figures);
    }
    self->shown_count++;
    /* Measuring memory forks: what is still buffered would come twice. */
    fflush(stdout);
}

void bench_report_end(const struct bench_report *self)
{
    if (self->is_json) {
        printf("]}\n");
    }
}
