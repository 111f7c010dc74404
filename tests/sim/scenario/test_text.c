/* tests/sim/scenario/test_text.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "sim/scenario/text.h"

static void test_text_accepts_exactly_the_well_formed_sequences(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } rows[] = {
        {"a", 1},
        {"\x7f", 1},
        {"\xc2\x80", 2},
        {"\xdf\xbf", 2},
        {"\xe0\xa0\x80", 3},
        {"\xe2\x82\xac", 3},
        {"\xef\xbf\xbf", 3},
        {"\xf0\x90\x80\x80", 4},
        {"\xf4\x8f\xbf\xbf", 4},
        {"\x80", 0},             /* continuation alone */
        {"\xc1\xbf", 0},         /* overlong */
        {"\xe0\x9f\xbf", 0},     /* overlong */
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong */
        {"\xed\xa0\x80", 0},     /* surrogate */
        {"\xf4\x90\x80\x80", 0}, /* past U+10FFFF */
        {"\xf5\x80\x80\x80", 0},
        {"\xe2\x82", 0}, /* cut off */
        {"\xc3", 0},
        {"\xff", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(sim_text_character(rows[i].bytes), rows[i].length);
    }
}

static void test_text_with_control_characters_is_not_clean(void **state)
{
    (void)state;
    assert_true(sim_text_is_clean("O'Neil \"x\" `id` $(id) één €"));
    assert_true(sim_text_is_clean(""));
    assert_false(sim_text_is_clean("a\nb"));
    assert_false(sim_text_is_clean("a\x1b[0m"));
    assert_false(sim_text_is_clean("a\x7f"));
    assert_false(sim_text_is_clean("a\xc2\x85"));
    assert_false(sim_text_is_clean("a\xff"));
}

static void test_text_is_cut_between_characters(void **state)
{
    (void)state;
    char buffer[8];
    sim_text_cut(buffer, sizeof buffer, "1234567");
    assert_string_equal(buffer, "1234567");
    sim_text_cut(buffer, sizeof buffer, "12345678");
    assert_string_equal(buffer, "1234...");
    sim_text_cut(buffer, sizeof buffer, "123\xe2\x82\xac\xe2\x82\xac");
    assert_string_equal(buffer, "123...");
}

static void assert_fault_line(const char *bytes, size_t length, int line)
{
    struct sim_faults faults = {0};
    assert_int_equal(sim_text_check(bytes, length, "a.cfg", &faults), line == 0);
    assert_int_equal(faults.count, line == 0 ? 0 : 1);
    if (line != 0) {
        assert_int_equal(faults.items[0].line, line);
    }
    sim_faults_free(&faults);
}

static void test_text_check_names_the_line_of_the_first_wrong_byte(void **state)
{
    (void)state;
    assert_fault_line("a\n\xe2\x82\xac\n", 6, 0);
    assert_fault_line("a\nb\n\xff\n\xff", 7, 3);
    assert_fault_line("a\0b", 3, 1);
    assert_fault_line("\n\n\xc3", 3, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_accepts_exactly_the_well_formed_sequences),
        cmocka_unit_test(test_text_with_control_characters_is_not_clean),
        cmocka_unit_test(test_text_is_cut_between_characters),
        cmocka_unit_test(test_text_check_names_the_line_of_the_first_wrong_byte),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
