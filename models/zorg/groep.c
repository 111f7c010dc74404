/* models/zorg/groep.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/groep.h"

#include <math.h>

#include "models/bekostiging/betaling.h"
#include "models/traject/belasting.h"
#include "models/gemeente/gemeente.h"
#include "models/zorg/zorg.h"

void wmo_groep_load(struct wmo_groep *self, const struct sim_scenario *scenario,
                    const struct sim_node *node)
{
    self->is_on = sim_scenario_has(scenario, node, "groep.maximum") &&
                  sim_scenario_has(scenario, node, "groep.begeleiders") &&
                  sim_scenario_has(scenario, node, "groep.uren_per_dagdeel");
    if (!self->is_on) {
        return;
    }
    self->maximum = (int)sim_scenario_integer(scenario, node, "groep.maximum");
    self->minimum = (int)sim_scenario_integer_or(scenario, node, "groep.minimum", 1);
    self->minutes =
        (int)lround(60 * sim_scenario_real(scenario, node, "groep.begeleiders") *
                    sim_scenario_real(scenario, node, "groep.uren_per_dagdeel"));
    int per_room =
        (int)sim_scenario_integer_or(scenario, node, "groep.dagdelen_per_ruimte", 0);
    int64_t rooms = sim_scenario_integer_or(scenario, node, "groep.ruimten", -1);
    int64_t stad = sim_scenario_integer_or(scenario, node, "groep.ruimten_stad", -1);
    self->most_open = rooms >= 0 ? (int)rooms * per_room : INT32_MAX;
    self->most_in_stad = stad >= 0 ? (int)stad * per_room : INT32_MAX;
}

int wmo_groep_dagdelen(const struct wmo_groep *self, double minutes)
{
    double dagdelen = round(minutes * self->maximum / self->minutes);
    return (int)fmin(fmax(1, dagdelen), WMO_DAGDELEN_MAX);
}

static const struct wmo_groep *rules_of(const struct wmo_gemeente *self, int team)
{
    return &self->landschap.zorgvormen.items[self->teams.items[team].zorgvorm].groep;
}

static int64_t minutes_of(const struct wmo_gemeente *self, int team)
{
    return self->formatie[team].minutes;
}

/* The rooms of the city for [zorgvorm]: a team gets what its part brings the sum of
 * those before it to, in whole dagdelen, so that all are divided. */
static void divide_rooms(struct wmo_gemeente *self, int zorgvorm, int64_t most)
{
    int64_t all = 0, before = 0;
    for (int t = 0; t < self->teams.count; t++) {
        all += self->teams.items[t].zorgvorm == zorgvorm ? minutes_of(self, t) : 0;
    }
    for (int t = 0; t < self->teams.count && all > 0; t++) {
        struct wmo_team *team = wmo_gemeente_team(self, t);
        if (team->zorgvorm == zorgvorm) {
            int64_t then = before + minutes_of(self, t);
            int64_t part = most * then / all - most * before / all;
            if (part < team->groepen.most_open) {
                team->groepen.most_open = (int32_t)part;
            }
            before = then;
        }
    }
}

void wmo_groep_new_year(struct wmo_gemeente *self)
{
    for (int t = 0; t < self->teams.count; t++) {
        wmo_gemeente_team(self, t)->groepen.most_open = rules_of(self, t)->most_open;
    }
    for (int z = 0; z < self->landschap.zorgvormen.count; z++) {
        const struct wmo_groep *rules = &self->landschap.zorgvormen.items[z].groep;
        if (rules->is_on && rules->most_in_stad < INT32_MAX) {
            divide_rooms(self, z, rules->most_in_stad);
        }
    }
}

static int most_dagdelen(const struct wmo_groepen *groepen)
{
    int most = WMO_DAGDELEN_MAX;
    while (most > 0 && groepen->inwoners[most] == 0) {
        most--;
    }
    return most;
}

/* The most dagdelen that [open] groups have for one person more. */
static int32_t places(const struct wmo_groep *rules, int64_t open, int64_t taken)
{
    int64_t left = open * rules->maximum - taken;
    return (int32_t)(left < open ? left : open);
}

/* What of [minutes] for groups the gemeente pays: nothing where it pays inwoners. */
static int paid(const struct wmo_gemeente *self, int team, int minutes)
{
    return wmo_betaling_per_uur(self, team) ? minutes : 0;
}

