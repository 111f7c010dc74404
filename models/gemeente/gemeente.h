/* models/gemeente/gemeente.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The municipality during a replication: owns the landscape, the state and the
 * engine that moves it. The other modules of models/ each change one part of it.
 */
#ifndef WMO_GEMEENTE_H
#define WMO_GEMEENTE_H

#include "models/bekostiging/eigen_bijdrage.h"
#include "models/bekostiging/grootboek.h"
#include "models/bekostiging/rekening.h"
#include "models/bekostiging/kader.h"
#include "models/landschap/formatieplan.h"
#include "models/gemeente/inwoner.h"
#include "models/uitkomst/journal.h"
#include "models/personeel/medewerker.h"
#include "models/purpose.h"
#include "models/uitkomst/record.h"
#include "models/gemeente/team.h"
#include "models/zorg/wens.h"
#include "sim/engine/arrivals.h"
#include "sim/engine/engine.h"
#include "sim/engine/stream.h"

struct wmo_gemeente {
    struct wmo_landschap landschap;
    struct wmo_formatieplan formatieplan;

    struct sim_engine engine;
    struct sim_stream stream; /* positioned anew for every draw */
    struct wmo_inwoners inwoners;
    struct wmo_teams teams;
    struct wmo_medewerkers medewerkers;
    struct wmo_wensen wensen;
    uint32_t *omgevallen;          /* [aanbieder_count] owned; times so far */
    struct wmo_oproepen *oproepen; /* [zorgvorm_count] owned */
    struct sim_resource *plaatsen; /* [wijk_count] owned; the sociale basis */
    struct wmo_open_plaatsen open;
    struct wmo_bedden bedden;
    int year_index;

    /* One process per wijk for hulpvragen, and one per instroomroute and wijk for
     * aanmeldingen that do not pass the buurtteam. */
    struct sim_arrivals *hulpvragen; /* [wijk_count] owned */
    struct sim_arrivals *instroom;   /* [route_count x wijk_count] owned */
    double *rates;                   /* owned; the rates of both, per month */

    struct wmo_record record;
    struct wmo_grootboek grootboek;
    struct wmo_bijdragen bijdragen;
    struct wmo_rekeningen rekeningen;
    struct wmo_kader kader;
    struct wmo_formatie *formatie; /* [team_count] owned; of this year */
    struct wmo_journal journal;
};

/* Builds the gemeente of [scenario], which outlives it. SIM_ERR_NO_MEMORY. The caller
 * destroys it in either case. */
SIM_MUST_CHECK enum sim_status wmo_gemeente_create(const struct sim_scenario *scenario,
                                                   struct wmo_gemeente **out);
void wmo_gemeente_destroy(struct wmo_gemeente *self);

/* Back to an empty gemeente at time 0, with the luck of [seed] and [replication]. */
void wmo_gemeente_reset(struct wmo_gemeente *self, uint64_t seed, uint32_t replication);

/* Lets the first year begin, fills the gemeente with the inwoners that are in care or
 * waiting at the start, and schedules what comes. */
SIM_MUST_CHECK enum sim_status wmo_gemeente_start(struct wmo_gemeente *self);

/* The event JAAR: closes the year, gives every team its new formatie and ceiling,
 * books the care under way, and lets start who can. */
SIM_MUST_CHECK enum sim_status wmo_gemeente_new_year(struct wmo_gemeente *self,
                                                     int year_index);

/* The event MAAND: closes the month before [month], counted from the start of the run.
 * A month that begins a year has the event JAAR instead. */
SIM_MUST_CHECK enum sim_status wmo_gemeente_new_month(struct wmo_gemeente *self,
                                                      int month);

/* Closes the last year at the end of the run, counting whoever still waits. Once. */
void wmo_gemeente_close(struct wmo_gemeente *self);

/* Checks conservation: inwoners (came = went + present), hours (in use = sum over
 * inwoners), euros (grootboek.h) and Little's law per line
 * (level x time = sum of the individual waits), all exactly. SIM_ERR_INVARIANT. */
SIM_MUST_CHECK enum sim_status wmo_gemeente_verify(const struct wmo_gemeente *self);

