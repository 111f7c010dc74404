/* models/zorg/overstap.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/overstap.h"

#include "models/personeel/overdracht.h"
#include "models/traject/kandidaat.h"
#include "models/traject/plaatsing.h"
#include "models/traject/weigering.h"
#include "models/zorg/zorg.h"

static const struct wmo_aanbod *aanbod_of(const struct wmo_gemeente *self, int team)
{
    return &self->landschap.aanbieders.aanbod[self->teams.items[team].aanbod];
}

/* The team of choice [i] of [inwoner], if it could go on there; otherwise WMO_NONE. */
static int open_team(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                     const struct wmo_keuze *keuze, int i)
{
    int aanbod = keuze->aanbod[i];
    int team = wmo_aanbieders_team(&self->landschap.aanbieders, aanbod, inwoner->wijk);
    bool other = self->landschap.aanbieders.aanbod[aanbod].aanbieder !=
                 aanbod_of(self, inwoner->team)->aanbieder;
    return other && aanbod_of(self, team)->familie == WMO_PERSOONSVOLGEND &&
                   wmo_kandidaat_has_room(self, inwoner, team) &&
                   wmo_aanbieders_takes(&self->landschap.aanbieders, aanbod,
                                        self->year_index, inwoner->doelgroep) &&
                   wmo_weigering_takes(self, inwoner, aanbod)
               ? team
               : WMO_NONE;
}

/* Where [inwoner] goes, by [luck] from 0 to 1; WMO_NONE when there is no room. */
static int choose(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                  double luck)
{
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(&self->landschap.aanbieders, self->year_index,
                             inwoner->zorgvorm, inwoner->wijk);
    double open = 0, passed = 0, below = 0;
    int chosen = WMO_NONE;
    for (int i = 0; i < keuze->count; i++) {
        bool is_open = open_team(self, inwoner, keuze, i) != WMO_NONE;
        open += is_open ? keuze->cumulative[i] - below : 0;
        below = keuze->cumulative[i];
    }
    below = 0;
    for (int i = 0; i < keuze->count && passed <= luck * open; i++) {
        int team = open_team(self, inwoner, keuze, i);
        passed += team != WMO_NONE ? keuze->cumulative[i] - below : 0;
        chosen = team != WMO_NONE ? team : chosen;
        below = keuze->cumulative[i];
    }
    return chosen;
}

static enum sim_status go(struct wmo_gemeente *self, uint32_t row, int team)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_team *t = wmo_gemeente_team(self, team);
    int old = inwoner->staff_team;
    int32_t member = wmo_team_roomiest(t, inwoner->specialisme,
                                       wmo_team_niveau(t, inwoner->minutes));
    if (member == SIM_MEMBER_NONE) {
        return SIM_OK;
    }
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), overgestapt);
    wmo_zorg_to_team(self, row, team, member);
    wmo_gemeente_note(self, row, WMO_JOURNAL_OVERSTAP);
    enum sim_status status = wmo_overdracht_meet(self, row);
    return status == SIM_OK ? wmo_plaatsing_serve(self, old) : status;
}

enum sim_status wmo_overstap_evaluatie(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double chance = self->landschap.bekostiging.overstap;
    if (chance <= 0 || inwoner->wens != WMO_WENS_GEEN ||
        aanbod_of(self, inwoner->team)->familie != WMO_PERSOONSVOLGEND) {
        return SIM_OK;
    }
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_OVERSTAP,
                         2u * inwoner->evaluaties);
    bool wants = sim_stream_uniform(&self->stream) < chance;
    double luck = sim_stream_uniform(&self->stream);
    int team = wants ? choose(self, inwoner, luck) : WMO_NONE;
    return team != WMO_NONE ? go(self, row, team) : SIM_OK;
}
