/* models/uitkomst/record.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/record.h"

#include <stdlib.h>
#include <string.h>

static size_t tel_count(const struct wmo_record *self)
{
    return (size_t)(self->landschap->periode.year_count * self->total_count);
}

static size_t histogram_count(const struct wmo_record *self)
{
    return (
        size_t)(self->landschap->periode.year_count *
                self->landschap->zorgvormen.count *
                (self->landschap->wijken.count + self->landschap->doelgroepen.count));
}

enum sim_status wmo_record_init(struct wmo_record *self,
                                const struct wmo_landschap *landschap)
{
    self->landschap = landschap;
    self->line_count =
        (landschap->aanbieders.aanbod_count + 1) * (landschap->wijken.count + 1);
    self->total_count = self->line_count + (landschap->zorgvormen.count + 1) *
                                               (landschap->doelgroepen.count + 1);
    self->tel = calloc(tel_count(self), sizeof *self->tel);
    self->lijn = calloc((size_t)self->total_count, sizeof *self->lijn);
    self->wacht = calloc(histogram_count(self), sizeof *self->wacht);
    return self->tel && self->lijn && self->wacht
               ? wmo_maanden_init(&self->maanden, landschap)
               : SIM_ERR_NO_MEMORY;
}

void wmo_record_free(struct wmo_record *self)
{
    free(self->tel);
    free(self->lijn);
    free(self->wacht);
    wmo_maanden_free(&self->maanden);
    memset(self, 0, sizeof *self);
}

void wmo_record_reset(struct wmo_record *self)
{
    memset(self->tel, 0, tel_count(self) * sizeof *self->tel);
    memset(self->lijn, 0, (size_t)self->total_count * sizeof *self->lijn);
    memset(self->wacht, 0, histogram_count(self) * sizeof *self->wacht);
    wmo_maanden_reset(&self->maanden);
    self->year_index = 0;
    self->in = 0;
    self->out = 0;
}

int wmo_record_line(const struct wmo_record *self, int aanbod, int wijk)
{
    int wijk_count = self->landschap->wijken.count;
    return aanbod * (wijk_count + 1) + (wijk == WMO_NONE ? wijk_count : wijk);
}

int wmo_record_line_doelgroep(const struct wmo_record *self, int zorgvorm,
                              int doelgroep)
{
    int count = self->landschap->doelgroepen.count;
    return self->line_count + (1 + zorgvorm) * (count + 1) +
           (doelgroep < count ? doelgroep : count);
}

/* The year in which [time] falls; the end of the run belongs to the last. */
static int year_of(const struct wmo_record *self, sim_time time)
{
    const sim_time *start = self->landschap->periode.year_start;
    int year = self->year_index;
    while (year > 0 && time < start[year]) {
        year--;
    }
    while (year < self->landschap->periode.year_count - 1 && time >= start[year + 1]) {
        year++;
    }
    return year;
}

/* The time waited so far by everyone on [line] is integrated up to [now]: it rises by
 * one second per inwoner and second, so its mean since the last time is that halfway.
 */
static void weigh(struct wmo_record *self, int line, sim_time now)
{
    struct wmo_lijn *lijn = &self->lijn[line];
    int64_t waited_twice =
        lijn->wacht.level * (lijn->gewogen_tot + now) - 2 * lijn->aanmeldingen;
    wmo_record_tel(self, line)->lijst_gewacht +=
        (double)waited_twice * (double)(now - lijn->gewogen_tot) / (2.0 * 3600);
    lijn->gewogen_tot = now;
}

static void join(struct wmo_record *self, int line, sim_time aanmelding, sim_time now)
{
    weigh(self, line, now);
    self->lijn[line].aanmeldingen += aanmelding;
    sim_timeavg_add(&self->lijn[line].wacht, 1, now);
}

void wmo_record_join(struct wmo_record *self, struct wmo_plek plek, sim_time aanmelding,
                     sim_time now)
{
    join(self, plek.line, aanmelding, now);
    join(self, plek.groep, aanmelding, now);
}

static void longest(struct wmo_tel *tel, int64_t waited)
{
    tel->langste_wacht = waited > tel->langste_wacht ? waited : tel->langste_wacht;
}

void wmo_record_longest(struct wmo_record *self, struct wmo_plek plek,
                        sim_time aanmelding, sim_time now)
{
    longest(wmo_record_tel(self, plek.line), now - aanmelding);
    longest(wmo_record_tel(self, plek.groep), now - aanmelding);
}

static void leave(struct wmo_record *self, int line, sim_time aanmelding,
                  sim_time op_lijst, sim_time now)
{
    weigh(self, line, now);
    self->lijn[line].aanmeldingen -= aanmelding;
    sim_timeavg_add(&self->lijn[line].wacht, -1, now);
    self->lijn[line].gewacht += now - op_lijst;
}

void wmo_record_leave(struct wmo_record *self, struct wmo_plek plek,
                      sim_time aanmelding, sim_time op_lijst, sim_time now)
{
    leave(self, plek.line, aanmelding, op_lijst, now);
    leave(self, plek.groep, aanmelding, op_lijst, now);
    wmo_record_longest(self, plek, aanmelding, now);
}

