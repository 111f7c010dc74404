/* tests/sim/scenario/test_fault.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/fault.h"
#include "tests/sim/scenario/example.h"

static void assert_prints(struct sim_faults *faults, const char *expected)
{
    char *text = example_printed(faults);
    assert_string_equal(text, expected);
    free(text);
    sim_faults_free(faults);
}

static void test_faults_print_in_order_of_file_and_line(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    sim_faults_add(&faults, "b.cfg", 7, "zeven");
    sim_faults_add(&faults, "b.cfg", 3, "drie, %s", "eerst");
    sim_faults_add(&faults, "a.cfg", 12, "twaalf");
    sim_faults_add(&faults, "b.cfg", 3, "drie, daarna");
    sim_faults_add(&faults, "b.cfg", 0, "het hele bestand");
    assert_prints(&faults, "a.cfg:12: twaalf\n"
                           "b.cfg: het hele bestand\n"
                           "b.cfg:3: drie, eerst\n"
                           "b.cfg:3: drie, daarna\n"
                           "b.cfg:7: zeven\n");
}

static void test_faults_same_text_at_same_place_is_added_once(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    sim_faults_add(&faults, "a.cfg", 3, "x");
    sim_faults_add(&faults, "a.cfg", 3, "y");
    sim_faults_add(&faults, "a.cfg", 3, "x");
    sim_faults_add(&faults, "a.cfg", 4, "x");
    sim_faults_add(&faults, "a.cfg", 3, "y");
    assert_prints(&faults, "a.cfg:3: x\na.cfg:3: y\na.cfg:4: x\n");
}

static void test_faults_hold_no_control_characters(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    sim_faults_add(&faults, "a\nb.cfg", 1, "%s", "\x1b[31mrood\x7f\t\xc2\x9b één \xff");
    assert_prints(&faults, "a?b.cfg:1: ?[31mrood??? één ?\n");
}

static void test_faults_past_the_maximum_are_counted_not_kept(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    for (int i = 0; i < SIM_FAULT_MAX + 17; i++) {
        sim_faults_add(&faults, "a.cfg", i + 1, "fout");
    }
    assert_int_equal(faults.count, SIM_FAULT_MAX);
    assert_int_equal(faults.dropped, 17);
    char *text = example_printed(&faults);
    assert_non_null(strstr(text, "\nen nog 17 fouten\n"));
    free(text);
    sim_faults_free(&faults);
}

static void test_faults_long_text_is_cut_between_characters(void **state)
{
    (void)state;
    static char text[20001];
    for (size_t i = 0; i < 20000; i += 2) {
        memcpy(text + i, "\xc3\xa9", 2);
    }
    struct sim_faults faults = {0};
    sim_faults_add(&faults, "a.cfg", 1, "%s", text);
    sim_faults_add(&faults, "a.cfg", 2, "x%s", text);
    for (int i = 0; i < 2; i++) {
        const char *kept = faults.items[i].text;
        assert_true(strlen(kept) < 2000);
        assert_string_equal(kept + strlen(kept) - 5, "\xc3\xa9...");
    }
    sim_faults_free(&faults);
}

static void test_faults_can_be_freed_twice(void **state)
{
    (void)state;
    struct sim_faults faults = {0};
    sim_faults_add(&faults, "a.cfg", 1, "x");
    sim_faults_free(&faults);
    sim_faults_free(&faults);
    assert_int_equal(faults.count, 0);
}

static const char *const NAMES[] = {"vraagfactor", "inwonertal", "naam", "groei"};
#define NAME_COUNT 4

static void test_nearest_counts_each_kind_of_edit_as_one(void **state)
{
    (void)state;
    assert_string_equal(sim_nearest_name("vraagfaktor", NAMES, NAME_COUNT),
                        "vraagfactor"); /* substitution */
    assert_string_equal(sim_nearest_name("nam", NAMES, NAME_COUNT), "naam");
    assert_string_equal(sim_nearest_name("naamm", NAMES, NAME_COUNT), "naam");
    assert_string_equal(sim_nearest_name("gorei", NAMES, NAME_COUNT), "groei");
    /* Two swaps in ten letters; as substitutions they would be four edits, too many. */
    assert_string_equal(sim_nearest_name("niwonertla", NAMES, NAME_COUNT),
                        "inwonertal");
}

static void test_nearest_is_silent_when_more_than_a_third_differs(void **state)
{
    (void)state;
    assert_string_equal(sim_nearest_name("grxeix", NAMES, NAME_COUNT), "groei");
    assert_null(sim_nearest_name("gxxei", NAMES, NAME_COUNT));
    assert_null(sim_nearest_name("gr", NAMES, NAME_COUNT));
    assert_null(sim_nearest_name("", NAMES, NAME_COUNT));
    assert_null(sim_nearest_name("groei", NULL, 0));
}

static void test_nearest_knows_a_name_by_its_first_words(void **state)
{
    (void)state;
    static const char *const names[] = {"wachtlijst", "wachttijd_gestart_p90",
                                        "wachttijd_gestart"};
    assert_string_equal(sim_nearest_name("wachttijd", names, 3), "wachttijd_gestart");
    assert_string_equal(sim_nearest_name("wachtlijs", names, 3), "wachtlijst");
    /* A word is whole: "wacht" is the beginning of one. */
    assert_null(sim_nearest_name("wacht", names, 3));
}

static void test_nearest_takes_names_of_any_length(void **state)
{
    (void)state;
    static char longest[100001];
    memset(longest, 'a', 100000);
    const char *names[] = {longest, "groei"};
    assert_null(sim_nearest_name(longest, names, 2));
    assert_string_equal(sim_nearest_name("groeii", names, 2), "groei");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faults_print_in_order_of_file_and_line),
        cmocka_unit_test(test_faults_same_text_at_same_place_is_added_once),
        cmocka_unit_test(test_faults_hold_no_control_characters),
        cmocka_unit_test(test_faults_past_the_maximum_are_counted_not_kept),
        cmocka_unit_test(test_faults_long_text_is_cut_between_characters),
        cmocka_unit_test(test_faults_can_be_freed_twice),
        cmocka_unit_test(test_nearest_counts_each_kind_of_edit_as_one),
        cmocka_unit_test(test_nearest_is_silent_when_more_than_a_third_differs),
        cmocka_unit_test(test_nearest_knows_a_name_by_its_first_words),
        cmocka_unit_test(test_nearest_takes_names_of_any_length),
    };
    return cmocka_run_group_tests_name("fault", tests, NULL, NULL);
}
