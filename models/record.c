/* models/record.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/record.h"

#include <stdlib.h>
#include <string.h>

#define ADD(type, name) sum->name += tel->name;
#define SET(type, name) sum->name = tel->name;

void wmo_tel_add_line(struct wmo_tel *sum, const struct wmo_tel *tel)
{
    WMO_TEL_SOMMEN(ADD)
    WMO_TEL_STANDEN(ADD)
}

void wmo_tel_add_period(struct wmo_tel *sum, const struct wmo_tel *tel)
{
    WMO_TEL_SOMMEN(ADD)
    WMO_TEL_STANDEN(SET)
}

#undef ADD
#undef SET

static size_t tel_count(const struct wmo_record *self)
{
    return (size_t)(self->landschap->periode.year_count * self->line_count);
}

static size_t histogram_count(const struct wmo_record *self)
{
    return (size_t)(self->landschap->periode.year_count *
                    self->landschap->zorgvormen.count * self->landschap->wijken.count);
}

enum sim_status wmo_record_init(struct wmo_record *self,
                                const struct wmo_landschap *landschap)
{
    self->landschap = landschap;
    self->line_count =
        (landschap->aanbieders.aanbod_count + 1) * (landschap->wijken.count + 1);
    self->tel = calloc(tel_count(self), sizeof *self->tel);
    self->lijn = calloc((size_t)self->line_count, sizeof *self->lijn);
    self->wacht = calloc(histogram_count(self), sizeof *self->wacht);
    return self->tel && self->lijn && self->wacht ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void wmo_record_free(struct wmo_record *self)
{
    free(self->tel);
    free(self->lijn);
    free(self->wacht);
    memset(self, 0, sizeof *self);
}

void wmo_record_reset(struct wmo_record *self)
{
    memset(self->tel, 0, tel_count(self) * sizeof *self->tel);
    memset(self->lijn, 0, (size_t)self->line_count * sizeof *self->lijn);
    memset(self->wacht, 0, histogram_count(self) * sizeof *self->wacht);
    self->year_index = 0;
    self->in = 0;
    self->out = 0;
}

int wmo_record_line(const struct wmo_record *self, int aanbod, int wijk)
{
    int wijk_count = self->landschap->wijken.count;
    return aanbod * (wijk_count + 1) + (wijk == WMO_NONE ? wijk_count : wijk);
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

static struct wmo_tel *tel_of_year(struct wmo_record *self, int year, int line)
{
    return &self->tel[year * self->line_count + line];
}

void wmo_record_join(struct wmo_record *self, int line, sim_time now)
{
    sim_timeavg_add(&self->lijn[line].wacht, 1, now);
}

void wmo_record_leave(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time op_lijst, sim_time now)
{
    sim_timeavg_add(&self->lijn[line].wacht, -1, now);
    wmo_record_spell(self, line, aanmelding, op_lijst, now);
}

/* The time waited so far is integrated over the spell, cut at the turn of the years. In
 * whole numbers, so that the order in which inwoners are counted does not matter. */
void wmo_record_spell(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time op_lijst, sim_time now)
{
    sim_time from = op_lijst;
    self->lijn[line].gewacht += now - from;
    for (int year = year_of(self, from); from < now; year++) {
        sim_time next = self->landschap->periode.year_start[year + 1];
        sim_time to = now < next ? now : next;
        sim_time mean_twice = (from - aanmelding) + (to - aanmelding);
        tel_of_year(self, year, line)->lijst_gewacht +=
            (to - from) * mean_twice / (2 * 3600);
        from = to;
    }
}

/* The totals of the year in which the norm day falls, NULL when outside the run. */
static struct wmo_tel *norm_tel(struct wmo_record *self, int line, sim_time norm_day)
{
    const struct wmo_periode *periode = &self->landschap->periode;
    if (norm_day < 0 || norm_day >= periode->year_start[periode->year_count]) {
        return NULL;
    }
    return tel_of_year(self, year_of(self, norm_day), line);
}

void wmo_record_start(struct wmo_record *self, int line, int zorgvorm, int wijk,
                      sim_time aanmelding, sim_time now)
{
    struct wmo_tel *tel = wmo_record_tel(self, line);
    tel->gestart++;
    tel->wacht += now - aanmelding;
    sim_histogram_add(wmo_record_wacht(self, self->year_index, zorgvorm, wijk),
                      (now - aanmelding) / 3600);
    sim_time norm_day = aanmelding + self->landschap->norm_days * SIM_DAY;
    struct wmo_tel *norm = norm_tel(self, line, norm_day);
    if (norm) {
        norm->norm_allen++;
        norm->norm_binnen += now <= norm_day;
    }
}

void wmo_record_not_started(struct wmo_record *self, int line, sim_time aanmelding,
                            sim_time now)
{
    sim_time norm_day = aanmelding + self->landschap->norm_days * SIM_DAY;
    struct wmo_tel *norm = now >= norm_day ? norm_tel(self, line, norm_day) : NULL;
    if (norm) {
        norm->norm_allen++;
    }
}

void wmo_record_close_year(struct wmo_record *self, sim_time now)
{
    for (int line = 0; line < self->line_count; line++) {
        struct wmo_tel *tel = wmo_record_tel(self, line);
        struct wmo_lijn *lijn = &self->lijn[line];
        tel->lijst_area = sim_timeavg_flush(&lijn->wacht, now);
        tel->zorg_area = sim_timeavg_flush(&lijn->zorg, now);
        tel->lijst_eind = lijn->wacht.level;
        lijn->wacht_area += tel->lijst_area;
    }
}
