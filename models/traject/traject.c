/* models/traject/traject.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/traject/traject.h"

#include <math.h>

#include "models/events.h"
#include "models/gemeente/herkomst.h"
#include "models/traject/merk.h"
#include "models/personeel/overdracht.h"
#include "models/traject/plaatsing.h"
#include "models/personeel/specialisme.h"
#include "models/purpose.h"
#include "models/zorg/zorg.h"

int wmo_traject_minutes(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                        int zorgvorm)
{
    double uren = wmo_gemeente_draw(
        self, &self->landschap.zorgvormen.items[zorgvorm].uren_per_week, inwoner,
        wmo_purpose_of(WMO_PURPOSE_UREN, zorgvorm));
    uren *= wmo_uitstroom_zwaarte(self, inwoner, zorgvorm);
    uren *= wmo_landschap_zwaarte(&self->landschap, self->engine.now) *
            wmo_doelgroepmix_uren(&self->landschap.mix, zorgvorm, inwoner->doelgroep);
    uren *= wmo_werkwijze_uren(self, inwoner, zorgvorm, self->engine.now);
    double minutes = 60 * uren;
    minutes += self->landschap.zorgvormen.items[zorgvorm].evaluatie.minutes_per_week;
    const struct wmo_groep *groep = &self->landschap.zorgvormen.items[zorgvorm].groep;
    return groep->is_on ? wmo_groep_dagdelen(groep, minutes)
                        : (int)fmax(1, round(minutes));
}

static enum sim_status plan(struct wmo_gemeente *self, uint32_t row,
                            enum wmo_event event, double days)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    return sim_engine_schedule(&self->engine,
                               self->engine.now + sim_time_from_days(days),
                               (uint32_t)event, row, &inwoner->event);
}

void wmo_traject_set_zorgvorm(struct wmo_gemeente *self, uint32_t row, int zorgvorm)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    const struct wmo_zorgvormen *zorgvormen = &self->landschap.zorgvormen;
    wmo_specialisme_again(inwoner);
    inwoner->zorgvorm = (int16_t)zorgvorm;
    inwoner->bepaald = self->engine.now;
    inwoner->vervoer = (uint8_t)wmo_vervoer_draw(self, inwoner);
    if (zorgvorm == zorgvormen->buurtteam) {
        inwoner->minutes = self->landschap.toegang.onderzoek_minutes_per_week;
    } else {
        inwoner->minutes = wmo_traject_minutes(self, inwoner, zorgvorm);
    }
    wmo_wachten_weigh(self, row);
}

enum sim_status wmo_traject_begin(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int zorgvorm = inwoner->zorgvorm;
    if (inwoner->rest > 0) {
        return wmo_overdracht_hervat(self, row);
    }
    if (zorgvorm == self->landschap.zorgvormen.buurtteam) {
        inwoner->toestand = WMO_TOESTAND_ONDERZOEK;
        wmo_gemeente_note(self, row, WMO_JOURNAL_ONDERZOEK);
        return plan(self, row, WMO_EVENT_EINDE_ONDERZOEK,
                    wmo_gemeente_draw(self, &self->landschap.toegang.onderzoek_duur,
                                      inwoner, WMO_PURPOSE_DUUR_ONDERZOEK));
    }
    wmo_werkwijze_count(self, row);
    return wmo_uitstroom_plan(self, row, zorgvorm, false);
}

enum sim_status wmo_traject_plan_uitval(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    double hazard = self->landschap.zorgvormen.items[inwoner->zorgvorm].uitval_per_day *
                    wmo_doelgroepmix_uitval(&self->landschap.mix, inwoner->zorgvorm,
                                            inwoner->doelgroep);
    if (hazard <= 0) {
        return SIM_OK;
    }
    double u =
        sim_stream_uniform_at(&self->stream, inwoner->id,
                              wmo_purpose_of(WMO_PURPOSE_UITVAL, inwoner->zorgvorm));
    return plan(self, row, WMO_EVENT_UITVAL, -log(u) / hazard);
}

/* --- Arrivals --- */

enum sim_status wmo_traject_next_hulpvraag(struct wmo_gemeente *self, int wijk)
{
    sim_time time = sim_arrivals_next(&self->hulpvragen[wijk], &self->stream);
    return time == SIM_TIME_NEVER
               ? SIM_OK
               : sim_engine_schedule(&self->engine, time, WMO_EVENT_HULPVRAAG,
                                     (uint32_t)wijk, NULL);
}

