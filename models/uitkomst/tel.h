/* models/uitkomst/tel.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The counters of a period (a year, a month) on one line: all named here and nowhere
 * else, with how they add up. Counts are of inwoners, times in seconds.
 */
#ifndef WMO_TEL_H
#define WMO_TEL_H

#include <stdint.h>

/* clang-format off */

/* The accounts, by what was paid for; booked by bekostiging/grootboek.h alone. These
 * are paid from a ceiling, and together are geboekt_cents, */
#define WMO_TEL_ONDER_PLAFOND(X)                                                       \
    X(int64_t, ondersteuning_cents) /* hours for inwoners in care */                   \
    X(int64_t, activiteiten_cents)                                                     \
    X(int64_t, vervoer_cents)                                                          \
    X(int64_t, consultatie_cents)   /* hours that are kept free for it */              \
    X(int64_t, overig_cents)        /* other hours that are no case */                 \
    X(int64_t, pgb_zorgvorm_cents)  /* pgb's on the budget of a zorgvorm */

/* and these with them are all that is paid. */
#define WMO_TEL_BOEKINGEN(X)                                                           \
    WMO_TEL_ONDER_PLAFOND(X)                                                           \
    X(int64_t, pgb_cents)           /* other pgb's */                                  \
    X(int64_t, open_cents)          /* open voorzieningen */                           \
    X(int64_t, investering_cents)   /* in places of the sociale basis */               \
    X(int64_t, kort_cents)          /* kortdurend verblijf */                          \
    X(int64_t, verblijf_cents)      /* after an escalatie */                           \
    X(int64_t, contract_cents)      /* the gemeente's care of a contract */

/* What comes in. */
#define WMO_TEL_ONTVANGSTEN(X)                                                         \
    X(int64_t, eigen_bijdrage_cents)

/* These add up over lines and periods. */
#define WMO_TEL_SOMMEN(X)                                                              \
    X(int64_t, aangemeld)                                                              \
    X(int64_t, gestart)                                                                \
    X(int64_t, uitstroom)                                                              \
    X(int64_t, doel_bereikt)    /* of uitstroom, by reason: uitstroom.h */             \
    X(int64_t, naar_wlz)                                                               \
    X(int64_t, naar_participatiewet)                                                   \
    X(int64_t, verhuisd)                                                               \
    X(int64_t, overleden)                                                              \
    X(int64_t, terugval)                                                               \
    X(int64_t, doorstroom)      /* of those, who went on to another zorgvorm */        \
    X(int64_t, groepen_area)    /* open groups x time */                               \
    X(int64_t, dagdelen_area)   /* places taken in them x time */                      \
    X(int64_t, oproepen)        /* of inwoners in care, of 24-hour availability */     \
    X(int64_t, oproepen_direct) /* of those, answered at once */                       \
    X(int64_t, evaluaties)                                                             \
    X(int64_t, opgeschaald)     /* by evaluations, and so below */                     \
    X(int64_t, afgeschaald)                                                            \
    X(int64_t, naar_lichter)    /* of uitstroom: to a lighter spoor */                 \
    X(int64_t, opschaling_area) /* inwoners in care waiting for hours x time */        \
    X(int64_t, geblokkeerd_area) /* in care waiting for a lighter spoor x time */      \
    X(int64_t, uitval)                                                                 \
    X(int64_t, verschoven)                                                             \
    X(int64_t, geen_plaats)                                                            \
    X(int64_t, wacht)           /* aanmelding to start, over those who started */      \
    X(int64_t, gestart_urgent)                                                         \
    X(int64_t, wacht_urgent)    /* the same over those of gestart who were urgent */   \
    X(int64_t, lijst_area)      /* inwoners waiting x time */                          \
    X(double, lijst_gewacht)    /* in hours, each weighted by hours waited so far */   \
    X(int64_t, zorg_area)       /* inwoners in care x time */                          \
    X(int64_t, gebruikt_area)   /* minutes a week (or places) in use x time */         \
    X(int64_t, belasting_area)  /* minutes a week that are no case x time */           \
    X(int64_t, besluiten)                                                              \
    X(int64_t, tot_besluit)     /* melding to besluit, over those besluiten */         \
    X(int64_t, consultatie)     /* supported by the buurtteam thanks to that */        \
    X(int64_t, overbrugd)       /* came on the list, and got overbrugging */           \
    X(int64_t, niet_overbrugd)  /* came on the list, with no hours for it */           \
    X(int64_t, escalatie)                                                              \
    X(int64_t, naar_verblijf)   /* of those */                                         \
    X(int64_t, terugkeer)       /* came back after uitval */                           \
    X(int64_t, geweigerd)       /* said no to the aanbieder when they could begin */   \
    X(int64_t, afgewezen)       /* to whom an aanbieder said no */                     \
    X(int64_t, bemiddeld)       /* went from its list to another aanbieder */          \
    X(int64_t, onderaanneming)  /* for whom an onderaannemer was found */              \
    X(int64_t, verblijf_area)   /* inwoners in verblijf x time */                      \
    X(int64_t, extra_cents)     /* of geboekt_cents, because of waiting */             \
    X(int64_t, capaciteit_area) /* minutes a week (or places) there are x time */      \
    X(double, fte_area)         /* fte of the formatie x time */                       \
    X(double, aanwezig_area)    /* fte of medewerkers who are there x time */          \
    X(double, productief_area)  /* fte's worth of hours that they give x time */       \
    X(int64_t, vacature_area)   /* vacatures x time */                                 \
    X(int64_t, in_dienst_area)  /* medewerkers x time */                               \
    X(int64_t, ziek_area)       /* medewerkers who are ill x time */                   \
    X(int64_t, begeleid_area)   /* inwoners supported by the team x time */            \
    X(int64_t, specialistisch)  /* started who needed a specialism */                  \
    X(int64_t, passend)         /* of those, with somebody who has it */               \
    X(int64_t, wisselingen)     /* inwoners who got another medewerker */              \
    X(int64_t, teruggezet)      /* inwoners back to the list when theirs left */       \
    X(int64_t, overgedragen)    /* of wisselingen, in a transition; and so below */    \
    X(int64_t, overgang_uitval) /* inwoners who left instead */                        \
    X(int64_t, overgang_area)   /* minutes a week that medewerkers lose x time */      \
    X(int64_t, aangenomen)      /* medewerkers */                                      \
    X(int64_t, vertrokken)      /* medewerkers */                                      \
    X(int64_t, omgevallen)      /* aanbieders: omvallen.h */                           \
    X(int64_t, overgestapt)     /* in care, to another aanbieder: overstap.h */         \
    X(int64_t, nieuw_bedrag)    /* in care beyond the term of a sum, with a new one, */\
    X(int64_t, zonder_bedrag)   /* and without: resultaat.h */                         \
    X(int64_t, niet_verlengd)   /* aanbieders whose contract was not: contract.h */    \
    X(int64_t, pgb_gestart)                                                            \
    X(int64_t, pgb_area)        /* inwoners with a pgb x time */                       \
    X(int64_t, open_gestart)    /* in open voorzieningen, and so below */              \
    X(int64_t, open_aanzuiging)                                                        \
    X(int64_t, open_geen_plaats)                                                       \
    X(int64_t, open_area)       /* places in use x time */                             \
    X(int64_t, kort_aanvragen)  /* of kortdurend verblijf, and so below */             \
    X(int64_t, kort_verblijven) /* begun */                                            \
    X(int64_t, kort_respijt)    /* of those, planned respijt */                        \
    X(int64_t, kort_wacht)      /* request to bed, over those */                       \
    X(int64_t, kort_afgewezen)  /* at the last minute, with no bed free */             \
    X(int64_t, kort_opgegeven)  /* adempauzes that had no bed in time */               \
    X(int64_t, kort_etmalen)    /* of the stays that began */                          \
    X(int64_t, kort_begroot_cents)                                                     \
    X(int64_t, kort_bedden_area) /* beds x time */                                     \
    X(int64_t, kort_bezet_area) /* beds in use x time */                               \
    X(int64_t, werkfit)         /* to the Participatiewet instead of on: werkfit.h */  \
    X(int64_t, verschoven_cents) /* of budget, gained from other lines */              \
    X(int64_t, bespaard_groep)   /* minutes a week at the start: werkwijze.h */        \
    X(int64_t, bespaard_blended)                                                       \
    X(int64_t, vervoer_area)     /* inwoners in care with transport x time */          \
    X(int64_t, geen_vervoer)     /* came on the list while transport was full */       \
    X(int64_t, begroot_cents)                                                          \
    X(int64_t, teruggegeven_cents) /* of that, not used and not kept */                \
    X(int64_t, tekort_cents)    /* booked beyond ceiling and reserve */                \
    X(int64_t, social_return_cents)                                                    \
    X(int64_t, geboekt_cents)    /* charged to a ceiling */                            \
    X(int64_t, betaald_cents)    /* to aanbieders, at the end of the year */           \
    X(int64_t, personeel_cents)  /* what their medewerkers cost; the same */           \
    X(int64_t, afgezien)         /* of support, because of the eigen bijdrage */       \
    WMO_TEL_BOEKINGEN(X)                                                               \
    WMO_TEL_ONTVANGSTEN(X)

