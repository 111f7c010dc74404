/* tests/sim/statistics/test_multiple.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/statistics/multiple.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdbool.h>

#include "sim/statistics/letters.h"

static struct sim_tally tally_of(const double *values, int count)
{
    struct sim_tally tally;
    sim_tally_reset(&tally);
    for (int i = 0; i < count; i++) {
        sim_tally_add(&tally, values[i]);
    }
    return tally;
}

static void assert_near(double value, double expected)
{
    assert_true(fabs(value - expected) < 1e-12);
}

static void test_bonferroni_divides_the_chance_of_an_error(void **state)
{
    (void)state;
    assert_near(sim_multiple_confidence(0.95, 1), 0.95);
    assert_near(sim_multiple_confidence(0.95, 5), 0.99);
}

/* One degree of freedom is Cauchy: P(|T| > t) = 1 - 2 atan(t) / pi. */
static void test_p_of_two_values_is_that_of_cauchy(void **state)
{
    const double values[] = {1.0, 3.0}; /* mean 2, standard error 1 */
    const struct sim_tally tally = tally_of(values, 2);
    (void)state;
    assert_near(sim_multiple_p(&tally), 1.0 - 2.0 * atan(2.0) / acos(-1.0));
}

static void test_p_is_large_without_evidence_and_0_for_a_constant(void **state)
{
    const double zero[] = {0.0, 0.0, 0.0}, same[] = {-2.0, -2.0, -2.0};
    const struct sim_tally none = tally_of(zero, 0), one = tally_of(same, 1);
    const struct sim_tally equal = tally_of(zero, 3), constant = tally_of(same, 3);
    (void)state;
    assert_true(sim_multiple_p(&none) == 1.0);
    assert_true(sim_multiple_p(&one) == 1.0);
    assert_true(sim_multiple_p(&equal) == 1.0);
    assert_true(sim_multiple_p(&constant) == 0.0);
}

/* By hand: in order 0.005 x 4, 0.01 x 3, 0.03 x 2, 0.04 x 1, none below the one before.
 */
static void test_holm_steps_down_from_the_smallest(void **state)
{
    double p[] = {0.01, 0.04, 0.03, 0.005};
    double large[] = {0.6, 0.7};
    (void)state;
    sim_multiple_holm(p, 4);
    assert_near(p[0], 0.03);
    assert_near(p[1], 0.06);
    assert_near(p[2], 0.06);
    assert_near(p[3], 0.02);
    sim_multiple_holm(large, 2);
    assert_true(large[0] == 1.0 && large[1] == 1.0);
}

static void tell_apart(uint32_t *differs, int a, int b)
{
    differs[a] |= (uint32_t)1 << b;
    differs[b] |= (uint32_t)1 << a;
}

static void assert_letters(const uint32_t *differs, int count,
                           const char *const *expected)
{
    uint32_t groups[SIM_LETTERS_GROUP_MAX];
    char text[SIM_LETTERS_GROUP_MAX + 1];
    const int group_count = sim_letters_group(differs, count, groups);
    for (int i = 0; i < count; i++) {
        sim_letters_write(groups, group_count, i, text);
        assert_string_equal(text, expected[i]);
    }
}

static void test_things_alike_share_a_letter(void **state)
{
    static const char *const alike[] = {"a", "a", "a"};
    static const char *const chain[] = {"a", "ab", "b"};
    static const char *const apart[] = {"a", "b", "c"};
    uint32_t differs[3] = {0};
    (void)state;
    assert_letters(differs, 3, alike);
    tell_apart(differs, 0, 2);
    assert_letters(differs, 3, chain);
    tell_apart(differs, 0, 1);
    tell_apart(differs, 1, 2);
    assert_letters(differs, 3, apart);
}

/* What means and intervals do not forbid: the first is like the last, not like the one
 * between. */
static void test_letters_need_no_order(void **state)
{
    static const char *const expected[] = {"a", "b", "a"};
    uint32_t differs[3] = {0};
    (void)state;
    tell_apart(differs, 0, 1);
    tell_apart(differs, 1, 2);
    assert_letters(differs, 3, expected);
}

/* For a number of graphs: the letters say exactly which pairs differ. */
static void test_letters_say_which_pairs_differ_and_no_more(void **state)
{
    uint32_t groups[SIM_LETTERS_GROUP_MAX];
    uint32_t random = 1;
    (void)state;
    for (int graph = 0; graph < 200; graph++) {
        uint32_t differs[7] = {0};
        for (int i = 0; i < 7; i++) {
            for (int j = i + 1; j < 7; j++) {
                random = random * 1664525u + 1013904223u;
                if ((random >> 30) == 0) {
                    tell_apart(differs, i, j);
                }
            }
        }
        const int count = sim_letters_group(differs, 7, groups);
        assert_true(count > 0);
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                bool shares = false;
                for (int g = 0; g < count; g++) {
                    shares |= (groups[g] >> i & groups[g] >> j & 1u) != 0;
                }
                assert_int_equal(shares, (differs[i] >> j & 1u) == 0);
            }
        }
    }
}

/* Sixteen pairs of which one of each can go along: 2^16 groups. */
static void test_more_groups_than_letters_are_none(void **state)
{
    uint32_t differs[32] = {0};
    uint32_t groups[SIM_LETTERS_GROUP_MAX];
    char text[SIM_LETTERS_GROUP_MAX + 1];
    (void)state;
    for (int i = 0; i < 32; i += 2) {
        tell_apart(differs, i, i + 1);
    }
    const int count = sim_letters_group(differs, 32, groups);
    assert_int_equal(count, 0);
    sim_letters_write(groups, count, 3, text);
    assert_string_equal(text, "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bonferroni_divides_the_chance_of_an_error),
        cmocka_unit_test(test_p_of_two_values_is_that_of_cauchy),
        cmocka_unit_test(test_p_is_large_without_evidence_and_0_for_a_constant),
        cmocka_unit_test(test_holm_steps_down_from_the_smallest),
        cmocka_unit_test(test_things_alike_share_a_letter),
        cmocka_unit_test(test_letters_need_no_order),
        cmocka_unit_test(test_letters_say_which_pairs_differ_and_no_more),
        cmocka_unit_test(test_more_groups_than_letters_are_none),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
