/* models/gemeente/team.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/team.h"

#include <stdlib.h>
#include <string.h>

#include "models/personeel/medewerker.h"

/* The skills that not everybody of [team] has: rare specialisms, and inwoners above a
 * drempel of functies. */
static uint32_t zeldzaam(const struct wmo_landschap *landschap,
                         const struct wmo_team *team)
{
    const struct wmo_specialisme *specialisme = &landschap->personeel.specialisme;
    uint32_t mask = 0;
    bool counts =
        specialisme->zorgvorm != NULL && specialisme->zorgvorm[team->zorgvorm];
    for (int d = 0; counts && d < landschap->doelgroepen.count; d++) {
        mask |= (uint32_t)(specialisme->share[d] < 1) << d;
    }
    for (int n = 1; n < team->niveaus; n++) {
        mask |= WMO_SKILL_BOVEN(n - 1);
    }
    return mask;
}

enum sim_status wmo_teams_init(struct wmo_teams *self,
                               const struct wmo_landschap *landschap)
{
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    self->items = calloc((size_t)aanbieders->team_count, sizeof *self->items);
    if (!self->items) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < aanbieders->team_count; i++) {
        struct wmo_team *team = &self->items[i];
        team->aanbod = aanbieders->teams[i].aanbod;
        team->wijk = aanbieders->teams[i].wijk;
        team->lijst = aanbieders->teams[i].lijst;
        team->zorgvorm = aanbieders->aanbod[team->aanbod].zorgvorm;
        const struct wmo_zorgvorm *zorgvorm =
            &landschap->zorgvormen.items[team->zorgvorm];
        team->caseload_beperkt = zorgvorm->caseload_maximum > 0 && !zorgvorm->per_groep;
        team->functies = &landschap->functies;
        team->niveaus = 1;
        if (!zorgvorm->per_groep &&
            wmo_functies_is_beperkt(&landschap->functies, team->zorgvorm)) {
            team->niveaus += landschap->functies.drempel_count;
        }
        bool by_urgentie = landschap->volgorde == WMO_VOLGORDE_URGENTIE ||
                           landschap->volgorde == WMO_VOLGORDE_REISTIJD;
        bool per_wijk = team->wijk == WMO_NONE && landschap->reistijd_minutes > 0;
        enum sim_status status = wmo_wachtlijst_init(
            &team->wachtlijst, by_urgentie, per_wijk ? landschap->wijken.count : 1,
            zorgvorm->vervoer.aandeel > 0 ? WMO_VERVOER_COUNT : 1);
        self->count = i + 1;
        if (status == SIM_OK) {
            status = sim_resource_pool_init(&team->staff, 1);
        }
        if (status == SIM_OK) {
            status = sim_resource_pool_index(&team->staff, zeldzaam(landschap, team));
        }
        if (status != SIM_OK) {
            return status;
        }
    }
    return SIM_OK;
}

void wmo_teams_free(struct wmo_teams *self)
{
    for (int i = 0; i < self->count; i++) {
        sim_resource_pool_free(&self->items[i].staff);
        wmo_wachtlijst_free(&self->items[i].wachtlijst);
    }
    free(self->items);
    memset(self, 0, sizeof *self);
}

void wmo_teams_reset(struct wmo_teams *self)
{
    for (int i = 0; i < self->count; i++) {
        struct wmo_team *team = &self->items[i];
        sim_resource_pool_reset(&team->staff);
        wmo_wachtlijst_reset(&team->wachtlijst);
        team->lent_minutes = 0;
        team->vervoerd = 0;
        team->lendable_minutes = 0;
        sim_timeavg_reset(&team->belasting, 0, 0);
        team->groepen = (struct wmo_groepen){0};
        team->consultatie = 0;
        team->bereikbaarheid = 0;
        team->beschikkingen = 0;
        team->begroot_cents = 0;
        team->geboekt_cents = 0;
        team->boekingen = 0;
        team->bezet = (struct wmo_bezet){0};
    }
}

void wmo_teams_new_year(struct wmo_teams *self, const struct wmo_formatie *formatie)
{
    for (int i = 0; i < self->count; i++) {
        struct wmo_team *team = &self->items[i];
        team->begroot_cents = formatie[i].begroot_cents;
        team->geboekt_cents = 0;
        team->boekingen = 0;
        team->lendable_minutes = formatie[i].lendable_minutes;
    }
}

int wmo_team_niveau(const struct wmo_team *team, int32_t minutes)
{
    return team->niveaus > 1 ? wmo_functies_niveau(team->functies, minutes) : 0;
}

int32_t wmo_team_niveau_top(const struct wmo_team *team, int niveau)
{
    return niveau + 1 < team->niveaus ? team->functies->drempel[niveau] : INT32_MAX;
}

/* The skill that inwoners of [niveau] ask of who supports them. */
static uint32_t skill_of(int niveau)
{
    return niveau > 0 ? WMO_SKILL_BOVEN(niveau - 1) : 0;
}

bool wmo_team_may_serve(const struct wmo_team *team, int32_t member, int niveau)
{
    uint32_t skill = skill_of(niveau);
    return (sim_resource_pool_skills(&team->staff, member) & skill) == skill;
}

int32_t wmo_team_roomiest(const struct wmo_team *team, int specialisme, int niveau)
{
    return wmo_team_roomiest_with_least(team, specialisme, niveau, INT32_MIN);
}

int32_t wmo_team_roomiest_with_least(const struct wmo_team *team, int specialisme,
                                     int niveau, int32_t least)
{
    if (specialisme == WMO_SPECIALISME_ELDERS) {
        return SIM_MEMBER_NONE;
    }
    const struct sim_resource_pool *pool = &team->staff;
    if (specialisme == 0 && niveau == 0 && !team->caseload_beperkt) {
        return sim_resource_pool_roomiest(pool);
    }
    uint32_t skill = specialisme == 0 ? WMO_SKILL_RUIMTE : 1u << (specialisme - 1);
    return sim_resource_pool_roomiest_with_least(
        pool, skill, skill_of(niveau),
        least < pool->least_capacity ? least : pool->least_capacity);
}

int32_t wmo_team_roomiest_in_dienst(const struct wmo_team *team, int niveau)
{
    return sim_resource_pool_roomiest_with_all(&team->staff, WMO_SKILL_IN_DIENST,
                                               skill_of(niveau));
}
