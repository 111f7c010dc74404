/* models/gemeente/verify.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "models/personeel/caseload.h"
#include "models/gemeente/gemeente.h"
#include "models/traject/bezet.h"

/* What the inwoners under way add up to, to hold against the books. */
struct balance {
    int64_t present;
    int64_t open;      /* use a place of an open voorziening */
    int64_t *minutes;  /* [team_count] in use of its medewerkers */
    int64_t *lent;     /* [team_count] of those, for other teams */
    int64_t *load;     /* [team_count] belasting by inwoners */
    int64_t *queued;   /* [team_count] inwoners on its wachtlijst */
    int64_t *waiting;  /* [total_count] time waited so far by who is on the list */
    int64_t *joined;   /* [total_count] sum of their times of aanmelding */
    int64_t *listed;   /* [total_count] inwoners on the list */
    int64_t *in_care;  /* [total_count] */
    int64_t *verblijf; /* [total_count] inwoners in verblijf */
    int64_t *extra;    /* [total_count] extra minutes of who is in care */
    int64_t *pgb;      /* [total_count] */
    int64_t *vervoer;  /* [total_count] inwoners in care with transport */
    int64_t *vervoerd; /* [team_count] the same, by the team that pays */
};

static bool places_agree(const struct wmo_gemeente *self, const struct balance *balance)
{
    for (int w = 0; w < self->landschap.wijken.count; w++) {
        int line = wmo_gemeente_line_sociale_basis(self, w);
        if (self->plaatsen[w].used != balance->in_care[line]) {
            return false;
        }
    }
    return true;
}

/* On the wachtlijst or in care, as line [line] should know. */
static void count_at(const struct wmo_gemeente *self, struct balance *balance,
                     const struct wmo_inwoner *inwoner, int line)
{
    if (inwoner->toestand == WMO_TOESTAND_WACHT) {
        balance->waiting[line] += self->engine.now - inwoner->op_lijst;
        balance->joined[line] += inwoner->aanmelding;
        balance->listed[line]++;
    } else if (inwoner->toestand == WMO_TOESTAND_VERBLIJF) {
        balance->verblijf[line]++;
    } else {
        balance->in_care[line]++;
        if (inwoner->toestand != WMO_TOESTAND_SOCIALE_BASIS) {
            balance->extra[line] += inwoner->extra_minutes;
        }
    }
}

static void count_load(const struct wmo_gemeente *self, struct balance *balance,
                       const struct wmo_inwoner *inwoner)
{
    int buurtteam = wmo_gemeente_buurtteam(self, inwoner->wijk);
    bool by_aanbieder = self->landschap.overbrugging.door == WMO_OVERBRUGGING_AANBIEDER;
    balance->load[buurtteam] += inwoner->contact;
    balance->load[by_aanbieder ? inwoner->team : buurtteam] += inwoner->overbrugging;
}

/* The belasting of [team] is what inwoners, beschikkingen and consultatie ask. */
static bool load_agrees(const struct wmo_gemeente *self, const struct balance *balance,
                        int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    int64_t writing =
        (int64_t)t->beschikkingen * self->landschap.toegang.beschikking_minutes;
    return t->belasting.level == balance->load[team] + writing + t->consultatie +
                                     t->bereikbaarheid + wmo_groep_minutes(self, team);
}

static void count_inwoner(const struct wmo_gemeente *self, struct balance *balance,
                          const struct wmo_inwoner *inwoner)
{
    balance->present++;
    if (inwoner->toestand == WMO_TOESTAND_OPEN) {
        balance->open++;
        return;
    }
    if (inwoner->toestand == WMO_TOESTAND_UIT_BEELD) {
        return;
    }
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    if (inwoner->toestand == WMO_TOESTAND_PGB) {
        balance->pgb[plek.line]++;
        balance->pgb[plek.groep]++;
        return;
    }
    count_at(self, balance, inwoner, plek.line);
    count_at(self, balance, inwoner, plek.groep);
    if (inwoner->toestand == WMO_TOESTAND_WACHT) {
        balance->queued[self->teams.items[inwoner->team].lijst]++;
    }
    if (inwoner->toestand != WMO_TOESTAND_SOCIALE_BASIS) {
        count_load(self, balance, inwoner);
    }
    if (inwoner->toestand != WMO_TOESTAND_WACHT &&
        inwoner->toestand != WMO_TOESTAND_VERBLIJF &&
        inwoner->toestand != WMO_TOESTAND_SOCIALE_BASIS) {
        balance->minutes[inwoner->staff_team] += wmo_inwoner_werk(inwoner);
        if (inwoner->vervoer != WMO_VERVOER_GEEN) {
            balance->vervoerd[inwoner->staff_team]++;
            balance->vervoer[plek.line]++;
            balance->vervoer[plek.groep]++;
        }
        if (inwoner->staff_team != inwoner->team) {
            balance->lent[inwoner->staff_team] += wmo_inwoner_werk(inwoner);
        }
    }
}

/* Every euro of an aanbod is booked for one of its teams. The teams of gebieden have a
 * line together for what is of no wijk. */
static bool euros_agree(const struct wmo_gemeente *self)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        int64_t rest = 0;
        for (int w = WMO_NONE; w < self->landschap.wijken.count; w++) {
            int line = wmo_record_line(&self->record, a, w);
            int64_t cents =
                self->record.tel[self->year_index * self->record.total_count + line]
                    .geboekt_cents;
            int team = w == WMO_NONE ? WMO_NONE : wmo_aanbieders_team(aanbieders, a, w);
            if (team != WMO_NONE && self->teams.items[team].wijk != WMO_NONE &&
                cents != self->teams.items[team].geboekt_cents) {
                return false;
            }
            rest += cents;
        }
        for (int t = 0; t < aanbieders->aanbod[a].team_count; t++) {
            rest -=
                self->teams.items[aanbieders->aanbod[a].first_team + t].geboekt_cents;
        }
        if (rest != 0) {
            return false;
        }
    }
    return true;
}

