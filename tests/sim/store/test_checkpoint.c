/* tests/sim/store/test_checkpoint.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/checkpoint.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/sandbox.h"

#define DONE 7
#define FILE_NAME "map/dieper/een"

static const char KEY[SIM_DIGEST_SIZE] = "sleutel";

/* Blocks of odd sizes, one of them empty. */
struct memory {
    double numbers[5];
    char text[3];
    struct sim_block blocks[3];
};

static void fill(struct memory *self, int value)
{
    memset(self->numbers, value, sizeof self->numbers);
    memset(self->text, value, sizeof self->text);
    self->blocks[0] = (struct sim_block){self->numbers, sizeof self->numbers};
    self->blocks[1] = (struct sim_block){NULL, 0};
    self->blocks[2] = (struct sim_block){self->text, sizeof self->text};
}

static void assert_filled(const struct memory *self, int value)
{
    struct memory wanted;
    fill(&wanted, value);
    assert_memory_equal(self->numbers, wanted.numbers, sizeof wanted.numbers);
    assert_memory_equal(self->text, wanted.text, sizeof wanted.text);
}

static void keep(const char *folder, int value)
{
    struct sim_checkpoint checkpoint;
    struct memory memory;
    fill(&memory, value);
    sim_checkpoint_init(&checkpoint, folder, "een", KEY, 0.0);
    sim_checkpoint_keep(&checkpoint, memory.blocks, 3, DONE);
    sim_checkpoint_free(&checkpoint);
}

static uint32_t restore(const char *folder, const char *key, struct memory *memory,
                        int block_count)
{
    struct sim_checkpoint checkpoint;
    char whole[SIM_DIGEST_SIZE] = "";
    memcpy(whole, key, strlen(key));
    sim_checkpoint_init(&checkpoint, folder, "een", whole, 0.0);
    const uint32_t done =
        sim_checkpoint_restore(&checkpoint, memory->blocks, block_count);
    sim_checkpoint_free(&checkpoint);
    return done;
}

static void test_what_is_kept_is_put_back(void **state)
{
    struct memory memory;
    (void)state;
    keep("map/dieper", 0x5a);
    fill(&memory, 0);
    assert_int_equal(restore("map/dieper", KEY, &memory, 3), DONE);
    assert_filled(&memory, 0x5a);
    assert_int_equal(sandbox_count("map/dieper"), 1);
    keep("map/dieper", 0x33);
    assert_int_equal(restore("map/dieper", KEY, &memory, 3), DONE);
    assert_filled(&memory, 0x33);
}

static void test_another_key_or_other_blocks_are_not_touched(void **state)
{
    struct memory memory;
    (void)state;
    keep("map/dieper", 0x5a);
    fill(&memory, 1);
    assert_int_equal(restore("map/dieper", "sleutels", &memory, 3), 0);
    assert_int_equal(restore("map/dieper", KEY, &memory, 2), 0);
    assert_int_equal(restore("map", KEY, &memory, 3), 0);
    assert_int_equal(restore(NULL, KEY, &memory, 3), 0);
    assert_filled(&memory, 1);
}

static void write_bytes(const char *bytes, size_t length)
{
    FILE *file = fopen(FILE_NAME, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* Writes [length] of [bytes] in place of what is kept: then there is nothing to put
 * back, and nothing is touched. */
static void assert_unusable(const char *bytes, size_t length)
{
    struct memory memory;
    fill(&memory, 1);
    write_bytes(bytes, length);
    assert_int_equal(restore("map/dieper", KEY, &memory, 3), 0);
    assert_filled(&memory, 1);
}

static void test_file_cut_anywhere_is_as_if_it_were_not_there(void **state)
{
    size_t length;
    (void)state;
    keep("map/dieper", 0x5a);
    char *bytes = sandbox_read(FILE_NAME, &length);
    for (size_t cut = 0; cut < length; cut++) {
        assert_unusable(bytes, cut);
    }
    free(bytes);
}

static void test_file_with_any_byte_changed_is_as_if_it_were_not_there(void **state)
{
    size_t length;
    (void)state;
    keep("map/dieper", 0x5a);
    char *bytes = sandbox_read(FILE_NAME, &length);
    for (size_t i = 0; i < length; i++) {
        bytes[i] ^= 1;
        assert_unusable(bytes, length);
        bytes[i] ^= 1;
    }
    free(bytes);
}

static void test_folder_that_cannot_be_made_is_no_error(void **state)
{
    struct memory memory;
    (void)state;
    sandbox_write("bestand", "geen map");
    keep("bestand/map", 0x5a);
    keep(NULL, 0x5a);
    fill(&memory, 1);
    assert_int_equal(restore("bestand/map", KEY, &memory, 3), 0);
}

static void test_now_and_then_is_not_always(void **state)
{
    struct sim_checkpoint checkpoint;
    struct memory memory;
    (void)state;
    fill(&memory, 2);
    sim_checkpoint_init(&checkpoint, "zelden", "een", KEY, 1000.0);
    sim_checkpoint_keep_sometimes(&checkpoint, memory.blocks, 3, DONE);
    assert_false(sandbox_exists("zelden"));
    checkpoint.kept_seconds -= 1001.0;
    sim_checkpoint_keep_sometimes(&checkpoint, memory.blocks, 3, DONE);
    assert_true(sandbox_exists("zelden/een"));
    assert_int_equal(unlink("zelden/een"), 0);
    sim_checkpoint_keep_sometimes(&checkpoint, memory.blocks, 3, DONE);
    assert_false(sandbox_exists("zelden/een"));
    sim_checkpoint_free(&checkpoint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_kept_is_put_back),
        cmocka_unit_test(test_another_key_or_other_blocks_are_not_touched),
        cmocka_unit_test(test_file_cut_anywhere_is_as_if_it_were_not_there),
        cmocka_unit_test(test_file_with_any_byte_changed_is_as_if_it_were_not_there),
        cmocka_unit_test(test_folder_that_cannot_be_made_is_no_error),
        cmocka_unit_test(test_now_and_then_is_not_always),
    };
    return cmocka_run_group_tests_name("checkpoint", tests, sandbox_enter,
                                       sandbox_leave);
}
