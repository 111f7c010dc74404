/* models/gemeente/herkomst.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an inwoner came from: the first part of the number that names an inwoner in
 * every scenario, see wmo_inwoner_id.
 */
#ifndef WMO_HERKOMST_H
#define WMO_HERKOMST_H

#include "models/landschap/landschap.h"

/* The first number of each origin. One marked PER_ZORGVORM takes as many numbers as
 * there are zorgvormen, in their order, and one PER_ROUTE as there are instroomroutes.
 * Second: as it stands in the written name of an inwoner, between the wijk and its
 * number there. */
#define WMO_HERKOMST_TABLE(X)                                  \
    X(HULPVRAAG, "", 0, ONE)                                   \
    X(AANMELDING, "", 1, PER_ZORGVORM)                         \
    X(ROUTE, "route", 0x800, PER_ROUTE)                        \
    X(AANZUIGING, "aanzuiging", 0xA00, ONE)                    \
    X(BEGIN_SOCIALE_BASIS, "begin-sociale_basis", 0x1000, ONE) \
    X(BEGIN_IN_ZORG, "begin", 0x2000, PER_ZORGVORM)            \
    X(BEGIN_WACHT, "beginlijst", 0x3000, PER_ZORGVORM)         \
    X(RESPIJT, "respijt", 0x5000, ONE)                         \
    X(ADEMPAUZE, "adempauze", 0x5001, ONE)                     \
    X(LAST_MINUTE, "last-minute", 0x5002, ONE)

#define WMO_HERKOMST_FIRST(name, text, first, span) WMO_HERKOMST_##name = (first),
enum wmo_herkomst { WMO_HERKOMST_TABLE(WMO_HERKOMST_FIRST) };
#undef WMO_HERKOMST_FIRST

/* Room for a written name. */
#define WMO_HERKOMST_SIZE 768

/* Writes the name of the inwoner called [id] as people can say and type it:
 * "Overvecht-1234", or "Overvecht-begin-dagbegeleiding-7" for who was there at the
 * start. */
void wmo_herkomst_write(const struct wmo_landschap *landschap, uint64_t id, char *text,
                        size_t size);

/* Reads what that wrote: capitals do not matter, and a space and '_' are as good as
 * '-'. False: no inwoner of this landschap can have that name. */
bool wmo_herkomst_read(const struct wmo_landschap *landschap, const char *text,
                       uint64_t *id);

#endif
