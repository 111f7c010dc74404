/* models/uitkomst/journal.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/journal.h"

#include <stdlib.h>
#include <string.h>

#include "models/purpose.h"

#define CAPACITY_BEGIN 1024

enum sim_status wmo_journal_follow(struct wmo_journal *self, double share,
                                   const uint64_t *ids, int count)
{
    free(self->followed);
    self->followed = NULL;
    self->followed_count = count;
    self->share = share;
    self->is_open = share > 0 || count > 0;
    if (count > 0) {
        self->followed = malloc((size_t)count * sizeof *self->followed);
        if (!self->followed) {
            self->followed_count = 0;
            return SIM_ERR_NO_MEMORY;
        }
        memcpy(self->followed, ids, (size_t)count * sizeof *ids);
    }
    return SIM_OK;
}

void wmo_journal_free(struct wmo_journal *self)
{
    free(self->followed);
    free(self->entries);
    memset(self, 0, sizeof *self);
}

void wmo_journal_reset(struct wmo_journal *self, uint64_t seed)
{
    sim_stream_init(&self->stream, seed, 0);
    self->count = 0;
    self->is_full = false;
}

static bool is_followed(struct wmo_journal *self, uint64_t id)
{
    for (int i = 0; i < self->followed_count; i++) {
        if (self->followed[i] == id) {
            return true;
        }
    }
    return self->share > 0 &&
           sim_stream_uniform_at(&self->stream, id, WMO_PURPOSE_STEEKPROEF) <
               self->share;
}

static bool has_room(struct wmo_journal *self)
{
    if (self->count < self->capacity) {
        return true;
    }
    uint32_t capacity = self->capacity > 0 ? 2 * self->capacity : CAPACITY_BEGIN;
    struct wmo_entry *grown = realloc(self->entries, capacity * sizeof *grown);
    if (!grown) {
        self->is_full = true;
        return false;
    }
    self->entries = grown;
    self->capacity = capacity;
    return true;
}

void wmo_journal_note(struct wmo_journal *self, sim_time now,
                      const struct wmo_inwoner *inwoner, enum wmo_journal_kind kind,
                      int64_t count)
{
    if (is_followed(self, wmo_inwoner_person(inwoner->id)) && has_room(self)) {
        self->entries[self->count++] = (struct wmo_entry){
            .time = now, .inwoner = *inwoner, .count = count, .kind = kind};
    }
}
