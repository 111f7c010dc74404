/* models/bekostiging/betaling.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/betaling.h"

#include <math.h>

#include "models/bekostiging/resultaat.h"
#include "models/gemeente/gemeente.h"

static const struct wmo_aanbod *aanbod_of(const struct wmo_gemeente *self, int team)
{
    return &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
}

bool wmo_betaling_per_uur(const struct wmo_gemeente *self, int team)
{
    return wmo_bekostiging_per_uur(&self->landschap.bekostiging, aanbod_of(self, team));
}

/* --- Classes --- */

/* Minutes a week of a medewerker that [units] of [z] come to: in a group a place in a
 * full one. */
static double minutes_of(const struct wmo_zorgvorm *z, int units)
{
    return z->groep.is_on ? (double)units * z->groep.minutes / z->groep.maximum : units;
}

/* The class of who needs [minutes] of a mean of [mean]. */
static const struct wmo_klasse *klasse_of(const struct wmo_bekostiging *rules,
                                          double minutes, double mean)
{
    int k = 0;
    while (k < rules->klasse_count - 1 && minutes > rules->klassen[k].tot * mean) {
        k++;
    }
    return &rules->klassen[k];
}

int wmo_betaling_minutes(const struct wmo_gemeente *self, int team, int minutes)
{
    if (wmo_betaling_per_uur(self, team)) {
        return minutes;
    }
    const struct wmo_zorgvorm *z =
        &self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm];
    double needed = minutes_of(z, minutes);
    if (aanbod_of(self, team)->familie == WMO_PERSOONSVOLGEND) {
        double mean = 60 * z->uren_per_week.mean;
        needed = mean * klasse_of(&self->landschap.bekostiging, needed, mean)->budget;
    }
    return (int)lround(needed);
}

int wmo_betaling_limit(const struct wmo_gemeente *self, int team, int paid)
{
    const struct wmo_bekostiging *rules = &self->landschap.bekostiging;
    if (paid < 0 || wmo_betaling_per_uur(self, team) ||
        aanbod_of(self, team)->familie != WMO_PERSOONSVOLGEND) {
        return paid;
    }
    const struct wmo_zorgvorm *z =
        &self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm];
    double mean = 60 * z->uren_per_week.mean;
    int limit = -1;
    for (int k = 0; k < rules->klasse_count; k++) {
        if (lround(mean * rules->klassen[k].budget) <= paid) {
            limit = k == rules->klasse_count - 1
                        ? INT32_MAX
                        : (int)floor(mean * rules->klassen[k].tot);
        }
    }
    return limit;
}

/* --- Results --- */

/* The end of the year, or [tot] when that comes first. */
static sim_time this_year(const struct wmo_gemeente *self, sim_time tot)
{
    sim_time end = self->landschap.periode.year_start[self->year_index + 1];
    return tot < end ? tot : end;
}

sim_time wmo_betaling_until_from_start(const struct wmo_gemeente *self, int team)
{
    sim_time termijn = wmo_resultaat_termijn(self, team);
    return this_year(self, termijn > 0 ? self->engine.now + termijn : SIM_TIME_NEVER);
}

sim_time wmo_betaling_until(const struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner)
{
    sim_time now = self->engine.now, tot = inwoner->betaald_tot;
    if (aanbod_of(self, inwoner->staff_team)->familie != WMO_RESULTAATGERICHT) {
        tot = SIM_TIME_NEVER;
    }
    return this_year(self, tot > now ? tot : now);
}

void wmo_betaling_end(struct wmo_gemeente *self, struct wmo_inwoner *inwoner)
{
    int team = inwoner->staff_team;
    sim_time tot = inwoner->betaald_tot, now = self->engine.now;
    if (inwoner->rest > 0) {
        return; /* it goes on, and keeps its term */
    }
    inwoner->betaald_tot = 0;
    if (aanbod_of(self, team)->familie != WMO_RESULTAATGERICHT || tot <= now) {
        return;
    }
    int64_t cents = wmo_formatieplan_kosten(
        &self->formatieplan, self->year_index, self->teams.items[team].aanbod,
        wmo_betaling_minutes(self, team, inwoner->minutes), now, tot);
    int wijk = self->teams.items[team].wijk;
    int line = wmo_gemeente_line(self, team, wijk == WMO_NONE ? inwoner->wijk : wijk);
    WMO_GROOTBOEK_BOOK(self, line, ondersteuning_cents, cents);
    wmo_grootboek_charge(self, team, line, cents);
}

/* --- Contracts --- */

void wmo_betaling_new_year(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    int year = l->periode.first_year + self->year_index;
    double index =
        pow(1 + l->begroting.loonkosten_groei, year - l->begroting.prijspeil);
    for (int a = 0; a < l->aanbieders.aanbod_count; a++) {
        const struct wmo_aanbod *aanbod = &l->aanbieders.aanbod[a];
        if (aanbod->contractlast_euro > 0 && year >= aanbod->start_year &&
            year <= aanbod->end_year) {
            WMO_GROOTBOEK_BOOK(self, wmo_record_line(&self->record, a, WMO_NONE),
                               contract_cents,
                               llround(100 * aanbod->contractlast_euro * index));
        }
    }
}

/* --- What it comes to for aanbieders --- */

/* Who is paid a sum has it whatever was done. */
static bool is_paid_a_sum(const struct wmo_aanbod *aanbod)
{
    return aanbod->familie == WMO_TAAKGERICHT || wmo_bekostiging_deelt(aanbod);
}

/* Years of fte in dienst on a line. */
static double filled(const struct wmo_tel *tel, double seconds)
{
    int64_t positions = tel->in_dienst_area + tel->vacature_area;
    return positions > 0 ? tel->fte_area / seconds * (double)tel->in_dienst_area /
                               (double)positions
                         : 0;
}

void wmo_betaling_close_year(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    const sim_time *year_start = &l->periode.year_start[self->year_index];
    double seconds = (double)(year_start[1] - year_start[0]);
    for (int a = 0; a < l->aanbieders.aanbod_count; a++) {
        const struct wmo_aanbod *aanbod = &l->aanbieders.aanbod[a];
        double kostprijs =
            100 * wmo_landschap_kostprijs(l, aanbod->zorgvorm, self->year_index);
        for (int w = WMO_NONE; w < l->wijken.count; w++) {
            struct wmo_tel *tel =
                wmo_record_tel(&self->record, wmo_record_line(&self->record, a, w));
            tel->betaald_cents +=
                is_paid_a_sum(aanbod) ? tel->begroot_cents : tel->geboekt_cents;
            tel->personeel_cents += llround(kostprijs * filled(tel, seconds));
        }
    }
}
