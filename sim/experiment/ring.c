/* sim/experiment/ring.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/experiment/ring.h"

#include <stdlib.h>
#include <string.h>

#include "sim/experiment/collector.h"
#include "sim/experiment/precision.h"
#include "sim/experiment/resumption.h"

static size_t observed_size(const struct sim_scenario_results *scenario)
{
    return scenario->observation_count == 0
               ? 0
               : (size_t)scenario->observation_count * (size_t)scenario->levels->count;
}

static struct sim_ring_slot *slot_of(const struct sim_ring *self, uint32_t replication)
{
    return &self->slots[replication % self->slot_count];
}

enum sim_status sim_ring_init(struct sim_ring *self, struct sim_results *results,
                              uint32_t slot_count)
{
    const int scenario_count = results->scenario_count;
    size_t value_count = 0;
    memset(self, 0, sizeof *self);
    self->results = results;
    for (int s = 0; s < scenario_count; s++) {
        self->offset[s] = value_count;
        value_count += (size_t)results->scenarios[s].layout->cell_count +
                       observed_size(&results->scenarios[s]);
    }
    self->slots = calloc(slot_count, sizeof *self->slots);
    if (self->slots == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    self->slot_count = slot_count;
    for (uint32_t i = 0; i < slot_count; i++) {
        struct sim_ring_slot *slot = &self->slots[i];
        slot->unfinished = scenario_count;
        slot->values = calloc(value_count + 1, sizeof *slot->values);
        slot->event_count = calloc((size_t)scenario_count, sizeof *slot->event_count);
        if (slot->values == NULL || slot->event_count == NULL) {
            return SIM_ERR_NO_MEMORY;
        }
    }
    return SIM_OK;
}

void sim_ring_free(struct sim_ring *self)
{
    for (uint32_t i = 0; i < self->slot_count; i++) {
        free(self->slots[i].values);
        free(self->slots[i].event_count);
    }
    free(self->slots);
    memset(self, 0, sizeof *self);
}

bool sim_ring_has_room(const struct sim_ring *self, uint32_t replication)
{
    return replication - self->results->replications_done < self->slot_count;
}

double *sim_ring_values(struct sim_ring *self, uint32_t replication, int scenario)
{
    return slot_of(self, replication)->values + self->offset[scenario];
}

static void count_scenario(struct sim_scenario_results *self, const double *values,
                           const double *base_values)
{
    for (int32_t i = 0; i < self->layout->cell_count; i++) {
        sim_tally_add(&self->cells[i], values[i]);
        if (self->differences != NULL && self->base_cell[i] >= 0) {
            sim_tally_add(&self->differences[i],
                          values[i] - base_values[self->base_cell[i]]);
        }
    }
    const double *observed = values + self->layout->cell_count;
    for (size_t i = 0; i < observed_size(self); i++) {
        sim_tally_add(&self->observed[i], observed[i]);
    }
}

static void show_collectors(const struct sim_ring *self,
                            const struct sim_ring_slot *slot)
{
    const double *values[SIM_SCENARIO_MAX];
    for (int s = 0; s < self->results->scenario_count; s++) {
        values[s] = slot->values + self->offset[s];
    }
    for (const struct sim_collector *c = self->collector; c != NULL; c = c->next) {
        c->count(c->context, self->results->replications_done, values);
    }
}

static void count_replication(struct sim_ring *self, struct sim_ring_slot *slot)
{
    struct sim_results *results = self->results;
    show_collectors(self, slot);
    for (int s = 0; s < results->scenario_count; s++) {
        count_scenario(&results->scenarios[s], slot->values + self->offset[s],
                       slot->values);
        results->scenarios[s].event_count += slot->event_count[s];
    }
    slot->unfinished = results->scenario_count;
    results->replications_done++;
    self->is_over =
        self->precision != NULL && sim_precision_is_reached(self->precision, results);
    if (self->resumption != NULL) {
        self->resumption->keep(self->resumption->context, results);
    }
}

void sim_ring_finish(struct sim_ring *self, uint32_t replication, int scenario,
                     uint64_t event_count)
{
    struct sim_ring_slot *slot = slot_of(self, replication);
    slot->event_count[scenario] = event_count;
    slot->unfinished--;
    slot = slot_of(self, self->results->replications_done);
    while (slot->unfinished == 0 && !self->is_over) {
        count_replication(self, slot);
        slot = slot_of(self, self->results->replications_done);
    }
}
