/* models/herkomst.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an inwoner came from: the first part of the number that names an inwoner in
 * every scenario, see wmo_inwoner_id.
 */
#ifndef WMO_HERKOMST_H
#define WMO_HERKOMST_H

/* The first number of each origin. One marked PER_ZORGVORM takes as many numbers as
 * there are zorgvormen, in their order. Second: as it stands in the written name of an
 * inwoner, between the wijk and its number there. */
#define WMO_HERKOMST_TABLE(X)                                  \
    X(HULPVRAAG, "", 0, ONE)                                   \
    X(AANMELDING, "", 1, PER_ZORGVORM)                         \
    X(BEGIN_SOCIALE_BASIS, "sociale_basis-begin", 0x1000, ONE) \
    X(BEGIN_IN_ZORG, "begin", 0x2000, PER_ZORGVORM)            \
    X(BEGIN_WACHT, "beginlijst", 0x3000, PER_ZORGVORM)

#define WMO_HERKOMST_FIRST(name, text, first, span) WMO_HERKOMST_##name = (first),
enum wmo_herkomst { WMO_HERKOMST_TABLE(WMO_HERKOMST_FIRST) };
#undef WMO_HERKOMST_FIRST

#endif
