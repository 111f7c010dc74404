/* sim/cli/target.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/target.h"

#include <string.h>

#include "sim/cli/arguments.h"
#include "sim/cli/selection.h"

#define MEASURE_OPTION "--measure"

enum sim_status sim_target_read(struct sim_target *self, const struct sim_model *model,
                                const char *text)
{
    const size_t length = strlen(text);
    double value;
    self->is_relative = length > 0 && text[length - 1] == '%';
    if (!sim_arguments_decimal(text, length - (self->is_relative ? 1 : 0), &value) ||
        (self->is_relative && value >= 100.0)) {
        sim_command_complain(
            model,
            "--half-width: '%s' kan niet; geef een getal boven 0 in de eenheid "
            "van de maat, zoals 0.5, of een percentage onder 100, zoals 2%%",
            text);
        return SIM_ERR_USAGE;
    }
    self->half_width = self->is_relative ? value / 100.0 : value;
    return SIM_OK;
}

/* The complaint about options that do not go together; NULL: they do. */
static const char *find_conflict(const struct sim_options *options)
{
    const struct sim_target *self = &options->target;
    if (self->half_width == 0.0) {
        return self->measure != NULL && options->break_even == NULL &&
                       !options->explains
                   ? options->scenario_count > 1
                         ? "--measure hoort bij --half-width, --break-even of --explain"
                         : "--measure hoort bij --half-width"
               : self->max_replications > 0
                   ? "--max-replications hoort bij --half-width"
                   : NULL;
    }
    if (options->replications > 0) {
        return "--replications en --half-width gaan niet samen: met --half-width "
               "volgt het aantal uit de precisie; --max-replications begrenst het";
    }
    return self->measure == NULL ? "--half-width heeft een maat nodig: --measure MAAT"
                                 : NULL;
}

enum sim_status sim_target_check(struct sim_options *options)
{
    const struct sim_target *target = &options->target;
    const char *conflict = find_conflict(options);
    if (conflict != NULL) {
        sim_command_complain(options->model, "%s", conflict);
        return SIM_ERR_USAGE;
    }
    if (target->half_width == 0.0) {
        return SIM_OK;
    }
    options->replications = target->max_replications > 0 ? target->max_replications
                                                         : SIM_TARGET_REPLICATIONS;
    return sim_selection_check(options->model, MEASURE_OPTION, target->measure);
}

/* Only an instance knows what a scenario yields. */
enum sim_status sim_target_cell(const struct sim_options *options,
                                const struct sim_scenario *scenario, int32_t *cell)
{
    const struct sim_model *model = options->model;
    void *instance = NULL;
    enum sim_status status = model->create(scenario, &instance);
    if (status == SIM_OK) {
        status = sim_selection_find(model, MEASURE_OPTION, options->target.measure,
                                    scenario, model->layout(instance), cell);
    }
    model->destroy(instance);
    return status;
}

enum sim_status sim_target_find(const struct sim_options *options,
                                const struct sim_loaded *loaded,
                                struct sim_precision *precision)
{
    enum sim_status status = SIM_OK;
    *precision = (struct sim_precision){
        .half_width = options->target.half_width,
        .is_relative = options->target.is_relative,
    };
    for (int i = 0; i < loaded->count && status == SIM_OK; i++) {
        status = sim_target_cell(options, loaded->scenarios[i], &precision->cells[i]);
    }
    return status;
}
