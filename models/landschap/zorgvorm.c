/* models/landschap/zorgvorm.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/zorgvorm.h"

#include <math.h>
#include <stdlib.h>

/* A constant hazard that takes [share] of the waiting within 90 days. */
static double hazard_per_day(double share)
{
    return -log1p(-share) / 90.0;
}

static bool is_named(const struct sim_scenario *scenario, const char *list,
                     int zorgvorm)
{
    for (int i = 0; i < sim_scenario_count(scenario, NULL, list); i++) {
        if (sim_scenario_reference_at(scenario, NULL, list, i) == zorgvorm) {
            return true;
        }
    }
    return false;
}

/* A list that is left out holds every zorgvorm. */
static bool holds(const struct sim_scenario *scenario, const char *list, int zorgvorm)
{
    return !sim_scenario_has(scenario, NULL, list) ||
           is_named(scenario, list, zorgvorm);
}

static void load_one(struct wmo_zorgvorm *self, const struct sim_scenario *scenario,
                     const struct sim_node *node)
{
    self->naam = sim_scenario_text(scenario, node, "naam");
    self->titel = sim_scenario_text(scenario, node, "titel");
    self->spoor = (enum wmo_spoor)sim_scenario_choice(scenario, node, "spoor");
    self->post = sim_scenario_reference(scenario, node, "begrotingspost");
    self->aandeel_post = sim_scenario_real(scenario, node, "aandeel_post");
    self->kostprijs_fte_euro = sim_scenario_real(scenario, node, "kostprijs_fte");
    double weken = sim_scenario_real(scenario, node, "weken_per_jaar");
    self->aanbieders_prijspeil =
        (int)sim_scenario_integer_or(scenario, node, "aanbieders_prijspeil", 0);
    self->minutes_per_fte =
        sim_scenario_real(scenario, node, "directe_uren_fte") / weken * 60.0;
    self->caseload_maximum =
        sim_scenario_real_or(scenario, node, "caseload_maximum", 0);
    self->contract_fte = sim_scenario_real(scenario, node, "contract_fte");
    self->per_groep = sim_scenario_has(scenario, node, "begeleiding") &&
                      sim_scenario_choice(scenario, node, "begeleiding") == 1;
    sim_scenario_dist(scenario, node, "uren_per_week", &self->uren_per_week);
    sim_scenario_dist(scenario, node, "verblijfsduur", &self->verblijfsduur);
    wmo_groep_load(&self->groep, scenario, node);
    wmo_vervoer_load(&self->vervoer, scenario, node, weken);
    wmo_bereikbaarheid_load(&self->bereikbaarheid, scenario, node);
    wmo_evaluatie_load(&self->evaluatie, scenario, node);
    wmo_uitstroom_load(&self->uitstroom, scenario, node, &self->verblijfsduur);
    self->activiteit_euro_per_year =
        sim_scenario_real(scenario, node, "activiteitkosten") * weken;
    self->aandeel_activiteiten =
        sim_scenario_real(scenario, node, "aandeel_activiteiten");
    self->gewicht_65plus = sim_scenario_real(scenario, node, "gewicht_65plus");
    self->beginstand = (int)sim_scenario_integer(scenario, node, "beginstand");
    self->beginlijst = (int)sim_scenario_integer(scenario, node, "beginlijst");
    self->beginlijst_wacht_days = sim_scenario_real(scenario, node, "beginlijst_wacht");
    self->verwijzing = sim_scenario_real(scenario, node, "verwijzing");
    self->instroom_per_year = sim_scenario_real_or(scenario, node, "instroom", 0);
    self->trend_per_year = sim_scenario_real(scenario, node, "trend");
    self->eigen_bijdrage = sim_scenario_has(scenario, node, "eigen_bijdrage") &&
                           sim_scenario_boolean(scenario, node, "eigen_bijdrage");
    self->pgb_aandeel = sim_scenario_real_or(scenario, node, "pgb_aandeel", 0);
    self->uitval_per_day = hazard_per_day(sim_scenario_real(scenario, node, "uitval"));
}

enum sim_status wmo_zorgvormen_load(struct wmo_zorgvormen *self,
                                    const struct sim_scenario *scenario)
{
    self->count = sim_scenario_count(scenario, NULL, "zorgvormen");
    self->items = calloc((size_t)self->count, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->count; i++) {
        load_one(&self->items[i], scenario,
                 sim_scenario_entry(scenario, NULL, "zorgvormen", i));
        if (self->items[i].spoor == WMO_SPOOR_BASISZORG) {
            self->buurtteam = i;
        }
    }
    for (int i = 0; i < self->count; i++) {
        struct wmo_zorgvorm *item = &self->items[i];
        item->verschuifbaar =
            is_named(scenario, "beweging.naar_buurtteam.zorgvormen", i);
        bool aanvullend = item->spoor == WMO_SPOOR_AANVULLEND;
        item->consultatie = aanvullend && holds(scenario, "consultatie.zorgvormen", i);
        item->overbrugging =
            aanvullend && holds(scenario, "overbrugging.zorgvormen", i);
        item->coordinatie = aanvullend && holds(scenario, "coordinatie.zorgvormen", i);
        item->onderaannemers =
            aanvullend && holds(scenario, "onderaannemers.zorgvormen", i);
        item->weigering = aanvullend && holds(scenario, "keuze.zorgvormen", i);
        item->escalatie = aanvullend && holds(scenario, "escalatie.zorgvormen", i);
    }
    return SIM_OK;
}

void wmo_zorgvormen_free(struct wmo_zorgvormen *self)
{
    free(self->items);
    self->items = NULL;
}
