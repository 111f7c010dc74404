/* models/gemeente/wachtlijst.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wachtlijst of a team: a line for the inwoners whom any medewerker can support,
 * and one for each specialism that is asked for; where travel counts, each of these is
 * divided over the wijken, and where there is transport to groups, over who needs
 * which. A line goes by aanmelding or, where the scenario says so, by urgentie first.
 * Who is on it for how long is counted in record.h.
 */
#ifndef WMO_WACHTLIJST_H
#define WMO_WACHTLIJST_H

#include "models/gemeente/inwoner.h"

/* Specialisms that can be asked for, with 0 for none. */
#define WMO_WACHTLIJST_LIJNEN 32

struct wmo_wachtlijst {
    int64_t minutes;  /* a week that they ask together */
    uint32_t length;  /* inwoners, all lines together */
    uint64_t version; /* another after who joined or left */
    uint32_t in_use;  /* bit s: somebody asks specialism s */
    int32_t least;    /* the fewest minutes that anybody asks; INT32_MAX: nobody */
    int wijken;       /* lines per specialism: one, or one for each wijk */
    int soorten;      /* of those: one, or one for each enum wmo_vervoer_soort */
    bool by_urgentie; /* urgentie goes before aanmelding */
    sim_first_fit_line *lijn; /* [WMO_WACHTLIJST_LIJNEN x wijken x soorten] owned */
};

/* Prepares an empty list, with a line for each of [wijken] and of [soorten] of
 * transport where those are not 1. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_wachtlijst_init(struct wmo_wachtlijst *self,
                                                   bool by_urgentie, int wijken,
                                                   int soorten);
void wmo_wachtlijst_free(struct wmo_wachtlijst *self);

/* Empties the list. */
void wmo_wachtlijst_reset(struct wmo_wachtlijst *self);

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

/* The line of who needs [specialisme], lives in [wijk] and needs [vervoer]. */
static inline sim_first_fit_line *wmo_wachtlijst_line(const struct wmo_wachtlijst *self,
                                                      int specialisme, int wijk,
                                                      int vervoer)
{
    int cell = specialisme * self->wijken + (self->wijken > 1 ? wijk : 0);
    return &self->lijn[cell * self->soorten + (self->soorten > 1 ? vervoer : 0)];
}

/* The line of [inwoner]. */
static inline sim_first_fit_line *
wmo_wachtlijst_line_of(const struct wmo_wachtlijst *self,
                       const struct wmo_inwoner *inwoner)
{
    return wmo_wachtlijst_line(self, inwoner->specialisme, inwoner->wijk,
                               inwoner->vervoer);
}

/* The first specialism above [specialisme] that is asked for, from -1 on;
 * WMO_WACHTLIJST_LIJNEN: none. */
static inline int wmo_wachtlijst_next_asked(const struct wmo_wachtlijst *self,
                                            int specialisme)
{
    uint32_t above = specialisme + 1 < WMO_WACHTLIJST_LIJNEN
                         ? self->in_use & (UINT32_MAX << (specialisme + 1))
                         : 0;
    return above != 0 ? __builtin_ctz(above) : WMO_WACHTLIJST_LIJNEN;
}

#endif
