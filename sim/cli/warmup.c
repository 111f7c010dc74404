/* sim/cli/warmup.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

enum sim_status sim_command_warmup(const struct sim_call *call)
{
    static const struct sim_options_kind kind = {
        .command = SIM_OPTIONS_WARMUP,
        .arguments = "SCENARIO",
        .summary =
            "Laat zien vanaf welke dag een scenario dat leeg begint in evenwicht is "
            "(Welch 1983),\nmet een vuistregel als getal erbij (MSER-5, White 1997).",
        .examples = "warmup scenario.cfg\n"
                    "warmup scenario.cfg -n 50 --interval 7\n"
                    "warmup scenario.cfg --window 12 -o results/opwarming",
        .minimum_scenarios = 1,
        .maximum_scenarios = 1,
    };
    return sim_computation_run(call, &kind);
}
