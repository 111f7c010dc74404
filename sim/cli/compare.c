/* sim/cli/compare.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/computation.h"

enum sim_status sim_command_compare(const struct sim_call *call)
{
    static const struct sim_options_kind kind = {
        .command = SIM_OPTIONS_COMPARE,
        .arguments = "BASIS SCENARIO...",
        .summary =
            "Vergelijkt scenario's met een basis. Elke replicatie heeft in alle "
            "scenario's\n"
            "dezelfde toevalsgetallen, zodat het verschil van het scenario komt. Van "
            "drie\nof meer scenario's volgt ook de rangorde, met welke niet te "
            "onderscheiden zijn.",
        .examples = "compare basis.cfg scenario.cfg\n"
                    "compare basis.cfg een.cfg twee.cfg -n 100 --threads 4\n"
                    "compare een.cfg basis.cfg twee.cfg --base basis.cfg\n"
                    "compare basis.cfg scenario.cfg --no-figures --quiet\n"
                    "compare basis.cfg scenario.cfg --explain --measure maat\n"
                    "compare basis.cfg scenario.cfg --break-even pad=0:0.5 --measure "
                    "maat\n"
                    "compare basis.cfg scenario.cfg --half-width 0.5 --measure maat",
        .minimum_scenarios = 2,
        .maximum_scenarios = SIM_SCENARIO_MAX,
    };
    return sim_computation_run(call, &kind);
}
