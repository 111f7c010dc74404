/* models/bekostiging/rekening.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/rekening.h"

#include <stdlib.h>
#include <string.h>

#include "models/gemeente/gemeente.h"

/* Whether teams [a] and [b] have their ceiling together. */
static bool share(const struct wmo_aanbieders *all, int a, int b)
{
    const struct wmo_aanbod *of_a = &all->aanbod[all->teams[a].aanbod];
    const struct wmo_aanbod *of_b = &all->aanbod[all->teams[b].aanbod];
    if (of_a->familie != of_b->familie) {
        return false;
    }
    switch (of_a->familie) {
    case WMO_VIERKANT:
        return of_a->aanbieder == of_b->aanbieder;
    case WMO_PERSOONSVOLGEND:
        return of_a->zorgvorm == of_b->zorgvorm;
    case WMO_POPULATIE:
        return all->teams[a].wijk == all->teams[b].wijk &&
               all->teams[a].wijk != WMO_NONE;
    default:
        return false;
    }
}

/* The rekening of [team]: that of the first team before it that shares, or a new one.
 */
static int rekening_for(struct wmo_rekeningen *self, const struct wmo_landschap *l,
                        int team)
{
    const struct wmo_aanbieders *all = &l->aanbieders;
    int last = WMO_NONE;
    for (int t = 0; t < team && l->bekostiging.is_any_shared; t++) {
        last = share(all, t, team) ? t : last;
    }
    self->volgende[team] = WMO_NONE;
    if (last != WMO_NONE) {
        self->volgende[last] = team;
        return self->van_team[last];
    }
    self->items[self->count] = (struct wmo_rekening){
        .is_open = wmo_bekostiging_is_open(&l->bekostiging,
                                           &all->aanbod[all->teams[team].aanbod]),
        .first_team = team,
    };
    return self->count++;
}

enum sim_status wmo_rekeningen_init(struct wmo_rekeningen *self,
                                    const struct wmo_landschap *landschap)
{
    size_t teams = (size_t)landschap->aanbieders.team_count;
    self->items = calloc(teams, sizeof *self->items);
    self->van_team = calloc(teams, sizeof *self->van_team);
    self->volgende = calloc(teams, sizeof *self->volgende);
    if (!self->items || !self->van_team || !self->volgende) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int t = 0; t < landschap->aanbieders.team_count; t++) {
        self->van_team[t] = rekening_for(self, landschap, t);
    }
    return SIM_OK;
}

void wmo_rekeningen_free(struct wmo_rekeningen *self)
{
    free(self->items);
    free(self->van_team);
    free(self->volgende);
    memset(self, 0, sizeof *self);
}

void wmo_rekeningen_new_year(struct wmo_gemeente *self)
{
    struct wmo_rekeningen *all = &self->rekeningen;
    for (int r = 0; r < all->count; r++) {
        if (self->year_index == 0) {
            all->items[r].reserve_cents = 0;
        }
        all->items[r].begroot_cents = all->items[r].reserve_cents;
        all->items[r].geboekt_cents = 0;
    }
    for (int t = 0; t < self->teams.count; t++) {
        all->items[all->van_team[t]].begroot_cents +=
            self->teams.items[t].begroot_cents;
    }
}

bool wmo_rekeningen_agree(const struct wmo_gemeente *self)
{
    const struct wmo_rekeningen *all = &self->rekeningen;
    for (int r = 0; r < all->count; r++) {
        int64_t booked = 0, budget = 0;
        for (int t = all->items[r].first_team; t != WMO_NONE; t = all->volgende[t]) {
            booked += self->teams.items[t].geboekt_cents;
            budget += self->teams.items[t].begroot_cents;
        }
        if (booked != all->items[r].geboekt_cents ||
            budget + all->items[r].reserve_cents != all->items[r].begroot_cents) {
            return false;
        }
    }
    return true;
}
