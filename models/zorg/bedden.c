/* models/zorg/bedden.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/zorg/bedden.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "models/events.h"
#include "models/gemeente/gemeente.h"
#include "models/gemeente/herkomst.h"

/* Names the requests of a kind: of people who are in no table, and of inwoners. */
#define AANVRAAG_SOURCE WMO_HERKOMST_RESPIJT
#define SOURCE_INWONER (WMO_HERKOMST_RESPIJT + WMO_VERBLIJF_SOORT_COUNT)

/* Nobody stays longer, whatever is drawn. */
#define NACHTEN_MAX 3650

/* Requests that can wait before their table has to grow. */
#define WACHTENDEN_MIN 64

/* --- As the scenario describes it --- */

/* Requests of [soort] from [wijk] per day at [year]. */
static double per_day(const struct wmo_landschap *l, int soort, int wijk, double year)
{
    const struct wmo_kortdurend_verblijf *k = &l->kortdurend_verblijf;
    double then = wmo_wijken_stad(&l->wijken, k->peiljaar);
    double growth = then > 0 ? wmo_wijken_stad(&l->wijken, year) / then : 1;
    return k->soorten[soort].per_year / 365.25 * growth *
           wmo_wijken_aandeel(&l->wijken, wijk, k->gewicht_65plus, year);
}

/* --- Memory --- */

static enum sim_status init_aanvragen(struct wmo_bedden *self,
                                      const struct wmo_landschap *l)
{
    int wijken = l->wijken.count, months = l->periode.month_count;
    enum sim_status status = SIM_OK;
    for (int i = 0; i < WMO_VERBLIJF_SOORT_COUNT * wijken && status == SIM_OK; i++) {
        int soort = i / wijken, wijk = i % wijken;
        double *rate = &self->rates[i * months];
        for (int m = 0; m < months; m++) {
            rate[m] =
                per_day(l, soort, wijk, l->periode.month_year[m]) / (double)SIM_DAY;
        }
        status = sim_arrivals_init(
            &self->aanvragen[i], l->periode.month_start, rate, (uint32_t)months,
            wmo_inwoner_id(AANVRAAG_SOURCE + (uint32_t)soort, wijk, 0),
            WMO_PURPOSE_ARRIVAL);
    }
    return status;
}

enum sim_status wmo_bedden_init(struct wmo_bedden *self, const struct wmo_landschap *l)
{
    size_t processes = (size_t)(WMO_VERBLIJF_SOORT_COUNT * l->wijken.count);
    self->items =
        calloc((size_t)l->kortdurend_verblijf.bedden + 1, sizeof *self->items);
    self->wachtenden = calloc(WACHTENDEN_MIN, sizeof *self->wachtenden);
    self->links = calloc(WACHTENDEN_MIN, sizeof *self->links);
    self->aanvragen = calloc(processes, sizeof *self->aanvragen);
    self->rates =
        calloc(processes * (size_t)l->periode.month_count, sizeof *self->rates);
    if (!self->items || !self->wachtenden || !self->links || !self->aanvragen ||
        !self->rates) {
        return SIM_ERR_NO_MEMORY;
    }
    sim_queue_init(&self->lijst, &sim_queue_fifo, self->links);
    enum sim_status status = sim_entity_pool_init(&self->pool, WACHTENDEN_MIN);
    return status == SIM_OK ? init_aanvragen(self, l) : status;
}

void wmo_bedden_free(struct wmo_bedden *self)
{
    free(self->items);
    free(self->wachtenden);
    free(self->links);
    free(self->aanvragen);
    free(self->rates);
    sim_entity_pool_free(&self->pool);
    memset(self, 0, sizeof *self);
}

