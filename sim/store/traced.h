/* sim/store/traced.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened to the entities that were followed (sim/experiment/trace.h), as a
 * timeline to read and as a folder:
 *
 *   gebeurtenissen.csv  one row per entry, entity by entity
 *   kolommen.csv        what the columns of that mean
 *   tijdlijn.txt        the same to read
 *   scenario.effectief.cfg  the scenario as it was run
 */
#ifndef SIM_STORE_TRACED_H
#define SIM_STORE_TRACED_H

#include <stdio.h>

#include "sim/experiment/model.h"

/* A replication in which entities were followed; everything but [order] is borrowed. */
struct sim_traced {
    const struct sim_model *model;
    const struct sim_scenario *scenario;
    const void *instance;
    uint64_t seed;
    uint32_t replication; /* from 0 */
    uint32_t *order;      /* [count] owned; entries by entity, who came first first */
    uint32_t count;
    uint32_t entity_count;
};

/* Finds out what was kept by the instance. SIM_ERR_NO_MEMORY. The caller frees [self]
 * in either case. */
SIM_MUST_CHECK enum sim_status sim_traced_init(struct sim_traced *self);
void sim_traced_free(struct sim_traced *self);

/* Whether anything happened to the entity called [id]. */
bool sim_traced_has(const struct sim_traced *self, uint64_t id);

/* Errors of writing stay in [out]. */
void sim_traced_write_timeline(const struct sim_traced *self, FILE *out);
void sim_traced_write_rows(const struct sim_traced *self, FILE *out);
void sim_traced_write_columns(const struct sim_traced *self, FILE *out);

/* Makes the folder [path]. SIM_ERR_EXISTS, SIM_ERR_IO, SIM_ERR_NO_MEMORY: [message]
 * says in Dutch what went wrong, and there is no folder. */
SIM_MUST_CHECK enum sim_status sim_traced_save(const struct sim_traced *self,
                                               const char *path, char *message,
                                               size_t message_size);

#endif
