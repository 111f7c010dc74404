/* models/landschap/begroting.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/landschap/begroting.h"

#include <math.h>
#include <stdlib.h>

static enum wmo_bedragen bedragen_or(const struct sim_scenario *scenario,
                                     const struct sim_node *node, const char *path,
                                     enum wmo_bedragen neutral)
{
    return sim_scenario_has(scenario, node, path)
               ? (enum wmo_bedragen)sim_scenario_choice(scenario, node, path)
               : neutral;
}

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
    self->gewicht_65plus =
        sim_scenario_real_or(scenario, NULL, "begroting.gewicht_65plus", 0);
    self->gewicht_wachtlijst =
        self->verdeling == WMO_VERDELING_WACHTLIJST
            ? sim_scenario_real_or(scenario, NULL, "begroting.gewicht_wachtlijst", 0)
            : 0;
    self->groei_met_vraag =
        sim_scenario_real_or(scenario, NULL, "begroting.groei_met_vraag", 0);
    self->groei_met_vraag_maximum =
        sim_scenario_real_or(scenario, NULL, "begroting.groei_met_vraag_maximum", 0);
    self->kader_maand =
        (int)sim_scenario_integer_or(scenario, NULL, "kaderbrief.maand", 7);
    enum wmo_bedragen bedragen =
        bedragen_or(scenario, NULL, "begroting.bedragen", WMO_BEDRAGEN_REEEL);
    self->post_count = sim_scenario_count(scenario, NULL, "begrotingsposten");
    self->bedrag_euro = calloc((size_t)self->post_count, sizeof *self->bedrag_euro);
    self->bedragen = calloc((size_t)self->post_count, sizeof *self->bedragen);
    self->naam = calloc((size_t)self->post_count, sizeof *self->naam);
    if (!self->bedrag_euro || !self->bedragen || !self->naam) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < self->post_count; i++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "begrotingsposten", i);
        self->naam[i] = sim_scenario_text(scenario, node, "naam");
        sim_scenario_series(scenario, node, "bedrag", &self->bedrag_euro[i]);
        self->bedragen[i] = bedragen_or(scenario, node, "bedragen", bedragen);
    }
    return SIM_OK;
}

void wmo_begroting_free(struct wmo_begroting *self)
{
    free(self->bedrag_euro);
    free(self->bedragen);
    free(self->naam);
    self->bedrag_euro = NULL;
    self->bedragen = NULL;
}

/* Years of indexation in the budget of [post] for [year]. A number without years is one
 * of the price level. */
static double indexed_years(const struct wmo_begroting *self, int post, int year)
{
    const struct sim_series *series = &self->bedrag_euro[post];
    if (self->bedragen[post] == WMO_BEDRAGEN_REEEL || series->year[0] <= 0) {
        return year - self->prijspeil;
    }
    double first = series->year[0], last = series->year[series->count - 1];
    return year > last ? year - last : fmin(0, year - first);
}

double wmo_begroting_post(const struct wmo_begroting *self, int post, int year,
                          const struct wmo_wijken *wijken)
{
    const struct sim_series *series = &self->bedrag_euro[post];
    bool has_years = series->year[0] > 0; /* else it is of the price level */
    double last_year = has_years ? series->year[series->count - 1] : self->prijspeil;
    double euro = sim_series_at(series, year) *
                  pow(1 + self->indexatie, indexed_years(self, post, year));
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
    case WMO_VERDELING_WACHTLIJST:
        return wmo_wijken_aandeel(wijken, wijk, zorgvorm->gewicht_65plus, year);
    case WMO_VERDELING_INWONERS:
        return wmo_wijken_inwoners(wijken, wijk, year) / wmo_wijken_stad(wijken, year);
    case WMO_VERDELING_BEHOEFTE:
        return wmo_wijken_aandeel(wijken, wijk, 0, year);
    case WMO_VERDELING_ONGELIJK:
        return wmo_wijken_aandeel(wijken, wijk, self->gewicht_65plus, year);
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
