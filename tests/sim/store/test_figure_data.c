/* tests/sim/store/test_figure_data.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "sim/store/figure_internal.h"
#include "tests/support/figure_fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Numbers --- */

/* The [row]-th line, from 0, of the block that has [heading] in its comment line. */
static void read_row(const char *name, const char *heading, int row, double field[5])
{
    char *text = figure_fixture_read(name, ".tsv");
    const char *line = strstr(text, heading);
    assert_non_null(line);
    for (int i = 0; i <= row; i++) {
        line = strchr(line, '\n');
        assert_non_null(line);
        line++;
    }
    for (int i = 0; i < 5; i++) {
        char *end;
        field[i] = strtod(line, &end);
        assert_ptr_not_equal(line, end);
        line = end;
    }
    free(text);
}

/* Ten significant digits are written, hence the bound. */
static void assert_written(double written, double value)
{
    assert_true(fabs(written - value) <= 1e-9 * fabs(value));
}

static void test_data_file_holds_mean_and_interval_of_every_year(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_write_inputs(self);
    for (int jaar = 0; jaar < FAKE_YEAR_COUNT; jaar++) {
        double field[5];
        const struct sim_tally *tally =
            figure_fixture_tally(self, 1, FAKE_WACHTTIJD, jaar, FAKE_WIJK_COUNT, 2);
        struct sim_interval interval = sim_tally_interval(tally, 0.95);
        read_row("wachttijd", "# vak 3, scenario 2", jaar, field);
        assert_written(field[0], 2027 + jaar);
        assert_written(field[1], sim_tally_mean(tally));
        assert_written(field[2], interval.low);
        assert_written(field[3], interval.high);
        assert_true(isnan(field[4]));
    }
}

static void test_where_picks_one_label_of_its_dimension(void **state)
{
    struct figure_fixture *self = *state;
    double field[5];
    figure_fixture_write_inputs(self);
    read_row("wijken", "# vak 2, scenario 1", 4, field);
    assert_written(field[1], sim_tally_mean(figure_fixture_tally(
                                 self, 0, FAKE_WACHTTIJD, 4, 1, 0)));
}

static void test_second_measure_stands_beside_the_first(void **state)
{
    struct figure_fixture *self = *state;
    double field[5];
    figure_fixture_write_inputs(self);
    read_row("begroting", "# vak 6, scenario 2", 9, field);
    assert_written(field[1], sim_tally_mean(figure_fixture_tally(
                                 self, 1, FAKE_GEBOEKT, 9, FAKE_WIJK_COUNT, 5)));
    assert_written(field[4], sim_tally_mean(figure_fixture_tally(
                                 self, 1, FAKE_PLAFOND, 9, FAKE_WIJK_COUNT, 5)));
}

static void test_norm_comes_from_the_base_scenario(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_draw_scenarios(self, 2);
    figure_fixture_assert_holds("wachttijd", ".tsv", "\nnorm\t14\n");
    figure_fixture_assert_holds("wachttijd", ".svg", "norm 14");
    figure_fixture_assert_holds("begroting", ".tsv", "\nnorm\t-1\n");
    figure_fixture_assert_lacks("begroting", ".svg", "Streepjeslijn");
}

static void test_panels_follow_the_order_of_their_keys(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    self->fake.figures[0].panel_keys = "dagbegeleiding|bestaat_niet|totaal";
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    figure_fixture_assert_holds(
        "wachttijd", ".tsv",
        "# vak\ttitel\n1\tDagbegeleiding\n2\talle zorgvormen\n\n\n");
}

static void test_panel_without_data_says_so(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    for (int c = 0; c < self->fake.layout.cell_count; c++) {
        if (self->fake.cells[c].label[FAKE_ZORGVORM] == 1) {
            sim_tally_reset(&self->fake.results.scenarios[0].cells[c]);
        }
    }
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    figure_fixture_assert_holds("wachttijd", ".svg", "geen gegevens");
    figure_fixture_assert_holds("begroting", ".svg", "geen gegevens");
    figure_fixture_assert_lacks("wijken", ".svg", "geen gegevens");
    figure_fixture_assert_holds("wachttijd", ".txt",
                                "Thuisbegeleiding: Eén partner: geen gegevens.");
}

static void test_results_without_any_observation_are_drawn(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 2, FIGURE_FIXTURE_TITLE);
    for (int s = 0; s < 2; s++) {
        for (int c = 0; c < self->fake.layout.cell_count; c++) {
            sim_tally_reset(&self->fake.results.scenarios[s].cells[c]);
        }
    }
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
}

static void test_one_replication_is_drawn_without_interval(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    self->fake.results.replications_done = 1;
    for (int c = 0; c < self->fake.layout.cell_count; c++) {
        struct sim_tally *tally = &self->fake.results.scenarios[0].cells[c];
        sim_tally_reset(tally);
        sim_tally_add(tally, 20.0);
    }
    self->fake.model.figure_count = 1;
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    figure_fixture_assert_holds("wachttijd", ".svg", "1 replicatie, geen interval");
}

/* --- Text --- */

