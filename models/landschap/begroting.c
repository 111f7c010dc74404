/* models/landschap/begroting.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/begroting.h"

#include <math.h>
#include <stdlib.h>

enum sim_status wmo_begroting_load(struct wmo_begroting *self,
                                   const struct sim_scenario *scenario)
{
    self->prijspeil = (int)sim_scenario_integer(scenario, NULL, "begroting.prijspeil");
    self->indexatie = sim_scenario_real(scenario, NULL, "begroting.indexatie");
    self->loonkosten_groei =
        sim_scenario_real(scenario, NULL, "begroting.loonkosten_groei");
    self->groei_met_inwoners =
        sim_scenario_real(scenario, NULL, "begroting.groei_met_inwoners");
    self->verdeling = (enum wmo_verdeling)sim_scenario_choice(
        scenario, NULL, "begroting.verdeling_wijken");
    self->post_count = sim_scenario_count(scenario, NULL, "begrotingsposten");
    self->bedrag_euro = calloc((size_t)self->post_count, sizeof *self->bedrag_euro);
    if (!self->bedrag_euro) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->post_count; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "begrotingsposten", i);
        sim_scenario_series(scenario, node, "bedrag", &self->bedrag_euro[i]);
    }
    return SIM_OK;
}

void wmo_begroting_free(struct wmo_begroting *self)
{
    free(self->bedrag_euro);
    self->bedrag_euro = NULL;
}

double wmo_begroting_post(const struct wmo_begroting *self, int post, int year,
                          const struct wmo_wijken *wijken)
{
    const struct sim_series *series = &self->bedrag_euro[post];
    double last_year = series->year[series->count - 1];
    double euro =
        sim_series_at(series, year) * pow(1 + self->indexatie, year - self->prijspeil);
    double before = wmo_wijken_stad(wijken, last_year);
    if (year > last_year && before > 0) {
        double growth = wmo_wijken_stad(wijken, year) / before - 1;
        euro *= 1 + self->groei_met_inwoners * growth;
    }
    return euro;
}

static double aandeel_wijk(const struct wmo_begroting *self,
                           const struct wmo_zorgvorm *zorgvorm, int wijk, int year,
                           const struct wmo_wijken *wijken)
{
    switch (self->verdeling) {
    case WMO_VERDELING_VRAAG:
        return wmo_wijken_aandeel(wijken, wijk, zorgvorm->gewicht_65plus, year);
    case WMO_VERDELING_INWONERS:
        return wmo_wijken_inwoners(wijken, wijk, year) / wmo_wijken_stad(wijken, year);
    case WMO_VERDELING_GELIJK:
        break;
    }
    return 1.0 / wijken->count;
}

double wmo_begroting_wijk(const struct wmo_begroting *self,
                          const struct wmo_zorgvorm *zorgvorm, int wijk, int year,
                          const struct wmo_wijken *wijken)
{
    return wmo_begroting_post(self, zorgvorm->post, year, wijken) *
           zorgvorm->aandeel_post * aandeel_wijk(self, zorgvorm, wijk, year, wijken);
}

double wmo_begroting_kostprijs(const struct wmo_begroting *self,
                               const struct wmo_zorgvorm *zorgvorm, int year)
{
    return zorgvorm->kostprijs_fte_euro *
           pow(1 + self->loonkosten_groei, year - self->prijspeil);
}

double wmo_begroting_vervoer(const struct wmo_begroting *self,
                             const struct wmo_zorgvorm *zorgvorm, int soort, int year)
{
    return zorgvorm->vervoer.euro_per_year[soort] *
           pow(1 + self->loonkosten_groei, year - self->prijspeil);
}

double wmo_begroting_activiteiten(const struct wmo_begroting *self,
                                  const struct wmo_zorgvorm *zorgvorm, int year)
{
    return zorgvorm->activiteit_euro_per_year *
           pow(1 + self->loonkosten_groei, year - self->prijspeil);
}
