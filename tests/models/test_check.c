/* tests/models/test_check.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "models/check/check.h"
#include "models/parameter.h"
#include "tests/support/model_run.h"

/* The faults of [path] with [settings], which the reader itself has nothing against.
 * The caller frees them. */
static struct sim_faults faults_of(const char *path, const char *const *settings)
{
    struct sim_scenario *scenario = NULL;
    struct sim_faults faults = {0};
    int count = 0;
    while (settings && settings[count]) {
        count++;
    }
    enum sim_status status =
        sim_scenario_load(&scenario, &wmo_registry, path, settings, count, &faults);
    sim_faults_print(&faults, stderr);
    assert_int_equal(status, SIM_OK);
    wmo_check(scenario, &faults);
    sim_scenario_destroy(scenario);
    return faults;
}

static bool has_fault(const struct sim_faults *faults, const char *text)
{
    for (int i = 0; i < faults->count; i++) {
        if (strcmp(faults->items[i].text, text) == 0) {
            return true;
        }
    }
    return false;
}

/* [text] is what is wrong with mini.cfg when [settings] are laid over it, and all. */
static void assert_only_fault(const char *const *settings, const char *text)
{
    struct sim_faults faults = faults_of(MODEL_RUN_MINI, settings);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].text, text);
    sim_faults_free(&faults);
}

static void test_good_scenarios_have_no_faults(void **state)
{
    (void)state;
    static const char *const path[] = {MODEL_RUN_MINI, MODEL_RUN_MMC, MODEL_RUN_STAD};
    for (int i = 0; i < 3; i++) {
        struct sim_faults faults = faults_of(path[i], NULL);
        assert_int_equal(faults.count, 0);
        sim_faults_free(&faults);
    }
}

/* --- Periode --- */

static void test_a_periode_covers_whole_years(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("periode.start=2020-01-02"),
                      "'periode.start' is geen 1 januari");
    assert_only_fault(MODEL_RUN_SET("periode.start=2020-02-01"),
                      "'periode.start' is geen 1 januari");
    assert_only_fault(MODEL_RUN_SET("periode.einde=2021-12-30"),
                      "'periode.einde' is geen 31 december");
    assert_only_fault(MODEL_RUN_SET("periode.einde=2021-10-31"),
                      "'periode.einde' is geen 31 december");
}

static void test_a_periode_ends_after_it_begins(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("periode.einde=2019-12-31"),
                      "'periode.einde' ligt voor 'periode.start'");
}

static void test_a_periode_is_a_century_at_most(void **state)
{
    (void)state;
    struct sim_faults faults =
        faults_of(MODEL_RUN_MINI, MODEL_RUN_SET("periode.einde=2119-12-31"));
    assert_int_equal(faults.count, 0);
    sim_faults_free(&faults);
    assert_only_fault(MODEL_RUN_SET("periode.einde=2120-12-31"),
                      "de periode is langer dan 100 jaar");
}

/* --- Shares and zorgvormen --- */

static void test_the_buurtteam_does_not_refer_to_itself(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("zorgvormen.buurtteam.verwijzing=0.1"),
                      "het buurtteam verwijst niet naar zichzelf; 'verwijzing' moet "
                      "hier 0 zijn");
}

static void test_the_buurtteam_has_no_instroom_of_its_own(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("zorgvormen.buurtteam.instroom=12.0"),
                      "het buurtteam krijgt hulpvragen; 'instroom' moet hier 0 zijn");
}

static void test_there_is_one_buurtteam(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("zorgvormen.buurtteam.spoor=\"aanvullende_zorg\""),
                      "er zijn 0 zorgvormen met spoor \"basiszorg\"; precies een is "
                      "nodig, het buurtteam");
    assert_only_fault(MODEL_RUN_SET("zorgvormen.zorg.spoor=\"basiszorg\"",
                                    "zorgvormen.zorg.instroom=0.0"),
                      "er zijn 2 zorgvormen met spoor \"basiszorg\"; precies een is "
                      "nodig, het buurtteam");
}

