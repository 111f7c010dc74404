/* models/uitkomst/plantabel.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/plantabel.h"

#include <math.h>
#include <stdio.h>

#include "models/landschap/formatieplan.h"

static const char *const COLUMNS[] = {
    "jaar", "wijk",          "taak",           "functie",
    "fte",  "kostprijs_fte", "personeel_euro", "activiteiten_euro"};
static const int DECIMALS[] = {1, 0, 0, 0};

struct part {
    double fte, personeel, activiteiten; /* euro */
};

struct listing {
    const struct wmo_landschap *landschap;
    const struct wmo_formatieplan *plan;
    int year_index;
    char jaar[16];
    sim_plan_put *put;
    void *context;
};

static void put(const struct listing *self, const char *wijk, const char *taak,
                const char *functie, struct part part, bool is_detail)
{
    struct sim_plan_row row = {
        .texts = {self->jaar, wijk, taak, functie},
        .numbers = {part.fte, part.fte > 0 ? part.personeel / part.fte : NAN,
                    part.personeel, part.activiteiten},
        .is_detail = is_detail,
    };
    self->put(self->context, &row);
}

static struct part plus(struct part a, struct part b)
{
    return (struct part){a.fte + b.fte, a.personeel + b.personeel,
                         a.activiteiten + b.activiteiten};
}

/* What the teams of [zorgvorm] have for [wijk]. */
static struct part of_wijk(const struct listing *self, int zorgvorm, int wijk)
{
    const struct wmo_landschap *l = self->landschap;
    const struct wmo_zorgvorm *z = &l->zorgvormen.items[zorgvorm];
    int64_t cents = 0;
    for (int t = 0; t < l->aanbieders.team_count; t++) {
        if (l->aanbieders.aanbod[l->aanbieders.teams[t].aanbod].zorgvorm == zorgvorm) {
            cents += wmo_formatieplan_wijk_cents(self->plan, self->year_index, t, wijk);
        }
    }
    double euro = (double)cents / 100;
    double kostprijs = wmo_landschap_kostprijs(l, zorgvorm, self->year_index);
    double personeel = euro * (1 - z->aandeel_activiteiten);
    return (struct part){personeel / kostprijs, personeel,
                         euro * z->aandeel_activiteiten};
}

/* The rows of [part] by functie: their shares of the fte, each at its own kostprijs. */
static void put_functies(const struct listing *self, const char *wijk, int zorgvorm,
                         struct part part)
{
    const struct wmo_functies *f = &self->landschap->functies;
    const char *taak = self->landschap->zorgvormen.items[zorgvorm].naam;
    double whole = 0, mean = wmo_functies_kosten_factor(f, zorgvorm);
    for (int i = 0; i < f->count; i++) {
        whole += f->occurs[i * f->zorgvormen + zorgvorm] ? f->items[i].aandeel : 0;
    }
    for (int i = 0; i < f->count; i++) {
        if (f->occurs[i * f->zorgvormen + zorgvorm]) {
            double share = f->items[i].aandeel / whole;
            double euro = share * f->items[i].kosten_factor / mean;
            put(self, wijk, taak, f->items[i].naam,
                (struct part){share * part.fte, euro * part.personeel, 0}, true);
        }
    }
}

static struct part put_zorgvorm(const struct listing *self, int zorgvorm)
{
    const struct wmo_landschap *l = self->landschap;
    const char *taak = l->zorgvormen.items[zorgvorm].naam;
    struct part sum = {0};
    for (int w = 0; w < l->wijken.count; w++) {
        struct part part = of_wijk(self, zorgvorm, w);
        put(self, l->wijken.items[w].naam, taak, "totaal", part, true);
        put_functies(self, l->wijken.items[w].naam, zorgvorm, part);
        sum = plus(sum, part);
    }
    put(self, "totaal", taak, "totaal", sum, false);
    put_functies(self, "totaal", zorgvorm, sum);
    return sum;
}

/* What no zorgvorm has of [post], when its zorgvormen have [used]. */
static struct part put_rest(const struct listing *self, int post, double share,
                            struct part used)
{
    const struct wmo_landschap *l = self->landschap;
    struct part rest = {0};
    if (share > 0.99999 || used.fte <= 0) {
        return rest;
    }
    rest.personeel =
        (1 - share) * wmo_begroting_post(&l->begroting, post,
                                         l->periode.first_year + self->year_index,
                                         &l->wijken);
    rest.fte = rest.personeel * used.fte / used.personeel;
    char taak[160];
    snprintf(taak, sizeof taak, "overig uit %s", l->begroting.naam[post]);
    put(self, "totaal", taak, "totaal", rest, false);
    return rest;
}

static void put_post(const struct listing *self, int post)
{
    const struct wmo_landschap *l = self->landschap;
    struct part sum = {0};
    double share = 0;
    for (int z = 0; z < l->zorgvormen.count; z++) {
        if (l->zorgvormen.items[z].post == post) {
            sum = plus(sum, put_zorgvorm(self, z));
            share += l->zorgvormen.items[z].aandeel_post;
        }
    }
    sum = plus(sum, put_rest(self, post, share, sum));
    char taak[160];
    snprintf(taak, sizeof taak, "post %s", l->begroting.naam[post]);
    put(self, "totaal", taak, "totaal", sum, false);
}

static void put_years(struct listing *self)
{
    for (int y = 0; y < self->landschap->periode.year_count; y++) {
        self->year_index = y;
        snprintf(self->jaar, sizeof self->jaar, "%d",
                 self->landschap->periode.first_year + y);
        for (int p = 0; p < self->landschap->begroting.post_count; p++) {
            put_post(self, p);
        }
    }
}

static enum sim_status list(const struct sim_scenario *scenario, sim_plan_put *give,
                            void *context)
{
    struct wmo_landschap landschap;
    struct wmo_formatieplan plan = {0};
    enum sim_status status = wmo_landschap_load(&landschap, scenario);
    if (status == SIM_OK) {
        status = wmo_formatieplan_init(&plan, &landschap);
    }
    if (status == SIM_OK) {
        struct listing self = {
            .landschap = &landschap, .plan = &plan, .put = give, .context = context};
        put_years(&self);
    }
    wmo_formatieplan_free(&plan);
    wmo_landschap_free(&landschap);
    return status;
}

const struct sim_plan wmo_plantabel = {
    .columns = COLUMNS,
    .text_count = 4,
    .number_count = 4,
    .decimals = DECIMALS,
    .list = list,
};