void wmo_bedden_reset(struct wmo_bedden *self, const struct wmo_landschap *l)
{
    memset(self->items, 0, (size_t)l->kortdurend_verblijf.bedden * sizeof *self->items);
    self->gepland = 0;
    self->van_inwoners = 0;
    sim_resource_init(&self->plaatsen, l->kortdurend_verblijf.bedden);
    sim_entity_pool_reset(&self->pool);
    sim_queue_reset(&self->lijst);
    for (int i = 0; i < WMO_VERBLIJF_SOORT_COUNT * l->wijken.count; i++) {
        sim_arrivals_reset(&self->aanvragen[i]);
    }
}

static enum sim_status grow(struct wmo_bedden *self)
{
    size_t capacity = 2 * (size_t)self->pool.capacity;
    struct wmo_aanvraag *rows =
        realloc(self->wachtenden, capacity * sizeof *self->wachtenden);
    self->wachtenden = rows ? rows : self->wachtenden;
    struct sim_queue_link *links = realloc(self->links, capacity * sizeof *self->links);
    self->links = links ? links : self->links;
    self->lijst.links = self->links;
    return rows && links ? sim_entity_pool_grow(&self->pool) : SIM_ERR_NO_MEMORY;
}

/* --- Counting --- */

static struct wmo_tel *tel_of(struct wmo_gemeente *self, int wijk)
{
    return wmo_record_tel(&self->record, wmo_gemeente_line_sociale_basis(self, wijk));
}

static int64_t night_cents(const struct wmo_gemeente *self, int year_index)
{
    return (int64_t)wmo_kortdurend_verblijf_cents(
        &self->landschap, self->landschap.periode.first_year + year_index);
}

/* The beds and the budget are of the city: both stand at its first wijk. */
void wmo_bedden_new_year(struct wmo_gemeente *self)
{
    const struct wmo_landschap *l = &self->landschap;
    const struct wmo_kortdurend_verblijf *k = &l->kortdurend_verblijf;
    if (k->bedden > 0 && k->post != WMO_NONE) {
        tel_of(self, 0)->kort_begroot_cents += llround(
            100 * k->aandeel_post *
            wmo_begroting_post(&l->begroting, k->post,
                               l->periode.first_year + self->year_index, &l->wijken));
    }
}

void wmo_bedden_flush(struct wmo_gemeente *self)
{
    struct sim_resource *plaatsen = &self->bedden.plaatsen;
    struct wmo_tel *tel = tel_of(self, 0);
    tel->kort_bedden_area +=
        sim_timeavg_flush(&plaatsen->capacity_level, self->engine.now);
    tel->kort_bezet_area += sim_timeavg_flush(&plaatsen->used_level, self->engine.now);
}

/* Notes what happens to who made [aanvraag] at [since]: an inwoner, as it is if it is
 * there still, or somebody of whom nothing else is known. */
static void note(struct wmo_gemeente *self, const struct wmo_aanvraag *aanvraag,
                 sim_time since, enum wmo_journal_kind kind, int64_t count)
{
    if (!self->journal.is_open) {
        return;
    }
    bool is_there = aanvraag->inwoner != 0 &&
                    self->inwoners.rows[aanvraag->row].id == aanvraag->inwoner;
    struct wmo_inwoner who = {
        .id = aanvraag->inwoner != 0 ? aanvraag->inwoner : aanvraag->id,
        .team = WMO_NONE,
        .staff_team = WMO_NONE,
        .zorgvorm = WMO_NONE,
        .wijk = (uint8_t)aanvraag->wijk,
        .doelgroep = WMO_GEEN_DOELGROEP,
        .leeftijdsgroep = WMO_GEEN_LEEFTIJDSGROEP,
    };
    who = is_there ? self->inwoners.rows[aanvraag->row] : who;
    who.aanmelding = since;
    wmo_gemeente_note_as(self, &who, kind, count);
}

/* --- Stays --- */

static int free_bed(const struct wmo_gemeente *self)
{
    for (int b = 0; b < self->landschap.kortdurend_verblijf.bedden; b++) {
        if (self->bedden.items[b].van.id == 0) {
            return b;
        }
    }
    return WMO_NONE;
}