static bool teams_agree(const struct wmo_gemeente *self, const struct balance *balance)
{
    for (int t = 0; t < self->teams.count; t++) {
        const struct wmo_team *team = &self->teams.items[t];
        int64_t used = 0;
        /* Medewerkers who left may still hold hours, until their inwoners leave. */
        for (int i = 0; i < team->staff.member_capacity; i++) {
            used += team->staff.capacity[i] - team->staff.free_units[i];
        }
        if (team->wachtlijst.length != balance->queued[t] ||
            !load_agrees(self, balance, t) ||
            !wmo_groep_agrees(self, t, balance->minutes[t]) ||
            used != balance->minutes[t] ||
            team->staff.total.used != balance->minutes[t] ||
            team->vervoerd != balance->vervoerd[t] ||
            team->lent_minutes != balance->lent[t] || team->lent_minutes < 0) {
            return false;
        }
    }
    return true;
}

/* The hours in the pool are those that its medewerkers give, every position is there
 * once, and those of the formatie have its hours together. */
static bool medewerkers_agree(const struct wmo_gemeente *self)
{
    for (int t = 0; t < self->teams.count; t++) {
        const struct wmo_bezetting *team = &self->medewerkers.teams[t];
        int64_t given = 0, minutes = 0, vacatures = 0, in_dienst = 0, ziek = 0;
        int64_t verloren = 0;
        for (int32_t p = 0; p < team->posities; p++) {
            const struct wmo_medewerker *m =
                &self->medewerkers.rows[team->first + (uint32_t)p];
            given += m->given;
            verloren += m->verloren;
            minutes += m->minutes;
            ziek += m->toestand > WMO_MEDEWERKER_WERKZAAM;
            vacatures += m->toestand == WMO_MEDEWERKER_VACATURE;
            in_dienst += m->toestand > WMO_MEDEWERKER_VACATURE;
        }
        bool as_planned = vacatures + in_dienst == team->formatie_nu;
        if (given != self->teams.items[t].staff.total.capacity ||
            vacatures != team->vacatures.level || in_dienst != team->in_dienst.level ||
            ziek != team->ziek.level || verloren != team->verloren.level ||
            (as_planned ? minutes != team->formatie.level
                        : minutes < team->formatie.level)) {
            return false;
        }
    }
    return true;
}

/* Little's law, exactly: the length of the list over time is the sum of the waits. */
static bool lines_agree(const struct wmo_gemeente *self, const struct balance *balance)
{
    for (int line = 0; line < self->record.total_count; line++) {
        const struct wmo_lijn *lijn = &self->record.lijn[line];
        int64_t area = lijn->wacht_area + lijn->wacht.area +
                       lijn->wacht.level * (self->engine.now - lijn->wacht.last);
        if (area != lijn->gewacht + balance->waiting[line] ||
            lijn->aanmeldingen != balance->joined[line] ||
            lijn->wacht.level != balance->listed[line] ||
            lijn->verblijf.level != balance->verblijf[line] ||
            lijn->extra.level != balance->extra[line] ||
            lijn->pgb.level != balance->pgb[line] ||
            lijn->vervoer.level != balance->vervoer[line] ||
            lijn->zorg.level != balance->in_care[line]) {
            return false;
        }
    }
    return true;
}

enum sim_status wmo_gemeente_verify(const struct wmo_gemeente *self)
{
    size_t teams = (size_t)self->teams.count, lines = (size_t)self->record.total_count;
    int64_t *block = calloc(5 * teams + 8 * lines, sizeof *block);
    if (!block) {
        return SIM_ERR_NO_MEMORY;
    }
    struct balance balance = {
        .minutes = block,
        .lent = block + teams,
        .load = block + 2 * teams,
        .queued = block + 3 * teams,
        .vervoerd = block + 4 * teams,
        .waiting = block + 5 * teams,
        .listed = block + 5 * teams + lines,
        .in_care = block + 5 * teams + 2 * lines,
        .pgb = block + 5 * teams + 6 * lines,
        .joined = block + 5 * teams + 3 * lines,
        .verblijf = block + 5 * teams + 4 * lines,
        .extra = block + 5 * teams + 5 * lines,
        .vervoer = block + 5 * teams + 7 * lines,
    };
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        if (self->inwoners.rows[row].toestand != WMO_TOESTAND_VRIJ) {
            count_inwoner(self, &balance, &self->inwoners.rows[row]);
        }
    }
    bool agrees = balance.present == self->record.in - self->record.out &&
                  balance.present == self->inwoners.pool.live_count &&
                  balance.open == wmo_open_plaatsen_used(self) &&
                  places_agree(self, &balance) && teams_agree(self, &balance) &&
                  euros_agree(self) && wmo_grootboek_agrees(self) &&
                  wmo_rekeningen_agree(self) && medewerkers_agree(self) &&
                  wmo_caseload_agrees(self) && lines_agree(self, &balance) &&
                  wmo_wens_agrees(self) && wmo_bedden_agree(self) &&
                  wmo_bezet_agrees(self);
    free(block);
    return agrees ? SIM_OK : SIM_ERR_INVARIANT;
}

uint64_t wmo_gemeente_verify_size(const struct wmo_gemeente *self)
{
    uint64_t size = self->inwoners.pool.high_water + (uint64_t)self->record.total_count;
    for (int t = 0; t < self->teams.count; t++) {
        size += (uint64_t)self->teams.items[t].staff.member_capacity;
    }
    return size;
}
