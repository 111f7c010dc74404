/* models/gemeente/inwoner.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inwoners that are under way: from hulpvraag to the end of support. A row is
 * taken when a hulpvraag arises and given back when the inwoner leaves.
 */
#ifndef WMO_INWONER_H
#define WMO_INWONER_H

#include <stdbool.h>
#include <stdint.h>

#include "sim/engine/entity_pool.h"
#include "sim/engine/fel.h"
#include "sim/engine/first_fit.h"

enum wmo_toestand {
    WMO_TOESTAND_VRIJ,          /* the row is not in use */
    WMO_TOESTAND_SOCIALE_BASIS, /* uses a place */
    WMO_TOESTAND_WACHT,         /* on a wachtlijst */
    WMO_TOESTAND_ONDERZOEK,     /* at the buurtteam, not decided yet */
    WMO_TOESTAND_BESLUIT,       /* the onderzoek is done, the besluit prepared */
    WMO_TOESTAND_IN_ZORG,
    WMO_TOESTAND_OPEN,      /* uses a place of an open voorziening */
    WMO_TOESTAND_VERBLIJF,  /* in beschermd wonen or opvang, after an escalatie */
    WMO_TOESTAND_PGB,       /* helped outside the teams */
    WMO_TOESTAND_UIT_BEELD, /* without support, and coming back: see uitstroom.h */
};

/* What most events look at comes first, in one cache line's worth. */
struct wmo_inwoner {
    uint64_t id;        /* names the inwoner in every scenario; keys the draws */
    sim_event_id event; /* uitval while waiting, the end while supported */
    union {
        struct {                   /* while waiting */
            sim_event_id zoektijd; /* end of the search for a specialist */
            sim_event_id escalatie;
            sim_time escalatie_op; /* when that is */
            sim_time op_lijst;     /* since when on the list; not before 0 */
        };
        struct {                    /* while supported */
            sim_event_id evaluatie; /* the next one */
            sim_event_id oproep;
            int32_t reis;    /* minutes of a medewerker, per week, on the way */
            int32_t gewenst; /* minutes a week it waits for; see wens.h */
            int32_t member;  /* medewerker of staff_team */
        };
    };
    int32_t minutes;    /* of a medewerker, per week */
    int16_t team;       /* on whose list; WMO_NONE for none */
    int16_t staff_team; /* whose medewerker and budget; another when lent */
    int16_t zorgvorm;   /* WMO_NONE in the sociale basis */
    uint8_t wijk;
    uint8_t toestand;    /* enum wmo_toestand */
    uint8_t doelgroep;   /* WMO_GEEN_DOELGROEP for none */
    uint8_t specialisme; /* 1 + the doelgroep whose specialism is needed; 0: none */
    uint8_t vervoer;     /* enum wmo_vervoer_soort: to its zorgvorm */
    uint8_t wens;        /* enum wmo_wens */

    sim_time aanmelding;   /* when the present aanmelding was made */
    sim_time melding;      /* at the buurtteam; below 0: before the run */
    sim_time bepaald;      /* when its hours and stay were last decided */
    sim_time betaald_tot;  /* where a result is paid: up to here; resultaat.h */
    sim_time rest;         /* of support that was broken off; 0 for none */
    int32_t extra_minutes; /* of [minutes], because it waited or gave up */
    uint32_t oproepen;     /* planned so far */
    uint16_t evaluaties;   /* so far */
    int16_t verlies;       /* of the minutes, for want of a specialist */
    int16_t terug;         /* the zorgvorm it came back for; WMO_NONE for none */
    int16_t gezocht;       /* the zorgvorm it gave up on; WMO_NONE for none */
    int16_t geweigerd;     /* the aanbod it refused for this zorgvorm; WMO_NONE: none */
    int16_t overbrugging;  /* minutes a week of the team that gives it */
    int16_t contact;       /* minutes a week of the buurtteam beside aanvullende zorg */
    uint8_t urgentie;      /* 0: urgent, 1: normal; lower goes first */
    uint8_t reden;         /* enum wmo_reden: why support will end */
    uint8_t hervat;        /* the toestand to go on with when rest > 0, */
    uint8_t hervat_event;  /* and what happens when that is over */
    uint8_t keer;          /* times it gave up and came back */
    bool geescaleerd;      /* in the present wait, or the one before the start */
    uint8_t leeftijdsgroep; /* WMO_GEEN_LEEFTIJDSGROEP for none */
    uint8_t zonder_match;   /* the specialisme it did without; 0: none */
    uint8_t oordeel;        /* enum wmo_oordeel: what a herindicatie is for */
    uint8_t resultaten;     /* sums agreed so far; resultaat.h */
};

/* The place of an inwoner in the caseload of its medewerker. Beside the rows, since who
 * comes or goes changes those of its neighbours, and only this of them. */
struct wmo_caseload_link {
    uint32_t vorige, volgende;
};

/* What an inwoner who is supported takes of a medewerker, in minutes a week. */
static inline int32_t wmo_inwoner_werk(const struct wmo_inwoner *inwoner)
{
    return inwoner->minutes + inwoner->reis;
}

struct wmo_inwoners {
    struct sim_entity_pool pool;
    struct wmo_inwoner *rows;        /* [pool.capacity] owned */
    struct wmo_caseload_link *links; /* [pool.capacity] owned */
    struct sim_first_fit wachtenden; /* their places on the wachtlijsten */
};

/* Prepares a table for [capacity] inwoners at once; it grows when that is not enough.
 * SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_inwoners_init(struct wmo_inwoners *self,
                                                 uint32_t capacity);
void wmo_inwoners_free(struct wmo_inwoners *self);
void wmo_inwoners_reset(struct wmo_inwoners *self);

/* Takes a row for the inwoner called [id] of [wijk]. When the table has to grow, its
 * rows move. SIM_ERR_NO_MEMORY. */
SIM_MUST_CHECK enum sim_status wmo_inwoners_add(struct wmo_inwoners *self, uint64_t id,
                                                int wijk, uint32_t *row);
void wmo_inwoners_remove(struct wmo_inwoners *self, uint32_t row);

/* The name of an inwoner: where it came from ([source], below 2^16), its wijk and its
 * number there (below 2^32). The same in every scenario with the same demand. */
uint64_t wmo_inwoner_id(uint32_t source, int wijk, uint64_t number);

/* Who comes back is the same person in a next episode, with new luck. */
#define WMO_EPISODE_SHIFT 32
#define WMO_EPISODE_MAX 255

static inline unsigned wmo_inwoner_episode(uint64_t id)
{
    return (unsigned)(id >> WMO_EPISODE_SHIFT) & WMO_EPISODE_MAX;
}

/* [id] in the first episode. */
static inline uint64_t wmo_inwoner_person(uint64_t id)
{
    return id & ~((uint64_t)WMO_EPISODE_MAX << WMO_EPISODE_SHIFT);
}

/* The name in the episode after [id], which is before the last. */
static inline uint64_t wmo_inwoner_next_episode(uint64_t id)
{
    return id + ((uint64_t)1 << WMO_EPISODE_SHIFT);
}

#endif
