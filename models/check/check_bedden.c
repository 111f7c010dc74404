/* models/check/check_bedden.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check/check_bedden.h"

#include "models/zorg/bedden.h"

#define POST "kortdurend_verblijf.begrotingspost"
#define AANDEEL "kortdurend_verblijf.aandeel_post"
#define BEDDEN "kortdurend_verblijf.bedden"
#define LAST_MINUTE "kortdurend_verblijf.last_minute.bedden"

static void check_nachten(const struct sim_scenario *s, const char *aanvragen,
                          const char *nachten, struct sim_faults *faults)
{
    if (sim_scenario_has(s, NULL, aanvragen) && !sim_scenario_has(s, NULL, nachten)) {
        sim_scenario_fault(s, NULL, aanvragen, faults, "'%s' vraagt '%s'", aanvragen,
                           nachten);
    }
}

void wmo_check_bedden(const struct sim_scenario *s, struct sim_faults *faults)
{
    check_nachten(s, "kortdurend_verblijf.respijt.aanvragen",
                  "kortdurend_verblijf.respijt.nachten", faults);
    check_nachten(s, "kortdurend_verblijf.adempauze.aanvragen",
                  "kortdurend_verblijf.adempauze.nachten", faults);
    check_nachten(s, "kortdurend_verblijf.last_minute.aanvragen",
                  "kortdurend_verblijf.last_minute.nachten", faults);
    check_nachten(s, "kortdurend_verblijf.effect.aandeel",
                  "kortdurend_verblijf.respijt.nachten", faults);
    if (sim_scenario_integer_or(s, NULL, LAST_MINUTE, 0) >
        sim_scenario_integer_or(s, NULL, BEDDEN, 0)) {
        sim_scenario_fault(s, NULL, LAST_MINUTE, faults,
                           "er zijn meer bedden voor last-minute dan bedden");
    }
    if (sim_scenario_has(s, NULL, AANDEEL) && !sim_scenario_has(s, NULL, POST)) {
        sim_scenario_fault(s, NULL, AANDEEL, faults, "'%s' vraagt '%s'", AANDEEL, POST);
    }
}

double wmo_check_bedden_aandeel(const struct sim_scenario *s, int post)
{
    return sim_scenario_integer_or(s, NULL, BEDDEN, 0) > 0 &&
                   sim_scenario_has(s, NULL, POST) &&
                   sim_scenario_has(s, NULL, AANDEEL) &&
                   sim_scenario_reference(s, NULL, POST) == post
               ? sim_scenario_real(s, NULL, AANDEEL)
               : 0;
}
