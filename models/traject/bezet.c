/* models/traject/bezet.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/bezet.h"

#include "models/zorg/zorg.h"

/* What [team] is like now, but for its budget. */
static struct wmo_bezet now(const struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    return (struct wmo_bezet){
        .staff = t->staff.version,
        .wachtlijst = wmo_teams_lijst(&self->teams, team)->version,
        .belasting = t->belasting.level,
    };
}

void wmo_bezet_remember(struct wmo_gemeente *self, const struct wmo_inzet *own)
{
    const struct wmo_teamplan *plan = &self->landschap.aanbieders.teams[own->team];
    if (wmo_kandidaat_forms_groups(self, own->team) || plan->lijst != own->team ||
        plan->volgende != WMO_NONE) {
        return;
    }
    struct wmo_bezet bezet = now(self, own->team);
    bezet.affordable = own->knows_affordable ? own->affordable : WMO_ZORG_ANY_MINUTES;
    wmo_gemeente_team(self, own->team)->bezet = bezet;
}

bool wmo_bezet_is_known(const struct wmo_gemeente *self, int team)
{
    const struct wmo_bezet *then = &self->teams.items[team].bezet;
    struct wmo_bezet bezet = now(self, team);
    return then->staff == bezet.staff && then->wachtlijst == bezet.wachtlijst &&
           then->belasting == bezet.belasting &&
           (then->affordable == WMO_ZORG_ANY_MINUTES ||
            wmo_zorg_affordable_minutes(self, team) <= then->affordable);
}

bool wmo_bezet_agrees(const struct wmo_gemeente *self)
{
    bool agrees = true;
    for (int t = 0; t < self->teams.count && agrees; t++) {
        struct wmo_inzet own = wmo_inzet_eigen(self, t);
        int staff_team;
        agrees = !wmo_bezet_is_known(self, t) ||
                 wmo_kandidaat_of_list(self, &own, &staff_team).row == SIM_ENTITY_NONE;
    }
    return agrees;
}
