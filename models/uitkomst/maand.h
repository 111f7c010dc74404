/* models/uitkomst/maand.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The counters per month. Everything is counted on the lines of the year; at the end of
 * a month the lines are added up per zorgvorm (and wijk), and what was there at the end
 * of the month before is taken off. So a new counter has its months by itself, and a
 * month costs one pass over the lines.
 */
#ifndef WMO_MAAND_H
#define WMO_MAAND_H

#include "models/landschap/landschap.h"
#include "models/uitkomst/tel.h"

struct wmo_maanden {
    const struct wmo_landschap *landschap; /* borrowed */
    int wijk_count;      /* wijken kept apart, each with its months; 0: only the city */
    int column_count;    /* 0: no months are kept */
    struct wmo_tel *tel; /* [month_count x column_count] owned */
    struct wmo_tel *past; /* [2 x column_count] owned; the year so far: at the end of
                             the last month, and work space */
};

SIM_MUST_CHECK enum sim_status wmo_maanden_init(struct wmo_maanden *self,
                                                const struct wmo_landschap *landschap);
void wmo_maanden_free(struct wmo_maanden *self);
void wmo_maanden_reset(struct wmo_maanden *self);

/* The column of line [line] (see record.h), when months are kept: a zorgvorm, after the
 * sociale basis, and a wijk, before the one for what belongs to no single wijk. */
int wmo_maanden_column(const struct wmo_maanden *self, int line);

/* The zorgvorm (the sociale basis: WMO_NONE) and wijk (no single one: the number of
 * wijken) of column [column]. */
int wmo_maanden_zorgvorm(const struct wmo_maanden *self, int column);
int wmo_maanden_wijk(const struct wmo_maanden *self, int column);

/* What was counted in column [column] of month [month] from the start. */
static inline struct wmo_tel *wmo_maanden_tel(const struct wmo_maanden *self, int month,
                                              int column)
{
    return &self->tel[month * self->column_count + column];
}

/* Closes month [month], given the [line_count] lines of its year so far. */
void wmo_maanden_close(struct wmo_maanden *self, int month, const struct wmo_tel *lines,
                       int line_count);

#endif
