/* sim/cli/run.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

enum sim_status sim_command_run(const struct sim_call *call)
{
    static const struct sim_options_kind kind = {
        .command = SIM_OPTIONS_RUN,
        .arguments = "SCENARIO",
        .summary =
            "Rekent een scenario door en bewaart de uitkomsten in een nieuwe map.",
        .examples = "run scenario.cfg\n"
                    "run scenario.cfg -n 100 --seed 7 -o results/proef\n"
                    "run scenario.cfg --set pad.naar.parameter=5\n"
                    "run scenario.cfg --half-width 2% --measure maat:jaar=2030",
        .minimum_scenarios = 1,
        .maximum_scenarios = 1,
    };
    return sim_computation_run(call, &kind);
}
