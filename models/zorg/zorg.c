/* models/zorg/zorg.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/zorg.h"

#include "models/bekostiging/betaling.h"
#include "models/bekostiging/resultaat.h"
#include "models/personeel/caseload.h"
#include "models/traject/reistijd.h"

/* More than anybody asks. */
#define MOST_MINUTES (1 << 20)

static int64_t cost_until(const struct wmo_gemeente *self, int team, int minutes,
                          sim_time until)
{
    return wmo_formatieplan_kosten(
        &self->formatieplan, self->year_index, self->teams.items[team].aanbod,
        wmo_betaling_minutes(self, team, minutes), self->engine.now, until);
}

int64_t wmo_zorg_rest_of_year(const struct wmo_gemeente *self, int team, int minutes)
{
    return cost_until(self, team, minutes, wmo_betaling_until_from_start(self, team));
}

/* The minutes a week for which the team of [inwoner] is paid, with those on the way
 * where it is paid for its hours. */
static int paid_minutes(const struct wmo_gemeente *self,
                        const struct wmo_inwoner *inwoner)
{
    int team = inwoner->staff_team;
    return wmo_betaling_per_uur(self, team)
               ? wmo_inwoner_werk(inwoner)
               : wmo_betaling_minutes(self, team, inwoner->minutes);
}

static int64_t vervoer_cents(const struct wmo_gemeente *self,
                             const struct wmo_inwoner *inwoner, int dagdelen)
{
    return wmo_vervoer_rest_of_year(self, inwoner->staff_team, inwoner->vervoer,
                                    dagdelen);
}

/* The line for what [inwoner] costs. Hours are paid by the team that gives them, also
 * when they are lent: its medewerkers are in its formatie. A team of one wijk books
 * there, others in the inwoner's wijk. */
static int line_of(const struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    int wijk = self->teams.items[inwoner->staff_team].wijk;
    return wmo_gemeente_line(self, inwoner->staff_team,
                             wijk == WMO_NONE ? inwoner->wijk : wijk);
}

/* Books ([sign] 1) or gives back (-1) the support of [inwoner] in the rest of the year;
 * what that comes to, for the caller to charge. */
static int64_t book_support(struct wmo_gemeente *self,
                            const struct wmo_inwoner *inwoner, int sign)
{
    int aanbod = self->teams.items[inwoner->staff_team].aanbod;
    sim_time now = self->engine.now, until = wmo_betaling_until(self, inwoner);
    int64_t zorg =
        sign * wmo_formatieplan_kosten(&self->formatieplan, self->year_index, aanbod,
                                       paid_minutes(self, inwoner), now, until);
    int64_t activiteiten =
        sign * wmo_formatieplan_kosten(&self->formatieplan, self->year_index, aanbod, 0,
                                       now, until);
    int line = line_of(self, inwoner);
    WMO_GROOTBOEK_BOOK(self, line, ondersteuning_cents, zorg - activiteiten);
    WMO_GROOTBOEK_BOOK(self, line, activiteiten_cents, activiteiten);
    return zorg;
}

/* The same, with transport. */
static void book_rest_of_year(struct wmo_gemeente *self,
                              const struct wmo_inwoner *inwoner, int sign)
{
    int64_t vervoer = sign * vervoer_cents(self, inwoner, inwoner->minutes);
    int line = line_of(self, inwoner);
    int64_t zorg = book_support(self, inwoner, sign);
    WMO_GROOTBOEK_BOOK(self, line, vervoer_cents, vervoer);
    wmo_grootboek_charge(self, inwoner->staff_team, line, zorg + vervoer);
}

void wmo_zorg_pay_until(struct wmo_gemeente *self, uint32_t row, sim_time tot)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int64_t before = book_support(self, inwoner, -1);
    inwoner->betaald_tot = tot;
    int64_t after = book_support(self, inwoner, 1);
    wmo_grootboek_charge(self, inwoner->staff_team, line_of(self, inwoner),
                         before + after);
}

bool wmo_zorg_is_affordable(const struct wmo_gemeente *self, int staff_team,
                            int minutes)
{
    return wmo_zorg_rest_of_year(self, staff_team, minutes) <=
           wmo_rekening_left(&self->rekeningen, staff_team);
}

/* The cost is linear in the minutes but for its rounding to a cent, so a straight line
 * between two costs leads to within a minute or so. */
int32_t wmo_zorg_affordable_minutes(const struct wmo_gemeente *self, int staff_team)
{
    const struct wmo_formatieplan *plan = &self->formatieplan;
    int aanbod = self->teams.items[staff_team].aanbod, year = self->year_index;
    sim_time now = self->engine.now;
    sim_time end = wmo_betaling_until_from_start(self, staff_team);
    int64_t left = wmo_rekening_left(&self->rekeningen, staff_team);
    int64_t none = wmo_formatieplan_kosten(plan, year, aanbod, 0, now, end);
    int64_t most = wmo_formatieplan_kosten(plan, year, aanbod, MOST_MINUTES, now, end);
    if (none > left || most <= left) {
        return none > left ? -1 : WMO_ZORG_ANY_MINUTES;
    }
    double slope = MOST_MINUTES / (double)(most - none);
    int32_t minutes = (int32_t)((double)(left - none) * slope);
    while (wmo_formatieplan_kosten(plan, year, aanbod, minutes, now, end) > left) {
        minutes--;
    }
    while (wmo_formatieplan_kosten(plan, year, aanbod, minutes + 1, now, end) <= left) {
        minutes++;
    }
    return wmo_betaling_limit(self, staff_team, minutes);
}

