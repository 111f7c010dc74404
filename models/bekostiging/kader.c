/* models/bekostiging/kader.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/kader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/gemeente/gemeente.h"

/* Growth that is followed never more than doubles or halves a budget. */
#define VOLUME_MOST 2.0

static bool is_on(const struct wmo_landschap *l)
{
    return l->begroting.groei_met_vraag > 0 || l->begroting.gewicht_wachtlijst > 0;
}

enum sim_status wmo_kader_init(struct wmo_kader *self,
                               const struct wmo_landschap *landschap)
{
    size_t forms = (size_t)landschap->zorgvormen.count;
    size_t wijken = (size_t)landschap->wijken.count;
    self->volume = calloc(forms, sizeof *self->volume);
    self->factor = calloc(forms * wijken, sizeof *self->factor);
    self->aangemeld = calloc(forms, sizeof *self->aangemeld);
    self->wijk_cents = calloc((size_t)landschap->aanbieders.team_count * wijken,
                              sizeof *self->wijk_cents);
    return self->volume && self->factor && self->aangemeld && self->wijk_cents
               ? SIM_OK
               : SIM_ERR_NO_MEMORY;
}

void wmo_kader_free(struct wmo_kader *self)
{
    free(self->volume);
    free(self->factor);
    free(self->aangemeld);
    free(self->wijk_cents);
    memset(self, 0, sizeof *self);
}

void wmo_kader_reset(struct wmo_kader *self, const struct wmo_landschap *landschap)
{
    int wijken = landschap->wijken.count;
    for (int z = 0; z < landschap->zorgvormen.count; z++) {
        self->volume[z] = 1;
        self->aangemeld[z] = -1;
        for (int w = 0; w < wijken; w++) {
            self->factor[z * wijken + w] = 1;
        }
    }
}

/* The budget of [zorgvorm] in [wijk] in the formatieplan of year [year_index]. */
static double planned(const struct wmo_formatieplan *plan, int year_index, int zorgvorm,
                      int wijk)
{
    const struct wmo_aanbieders *aanbieders = &plan->landschap->aanbieders;
    double cents = 0;
    for (int t = 0; t < aanbieders->team_count; t++) {
        if (aanbieders->aanbod[aanbieders->teams[t].aanbod].zorgvorm == zorgvorm) {
            cents += (double)wmo_formatieplan_wijk_cents(plan, year_index, t, wijk);
        }
    }
    return cents;
}

static double planned_stad(const struct wmo_formatieplan *plan, int year_index,
                           int zorgvorm)
{
    double cents = 0;
    for (int w = 0; w < plan->landschap->wijken.count; w++) {
        cents += planned(plan, year_index, zorgvorm, w);
    }
    return cents;
}

/* --- The kaderbrief --- */

/* How many wait for [zorgvorm] in [wijk], and how many were aangemeld in the city in
 * this year. */
static int64_t count(struct wmo_gemeente *self, int zorgvorm, int wijk, bool waiting)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    int64_t sum = 0;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        if (aanbieders->aanbod[a].zorgvorm == zorgvorm) {
            int line = wmo_record_line(&self->record, a, wijk);
            sum += waiting ? self->record.lijn[line].wacht.level
                           : wmo_record_tel(&self->record, line)->aangemeld;
        }
    }
    return sum;
}

static int64_t count_stad(struct wmo_gemeente *self, int zorgvorm, bool waiting)
{
    int64_t sum = 0;
    for (int w = 0; w < self->landschap.wijken.count; w++) {
        sum += count(self, zorgvorm, w, waiting);
    }
    return sum;
}

/* The growth of a budget with the inwoners since last year. */
static double with_inwoners(const struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    int year = l->periode.first_year + self->year_index;
    double before = wmo_wijken_stad(&l->wijken, year - 1);
    double growth = before > 0 ? wmo_wijken_stad(&l->wijken, year) / before - 1 : 0;
    return 1 + l->begroting.groei_met_inwoners * growth;
}

/* Follows the growth of the aanmeldingen of [zorgvorm] since the last kaderbrief,
 * beyond that of the inwoners, which is in the budget already. */
static void follow(struct wmo_gemeente *self, int zorgvorm)
{
    const struct wmo_begroting *rules = &self->landschap.begroting;
    struct wmo_kader *kader = &self->kader;
    int64_t before = kader->aangemeld[zorgvorm];
    int64_t now = count_stad(self, zorgvorm, false);
    kader->aangemeld[zorgvorm] = now;
    if (before > 0) {
        double growth = (double)now / (double)before / with_inwoners(self) - 1;
        double most = rules->groei_met_vraag_maximum;
        growth = fmax(-most, fmin(most, growth)) * rules->groei_met_vraag;
        kader->volume[zorgvorm] = fmax(
            1 / VOLUME_MOST, fmin(VOLUME_MOST, kader->volume[zorgvorm] * (1 + growth)));
    }
}

/* What [zorgvorm] gets in [wijk] against the plan, when a share [by_list] is divided as
 * [list] of [all] who wait, and [own] of [stad] is the plan. */
