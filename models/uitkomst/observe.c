/* models/uitkomst/observe.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/observe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The levels: for each zorgvorm in care and on the wachtlijst, and last the sociale
 * basis, which has no wachtlijst. */
static int level_count(const struct wmo_landschap *landschap)
{
    return 2 * landschap->zorgvormen.count + 1;
}

/* --- Names --- */

struct naming {
    const char *measure, *title; /* what is counted */
};

static const struct naming IN_ZORG = {"inwoners_in_zorg", "in zorg"};
static const struct naming WACHTLIJST = {"wachtlijst", "wachtlijst"};

static size_t text_size(const struct wmo_zorgvorm *zorgvorm)
{
    return strlen(zorgvorm->naam) + strlen(zorgvorm->titel) +
           sizeof "inwoners_in_zorg." + sizeof ", wachtlijst";
}

/* Writes name and title at [*free], and moves that on. */
static struct sim_level make_level(const struct naming *naming,
                                   const struct wmo_zorgvorm *zorgvorm, char **free)
{
    char *name = *free;
    char *title = name + sprintf(name, "%s.%s", naming->measure, zorgvorm->naam) + 1;
    *free = title + sprintf(title, "%s, %s", zorgvorm->titel, naming->title) + 1;
    return (struct sim_level){name, "inwoners", title};
}

enum sim_status wmo_observe_init(struct wmo_observe *self,
                                 const struct wmo_landschap *landschap)
{
    const struct wmo_zorgvormen *zorgvormen = &landschap->zorgvormen;
    size_t size = 1;
    for (int z = 0; z < zorgvormen->count; z++) {
        size += 2 * text_size(&zorgvormen->items[z]);
    }
    memset(self, 0, sizeof *self);
    self->items = calloc((size_t)level_count(landschap), sizeof *self->items);
    self->texts = malloc(size);
    if (!self->items || !self->texts) {
        return SIM_ERR_NO_MEMORY;
    }
    char *free = self->texts;
    for (int z = 0; z < zorgvormen->count; z++) {
        const struct wmo_zorgvorm *zorgvorm = &zorgvormen->items[z];
        self->items[2 * z] = make_level(&IN_ZORG, zorgvorm, &free);
        self->items[2 * z + 1] = make_level(&WACHTLIJST, zorgvorm, &free);
    }
    self->items[2 * zorgvormen->count] = (struct sim_level){
        "inwoners_in_zorg.sociale_basis", "inwoners", "sociale basis, in gebruik"};
    self->levels = (struct sim_levels){self->items, level_count(landschap)};
    return SIM_OK;
}

void wmo_observe_free(struct wmo_observe *self)
{
    free(self->items);
    free(self->texts);
    memset(self, 0, sizeof *self);
}

/* --- Looking --- */

/* Adds the levels of an aanbod (or the sociale basis) in all wijken. */
static void add_lines(const struct wmo_record *record, int aanbod, double *in_zorg,
                      double *wachtlijst)
{
    for (int wijk = WMO_NONE; wijk < record->landschap->wijken.count; wijk++) {
        const struct wmo_lijn *lijn =
            &record->lijn[wmo_record_line(record, aanbod, wijk)];
        *in_zorg += (double)lijn->zorg.level;
        *wachtlijst += (double)lijn->wacht.level;
    }
}

void wmo_observe_look(const struct wmo_gemeente *gemeente, double *values)
{
    const struct wmo_landschap *landschap = &gemeente->landschap;
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    double none = 0;
    for (int i = 0; i < level_count(landschap); i++) {
        values[i] = 0;
    }
    for (int a = 0; a < aanbieders->aanbod_count; a++) {
        double *levels = &values[2 * aanbieders->aanbod[a].zorgvorm];
        add_lines(&gemeente->record, a, &levels[0], &levels[1]);
    }
    add_lines(&gemeente->record, aanbieders->aanbod_count,
              &values[2 * landschap->zorgvormen.count], &none);
}
