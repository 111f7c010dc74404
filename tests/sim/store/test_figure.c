/* tests/sim/store/test_figure.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/store/figure.h"
#include "tests/support/figure_fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- What is left in the folder --- */

static void test_every_figure_leaves_data_script_pictures_and_text(void **state)
{
    struct figure_fixture *self = *state;
    static const char *const suffix[] = {".tsv", ".gp", ".svg", ".png", ".txt"};
    figure_fixture_draw_scenarios(self, 2);
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        for (size_t k = 0; k < sizeof suffix / sizeof suffix[0]; k++) {
            assert_true(figure_fixture_has(FIGURE_FIXTURE_NAME[i], suffix[k]));
        }
        assert_false(figure_fixture_has(FIGURE_FIXTURE_NAME[i], ".log"));
        figure_fixture_assert_holds(FIGURE_FIXTURE_NAME[i], ".svg", "</svg>");
    }
    assert_true(figure_fixture_has("figuur", ".gp"));
}

static void test_same_results_give_the_same_svg(void **state)
{
    struct figure_fixture *self = *state;
    char *first[FIGURE_FIXTURE_COUNT];
    figure_fixture_draw_scenarios(self, 2);
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        first[i] = figure_fixture_read(FIGURE_FIXTURE_NAME[i], ".svg");
    }
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        char *second = figure_fixture_read(FIGURE_FIXTURE_NAME[i], ".svg");
        assert_string_equal(first[i], second);
        free(first[i]);
        free(second);
    }
}

static void test_one_script_draws_figures_of_any_name(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 2, FIGURE_FIXTURE_TITLE);
    self->fake.figures[0].name = "andere-naam";
    self->fake.model.figure_count = 1;
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    assert_true(figure_fixture_has("andere-naam", ".svg"));
    assert_false(figure_fixture_has("wachttijd", ".svg"));
}

static void test_figures_are_drawn_for_one_scenario_and_for_six(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_draw_scenarios(self, 1);
    fake_results_free(&self->fake);
    figure_fixture_draw_scenarios(self, 6);
    figure_fixture_assert_lacks("wachttijd", ".txt", "de eerste");
    figure_fixture_assert_holds("wachttijd", ".svg", "Zes");
}

static void test_what_does_not_fit_is_named(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_draw_scenarios(self, 8);
    figure_fixture_assert_holds("wachttijd", ".svg", "de eerste 6 van 8 scenario's");
    figure_fixture_assert_lacks("wachttijd", ".tsv", "Zeven");
}

/* --- Text that would do harm if it were read as a command --- */

static void test_hostile_text_is_drawn_and_not_executed(void **state)
{
    struct figure_fixture *self = *state;
    char title[4][200], wijk[200];
    const char *const titles[] = {title[0], title[1], title[2], title[3]};
    char marker[64];
    struct stat status;
    assert_true(strlen(self->folder) < 40);
    snprintf(marker, sizeof marker, "%.40s/uitgevoerd", self->folder);
    snprintf(title[0], sizeof title[0], "\"a\" `touch %s` 'b'", marker);
    snprintf(title[1], sizeof title[1], "$(touch %s) %%s %%d @titel {/Symbol a} \\n",
             marker);
    snprintf(title[2], sizeof title[2], "'; system('touch %s'); print '", marker);
    memset(title[3], 'W', sizeof title[3]);
    title[3][199] = '\0';
    snprintf(wijk, sizeof wijk, "x\n\n\nEOD\nsystem('touch %s')\n!touch %s\t|", marker,
             marker);
    fake_results_init(&self->fake, ".", 4, titles);
    self->fake.labels[FAKE_WIJK][0].title = wijk;
    self->fake.labels[FAKE_WIJK][1].title = "# <script>alert('1')</script> &amp; ]]>";
    self->fake.labels[FAKE_WIJK][2].title = "\xff\xfe \xe2\x80\xae日本";
    self->fake.labels[FAKE_WIJK][3].title = "";

    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    assert_int_not_equal(stat(marker, &status), 0);
    figure_fixture_assert_holds("wijken", ".svg", "&lt;script&gt;");
    figure_fixture_assert_lacks("wijken", ".svg", "<script");
    figure_fixture_assert_lacks("wijken", ".tsv", "`");
    figure_fixture_assert_lacks("wijken", ".tsv", "\"");
    figure_fixture_assert_lacks("wijken", ".tsv", "\nEOD");
    figure_fixture_assert_holds("wijken", ".tsv", "# vak\ttitel\n1\tx   EOD system");
}

static void test_scripts_get_no_text_of_a_scenario(void **state)
{
    struct figure_fixture *self = *state;
    static const char *const titles[] = {"Herkenbaar"};
    fake_results_init(&self->fake, ".", 1, titles);
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        figure_fixture_assert_lacks(FIGURE_FIXTURE_NAME[i], ".gp", "Herkenbaar");
        figure_fixture_assert_holds(FIGURE_FIXTURE_NAME[i], ".svg", "Herkenbaar");
    }
    figure_fixture_assert_lacks("figuur", ".gp", "Herkenbaar");
}

/* --- What can be missing --- */

static void test_missing_script_is_named(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    self->fake.figures[1].script = "bestaat-niet.gp";
    assert_int_equal(figure_fixture_draw(self), SIM_ERR_HELPER);
    assert_non_null(strstr(self->message, "bestaat-niet.gp"));
    assert_true(figure_fixture_has("begroting", ".svg"));
}

static void test_folder_that_is_not_there_is_an_io_error(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    assert_int_equal(sim_figures_draw(&self->fake.results, self->fake.scenarios,
                                      "/tmp/bestaat/niet", self->message,
                                      sizeof self->message),
                     SIM_ERR_IO);
    assert_non_null(strstr(self->message, "/tmp/bestaat/niet/figuren"));
}

#define TEST(function)                                               \
    cmocka_unit_test_setup_teardown(function, figure_fixture_set_up, \
                                    figure_fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_every_figure_leaves_data_script_pictures_and_text),
        TEST(test_same_results_give_the_same_svg),
        TEST(test_one_script_draws_figures_of_any_name),
        TEST(test_figures_are_drawn_for_one_scenario_and_for_six),
        TEST(test_what_does_not_fit_is_named),
        TEST(test_hostile_text_is_drawn_and_not_executed),
        TEST(test_scripts_get_no_text_of_a_scenario),
        TEST(test_missing_script_is_named),
        TEST(test_folder_that_is_not_there_is_an_io_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