static void write_dutch(double value, char *text, size_t size)
{
    snprintf(text, size, "%.1f", value);
    *strchr(text, '.') = ',';
}

static void test_text_alternative_names_first_and_last_year(void **state)
{
    struct figure_fixture *self = *state;
    char number[6][32], wanted[512];
    figure_fixture_write_inputs(self);
    for (int i = 0; i < 2; i++) {
        const struct sim_tally *tally =
            figure_fixture_tally(self, 1, FAKE_WACHTTIJD, i * 9, FAKE_WIJK_COUNT, 0);
        struct sim_interval interval = sim_tally_interval(tally, 0.95);
        write_dutch(sim_tally_mean(tally), number[3 * i], 32);
        write_dutch(interval.low, number[3 * i + 1], 32);
        write_dutch(interval.high, number[3 * i + 2], 32);
    }
    snprintf(wanted, sizeof wanted,
             "Meer aanbieders: van %s dagen (%s tot %s) in 2027 naar %s dagen (%s tot "
             "%s) in 2036",
             number[0], number[1], number[2], number[3], number[4], number[5]);
    figure_fixture_assert_holds("wachttijd", ".txt", wanted);
    figure_fixture_assert_holds("wachttijd", ".svg", wanted);
    figure_fixture_assert_holds("wachttijd", ".txt", self->fake.figures[0].caption);
}

static void test_text_alternative_of_money_is_in_millions(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_write_inputs(self);
    /* A ceiling does not differ between replications, so it has no interval. */
    figure_fixture_assert_holds(
        "begroting", ".txt", "Plafond van het budget van 10,7 mln euro in 2027 naar ");
}

static void test_svg_has_the_title_of_the_figure_and_the_role_of_an_image(void **state)
{
    struct figure_fixture *self = *state;
    fake_results_init(&self->fake, ".", 1, FIGURE_FIXTURE_TITLE);
    self->fake.figures[0].title = "Wachten < 14 dagen & meer";
    self->fake.model.figure_count = 1;
    assert_int_equal(figure_fixture_draw(self), SIM_OK);
    figure_fixture_assert_holds("wachttijd", ".svg", "<svg role=\"img\"");
    figure_fixture_assert_holds("wachttijd", ".svg",
                                "<title>Wachten &lt; 14 dagen &amp; meer</title>");
    figure_fixture_assert_lacks("wachttijd", ".svg", "Produced by GNUPLOT");
}

static void test_no_figure_claims_to_know_the_future(void **state)
{
    struct figure_fixture *self = *state;
    figure_fixture_draw_scenarios(self, 2);
    for (int i = 0; i < FIGURE_FIXTURE_COUNT; i++) {
        figure_fixture_assert_holds(FIGURE_FIXTURE_NAME[i], ".svg",
                                    "bij ongewijzigd beleid, 20 replicaties");
        figure_fixture_assert_lacks(FIGURE_FIXTURE_NAME[i], ".svg", "voorspel");
        figure_fixture_assert_lacks(FIGURE_FIXTURE_NAME[i], ".svg", " zal ");
    }
}

static void assert_cleaned(const char *text, int limit, const char *expected)
{
    char out[SIM_FIGURE_TEXT_SIZE];
    sim_figure_clean_text(text, limit, out, sizeof out);
    assert_string_equal(out, expected);
}

static void test_cleaned_text_is_one_line_that_can_be_drawn(void **state)
{
    (void)state;
    assert_cleaned("Eén € ≥ 3", 20, "Eén € ≥ 3");
    assert_cleaned("a\tb\nc\r\x01", 20, "a b c  ");
    assert_cleaned("\"x\" `id` \\n", 20, "”x” ’id’ ∖n");
    assert_cleaned("日\xff\xe2\x82 \xed\xa0\x80", 20, "???? ???");
    assert_cleaned("", 20, "-");
}

static void test_long_text_is_cut_between_characters(void **state)
{
    (void)state;
    char small[8];
    assert_cleaned("ééééé", 5, "ééééé");
    assert_cleaned("éééééé", 5, "éééé…");
    sim_figure_clean_text("éééééé", 100, small, sizeof small);
    assert_string_equal(small, "éé…");
}

#define TEST(function)                                               \
    cmocka_unit_test_setup_teardown(function, figure_fixture_set_up, \
                                    figure_fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_data_file_holds_mean_and_interval_of_every_year),
        TEST(test_where_picks_one_label_of_its_dimension),
        TEST(test_second_measure_stands_beside_the_first),
        TEST(test_norm_comes_from_the_base_scenario),
        TEST(test_panels_follow_the_order_of_their_keys),
        TEST(test_panel_without_data_says_so),
        TEST(test_results_without_any_observation_are_drawn),
        TEST(test_one_replication_is_drawn_without_interval),
        TEST(test_text_alternative_names_first_and_last_year),
        TEST(test_text_alternative_of_money_is_in_millions),
        TEST(test_svg_has_the_title_of_the_figure_and_the_role_of_an_image),
        TEST(test_no_figure_claims_to_know_the_future),
        TEST(test_cleaned_text_is_one_line_that_can_be_drawn),
        TEST(test_long_text_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
