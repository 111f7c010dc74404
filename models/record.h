/* models/record.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened, counted per year and line. A line is an aanbod in a wijk; one more
 * line per aanbod is for what belongs to no single wijk, and the sociale basis has
 * lines of its own. Every inwoner is counted at the start of support, and whoever
 * still waits at the end is carried along: nobody drops out of the statistics.
 */
#ifndef WMO_RECORD_H
#define WMO_RECORD_H

#include "models/landschap.h"
#include "sim/statistics/histogram.h"
#include "sim/statistics/timeavg.h"

/* Totals of one year on one line. Times in seconds. */
struct wmo_tel {
    int64_t aangemeld, gestart, uitstroom, uitval, verschoven, geen_plaats;
    int64_t wacht;           /* aanmelding to start, over those who started */
    int64_t norm_allen;      /* whose norm day fell in the year */
    int64_t norm_binnen;     /* of those, who had started by then */
    int64_t lijst_area;      /* inwoners waiting x time */
    int64_t lijst_gewacht;   /* the same, each weighted by hours waited so far */
    int64_t lijst_eind;      /* waiting at the end of the year */
    int64_t zorg_area;       /* inwoners in care x time */
    int64_t gebruikt_area;   /* minutes a week (or places) in use x time */
    int64_t capaciteit_area; /* minutes a week (or places) there are x time */
    double fte_area;         /* fte x time */
    int64_t begroot_cents, geboekt_cents;
};

struct wmo_lijn {
    struct sim_timeavg wacht, zorg; /* inwoners, now */
    int64_t wacht_area; /* level of [wacht] x time in the years closed so far */
    int64_t gewacht;    /* the same time, summed over inwoners that left the list */
};

struct wmo_record {
    const struct wmo_landschap *landschap; /* borrowed */
    int line_count;
    int year_index;
    struct wmo_tel *tel;         /* [year_count x line_count] owned */
    struct wmo_lijn *lijn;       /* [line_count] owned */
    struct sim_histogram *wacht; /* [year x zorgvorm x wijk] owned; hours */
    int64_t in, out;             /* inwoners that came and went, whole run */
};

SIM_MUST_CHECK enum sim_status wmo_record_init(struct wmo_record *self,
                                               const struct wmo_landschap *landschap);
void wmo_record_free(struct wmo_record *self);
void wmo_record_reset(struct wmo_record *self);

/* The line of [aanbod] in [wijk]; wijk WMO_NONE: of no single wijk. The sociale basis
 * is the aanbod after the last. */
int wmo_record_line(const struct wmo_record *self, int aanbod, int wijk);

/* The totals of the present year on [line], to add to. */
static inline struct wmo_tel *wmo_record_tel(struct wmo_record *self, int line)
{
    return &self->tel[self->year_index * self->line_count + line];
}

static inline struct sim_histogram *
wmo_record_wacht(const struct wmo_record *self, int year_index, int zorgvorm, int wijk)
{
    return &self->wacht[(year_index * self->landschap->zorgvormen.count + zorgvorm) *
                            self->landschap->wijken.count +
                        wijk];
}

/* An inwoner joins the wachtlijst of [line] at [now]. */
void wmo_record_join(struct wmo_record *self, int line, sim_time now);

/* An inwoner who waited since [aanmelding] leaves the wachtlijst of [line] at [now], to
 * start or by uitval. */
void wmo_record_leave(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time now);

/* Counts the time waited from [aanmelding] to [now] on [line]: for who leaves the list,
 * and at the end of the run for who is still on it. */
void wmo_record_spell(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time now);

/* Support starts at [now] after an aanmelding at [aanmelding], waited for or not. */
void wmo_record_start(struct wmo_record *self, int line, int zorgvorm, int wijk,
                      sim_time aanmelding, sim_time now);

/* Someone who has waited since [aanmelding] gives up at [now], or is still waiting at
 * the end of the run: counts for the norm if the norm day has passed. */
void wmo_record_not_started(struct wmo_record *self, int line, sim_time aanmelding,
                            sim_time now);

/* Closes the present year at [now] on every line: levels become areas. */
void wmo_record_close_year(struct wmo_record *self, sim_time now);

#endif
