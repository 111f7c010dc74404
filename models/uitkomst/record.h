/* models/uitkomst/record.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened, counted per year and line (tel.h has the counters, maand.h the
 * months). A line is an aanbod in a wijk; one more line per aanbod is for what belongs
 * to no single wijk, and the sociale basis has lines of its own. Every inwoner is
 * counted at the start of support, and whoever still waits at the end is carried along:
 * nobody drops out of the statistics.
 */
#ifndef WMO_RECORD_H
#define WMO_RECORD_H

#include "models/landschap/landschap.h"
#include "models/uitkomst/maand.h"
#include "models/uitkomst/tel.h"
#include "sim/statistics/histogram.h"
#include "sim/statistics/timeavg.h"

struct wmo_lijn {
    struct sim_timeavg opschaling, geblokkeerd; /* of those in care: see wens.h */
    struct sim_timeavg wacht, zorg;             /* inwoners, now */
    struct sim_timeavg pgb;                     /* inwoners, now */
    struct sim_timeavg vervoer;                 /* inwoners in care, now */
    struct sim_timeavg verblijf;                /* inwoners from here, now */
    struct sim_timeavg extra; /* minutes a week because of waiting, now */
    int64_t wacht_area;       /* level of [wacht] x time, up to the last flush */
    int64_t gewacht;      /* the same time, summed over inwoners that left the list */
    int64_t aanmeldingen; /* sum of the times of aanmelding of who waits now */
    sim_time gewogen_tot; /* up to here lijst_gewacht is counted */
};

/* Where an inwoner is counted: on the line of its aanbod and wijk, and on that of its
 * zorgvorm and doelgroep in the whole city. */
struct wmo_plek {
    int line, groep;
};

struct wmo_record {
    const struct wmo_landschap *landschap; /* borrowed */
    int line_count;                        /* of an aanbod in a wijk */
    int total_count; /* those, and after them the lines of doelgroepen */
    int year_index;
    struct wmo_tel *tel;         /* [year_count x total_count] owned */
    struct wmo_lijn *lijn;       /* [total_count] owned */
    struct sim_histogram *wacht; /* [year x zorgvorm x (wijk, then doelgroep)] owned */
    struct wmo_maanden maanden;
    int64_t in, out; /* inwoners that came and went, whole run */
};

SIM_MUST_CHECK enum sim_status wmo_record_init(struct wmo_record *self,
                                               const struct wmo_landschap *landschap);
void wmo_record_free(struct wmo_record *self);
void wmo_record_reset(struct wmo_record *self);

/* The line of [aanbod] in [wijk]; wijk WMO_NONE: of no single wijk. The sociale basis
 * is the aanbod after the last. */
int wmo_record_line(const struct wmo_record *self, int aanbod, int wijk);

/* The line of [doelgroep] (WMO_GEEN_DOELGROEP: of nobody's) in [zorgvorm] (WMO_NONE:
 * the sociale basis). */
int wmo_record_line_doelgroep(const struct wmo_record *self, int zorgvorm,
                              int doelgroep);

/* The totals of the present year on [line], to add to. */
static inline struct wmo_tel *wmo_record_tel(struct wmo_record *self, int line)
{
    return &self->tel[self->year_index * self->total_count + line];
}

/* Counts one more [counter], a field of struct wmo_tel, at [plek]. */
#define WMO_RECORD_COUNT(self, plek, counter)      \
    (wmo_record_tel(self, (plek).line)->counter++, \
     wmo_record_tel(self, (plek).groep)->counter++)

/* Waits in hours of who started in [zorgvorm] in a year; [slot] is a wijk, or, from the
 * number of wijken on, a doelgroep. */
static inline struct sim_histogram *
wmo_record_wacht(const struct wmo_record *self, int year_index, int zorgvorm, int slot)
{
    const struct wmo_landschap *l = self->landschap;
    int slots = l->wijken.count + l->doelgroepen.count;
    return &self->wacht[(year_index * l->zorgvormen.count + zorgvorm) * slots + slot];
}

/* Terms with a last day, of which is counted how many were within it. */
enum wmo_termijn { WMO_TERMIJN_NORM, WMO_TERMIJN_ONDERZOEK, WMO_TERMIJN_BESLUIT };

/* Counts somebody at [plek] in the period of [last], the last day of term [which], if
 * that is in the run. */
void wmo_record_term(struct wmo_record *self, struct wmo_plek plek,
                     enum wmo_termijn which, sim_time last, bool within);

/* An inwoner who waits since [aanmelding] joins the wachtlijst at [plek] at [now]. */
void wmo_record_join(struct wmo_record *self, struct wmo_plek plek, sim_time aanmelding,
                     sim_time now);

/* An inwoner who waited since [aanmelding], and since [op_lijst] on the wachtlijst at
 * [plek], leaves that at [now], to start or by uitval. */
void wmo_record_leave(struct wmo_record *self, struct wmo_plek plek,
                      sim_time aanmelding, sim_time op_lijst, sim_time now);

/* Someone at [plek] has waited from [aanmelding] to [now]: may be the longest wait. */
void wmo_record_longest(struct wmo_record *self, struct wmo_plek plek,
                        sim_time aanmelding, sim_time now);

/* Support starts at [now] after an aanmelding at [aanmelding], waited for or not. */
void wmo_record_start(struct wmo_record *self, struct wmo_plek plek, int zorgvorm,
                      int wijk, int doelgroep, sim_time aanmelding, sim_time now);

/* Who starts so was urgent. */
void wmo_record_start_urgent(struct wmo_record *self, struct wmo_plek plek,
                             sim_time aanmelding, sim_time now);

/* [step] more inwoners in care at [plek]. */
void wmo_record_care(struct wmo_record *self, struct wmo_plek plek, int step,
                     sim_time now);

/* The same of who comes with transport. */
void wmo_record_vervoer(struct wmo_record *self, struct wmo_plek plek, int step,
                        sim_time now);

/* The same for support that an inwoner buys with a pgb. */
void wmo_record_pgb(struct wmo_record *self, struct wmo_plek plek, int step,
                    sim_time now);

/* Someone who has waited since [aanmelding] gives up at [now], or is still waiting at
 * the end of the run: counts for the norm if the norm day has passed. */
void wmo_record_not_started(struct wmo_record *self, struct wmo_plek plek,
                            sim_time aanmelding, sim_time now);

/* Counts the levels of all lines up to [now]: before a month or year is closed. */
void wmo_record_flush(struct wmo_record *self, sim_time now);

/* Closes month [month], counted from the start of the run, of the present year. */
void wmo_record_close_month(struct wmo_record *self, int month);

#endif
