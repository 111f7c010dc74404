/* models/bekostiging/herijking.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/herijking.h"

#include <math.h>

#include "models/gemeente/gemeente.h"

static const struct wmo_aanbod *aanbod_of(const struct wmo_gemeente *self, int team)
{
    return &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
}

static const struct wmo_zorgvorm *zorgvorm_of(const struct wmo_gemeente *self, int team)
{
    return &self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm];
}

static const struct wmo_formatie *planned(const struct wmo_gemeente *self, int team)
{
    return wmo_formatieplan_team(&self->formatieplan, self->year_index, team);
}

static double fte_of(const struct wmo_gemeente *self, int team, double minutes)
{
    return minutes / wmo_landschap_minutes_per_fte(&self->landschap,
                                                   self->teams.items[team].aanbod,
                                                   self->year_index);
}

/* Whether [team] had a contract last year and has one now. Who begins has nothing to go
 * by but the plan, and who ended has nothing any more. */
static bool goes_on(const struct wmo_gemeente *self, int team)
{
    int year = self->landschap.periode.first_year + self->year_index;
    const struct wmo_aanbod *aanbod = aanbod_of(self, team);
    return wmo_aanbod_is_offered(aanbod, year - 1) &&
           wmo_aanbod_is_offered(aanbod, year);
}

/* Fte that what [team] does and who waits for it ask now. */
static double demand(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    const struct wmo_groep *groep = &zorgvorm_of(self, team)->groep;
    double asked = (double)t->wachtlijst.minutes;
    if (groep->is_on) {
        asked *= (double)groep->minutes / groep->maximum;
    }
    double minutes = (double)(t->staff.total.used + t->belasting.level) + asked;
    return fte_of(self, team, minutes) / self->landschap.bekostiging.bezetting;
}

/* The most fte of [team] when it had [before]. */
static double most(const struct wmo_gemeente *self, int team, int64_t before)
{
    return fte_of(self, team, (double)before) * (1 + self->landschap.bekostiging.groei);
}

static double kostprijs(const struct wmo_gemeente *self, int team)
{
    return wmo_landschap_kostprijs(&self->landschap, self->teams.items[team].zorgvorm,
                                   self->year_index);
}

/* --- A fixed sum, divided by demand --- */

/* What all squares that go on booked on [post] last year, and are to get this year. */
static void sum_post(const struct wmo_gemeente *self, int post, int64_t *booked,
                     int64_t *budget)
{
    *booked = *budget = 0;
    for (int t = 0; t < self->teams.count; t++) {
        if (aanbod_of(self, t)->familie == WMO_VIERKANT && goes_on(self, t) &&
            zorgvorm_of(self, t)->post == post) {
            *booked += self->teams.items[t].geboekt_cents;
            *budget += planned(self, t)->begroot_cents;
        }
    }
}

/* The part of [cents] for those from [from] up to [to] of [whole]: parts that follow on
 * each other add up to all of it. */
static int64_t part(int64_t cents, double from, double to, double whole)
{
    return llround((double)cents * (to / whole)) -
           llround((double)cents * (from / whole));
}

/* What the teams of [rekening] get of each post by what they booked there. */
static int64_t earned(const struct wmo_gemeente *self, int rekening)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    int64_t sum = 0;
    for (int p = 0; p < self->landschap.begroting.post_count; p++) {
        int64_t booked, budget, before = 0, own = 0;
        sum_post(self, p, &booked, &budget);
        for (int t = 0; t < self->teams.count; t++) {
            int of = all->van_team[t];
            if (of <= rekening && zorgvorm_of(self, t)->post == p && goes_on(self, t) &&
                aanbod_of(self, t)->familie == WMO_VIERKANT) {
                int64_t cents = booked > 0 ? self->teams.items[t].geboekt_cents
                                           : planned(self, t)->begroot_cents;
                *(of == rekening ? &own : &before) += cents;
            }
        }
        int64_t whole = booked > 0 ? booked : budget;
        sum += whole > 0
                   ? part(budget, (double)before, (double)(before + own), (double)whole)
                   : 0;
    }
    return sum;
}

static int64_t sum_of(const struct wmo_gemeente *self, int rekening)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    int first = all->items[rekening].first_team;
    if (aanbod_of(self, first)->familie == WMO_VIERKANT) {
        return earned(self, rekening);
    }
    int64_t sum = 0;
    for (int t = first; t != WMO_NONE; t = all->volgende[t]) {
        sum += goes_on(self, t) ? planned(self, t)->begroot_cents : 0;
    }
    return sum;
}

/* Euros that [team] would use; its budget where nobody on the rekening asks for any. */
static double weight(const struct wmo_gemeente *self, int team, bool by_demand)
{
    if (!goes_on(self, team)) {
        return 0;
    }
    return by_demand ? demand(self, team) * kostprijs(self, team) /
                           (1 - zorgvorm_of(self, team)->aandeel_activiteiten)
                     : (double)planned(self, team)->begroot_cents;
}

