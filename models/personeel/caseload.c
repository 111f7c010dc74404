/* models/personeel/caseload.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/personeel/caseload.h"

#include <math.h>

static bool is_groep(const struct wmo_gemeente *self, int team)
{
    int zorgvorm = self->teams.items[team].zorgvorm;
    return self->landschap.zorgvormen.items[zorgvorm].per_groep;
}

bool wmo_caseload_is_full(const struct wmo_gemeente *self,
                          const struct wmo_medewerker *medewerker)
{
    const struct wmo_team *team = &self->teams.items[medewerker->team];
    const struct wmo_zorgvorm *zorgvorm =
        &self->landschap.zorgvormen.items[team->zorgvorm];
    double fte =
        medewerker->minutes /
        wmo_landschap_minutes_per_fte(&self->landschap, team->aanbod, self->year_index);
    return zorgvorm->caseload_maximum > 0 &&
           medewerker->inwoners >= ceil(zorgvorm->caseload_maximum * fte - 1e-6);
}

static void count(struct wmo_gemeente *self, uint32_t medewerker, int step)
{
    struct wmo_medewerker *m = &self->medewerkers.rows[medewerker];
    m->inwoners += step;
    if (self->teams.items[m->team].caseload_beperkt) {
        wmo_medewerker_set_skills(self, medewerker);
    }
}

/* The row of the medewerker of [inwoner]. */
static uint32_t medewerker_of(const struct wmo_gemeente *self,
                              const struct wmo_inwoner *inwoner)
{
    return self->medewerkers.teams[inwoner->staff_team].first +
           (uint32_t)inwoner->member;
}

void wmo_caseload_add(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = inwoner->staff_team;
    sim_timeavg_add(&self->medewerkers.teams[team].inwoners, 1, self->engine.now);
    if (is_groep(self, team)) {
        return;
    }
    uint32_t medewerker = medewerker_of(self, inwoner);
    struct wmo_medewerker *m = &self->medewerkers.rows[medewerker];
    struct wmo_caseload_link *links = self->inwoners.links;
    links[row] = (struct wmo_caseload_link){m->laatste, SIM_ENTITY_NONE};
    if (m->laatste == SIM_ENTITY_NONE) {
        m->eerste = row;
    } else {
        links[m->laatste].volgende = row;
    }
    m->laatste = row;
    count(self, medewerker, 1);
}

void wmo_caseload_remove(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int team = inwoner->staff_team;
    sim_timeavg_add(&self->medewerkers.teams[team].inwoners, -1, self->engine.now);
    if (is_groep(self, team)) {
        return;
    }
    uint32_t medewerker = medewerker_of(self, inwoner);
    struct wmo_medewerker *m = &self->medewerkers.rows[medewerker];
    struct wmo_caseload_link *links = self->inwoners.links;
    struct wmo_caseload_link own = links[row];
    if (own.vorige == SIM_ENTITY_NONE) {
        m->eerste = own.volgende;
    } else {
        links[own.vorige].volgende = own.volgende;
    }
    if (own.volgende == SIM_ENTITY_NONE) {
        m->laatste = own.vorige;
    } else {
        links[own.volgende].vorige = own.vorige;
    }
    count(self, medewerker, -1);
}

/* One list: it holds as many inwoners as are counted, all of this medewerker, and they
 * take the hours that are in use. */
static bool list_agrees(const struct wmo_gemeente *self, uint32_t medewerker)
{
    const struct wmo_medewerker *m = &self->medewerkers.rows[medewerker];
    const struct sim_resource_pool *pool = &self->teams.items[m->team].staff;
    int64_t minutes = 0;
    int32_t inwoners = 0;
    for (uint32_t row = m->eerste; row != SIM_ENTITY_NONE && inwoners <= m->inwoners;
         row = self->inwoners.links[row].volgende) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (medewerker_of(self, inwoner) != medewerker) {
            return false;
        }
        minutes += wmo_inwoner_werk(inwoner);
        inwoners++;
    }
    return inwoners == m->inwoners &&
           minutes == pool->capacity[m->member] - pool->free_units[m->member];
}

bool wmo_caseload_agrees(const struct wmo_gemeente *self)
{
    for (int t = 0; t < self->teams.count; t++) {
        const struct wmo_bezetting *team = &self->medewerkers.teams[t];
        int64_t inwoners = 0;
        for (int32_t p = 0; p < team->posities && !is_groep(self, t); p++) {
            uint32_t row = team->first + (uint32_t)p;
            if (!list_agrees(self, row)) {
                return false;
            }
            inwoners += self->medewerkers.rows[row].inwoners;
        }
        if (!is_groep(self, t) && inwoners != team->inwoners.level) {
            return false;
        }
    }
    return true;
}
