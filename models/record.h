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

/* The counters of a year on one line, all named here and nowhere else. Counts are of
 * inwoners, times in seconds. The first add up over lines and years. */
/* clang-format off */
#define WMO_TEL_SOMMEN(X)                                                              \
    X(int64_t, aangemeld)                                                              \
    X(int64_t, gestart)                                                                \
    X(int64_t, uitstroom)                                                              \
    X(int64_t, doel_bereikt)    /* of uitstroom, by reason: uitstroom.h */             \
    X(int64_t, naar_wlz)                                                               \
    X(int64_t, naar_participatiewet)                                                   \
    X(int64_t, verhuisd)                                                               \
    X(int64_t, overleden)                                                              \
    X(int64_t, terugval)                                                               \
    X(int64_t, uitval)                                                                 \
    X(int64_t, verschoven)                                                             \
    X(int64_t, geen_plaats)                                                            \
    X(int64_t, wacht)           /* aanmelding to start, over those who started */      \
    X(int64_t, norm_allen)      /* whose norm day fell in the year */                  \
    X(int64_t, norm_binnen)     /* of those, who had started by then */                \
    X(int64_t, lijst_area)      /* inwoners waiting x time */                          \
    X(int64_t, lijst_gewacht)   /* in hours, each weighted by hours waited so far */   \
    X(int64_t, zorg_area)       /* inwoners in care x time */                          \
    X(int64_t, gebruikt_area)   /* minutes a week (or places) in use x time */         \
    X(int64_t, capaciteit_area) /* minutes a week (or places) there are x time */      \
    X(double, fte_area)         /* fte x time */                                       \
    X(int64_t, begroot_cents)                                                          \
    X(int64_t, geboekt_cents)

/* These are levels at the end of the year; they add up over lines only. */
#define WMO_TEL_STANDEN(X)                                                             \
    X(int64_t, lijst_eind) /* inwoners waiting */
/* clang-format on */

#define WMO_TEL_FIELD(type, name) type name;
struct wmo_tel {
    WMO_TEL_SOMMEN(WMO_TEL_FIELD)
    WMO_TEL_STANDEN(WMO_TEL_FIELD)
};
#undef WMO_TEL_FIELD

/* Adds what was counted on another line in the same period. */
void wmo_tel_add_line(struct wmo_tel *sum, const struct wmo_tel *tel);

/* Adds what was counted in a later period: its levels at the end count. */
void wmo_tel_add_period(struct wmo_tel *sum, const struct wmo_tel *tel);

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

/* An inwoner who waited since [aanmelding], and since [op_lijst] on the wachtlijst of
 * [line], leaves that at [now], to start or by uitval. */
void wmo_record_leave(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time op_lijst, sim_time now);

/* Counts the time on the wachtlijst of [line] from [op_lijst] to [now], of somebody who
 * has waited since [aanmelding]: for who leaves the list, and at the end of the run for
 * who is still on it. */
void wmo_record_spell(struct wmo_record *self, int line, sim_time aanmelding,
                      sim_time op_lijst, sim_time now);

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
