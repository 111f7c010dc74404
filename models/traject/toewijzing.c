/* models/traject/toewijzing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/toewijzing.h"

#include <limits.h>

#include "models/traject/kandidaat.h"
#include "models/purpose.h"
#include "models/traject/weigering.h"

/* Who chooses, from what: without those that take nobody new of the doelgroep, the
 * aanbod that was refused, teams of more wijken than the nearest and, in a second
 * attempt, those that do not take the inwoner. */
struct choice {
    const struct wmo_inwoner *inwoner;
    const struct wmo_keuze *keuze;
    int most_wijken;
    bool second;
    bool back; /* to the aanbod that was refused: there is no other by now */
};

static int team_at(const struct wmo_gemeente *self, const struct choice *choice, int i)
{
    return wmo_aanbieders_team(&self->landschap.aanbieders, choice->keuze->aanbod[i],
                               choice->inwoner->wijk);
}

static int wijken_at(const struct wmo_gemeente *self, const struct choice *choice,
                     int i)
{
    return self->landschap.aanbieders.teams[team_at(self, choice, i)].wijken;
}

static bool is_open(struct wmo_gemeente *self, const struct choice *choice, int i)
{
    int aanbod = choice->keuze->aanbod[i];
    return (choice->back || aanbod != choice->inwoner->geweigerd) &&
           wmo_aanbieders_takes(&self->landschap.aanbieders, aanbod, self->year_index,
                                choice->inwoner->doelgroep) &&
           wijken_at(self, choice, i) <= choice->most_wijken &&
           (!choice->second || wmo_weigering_takes(self, choice->inwoner, aanbod));
}

bool wmo_toewijzing_is_open(struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int team)
{
    const struct wmo_aanbieders *all = &self->landschap.aanbieders;
    int aanbod = self->teams.items[team].aanbod;
    return wmo_aanbod_is_offered(&all->aanbod[aanbod],
                                 all->first_year + self->year_index) &&
           wmo_aanbieders_team(all, aanbod, inwoner->wijk) == team &&
           aanbod != inwoner->geweigerd &&
           wmo_aanbieders_takes(all, aanbod, self->year_index, inwoner->doelgroep) &&
           wmo_weigering_takes(self, inwoner, aanbod);
}

double wmo_toewijzing_load(const struct wmo_gemeente *self, int index)
{
    const struct wmo_team *team = &self->teams.items[index];
    double waiting =
        wmo_teams_lijst(&self->teams, index)->length * 60 *
        self->landschap.zorgvormen.items[team->zorgvorm].uren_per_week.mean;
    double capacity = (double)team->staff.total.capacity;
    double in_use = (double)(team->staff.total.used + team->belasting.level);
    return (waiting + in_use) / (capacity > 0 ? capacity : 1e-9);
}

/* The draws of a further choice are further draws. */
static double draw(struct wmo_gemeente *self, const struct choice *choice)
{
    const struct wmo_inwoner *inwoner = choice->inwoner;
    uint32_t number =
        (uint32_t)choice->second + 2 * (uint32_t)(inwoner->geweigerd != WMO_NONE);
    sim_stream_seek_draw(&self->stream, inwoner->id,
                         wmo_purpose_of(WMO_PURPOSE_AANBIEDER, inwoner->zorgvorm),
                         number);
    return sim_stream_uniform(&self->stream);
}

/* WMO_NONE when nothing is open. */
static int team_by_weight(struct wmo_gemeente *self, const struct choice *choice)
{
    const struct wmo_keuze *keuze = choice->keuze;
    double open = 0, below = 0;
    for (int i = 0; i < keuze->count; i++) {
        open += is_open(self, choice, i) ? keuze->cumulative[i] - below : 0;
        below = keuze->cumulative[i];
    }
    double left = draw(self, choice) * open;
    int last = WMO_NONE;
    below = 0;
    for (int i = 0; i < keuze->count; i++) {
        double weight = keuze->cumulative[i] - below;
        below = keuze->cumulative[i];
        if (!is_open(self, choice, i)) {
            continue;
        }
        last = i;
        left -= weight;
        if (left < 0) {
            break;
        }
    }
    return last == WMO_NONE ? WMO_NONE : team_at(self, choice, last);
}

/* The open team with the least load; with [need_room], only teams where the inwoner
 * fits at once, and WMO_NONE if there is none. */
static int team_by_load(struct wmo_gemeente *self, const struct choice *choice,
                        bool need_room)
{
    int best = WMO_NONE;
    double best_load = 0;
    for (int i = 0; i < choice->keuze->count; i++) {
        int team = team_at(self, choice, i);
        if (!is_open(self, choice, i) ||
            (need_room && !wmo_kandidaat_has_room(self, choice->inwoner, team))) {
            continue;
        }
        double load = wmo_toewijzing_load(self, team);
        if (best == WMO_NONE || load < best_load) {
            best = team;
            best_load = load;
        }
    }
    return best;
}

/* The fewest wijken that an open team has. */
static int fewest_wijken(struct wmo_gemeente *self, const struct choice *choice)
{
    int fewest = INT_MAX;
    for (int i = 0; i < choice->keuze->count; i++) {
        int wijken = wijken_at(self, choice, i);
        fewest = wijken < fewest && is_open(self, choice, i) ? wijken : fewest;
    }
    return fewest;
}

static int choose(struct wmo_gemeente *self, struct choice *choice)
{
    enum wmo_toewijzing rule = self->landschap.toewijzing;
    int team = WMO_NONE;
    choice->most_wijken = INT_MAX;
    if (rule == WMO_TOEWIJZING_DICHTSTBIJ) {
        choice->most_wijken = fewest_wijken(self, choice);
    } else if (rule != WMO_TOEWIJZING_AANDEEL) {
        team = team_by_load(self, choice, rule == WMO_TOEWIJZING_RUIMTE);
    }
    return team == WMO_NONE ? team_by_weight(self, choice) : team;
}

int wmo_toewijzing_choose(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct choice choice = {
        .inwoner = inwoner,
        .keuze = wmo_aanbieders_keuze(&self->landschap.aanbieders, self->year_index,
                                      inwoner->zorgvorm, inwoner->wijk),
    };
    int team = choose(self, &choice);
    if (team == WMO_NONE) {
        choice.back = true;
        team = choose(self, &choice);
    }
    if (wmo_weigering_takes(self, inwoner, self->teams.items[team].aanbod)) {
        return team;
    }
    wmo_weigering_count_afgewezen(self, row, team);
    choice.second = true;
    int other = choose(self, &choice);
    return other == WMO_NONE ? team : other; /* nobody takes it: it waits here */
}
