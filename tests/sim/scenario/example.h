/* tests/sim/scenario/example.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small registry with a parameter of every kind, for the tests of sim/scenario, and
 * scenarios written for it. The files in tests/scenario/good and bad are so too.
 */
#ifndef TESTS_SIM_SCENARIO_EXAMPLE_H
#define TESTS_SIM_SCENARIO_EXAMPLE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/load.h"
#include "sim/scenario/param.h"
#include "sim/scenario/scenario.h"

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
    {"kosten.saldo", SIM_PARAM_REAL, "euro", -INFINITY, 0, NULL, true, "Tekort."},
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

/* Whole, and as small as can be. */
#define EXAMPLE_TOP                                                       \
    "start = \"2027-01-01\"; groei = 0.25; budget = 5; gedeeld = true;\n" \
    "volgorde = \"zwaarte\"; norm = { dagen = 14; };\n"

static inline char *example_printed(const struct sim_faults *faults)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    assert_non_null(out);
    sim_faults_print(faults, out);
    fclose(out);
    return text;
}

/* Loads [text] as the file "example.cfg", with one setting when it is not NULL. The
 * test fails when it cannot be loaded. */
static inline struct sim_scenario *example_load(const char *text, const char *setting)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    enum sim_status status =
        sim_scenario_load_text(&scenario, &EXAMPLE_REGISTRY, "example.cfg", text,
                               strlen(text), &setting, setting != NULL, &faults);
    sim_faults_print(&faults, stderr);
    assert_int_equal(status, SIM_OK);
    assert_int_equal(faults.count, 0);
    sim_faults_free(&faults);
    return scenario;
}

/* The test fails unless loading [text] with [setting] (may be NULL) gives exactly the
 * faults [expected], one a line. */
static inline void example_assert_faults(const char *text, const char *setting,
                                         const char *expected)
{
    struct sim_faults faults = {0};
    struct sim_scenario *scenario = NULL;
    enum sim_status status =
        sim_scenario_load_text(&scenario, &EXAMPLE_REGISTRY, "example.cfg", text,
                               strlen(text), &setting, setting != NULL, &faults);
    char *found = example_printed(&faults);
    assert_string_equal(found, expected);
    assert_int_equal(status, SIM_ERR_INPUT);
    assert_null(scenario);
    free(found);
    sim_faults_free(&faults);
}

#endif
