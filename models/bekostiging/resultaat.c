/* models/bekostiging/resultaat.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/bekostiging/resultaat.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/zorg/zorg.h"

/* From here on terms are no longer told apart, and have the same luck. */
#define RESULTATEN_MAX UINT8_MAX

static double termijn_days(const struct wmo_gemeente *self, int team)
{
    const struct wmo_landschap *l = &self->landschap;
    const struct wmo_aanbod *aanbod =
        &l->aanbieders.aanbod[self->teams.items[team].aanbod];
    return aanbod->familie == WMO_RESULTAATGERICHT
               ? l->zorgvormen.items[aanbod->zorgvorm].verblijfsduur.mean *
                     l->bekostiging.termijn
               : 0;
}

sim_time wmo_resultaat_termijn(const struct wmo_gemeente *self, int team)
{
    return sim_time_from_days(termijn_days(self, team));
}

void wmo_resultaat_begin(const struct wmo_gemeente *self, struct wmo_inwoner *inwoner)
{
    sim_time termijn = wmo_resultaat_termijn(self, inwoner->staff_team);
    if (termijn > 0 && inwoner->betaald_tot == 0) {
        inwoner->betaald_tot = self->engine.now + termijn;
        inwoner->resultaten = 1;
    }
}

/* Whether a new sum is agreed for [inwoner], after those it has had. */
static bool goes_on(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    sim_stream_seek_draw(&self->stream, inwoner->id, WMO_PURPOSE_RESULTAAT,
                         (uint32_t)inwoner->zorgvorm * (RESULTATEN_MAX + 1) +
                             inwoner->resultaten);
    return sim_stream_uniform(&self->stream) < self->landschap.bekostiging.vervolg;
}

static void count_term(struct wmo_inwoner *inwoner)
{
    if (inwoner->resultaten < RESULTATEN_MAX) {
        inwoner->resultaten++;
    }
}

void wmo_resultaat_halverwege(struct wmo_gemeente *self, struct wmo_inwoner *inwoner,
                              int team)
{
    double termijn = termijn_days(self, team);
    if (termijn <= 0 || inwoner->betaald_tot != 0) {
        return;
    }
    const struct wmo_zorgvorm *z = &self->landschap.zorgvormen.items[inwoner->zorgvorm];
    sim_stream_seek(&self->stream, inwoner->id, WMO_PURPOSE_RESULTAAT_BEGIN);
    double left =
        termijn - sim_dist_draw_residual(&z->verblijfsduur, &self->stream) *
                      wmo_doelgroepmix_duur(&self->landschap.mix, inwoner->zorgvorm,
                                            inwoner->doelgroep);
    inwoner->resultaten = 1;
    while (left <= 0 && goes_on(self, inwoner)) {
        count_term(inwoner);
        left += termijn;
    }
    inwoner->betaald_tot = left > 0 ? self->engine.now + sim_time_from_days(left) : -1;
}

enum sim_status wmo_resultaat_plan(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now, tot = inwoner->betaald_tot;
    if (tot <= 0 || wmo_resultaat_termijn(self, inwoner->staff_team) == 0) {
        return SIM_OK;
    }
    return sim_engine_schedule(&self->engine, tot > now ? tot : now, WMO_EVENT_TERMIJN,
                               row, NULL);
}

/* The row may be another's by now, and a term may have been planned twice: what is
 * agreed tells whether this is the end of one. */
enum sim_status wmo_resultaat_einde_termijn(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    if (inwoner->toestand != WMO_TOESTAND_IN_ZORG || inwoner->betaald_tot <= 0 ||
        inwoner->betaald_tot > self->engine.now) {
        return SIM_OK;
    }
    sim_time termijn = wmo_resultaat_termijn(self, inwoner->staff_team);
    if (termijn == 0) {
        return SIM_OK;
    }
    if (!goes_on(self, inwoner)) {
        inwoner->betaald_tot = -1;
        WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner),
                         zonder_bedrag);
        wmo_gemeente_note(self, row, WMO_JOURNAL_GEEN_NIEUW_BEDRAG);
        return SIM_OK;
    }
    count_term(inwoner);
    wmo_zorg_pay_until(self, row, self->engine.now + termijn);
    WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), nieuw_bedrag);
    wmo_gemeente_note(self, row, WMO_JOURNAL_NIEUW_BEDRAG);
    return wmo_resultaat_plan(self, row);
}