static void count_term(struct wmo_tel *tel, enum wmo_termijn which, bool within)
{
    switch (which) {
    case WMO_TERMIJN_NORM:
        tel->norm_allen++;
        tel->norm_binnen += within;
        break;
    case WMO_TERMIJN_ONDERZOEK:
        tel->onderzoek_allen++;
        tel->onderzoek_binnen += within;
        break;
    case WMO_TERMIJN_BESLUIT:
        tel->besluit_allen++;
        tel->besluit_binnen += within;
        break;
    }
}

void wmo_record_term(struct wmo_record *self, struct wmo_plek plek,
                     enum wmo_termijn which, sim_time last, bool within)
{
    const struct wmo_periode *periode = &self->landschap->periode;
    if (last < 0 || last >= periode->year_start[periode->year_count]) {
        return;
    }
    int year = year_of(self, last);
    count_term(&self->tel[year * self->total_count + plek.line], which, within);
    count_term(&self->tel[year * self->total_count + plek.groep], which, within);
    if (self->maanden.column_count > 0) {
        int month = wmo_landschap_month(self->landschap, year, last);
        int column = wmo_maanden_column(&self->maanden, plek.line);
        count_term(wmo_maanden_tel(&self->maanden, month, column), which, within);
    }
}

static void start(struct wmo_tel *tel, int64_t waited)
{
    tel->gestart++;
    tel->wacht += waited;
}

void wmo_record_start(struct wmo_record *self, struct wmo_plek plek, int zorgvorm,
                      int wijk, int doelgroep, sim_time aanmelding, sim_time now)
{
    const struct wmo_landschap *l = self->landschap;
    start(wmo_record_tel(self, plek.line), now - aanmelding);
    start(wmo_record_tel(self, plek.groep), now - aanmelding);
    int64_t hours = (now - aanmelding) / 3600;
    sim_histogram_add(wmo_record_wacht(self, self->year_index, zorgvorm, wijk), hours);
    if (doelgroep < l->doelgroepen.count) {
        sim_histogram_add(wmo_record_wacht(self, self->year_index, zorgvorm,
                                           l->wijken.count + doelgroep),
                          hours);
    }
    sim_time norm_day = aanmelding + l->norm_days * SIM_DAY;
    wmo_record_term(self, plek, WMO_TERMIJN_NORM, norm_day, now <= norm_day);
}

void wmo_record_start_urgent(struct wmo_record *self, struct wmo_plek plek,
                             sim_time aanmelding, sim_time now)
{
    struct wmo_tel *tel[2] = {wmo_record_tel(self, plek.line),
                              wmo_record_tel(self, plek.groep)};
    for (int i = 0; i < 2; i++) {
        tel[i]->gestart_urgent++;
        tel[i]->wacht_urgent += now - aanmelding;
    }
}

void wmo_record_care(struct wmo_record *self, struct wmo_plek plek, int step,
                     sim_time now)
{
    sim_timeavg_add(&self->lijn[plek.line].zorg, step, now);
    sim_timeavg_add(&self->lijn[plek.groep].zorg, step, now);
}

void wmo_record_vervoer(struct wmo_record *self, struct wmo_plek plek, int step,
                        sim_time now)
{
    sim_timeavg_add(&self->lijn[plek.line].vervoer, step, now);
    sim_timeavg_add(&self->lijn[plek.groep].vervoer, step, now);
}

void wmo_record_pgb(struct wmo_record *self, struct wmo_plek plek, int step,
                    sim_time now)
{
    sim_timeavg_add(&self->lijn[plek.line].pgb, step, now);
    sim_timeavg_add(&self->lijn[plek.groep].pgb, step, now);
}

void wmo_record_not_started(struct wmo_record *self, struct wmo_plek plek,
                            sim_time aanmelding, sim_time now)
{
    sim_time norm_day = aanmelding + self->landschap->norm_days * SIM_DAY;
    if (now >= norm_day) {
        wmo_record_term(self, plek, WMO_TERMIJN_NORM, norm_day, false);
    }
}

void wmo_record_flush(struct wmo_record *self, sim_time now)
{
    for (int line = 0; line < self->total_count; line++) {
        struct wmo_tel *tel = wmo_record_tel(self, line);
        struct wmo_lijn *lijn = &self->lijn[line];
        int64_t waited = sim_timeavg_flush(&lijn->wacht, now);
        weigh(self, line, now);
        tel->lijst_area += waited;
        tel->zorg_area += sim_timeavg_flush(&lijn->zorg, now);
        tel->opschaling_area += sim_timeavg_flush(&lijn->opschaling, now);
        tel->geblokkeerd_area += sim_timeavg_flush(&lijn->geblokkeerd, now);
        tel->vervoer_area += sim_timeavg_flush(&lijn->vervoer, now);
        tel->pgb_area += sim_timeavg_flush(&lijn->pgb, now);
        tel->lijst_eind = lijn->wacht.level;
        lijn->wacht_area += waited;
    }
}

void wmo_record_close_month(struct wmo_record *self, int month)
{
    wmo_maanden_close(&self->maanden, month,
                      &self->tel[self->year_index * self->total_count],
                      self->line_count);
}
