/* models/personeel/posities.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/posities.h"

#include <math.h>

#include "models/organisatie/opvolging.h"
#include "models/personeel/arbeidsmarkt.h"

#define IEDERE_FUNCTIE (-1)

static bool has(const struct wmo_medewerker *self, int functie)
{
    return functie == IEDERE_FUNCTIE || self->functie == functie;
}

static int zorgvorm_of(const struct wmo_gemeente *gemeente, int team)
{
    return gemeente->teams.items[team].zorgvorm;
}

/* How many positions of each functie [team] has now, filled or not. */
static void count_functies(const struct wmo_medewerkers *self, int team,
                           int32_t posities[WMO_FUNCTIE_MAX])
{
    const struct wmo_bezetting *t = &self->teams[team];
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        const struct wmo_medewerker *m = &self->rows[row];
        if (m->functie != WMO_GEEN_FUNCTIE && m->toestand != WMO_MEDEWERKER_VERVALLEN) {
            posities[m->functie]++;
        }
    }
}

/* What is known of a team while it grows, so that it need not be counted again for each
 * position: how many there are of each functie, and where to look on for one that has
 * fallen away, which no row before it has; also of those without a functie, and of
 * all. */
struct groei {
    int32_t posities[WMO_FUNCTIE_MAX];
    uint32_t from[WMO_FUNCTIE_MAX + 2];
};

static void begin_groei(struct groei *groei, const struct wmo_medewerkers *self,
                        int team)
{
    *groei = (struct groei){0};
    count_functies(self, team, groei->posities);
    for (int i = 0; i < WMO_FUNCTIE_MAX + 2; i++) {
        groei->from[i] = self->teams[team].first;
    }
}

/* The first position of [team] with [functie] that has fallen away, from [from] on,
 * which becomes it; the count of rows when there is none. */
static uint32_t first_vervallen(const struct wmo_medewerkers *self, int team,
                                int functie, uint32_t *from)
{
    const struct wmo_bezetting *t = &self->teams[team];
    for (; *from < t->first + (uint32_t)t->posities; ++*from) {
        const struct wmo_medewerker *m = &self->rows[*from];
        if (m->toestand == WMO_MEDEWERKER_VERVALLEN && has(m, functie)) {
            return *from;
        }
    }
    return self->count;
}

/* The position that comes next: of the functie that [team] lacks most. */
static uint32_t next_position(const struct wmo_gemeente *gemeente, int team,
                              struct groei *groei)
{
    const struct wmo_medewerkers *all = &gemeente->medewerkers;
    int functie = wmo_functies_erbij(&gemeente->landschap.functies,
                                     zorgvorm_of(gemeente, team), groei->posities);
    uint32_t *from =
        &groei->from[functie == WMO_GEEN_FUNCTIE ? WMO_FUNCTIE_MAX : functie];
    uint32_t row = first_vervallen(all, team, functie, from);
    if (row == all->count) {
        row = first_vervallen(all, team, IEDERE_FUNCTIE,
                              &groei->from[WMO_FUNCTIE_MAX + 1]);
    }
    if (all->rows[row].functie != WMO_GEEN_FUNCTIE) {
        groei->posities[all->rows[row].functie]++;
    }
    return row;
}

/* The last position in [toestand] with [functie], of those in dienst the one hired
 * last; the count of rows when there is none. */
static uint32_t last_in(const struct wmo_medewerkers *self, int team, int functie,
                        enum wmo_medewerker_toestand toestand)
{
    const struct wmo_bezetting *t = &self->teams[team];
    uint32_t best = self->count;
    bool vacature = toestand == WMO_MEDEWERKER_VACATURE;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        const struct wmo_medewerker *m = &self->rows[row];
        if (!has(m, functie)) {
            continue;
        }
        if (vacature ? m->toestand == toestand
                     : m->toestand >= toestand &&
                           (best == self->count ||
                            m->in_dienst >= self->rows[best].in_dienst)) {
            best = row;
        }
    }
    return best;
}

/* The functie that goes first when [team] shrinks, so that the shares stay; any, where
 * only who leaves makes room. */
static int functie_too_many(const struct wmo_gemeente *gemeente, int team)
{
    if (gemeente->landschap.personeel.krimp == WMO_KRIMP_VERLOOP) {
        return IEDERE_FUNCTIE;
    }
    int32_t posities[WMO_FUNCTIE_MAX] = {0};
    count_functies(&gemeente->medewerkers, team, posities);
    return wmo_functies_eraf(&gemeente->landschap.functies, zorgvorm_of(gemeente, team),
                             posities);
}

