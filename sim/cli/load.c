/* sim/cli/load.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/load.h"

#include <string.h>

enum sim_status sim_load_worst(enum sim_status left, enum sim_status right)
{
    return sim_status_exit_code(left) >= sim_status_exit_code(right) ? left : right;
}

enum sim_status sim_load_scenario(const struct sim_model *model, const char *path,
                                  const char *const *settings, int setting_count,
                                  struct sim_faults *faults, struct sim_scenario **out)
{
    const int before = faults->count + faults->dropped;
    enum sim_status status =
        sim_scenario_load(out, model->registry, path, settings, setting_count, faults);
    if (status != SIM_OK) {
        return status;
    }
    model->check(*out, faults);
    if (faults->count + faults->dropped > before) {
        sim_scenario_destroy(*out);
        *out = NULL;
        return SIM_ERR_INPUT;
    }
    return SIM_OK;
}

/* Rows of the results are known by the name of their scenario. */
static enum sim_status check_names(const struct sim_loaded *self,
                                   const struct sim_options *options)
{
    enum sim_status status = SIM_OK;
    for (int i = 1; i < self->count; i++) {
        for (int j = 0; j < i; j++) {
            const char *name = sim_scenario_name(self->scenarios[i]);
            if (strcmp(name, sim_scenario_name(self->scenarios[j])) == 0) {
                sim_command_complain(options->model,
                                     "'%s' en '%s' hebben dezelfde naam ('%s'); geef "
                                     "elk scenario een eigen naam",
                                     options->scenarios[j], options->scenarios[i],
                                     name);
                status = SIM_ERR_INPUT;
            }
        }
    }
    return status;
}

enum sim_status sim_load_all(struct sim_loaded *self, const struct sim_options *options)
{
    enum sim_status status = SIM_OK;
    struct sim_faults faults = {0};
    *self = (struct sim_loaded){.count = 0};
    for (int i = 0; i < options->scenario_count; i++) {
        const enum sim_status loaded =
            sim_load_scenario(options->model, options->scenarios[i], options->settings,
                              options->setting_count, &faults, &self->scenarios[i]);
        status = sim_load_worst(loaded, status);
        self->count++;
    }
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    if (status == SIM_ERR_NO_MEMORY) {
        sim_command_complain(options->model, "%s", sim_status_text(status));
    }
    return status == SIM_OK ? check_names(self, options) : status;
}

void sim_loaded_free(struct sim_loaded *self)
{
    for (int i = 0; i < self->count; i++) {
        sim_scenario_destroy(self->scenarios[i]);
    }
    self->count = 0;
}
