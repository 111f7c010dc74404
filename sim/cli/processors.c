/* sim/cli/processors.c - SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* for CPU_COUNT; hence a file of its own */
#include "sim/cli/processors.h"

#include <sched.h>
#include <unistd.h>

int sim_processors_count(void)
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) {
        return CPU_COUNT(&allowed);
    }
    /* More processors than the set has room for. */
    const long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online < 1 ? 1 : (int)online;
}
