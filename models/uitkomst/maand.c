/* models/uitkomst/maand.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/maand.h"

#include <stdlib.h>
#include <string.h>

static size_t tel_count(const struct wmo_maanden *self)
{
    return (size_t)self->landschap->periode.month_count * (size_t)self->column_count;
}

enum sim_status wmo_maanden_init(struct wmo_maanden *self,
                                 const struct wmo_landschap *landschap)
{
    enum wmo_maanden_van van = landschap->maanden;
    self->landschap = landschap;
    self->wijk_count = van == WMO_MAANDEN_WIJKEN ? landschap->wijken.count : 0;
    self->column_count = van == WMO_MAANDEN_GEEN ? 0
                                                 : (landschap->zorgvormen.count + 1) *
                                                       (self->wijk_count + 1);
    self->tel = calloc(tel_count(self) + 1, sizeof *self->tel);
    self->past = calloc(2 * (size_t)self->column_count + 1, sizeof *self->past);
    return self->tel && self->past ? SIM_OK : SIM_ERR_NO_MEMORY;
}

void wmo_maanden_free(struct wmo_maanden *self)
{
    free(self->tel);
    free(self->past);
    memset(self, 0, sizeof *self);
}

void wmo_maanden_reset(struct wmo_maanden *self)
{
    memset(self->tel, 0, tel_count(self) * sizeof *self->tel);
}

int wmo_maanden_column(const struct wmo_maanden *self, int line)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap->aanbieders;
    int slots = self->landschap->wijken.count + 1;
    int aanbod = line / slots, wijk = line % slots;
    int zorgvorm = aanbod < aanbieders->aanbod_count
                       ? aanbieders->aanbod[aanbod].zorgvorm
                       : WMO_NONE;
    return (1 + zorgvorm) * (self->wijk_count + 1) +
           (wijk < self->wijk_count ? wijk : self->wijk_count);
}

int wmo_maanden_zorgvorm(const struct wmo_maanden *self, int column)
{
    return column / (self->wijk_count + 1) - 1;
}

int wmo_maanden_wijk(const struct wmo_maanden *self, int column)
{
    int wijk = column % (self->wijk_count + 1);
    return wijk < self->wijk_count ? wijk : self->landschap->wijken.count;
}

void wmo_maanden_close(struct wmo_maanden *self, int month, const struct wmo_tel *lines,
                       int line_count)
{
    struct wmo_tel *before = self->past;
    struct wmo_tel *whole = self->past + self->column_count;
    size_t size = (size_t)self->column_count * sizeof *whole;
    if (self->column_count == 0) {
        return;
    }
    if (month % 12 == 0) {
        memset(before, 0, size);
    }
    memset(whole, 0, size);
    for (int line = 0; line < line_count; line++) {
        wmo_tel_add_line(&whole[wmo_maanden_column(self, line)], &lines[line]);
    }
    for (int column = 0; column < self->column_count; column++) {
        wmo_tel_subtract(wmo_maanden_tel(self, month, column), &whole[column],
                         &before[column]);
    }
    memcpy(before, whole, size);
}
