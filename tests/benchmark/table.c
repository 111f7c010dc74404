/* tests/benchmark/table.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/benchmark.h"

#include <stddef.h>

#include "tests/benchmark/hold.h"
#include "tests/benchmark/mmc.h"
#include "tests/benchmark/network.h"
#include "tests/benchmark/parallel.h"
#include "tests/benchmark/utrecht.h"

static const struct mmc_task MM1 = {1, 0.9};
static const struct mmc_task MM50 = {50, 0.95};

#define MMC_WAYS(task)                                          \
    {                                                           \
        {"wmosim", &MMC_ENGINE, &(task)},                       \
            {"kaal, xoshiro256++", &BARE_MMC_XOSHIRO, &(task)}, \
            {"kaal, GSL mt19937", &BARE_MMC_MT19937, &(task)},  \
    }

static const struct hold_task HOLD_1000 = {1000};
static const struct hold_task HOLD_10000 = {10000};
static const struct hold_task HOLD_100000 = {100000};
static const struct hold_task HOLD_1000000 = {1000000};

#define HOLD_WAYS(task)                                          \
    {                                                            \
        {"wmosim", &HOLD_FEL, &(task)},                          \
            {"kaal, 4-aire heap", &BARE_HOLD_HEAP_4, &(task)},   \
            {"kaal, 8-aire heap", &BARE_HOLD_HEAP_8, &(task)},   \
            {"kaal, binaire heap", &BARE_HOLD_BINARY, &(task)},  \
            {"kaal, kalenderrij", &BARE_HOLD_CALENDAR, &(task)}, \
    }

#define EEN "een-partner"
#define MEER "meer-aanbieders"

static const struct utrecht_task EEN_1 = {EEN, 1, 1};
static const struct utrecht_task EEN_10 = {EEN, 10, 1};
static const struct utrecht_task EEN_100 = {EEN, 100, 1};
static const struct utrecht_task MEER_1 = {MEER, 1, 1};
static const struct utrecht_task MEER_10 = {MEER, 10, 1};
static const struct utrecht_task MEER_100 = {MEER, 100, 1};
static const struct utrecht_task EEN_2_THREADS = {EEN, 1, 2};
static const struct parallel_task BARE_1_THREAD = {&BARE_NETWORK_XOSHIRO, NULL, 1, 60};
static const struct parallel_task BARE_2_THREADS = {&BARE_NETWORK_XOSHIRO, NULL, 2, 60};

const struct bench BENCH_TABLE[] = {
    {.name = "mm1",
     .title = "M/M/1, bezetting 0,9",
     .unit = "klant",
     .check = "wachttijd",
     .ways = MMC_WAYS(MM1)},
    {.name = "mm50",
     .title = "M/M/50, bezetting 0,95",
     .unit = "klant",
     .check = "wachttijd",
     .ways = MMC_WAYS(MM50)},
    {.name = "hold1000",
     .title = "hold, 1.000 gebeurtenissen gepland",
     .unit = "hold",
     .ways = HOLD_WAYS(HOLD_1000)},
    {.name = "hold10000",
     .title = "hold, 10.000 gebeurtenissen gepland",
     .unit = "hold",
     .ways = HOLD_WAYS(HOLD_10000)},
    {.name = "hold100000",
     .title = "hold, 100.000 gebeurtenissen gepland",
     .unit = "hold",
     .ways = HOLD_WAYS(HOLD_100000)},
    {.name = "hold1000000",
     .title = "hold, 1.000.000 gebeurtenissen gepland",
     .unit = "hold",
     .ways = HOLD_WAYS(HOLD_1000000)},
    {.name = "netwerk",
     .title = "twaalf voorzieningen van 226 plaatsen, 7 jaar",
     .unit = "replicatie",
     .check = "wachttijd (d)",
     .ways = {{"wmosim", &NETWORK_ENGINE, NULL},
              {"kaal, xoshiro256++", &BARE_NETWORK_XOSHIRO, NULL},
              {"kaal, GSL mt19937", &BARE_NETWORK_MT19937, NULL}}},
    {.name = "utrecht",
     .title = "Utrecht, tien jaar",
     .unit = "replicatie",
     .has_memory = true,
     .ways = {{"een-partner", &UTRECHT_REPLICATION, &EEN_1},
              {"meer-aanbieders", &UTRECHT_REPLICATION, &MEER_1},
              {"(kaal netwerk, xoshiro)", &BARE_NETWORK_XOSHIRO, NULL}}},
    {.name = "schaal-een",
     .title = "een-partner met meer inwoners, eerste jaar",
     .unit = "jaar",
     .check = "opbouw, ms",
     .has_memory = true,
     .ways = {{"x 1", &UTRECHT_YEAR, &EEN_1},
              {"x 10", &UTRECHT_YEAR, &EEN_10},
              {"x 100", &UTRECHT_YEAR, &EEN_100}}},
    {.name = "schaal-meer",
     .title = "meer-aanbieders met meer inwoners, eerste jaar",
     .unit = "jaar",
     .check = "opbouw, ms",
     .has_memory = true,
     .ways = {{"x 1", &UTRECHT_YEAR, &MEER_1},
              {"x 10", &UTRECHT_YEAR, &MEER_10},
              {"x 100", &UTRECHT_YEAR, &MEER_100}}},
    {.name = "threads",
     .title = "een-partner over twee threads, tijd op de klok",
     .unit = "replicatie",
     .check = "rekentijd, ms",
     .is_parallel = true,
     .units_min = 16,
     .ways = {{"1 thread", &UTRECHT_EXPERIMENT, &EEN_1},
              {"2 threads", &UTRECHT_EXPERIMENT, &EEN_2_THREADS},
              {"(kaal netwerk, 1 thread)", &PARALLEL, &BARE_1_THREAD},
              {"(kaal netwerk, 2 threads)", &PARALLEL, &BARE_2_THREADS}}},
};

const int BENCH_COUNT = sizeof BENCH_TABLE / sizeof BENCH_TABLE[0];
