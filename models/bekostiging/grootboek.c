/* models/bekostiging/grootboek.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/grootboek.h"

#include <math.h>
#include <string.h>

#include "models/gemeente/gemeente.h"

void wmo_grootboek_reset(struct wmo_grootboek *self)
{
    memset(self, 0, sizeof *self);
    self->past_agrees = true;
}

void wmo_grootboek_charge(struct wmo_gemeente *self, int team, int line, int64_t cents)
{
    struct wmo_team *t = wmo_gemeente_team(self, team);
    t->geboekt_cents += cents;
    t->boekingen++;
    self->rekeningen.items[self->rekeningen.van_team[team]].geboekt_cents += cents;
    wmo_record_tel(&self->record, line)->geboekt_cents += cents;
}

#define PLUS(type, name) +tel->name

int64_t wmo_grootboek_onder_plafond(const struct wmo_tel *tel)
{
    return 0 WMO_TEL_ONDER_PLAFOND(PLUS);
}

int64_t wmo_grootboek_uitgaven(const struct wmo_tel *tel)
{
    return 0 WMO_TEL_BOEKINGEN(PLUS);
}

int64_t wmo_grootboek_ontvangsten(const struct wmo_tel *tel)
{
    return 0 WMO_TEL_ONTVANGSTEN(PLUS);
}

static const struct wmo_tel *tel_of(const struct wmo_gemeente *self, int line)
{
    return &self->record.tel[self->year_index * self->record.total_count + line];
}

/* --- By soort and by line --- */

#define ADD(type, name) sum.name += tel->name;
#define DIFFERS(type, name) || sum.name != totaal->name

static bool soorten_agree(const struct wmo_gemeente *self)
{
    const struct wmo_boekingen *totaal = &self->grootboek.totaal;
    struct wmo_boekingen sum = {0};
    for (int line = 0; line < self->record.line_count; line++) {
        const struct wmo_tel *tel = tel_of(self, line);
        if (tel->geboekt_cents != wmo_grootboek_onder_plafond(tel)) {
            return false;
        }
        WMO_TEL_BOEKINGEN(ADD)
        WMO_TEL_ONTVANGSTEN(ADD)
    }
    return !(false WMO_TEL_BOEKINGEN(DIFFERS) WMO_TEL_ONTVANGSTEN(DIFFERS));
}

/* --- By aanbod --- */

/* [level] over time, of the part of the year since the last flush and up to its end,
 * when it stays as it is now. */
static double open_area(const struct wmo_gemeente *self,
                        const struct sim_timeavg *level)
{
    sim_time end = self->landschap.periode.year_start[self->year_index + 1];
    return (double)level->area + (double)level->level * (double)(end - level->last);
}

/* Minutes a week and inwoners in care over time, and what was booked for them. */
struct hours {
    double minutes, inwoners;
    int64_t cents, bookings;
};

static void add_line(struct hours *hours, const struct wmo_tel *tel)
{
    hours->minutes += (double)tel->gebruikt_area + (double)tel->belasting_area;
    hours->inwoners += (double)tel->begeleid_area;
    hours->cents += tel->ondersteuning_cents + tel->activiteiten_cents +
                    tel->consultatie_cents + tel->overig_cents;
}

static void add_team(struct hours *hours, const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    hours->minutes +=
        open_area(self, &t->staff.total.used_level) + open_area(self, &t->belasting);
    hours->inwoners += open_area(self, &self->medewerkers.teams[team].inwoners);
    hours->bookings += t->boekingen;
}

/* The teams of an aanbod together, since those of gebieden share a line. */
static bool hours_agree(const struct wmo_gemeente *self, int aanbod)
{
    const struct wmo_aanbod *a = &self->landschap.aanbieders.aanbod[aanbod];
    const struct wmo_prijs *prijs =
        wmo_formatieplan_prijs(&self->formatieplan, self->year_index, aanbod);
    const sim_time *year_start = &self->landschap.periode.year_start[self->year_index];
    if (!wmo_bekostiging_per_uur(&self->landschap.bekostiging, a)) {
        return true;
    }
    struct hours hours = {0};
    for (int w = WMO_NONE; w < self->landschap.wijken.count; w++) {
        add_line(&hours, tel_of(self, wmo_record_line(&self->record, aanbod, w)));
    }
    for (int t = 0; t < a->team_count; t++) {
        add_team(&hours, self, a->first_team + t);
    }
    double price = (hours.minutes * prijs->minute_cents +
                    hours.inwoners * prijs->activiteit_cents) /
                   (double)(year_start[1] - year_start[0]);
    /* Half a cent of rounding for each, and a hair for the reckoning. */
    double slack = 0.5 * (double)hours.bookings + 1e-9 * price + 1e-3;
    return fabs((double)hours.cents - price) <= slack;
}

static bool year_agrees(const struct wmo_gemeente *self)
{
    for (int a = 0; a < self->landschap.aanbieders.aanbod_count; a++) {
        if (!hours_agree(self, a)) {
            return false;
        }
    }
    return soorten_agree(self) && wmo_eigen_bijdrage_agrees(self);
}

bool wmo_grootboek_agrees(const struct wmo_gemeente *self)
{
    return self->grootboek.past_agrees && year_agrees(self);
}

void wmo_grootboek_new_year(struct wmo_gemeente *self)
{
    self->grootboek.past_agrees &= year_agrees(self);
    memset(&self->grootboek.totaal, 0, sizeof self->grootboek.totaal);
}
