/* models/bekostiging/bekostiging.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How support is paid: the family of every aanbod, by its begrotingspost or its
 * aanbieder, and what each family does.
 *
 *   family            paid for             ceiling             staff in January
 *   taakgericht       the task             of the team         what the budget pays
 *   pxq               every hour given     the same, or none   the same, or by volume
 *   vierkant          the task             of the aanbieder    inside it by volume
 *   persoonsvolgend   the inwoner's class  of the post         by volume
 *   resultaatgericht  the result           of the team         what the budget pays
 *   populatie         the inwoners         of the wijk         inside it by volume
 *
 * No family gets a bonus: administration, drift and selection are parameters, and left
 * out they do nothing.
 */
#ifndef WMO_BEKOSTIGING_H
#define WMO_BEKOSTIGING_H

#include <stdbool.h>

#include "models/landschap/aanbieder.h"

#define WMO_KLASSE_MAX 20

/* A class of need, against the mean of the zorgvorm. */
struct wmo_klasse {
    double tot;    /* hours of who is in it, at most; the last has no end */
    double budget; /* what is paid */
};

struct wmo_bekostiging {
    bool pxq_plafond; /* whether pxq has a ceiling */
    double groei;     /* of fte in a year, at most, where volume decides */
    int klasse_count;
    struct wmo_klasse klassen[WMO_KLASSE_MAX]; /* persoonsvolgend, by `tot` */
    double overstap;          /* the same: chance per evaluation; overstap.h */
    double termijn;           /* resultaatgericht: mean stays that the sum is for */
    double vervolg;           /* the same: chance of a new sum after that */
    double duur_factor;       /* the same, on stays */
    double selectie;          /* the same: chance that a complex inwoner is refused */
    double volume_groei;      /* pxq: of hours of who is entered, per year */
    bool groep_bevroren;      /* pxq: no more support in groups than at the beginning */
    double herindicatie_days; /* pxq: before other hours are given */
    int herindicatie_minutes; /* a week, meanwhile */
    double bezetting;         /* share of its hours that an aanbieder reckons to use */
    bool is_any_shared;       /* some ceiling is of more than one team */
    bool is_any_by_volume;    /* some staff follows volume */
};

/* The chance per evaluation that an inwoner with a budget goes to another aanbieder. */
double wmo_bekostiging_overstap(const struct sim_scenario *scenario);

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

/* Whether [aanbod] has the budget as a sum, of which it may keep what is left; not
 * where it is paid for what it does, and the rest never left the gemeente. */
bool wmo_bekostiging_heeft_som(const struct wmo_aanbod *aanbod);

/* Whether [aanbod] is paid for its hours, and not for inwoners or results. */
bool wmo_bekostiging_per_uur(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod);

/* Whether starts of [aanbod] have no ceiling. */
bool wmo_bekostiging_is_open(const struct wmo_bekostiging *self,
                             const struct wmo_aanbod *aanbod);

#endif
