/* tests/sim/cli/test_sentence.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/sentence.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <stdlib.h>

static const struct sim_measure LINE = {
    "rij", "dagen", "tijd in de rij", 1, SIM_BETTER_LOWER, true, NULL, "", ""};
static const struct sim_measure SHARE = {
    "aandeel", "%", "aandeel op tijd", 1, SIM_BETTER_HIGHER, true, NULL, "", ""};
static const struct sim_measure COST = {
    "kosten", "euro", "kosten", 0, SIM_BETTER_NEUTRAL, true, NULL, "", ""};
static const struct sim_measure FACTOR = {
    "factor", "-", "factor", 2, SIM_BETTER_NEUTRAL, true, NULL, "", ""};

static struct sim_tally tally_of(const double *values, int count)
{
    struct sim_tally tally;
    sim_tally_reset(&tally);
    for (int i = 0; i < count; i++) {
        sim_tally_add(&tally, values[i]);
    }
    return tally;
}

static void assert_sentence_of(const struct sim_measure *measure,
                               const struct sim_sentence_item *items, int count,
                               const char *expected)
{
    char *text = NULL;
    size_t length;
    const struct sim_sentence sentence = {measure, "één rij", "drie rijen",
                                          items,   count,     0.95};
    FILE *file = open_memstream(&text, &length);
    sim_sentence_write(&sentence, file);
    fclose(file);
    assert_string_equal(text, expected);
    free(text);
}

static void assert_sentence(const struct sim_measure *measure, const double *values,
                            int count, const char *expected)
{
    const struct sim_tally difference = tally_of(values, count);
    const struct sim_sentence_item item = {"noord", &difference};
    assert_sentence_of(measure, &item, 1, expected);
}

/* Of two values a and b the interval is their mean plus and minus t(0.975; 1) =
 * 12.7062 times |a - b| / 2. */

static void test_sentence_says_lower_and_whether_that_is_better(void **state)
{
    const double values[] = {-31.0, -31.4};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Tijd in de rij in 'één rij' tegenover 'drie rijen': lager "
                    "(gunstiger) bij Noord (31,2 dagen; 28,7 tot 33,7).");
    assert_sentence(&SHARE, values, 2,
                    "Aandeel op tijd in 'één rij' tegenover 'drie rijen': lager "
                    "(ongunstiger) bij Noord (31,2 procentpunt; 28,7 tot 33,7).");
}

static void test_sentence_says_higher_and_no_verdict_when_neutral(void **state)
{
    const double values[] = {1234000.0, 1235000.0};
    (void)state;
    assert_sentence(&COST, values, 2,
                    "Kosten in 'één rij' tegenover 'drie rijen': hoger bij Noord "
                    "(1.234.500 euro; 1.228.147 tot 1.240.853).");
}

static void test_sentence_calls_noise_noise(void **state)
{
    const double values[] = {-0.8, 0.4};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Tijd in de rij in 'één rij' tegenover 'drie rijen': geen "
                    "aantoonbaar verschil (kleiner dan de ruis) bij Noord.");
}

static void test_sentence_has_no_interval_from_one_replication(void **state)
{
    const double values[] = {0.5};
    (void)state;
    assert_sentence(&FACTOR, values, 1,
                    "Factor in 'één rij' tegenover 'drie rijen': hoger bij Noord "
                    "(0,50).");
}

static void test_sentence_never_shows_a_real_difference_as_zero(void **state)
{
    const double values[] = {0.0031, 0.0031};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Tijd in de rij in 'één rij' tegenover 'drie rijen': hoger "
                    "(ongunstiger) bij Noord (0,003 dagen; 0,003 tot 0,003).");
}

static void test_sentence_groups_labels_by_what_was_found(void **state)
{
    const double lower[] = {-31.0, -31.4}, none[] = {0.0, 0.0}, noise[] = {-0.8, 0.4};
    const struct sim_tally tallies[] = {tally_of(lower, 2), tally_of(none, 2),
                                        tally_of(noise, 2)};
    const struct sim_sentence_item items[] = {
        {"noord", &tallies[1]}, {"oost", &tallies[0]},   {"zuid", &tallies[2]},
        {"west", &tallies[0]},  {"midden", &tallies[0]},
    };
    (void)state;
    assert_sentence_of(&LINE, items, 5,
                       "Tijd in de rij in 'één rij' tegenover 'drie rijen': lager "
                       "(gunstiger) bij Oost (31,2 dagen; 28,7 tot 33,7), West (31,2 "
                       "dagen; 28,7 tot 33,7) en Midden (31,2 dagen; 28,7 tot 33,7); "
                       "geen aantoonbaar verschil (kleiner dan de ruis) bij Zuid; in "
                       "elke replicatie gelijk bij Noord.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentence_says_lower_and_whether_that_is_better),
        cmocka_unit_test(test_sentence_says_higher_and_no_verdict_when_neutral),
        cmocka_unit_test(test_sentence_calls_noise_noise),
        cmocka_unit_test(test_sentence_has_no_interval_from_one_replication),
        cmocka_unit_test(test_sentence_groups_labels_by_what_was_found),
        cmocka_unit_test(test_sentence_never_shows_a_real_difference_as_zero),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
