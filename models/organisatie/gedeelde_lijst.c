/* models/organisatie/gedeelde_lijst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/organisatie/gedeelde_lijst.h"

#include "models/landschap/aanbieder.h"

static bool serves(const struct wmo_aanbieders *self, int team, int wijk)
{
    return wmo_aanbieders_team(self, self->teams[team].aanbod, wijk) == team;
}

static bool share(const struct wmo_aanbieders *self, int a, int b)
{
    const struct wmo_aanbod *x = &self->aanbod[self->teams[a].aanbod];
    const struct wmo_aanbod *y = &self->aanbod[self->teams[b].aanbod];
    if (!x->deelt_lijst || !y->deelt_lijst || x->zorgvorm != y->zorgvorm ||
        x->doelgroepen != y->doelgroepen) {
        return false;
    }
    for (int w = 0; w < self->wijk_count; w++) {
        if (serves(self, a, w) != serves(self, b, w)) {
            return false;
        }
    }
    return true;
}

/* The first team before [team] that has its list; [team] when there is none. */
static int holder_for(const struct wmo_aanbieders *self, int team)
{
    for (int t = 0; t < team; t++) {
        if (self->teams[t].lijst == t && share(self, t, team)) {
            return t;
        }
    }
    return team;
}

void wmo_gedeelde_lijst_link(struct wmo_aanbieders *aanbieders)
{
    for (int t = 0; t < aanbieders->team_count; t++) {
        struct wmo_teamplan *plan = &aanbieders->teams[t];
        bool shares = aanbieders->aanbod[plan->aanbod].deelt_lijst;
        plan->lijst = shares ? holder_for(aanbieders, t) : t;
        plan->volgende = WMO_NONE;
        int last = plan->lijst;
        while (last != t && aanbieders->teams[last].volgende != WMO_NONE) {
            last = aanbieders->teams[last].volgende;
        }
        if (last != t) {
            aanbieders->teams[last].volgende = t;
        }
    }
}
