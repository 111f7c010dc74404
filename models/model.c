/* models/model.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/model.h"

#include <stdlib.h>

#include "models/check/check.h"
#include "models/uitkomst/figure.h"
#include "models/instance.h"
#include "models/uitkomst/measure.h"
#include "models/uitkomst/plantabel.h"
#include "models/parameter.h"
#include "models/uitkomst/trace.h"

static void destroy(void *model)
{
    struct wmo_instance *self = model;
    if (self) {
        wmo_observe_free(&self->observe);
        wmo_outcome_free(&self->outcome);
        wmo_gemeente_destroy(self->gemeente);
        free(self);
    }
}

static enum sim_status create(const struct sim_scenario *scenario, void **out)
{
    struct wmo_instance *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = wmo_gemeente_create(scenario, &self->gemeente);
    if (status == SIM_OK) {
        status = wmo_outcome_init(&self->outcome, &self->gemeente->landschap);
    }
    if (status == SIM_OK) {
        status = wmo_observe_init(&self->observe, &self->gemeente->landschap);
    }
    if (status != SIM_OK) {
        destroy(self);
        return status;
    }
    *out = self;
    return SIM_OK;
}

static const struct sim_layout *layout(const void *model)
{
    const struct wmo_instance *self = model;
    return &self->outcome.layout;
}

static struct sim_engine *engine(void *model)
{
    struct wmo_instance *self = model;
    return &self->gemeente->engine;
}

static sim_time end(const void *model)
{
    const struct wmo_instance *self = model;
    const struct wmo_periode *periode = &self->gemeente->landschap.periode;
    return periode->year_start[periode->year_count];
}

static enum sim_status reset(void *model, uint64_t seed, uint32_t replication)
{
    struct wmo_instance *self = model;
    wmo_gemeente_reset(self->gemeente, seed, replication);
    return SIM_OK;
}

static enum sim_status start(void *model)
{
    struct wmo_instance *self = model;
    return wmo_gemeente_start(self->gemeente);
}

static enum sim_status verify(const void *model)
{
    const struct wmo_instance *self = model;
    return wmo_gemeente_verify(self->gemeente);
}

static uint64_t verify_size(const void *model)
{
    const struct wmo_instance *self = model;
    return wmo_gemeente_verify_size(self->gemeente);
}

static void summarise(void *model, double *values)
{
    struct wmo_instance *self = model;
    wmo_gemeente_close(self->gemeente);
    wmo_outcome_summarise(&self->outcome, &self->gemeente->record, values);
}

static const struct sim_levels *levels(const void *model)
{
    const struct wmo_instance *self = model;
    return &self->observe.levels;
}

static void observe(const void *model, double *values)
{
    const struct wmo_instance *self = model;
    wmo_observe_look(self->gemeente, values);
}

static const char *const DEFAULT_SCENARIOS[] = {
    "scenarios/utrecht/meer-aanbieders.cfg", "scenarios/utrecht/een-partner.cfg", NULL};

const struct sim_model wmo_model = {
    .program = "wmosim",
    .version = WMOSIM_VERSION,
    .summary = "rekent het Wmo-zorglandschap van een gemeente door: wachttijden, "
               "personeel en budget per wijk",
    .registry = &wmo_registry,
    .measures = WMO_MEASURE,
    .measure_count = WMO_MEASURE_COUNT,
    .headline_dimension = "zorgvorm",
    .default_scenarios = DEFAULT_SCENARIOS,
    .figures = WMO_FIGURE,
    .figure_count = WMO_FIGURE_COUNT,
    .warmup_note =
        "De scenario's van Utrecht beginnen niet leeg maar met wie er in zorg is en "
        "wacht (beginstand,\nbeginlijst): zij hebben geen opwarming nodig, en wat een "
        "reeks daar doet is een uitkomst.",
    .check = wmo_check,
    .create = create,
    .destroy = destroy,
    .layout = layout,
    .engine = engine,
    .end = end,
    .reset = reset,
    .start = start,
    .verify = verify,
    .verify_size = verify_size,
    .summarise = summarise,
    .levels = levels,
    .observe = observe,
    .plan = &wmo_plantabel,
    .trace = &wmo_trace,
};
