/* models/uitkomst/plantabel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formatieplan as a table: fte and euros per taak in every wijk and year, with the
 * kostprijs of a fte by functie. A taak is a zorgvorm, or what is left of a
 * begrotingspost for tasks outside the simulation, whose fte are those it would pay at
 * the mean kostprijs of the post. For people the city, in CSV also wijken and functies.
 */
#ifndef WMO_PLANTABEL_H
#define WMO_PLANTABEL_H

#include "sim/experiment/plan.h"

extern const struct sim_plan wmo_plantabel;

#endif
