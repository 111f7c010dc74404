/* models/traject/overbrugging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What inwoners of the aanvullende zorg take from teams beside the hours of their
 * medewerker: overbruggingszorg and contact of the buurtteam while they wait, and
 * coordination by the buurtteam of who has combined support.
 */
#ifndef WMO_OVERBRUGGING_H
#define WMO_OVERBRUGGING_H

#include "models/landschap/zorgvorm.h"

struct wmo_gemeente;

enum wmo_overbrugging_door {
    WMO_OVERBRUGGING_GEEN,
    WMO_OVERBRUGGING_BUURTTEAM,
    WMO_OVERBRUGGING_AANBIEDER
};

/* Minutes a week per inwoner. */
struct wmo_overbrugging {
    enum wmo_overbrugging_door door;
    int minutes;             /* overbruggingszorg, while waiting */
    int contact_minutes;     /* of the buurtteam, while waiting */
    int coordinatie_minutes; /* of the buurtteam, while supported */
    double coordinatie_aandeel;
};

void wmo_overbrugging_load(struct wmo_overbrugging *self,
                           const struct sim_scenario *scenario);

/* [row] has come on a wachtlijst: gets overbrugging if the team that gives it has
 * hours and money for it, and keeps it until the end of the wait. */
void wmo_overbrugging_begin(struct wmo_gemeente *self, uint32_t row);

/* The wait of [row] has ended. Lets start who can in another team than that of the
 * list: in its own team the caller sees to that. */
SIM_MUST_CHECK enum sim_status wmo_overbrugging_end(struct wmo_gemeente *self,
                                                    uint32_t row);

/* Support of [row] starts, or has ended: it may need coordination. An end may leave
 * room in the buurtteam, to which the caller sees. */
void wmo_coordinatie_begin(struct wmo_gemeente *self, uint32_t row);
void wmo_coordinatie_end(struct wmo_gemeente *self, uint32_t row);

#endif
