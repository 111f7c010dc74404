/* models/traject/belasting.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/belasting.h"

#include "models/bekostiging/betaling.h"

static int64_t rest_of_year_cents(const struct wmo_gemeente *self, int team,
                                  int64_t minutes)
{
    sim_time end = self->landschap.periode.year_start[self->year_index + 1];
    return wmo_formatieplan_uren(&self->formatieplan, self->year_index,
                                 self->teams.items[team].aanbod, minutes,
                                 self->engine.now, end);
}

static void book(struct wmo_gemeente *self, int team, int64_t cents)
{
    if (!wmo_betaling_per_uur(self, team)) {
        return; /* the aanbieder bears it */
    }
    int line = wmo_gemeente_line(self, team, self->teams.items[team].wijk);
    WMO_GROOTBOEK_BOOK(self, line, overig_cents, cents);
    wmo_grootboek_charge(self, team, line, cents);
}

/* Of what was booked, the part for [minutes] of consultatie. */
static void book_as_consultatie(struct wmo_gemeente *self, int team, int64_t minutes)
{
    if (!wmo_betaling_per_uur(self, team)) {
        return;
    }
    int line = wmo_gemeente_line(self, team, self->teams.items[team].wijk);
    int64_t cents = rest_of_year_cents(self, team, minutes);
    WMO_GROOTBOEK_BOOK(self, line, overig_cents, -cents);
    WMO_GROOTBOEK_BOOK(self, line, consultatie_cents, cents);
}

/* Of what was booked, the part for [minutes] of groups: those are support. */
static void book_as_groep(struct wmo_gemeente *self, int team, int64_t minutes)
{
    if (!wmo_betaling_per_uur(self, team)) {
        return;
    }
    int line = wmo_gemeente_line(self, team, self->teams.items[team].wijk);
    int64_t cents = minutes < 0 ? -rest_of_year_cents(self, team, -minutes)
                                : rest_of_year_cents(self, team, minutes);
    WMO_GROOTBOEK_BOOK(self, line, overig_cents, -cents);
    WMO_GROOTBOEK_BOOK(self, line, ondersteuning_cents, cents);
}

void wmo_belasting_groep(struct wmo_gemeente *self, int team, int minutes)
{
    if (minutes > 0) {
        wmo_belasting_take(self, team, minutes);
    } else if (minutes < 0) {
        wmo_belasting_give(self, team, -minutes);
    }
    book_as_groep(self, team, minutes);
}

void wmo_belasting_take(struct wmo_gemeente *self, int team, int minutes)
{
    sim_timeavg_add(&wmo_gemeente_team(self, team)->belasting, minutes,
                    self->engine.now);
    book(self, team, rest_of_year_cents(self, team, minutes));
}

void wmo_belasting_give(struct wmo_gemeente *self, int team, int minutes)
{
    sim_timeavg_add(&wmo_gemeente_team(self, team)->belasting, -minutes,
                    self->engine.now);
    book(self, team, -rest_of_year_cents(self, team, minutes));
}

bool wmo_belasting_fits(const struct wmo_gemeente *self, int team, int minutes)
{
    const struct wmo_team *t = &self->teams.items[team];
    return minutes <= wmo_belasting_room(t) &&
           rest_of_year_cents(self, team, minutes) <=
               wmo_rekening_left(&self->rekeningen, team);
}

void wmo_belasting_new_year(struct wmo_gemeente *self)
{
    for (int t = 0; t < self->teams.count; t++) {
        struct wmo_team *team = wmo_gemeente_team(self, t);
        int64_t consultatie = wmo_toegang_consultatie(
            &self->landschap.toegang, &self->landschap.zorgvormen.items[team->zorgvorm],
            self->formatie[t].minutes, self->engine.now);
        sim_timeavg_add(&team->belasting, consultatie - team->consultatie,
                        self->engine.now);
        team->consultatie = consultatie;
        int64_t bereikbaarheid = wmo_bereikbaarheid_minutes(self, t);
        sim_timeavg_add(&team->belasting, bereikbaarheid - team->bereikbaarheid,
                        self->engine.now);
        team->bereikbaarheid = bereikbaarheid;
        if (team->belasting.level > 0) {
            book(self, t, rest_of_year_cents(self, t, team->belasting.level));
            book_as_consultatie(self, t, consultatie);
            book_as_groep(self, t, wmo_groep_minutes(self, t));
        }
    }
}
