/* models/wachtlijst.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/wachtlijst.h"

#include <assert.h>

/* A class of urgentie is worth more than any difference in time. */
#define CLASS_RANK ((int64_t)1 << 54)

void wmo_wachtlijst_reset(struct wmo_wachtlijst *self, bool by_urgentie)
{
    *self = (struct wmo_wachtlijst){.least = INT32_MAX, .by_urgentie = by_urgentie};
    for (int line = 0; line < WMO_WACHTLIJST_LIJNEN; line++) {
        self->lijn[line] = SIM_ENTITY_NONE;
    }
}

void wmo_wachtlijst_join(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                         uint32_t row)
{
    const struct wmo_inwoner *inwoner = &inwoners->rows[row];
    assert(inwoner->specialisme < WMO_WACHTLIJST_LIJNEN);
    int64_t rank = inwoner->aanmelding;
    if (self->by_urgentie) {
        rank += inwoner->urgentie * CLASS_RANK;
    }
    sim_first_fit_join(&inwoners->wachtenden, &self->lijn[inwoner->specialisme], row,
                       rank, inwoner->minutes);
    self->in_use |= 1u << inwoner->specialisme;
    self->least = inwoner->minutes < self->least ? inwoner->minutes : self->least;
    self->length++;
    self->minutes += inwoner->minutes;
}

static void find_least(struct wmo_wachtlijst *self, const struct wmo_inwoners *inwoners)
{
    self->least = INT32_MAX;
    for (int line = wmo_wachtlijst_next_line(self, -1); line < WMO_WACHTLIJST_LIJNEN;
         line = wmo_wachtlijst_next_line(self, line)) {
        int32_t least = sim_first_fit_least(&inwoners->wachtenden, self->lijn[line]);
        self->least = least < self->least ? least : self->least;
    }
}

void wmo_wachtlijst_leave(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                          uint32_t row)
{
    int line = inwoners->rows[row].specialisme;
    assert(self->length > 0);
    sim_first_fit_leave(&inwoners->wachtenden, &self->lijn[line], row);
    if (self->lijn[line] == SIM_ENTITY_NONE) {
        self->in_use &= ~(1u << line);
    }
    if (inwoners->rows[row].minutes == self->least) {
        find_least(self, inwoners);
    }
    self->length--;
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
    for (int line = 0; line < WMO_WACHTLIJST_LIJNEN; line++) {
        uint32_t row = sim_first_fit_first(&inwoners->wachtenden, self->lijn[line]);
        first = earlier(inwoners, first, row);
    }
    return first;
}

uint32_t wmo_wachtlijst_next(const struct wmo_wachtlijst *self,
                             const struct wmo_inwoners *inwoners, uint32_t row)
{
    uint32_t next = SIM_ENTITY_NONE;
    for (int line = 0; line < WMO_WACHTLIJST_LIJNEN; line++) {
        uint32_t after =
            sim_first_fit_next(&inwoners->wachtenden, self->lijn[line], row);
        next = earlier(inwoners, next, after);
    }
    return next;
}
