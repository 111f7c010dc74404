/* models/traject/pgb.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/pgb.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/purpose.h"
#include "models/zorg/uitstroom.h"

void wmo_pgb_load(struct wmo_pgb *self, const struct sim_scenario *scenario)
{
    self->prijs = sim_scenario_real_or(scenario, NULL, "pgb.prijs", 1);
    self->uit_zorgvorm =
        sim_scenario_has(scenario, NULL, "pgb.uit_budget_zorgvorm") &&
        sim_scenario_boolean(scenario, NULL, "pgb.uit_budget_zorgvorm");
}

bool wmo_pgb_is_taken(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double share = self->landschap.zorgvormen.items[inwoner->zorgvorm].pgb_aandeel;
    return share > 0 &&
           sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_PGB) < share;
}

/* Cost of the pgb of [inwoner] from now to the end of the year. */
static int64_t rest_of_year_cents(const struct wmo_gemeente *self,
                                  const struct wmo_inwoner *inwoner)
{
    sim_time end = self->landschap.periode.year_start[self->year_index + 1];
    int aanbod = self->teams.items[inwoner->team].aanbod;
    int64_t natura =
        wmo_formatieplan_kosten(&self->formatieplan, self->year_index, aanbod,
                                inwoner->minutes, self->engine.now, end);
    natura += wmo_vervoer_rest_of_year(self, inwoner->team, inwoner->vervoer,
                                       inwoner->minutes);
    return llround(self->landschap.pgb.prijs * (double)natura);
}

static void book(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                 int64_t cents)
{
    int line = wmo_gemeente_line(self, inwoner->team, inwoner->wijk);
    if (!self->landschap.pgb.uit_zorgvorm) {
        WMO_GROOTBOEK_BOOK(self, line, pgb_cents, cents);
        return;
    }
    WMO_GROOTBOEK_BOOK(self, line, pgb_zorgvorm_cents, cents);
    wmo_grootboek_charge(self, inwoner->team, line, cents);
}

enum sim_status wmo_pgb_begin(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    inwoner->toestand = WMO_TOESTAND_PGB;
    book(self, inwoner, rest_of_year_cents(self, inwoner));
    wmo_eigen_bijdrage_book(self, inwoner, 1);
    WMO_RECORD_COUNT(&self->record, plek, pgb_gestart);
    wmo_record_pgb(&self->record, plek, 1, self->engine.now);
    wmo_gemeente_note(self, row, WMO_JOURNAL_PGB);
    enum wmo_reden reden;
    double days = wmo_uitstroom_draw(self, inwoner, inwoner->zorgvorm, false, &reden);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               WMO_EVENT_UIT_PGB, row, &inwoner->event);
}

void wmo_pgb_new_year(struct wmo_gemeente *self)
{
    for (uint32_t row = 0; row < self->inwoners.pool.high_water; row++) {
        const struct wmo_inwoner *inwoner = &self->inwoners.rows[row];
        if (inwoner->toestand == WMO_TOESTAND_PGB) {
            book(self, inwoner, rest_of_year_cents(self, inwoner));
        }
    }
}

enum sim_status wmo_pgb_uit(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    book(self, inwoner, -rest_of_year_cents(self, inwoner));
    wmo_eigen_bijdrage_book(self, inwoner, -1);
    wmo_record_pgb(&self->record, wmo_gemeente_plek(self, inwoner), -1,
                   self->engine.now);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UIT_PGB);
    wmo_gemeente_leave(self, row);
    return SIM_OK;
}