/* The same, but each belongs to a day that may lie in another period than the present
 * one, and is counted there. */
#define WMO_TEL_EIGEN_DAG(X)                                                           \
    X(int64_t, norm_allen)      /* whose norm day fell in the period */                \
    X(int64_t, norm_binnen)     /* of those, who had started by then */                \
    X(int64_t, onderzoek_allen) /* whose term for the onderzoek ended in the period */ \
    X(int64_t, onderzoek_binnen)                                                       \
    X(int64_t, besluit_allen)   /* whose term for the besluit ended in the period */   \
    X(int64_t, besluit_binnen)

/* Levels at the end of the period; they add up over lines only. */
#define WMO_TEL_STANDEN(X)                                                             \
    X(int64_t, lijst_eind)      /* inwoners waiting */                                 \
    X(int64_t, reserve_cents)   /* kept for the next year */

/* Of these the highest counts, over lines and periods; kept per year only. */
#define WMO_TEL_HOOGSTE(X)                                                             \
    X(int64_t, langste_wacht)

/* clang-format on */

#define WMO_TEL_FIELD(type, name) type name;
struct wmo_tel {
    WMO_TEL_SOMMEN(WMO_TEL_FIELD)
    WMO_TEL_EIGEN_DAG(WMO_TEL_FIELD)
    WMO_TEL_STANDEN(WMO_TEL_FIELD)
    WMO_TEL_HOOGSTE(WMO_TEL_FIELD)
};
#undef WMO_TEL_FIELD

/* Adds what was counted on another line in the same period. */
void wmo_tel_add_line(struct wmo_tel *sum, const struct wmo_tel *tel);

/* Adds what was counted in a later period: its levels at the end count. */
void wmo_tel_add_period(struct wmo_tel *sum, const struct wmo_tel *tel);

/* Makes [part] what [whole] has more than [before], with the levels of [whole]; leaves
 * in [part] what belongs to a day of its own. */
void wmo_tel_subtract(struct wmo_tel *part, const struct wmo_tel *whole,
                      const struct wmo_tel *before);

#endif
