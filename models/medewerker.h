/* models/medewerker.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The medewerkers as individuals. A row is a position in the formatie of a team, and
 * whoever fills it: a position lasts, people come and go. The hours that placement
 * sees are those of the people who are there.
 *
 *   position in the formatie -> vacature -> inwerken -> werkzaam -> vertrek -> vacature
 */
#ifndef WMO_MEDEWERKER_H
#define WMO_MEDEWERKER_H

#include <stdbool.h>
#include <stdint.h>

#include "models/formatieplan.h"
#include "sim/engine/fel.h"
#include "sim/engine/queue.h"

struct wmo_gemeente;
struct wmo_tel;

/* The skill in the pool of everybody who is in dienst, also when absent. */
#define WMO_SKILL_IN_DIENST (UINT32_C(1) << 31)

enum wmo_medewerker_toestand {
    WMO_MEDEWERKER_VERVALLEN, /* the formatie has no such position now */
    WMO_MEDEWERKER_VACATURE,
    WMO_MEDEWERKER_WERKZAAM,
};

struct wmo_medewerker {
    sim_time in_dienst;   /* since when; before 0 for who was there at the start */
    sim_event_id vertrek; /* or, of a vacature, the end of the werving */
    sim_event_id ingewerkt;
    uint32_t persoon; /* the how-manieth on this position, from 0 */
    uint32_t werving; /* attempts to fill the vacature so far */
    int32_t minutes;  /* a week by contract: the position's part of the formatie */
    int32_t given;    /* of those, what is there in the pool now */
    int32_t positie;  /* number within the team */
    int32_t member;   /* of the pool of the team; a groep is one member together */
    int16_t team;
    uint8_t toestand; /* enum wmo_medewerker_toestand */
    bool inwerken;
};

/* How many people and hours a team has, over time. */
struct wmo_bezetting {
    struct sim_timeavg formatie;  /* minutes a week of all its positions */
    struct sim_timeavg aanwezig;  /* of those, with somebody who is there */
    struct sim_timeavg vacatures; /* positions without anybody */
    struct sim_timeavg in_dienst; /* people */
    uint32_t first;               /* row of its position 0 */
    int32_t posities;             /* rows it has: the most of any year */
    int32_t formatie_nu;          /* positions of this year */
};

struct wmo_medewerkers {
    uint32_t count;
    struct wmo_medewerker *rows; /* [count] owned; by team */
    int team_count;
    struct wmo_bezetting *teams;       /* [team_count] owned */
    struct sim_queue_link *links;      /* [count] owned */
    struct sim_queue zonder_kandidaat; /* vacatures for which nobody is in view */
    int64_t werkzoekenden;
    uint32_t instroom_count, uitstroom_count; /* draws so far */
    sim_event_id uitstroom;                   /* of the next werkzoekende */
};

/* Room for the positions of every year of [plan]. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status
wmo_medewerkers_init(struct wmo_medewerkers *self, const struct wmo_formatieplan *plan);
void wmo_medewerkers_free(struct wmo_medewerkers *self);
void wmo_medewerkers_reset(struct wmo_medewerkers *self);

/* The name of a person, for the draws: the [persoon]-th on [positie] of [team]. No
 * inwoner has it: theirs are below 2^63. */
uint64_t wmo_medewerker_id(int team, int positie, uint32_t persoon);

/* Gives every team the positions of year [year_index]: new ones are vacatures, or
 * filled in the first year, and where there are fewer, vacatures go first. */
SIM_MUST_CHECK enum sim_status wmo_medewerkers_new_year(struct wmo_gemeente *gemeente,
                                                        int year_index);

/* Once inwoners are in care at the start: what is under way among the medewerkers. */
SIM_MUST_CHECK enum sim_status wmo_medewerkers_begin(struct wmo_gemeente *gemeente);

/* [row], a vacature, is filled from now on. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_aanname(struct wmo_gemeente *gemeente,
                                                      uint32_t row);

/* Adds what [team] had in people and hours since the last year to [tel]; [capacity] is
 * the integral of the hours in its pool. */
void wmo_medewerkers_close_year(struct wmo_gemeente *gemeente, int team,
                                int64_t capacity, struct wmo_tel *tel);

/* Positions the draws at those of person [row] for [purpose] and [purpose] (enum
 * wmo_purpose_medewerker), the [number]-th of their kind. */
void wmo_medewerker_seek(struct wmo_gemeente *gemeente, uint32_t row, uint32_t purpose,
                         uint32_t number);

/* Handlers of the events of the same name; the entity is a row. */
enum sim_status wmo_medewerker_vertrek(void *gemeente, uint32_t row);
enum sim_status wmo_medewerker_ingewerkt(void *gemeente, uint32_t row);

#endif
