/* models/personeel/personeel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/personeel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAYS_PER_YEAR 365.25
#define DAYS_PER_MONTH (DAYS_PER_YEAR / 12)

/* A duration of 0 is a valid fixed value, so setting it cannot fail. */
static void dist_or_zero(const struct sim_scenario *scenario, const char *path,
                         struct sim_dist *dist)
{
    memset(dist, 0, sizeof *dist);
    if (sim_scenario_has(scenario, NULL, path)) {
        sim_scenario_dist(scenario, NULL, path, dist);
    } else {
        dist->kind = SIM_DIST_FIXED;
    }
}

static void load_markt(struct wmo_arbeidsmarkt *self,
                       const struct sim_scenario *scenario)
{
    const char *werkzoekenden = "arbeidsmarkt.werkzoekenden";
    dist_or_zero(scenario, "arbeidsmarkt.vacature_duur", &self->vacature_duur);
    self->vervulbaar =
        sim_scenario_real_or(scenario, NULL, "arbeidsmarkt.vervulbaar", 1);
    self->werkzoekenden =
        (int)sim_scenario_integer_or(scenario, NULL, werkzoekenden, 0);
    self->instroom_per_day =
        sim_scenario_real_or(scenario, NULL, "arbeidsmarkt.instroom", 0) /
        DAYS_PER_YEAR;
    self->uitstroom_per_day =
        sim_scenario_real_or(scenario, NULL, "arbeidsmarkt.uitstroom", 0) /
        DAYS_PER_YEAR;
    self->terugkeer = sim_scenario_real_or(scenario, NULL, "arbeidsmarkt.terugkeer", 0);
}

static double hazard(double share, double healthy, const struct sim_dist *duration)
{
    return duration->mean > 0 ? share / (duration->mean * healthy) : 0;
}

static void load_verzuim(struct wmo_verzuim *self, const struct sim_scenario *scenario)
{
    double all = sim_scenario_real_or(scenario, NULL, "personeel.verzuim", 0);
    self->aandeel_lang =
        all * sim_scenario_real_or(scenario, NULL, "personeel.verzuim_lang", 0);
    self->aandeel_kort = all - self->aandeel_lang;
    dist_or_zero(scenario, "personeel.verzuim_kort_duur", &self->kort_duur);
    dist_or_zero(scenario, "personeel.verzuim_lang_duur", &self->lang_duur);
    self->kort_per_day = hazard(self->aandeel_kort, 1 - all, &self->kort_duur);
    self->lang_per_day = hazard(self->aandeel_lang, 1 - all, &self->lang_duur);
    self->overdracht_days =
        sim_scenario_real_or(scenario, NULL, "personeel.verzuim_overdracht", 0);
}

static enum sim_status load_specialisme(struct wmo_specialisme *self,
                                        const struct sim_scenario *scenario)
{
    const char *list = "specialisme.zorgvormen";
    int zorgvormen = sim_scenario_count(scenario, NULL, "zorgvormen");
    self->zorgvorm = calloc((size_t)zorgvormen, sizeof *self->zorgvorm);
    if (!self->zorgvorm) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < sim_scenario_count(scenario, NULL, list); i++) {
        self->zorgvorm[sim_scenario_reference_at(scenario, NULL, list, i)] = true;
    }
    self->zoektijd_days =
        sim_scenario_real_or(scenario, NULL, "specialisme.zoektijd", -1);
    const char *from = "specialisme.zoeken_vanaf";
    self->aan_de_beurt = sim_scenario_has(scenario, NULL, from) &&
                         sim_scenario_choice(scenario, NULL, from) == 1;
    self->verlies = sim_scenario_real_or(scenario, NULL, "specialisme.verlies", 0);
    self->everybody = WMO_SPECIALISMEN_ALLE;
    int count = sim_scenario_count(scenario, NULL, "doelgroepen");
    for (int d = 0; d < count && d < WMO_DOELGROEP_MAX; d++) {
        const struct sim_node *node =
            sim_scenario_entry(scenario, NULL, "doelgroepen", d);
        bool given = sim_scenario_has(scenario, node, "medewerkers");
        self->share[d] = given ? sim_scenario_real(scenario, node, "medewerkers") : 1;
        if (self->share[d] < 1) {
            self->everybody &= ~(UINT32_C(1) << d);
        }
    }
    return SIM_OK;
}

enum sim_status wmo_personeel_load(struct wmo_personeel *self,
                                   const struct sim_scenario *scenario)
{
    memset(self, 0, sizeof *self);
    const char *krimp = "personeel.krimp";
    self->verloop_per_day =
        sim_scenario_real_or(scenario, NULL, "personeel.verloop", 0) / DAYS_PER_YEAR;
    self->concurrentie_per_day =
        sim_scenario_real_or(scenario, NULL, "personeel.concurrentie", 0) /
        DAYS_PER_YEAR;
    self->krimp = sim_scenario_has(scenario, NULL, krimp)
                      ? (enum wmo_krimp)sim_scenario_choice(scenario, NULL, krimp)
                      : WMO_KRIMP_LAATSTE;
    self->vacatures_begin =
        sim_scenario_real_or(scenario, NULL, "personeel.vacatures_begin", 0);
    self->inwerk_days =
        sim_scenario_real_or(scenario, NULL, "personeel.inwerktijd", 0) *
        DAYS_PER_MONTH;
    self->inwerk_productiviteit =
        sim_scenario_real_or(scenario, NULL, "personeel.inwerk_productiviteit", 1);
    const char *overdracht = "personeel.overdracht";
    self->overdracht =
        sim_scenario_has(scenario, NULL, overdracht)
            ? (enum wmo_overdracht_naar)sim_scenario_choice(scenario, NULL, overdracht)
            : WMO_OVERDRACHT_OPVOLGER;
    self->overdracht_rek =
        sim_scenario_real_or(scenario, NULL, "personeel.overdracht_rek", 0);
    self->overdracht_minutes = (int32_t)lround(
        60 * sim_scenario_real_or(scenario, NULL, "personeel.overdracht_uren", 0));
    load_verzuim(&self->verzuim, scenario);
    load_markt(&self->markt, scenario);
    return load_specialisme(&self->specialisme, scenario);
}

void wmo_personeel_free(struct wmo_personeel *self)
{
    free(self->specialisme.zorgvorm);
    self->specialisme.zorgvorm = NULL;
}
