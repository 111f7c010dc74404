/* sim/cli/arguments.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/arguments.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sim/cli/help.h"

#define OPTION_MAX 32

struct reading {
    const struct sim_syntax *syntax;
    const struct sim_model *model;
    void *context;
    int argument_count;
    bool shows_help;
    enum sim_status status; /* what was printed already */
};

/* --- What is wrong with an option --- */

static const struct argp_option *find_letter(const struct sim_syntax *syntax,
                                             int letter)
{
    for (const struct argp_option *o = syntax->options; o->name != NULL; o++) {
        if (o->key == letter) {
            return o;
        }
    }
    return NULL;
}

/* The option called [name] or the only one that begins so; [count] gets how many. */
static const struct argp_option *find_name(const struct sim_syntax *syntax,
                                           const char *name, size_t length, int *count)
{
    const struct argp_option *found = NULL;
    *count = 0;
    for (const struct argp_option *o = syntax->options; o->name != NULL; o++) {
        if (strncmp(o->name, name, length) == 0) {
            found = o;
            (*count)++;
            if (o->name[length] == '\0') {
                *count = 1;
                break;
            }
        }
    }
    return found;
}

static void complain_unknown(const struct reading *self, const char *token,
                             const char *name)
{
    const char *names[OPTION_MAX];
    int count = 0;
    for (const struct argp_option *o = self->syntax->options;
         o->name != NULL && count < OPTION_MAX; o++) {
        names[count++] = o->name;
    }
    const char *nearest = sim_nearest_name(name, names, count);
    if (nearest != NULL) {
        sim_command_complain(self->model, "onbekende optie '%s'; bedoelde u '--%s'?",
                             token, nearest);
    } else {
        sim_command_complain(self->model, "onbekende optie '%s'", token);
    }
}

/* Whether [token] is a long option that is not right; says so. */
static bool is_wrong_name(const struct reading *self, const char *token, bool is_last)
{
    const char *name = token + 2;
    const size_t length = strcspn(name, "=");
    const bool has_value = name[length] == '=';
    int count;
    const struct argp_option *option = find_name(self->syntax, name, length, &count);
    if (count == 0) {
        char bare[64];
        snprintf(bare, sizeof bare, "%.*s", (int)(length < 60 ? length : 60), name);
        complain_unknown(self, token, bare);
    } else if (count > 1) {
        sim_command_complain(self->model,
                             "optie '%s' kan meer dan een optie betekenen; schrijf de "
                             "naam voluit",
                             token);
    } else if (option->arg == NULL && has_value) {
        sim_command_complain(self->model, "optie '--%s' krijgt geen waarde",
                             option->name);
    } else if (option->arg != NULL && !has_value && is_last) {
        sim_command_complain(self->model,
                             "optie '--%s' heeft een waarde nodig: --%s=%s",
                             option->name, option->name, option->arg);
    } else {
        return false;
    }
    return true;
}

/* Same for one or more letters after one dash. */
static bool is_wrong_letter(const struct reading *self, const char *token, bool is_last)
{
    for (const char *letter = token + 1; *letter != '\0'; letter++) {
        const struct argp_option *option = find_letter(self->syntax, *letter);
        if (option == NULL) {
            sim_command_complain(self->model, "onbekende optie '%s'", token);
            return true;
        }
        if (option->arg != NULL) {
            const bool is_missing = letter[1] == '\0' && is_last;
            if (is_missing) {
                sim_command_complain(self->model,
                                     "optie '-%c' heeft een waarde nodig: -%c %s",
                                     *letter, *letter, option->arg);
            }
            return is_missing;
        }
    }
    return false;
}

static bool is_wrong(const struct reading *self, const char *token, bool is_last)
{
    if (token[0] != '-' || token[1] == '\0') {
        return false;
    }
    return token[1] == '-' ? is_wrong_name(self, token, is_last)
                           : is_wrong_letter(self, token, is_last);
}

/* argp stopped at or just past the option it could not use. */
static void explain_error(const struct reading *self, const struct argp_state *state)
{
    const int next = state->next;
    const bool is_explained =
        is_wrong(self, state->argv[next - 1], next == state->argc) ||
        (next < state->argc &&
         is_wrong(self, state->argv[next], next + 1 == state->argc));
    if (!is_explained) {
        sim_command_complain(self->model, "%s", sim_status_text(SIM_ERR_USAGE));
    }
}

/* --- Reading --- */

