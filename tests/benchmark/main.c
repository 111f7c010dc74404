/* tests/benchmark/main.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <getopt.h>
#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/status.h"
#include "tests/benchmark/report.h"

#define SECONDS_DEFAULT 5.0
#define NUMBER_MAX 1e9

static const struct option OPTIONS[] = {
    {"help", no_argument, NULL, 'h'},
    {"json", no_argument, NULL, 'j'},
    {"seconds", required_argument, NULL, 's'},
    {"units", required_argument, NULL, 'u'},
    {0},
};

static const char HELP[] =
    "Gebruik: wmosim_benchmark [OPTIE]... [METING]...\n"
    "Meet de snelheid van het rekenhart en van het model, naast kale lussen in C.\n"
    "Zonder namen worden alle metingen gedaan.\n"
    "\n"
    "Opties:\n"
    "  -h, --help        toont deze uitleg\n"
    "      --json        geeft de uitkomsten als JSON\n"
    "      --seconds=S   rekentijd per meting (standaard 5); een replicatie van\n"
    "                    utrecht die langer duurt wordt dan afgebroken\n"
    "      --units=N     doet van alles precies N eenheden, een keer: voor het\n"
    "                    tellen van instructies\n"
    "\n"
    "Metingen:\n";

static void print_help(void)
{
    fputs(HELP, stdout);
    for (int i = 0; i < BENCH_COUNT; i++) {
        printf("  %-16s%s\n", BENCH_TABLE[i].name, BENCH_TABLE[i].title);
    }
}

/* Reads a number above 0 and at most NUMBER_MAX. */
static bool read_number(const char *text, double *number)
{
    char *end;
    *number = strtod(text, &end);
    return end != text && *end == '\0' && *number > 0.0 && *number <= NUMBER_MAX;
}

static bool is_known(const char *name)
{
    bool found = false;
    for (int i = 0; i < BENCH_COUNT; i++) {
        found = found || strcmp(BENCH_TABLE[i].name, name) == 0;
    }
    return found;
}

static bool is_asked_for(const struct bench *bench, char **names, int name_count)
{
    bool found = name_count == 0;
    for (int i = 0; i < name_count; i++) {
        found = found || strcmp(bench->name, names[i]) == 0;
    }
    return found;
}

static int complain(const char *what, const char *text)
{
    fprintf(stderr, "wmosim_benchmark: %s: '%s'; zie --help\n", what, text);
    return sim_status_exit_code(SIM_ERR_USAGE);
}

/* The exit code: that of the last way that failed. */
static int run_all(struct bench_report *report, struct bench_effort effort,
                   char **names, int name_count)
{
    int exit_code = 0;
    bench_report_begin(report);
    for (int i = 0; i < BENCH_COUNT; i++) {
        const struct bench *bench = &BENCH_TABLE[i];
        struct bench_figures figures[BENCH_WAY_MAX];
        if (!is_asked_for(bench, names, name_count)) {
            continue;
        }
        bench_measure(bench, effort, figures);
        bench_report_add(report, bench, figures);
        for (int w = 0; w < bench_way_count(bench); w++) {
            if (figures[w].status != SIM_OK) {
                exit_code = sim_status_exit_code(figures[w].status);
            }
        }
    }
    bench_report_end(report);
    return exit_code;
}

int main(int argc, char **argv)
{
    struct bench_report report = {0};
    struct bench_effort effort = {.seconds = SECONDS_DEFAULT};
    double number;
    int option;
    gsl_set_error_handler_off();
    opterr = 0;
    while ((option = getopt_long(argc, argv, ":h", OPTIONS, NULL)) >= 0) {
        if (option == 'h') {
            print_help();
            return 0;
        }
        if (option == 'j') {
            report.is_json = true;
        } else if (option == ':') {
            return complain("optie zonder waarde", argv[optind - 1]);
        } else if (option == '?') {
            return complain("onbekende optie", argv[optind - 1]);
        } else if (!read_number(optarg, &number)) {
            return complain("geen getal boven 0", optarg);
        } else if (option == 's') {
            effort.seconds = number;
        } else {
            effort.units = (uint64_t)number;
        }
    }
    for (int i = optind; i < argc; i++) {
        if (!is_known(argv[i])) {
            return complain("onbekende meting", argv[i]);
        }
    }
    return run_all(&report, effort, argv + optind, argc - optind);
}
