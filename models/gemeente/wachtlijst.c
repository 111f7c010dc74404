/* models/gemeente/wachtlijst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/gemeente/wachtlijst.h"

#include <assert.h>
#include <stdlib.h>

/* A class of urgentie is worth more than any difference in time. */
#define CLASS_RANK ((int64_t)1 << 54)

static int line_count(const struct wmo_wachtlijst *self)
{
    return WMO_WACHTLIJST_LIJNEN * self->wijken * self->soorten;
}

enum sim_status wmo_wachtlijst_init(struct wmo_wachtlijst *self, bool by_urgentie,
                                    int wijken, int soorten)
{
    *self = (struct wmo_wachtlijst){
        .wijken = wijken, .soorten = soorten, .by_urgentie = by_urgentie};
    self->lijn = calloc((size_t)line_count(self), sizeof *self->lijn);
    if (!self->lijn) {
        return SIM_ERR_NO_MEMORY;
    }
    wmo_wachtlijst_reset(self);
    return SIM_OK;
}

void wmo_wachtlijst_free(struct wmo_wachtlijst *self)
{
    free(self->lijn);
    self->lijn = NULL;
}

void wmo_wachtlijst_reset(struct wmo_wachtlijst *self)
{
    self->length = 0;
    self->version++;
    self->minutes = 0;
    self->in_use = 0;
    self->least = INT32_MAX;
    for (int line = 0; line < line_count(self); line++) {
        self->lijn[line] = SIM_FIRST_FIT_EMPTY;
    }
}

void wmo_wachtlijst_join(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                         uint32_t row)
{
    const struct wmo_inwoner *inwoner = &inwoners->rows[row];
    int specialisme = inwoner->specialisme;
    assert(specialisme < WMO_WACHTLIJST_LIJNEN);
    int64_t rank = inwoner->aanmelding;
    if (self->by_urgentie) {
        rank += inwoner->urgentie * CLASS_RANK;
    }
    sim_first_fit_join(&inwoners->wachtenden, wmo_wachtlijst_line_of(self, inwoner),
                       row, rank, inwoner->minutes);
    self->in_use |= 1u << specialisme;
    self->least = inwoner->minutes < self->least ? inwoner->minutes : self->least;
    self->length++;
    self->version++;
    self->minutes += inwoner->minutes;
}

/* The fewest minutes that anybody who needs [specialisme] asks; INT32_MAX: nobody. */
static int32_t least_of(const struct wmo_wachtlijst *self,
                        const struct wmo_inwoners *inwoners, int specialisme)
{
    int32_t least = INT32_MAX;
    int lines = self->wijken * self->soorten;
    for (int line = 0; line < lines; line++) {
        int32_t here = sim_first_fit_least(&inwoners->wachtenden,
                                           self->lijn[specialisme * lines + line]);
        least = here < least ? here : least;
    }
    return least;
}

static void find_least(struct wmo_wachtlijst *self, const struct wmo_inwoners *inwoners)
{
    self->least = INT32_MAX;
    for (int s = wmo_wachtlijst_next_asked(self, -1); s < WMO_WACHTLIJST_LIJNEN;
         s = wmo_wachtlijst_next_asked(self, s)) {
        int32_t least = least_of(self, inwoners, s);
        self->least = least < self->least ? least : self->least;
    }
}

void wmo_wachtlijst_leave(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                          uint32_t row)
{
    const struct wmo_inwoner *inwoner = &inwoners->rows[row];
    int specialisme = inwoner->specialisme;
    assert(self->length > 0);
    sim_first_fit_leave(&inwoners->wachtenden, wmo_wachtlijst_line_of(self, inwoner),
                        row);
    if (least_of(self, inwoners, specialisme) == INT32_MAX) {
        self->in_use &= ~(1u << specialisme);
    }
    if (inwoner->minutes == self->least) {
        find_least(self, inwoners);
    }
    self->length--;
    self->version++;
    self->minutes -= inwoners->rows[row].minutes;
}

/* The earlier of two inwoners, either of whom may be nobody. */
static uint32_t earlier(const struct wmo_inwoners *inwoners, uint32_t a, uint32_t b)
{
    if (a == SIM_ENTITY_NONE || b == SIM_ENTITY_NONE) {
        return a == SIM_ENTITY_NONE ? b : a;
    }
    return sim_first_fit_is_before(&inwoners->wachtenden, a, b) ? a : b;
}

uint32_t wmo_wachtlijst_first(const struct wmo_wachtlijst *self,
                              const struct wmo_inwoners *inwoners)
{
    uint32_t first = SIM_ENTITY_NONE;
    for (int line = 0; line < line_count(self); line++) {
        uint32_t row = sim_first_fit_first(self->lijn[line]);
        first = earlier(inwoners, first, row);
    }
    return first;
}

uint32_t wmo_wachtlijst_next(const struct wmo_wachtlijst *self,
                             const struct wmo_inwoners *inwoners, uint32_t row)
{
    uint32_t next = SIM_ENTITY_NONE;
    for (int line = 0; line < line_count(self); line++) {
        uint32_t after =
            sim_first_fit_next(&inwoners->wachtenden, self->lijn[line], row);
        next = earlier(inwoners, next, after);
    }
    return next;
}
