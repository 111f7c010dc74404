/* tests/models/test_trace.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "models/gemeente/herkomst.h"
#include "models/model.h"
#include "sim/store/traced.h"
#include "tests/support/model_run.h"
#include "tests/support/sandbox.h"
#include "tests/support/toy_model.h"

/* In the sandbox. */
#define STAD "stad.cfg"

/* --- The interface of sim/ --- */

struct traced_run {
    struct sim_scenario *scenario;
    void *instance;
    double *values; /* [value_count] owned */
    size_t value_count;
};

/* A replication of stad.cfg with [share] of the inwoners followed. */
static void run_stad(struct traced_run *run, double share, const char *const *settings)
{
    run->scenario = model_run_load(STAD, settings);
    assert_int_equal(wmo_model.create(run->scenario, &run->instance), SIM_OK);
    run->value_count = (size_t)wmo_model.layout(run->instance)->cell_count;
    run->values = calloc(run->value_count, sizeof *run->values);
    assert_non_null(run->values);
    assert_int_equal(wmo_model.trace->follow(run->instance, share, NULL, 0), SIM_OK);
    assert_int_equal(
        sim_experiment_replicate(&wmo_model, run->instance, 3, 2, run->values), SIM_OK);
}

static void close_run(struct traced_run *run)
{
    free(run->values);
    wmo_model.destroy(run->instance);
    sim_scenario_destroy(run->scenario);
}

static uint32_t count_of(const struct traced_run *run)
{
    uint32_t count;
    assert_int_equal(wmo_model.trace->count(run->instance, &count), SIM_OK);
    return count;
}

static void test_results_are_the_same_bytes_when_everybody_is_followed(void **state)
{
    (void)state;
    struct traced_run without, with;
    run_stad(&without, 0, NULL);
    run_stad(&with, 1, NULL);
    assert_int_equal(count_of(&without), 0);
    assert_true(count_of(&with) > 0);
    assert_memory_equal(without.values, with.values,
                        without.value_count * sizeof *without.values);
    close_run(&without);
    close_run(&with);
}

static void test_every_sentence_is_complete(void **state)
{
    (void)state;
    struct traced_run run;
    run_stad(&run, 1, NULL);
    for (uint32_t i = 0; i < count_of(&run); i++) {
        char text[SIM_TRACE_SENTENCE_SIZE];
        wmo_model.trace->write_sentence(run.instance, i, text, sizeof text);
        if (text[0] == '\0' || strpbrk(text, "{}") != NULL) {
            fail_msg("'%s'", text);
        }
    }
    close_run(&run);
}

static void test_every_name_leads_back_to_its_inwoner(void **state)
{
    (void)state;
    struct traced_run run;
    run_stad(&run, 1, NULL);
    for (uint32_t i = 0; i < count_of(&run); i++) {
        char name[SIM_TRACE_NAME_SIZE];
        uint64_t id = wmo_model.trace->entry(run.instance, i).id, found = 0;
        wmo_model.trace->write_name(run.instance, id, name, sizeof name);
        if (!wmo_model.trace->read_name(run.instance, name, &found) || found != id) {
            fail_msg("'%s'", name);
        }
    }
    close_run(&run);
}

/* Who comes by a hulpvraag is in the sample whatever the organisation. */
static void test_a_sample_is_the_same_in_every_scenario(void **state)
{
    (void)state;
    struct traced_run strikt, passend;
    run_stad(&strikt, 0.2, MODEL_RUN_SET("plaatsing.volgorde=\"strikt\""));
    run_stad(&passend, 0.2, MODEL_RUN_SET("plaatsing.volgorde=\"eerste_passende\""));
    struct traced_run *const runs[] = {&strikt, &passend};
    uint64_t ids[2][2000];
    int counts[2] = {0, 0};
    for (int r = 0; r < 2; r++) {
        for (uint32_t i = 0; i < count_of(runs[r]); i++) {
            struct sim_trace_entry entry = wmo_model.trace->entry(runs[r]->instance, i);
            if (strcmp(entry.kind, "hulpvraag") == 0) {
                assert_true(counts[r] < 2000);
                ids[r][counts[r]++] = entry.id;
            }
        }
    }
    assert_true(counts[0] > 20);
    assert_int_equal(counts[0], counts[1]);
    assert_memory_equal(ids[0], ids[1], (size_t)counts[0] * sizeof ids[0][0]);
    close_run(&strikt);
    close_run(&passend);
}

