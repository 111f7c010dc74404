/* tests/setup/test_setup.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The scripts run in a copy of the project whose path holds a space, and find there
 * only the programs of [bin]: stand-ins that say how they were called. */
struct copy {
    char root[64];
    char output[8192];
    int exit_code;
};

__attribute__((format(printf, 2, 3))) static void run(struct copy *self,
                                                      const char *format, ...)
{
    char command[4096];
    int length = snprintf(command, sizeof command, "cd '%s' && { ", self->root);
    va_list arguments;
    va_start(arguments, format);
    length +=
        vsnprintf(command + length, sizeof command - (size_t)length, format, arguments);
    va_end(arguments);
    snprintf(command + length, sizeof command - (size_t)length, "; } 2>&1 </dev/null");

    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t size = fread(self->output, 1, sizeof self->output - 1, pipe);
    self->output[size] = '\0';
    self->exit_code = WEXITSTATUS(pclose(pipe));
}

static void write_stand_in(const struct copy *self, const char *path, const char *body)
{
    char full_path[256];
    snprintf(full_path, sizeof full_path, "%s/%s", self->root, path);
    FILE *file = fopen(full_path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", body);
    fclose(file);
    assert_int_equal(chmod(full_path, 0755), 0);
}

static int make_copy(void **state)
{
    struct copy *self = calloc(1, sizeof *self);
    assert_non_null(self);
    strcpy(self->root, "/tmp/een map XXXXXX");
    assert_non_null(mkdtemp(self->root));
    run(self,
        "mkdir -p bin build/release && cp -R '%s/scripts' . && "
        "for tool in bash cat dirname env mkdir; do ln -s \"$(command -v $tool)\" bin; "
        "done",
        TEST_SOURCE_DIR);
    assert_int_equal(self->exit_code, 0);
    write_stand_in(self, "bin/id", "echo ${USER_ID:-0}");
    write_stand_in(self, "bin/apt-get",
                   "echo \"apt-get $* ($DEBIAN_FRONTEND)\"; exit ${APT_CODE:-0}");
    write_stand_in(
        self, "bin/dpkg-query",
        "case \" $MISSING \" in *\" $3 \"*) exit 1;; esac; printf installed");
    write_stand_in(self, "bin/cmake", "echo \"cmake $*\"; exit ${CMAKE_CODE:-0}");
    write_stand_in(self, "build/release/wmosim", "printf '%s|' \"$PWD\" \"$@\"");
    *state = self;
    return 0;
}

static int remove_copy(void **state)
{
    struct copy *self = *state;
    run(self, "rm -r '%s'", self->root);
    free(self);
    return 0;
}

static void assert_says(const struct copy *self, const char *text)
{
    if (strstr(self->output, text) == NULL) {
        fail_msg("\"%s\" not in: %s", text, self->output);
    }
}

static void test_install_leaves_apt_alone_when_nothing_is_missing(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin USER_ID=1000 bash scripts/install.sh test");
    assert_int_equal(self->exit_code, 0);
    assert_string_equal(self->output, "");
}

static void test_install_asks_apt_for_what_is_missing_only(void **state)
{
    struct copy *self = *state;
    run(self,
        "PATH=$PWD/bin MISSING='libgsl-dev ninja-build' bash scripts/install.sh run");
    assert_int_equal(self->exit_code, 0);
    assert_says(self, " update (noninteractive)\n");
    assert_says(self, " install --yes --no-install-recommends ninja-build libgsl-dev "
                      "(noninteractive)\n");
}

static void test_install_takes_the_tools_of_tests_for_tests_only(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin MISSING=clang-14 bash scripts/install.sh run");
    assert_string_equal(self->output, "");
    run(self, "PATH=$PWD/bin MISSING=clang-14 bash scripts/install.sh test");
    assert_says(self, "--no-install-recommends clang-14 ");
}

static void test_install_uses_sudo_when_not_root(void **state)
{
    struct copy *self = *state;
    write_stand_in(self, "bin/sudo", "echo \"sudo $2\"; exec \"$@\"");
    run(self, "PATH=$PWD/bin USER_ID=1000 MISSING=cmake bash scripts/install.sh run");
    assert_int_equal(self->exit_code, 0);
    assert_says(self, "sudo DEBIAN_FRONTEND=noninteractive\n");
    assert_says(self, "--no-install-recommends cmake (noninteractive)\n");
}

static void test_install_without_root_or_sudo_says_what_to_ask_for(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin USER_ID=1000 MISSING=cmake bash scripts/install.sh run");
    assert_int_equal(self->exit_code, 69);
    assert_says(self, "Vraag uw beheerder om: apt-get install "
                      "--no-install-recommends cmake\n");
}

static void test_install_without_apt_lists_what_is_needed(void **state)
{
    struct copy *self = *state;
    run(self, "rm bin/apt-get; PATH=$PWD/bin bash scripts/install.sh run");
    assert_int_equal(self->exit_code, 69);
    assert_says(self, "apt ontbreekt");
    assert_says(self, "libgsl-dev");
}

static void test_install_fails_when_apt_fails(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin APT_CODE=100 MISSING=cmake bash scripts/install.sh run");
    assert_int_equal(self->exit_code, 69);
    assert_says(self, "installeren is mislukt");
}

static void test_install_rejects_an_unknown_list(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin bash scripts/install.sh alles");
    assert_int_equal(self->exit_code, 64);
    assert_says(self, "install.sh run|test");
}

static void test_start_compares_in_its_own_folder_with_the_options_given(void **state)
{
    struct copy *self = *state;
    char expected[512];
    run(self, "root=$PWD; cd /; PATH=$root/bin \"$root/scripts/start.sh\" -n 2 "
              "-o 'met spatie'");
    assert_int_equal(self->exit_code, 0);
    snprintf(expected, sizeof expected,
             "%s|compare|scenarios/utrecht/meer-aanbieders.cfg|"
             "scenarios/utrecht/een-partner.cfg|-n|2|-o|met spatie|",
             self->root);
    assert_says(self, expected);
}

static void test_start_shows_why_the_build_failed_and_runs_nothing(void **state)
{
    struct copy *self = *state;
    run(self, "PATH=$PWD/bin CMAKE_CODE=1 scripts/start.sh");
    assert_int_equal(self->exit_code, 70);
    assert_says(self, "cmake --preset release\n");
    assert_null(strstr(self->output, "|compare|"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_copy, remove_copy)
        TEST(test_install_leaves_apt_alone_when_nothing_is_missing),
        TEST(test_install_asks_apt_for_what_is_missing_only),
        TEST(test_install_takes_the_tools_of_tests_for_tests_only),
        TEST(test_install_uses_sudo_when_not_root),
        TEST(test_install_without_root_or_sudo_says_what_to_ask_for),
        TEST(test_install_without_apt_lists_what_is_needed),
        TEST(test_install_fails_when_apt_fails),
        TEST(test_install_rejects_an_unknown_list),
        TEST(test_start_compares_in_its_own_folder_with_the_options_given),
        TEST(test_start_shows_why_the_build_failed_and_runs_nothing),
#undef TEST
    };
    return cmocka_run_group_tests_name("setup", tests, NULL, NULL);
}
