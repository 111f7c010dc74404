/* sim/scenario/param.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/param.h"

#include "sim/scenario/names.h"

static const struct sim_param COMMON[] = {
    {"naam", SIM_PARAM_TEXT, "-", 1, SIM_NAME_BYTES_MAX, NULL, true,
     "Korte naam van het scenario; zonder deze de bestandsnaam."},
    {"titel", SIM_PARAM_TEXT, "-", 1, 200, NULL, true,
     "Titel boven tabellen en figuren; zonder deze de naam."},
    {"toelichting", SIM_PARAM_TEXT, "-", 0, 4000, NULL, true,
     "Waarvoor het scenario is gemaakt."},
    {"basis", SIM_PARAM_TEXT, "-", 1, 1000, NULL, true,
     "Bestand met het scenario waarvan dit alleen de verschillen geeft, gezien vanuit "
     "de map van dit bestand."},
    {"bronnen.*.naam", SIM_PARAM_TEXT, "-", 1, SIM_NAME_BYTES_MAX, NULL, false,
     "Korte aanduiding van de bron."},
    {"bronnen.*.titel", SIM_PARAM_TEXT, "-", 1, 500, NULL, false,
     "Titel van de bron, met maker en jaar."},
    {"bronnen.*.vindplaats", SIM_PARAM_TEXT, "-", 0, 1000, NULL, true,
     "Waar de bron te vinden is, bijvoorbeeld een internetadres."},
    {"bronnen.*.peildatum", SIM_PARAM_TEXT, "-", 0, 40, NULL, true,
     "Datum of jaar waarop de bron betrekking heeft."},
    {"bronnen.*.toelichting", SIM_PARAM_TEXT, "-", 0, 4000, NULL, true,
     "Wat verder over de bron te zeggen is."},
};

const struct sim_registry sim_registry_common = {COMMON,
                                                 sizeof COMMON / sizeof COMMON[0]};

const char *sim_param_kind_text(enum sim_param_kind kind)
{
    switch (kind) {
    case SIM_PARAM_INTEGER:
        return "geheel getal";
    case SIM_PARAM_REAL:
        return "getal";
    case SIM_PARAM_BOOLEAN:
        return "ja of nee";
    case SIM_PARAM_TEXT:
        return "tekst";
    case SIM_PARAM_CHOICE:
        return "keuze";
    case SIM_PARAM_DATE:
        return "datum";
    case SIM_PARAM_NAME:
        return "naam";
    case SIM_PARAM_NAMES:
        return "namen";
    case SIM_PARAM_DISTRIBUTION:
        return "verdeling";
    case SIM_PARAM_SERIES:
        return "reeks";
    }
    return "onbekend";
}
