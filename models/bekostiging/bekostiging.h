/* models/bekostiging/bekostiging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How support is paid: the family of every aanbod, by its begrotingspost or its
 * aanbieder, and what each family does.
 *
 *   family            paid for             ceiling                 staff in January
 *   taakgericht       the task             budget of the team      what the budget pays
 *   pxq               every hour given     the same, or none       the same, or by
 * volume vierkant          the task             of the aanbieder        inside it by
 * volume persoonsvolgend   the inwoner's class  of the post             by volume
 *   resultaatgericht  the result           budget of the team      what the budget pays
 *   populatie         the inwoners         of the wijk             inside it by volume
 *
 * No family gets a bonus: administration, drift and selection are parameters, and left
 * out they do nothing.
 */
#ifndef WMO_BEKOSTIGING_H
#define WMO_BEKOSTIGING_H

#include <stdbool.h>

#include "models/landschap/aanbieder.h"

struct wmo_bekostiging {
    bool pxq_plafond;      /* whether pxq has a ceiling */
    double groei;          /* of fte in a year, at most, where volume decides */
    double bezetting;      /* share of its hours that an aanbieder reckons to use */
    bool is_any_shared;    /* some ceiling is of more than one team */
    bool is_any_by_volume; /* some staff follows volume */
};

/* Reads the families of [aanbieders], which know theirs, and sets their hours to what
 * administration leaves. */
void wmo_bekostiging_load(struct wmo_bekostiging *self,
                          const struct sim_scenario *scenario,
                          struct wmo_aanbieders *aanbieders);

/* Whether the staff of [aanbod] follows its volume of the year before; inside a fixed
 * sum, or freely. */
bool wmo_bekostiging_deelt(const struct wmo_aanbod *aanbod);
bool wmo_bekostiging_volgt_volume(const struct wmo_bekostiging *self,
                                  const struct wmo_aanbod *aanbod);

/* Whether starts of [aanbod] have no ceiling. */
bool wmo_bekostiging_is_open(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod);

#endif
