/* models/organisatie/verdeling.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/verdeling.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum verdeling { VERDELING_GELIJK, VERDELING_ZIPF, VERDELING_MEETKUNDIG };

static int choice_or_first(const struct wmo_verdeling_van *self, const char *path)
{
    return sim_scenario_has(self->scenario, self->node, path)
               ? sim_scenario_choice(self->scenario, self->node, path)
               : 0;
}

struct wmo_verdeling_van wmo_verdeling_van(const struct sim_scenario *scenario,
                                           const struct sim_node *node,
                                           const struct wmo_gebieden *gebieden)
{
    struct wmo_verdeling_van self = {
        .scenario = scenario,
        .node = node,
        .gebieden = gebieden,
        .aantal = (int)sim_scenario_integer(scenario, node, "aantal"),
    };
    self.werkgebied = (enum wmo_werkgebied)choice_or_first(&self, "werkgebied");
    return self;
}

int wmo_verdeling_areas(const struct wmo_verdeling_van *self, int wijk_count)
{
    switch (self->werkgebied) {
    case WMO_WERKGEBIED_GEBIED:
        return self->gebieden->count;
    case WMO_WERKGEBIED_WIJK:
        return wijk_count;
    default:
        return 1;
    }
}

static bool entry_works_in(const struct wmo_verdeling_van *self, int wijk)
{
    const struct sim_scenario *s = self->scenario;
    if (!sim_scenario_has(s, self->node, "gebied")) {
        return true;
    }
    for (int i = 0; i < sim_scenario_count(s, self->node, "gebied"); i++) {
        if (sim_scenario_reference_at(s, self->node, "gebied", i) == wijk) {
            return true;
        }
    }
    return false;
}

bool wmo_verdeling_works_in(const struct wmo_verdeling_van *self, int area, int wijk)
{
    bool in_area = self->werkgebied == WMO_WERKGEBIED_STAD ||
                   (self->werkgebied == WMO_WERKGEBIED_WIJK
                        ? wijk == area
                        : self->gebieden->of_wijk[wijk] == area);
    return in_area && entry_works_in(self, wijk);
}

static const struct sim_node *partij(const struct wmo_verdeling_van *self, int index)
{
    return index < sim_scenario_count(self->scenario, self->node, "partijen")
               ? sim_scenario_entry(self->scenario, self->node, "partijen", index)
               : NULL;
}

double wmo_verdeling_deel(const struct wmo_verdeling_van *self, int index)
{
    const struct sim_node *listed = partij(self, index);
    if (listed) {
        return sim_scenario_real(self->scenario, listed, "aandeel");
    }
    double scheefheid =
        sim_scenario_has(self->scenario, self->node, "scheefheid")
            ? sim_scenario_real(self->scenario, self->node, "scheefheid")
            : 0;
    switch ((enum verdeling)choice_or_first(self, "verdeling")) {
    case VERDELING_ZIPF:
        return pow(index + 1, -scheefheid);
    case VERDELING_MEETKUNDIG:
        return pow(1 + scheefheid, -index);
    default:
        return 1;
    }
}

double wmo_verdeling_som(const struct wmo_verdeling_van *self)
{
    double som = 0;
    for (int i = 0; i < self->aantal; i++) {
        som += wmo_verdeling_deel(self, i);
    }
    return som;
}

static const char *area_name(const struct wmo_verdeling_van *self, int area)
{
    switch (self->werkgebied) {
    case WMO_WERKGEBIED_GEBIED:
        return self->gebieden->naam[area];
    case WMO_WERKGEBIED_WIJK:
        return sim_scenario_text(
            self->scenario, sim_scenario_entry(self->scenario, NULL, "wijken", area),
            "naam");
    default:
        return "";
    }
}

char *wmo_verdeling_naam(const struct wmo_verdeling_van *self, int area, int index)
{
    const struct sim_node *listed = partij(self, index);
    const char *naam =
        sim_scenario_text(self->scenario, listed ? listed : self->node, "naam");
    const char *waar = area_name(self, area);
    size_t size = strlen(naam) + strlen(waar) + 16;
    char *text = malloc(size);
    if (!text) {
        return NULL;
    }
    const char *space = waar[0] ? " " : "";
    if (listed || self->aantal == 1) {
        snprintf(text, size, "%s%s%s", naam, space, waar);
    } else {
        int width = self->aantal < 10 ? 1 : self->aantal < 100 ? 2 : 3;
        snprintf(text, size, "%s%s%s %0*d", naam, space, waar, width, index + 1);
    }
    return text;
}