static void test_verwijzingen_stay_below_one_in_every_year(void **state)
{
    (void)state;
    struct sim_faults faults =
        faults_of(MODEL_RUN_MINI, MODEL_RUN_SET("zorgvormen.zorg.verwijzing=1.0"));
    assert_int_equal(faults.count, 0);
    sim_faults_free(&faults);
    /* 0.9 x 1.1^2 = 1.089 at the end of 2021; before 2020, 0.9 / 0.8 = 1.125. */
    assert_only_fault(
        MODEL_RUN_SET("zorgvormen.zorg.verwijzing=0.9", "zorgvormen.zorg.trend=0.1"),
        "de verwijzingen tellen in 2022 in wijk 'Wijk' op tot 1.089; hoogstens 1");
    assert_only_fault(
        MODEL_RUN_SET("zorgvormen.zorg.verwijzing=0.9", "zorgvormen.zorg.trend=-0.2",
                      "hulpvragen.peiljaar=2021"),
        "de verwijzingen tellen in 2020 in wijk 'Wijk' op tot 1.125; hoogstens 1");
}

static void test_zorgvormen_share_no_more_than_the_post(void **state)
{
    (void)state;
    assert_only_fault(
        MODEL_RUN_SET("zorgvormen.zorg.begrotingspost=\"buurtteam\"",
                      "zorgvormen.zorg.aandeel_post=0.25",
                      "begrotingsposten.zorg.bedrag=0.0"),
        "de zorgvormen van post 'buurtteam' hebben samen 1.250 van het bedrag "
        "('aandeel_post'); hoogstens 1");
}

/* --- Aanbieders --- */

static void test_every_zorgvorm_is_offered_in_every_wijk(void **state)
{
    (void)state;
    struct sim_faults faults =
        faults_of("tests/scenario/model/twee-wijken.cfg",
                  MODEL_RUN_SET("aanbieders.Aanbieder.gebied=[\"Wijk\"]"));
    assert_int_equal(faults.count, 1);
    assert_true(has_fault(
        &faults,
        "geen aanbieder levert 'zorg' in 1 van de 2 wijken, waaronder 'Buur'"));
    sim_faults_free(&faults);
}

/* --- Faults that need a file of their own --- */

struct file {
    char path[64];
    FILE *stream;
};

static struct file new_file(void)
{
    struct file file = {.path = "/tmp/wmosim-check-XXXXXX"};
    int descriptor = mkstemp(file.path);
    assert_true(descriptor >= 0);
    file.stream = fdopen(descriptor, "w");
    assert_non_null(file.stream);
    return file;
}

/* A file that lays something over mini.cfg. */
static struct file new_layer(void)
{
    char folder[1024];
    assert_non_null(getcwd(folder, sizeof folder));
    struct file file = new_file();
    fprintf(file.stream, "basis = \"%s/" MODEL_RUN_MINI "\";\n", folder);
    return file;
}

static struct sim_faults close_and_check(struct file *file)
{
    assert_int_equal(fclose(file->stream), 0);
    struct sim_faults faults = faults_of(file->path, NULL);
    unlink(file->path);
    return faults;
}

static void test_a_fault_names_file_and_line(void **state)
{
    (void)state;
    struct file file = new_layer();
    fprintf(file.stream, "\nperiode = {\n  start = \"2020-03-01\";\n};\n");
    struct sim_faults faults = close_and_check(&file);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].file, file.path);
    assert_int_equal(faults.items[0].line, 4);
    sim_faults_free(&faults);
}

static void test_names_of_sums_are_reserved(void **state)
{
    (void)state;
    static const char *const name[] = {"totaal", "aanvullende_zorg", "sociale_basis"};
    for (int i = 0; i < 3; i++) {
        char text[80];
        struct file file = new_layer();
        fprintf(file.stream,
                "wijken = ( { naam = \"%s\"; inwoners = 1.0; aandeel_65plus = 0.1; "
                "vraagfactor = 1.0; } );\n",
                name[i]);
        struct sim_faults faults = close_and_check(&file);
        snprintf(text, sizeof text, "de naam '%s' is gereserveerd voor een som",
                 name[i]);
        assert_int_equal(faults.count, 1);
        assert_true(has_fault(&faults, text));
        sim_faults_free(&faults);
    }
}

