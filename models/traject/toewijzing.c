/* models/traject/toewijzing.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/toewijzing.h"

#include "models/traject/kandidaat.h"
#include "models/purpose.h"
#include "models/traject/weigering.h"

/* Who chooses, from what: without those that take nobody new any more, the aanbod that
 * was refused and, in a second attempt, those that do not take the inwoner. */
struct choice {
    const struct wmo_inwoner *inwoner;
    const struct wmo_keuze *keuze;
    bool second;
    bool back; /* to the aanbod that was refused: there is no other by now */
};

static bool is_open(struct wmo_gemeente *self, const struct choice *choice, int i)
{
    int aanbod = choice->keuze->aanbod[i];
    return (choice->back || aanbod != choice->inwoner->geweigerd) &&
           wmo_aanbieders_takes_new(&self->landschap.aanbieders, aanbod,
                                    self->year_index) &&
           (!choice->second || wmo_weigering_takes(self, choice->inwoner, aanbod));
}

static int team_at(const struct wmo_gemeente *self, const struct choice *choice, int i)
{
    return wmo_aanbieders_team(&self->landschap.aanbieders, choice->keuze->aanbod[i],
                               choice->inwoner->wijk);
}

/* Where the load is least: inwoners waiting and hours in use, per hour there is. */
static double load_of(const struct wmo_gemeente *self, int index,
                      const struct wmo_zorgvorm *zorgvorm)
{
    const struct wmo_team *team = &self->teams.items[index];
    double waiting = wmo_teams_lijst(&self->teams, index)->length * 60 *
                     zorgvorm->uren_per_week.mean;
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
        double load = load_of(
            self, team, &self->landschap.zorgvormen.items[choice->inwoner->zorgvorm]);
        if (best == WMO_NONE || load < best_load) {
            best = team;
            best_load = load;
        }
    }
    return best;
}

static int choose(struct wmo_gemeente *self, const struct choice *choice)
{
    enum wmo_toewijzing rule = self->landschap.toewijzing;
    int team = WMO_NONE;
    if (rule != WMO_TOEWIJZING_AANDEEL) {
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
