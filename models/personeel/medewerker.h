/* models/personeel/medewerker.h - SPDX-License-Identifier: GPL-3.0-or-later
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

#include "models/landschap/formatieplan.h"
#include "sim/engine/fel.h"
#include "sim/engine/queue.h"

struct wmo_gemeente;
struct wmo_tel;

/* The skill in the pool of everybody who is in dienst, also when absent. */
#define WMO_SKILL_IN_DIENST (UINT32_C(1) << 31)
/* Of who may have another inwoner: the caseload is not full. */
#define WMO_SKILL_RUIMTE (UINT32_C(1) << 30)

enum wmo_medewerker_toestand {
    WMO_MEDEWERKER_VERVALLEN, /* the formatie has no such position now */
    WMO_MEDEWERKER_VACATURE,
    WMO_MEDEWERKER_WERKZAAM, /* from here on in dienst */
    WMO_MEDEWERKER_KORT_ZIEK,
    WMO_MEDEWERKER_LANG_ZIEK,
};

struct wmo_medewerker {
    sim_time in_dienst;   /* since when; before 0 for who was there at the start */
    sim_event_id vertrek; /* or, of a vacature, the end of the werving */
    sim_event_id ingewerkt;
    sim_event_id verzuim;    /* the next illness, or its end */
    sim_event_id overdragen; /* of the inwoners, during a long illness */
    uint32_t persoon;        /* the how-manieth on this position, from 0 */
    uint32_t werving;        /* attempts to fill the vacature so far */
    uint32_t ziekmeldingen;  /* so far */
    uint32_t specialismen;   /* bit d: of doelgroep d */
    int32_t minutes;  /* a week by contract: the position's part of the formatie */
    int32_t given;    /* of those, what is there in the pool now */
    int32_t missing;  /* of those, what a short illness takes away now */
    int32_t positie;  /* number within the team */
    int32_t inwoners; /* the caseload, a list through the inwoners; not of a groep */
    uint32_t eerste, laatste; /* of those; SIM_ENTITY_NONE: nobody */
    int32_t overdrachten;     /* inwoners taken over this week, which takes hours */
    int32_t overgedragen;     /* the same, in a transition */
    int32_t verloren;         /* minutes that a transition takes away now */
    int32_t member; /* of the pool of the team; a groep is one member together */
    int16_t team;
    uint8_t toestand; /* enum wmo_medewerker_toestand */
    uint8_t functie;  /* of the position, for good; WMO_GEEN_FUNCTIE: none */
    bool inwerken;
    bool weg; /* for a while, with part of the aanbieder: omvallen.h */
};

/* How many people and hours a team has, over time. */
struct wmo_bezetting {
    struct sim_timeavg formatie;  /* minutes a week of all its positions */
    struct sim_timeavg aanwezig;  /* of those, with somebody who is there */
    struct sim_timeavg vacatures; /* positions without anybody */
    struct sim_timeavg in_dienst; /* people */
    struct sim_timeavg ziek;      /* people */
    struct sim_timeavg missing;   /* minutes a week that short illness takes away */
    struct sim_timeavg inwoners;  /* that they support */
    struct sim_timeavg verloren;  /* minutes a week that a transition takes away */
    sim_time overgang;            /* when that began, once in_overgang */
    double dip;                   /* share of the hours that it takes away now */
    bool in_overgang;
    int sleutel;           /* the team that names its people in the draws, */
    int32_t sleutel_vanaf; /* where its position 0 has this number */
    uint32_t first;        /* row of its position 0 */
    int32_t posities;      /* rows it has: the most of any year */
    int32_t formatie_nu;   /* positions of this year */
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

/* Positions of [team] now, filled or not. */
int32_t wmo_medewerkers_posities(const struct wmo_medewerkers *self, int team);

/* Once inwoners are in care at the start: what is under way among the medewerkers. */
SIM_MUST_CHECK enum sim_status wmo_medewerkers_begin(struct wmo_gemeente *gemeente);

/* [row], a vacature, is filled from now on. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_aanname(struct wmo_gemeente *gemeente,
                                                      uint32_t row);

/* Somebody who was there already fills [row]. */
SIM_MUST_CHECK enum sim_status
wmo_medewerker_begin_dienst(struct wmo_gemeente *gemeente, uint32_t row);

/* [row] becomes a position without anybody: a vacature, or filled on the spot where
 * that takes no time. [under_way]: it has been one for a while. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_open(struct wmo_gemeente *gemeente,
                                                   uint32_t row, bool under_way);

/* The person on [row] goes for good; whether the position stays follows from the
 * formatie. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_leave(struct wmo_gemeente *gemeente,
                                                    uint32_t row);

/* [row], which somebody fills or which is a vacature, is no more: who was there goes on
 * elsewhere, and its inwoners have gone before. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_gaat_mee(struct wmo_gemeente *gemeente,
                                                       uint32_t row);

/* [row], who is in dienst, goes on with another aanbieder; the position is no more, and
 * the inwoners are handed over. */
SIM_MUST_CHECK enum sim_status wmo_medewerker_gaat_over(struct wmo_gemeente *gemeente,
                                                        uint32_t row);

/* The position [row], which nobody fills, is no more. */
void wmo_medewerker_vervalt(struct wmo_gemeente *gemeente, uint32_t row);

/* Changes what [row] is and its contract, in the levels of the team and in its pool. */
void wmo_medewerker_become(struct wmo_gemeente *gemeente, uint32_t row,
                           enum wmo_medewerker_toestand toestand, int32_t minutes);

/* Gives the pool the hours that [row] has now. */
void wmo_medewerker_give(struct wmo_gemeente *gemeente, uint32_t row);

/* Who is in dienst on [row] is not there, or is back. */
void wmo_medewerker_set_weg(struct wmo_gemeente *gemeente, uint32_t row, bool weg);

/* Tells the pool who can have inwoners; of a groep that holds as long as anybody is
 * in dienst. */
void wmo_medewerker_set_skills(struct wmo_gemeente *gemeente, uint32_t row);

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
