/* models/landschap/landschap.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care landscape as the scenario describes it: everything that does not change
 * during a replication. Read once, then shared by all replications of an instance.
 */
#ifndef WMO_LANDSCHAP_H
#define WMO_LANDSCHAP_H

#include "models/landschap/aanbieder.h"
#include "models/bekostiging/bekostiging.h"
#include "models/zorg/bedden.h"
#include "models/landschap/begroting.h"
#include "models/beweging/beweging.h"
#include "models/landschap/doelgroepmix.h"
#include "models/personeel/functie.h"
#include "models/personeel/personeel.h"
#include "models/traject/pgb.h"
#include "models/landschap/instroomroute.h"
#include "models/bekostiging/eigen_bijdrage.h"
#include "models/bekostiging/reserve.h"
#include "models/organisatie/contract.h"
#include "models/organisatie/omvallen.h"
#include "models/organisatie/overgang.h"
#include "models/organisatie/onderaannemer.h"
#include "models/organisatie/overhead.h"
#include "models/beweging/open_voorziening.h"
#include "models/traject/overbrugging.h"
#include "models/traject/bemiddeling.h"
#include "models/traject/toegang.h"
#include "models/gemeente/sociale_basis.h"
#include "models/beweging/werkfit.h"
#include "models/beweging/werkwijze.h"
#include "models/traject/wachten.h"
#include "models/traject/weigering.h"
#include "models/landschap/wijk.h"
#include "models/landschap/zorgvorm.h"

/* The years and months of the run. Time 0 is the first day at 00:00. */
struct wmo_periode {
    struct sim_date start;
    int first_year, year_count;
    sim_time *year_start; /* [year_count + 1] owned; the last is the end of the run */
    int month_count;
    sim_time *month_start; /* [month_count + 1] owned */
    double *month_year;    /* [month_count] owned; middle of the month, as a year */
};

enum wmo_toewijzing {
    WMO_TOEWIJZING_AANDEEL,
    WMO_TOEWIJZING_KORTSTE,
    WMO_TOEWIJZING_RUIMTE,
    WMO_TOEWIJZING_DICHTSTBIJ
};
enum wmo_maanden_van { WMO_MAANDEN_STAD, WMO_MAANDEN_WIJKEN, WMO_MAANDEN_GEEN };
enum wmo_volgorde {
    WMO_VOLGORDE_STRIKT,
    WMO_VOLGORDE_EERSTE_PASSENDE,
    WMO_VOLGORDE_URGENTIE,
    WMO_VOLGORDE_REISTIJD
};

/* Hulpvragen over the year: a sine with its top in the middle of a month. */
struct wmo_seizoen {
    double amplitude; /* share of the mean */
    int top;          /* month, 1 to 12 */
};

/* Inwoners need more hours every year. */
struct wmo_complexiteit {
    double trend_per_year;
    double since; /* year for which the hours of the zorgvormen hold */
};

struct wmo_landschap {
    struct wmo_periode periode;
    struct wmo_wijken wijken;
    struct wmo_zorgvormen zorgvormen;
    struct wmo_leeftijdsgroepen leeftijdsgroepen;
    struct wmo_doelgroepen doelgroepen;
    struct wmo_doelgroepmix mix;
    struct wmo_instroomroutes instroom;
    struct wmo_begroting begroting;
    struct wmo_aanbieders aanbieders;
    struct wmo_bekostiging bekostiging;
    struct wmo_beweging beweging;
    struct wmo_werkwijze werkwijze;
    struct wmo_werkfit werkfit;
    struct wmo_personeel personeel;
    struct wmo_functies functies;
    struct wmo_fte_factors fte_factors;
    struct wmo_onderaannemers onderaannemers;
    struct wmo_omvallen omvallen;
    struct wmo_sociale_basis sociale_basis;
    struct wmo_open_voorzieningen open;
    struct wmo_kortdurend_verblijf kortdurend_verblijf;
    struct wmo_pgb pgb;
    struct wmo_toegang toegang;
    struct wmo_overbrugging overbrugging;
    struct wmo_wachten wachten;
    struct wmo_weigering weigering;
    struct wmo_bemiddeling bemiddeling;
    struct wmo_overgang overgang;
    struct wmo_contracten contracten;
    struct wmo_reserve reserve;
    struct wmo_eigen_bijdrage eigen_bijdrage;
    enum wmo_toewijzing toewijzing;
    enum wmo_volgorde volgorde;
    int reistijd_minutes;         /* a week, for an inwoner of another wijk */
    enum wmo_maanden_van maanden; /* which results are given per month */
    int norm_days;
    double hulpvragen_per_1000, hulpvragen_trend; /* per year, in the peiljaar */
    struct wmo_seizoen seizoen;
    struct wmo_complexiteit complexiteit;
    int peiljaar;
    double
        *verwijzing; /* [month_count x wijk_count x zorgvorm_count] owned; cumulative */
};

/* Reads [scenario], which outlives the landschap. SIM_ERR_NO_MEMORY. The caller
 * frees in either case; a zeroed struct may be freed. */
SIM_MUST_CHECK enum sim_status wmo_landschap_load(struct wmo_landschap *self,
                                                  const struct sim_scenario *scenario);
void wmo_landschap_free(struct wmo_landschap *self);

/* Direct minutes a week that a fte of [aanbod] gives in a year of the run. */
double wmo_landschap_minutes_per_fte(const struct wmo_landschap *self, int aanbod,
                                     int year_index);

/* What a fte of [zorgvorm] costs in a year of the run, in euro of that year. */
double wmo_landschap_kostprijs(const struct wmo_landschap *self, int zorgvorm,
                               int year_index);

/* Hulpvragen per year from [wijk] at [year], whatever the season. */
double wmo_landschap_hulpvragen(const struct wmo_landschap *self, int wijk,
                                double year);

/* Expected hulpvragen from [wijk], or aanmeldingen along [route] when that is not
 * WMO_NONE, per day of the month numbered [month], counted from the start. */
double wmo_landschap_instroom(const struct wmo_landschap *self, int route, int wijk,
                              int month);

/* The factor on hours of who is entered at [now]. */
double wmo_landschap_zwaarte(const struct wmo_landschap *self, sim_time now);

/* The zorgvorm to which an onderzoek of [doelgroep] in [wijk] leads that ends in the
 * month numbered [month], when a uniform draw gave [u]; WMO_NONE: the buurtteam. */
int wmo_landschap_verwijzing(const struct wmo_landschap *self, int month, int wijk,
                             int doelgroep, double u);

/* The share of the onderzoeken in [wijk] at [year] that leads to [zorgvorm]: that of
 * the city, more where the zorgvorm has more than its part of the hulpvragen. */
double wmo_landschap_aandeel_verwezen(const struct wmo_wijken *wijken,
                                      const struct wmo_zorgvorm *zorgvorm, int wijk,
                                      int peiljaar, double year);

/* The month, counted from the start, in which [time] of year [year_index] falls. */
int wmo_landschap_month(const struct wmo_landschap *self, int year_index,
                        sim_time time);

#endif
