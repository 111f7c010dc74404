/* models/uitkomst/figure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/figure.h"

#include <stddef.h>

#define AANVULLEND                                                           \
    "individuele_begeleiding|thuisbegeleiding|dagbegeleiding|arbeidsmatige_" \
    "activering|"                                                            \
    "beschermd_thuis|hulp_bij_huishouden"

const struct sim_figure WMO_FIGURE[] = {
    {
        .name = "wachttijd",
        .script = "wachttijd.gp",
        .measures = {"wachttijd_gestart", NULL},
        .panel_dimension = "zorgvorm",
        .panel_keys = AANVULLEND,
        .where = NULL,
        .title = "Hoe lang wachten inwoners tot hun ondersteuning begint?",
        .caption =
            "Gemiddeld aantal dagen van aanmelding tot start, van inwoners die in "
            "dat jaar begonnen. Elk vak heeft een eigen schaal; de streepjeslijn is "
            "in elk vak dezelfde norm. De band is het 95%-interval van het "
            "gemiddelde.",
    },
    {
        .name = "wijken",
        .script = "wijken.gp",
        .measures = {"wachttijd_gestart", NULL},
        .panel_dimension = "wijk",
        .panel_keys = NULL,
        .where = "zorgvorm=individuele_begeleiding",
        .title = "Individuele begeleiding: hoe verschilt de wachttijd per wijk?",
        .caption = "Gemiddeld aantal dagen van aanmelding tot start; alle wijken op "
                   "dezelfde schaal. De band is het 95%-interval van het gemiddelde.",
    },
    {
        .name = "begroting",
        .script = "begroting.gp",
        .measures = {"geboekt", "begroot"},
        .panel_dimension = "zorgvorm",
        .panel_keys = AANVULLEND,
        .where = NULL,
        .title = "Wordt het budget ingezet, of is het plafond bereikt?",
        .caption =
            "Kosten van de ingezette uren en activiteiten naast het budget van "
            "dat jaar, in miljoen euro van dat jaar. Elk vak heeft een eigen schaal.",
    },
};

/* A line more or less in the table is a number more or less in the header. */
_Static_assert(sizeof WMO_FIGURE / sizeof WMO_FIGURE[0] == WMO_FIGURE_COUNT,
               "WMO_FIGURE_COUNT is not the length of the table");
