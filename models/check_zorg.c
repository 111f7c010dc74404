/* models/check_zorg.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/check_zorg.h"

#include "models/uitstroom.h"

/* The other reasons must leave the goal a part in every branch of the stay. */
static void check_uitstroom(const struct sim_scenario *s, const struct sim_node *node,
                            struct sim_faults *faults)
{
    double other = 365.25 * wmo_uitstroom_other(s, node);
    if (other <= 0) {
        return;
    }
    struct sim_dist stay;
    sim_scenario_dist(s, node, "verblijfsduur", &stay);
    double longest = wmo_uitstroom_longest(&stay) / 365.25;
    const char *naam = sim_scenario_text(s, node, "naam");
    if (longest <= 0) {
        sim_scenario_fault(s, node, "verblijfsduur", faults,
                           "'%s' heeft redenen van uitstroom (%.3f per jaar); de "
                           "verblijfsduur moet dan exponentieel of "
                           "hyperexponentieel zijn",
                           naam, other);
    } else if (other * longest >= 1) {
        sim_scenario_fault(s, node, "naam", faults,
                           "bij '%s' zijn Wlz, Participatiewet, verhuizing en "
                           "overlijden samen %.3f per jaar; bij deze verblijfsduur, "
                           "die met alle redenen samen geldt, moet dat minder zijn "
                           "dan %.3f",
                           naam, other, 1 / longest);
    }
}

void wmo_check_zorg(const struct sim_scenario *s, struct sim_faults *faults)
{
    for (int z = 0; z < sim_scenario_count(s, NULL, "zorgvormen"); z++) {
        check_uitstroom(s, sim_scenario_entry(s, NULL, "zorgvormen", z), faults);
    }
}
