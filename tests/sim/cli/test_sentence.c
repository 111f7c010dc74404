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
    "rij", "dagen", "tijd in de rij", 1, SIM_BETTER_LOWER, true, NULL, ""};
static const struct sim_measure SHARE = {
    "aandeel", "%", "aandeel op tijd", 1, SIM_BETTER_HIGHER, true, NULL, ""};
static const struct sim_measure COST = {"kosten",           "euro", "kosten", 0,
                                        SIM_BETTER_NEUTRAL, true,   NULL,     ""};
static const struct sim_measure FACTOR = {"factor",           "-",  "factor", 2,
                                          SIM_BETTER_NEUTRAL, true, NULL,     ""};

static void assert_sentence(const struct sim_measure *measure, const double *values,
                            int count, const char *expected)
{
    char *text = NULL;
    size_t length;
    struct sim_tally difference;
    const struct sim_sentence sentence = {"noord", measure, "één rij", "drie rijen",
                                          &difference};
    sim_tally_reset(&difference);
    for (int i = 0; i < count; i++) {
        sim_tally_add(&difference, values[i]);
    }
    FILE *file = open_memstream(&text, &length);
    sim_sentence_write(&sentence, file);
    fclose(file);
    assert_string_equal(text, expected);
    free(text);
}

/* Of two values a and b the interval is their mean plus and minus t(0.975; 1) =
 * 12.7062 times |a - b| / 2. */

static void test_sentence_says_lower_and_whether_that_is_better(void **state)
{
    const double values[] = {-31.0, -31.4};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Noord, tijd in de rij: in 'één rij' 31,2 dagen lager dan in "
                    "'drie rijen', dus gunstiger (95%-interval 28,7 tot 33,7 lager).");
    assert_sentence(&SHARE, values, 2,
                    "Noord, aandeel op tijd: in 'één rij' 31,2 procentpunt lager dan "
                    "in 'drie rijen', dus ongunstiger (95%-interval 28,7 tot 33,7 "
                    "lager).");
}

static void test_sentence_says_higher_and_no_verdict_when_neutral(void **state)
{
    const double values[] = {1234000.0, 1235000.0};
    (void)state;
    assert_sentence(&COST, values, 2,
                    "Noord, kosten: in 'één rij' 1.234.500 euro hoger dan in 'drie "
                    "rijen' (95%-interval 1.228.147 tot 1.240.853 hoger).");
}

static void test_sentence_calls_noise_noise(void **state)
{
    const double values[] = {-0.8, 0.4};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Noord, tijd in de rij: geen aantoonbaar verschil tussen 'één rij' "
                    "en 'drie rijen' (95%-interval -7,8 tot 7,4 dagen; kleiner dan de "
                    "ruis).");
}

static void test_sentence_has_no_interval_from_one_replication(void **state)
{
    const double values[] = {0.5};
    (void)state;
    assert_sentence(&FACTOR, values, 1,
                    "Noord, factor: in 'één rij' 0,50 hoger dan in 'drie rijen' (uit "
                    "één replicatie, dus zonder interval).");
}

static void test_sentence_tells_equal_from_noise(void **state)
{
    const double values[] = {0.0, 0.0, 0.0};
    (void)state;
    assert_sentence(&COST, values, 3,
                    "Noord, kosten: in 'één rij' en 'drie rijen' gelijk, in elke "
                    "replicatie.");
}

static void test_sentence_never_shows_a_real_difference_as_zero(void **state)
{
    const double values[] = {0.0031, 0.0031};
    (void)state;
    assert_sentence(&LINE, values, 2,
                    "Noord, tijd in de rij: in 'één rij' 0,003 dagen hoger dan in "
                    "'drie rijen', dus ongunstiger (95%-interval 0,003 tot 0,003 "
                    "hoger).");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentence_says_lower_and_whether_that_is_better),
        cmocka_unit_test(test_sentence_says_higher_and_no_verdict_when_neutral),
        cmocka_unit_test(test_sentence_calls_noise_noise),
        cmocka_unit_test(test_sentence_has_no_interval_from_one_replication),
        cmocka_unit_test(test_sentence_tells_equal_from_noise),
        cmocka_unit_test(test_sentence_never_shows_a_real_difference_as_zero),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
