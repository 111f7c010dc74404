/* models/beweging/geldstroom.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/beweging/geldstroom.h"

#include <math.h>

/* Steps of the ramp, which is taken as level within one. */
#define STEP (365.25 * (double)SIM_DAY / 12)

double wmo_geldstroom_verschoven(const struct wmo_ramp *ramp, double days,
                                 sim_time time)
{
    double moved = 0, at = fmin(0, (double)ramp->start);
    while (at < (double)time) {
        double step = fmin(STEP, (double)time - at);
        double now = wmo_ramp_at(ramp, (sim_time)(at + step / 2));
        moved += (now - moved) * -expm1(-step / (days * (double)SIM_DAY));
        at += step;
    }
    return moved;
}

double wmo_geldstroom_naar_buurtteam(const struct wmo_landschap *landschap,
                                     int zorgvorm, int year_index)
{
    const struct wmo_beweging *beweging = &landschap->beweging;
    const struct wmo_zorgvorm *z = &landschap->zorgvormen.items[zorgvorm];
    if (!z->verschuifbaar || beweging->budget_volgt <= 0) {
        return 0;
    }
    return beweging->budget_volgt * beweging->lichtheid *
           wmo_geldstroom_verschoven(&beweging->aandeel, z->verblijfsduur.mean,
                                     landschap->periode.year_start[year_index]);
}

/* Gives [cents], below 0: takes, to the teams of [zorgvorm] in [wijk] by weight; all of
 * it, to the cent. */
static void give(const struct wmo_landschap *landschap, int year_index,
                 const struct wmo_geldboek *boek, int zorgvorm, int wijk, int64_t cents)
{
    const struct wmo_aanbieders *aanbieders = &landschap->aanbieders;
    const struct wmo_keuze *keuze =
        wmo_aanbieders_keuze(aanbieders, year_index, zorgvorm, wijk);
    int64_t given = 0;
    for (int i = 0; i < keuze->count; i++) {
        int team = wmo_aanbieders_team(aanbieders, keuze->aanbod[i], wijk);
        int at = team * landschap->wijken.count + wijk;
        int64_t up_to = i == keuze->count - 1
                            ? cents
                            : llround((double)cents * keuze->cumulative[i]);
        boek->wijk_cents[at] += up_to - given;
        boek->verschoven[at] += up_to - given;
        given = up_to;
    }
}

/* What moves is a part of the budget of the wijk, so it does not depend on who gives
 * the care there. No more goes than there is. */
static void move_from(const struct wmo_landschap *l, int year_index, int zorgvorm,
                      int wijk, const struct wmo_geldboek *boek)
{
    int year = l->periode.first_year + year_index;
    double euro = wmo_begroting_wijk(&l->begroting, &l->zorgvormen.items[zorgvorm],
                                     wijk, year, &l->wijken);
    double open =
        fmin(euro, wmo_open_voorzieningen_uit_zorgvorm(l, zorgvorm, wijk, year));
    int64_t to_open = llround(100 * open);
    int64_t to_buurtteam = (int64_t)floor(
        100 * (euro - open) * wmo_geldstroom_naar_buurtteam(l, zorgvorm, year_index));
    boek->sociale_basis[wijk] += to_open;
    give(l, year_index, boek, zorgvorm, wijk, -to_open - to_buurtteam);
    give(l, year_index, boek, l->zorgvormen.buurtteam, wijk, to_buurtteam);
}

void wmo_geldstroom_move(const struct wmo_landschap *landschap, int year_index,
                         const struct wmo_geldboek *boek)
{
    for (int z = 0; z < landschap->zorgvormen.count; z++) {
        for (int w = 0; w < landschap->wijken.count; w++) {
            move_from(landschap, year_index, z, w, boek);
        }
    }
}
