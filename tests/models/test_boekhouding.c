/* tests/models/test_boekhouding.c - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The accounts balance whatever the scenario: small cities drawn at random, verified
 * all along, with every way of paying and all that costs money.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>

#include "sim/engine/stream.h"
#include "tests/support/model_run.h"

#define CITIES 14
#define SETTING_MAX 64

/* Settings that go together; one of each row, or none, is drawn. */
#define ROW(...)          \
    {                     \
        __VA_ARGS__, NULL \
    }
static const char *const CHOICE[][8] = {
    ROW("begrotingsposten.zorg.bedrag=0.0", "begrotingsposten.zorg.bedrag=300000.0",
        "begrotingsposten.zorg.bedrag=900000.0"),
    ROW("bekostiging.pxq.plafond=false"),
    ROW("bekostiging.pxq.administratie=0.2"),
    ROW("bekostiging.vierkant.administratie=0.05"),
    ROW("bekostiging.personeelsgroei=0.1", "bekostiging.personeelsgroei=0.5"),
    ROW("bekostiging.bezetting=0.85"),
    ROW("bekostiging.pxq.volume_groei=0.1"),
    ROW("bekostiging.pxq.herindicatie_duur=28.0"),
    ROW("bekostiging.pxq.herindicatie_uren=4.0"),
    ROW("zorgvormen.zorg.eigen_bijdrage=false"),
    ROW("zorgvormen.buurtteam.eigen_bijdrage=true"),
    ROW("eigen_bijdrage.groepen.betaalt.afzien=0.2"),
    ROW("eigen_bijdrage.groepen.betaalt.bedrag={ jaren = [2027, 2029]; "
        "waarden = [19.0, 0.0]; }"),
    ROW("bekostiging.persoonsvolgend.overstap=0.2",
        "bekostiging.persoonsvolgend.overstap=1.0"),
    ROW("bekostiging.resultaatgericht.termijn=0.4",
        "bekostiging.resultaatgericht.termijn=1.5"),
    ROW("bekostiging.resultaatgericht.vervolg=0.5",
        "bekostiging.resultaatgericht.vervolg=1.0"),
    ROW("bekostiging.resultaatgericht.duur_factor=0.6"),
    ROW("bekostiging.resultaatgericht.selectie=0.5"),
    ROW("acceptatie.complex_aandeel=0.5"),
    ROW("zorgvormen.zorg.pgb_aandeel=0.2"),
    ROW("pgb.uit_budget_zorgvorm=true"),
    ROW("consultatie.aandeel=0.1"),
    ROW("personeel.verloop=0.5"),
    ROW("personeel.overdracht=\"lijst\"", "personeel.overdracht=\"collega\""),
    ROW("keuze.weigering=0.2"),
    ROW("zorgvormen.zorg.activiteitkosten=0.0"),
    ROW("zorgvormen.zorg.evaluatie.opschalen=0.3"),
    ROW("zorgvormen.zorg.evaluatie.afschalen=0.2"),
    ROW("zorgvormen.zorg.evaluatie.naar_buurtteam=0.1"),
    ROW("toewijzing.regel=\"kortste_lijst\"", "toewijzing.regel=\"eerste_ruimte\""),
    ROW("plaatsing.volgorde=\"strikt\"", "plaatsing.volgorde=\"urgentie\""),
    ROW("periode.einde=2028-12-31"),
    ROW("aanbieders.Plaatselijk.einde=\"2027-12-31\"",
        "aanbieders.Plaatselijk.start=\"2028-01-01\""),
    ROW("aanbieders.Stedelijk.einde=\"2027-12-31\"",
        "aanbieders.Stedelijk.start=\"2028-01-01\""),
    ROW("aanbieders.Stedelijk.instroom_einde=\"2026-12-31\"",
        "aanbieders.Plaatselijk.instroom_einde=\"2027-12-31\""),
    ROW("aanbieders.Stedelijk.gewicht={ jaren=[2027,2028]; waarden=[2.0,1.0]; }",
        "aanbieders.Plaatselijk.gewicht={ jaren=[2027,2028]; waarden=[0.5,2.0]; }"),
};

static const char *const FAMILIE[] = {"taakgericht",      "pxq",
                                      "vierkant",         "persoonsvolgend",
                                      "resultaatgericht", "populatie"};
static const char *const PAID[] = {"begrotingsposten.zorg",
                                   "begrotingsposten.buurtteam", "aanbieders.Aanbieder",
                                   "aanbieders.Stedelijk", "aanbieders.Plaatselijk"};
#define PAID_COUNT (sizeof PAID / sizeof *PAID)

static unsigned below(struct sim_stream *stream, unsigned count)
{
    return (unsigned)(sim_stream_uniform(stream) * count) % count;
}

/* The settings of city [number]. */
static void draw_city(uint64_t number, char names[][80], const char **settings)
{
    struct sim_stream stream;
    sim_stream_init(&stream, number, 0);
    sim_stream_seek(&stream, number, 1);
    int count = 0;
    settings[count++] = "zorgvormen.zorg.evaluatie.interval=70.0";
    for (size_t i = 0; i < PAID_COUNT; i++) {
        snprintf(names[i], 80, "%s.bekostiging=\"%s\"", PAID[i],
                 FAMILIE[below(&stream, 6)]);
        settings[count++] = names[i];
    }
    for (size_t i = 0; i < sizeof CHOICE / sizeof *CHOICE; i++) {
        unsigned choices = 0;
        while (CHOICE[i][choices]) {
            choices++;
        }
        unsigned drawn = below(&stream, 2 * choices);
        if (drawn < choices) {
            settings[count++] = CHOICE[i][drawn];
        }
    }
    settings[count] = NULL;
}

/* Verified after every event, as every test of the model; and what aanbieders are paid
 * in the end is what was budgeted or booked, year by year. */
static void test_the_accounts_balance_in_any_city(void **state)
{
    (void)state;
    int64_t booked = 0;
    for (uint64_t number = 1; number <= CITIES; number++) {
        char names[PAID_COUNT][80];
        const char *settings[SETTING_MAX];
        draw_city(number, names, settings);
        struct model_run run;
        model_run_open(&run, MODEL_RUN_STAD, settings);
        model_run_begin(&run, number, 0);
        model_run_finish(&run);
        for (int z = 0; z < 3; z++) {
            booked += model_run_sum(&run, z, 0, 1).geboekt_cents;
        }
        model_run_close(&run);
    }
    assert_true(booked > 0);
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_accounts_balance_in_any_city),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