static void write_wijken(FILE *stream, int count)
{
    fprintf(stream, "wijken = (\n");
    for (int i = 0; i < count; i++) {
        fprintf(stream,
                "%s{ naam = \"W%d\"; inwoners = 1.0; aandeel_65plus = 0.1; "
                "vraagfactor = 1.0; }\n",
                i > 0 ? "," : "", i);
    }
    fprintf(stream, ");\n");
}

static void test_there_are_250_wijken_at_most(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        struct file file = new_layer();
        write_wijken(file.stream, 249 + more); /* and the one of mini.cfg */
        struct sim_faults faults = close_and_check(&file);
        assert_int_equal(faults.count, more);
        assert_int_equal(has_fault(&faults, "er zijn meer dan 250 wijken"), more);
        sim_faults_free(&faults);
    }
}

/* 100 wijken: 100 teams of the buurtteam and 100 of each aanbieder of zorg. */
static void test_there_are_20000_teams_at_most(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        struct file file = new_layer();
        write_wijken(file.stream, 99);
        fprintf(file.stream,
                "begrotingsposten = ( { naam = \"zorg\"; bedrag = 2e8; } );\n"
                "aanbieders = ( { naam = \"Aanbieder\"; aantal = %d; } );\n",
                199 + more);
        struct sim_faults faults = close_and_check(&file);
        assert_int_equal(faults.count, more);
        assert_int_equal(has_fault(&faults, "samen 20100 teams; hoogstens 20000"),
                         more);
        sim_faults_free(&faults);
    }
}

/* mini.cfg without the entries of the first [count] of these lists. */
static struct sim_faults check_without(const char *const *lists, int count)
{
    FILE *mini = fopen(MODEL_RUN_MINI, "r");
    assert_non_null(mini);
    struct file file = new_file();
    char line[256];
    bool skips = false;
    while (fgets(line, sizeof line, mini)) {
        for (int i = 0; i < count && !skips; i++) {
            char begin[80];
            snprintf(begin, sizeof begin, "%s = (\n", lists[i]);
            if (strcmp(line, begin) == 0) {
                fprintf(file.stream, "%s = ();\n", lists[i]);
                skips = true;
            }
        }
        if (!skips) {
            fputs(line, file.stream);
        }
        skips = skips && strcmp(line, ");\n") != 0;
    }
    fclose(mini);
    return close_and_check(&file);
}

/* "Kleine" with aantal 2 is "Kleine 1" and "Kleine 2"; their cells would be one. */
static void test_numbered_aanbieders_do_not_take_a_name_that_exists(void **state)
{
    (void)state;
    struct file file = new_layer();
    fputs("aanbieders = ( { naam = \"Aanbieder\"; aantal = 2; },\n"
          "  { naam = \"Aanbieder 1\"; aantal = 1; gewicht = 1.0; uitleen = 0.0;\n"
          "    zorgvormen = [\"zorg\"]; teams = \"per_wijk\"; } );\n",
          file.stream);
    struct sim_faults faults = close_and_check(&file);
    assert_int_equal(faults.count, 1);
    assert_string_equal(
        faults.items[0].text,
        "er zijn twee aanbieders 'Aanbieder 1': een met die naam en een "
        "uit een groep met 'aantal'");
    sim_faults_free(&faults);
}

/* 1.5 to the power -80 leaves a kostprijs of next to nothing, so people without number.
 */
static void test_growth_stays_within_what_can_be_counted(void **state)
{
    (void)state;
    static const char *const costs[] = {"begroting.loonkosten_groei=0.5",
                                        "begroting.prijspeil=2100", NULL};
    struct sim_faults faults = faults_of(MODEL_RUN_MINI, costs);
    assert_true(has_fault(
        &faults,
        "het budget, de kosten of het aantal medewerkers van 'zorg' is in 2020 "
        "niet meer te tellen; kijk naar prijspeil, indexatie en "
        "loonkosten_groei"));
    sim_faults_free(&faults);
    static const char *const demand[] = {"hulpvragen.per_1000_inwoners=10000.0",
                                         "hulpvragen.trend=0.5",
                                         "hulpvragen.peiljaar=1990", NULL};
    faults = faults_of(MODEL_RUN_MINI, demand);
    assert_int_equal(faults.count, 1);
    assert_string_equal(faults.items[0].text,
                        "wijk 'Wijk' heeft in de hele periode meer "
                        "dan 1000000000 hulpvragen");
    sim_faults_free(&faults);
}

