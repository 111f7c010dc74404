/* tests/sim/scenario/example_registry.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small registry with a parameter of every kind, for the tests of sim/scenario. The
 * files in tests/scenario are written for it.
 */
#ifndef EXAMPLE_REGISTRY_H
#define EXAMPLE_REGISTRY_H

#include <math.h>

#include "sim/scenario/param.h"

static const struct sim_param EXAMPLE_PARAMS[] = {
    {"start", SIM_PARAM_DATE, "-", 0, 0, NULL, false, "Eerste dag."},
    {"eind", SIM_PARAM_DATE, "-", 0, 0, NULL, true, "Laatste dag."},
    {"groei", SIM_PARAM_REAL, "per jaar", 0, 1, NULL, false, "Groei van de vraag."},
    {"budget", SIM_PARAM_INTEGER, "euro", 0, 1e12, NULL, false, "Geld per jaar."},
    {"gedeeld", SIM_PARAM_BOOLEAN, "-", 0, 0, NULL, false, "Delen teams hun werk?"},
    {"opmerking", SIM_PARAM_TEXT, "-", 0, 40, NULL, true, "Vrije tekst."},
    {"volgorde", SIM_PARAM_CHOICE, "-", 0, 0, "aankomst|zwaarte|loting", false,
     "Wie is aan de beurt."},
    {"norm.dagen", SIM_PARAM_INTEGER, "dagen", 1, 365, NULL, false, "Norm."},
    {"norm.aandeel", SIM_PARAM_REAL, "-", 0, 1, NULL, true, "Aandeel binnen de norm."},
    {"kosten.vast", SIM_PARAM_REAL, "euro", 0, INFINITY, NULL, true, "Vaste kosten."},
    {"gebieden.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "Naam."},
    {"gebieden.*.titel", SIM_PARAM_TEXT, "-", 1, 80, NULL, true, "Titel."},
    {"gebieden.*.vraagfactor", SIM_PARAM_REAL, "-", 0, 10, NULL, false, "Factor."},
    {"gebieden.*.bevolking", SIM_PARAM_SERIES, "personen", 0, 1e6, NULL, false,
     "Mensen per jaar."},
    {"vormen.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "Naam."},
    {"vormen.*.duur", SIM_PARAM_DISTRIBUTION, "dagen", 0, 10000, NULL, false, "Duur."},
    {"teams.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "Naam."},
    {"teams.*.gebied", SIM_PARAM_NAME, "-", 0, 0, "gebieden", false, "Waar."},
    {"teams.*.vormen", SIM_PARAM_NAMES, "-", 0, 0, "vormen", true, "Wat."},
    {"teams.*.leden.*.naam", SIM_PARAM_TEXT, "-", 1, 80, NULL, false, "Naam."},
    {"teams.*.leden.*.uren", SIM_PARAM_REAL, "uur per week", 0, 60, NULL, false,
     "Uren."},
};

static const struct sim_registry EXAMPLE_REGISTRY = {
    EXAMPLE_PARAMS, sizeof EXAMPLE_PARAMS / sizeof EXAMPLE_PARAMS[0]};

#endif