static void seize(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_team *staff = wmo_gemeente_team(self, inwoner->staff_team);
    inwoner->reis =
        wmo_reistijd_minutes(self, inwoner->staff_team, inwoner->member, inwoner->wijk);
    sim_resource_pool_seize(&staff->staff, inwoner->member, wmo_inwoner_werk(inwoner),
                            self->engine.now);
    if (inwoner->staff_team != inwoner->team) {
        staff->lent_minutes += wmo_inwoner_werk(inwoner);
    }
    wmo_groep_join(self, inwoner->staff_team, inwoner->minutes);
    wmo_caseload_add(self, row);
}

static void release(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_team *staff = wmo_gemeente_team(self, inwoner->staff_team);
    sim_resource_pool_release(&staff->staff, inwoner->member, wmo_inwoner_werk(inwoner),
                              self->engine.now);
    if (inwoner->staff_team != inwoner->team) {
        staff->lent_minutes -= wmo_inwoner_werk(inwoner);
    }
    wmo_groep_leave(self, inwoner->staff_team, inwoner->minutes);
    wmo_caseload_remove(self, row);
}

/* [row] takes its hours, euros and places of the medewerker and team it has. */
static void take(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    seize(self, row);
    wmo_resultaat_begin(self, inwoner);
    book_rest_of_year(self, inwoner, 1);
    wmo_eigen_bijdrage_book(self, inwoner, 1);
    wmo_record_care(&self->record, wmo_gemeente_plek(self, inwoner), 1,
                    self->engine.now);
    wmo_vervoer_count(self, row, 1);
    wmo_wachten_count_extra(self, row, 1);
}

static void give_back(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    release(self, row);
    book_rest_of_year(self, inwoner, -1);
    wmo_eigen_bijdrage_book(self, inwoner, -1);
    wmo_record_care(&self->record, wmo_gemeente_plek(self, inwoner), -1,
                    self->engine.now);
    wmo_vervoer_count(self, row, -1);
    wmo_wachten_count_extra(self, row, -1);
}

void wmo_zorg_start(struct wmo_gemeente *self, uint32_t row, int staff_team, int member)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    inwoner->toestand = WMO_TOESTAND_IN_ZORG;
    inwoner->staff_team = (int16_t)staff_team;
    inwoner->member = member;
    take(self, row);
    wmo_coordinatie_begin(self, row);
}

bool wmo_zorg_can_change(const struct wmo_gemeente *self, uint32_t row, int minutes)
{
    const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
    int team = inwoner->staff_team;
    sim_time until = wmo_betaling_until(self, inwoner);
    int64_t more = cost_until(self, team, minutes, until) -
                   cost_until(self, team, inwoner->minutes, until) +
                   vervoer_cents(self, inwoner, minutes) -
                   vervoer_cents(self, inwoner, inwoner->minutes);
    return more <= wmo_rekening_left(&self->rekeningen, team);
}

void wmo_zorg_change(struct wmo_gemeente *self, uint32_t row, int minutes)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    release(self, row);
    book_rest_of_year(self, inwoner, -1);
    inwoner->minutes = minutes;
    seize(self, row);
    book_rest_of_year(self, inwoner, 1);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UREN);
}

void wmo_zorg_move(struct wmo_gemeente *self, uint32_t row, int member)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    release(self, row);
    book_rest_of_year(self, inwoner, -1);
    inwoner->member = member;
    seize(self, row);
    book_rest_of_year(self, inwoner, 1);
}

void wmo_zorg_to_team(struct wmo_gemeente *self, uint32_t row, int team, int member)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    give_back(self, row);
    inwoner->team = (int16_t)team;
    inwoner->staff_team = (int16_t)team;
    inwoner->member = member;
    take(self, row);
}

void wmo_zorg_end(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    wmo_wens_stop(self, row);
    give_back(self, row);
    wmo_betaling_end(self, inwoner);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), uitstroom);
    wmo_coordinatie_end(self, row);
    wmo_gemeente_note(self, row, WMO_JOURNAL_EINDE);
}

void wmo_zorg_new_year(struct wmo_gemeente *self)
{
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (inwoner->toestand == WMO_TOESTAND_IN_ZORG ||
            inwoner->toestand == WMO_TOESTAND_ONDERZOEK ||
            inwoner->toestand == WMO_TOESTAND_BESLUIT) {
            book_rest_of_year(self, inwoner, 1);
        }
    }
}