/* How much that looks at: inwoners, lines and medewerkers. */
uint64_t wmo_gemeente_verify_size(const struct wmo_gemeente *self);

/* A new inwoner called [id] (see wmo_inwoner_id) of [wijk] comes into view. The table
 * of inwoners may move. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
wmo_gemeente_arrive(struct wmo_gemeente *self, uint64_t id, int wijk, uint32_t *row);

/* Takes back everything that was planned for inwoner [row]: its state ends now. */
void wmo_gemeente_cancel(struct wmo_gemeente *self, uint32_t row);

/* Inwoner [row] goes out of view for good, and with it what was planned for it. */
void wmo_gemeente_leave(struct wmo_gemeente *self, uint32_t row);

/* A draw from [dist] that belongs to [inwoner] and [purpose]. */
double wmo_gemeente_draw(struct wmo_gemeente *self, const struct sim_dist *dist,
                         const struct wmo_inwoner *inwoner, uint32_t purpose);

/* The luck of [inwoner], from 0 to 1, in [draw] of the beweging naar voren. */
double wmo_gemeente_luck(struct wmo_gemeente *self, const struct wmo_inwoner *inwoner,
                         enum wmo_beweging_draw draw);

static inline struct wmo_inwoner *wmo_gemeente_inwoner(struct wmo_gemeente *self,
                                                       uint32_t row)
{
    return &self->inwoners.rows[row];
}

/* Notes in the journal what happens now to [inwoner], which need not be in the table;
 * [count] is what {nachten} stands for in the sentence of [kind]. */
static inline void wmo_gemeente_note_as(struct wmo_gemeente *self,
                                        const struct wmo_inwoner *inwoner,
                                        enum wmo_journal_kind kind, int64_t count)
{
    if (self->journal.is_open) {
        wmo_journal_note(&self->journal, self->engine.now, inwoner, kind, count);
    }
}

/* The same of the inwoner at [row]. */
static inline void wmo_gemeente_note(struct wmo_gemeente *self, uint32_t row,
                                     enum wmo_journal_kind kind)
{
    wmo_gemeente_note_as(self, &self->inwoners.rows[row], kind, 0);
}

static inline struct wmo_team *wmo_gemeente_team(struct wmo_gemeente *self, int team)
{
    return &self->teams.items[team];
}

/* The calendar year. */
static inline int wmo_gemeente_year(const struct wmo_gemeente *self)
{
    return self->landschap.periode.first_year + self->year_index;
}

/* The team of the buurtteam that serves [wijk], the same in all years. */
static inline int wmo_gemeente_buurtteam(const struct wmo_gemeente *self, int wijk)
{
    const struct wmo_aanbieders *aanbieders = &self->landschap.aanbieders;
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(aanbieders, 0, self->landschap.zorgvormen.buurtteam, wijk);
    return wmo_aanbieders_team(aanbieders, keuze->aanbod[0], wijk);
}

/* The line of the sociale basis in [wijk]. */
static inline int wmo_gemeente_line_sociale_basis(const struct wmo_gemeente *self,
                                                  int wijk)
{
    return wmo_record_line(&self->record, self->landschap.aanbieders.aanbod_count,
                           wijk);
}

/* The totals of this year of what belongs to [team] as a whole. */
static inline struct wmo_tel *wmo_gemeente_team_tel(struct wmo_gemeente *self, int team)
{
    const struct wmo_team *t = &self->teams.items[team];
    return wmo_record_tel(&self->record,
                          wmo_record_line(&self->record, t->aanbod, t->wijk));
}

/* Where [inwoner] is counted: on the lines of its team or the sociale basis. */
struct wmo_plek wmo_gemeente_plek(const struct wmo_gemeente *self,
                                  const struct wmo_inwoner *inwoner);

/* The line on which an inwoner of [wijk] on the list of [team] is counted. */
static inline int wmo_gemeente_line(const struct wmo_gemeente *self, int team, int wijk)
{
    return wmo_record_line(&self->record, self->teams.items[team].aanbod, wijk);
}

#endif
