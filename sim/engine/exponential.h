/* sim/engine/exponential.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standard exponential draws without a logarithm: the ziggurat of Marsaglia and Tsang
 * (2000, Journal of Statistical Software 5(8)) with 256 layers of equal area. Layer and
 * place within it are taken from different bits of one number (Doornik 2005, "An
 * improved ziggurat method to generate normal random samples").
 */
#ifndef SIM_ENGINE_EXPONENTIAL_H
#define SIM_ENGINE_EXPONENTIAL_H

#include "sim/engine/stream.h"

#define SIM_EXPONENTIAL_LAYER_COUNT 256u

/* Layer i is as wide as edge i and lies between the heights of the density at edge i
 * and edge i + 1. Layer 0 is the base with the tail beyond edge 1; edge 0 is the width
 * of a rectangle of that area and of the height of the base. The last edge is 0. */
extern const double SIM_EXPONENTIAL_EDGES[SIM_EXPONENTIAL_LAYER_COUNT + 1];

/* Draws above 0, with mean 1. Takes one number in 98% of all cases. */
double sim_exponential_draw(struct sim_stream *stream);

#endif