static enum sim_status shrink(struct wmo_gemeente *gemeente, int team, int32_t count)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    enum sim_status status = SIM_OK;
    while (status == SIM_OK && wmo_medewerkers_posities(all, team) > count) {
        int functie = functie_too_many(gemeente, team);
        uint32_t row = last_in(all, team, functie, WMO_MEDEWERKER_VACATURE);
        if (row < all->count) {
            status = wmo_arbeidsmarkt_close(gemeente, row);
            wmo_medewerker_vervalt(gemeente, row);
        } else if (gemeente->landschap.personeel.krimp == WMO_KRIMP_LAATSTE) {
            row = last_in(all, team, functie, WMO_MEDEWERKER_WERKZAAM);
            status = wmo_opvolging_loopt_uit(gemeente, team, gemeente->year_index)
                         ? wmo_medewerker_gaat_over(gemeente, row)
                         : wmo_medewerker_leave(gemeente, row);
        } else {
            break;
        }
    }
    return status;
}

/* When nobody has to be found, so many of the positions of the city are vacatures,
 * evenly spread. */
static bool is_open(double share, uint32_t number)
{
    return floor((number + 1) * share + 1e-9) > floor(number * share + 1e-9);
}

/* [vacant]: the share of the new positions that is a vacature from the start, where the
 * people are there already; below 0 where they are not. */
static enum sim_status grow(struct wmo_gemeente *gemeente, int team, int32_t count,
                            double vacant)
{
    struct wmo_medewerkers *all = &gemeente->medewerkers;
    enum sim_status status = SIM_OK;
    struct groei groei;
    begin_groei(&groei, all, team);
    while (status == SIM_OK && wmo_medewerkers_posities(all, team) < count) {
        uint32_t row = next_position(gemeente, team, &groei);
        status = vacant >= 0 && !is_open(vacant, row)
                     ? wmo_medewerker_begin_dienst(gemeente, row)
                     : wmo_medewerker_open(gemeente, row, vacant >= 0);
    }
    return status;
}

/* Divides the minutes of the formatie over the positions, as equally as integers allow;
 * who is there beyond the formatie has as many, without the formatie paying it. */
static void divide(struct wmo_gemeente *gemeente, int team, int64_t minutes)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    int64_t count = t->formatie_nu > 0 ? t->formatie_nu : 1;
    int64_t share = minutes / count, remainder = minutes % count, given = 0;
    for (uint32_t row = t->first; row < t->first + (uint32_t)t->posities; row++) {
        const struct wmo_medewerker *m = &gemeente->medewerkers.rows[row];
        if (m->toestand != WMO_MEDEWERKER_VERVALLEN) {
            wmo_medewerker_become(gemeente, row,
                                  (enum wmo_medewerker_toestand)m->toestand,
                                  (int32_t)(share + (given++ < remainder)));
        }
    }
    sim_timeavg_add(&t->formatie, minutes - t->formatie.level, gemeente->engine.now);
}

static enum sim_status set_members(struct wmo_gemeente *gemeente, int team)
{
    struct wmo_bezetting *t = &gemeente->medewerkers.teams[team];
    struct wmo_team *state = wmo_gemeente_team(gemeente, team);
    bool per_groep = gemeente->landschap.zorgvormen.items[state->zorgvorm].per_groep;
    int32_t members = per_groep && t->posities > 1 ? 1 : t->posities;
    for (int32_t p = 0; p < t->posities; p++) {
        gemeente->medewerkers.rows[t->first + (uint32_t)p].member = per_groep ? 0 : p;
    }
    enum sim_status status =
        sim_resource_pool_set_members(&state->staff, members, 0, gemeente->engine.now);
    for (int32_t i = 0; i < members && status == SIM_OK; i++) {
        sim_resource_pool_set_skills(&state->staff, i, 0);
    }
    return status;
}

enum sim_status wmo_posities_new_year(struct wmo_gemeente *gemeente, int year_index)
{
    bool at_start = year_index == 0;
    enum sim_status status = at_start ? wmo_arbeidsmarkt_begin(gemeente) : SIM_OK;
    for (int t = 0; t < gemeente->medewerkers.team_count && status == SIM_OK; t++) {
        const struct wmo_formatie *formatie = &gemeente->formatie[t];
        double vacant = at_start ? gemeente->landschap.personeel.vacatures_begin
                                 : wmo_opvolging_vacant(gemeente, t, year_index);
        gemeente->medewerkers.teams[t].formatie_nu = formatie->medewerkers;
        if (at_start) {
            status = set_members(gemeente, t);
        }
        if (status == SIM_OK && !wmo_opvolging_ended(gemeente, t, year_index)) {
            status = shrink(gemeente, t, formatie->medewerkers);
        }
        if (status == SIM_OK) {
            status = grow(gemeente, t, formatie->medewerkers, vacant);
        }
        divide(gemeente, t, formatie->minutes);
    }
    return status;
}