static void divide(struct wmo_gemeente *self, int rekening)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    int first = all->items[rekening].first_team;
    int64_t sum = sum_of(self, rekening);
    double asked = 0, planned_sum = 0, before = 0;
    for (int t = first; t != WMO_NONE; t = all->volgende[t]) {
        asked += weight(self, t, true);
        planned_sum += weight(self, t, false);
    }
    double whole = asked > 0 ? asked : planned_sum;
    for (int t = first; t != WMO_NONE && whole > 0; t = all->volgende[t]) {
        if (!goes_on(self, t)) {
            continue;
        }
        double own = weight(self, t, asked > 0);
        int64_t cents = part(sum, before, before + own, whole);
        double fte = fmin(most(self, t, self->formatie[t].minutes),
                          (double)cents / 100 *
                              (1 - zorgvorm_of(self, t)->aandeel_activiteiten) /
                              kostprijs(self, t));
        before += own;
        self->formatie[t] = wmo_formatieplan_formatie(&self->formatieplan, t,
                                                      self->year_index, cents, fte);
    }
}

/* --- Every year --- */

void wmo_herijking_new_year(struct wmo_gemeente *self)
{
    const struct wmo_bekostiging *rules = &self->landschap.bekostiging;
    bool anew = self->year_index == 0 || !rules->is_any_by_volume;
    for (int t = 0; t < self->teams.count; t++) {
        const struct wmo_aanbod *aanbod = aanbod_of(self, t);
        const struct wmo_formatie *plan = planned(self, t);
        if (anew || !goes_on(self, t) ||
            !(wmo_bekostiging_deelt(aanbod) ||
              wmo_bekostiging_volgt_volume(rules, aanbod))) {
            self->formatie[t] = *plan;
        } else if (wmo_bekostiging_volgt_volume(rules, aanbod)) {
            double fte =
                fmin(demand(self, t), most(self, t, self->formatie[t].minutes));
            self->formatie[t] = wmo_formatieplan_formatie(
                &self->formatieplan, t, self->year_index, plan->begroot_cents, fte);
        }
    }
    for (int r = 0; r < self->rekeningen.count && !anew; r++) {
        if (wmo_bekostiging_deelt(
                aanbod_of(self, self->rekeningen.items[r].first_team))) {
            divide(self, r);
        }
    }
}

int32_t wmo_herijking_most_posities(const struct wmo_formatieplan *plan, int team)
{
    const struct wmo_landschap *l = plan->landschap;
    int aanbod = l->aanbieders.teams[team].aanbod;
    const struct wmo_aanbod *a = &l->aanbieders.aanbod[aanbod];
    const struct wmo_zorgvorm *zorgvorm = &l->zorgvormen.items[a->zorgvorm];
    int32_t count = 0;
    int64_t minutes = 0;
    for (int y = 0; y < l->periode.year_count; y++) {
        const struct wmo_formatie *formatie = wmo_formatieplan_team(plan, y, team);
        count = formatie->medewerkers > count ? formatie->medewerkers : count;
        minutes = formatie->minutes > minutes ? formatie->minutes : minutes;
    }
    if (wmo_kader_has(l, team)) {
        return wmo_kader_most_posities(plan, team);
    }
    if (!wmo_bekostiging_deelt(a) &&
        !wmo_bekostiging_volgt_volume(&l->bekostiging, a)) {
        return count;
    }
    double fte = (double)minutes / wmo_landschap_minutes_per_fte(l, aanbod, 0) *
                 pow(1 + l->bekostiging.groei, l->periode.year_count - 1);
    double grown = fmin(ceil(fte / zorgvorm->contract_fte) + 1, INT32_MAX);
    return grown > count ? (int32_t)grown : count;
}

int64_t wmo_herijking_wijk_cents(const struct wmo_gemeente *self, int team, int wijk)
{
    const struct wmo_formatieplan *plan = &self->formatieplan;
    if (wmo_kader_has(&self->landschap, team)) {
        return wmo_kader_wijk_cents(self, team, wijk);
    }
    int64_t now = self->formatie[team].begroot_cents;
    int64_t then = planned(self, team)->begroot_cents;
    if (now == then) {
        return wmo_formatieplan_wijk_cents(plan, self->year_index, team, wijk);
    }
    int64_t before = 0;
    for (int w = 0; w < wijk; w++) {
        before += wmo_formatieplan_wijk_cents(plan, self->year_index, team, w);
    }
    int64_t own = wmo_formatieplan_wijk_cents(plan, self->year_index, team, wijk);
    return then != 0 ? part(now, (double)before, (double)(before + own), (double)then)
                     : 0;
}