int32_t wmo_groep_limit(const struct wmo_gemeente *self, int team, int vervoer)
{
    const struct wmo_team *t = &self->teams.items[team];
    const struct wmo_groep *rules = rules_of(self, team);
    int64_t open = t->groepen.open.level, taken = t->groepen.dagdelen.level;
    int64_t asked = taken + wmo_teams_lijst(&self->teams, team)->minutes;
    /* In an open group somebody more costs activities and transport only. */
    int32_t limit = 0;
    if (wmo_zorg_is_affordable(self, team, 0)) {
        limit = wmo_vervoer_limit(self, team, vervoer, 0, places(rules, open, taken));
    }
    for (int more = 1; more <= WMO_DAGDELEN_MAX && limit < WMO_DAGDELEN_MAX; more++) {
        if (open + more > t->groepen.most_open ||
            asked < (open + more) * (int64_t)rules->minimum ||
            more * rules->minutes > wmo_belasting_room(t) ||
            !wmo_zorg_is_affordable(self, team,
                                    paid(self, team, more * rules->minutes))) {
            break;
        }
        int32_t then = wmo_vervoer_limit(self, team, vervoer,
                                         paid(self, team, more * rules->minutes),
                                         places(rules, open + more, taken));
        limit = then > limit ? then : limit;
    }
    return limit;
}

int64_t wmo_groep_lendable(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    const struct wmo_groep *rules = rules_of(self, team);
    int64_t left =
        t->lendable_minutes * rules->maximum / rules->minutes - t->lent_minutes;
    return left > 0 ? left : 0;
}

/* The groups of [team] become [open], its places taken [step] more. */
static void change(struct wmo_gemeente *self, int team, int64_t open, int step)
{
    struct wmo_groepen *groepen = &wmo_gemeente_team(self, team)->groepen;
    int more = (int)(open - groepen->open.level);
    int minutes = more * rules_of(self, team)->minutes - step;
    sim_timeavg_add(&groepen->open, more, self->engine.now);
    sim_timeavg_add(&groepen->dagdelen, step, self->engine.now);
    wmo_belasting_groep(self, team, minutes);
}

static int index_of(int dagdelen)
{
    return dagdelen < WMO_DAGDELEN_MAX ? dagdelen : WMO_DAGDELEN_MAX;
}

/* Whether [open] groups have room for [taken] dagdelen of persons who come at most
 * [most] times. */
static bool fits(const struct wmo_groep *rules, int64_t open, int64_t taken, int most)
{
    return open >= most && open * rules->maximum >= taken;
}

void wmo_groep_join(struct wmo_gemeente *self, int team, int dagdelen)
{
    const struct wmo_groep *rules = rules_of(self, team);
    if (!rules->is_on) {
        return;
    }
    struct wmo_groepen *groepen = &wmo_gemeente_team(self, team)->groepen;
    groepen->inwoners[index_of(dagdelen)]++;
    int64_t open = groepen->open.level;
    int most = most_dagdelen(groepen);
    while (!fits(rules, open, groepen->dagdelen.level + dagdelen, most)) {
        open++;
    }
    change(self, team, open, dagdelen);
}

void wmo_groep_leave(struct wmo_gemeente *self, int team, int dagdelen)
{
    const struct wmo_groep *rules = rules_of(self, team);
    if (!rules->is_on) {
        return;
    }
    struct wmo_groepen *groepen = &wmo_gemeente_team(self, team)->groepen;
    groepen->inwoners[index_of(dagdelen)]--;
    int64_t open = groepen->open.level, taken = groepen->dagdelen.level - dagdelen;
    int most = most_dagdelen(groepen);
    while (open > 0 && taken < open * rules->minimum &&
           fits(rules, open - 1, taken, most)) {
        open--;
    }
    change(self, team, open, -dagdelen);
}

static bool is_short(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    return wmo_belasting_room(t) < 0 ||
           wmo_rekening_left(&self->rekeningen, team) < 0 ||
           (wmo_teams_lijst(&self->teams, team)->length > 0 &&
            !wmo_zorg_is_affordable(self, team, 0));
}

void wmo_groep_merge(struct wmo_gemeente *self, int team)
{
    const struct wmo_groep *rules = rules_of(self, team);
    const struct wmo_groepen *groepen = &self->teams.items[team].groepen;
    while (rules->is_on && groepen->open.level > 0 && is_short(self, team) &&
           fits(rules, groepen->open.level - 1, groepen->dagdelen.level,
                most_dagdelen(groepen))) {
        change(self, team, groepen->open.level - 1, 0);
    }
}

int64_t wmo_groep_minutes(const struct wmo_gemeente *self, int team)
{
    const struct wmo_groepen *groepen = &self->teams.items[team].groepen;
    return groepen->open.level * rules_of(self, team)->minutes -
           groepen->dagdelen.level;
}

bool wmo_groep_agrees(const struct wmo_gemeente *self, int team, int64_t taken)
{
    const struct wmo_groep *rules = rules_of(self, team);
    const struct wmo_groepen *groepen = &self->teams.items[team].groepen;
    return !rules->is_on ||
           (groepen->dagdelen.level == taken &&
            fits(rules, groepen->open.level, taken, most_dagdelen(groepen)));
}
