/* tests/benchmark/scale.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/benchmark/scale.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "models/model.h"

/* What grows with the city, as the registry names it. */
static const char *const SCALED[] = {
    "wijken.*.inwoners",       "begrotingsposten.*.bedrag", "sociale_basis.plaatsen",
    "zorgvormen.*.beginstand", "zorgvormen.*.beginlijst",   "zorgvormen.*.instroom",
};

#define SETTING_MAX 256

struct settings {
    int factor;
    char *texts[SETTING_MAX]; /* owned */
    int count;
    bool is_complete;
};

static bool is_scaled(const struct sim_param *param)
{
    bool found = false;
    for (size_t i = 0; i < sizeof SCALED / sizeof SCALED[0]; i++) {
        found = found || strcmp(param->path, SCALED[i]) == 0;
    }
    return found;
}

/* Copies [value] with every number multiplied, except the years of a series, which is
 * written { jaren = [...]; waarden = [...]; }. */
static void write_scaled(const char *value, int factor, FILE *out)
{
    const char *begin = strstr(value, "waarden");
    begin = begin != NULL ? begin : value;
    fprintf(out, "%.*s", (int)(begin - value), value);
    while (*begin != '\0') {
        if (isdigit((unsigned char)*begin)) {
            char *end;
            double number = strtod(begin, &end);
            bool is_real = memchr(begin, '.', (size_t)(end - begin)) != NULL;
            fprintf(out, is_real ? "%.6f" : "%.0f", number * factor);
            begin = end;
        } else {
            fputc(*begin++, out);
        }
    }
}

static void add_setting(void *context, const struct sim_value_view *view)
{
    struct settings *self = context;
    if (!is_scaled(view->param)) {
        return;
    }
    size_t size;
    FILE *out = self->count < SETTING_MAX
                    ? open_memstream(&self->texts[self->count], &size)
                    : NULL;
    if (out == NULL) {
        self->is_complete = false;
        return;
    }
    fprintf(out, "%s=", view->path);
    write_scaled(view->value, self->factor, out);
    self->is_complete = fclose(out) == 0 && self->is_complete;
    self->count++;
}

static enum sim_status load(struct sim_scenario **out, const char *path,
                            const struct settings *settings)
{
    struct sim_faults faults = {0};
    const char *texts[SETTING_MAX];
    for (int i = 0; i < settings->count; i++) {
        texts[i] = settings->texts[i];
    }
    enum sim_status status = sim_scenario_load(out, wmo_model.registry, path, texts,
                                               settings->count, &faults);
    if (status == SIM_OK) {
        wmo_model.check(*out, &faults);
        status = faults.count > 0 ? SIM_ERR_INPUT : SIM_OK;
    }
    sim_faults_print(&faults, stderr);
    sim_faults_free(&faults);
    return status;
}

enum sim_status bench_scale_load(struct sim_scenario **out, const char *path,
                                 int factor)
{
    struct settings settings = {.factor = factor, .is_complete = true};
    enum sim_status status = load(out, path, &settings);
    if (status != SIM_OK || factor == 1) {
        return status;
    }
    sim_scenario_visit(*out, add_setting, &settings);
    sim_scenario_destroy(*out);
    *out = NULL;
    status = settings.is_complete ? load(out, path, &settings) : SIM_ERR_NO_MEMORY;
    for (int i = 0; i < settings.count; i++) {
        free(settings.texts[i]);
    }
    return status;
}