/* A bed for somebody of [soort]; WMO_NONE: there is none. */
static int bed_for(const struct wmo_gemeente *self, enum wmo_verblijf_soort soort)
{
    const struct wmo_kortdurend_verblijf *k = &self->landschap.kortdurend_verblijf;
    bool may_have = soort == WMO_VERBLIJF_LAST_MINUTE ||
                    self->bedden.gepland < k->bedden - k->last_minute_bedden;
    return may_have ? free_bed(self) : WMO_NONE;
}

/* The nights are booked when the stay begins, at the price of that year. */
static enum sim_status begin(struct wmo_gemeente *self, int bed,
                             const struct wmo_aanvraag *aanvraag, sim_time since)
{
    const struct sim_dist *nachten =
        &self->landschap.kortdurend_verblijf.soorten[aanvraag->soort].nachten;
    sim_stream_seek(&self->stream, aanvraag->id, WMO_PURPOSE_NACHTEN);
    double drawn = round(sim_dist_draw(nachten, &self->stream));
    int64_t nights = (int64_t)fmin(fmax(1, drawn), NACHTEN_MAX);
    sim_time now = self->engine.now;
    struct wmo_tel *tel = tel_of(self, aanvraag->wijk);
    tel->kort_verblijven++;
    tel->kort_etmalen += nights;
    WMO_GROOTBOEK_BOOK(self, wmo_gemeente_line_sociale_basis(self, aanvraag->wijk),
                       kort_cents, nights * night_cents(self, self->year_index));
    if (aanvraag->soort == WMO_VERBLIJF_RESPIJT) {
        tel->kort_respijt++;
        tel->kort_wacht += now - since;
    }
    note(self, aanvraag, since, WMO_JOURNAL_BED, nights);
    sim_time tot = now + nights * SIM_DAY;
    self->bedden.items[bed] = (struct wmo_bed){.van = *aanvraag, .tot = tot};
    self->bedden.gepland += aanvraag->soort != WMO_VERBLIJF_LAST_MINUTE;
    sim_resource_force(&self->bedden.plaatsen, 1, now);
    enum sim_status status = sim_engine_schedule(
        &self->engine, tot, WMO_EVENT_EINDE_KORTDUREND, (uint32_t)bed, NULL);
    return status == SIM_OK && aanvraag->inwoner != 0
               ? wmo_respijt_begin(self, aanvraag->row, aanvraag->inwoner, nights)
               : status;
}

static void leave_list(struct wmo_gemeente *self, uint32_t row)
{
    struct wmo_bedden *bedden = &self->bedden;
    sim_engine_cancel(&self->engine, &bedden->wachtenden[row].opgeven);
    sim_queue_leave(&bedden->lijst, row, self->engine.now);
    sim_entity_pool_give_back(&bedden->pool, row);
}

/* Lets begin who waits, in turn. */
static enum sim_status serve(struct wmo_gemeente *self)
{
    struct wmo_bedden *bedden = &self->bedden;
    enum sim_status status = SIM_OK;
    while (bedden->lijst.length > 0 && status == SIM_OK) {
        uint32_t row = sim_queue_first(&bedden->lijst);
        int bed = bed_for(self, bedden->wachtenden[row].soort);
        if (bed == WMO_NONE) {
            break;
        }
        struct wmo_aanvraag aanvraag = bedden->wachtenden[row];
        sim_time since = sim_queue_since(&bedden->lijst, row);
        leave_list(self, row);
        status = begin(self, bed, &aanvraag, since);
    }
    return status;
}