enum sim_status wmo_traject_next_aanmelding(struct wmo_gemeente *self, int process)
{
    sim_time time = sim_arrivals_next(&self->instroom[process], &self->stream);
    return time == SIM_TIME_NEVER
               ? SIM_OK
               : sim_engine_schedule(&self->engine, time, WMO_EVENT_AANMELDING,
                                     (uint32_t)process, NULL);
}

enum sim_status wmo_traject_hulpvraag(void *model, uint32_t wijk)
{
    struct wmo_gemeente *self = model;
    uint32_t row;
    uint64_t id =
        wmo_inwoner_id(WMO_HERKOMST_HULPVRAAG, (int)wijk, self->hulpvragen[wijk].count);
    enum sim_status status = wmo_gemeente_arrive(self, id, (int)wijk, &row);
    bool taken = false;
    if (status == SIM_OK) {
        wmo_merk_hulpvraag(self, row);
        wmo_gemeente_note(self, row, WMO_JOURNAL_HULPVRAAG);
        status = wmo_sociale_basis_hulpvraag(self, row, &taken);
    }
    if (status == SIM_OK && !taken) {
        wmo_traject_set_zorgvorm(self, row, self->landschap.zorgvormen.buurtteam);
        status = wmo_plaatsing_enter(self, row);
    }
    return status == SIM_OK ? wmo_traject_next_hulpvraag(self, (int)wijk) : status;
}

enum sim_status wmo_traject_aanmelding(void *model, uint32_t process)
{
    struct wmo_gemeente *self = model;
    int number = (int)process / self->landschap.wijken.count;
    const struct wmo_instroomroute *route = &self->landschap.instroom.items[number];
    int wijk = (int)process % self->landschap.wijken.count;
    uint32_t row;
    uint64_t id = wmo_inwoner_id(route->herkomst, wijk, self->instroom[process].count);
    enum sim_status status = wmo_gemeente_arrive(self, id, wijk, &row);
    if (status == SIM_OK) {
        if (route->doelgroep == WMO_GEEN_DOELGROEP) {
            wmo_merk_aanmelding(self, row, route->naar);
        } else {
            wmo_merk_doelgroep(self, row, route->doelgroep);
        }
        wmo_gemeente_note(self, row, WMO_JOURNAL_INSTROOM);
        wmo_traject_set_zorgvorm(self, row, route->naar);
        status = wmo_plaatsing_enter(self, row);
    }
    return status == SIM_OK ? wmo_traject_next_aanmelding(self, (int)process) : status;
}

/* --- Spoor 2 and 3 --- */

/* The zorgvorm to which the onderzoek of [inwoner] leads, WMO_NONE for the buurtteam
 * itself. */
static int decide(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner)
{
    if (inwoner->gezocht != WMO_NONE || inwoner->terug != WMO_NONE) {
        return inwoner->gezocht != WMO_NONE ? inwoner->gezocht : inwoner->terug;
    }
    int month =
        wmo_landschap_month(&self->landschap, self->year_index, self->engine.now);
    return wmo_landschap_verwijzing(
        &self->landschap, month, inwoner->wijk, inwoner->doelgroep,
        sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_VERWIJZING));
}

/* Whether the buurtteam supports [inwoner] itself, though the onderzoek led to
 * [zorgvorm]. */
static bool moves_to_buurtteam(struct wmo_gemeente *self,
                               const struct wmo_inwoner *inwoner, int zorgvorm)
{
    const struct wmo_zorgvorm *z = &self->landschap.zorgvormen.items[zorgvorm];
    if (!z->verschuifbaar) {
        return false;
    }
    double uren = wmo_gemeente_draw(self, &z->uren_per_week, inwoner,
                                    wmo_purpose_of(WMO_PURPOSE_UREN, zorgvorm));
    double kans = wmo_beweging_kans(&self->landschap.beweging, self->engine.now, uren,
                                    &z->uren_per_week);
    return sim_stream_uniform_at(&self->stream, inwoner->id, WMO_PURPOSE_VERSCHUIVING) <
           kans;
}

/* The buurtteam goes on with [row]: with its own casework, or with what would have
 * been [zorgvorm]. */
