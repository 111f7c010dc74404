/* models/model.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care landscape as a model that sim/ can run: tables and functions.
 */
#ifndef WMO_MODEL_H
#define WMO_MODEL_H

#include "sim/experiment/model.h"

/* The one model of this program. */
extern const struct sim_model wmo_model;

#endif