static enum sim_status join_list(struct wmo_gemeente *self,
                                 const struct wmo_aanvraag *aanvraag)
{
    struct wmo_bedden *bedden = &self->bedden;
    sim_time now = self->engine.now;
    uint32_t row;
    enum sim_status status = SIM_OK;
    if (bedden->pool.live_count == bedden->pool.capacity) {
        status = grow(bedden);
    }
    if (status == SIM_OK) {
        status = sim_entity_pool_take(&bedden->pool, &row);
    }
    if (status != SIM_OK) {
        return status;
    }
    bedden->wachtenden[row] = *aanvraag;
    sim_queue_join(&bedden->lijst, row, 0, now, now);
    if (aanvraag->soort != WMO_VERBLIJF_ADEMPAUZE) {
        return SIM_OK;
    }
    double days = self->landschap.kortdurend_verblijf.adempauze_wacht;
    return sim_engine_schedule(&self->engine, now + sim_time_from_days(days),
                               WMO_EVENT_OPGEGEVEN, row,
                               &bedden->wachtenden[row].opgeven);
}

static enum sim_status vraag(struct wmo_gemeente *self, struct wmo_aanvraag aanvraag)
{
    enum wmo_verblijf_soort soort = aanvraag.soort;
    int wijk = aanvraag.wijk;
    tel_of(self, wijk)->kort_aanvragen++;
    note(self, &aanvraag, self->engine.now, WMO_JOURNAL_VRAAGT_BED, 0);
    bool at_once = soort == WMO_VERBLIJF_LAST_MINUTE || self->bedden.lijst.length == 0;
    int bed = at_once ? bed_for(self, soort) : WMO_NONE;
    if (bed != WMO_NONE) {
        return begin(self, bed, &aanvraag, self->engine.now);
    }
    if (soort == WMO_VERBLIJF_LAST_MINUTE) {
        tel_of(self, wijk)->kort_afgewezen++;
        note(self, &aanvraag, self->engine.now, WMO_JOURNAL_GEEN_BED, 0);
        return SIM_OK;
    }
    return join_list(self, &aanvraag);
}

enum sim_status wmo_bedden_vraag(struct wmo_gemeente *self, uint64_t id,
                                 enum wmo_verblijf_soort soort, int wijk)
{
    return vraag(self, (struct wmo_aanvraag){.id = id, .wijk = wijk, .soort = soort});
}

enum sim_status wmo_bedden_vraag_inwoner(struct wmo_gemeente *self, uint32_t row)
{
    const struct wmo_inwoner *inwoner = wmo_gemeente_inwoner(self, row);
    return vraag(
        self, (struct wmo_aanvraag){
                  .id = wmo_inwoner_id(SOURCE_INWONER, 0, ++self->bedden.van_inwoners),
                  .inwoner = inwoner->id,
                  .row = row,
                  .wijk = inwoner->wijk,
                  .soort = WMO_VERBLIJF_RESPIJT});
}

/* --- Events --- */

static enum sim_status plan_next(struct wmo_gemeente *self, int process)
{
    sim_time time = sim_arrivals_next(&self->bedden.aanvragen[process], &self->stream);
    return time == SIM_TIME_NEVER
               ? SIM_OK
               : sim_engine_schedule(&self->engine, time, WMO_EVENT_AANVRAAG,
                                     (uint32_t)process, NULL);
}

enum sim_status wmo_bedden_schedule(struct wmo_gemeente *self)
{
    int processes = WMO_VERBLIJF_SOORT_COUNT * self->landschap.wijken.count;
    enum sim_status status = SIM_OK;
    for (int i = 0; i < processes && status == SIM_OK &&
                    self->landschap.kortdurend_verblijf.bedden > 0;
         i++) {
        status = plan_next(self, i);
    }
    return status;
}

enum sim_status wmo_bedden_aanvraag(void *model, uint32_t process)
{
    struct wmo_gemeente *self = model;
    uint32_t wijken = (uint32_t)self->landschap.wijken.count;
    uint32_t soort = process / wijken;
    int wijk = (int)(process % wijken);
    uint64_t id = wmo_inwoner_id(AANVRAAG_SOURCE + soort, wijk,
                                 self->bedden.aanvragen[process].count);
    enum sim_status status =
        wmo_bedden_vraag(self, id, (enum wmo_verblijf_soort)soort, wijk);
    return status == SIM_OK ? plan_next(self, (int)process) : status;
}