/* --- Names --- */

static bool reads_as(const struct wmo_landschap *landschap, const char *text,
                     uint64_t expected)
{
    uint64_t id = 0;
    return wmo_herkomst_read(landschap, text, &id) && id == expected;
}

static void test_a_name_may_be_typed_carelessly(void **state)
{
    (void)state;
    struct model_run run;
    model_run_open(&run, STAD, NULL);
    const struct wmo_landschap *l = &run.gemeente->landschap;
    uint64_t hulpvraag = wmo_inwoner_id(WMO_HERKOMST_HULPVRAAG, 1, 12);
    assert_true(reads_as(l, "Dorp-12", hulpvraag));
    assert_true(reads_as(l, "dorp 12", hulpvraag));
    assert_true(reads_as(l, "DORP_012", hulpvraag));
    assert_true(reads_as(l, "hoek-BEGIN-sociale basis-3",
                         wmo_inwoner_id(WMO_HERKOMST_BEGIN_SOCIALE_BASIS, 2, 3)));
    assert_true(reads_as(l, "Hoek-beginlijst-dag-3",
                         wmo_inwoner_id(WMO_HERKOMST_BEGIN_WACHT + 2, 2, 3)));
    model_run_close(&run);
}

static void test_what_is_no_name_is_refused(void **state)
{
    static const char *const texts[] = {"",
                                        "-",
                                        "12",
                                        "-12",
                                        "Dorp",
                                        "Dorp-",
                                        "Dorp12",
                                        "Dorp--12",
                                        "Stad-12",
                                        "Dorp-begin-12",
                                        "Dorp-12a",
                                        "Dorp-12-",
                                        "Dorp-dag",
                                        "Dorp-4294967296",
                                        "Dorp-99999999999999999999"};
    (void)state;
    struct model_run run;
    model_run_open(&run, STAD, NULL);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        uint64_t id;
        if (wmo_herkomst_read(&run.gemeente->landschap, texts[i], &id)) {
            fail_msg("'%s'", texts[i]);
        }
    }
    model_run_close(&run);
}

/* --- The command --- */

static void assert_call(const struct sim_model *model, const char *command,
                        int exit_code, const char *out, const char *err)
{
    struct sandbox_outcome outcome = sandbox_call(model, command, NULL);
    if (outcome.exit_code != exit_code || strstr(outcome.out, out) == NULL ||
        strstr(outcome.err, err) == NULL) {
        fail_msg("'%s' ended with %d\n-- stdout\n%s-- stderr\n%s", command,
                 outcome.exit_code, outcome.out, outcome.err);
    }
    sandbox_outcome_free(&outcome);
}

static void test_one_inwoner_is_shown_as_a_timeline(void **state)
{
    (void)state;
    assert_call(&wmo_model, "wmosim trace " STAD " --inwoner dorp-7", 0,
                "Gesimuleerde inwoners: geen van hen bestaat.\n"
                "Scenario stad, replicatie 1, seed 1: 1 inwoner.\n"
                "\nInwoner Dorp-7\n",
                "");
    assert_call(&wmo_model, "wmosim trace " STAD " --inwoner Dorp-7 --replication 2", 0,
                "heeft een hulpvraag in Dorp\n", "");
}