static enum sim_status stay_with_buurtteam(struct wmo_gemeente *self, uint32_t row,
                                           int zorgvorm)
{
    struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int buurtteam = self->landschap.zorgvormen.buurtteam;
    int source = zorgvorm == WMO_NONE ? buurtteam : zorgvorm;
    int minutes = self->landschap.beweging.minutes_per_week;
    if (zorgvorm == WMO_NONE) {
        minutes = wmo_traject_minutes(self, inwoner, buurtteam);
    }
    wmo_gemeente_note(self, row,
                      zorgvorm == WMO_NONE ? WMO_JOURNAL_BUURTTEAM
                                           : WMO_JOURNAL_VERSCHOVEN);
    wmo_zorg_change(self, row, minutes);
    inwoner->toestand = WMO_TOESTAND_IN_ZORG;
    enum sim_status status = wmo_uitstroom_plan(self, row, source, false);
    return status == SIM_OK ? wmo_plaatsing_serve(self, inwoner->staff_team) : status;
}

enum sim_status wmo_traject_finish(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    bool coordinated = inwoner->contact > 0;
    wmo_zorg_end(self, row);
    enum sim_status status = SIM_OK;
    if (coordinated) {
        status = wmo_plaatsing_serve(self, wmo_gemeente_buurtteam(self, inwoner->wijk));
    }
    return status == SIM_OK ? wmo_plaatsing_serve(self, inwoner->staff_team) : status;
}

enum sim_status wmo_traject_einde_onderzoek(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    wmo_toegang_count_onderzoek(self, row);
    return wmo_toegang_has_besluit(&self->landschap.toegang)
               ? wmo_toegang_begin_besluit(self, row)
               : wmo_traject_besluit(self, row);
}

/* What the besluit on [row] leads to. */
static enum sim_status carry_out(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    int zorgvorm = decide(self, inwoner);
    if (zorgvorm == WMO_NONE || wmo_toegang_consultatie_helps(self, row, zorgvorm)) {
        return stay_with_buurtteam(self, row, WMO_NONE);
    }
    if (moves_to_buurtteam(self, inwoner, zorgvorm)) {
        WMO_RECORD_COUNT(&self->record, wmo_gemeente_plek(self, inwoner), verschoven);
        return stay_with_buurtteam(self, row, zorgvorm);
    }
    bool is_werkfit = wmo_werkfit_goes(self, row, zorgvorm);
    bool opens = !is_werkfit && wmo_open_voorziening_takes(self, row, zorgvorm);
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    enum sim_status status = wmo_traject_finish(self, row);
    if (is_werkfit) {
        WMO_RECORD_COUNT(&self->record, plek, werkfit);
        wmo_gemeente_note(self, row, WMO_JOURNAL_NAAR_PARTICIPATIEWET);
        wmo_gemeente_leave(self, row);
        return status;
    }
    WMO_RECORD_COUNT(&self->record, plek, doorstroom);
    if (status == SIM_OK && opens) {
        return wmo_open_voorziening_begin(self, row, zorgvorm);
    }
    if (status == SIM_OK) {
        wmo_traject_set_zorgvorm(self, row, zorgvorm);
        wmo_gemeente_note(self, row, WMO_JOURNAL_VERWIJZING);
        status = wmo_plaatsing_enter(self, row);
    }
    return status;
}

enum sim_status wmo_traject_besluit(void *model, uint32_t row)
{
    wmo_toegang_count_besluit(model, row);
    enum sim_status status = wmo_toegang_write_beschikking(model, row);
    return status == SIM_OK ? carry_out(model, row) : status;
}

enum sim_status wmo_traject_uitstroom(void *model, uint32_t row)
{
    enum sim_status status = wmo_traject_finish(model, row);
    return status == SIM_OK ? wmo_uitstroom_end(model, row) : status;
}

enum sim_status wmo_traject_uitval(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    sim_time now = self->engine.now;
    int team = inwoner->team;
    struct wmo_plek plek = wmo_gemeente_plek(self, inwoner);
    wmo_toegang_count_open(self, row);
    enum sim_status status = wmo_plaatsing_leave_list(self, row);
    wmo_record_not_started(&self->record, plek, inwoner->aanmelding, now);
    WMO_RECORD_COUNT(&self->record, plek, uitval);
    wmo_gemeente_note(self, row, WMO_JOURNAL_UITVAL);
    if (status == SIM_OK) {
        status = wmo_wachten_give_up(self, row);
    }
    /* Whoever stood behind may fit where this inwoner did not. */
    return status == SIM_OK ? wmo_plaatsing_serve(self, team) : status;
}
