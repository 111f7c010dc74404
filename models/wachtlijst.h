/* models/wachtlijst.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wachtlijst of a team: a line for the inwoners whom any medewerker can support,
 * and one for each specialism that is asked for. A line goes by aanmelding or, where
 * the scenario says so, by urgentie first. Who is on it for how long is counted in
 * record.h.
 */
#ifndef WMO_WACHTLIJST_H
#define WMO_WACHTLIJST_H

#include "models/inwoner.h"

/* Lines of a list: 0 for no specialism, s for specialism s. */
#define WMO_WACHTLIJST_LIJNEN 32

struct wmo_wachtlijst {
    int64_t minutes;  /* a week that they ask together */
    uint32_t length;  /* inwoners, all lines together */
    uint32_t in_use;  /* bit s: line s is not empty */
    int32_t least;    /* the fewest minutes that anybody asks; INT32_MAX: nobody */
    bool by_urgentie; /* urgentie goes before aanmelding */
    sim_first_fit_line lijn[WMO_WACHTLIJST_LIJNEN];
};

/* Empties the list. */
void wmo_wachtlijst_reset(struct wmo_wachtlijst *self, bool by_urgentie);

/* Puts [row] in the line of its specialism, where its urgentie and aanmelding belong.
 */
void wmo_wachtlijst_join(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                         uint32_t row);

/* Takes [row] off; specialism and minutes are those with which it joined. */
void wmo_wachtlijst_leave(struct wmo_wachtlijst *self, struct wmo_inwoners *inwoners,
                          uint32_t row);

/* Who is first of all lines, and who comes after [row]; SIM_ENTITY_NONE for nobody. */
uint32_t wmo_wachtlijst_first(const struct wmo_wachtlijst *self,
                              const struct wmo_inwoners *inwoners);
uint32_t wmo_wachtlijst_next(const struct wmo_wachtlijst *self,
                             const struct wmo_inwoners *inwoners, uint32_t row);

/* The first line above [line] in use, from -1 on; WMO_WACHTLIJST_LIJNEN: none. */
static inline int wmo_wachtlijst_next_line(const struct wmo_wachtlijst *self, int line)
{
    uint32_t above = line + 1 < WMO_WACHTLIJST_LIJNEN
                         ? self->in_use & (UINT32_MAX << (line + 1))
                         : 0;
    return above != 0 ? __builtin_ctz(above) : WMO_WACHTLIJST_LIJNEN;
}

#endif
