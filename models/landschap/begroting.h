/* models/landschap/begroting.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taakgerichte bekostiging: the begrotingsposten, their division over zorgvormen
 * and wijken, and what a fte costs, year by year. Budgets are whole cents.
 */
#ifndef WMO_BEGROTING_H
#define WMO_BEGROTING_H

#include "models/landschap/aanbieder.h"

enum wmo_verdeling {
    WMO_VERDELING_VRAAG,
    WMO_VERDELING_INWONERS,
    WMO_VERDELING_GELIJK,
    WMO_VERDELING_BEHOEFTE,
    WMO_VERDELING_ONGELIJK,
    WMO_VERDELING_WACHTLIJST /* by demand, but for what kader.h divides by list */
};

/* Amounts at the price level are indexed from there; nominal ones are the euros of
 * their year, and are indexed only past the years that are given. */
enum wmo_bedragen { WMO_BEDRAGEN_REEEL, WMO_BEDRAGEN_NOMINAAL };

struct wmo_begroting {
    int prijspeil;                      /* year of the price level */
    double indexatie, loonkosten_groei; /* per year */
    double groei_met_inwoners; /* share of inhabitants' growth that a post follows */
    enum wmo_verdeling verdeling;
    double gewicht_65plus;          /* of the division that invests unequally */
    double gewicht_wachtlijst;      /* share of a budget that follows who waits */
    double groei_met_vraag;         /* share of the growth of aanmeldingen that is */
    double groei_met_vraag_maximum; /* followed, and of a year at most this */
    int kader_maand;                /* on whose first day the kaderbrief is written */
    int post_count;
    const char **naam;              /* [post_count] owned, of texts of the scenario */
    struct sim_series *bedrag_euro; /* [post_count] owned */
    enum wmo_bedragen *bedragen;    /* [post_count] owned */
};

SIM_MUST_CHECK enum sim_status wmo_begroting_load(struct wmo_begroting *self,
                                                  const struct sim_scenario *scenario);
void wmo_begroting_free(struct wmo_begroting *self);

/* The budget of [post] in calendar year [year], in euro of that year: the amount of
 * its series, indexed (see wmo_bedragen); past the last year of the series it grows
 * with the inwoners. */
double wmo_begroting_post(const struct wmo_begroting *self, int post, int year,
                          const struct wmo_wijken *wijken);

/* What of [post] [zorgvorm] gets in [wijk] in [year], in euro of that year. */
double wmo_begroting_wijk(const struct wmo_begroting *self,
                          const struct wmo_zorgvorm *zorgvorm, int wijk, int year,
                          const struct wmo_wijken *wijken);

/* Cost of a fte, and of activities for an inwoner during a year, in euro of [year]. */
double wmo_begroting_kostprijs(const struct wmo_begroting *self,
                               const struct wmo_zorgvorm *zorgvorm, int year);
double wmo_begroting_activiteiten(const struct wmo_begroting *self,
                                  const struct wmo_zorgvorm *zorgvorm, int year);

/* The same of transport of [soort], an enum wmo_vervoer_soort, on a day every week. */
double wmo_begroting_vervoer(const struct wmo_begroting *self,
                             const struct wmo_zorgvorm *zorgvorm, int soort, int year);

#endif
