/* models/uitkomst/journal.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens to the inwoners that are followed. The other modules note every change
 * of state with wmo_gemeente_note; while nobody is followed that is one branch, always
 * taken the same way. Following changes nothing in the run: the draw that decides who
 * is in a sample comes from a stream of its own.
 *
 * Adding a kind is one line in journal.def, and the call where it happens.
 */
#ifndef WMO_JOURNAL_H
#define WMO_JOURNAL_H

#include <stdbool.h>

#include "models/gemeente/inwoner.h"
#include "sim/engine/stream.h"

#define KIND(name, key, sentence) WMO_JOURNAL_##name,
enum wmo_journal_kind {
#include "models/uitkomst/journal.def"
    WMO_JOURNAL_KIND_COUNT
};
#undef KIND

struct wmo_entry {
    sim_time time;
    struct wmo_inwoner inwoner; /* as it was */
    int64_t count;              /* what {nachten} stands for */
    enum wmo_journal_kind kind;
};

struct wmo_journal {
    bool is_open;       /* somebody is followed */
    double share;       /* of the inwoners, drawn by their id */
    uint64_t *followed; /* [followed_count] owned; ids of inwoners, besides those */
    int followed_count;
    struct sim_stream stream;  /* the same in every replication */
    struct wmo_entry *entries; /* [count] owned; in the order in which they happened */
    uint32_t count, capacity;
    bool is_full; /* no memory: entries are missing */
};

/* Follows [share] of the inwoners, the same ones in every replication and scenario, and
 * the [count] called [ids] (copied). From the next reset on. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_journal_follow(struct wmo_journal *self,
                                                  double share, const uint64_t *ids,
                                                  int count);
void wmo_journal_free(struct wmo_journal *self);

/* Empties the journal for a replication of [seed]. */
void wmo_journal_reset(struct wmo_journal *self, uint64_t seed);

/* Notes that [kind] happens at [now] to [inwoner], if it is followed. */
void wmo_journal_note(struct wmo_journal *self, sim_time now,
                      const struct wmo_inwoner *inwoner, enum wmo_journal_kind kind,
                      int64_t count);

#endif