static enum sim_status take_argument(struct reading *self, struct argp_state *state,
                                     char *value)
{
    const struct sim_syntax *syntax = self->syntax;
    if (self->argument_count == syntax->maximum_arguments) {
        sim_command_complain(
            self->model, "'%s' is te veel: er %s ten hoogste %d %s toegestaan", value,
            syntax->maximum_arguments == 1 ? "is" : "zijn", syntax->maximum_arguments,
            syntax->maximum_arguments == 1 ? "argument" : "argumenten");
        return SIM_ERR_USAGE;
    }
    if (syntax->stops_at_argument) {
        state->next = state->argc;
    }
    return syntax->take_argument(self->context, self->argument_count++, value);
}

static enum sim_status take_end(struct reading *self)
{
    const struct sim_syntax *syntax = self->syntax;
    if (self->argument_count >= syntax->minimum_arguments) {
        return SIM_OK;
    }
    sim_command_complain(self->model, "er ontbreekt een argument: %s",
                         syntax->arguments);
    return SIM_ERR_USAGE;
}

static error_t parse(int key, char *value, struct argp_state *state)
{
    struct reading *self = state->input;
    switch (key) {
    case 'h':
        sim_help_print(self->syntax, self->model, stdout);
        self->shows_help = true;
        state->next = state->argc;
        break;
    case ARGP_KEY_ARG:
        self->status = take_argument(self, state, value);
        break;
    case ARGP_KEY_END:
        self->status = self->shows_help ? SIM_OK : take_end(self);
        break;
    case ARGP_KEY_ERROR:
        if (self->status == SIM_OK) {
            explain_error(self, state);
            self->status = SIM_ERR_USAGE;
        }
        break;
    default:
        if (find_letter(self->syntax, key) == NULL) {
            return ARGP_ERR_UNKNOWN;
        }
        self->status = self->syntax->take_option(self->context, key, value);
    }
    return self->status == SIM_OK ? 0 : EINVAL;
}

void sim_arguments_refer(const struct sim_model *model, const char *command)
{
    const char *space = command[0] == '\0' ? "" : " ";
    fprintf(stderr, "Zie '%s%s%s --help'.\n", model->program, space, command);
}

enum sim_status sim_arguments_read(const struct sim_syntax *syntax,
                                   const struct sim_model *model, int argc, char **argv,
                                   void *context, bool *shows_help)
{
    const struct argp argp = {.options = syntax->options, .parser = parse};
    struct reading self = {.syntax = syntax, .model = model, .context = context};
    const error_t error = argp_parse(
        &argp, argc, argv, ARGP_IN_ORDER | ARGP_NO_HELP | ARGP_NO_EXIT | ARGP_NO_ERRS,
        NULL, &self);
    *shows_help = self.shows_help;
    if (error == ENOMEM) {
        return SIM_ERR_NO_MEMORY;
    }
    if (self.status == SIM_ERR_USAGE) {
        sim_arguments_refer(model, syntax->command);
    }
    return self.status;
}

enum sim_status sim_arguments_integer(const struct sim_model *model, const char *option,
                                      const char *text, uint64_t minimum,
                                      uint64_t maximum, uint64_t *value)
{
    const bool is_digits = *text != '\0' && text[strspn(text, "0123456789")] == '\0';
    errno = 0;
    *value = is_digits ? strtoull(text, NULL, 10) : 0;
    if (is_digits && errno == 0 && *value >= minimum && *value <= maximum) {
        return SIM_OK;
    }
    sim_command_complain(model,
                         "%s: '%s' kan niet; geef een geheel getal van %" PRIu64
                         " tot en met %" PRIu64,
                         option, text, minimum, maximum);
    return SIM_ERR_USAGE;
}

bool sim_arguments_number(const char *text, size_t length, double *value)
{
    char digits[32];
    if (length == 0 || length >= sizeof digits) {
        return false;
    }
    memcpy(digits, text, length);
    digits[length] = '\0';
    char *number = digits[0] == '-' ? &digits[1] : digits;
    const size_t whole = strspn(number, "0123456789");
    if (number[whole] == ',') {
        number[whole] = '.';
    }
    const char *part = number[whole] == '.' ? &number[whole + 1] : &number[whole];
    const size_t part_length = strspn(part, "0123456789");
    const bool is_number = whole > 0 && part[part_length] == '\0' &&
                           (part == &number[whole] || part_length > 0);
    *value = is_number ? strtod(digits, NULL) : 0.0;
    return is_number;
}

bool sim_arguments_decimal(const char *text, size_t length, double *value)
{
    return sim_arguments_number(text, length, value) && *text != '-' && *value > 0.0;
}
