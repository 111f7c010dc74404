/* sim/scenario/param.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The registry of parameters: what can be set, kept as data. A model gives one
 * table; reader, range checks, `describe`, documentation and `--set` come from it.
 */
#ifndef SIM_SCENARIO_PARAM_H
#define SIM_SCENARIO_PARAM_H

#include <stdbool.h>

enum sim_param_kind {
    SIM_PARAM_INTEGER,
    SIM_PARAM_REAL,    /* an integer is accepted too */
    SIM_PARAM_BOOLEAN, /* ja/nee written as true/false */
    SIM_PARAM_TEXT,
    SIM_PARAM_CHOICE,       /* one of [allowed], separated by '|' */
    SIM_PARAM_DATE,         /* "2027-01-01" */
    SIM_PARAM_NAME,         /* the naam of an entry of list [allowed] */
    SIM_PARAM_NAMES,        /* an array of such names, each once */
    SIM_PARAM_DISTRIBUTION, /* see sim_node_dist; a plain number is a fixed value */
    SIM_PARAM_SERIES, /* values at years, linear in between; a number is constant */
};

struct sim_param {
    /* Dotted path; '*' stands for the naam of an entry of a list of groups, e.g.
     * "balies.*.aantal". Every list needs a line "<list>.*.naam" (SIM_PARAM_TEXT). */
    const char *path;
    enum sim_param_kind kind;
    const char *unit; /* Dutch; "-" for none */
    /* Allowed values, both inclusive; of the mean for a distribution, of each value for
     * a series, of the length in bytes for a text. */
    double minimum, maximum;
    const char *allowed; /* CHOICE: "a|b|c"; NAME, NAMES: path of the list; else NULL */
    bool optional; /* may be left out; the model says what that means in [meaning] */
    const char *meaning; /* one Dutch sentence */
};

/* The parameters a model adds to those of every scenario (naam, titel, toelichting,
 * basis, bronnen.*). */
struct sim_registry {
    const struct sim_param *params; /* [count] borrowed */
    int count;
};

/* What every scenario has, whatever the model: the built-in part of the registry. */
extern const struct sim_registry sim_registry_common;

/* The Dutch name of [kind] for messages and documentation. */
const char *sim_param_kind_text(enum sim_param_kind kind);

#endif
