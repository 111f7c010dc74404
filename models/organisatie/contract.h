/* models/organisatie/contract.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contracts that may be extended. On the 1 January of a verlenging the contract goes
 * on, or it does not and another party takes over the same teams, with the transition
 * of overgang.h: the organisation form stays, who it is changes. What is decided is
 * always the same, or follows an evaluation: the share that started within the norm in
 * a year before, over all zorgvormen of the contract, with who still waited for the
 * start of that year's norm day counted as too late. An aanbieder that begins on that
 * day or later has nothing to extend.
 */
#ifndef WMO_CONTRACT_H
#define WMO_CONTRACT_H

#include <stdbool.h>

#include "models/landschap/aanbieder.h"

struct wmo_gemeente;

enum wmo_besluit { WMO_BESLUIT_ALTIJD, WMO_BESLUIT_NOOIT, WMO_BESLUIT_BIJ_NORM };

struct wmo_verlenging {
    int contract;
    int year; /* on whose 1 January it starts */
    enum wmo_besluit besluit;
};

struct wmo_contract {
    bool *aanbieder;  /* [entry of `aanbieders`] owned; whether it is theirs */
    double norm;      /* least share within the norm */
    int years_before; /* the year of the evaluation is so many before the verlenging */
};

struct wmo_contracten {
    int count;
    struct wmo_contract *items; /* [count] owned */
    int verlenging_count;
    struct wmo_verlenging *verlengingen; /* [verlenging_count] owned */
};

/* SIM_ERR_NO_MEMORY. The caller frees in either case; a zeroed struct may be freed. */
SIM_MUST_CHECK enum sim_status wmo_contracten_load(struct wmo_contracten *self,
                                                   const struct sim_scenario *scenario);
void wmo_contracten_free(struct wmo_contracten *self);

/* Whether another party takes over the teams of [aanbod] at the start of year
 * [year_index], because its contract is not extended. */
bool wmo_contract_wisselt(const struct wmo_gemeente *gemeente, int aanbod,
                          int year_index);

#endif