enum sim_status wmo_bedden_opgegeven(void *model, uint32_t row)
{
    struct wmo_gemeente *self = model;
    const struct wmo_aanvraag *aanvraag = &self->bedden.wachtenden[row];
    tel_of(self, aanvraag->wijk)->kort_opgegeven++;
    note(self, aanvraag, sim_queue_since(&self->bedden.lijst, row),
         WMO_JOURNAL_BED_TE_LAAT, 0);
    leave_list(self, row);
    return SIM_OK;
}

enum sim_status wmo_bedden_einde_verblijf(void *model, uint32_t bed)
{
    struct wmo_gemeente *self = model;
    struct wmo_bed *left = &self->bedden.items[bed];
    note(self, &left->van, self->engine.now, WMO_JOURNAL_UIT_BED, 0);
    self->bedden.gepland -= left->van.soort != WMO_VERBLIJF_LAST_MINUTE;
    left->van.id = 0;
    sim_resource_release(&self->bedden.plaatsen, 1, self->engine.now);
    return serve(self);
}

void wmo_bedden_note_left(struct wmo_gemeente *self)
{
    const struct wmo_bedden *bedden = &self->bedden;
    for (uint32_t row = sim_queue_first(&bedden->lijst); row != SIM_ENTITY_NONE;
         row = sim_queue_next(&bedden->lijst, row)) {
        note(self, &bedden->wachtenden[row], sim_queue_since(&bedden->lijst, row),
             WMO_JOURNAL_NOG_OP_BED, 0);
    }
}

/* --- Verification --- */

static bool beds_agree(const struct wmo_gemeente *self)
{
    const struct wmo_kortdurend_verblijf *k = &self->landschap.kortdurend_verblijf;
    const struct wmo_bed *bed = self->bedden.items;
    int used = 0, planned = 0;
    for (int b = 0; b < k->bedden; b++) {
        if (bed[b].van.id == 0) {
            continue;
        }
        used++;
        planned += bed[b].van.soort != WMO_VERBLIJF_LAST_MINUTE;
        for (int other = 0; other < b; other++) {
            if (bed[other].van.id == bed[b].van.id) {
                return false;
            }
        }
        if (bed[b].tot < self->engine.now) {
            return false;
        }
    }
    return used == self->bedden.plaatsen.used && planned == self->bedden.gepland &&
           planned <= k->bedden - k->last_minute_bedden;
}

bool wmo_bedden_agree(const struct wmo_gemeente *self)
{
    const struct wmo_bedden *bedden = &self->bedden;
    const struct wmo_record *record = &self->record;
    int64_t somewhere = bedden->lijst.length, asked = 0;
    for (int y = 0; y <= self->year_index; y++) {
        int64_t cents = 0, nights = 0;
        for (int w = 0; w < self->landschap.wijken.count; w++) {
            int line = wmo_gemeente_line_sociale_basis(self, w);
            const struct wmo_tel *tel = &record->tel[y * record->total_count + line];
            asked += tel->kort_aanvragen;
            somewhere +=
                tel->kort_verblijven + tel->kort_afgewezen + tel->kort_opgegeven;
            cents += tel->kort_cents;
            nights += tel->kort_etmalen;
        }
        if (cents != nights * night_cents(self, y)) {
            return false;
        }
    }
    bool waits_in_vain =
        bedden->lijst.length > 0 && bed_for(self, WMO_VERBLIJF_RESPIJT) != WMO_NONE;
    return asked == somewhere && bedden->lijst.length == bedden->pool.live_count &&
           !waits_in_vain && beds_agree(self);
}