static double by_waiting(double by_list, int64_t list, int64_t all, double own,
                         double stad)
{
    if (all == 0 || own <= 0) {
        return 1;
    }
    return 1 - by_list + by_list * ((double)list / (double)all) / (own / stad);
}

static void write(struct wmo_gemeente *self, int zorgvorm)
{
    const struct wmo_formatieplan *plan = &self->formatieplan;
    int wijken = self->landschap.wijken.count, next = self->year_index + 1;
    int64_t all = count_stad(self, zorgvorm, true);
    double stad = planned_stad(plan, next, zorgvorm);
    follow(self, zorgvorm);
    for (int w = 0; w < wijken; w++) {
        self->kader.factor[zorgvorm * wijken + w] =
            self->kader.volume[zorgvorm] *
            by_waiting(self->landschap.begroting.gewicht_wachtlijst,
                       count(self, zorgvorm, w, true), all,
                       planned(plan, next, zorgvorm, w), stad);
    }
}

void wmo_kader_new_month(struct wmo_gemeente *gemeente, int month)
{
    const struct wmo_landschap *l = &gemeente->landschap;
    bool is_day = month % 12 == l->begroting.kader_maand - 1;
    bool is_last = gemeente->year_index + 1 == l->periode.year_count;
    for (int z = 0; is_on(l) && is_day && !is_last && z < l->zorgvormen.count; z++) {
        write(gemeente, z);
    }
}

/* --- The jaarplan --- */

bool wmo_kader_has(const struct wmo_landschap *landschap, int team)
{
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    const struct wmo_aanbod *aanbod =
        &aanbieders->aanbod[aanbieders->teams[team].aanbod];
    return is_on(landschap) && !wmo_bekostiging_deelt(aanbod) &&
           !wmo_bekostiging_volgt_volume(&landschap->bekostiging, aanbod);
}

/* The formatie of [team] for [cents] in year [year_index]. */
static struct wmo_formatie formatie(const struct wmo_formatieplan *plan, int year_index,
                                    int team, int64_t cents)
{
    const struct wmo_landschap *l = plan->landschap;
    int aanbod = l->aanbieders.teams[team].aanbod;
    const struct wmo_zorgvorm *zorgvorm =
        &l->zorgvormen.items[l->aanbieders.aanbod[aanbod].zorgvorm];
    double kostprijs =
        wmo_landschap_kostprijs(l, l->aanbieders.aanbod[aanbod].zorgvorm, year_index);
    double fte = (double)cents / 100 * (1 - zorgvorm->aandeel_activiteiten) / kostprijs;
    return wmo_formatieplan_formatie(plan, team, year_index, cents, fte);
}

/* Of whole cents per wijk; the wijken of a zorgvorm together get what the plan gives,
 * but for half a cent each. */
void wmo_kader_new_year(struct wmo_gemeente *gemeente)
{
    int wijken = gemeente->landschap.wijken.count, year = gemeente->year_index;
    for (int t = 0; year > 0 && t < gemeente->teams.count; t++) {
        if (!wmo_kader_has(&gemeente->landschap, t)) {
            continue;
        }
        const double *factor =
            &gemeente->kader.factor[gemeente->teams.items[t].zorgvorm * wijken];
        int64_t sum = 0;
        for (int w = 0; w < wijken; w++) {
            int64_t cents =
                wmo_formatieplan_wijk_cents(&gemeente->formatieplan, year, t, w);
            cents = llround((double)cents * factor[w]);
            gemeente->kader.wijk_cents[t * wijken + w] = cents;
            sum += cents;
        }
        gemeente->formatie[t] = formatie(&gemeente->formatieplan, year, t, sum);
    }
}

int64_t wmo_kader_wijk_cents(const struct wmo_gemeente *gemeente, int team, int wijk)
{
    int wijken = gemeente->landschap.wijken.count;
    return gemeente->year_index == 0
               ? wmo_formatieplan_wijk_cents(&gemeente->formatieplan, 0, team, wijk)
               : gemeente->kader.wijk_cents[team * wijken + wijk];
}

/* All who wait may be in one wijk, and demand may have grown as fast as is followed. */
int32_t wmo_kader_most_posities(const struct wmo_formatieplan *plan, int team)
{
    const struct wmo_landschap *l = plan->landschap;
    const struct wmo_begroting *rules = &l->begroting;
    int zorgvorm = l->aanbieders.aanbod[l->aanbieders.teams[team].aanbod].zorgvorm;
    double volume = 1;
    int32_t most = 0;
    for (int y = 0; y < l->periode.year_count; y++) {
        double stad = planned_stad(plan, y, zorgvorm), cents = 0;
        for (int w = 0; w < l->wijken.count; w++) {
            double own = (double)wmo_formatieplan_wijk_cents(plan, y, team, w);
            double factor = by_waiting(rules->gewicht_wachtlijst, 1, 1,
                                       planned(plan, y, zorgvorm, w), stad);
            cents += own * fmax(1, factor);
        }
        int32_t count = formatie(plan, y, team, llround(cents * volume)).medewerkers;
        most = count > most ? count : most;
        volume = fmin(VOLUME_MOST, volume * (1 + rules->groei_met_vraag *
                                                     rules->groei_met_vraag_maximum));
    }
    return most + 1; /* whole cents per wijk */
}