static void test_every_list_has_an_entry(void **state)
{
    (void)state;
    static const char *const wijken[] = {"wijken"};
    struct sim_faults faults = check_without(wijken, 1);
    assert_int_equal(faults.count, 1);
    assert_true(has_fault(&faults, "'wijken' is leeg; er is er ten minste een nodig"));
    sim_faults_free(&faults);

    /* Each of these names entries of the next. */
    static const char *const rest[] = {"aanbieders", "zorgvormen", "begrotingsposten"};
    faults = check_without(rest, 3);
    for (int i = 0; i < 3; i++) {
        char text[80];
        snprintf(text, sizeof text, "'%s' is leeg; er is er ten minste een nodig",
                 rest[i]);
        assert_true(has_fault(&faults, text));
    }
    sim_faults_free(&faults);
}

static void test_what_belongs_to_a_list_is_not_there_without_it(void **state)
{
    (void)state;
    model_run_assert_fault("tests/scenario/model/mini-doelgroep.cfg", NULL,
                           "er zijn doelgroepen maar geen leeftijdsgroepen");
}

static void test_two_open_voorzieningen_do_not_take_over_the_same(void **state)
{
    (void)state;
    model_run_assert_fault("tests/scenario/model/stad-twee-open.cfg", NULL,
                           "'dag' heeft al een open voorziening");
}

static void test_the_buurtteam_does_not_change_hands_during_the_run(void **state)
{
    (void)state;
    struct sim_faults faults = faults_of(
        MODEL_RUN_MINI, MODEL_RUN_SET("aanbieders.Buurtteam.einde=2020-12-31"));
    assert_true(has_fault(&faults,
                          "'Buurtteam' is het buurtteam, en dat kan tijdens de "
                          "doorrekening niet beginnen of eindigen"));
    sim_faults_free(&faults);
}

static void test_a_full_group_takes_a_minute_for_each_inwoner(void **state)
{
    (void)state;
    assert_only_fault(MODEL_RUN_SET("zorgvormen.zorg.begeleiding=groep",
                                    "zorgvormen.zorg.groep.maximum=8",
                                    "zorgvormen.zorg.groep.begeleiders=0.1",
                                    "zorgvormen.zorg.groep.uren_per_dagdeel=0.5"),
                      "bij 'zorg' heeft een volle groep nog geen minuut van een "
                      "medewerker per inwoner");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_scenarios_have_no_faults),
        cmocka_unit_test(test_a_periode_covers_whole_years),
        cmocka_unit_test(test_a_periode_ends_after_it_begins),
        cmocka_unit_test(test_a_periode_is_a_century_at_most),
        cmocka_unit_test(test_the_buurtteam_does_not_refer_to_itself),
        cmocka_unit_test(test_the_buurtteam_has_no_instroom_of_its_own),
        cmocka_unit_test(test_there_is_one_buurtteam),
        cmocka_unit_test(test_verwijzingen_stay_below_one_in_every_year),
        cmocka_unit_test(test_zorgvormen_share_no_more_than_the_post),
        cmocka_unit_test(test_every_zorgvorm_is_offered_in_every_wijk),
        cmocka_unit_test(test_a_fault_names_file_and_line),
        cmocka_unit_test(test_names_of_sums_are_reserved),
        cmocka_unit_test(test_there_are_250_wijken_at_most),
        cmocka_unit_test(test_there_are_20000_teams_at_most),
        cmocka_unit_test(test_numbered_aanbieders_do_not_take_a_name_that_exists),
        cmocka_unit_test(test_growth_stays_within_what_can_be_counted),
        cmocka_unit_test(test_every_list_has_an_entry),
        cmocka_unit_test(test_what_belongs_to_a_list_is_not_there_without_it),
        cmocka_unit_test(test_two_open_voorzieningen_do_not_take_over_the_same),
        cmocka_unit_test(test_the_buurtteam_does_not_change_hands_during_the_run),
        cmocka_unit_test(test_a_full_group_takes_a_minute_for_each_inwoner),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