static void test_who_cannot_be_or_is_not_there_is_explained(void **state)
{
    (void)state;
    assert_call(&wmo_model, "wmosim trace " STAD " --inwoner Nergens-7", 64, "",
                "'Nergens-7' kan geen inwoner van dit scenario zijn; een naam is de "
                "wijk en een volgnummer");
    assert_call(&wmo_model, "wmosim trace " STAD " --inwoner Dorp-999999", 64, "",
                "'Dorp-999999' komt in replicatie 1 niet voor; met --sample");
    assert_call(&wmo_model, "wmosim trace " STAD, 64, "",
                "Geef --inwoner NAAM, of --sample DEEL");
    assert_call(&wmo_model, "wmosim trace " STAD " --sample 2", 64, "",
                "--sample: '2' kan niet");
    assert_call(&wmo_model, "wmosim trace " STAD " --sample 0.1 --replication 0", 64,
                "", "--replication: '0' kan niet");
    assert_call(&wmo_model, "wmosim trace geen.cfg --sample 0.1", 66, "", "geen.cfg");
}

static void test_model_that_follows_nobody_says_so(void **state)
{
    (void)state;
    assert_call(&toy_model, "proef trace a.cfg --sample 0.1", 64, "",
                "dit model kan niemand volgen");
}

static int count_lines(const char *text)
{
    int count = 0;
    for (; *text != '\0'; text++) {
        count += *text == '\n';
    }
    return count;
}

static void test_folder_has_a_row_per_entry_and_explains_each_column(void **state)
{
    (void)state;
    size_t length;
    assert_call(&wmo_model, "wmosim trace " STAD " --sample 0.3 -o gevolgd", 0,
                "gevolgd/gebeurtenissen.csv\n", "");
    assert_int_equal(sandbox_count("gevolgd"), 4);
    char *rows = sandbox_read("gevolgd/gebeurtenissen.csv", &length);
    char *columns = sandbox_read("gevolgd/kolommen.csv", &length);
    char *timeline = sandbox_read("gevolgd/tijdlijn.txt", &length);
    int commas = 0;
    for (const char *c = rows; *c != '\n'; c++) {
        commas += *c == ',';
    }
    assert_int_equal(count_lines(columns) - 1, commas + 1);
    /* The timeline has two lines of heading, and two above each inwoner. */
    int inwoner_count = 0;
    for (const char *c = timeline; (c = strstr(c, "\nInwoner ")) != NULL; c++) {
        inwoner_count++;
    }
    assert_true(inwoner_count > 0);
    assert_int_equal(count_lines(rows) - 1,
                     count_lines(timeline) - 2 - 2 * inwoner_count);
    free(rows);
    free(columns);
    free(timeline);
}

static void test_folder_that_exists_is_refused(void **state)
{
    (void)state;
    sandbox_write("bezet", "");
    assert_call(&wmo_model, "wmosim trace " STAD " --sample 0.1 -o bezet", 73, "",
                "bezet");
}

/* Copies stad.cfg and its base to the sandbox. */
static int enter(void **state)
{
    size_t length;
    char *stad = sandbox_read(MODEL_RUN_STAD, &length);
    char *mini = sandbox_read(MODEL_RUN_MINI, &length);
    int result = sandbox_enter(state);
    sandbox_write("stad.cfg", stad);
    sandbox_write("mini.cfg", mini);
    free(stad);
    free(mini);
    return result;
}

int main(void)
{
    gsl_set_error_handler_off();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_results_are_the_same_bytes_when_everybody_is_followed),
        cmocka_unit_test(test_every_sentence_is_complete),
        cmocka_unit_test(test_every_name_leads_back_to_its_inwoner),
        cmocka_unit_test(test_a_sample_is_the_same_in_every_scenario),
        cmocka_unit_test(test_a_name_may_be_typed_carelessly),
        cmocka_unit_test(test_what_is_no_name_is_refused),
        cmocka_unit_test(test_one_inwoner_is_shown_as_a_timeline),
        cmocka_unit_test(test_who_cannot_be_or_is_not_there_is_explained),
        cmocka_unit_test(test_model_that_follows_nobody_says_so),
        cmocka_unit_test(test_folder_has_a_row_per_entry_and_explains_each_column),
        cmocka_unit_test(test_folder_that_exists_is_refused),
    };
    return cmocka_run_group_tests(tests, enter, sandbox_leave);
}
