/* sim/scenario/describe.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/describe.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sim/scenario/number.h"
#include "sim/scenario/text.h"

static void describe_text(const char *text, char buffer[SIM_DESCRIBE_SIZE])
{
    char cut[SIM_TEXT_SHORT_SIZE];
    sim_text_cut(cut, sizeof cut, text);
    snprintf(buffer, SIM_DESCRIBE_SIZE, "de tekst \"%s\"", cut);
}

void sim_describe_found(const struct sim_node *node, char buffer[SIM_DESCRIBE_SIZE])
{
    static const char *const words[] = {
        [SIM_NODE_GROUP] = "een groep {...}",
        [SIM_NODE_LIST] = "een lijst (...)",
        [SIM_NODE_ARRAY] = "een reeks [...]",
        [SIM_NODE_FAULTY] = "fout",
    };
    switch (node->kind) {
    case SIM_NODE_INTEGER:
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%lld", (long long)node->integer);
        break;
    case SIM_NODE_REAL:
        sim_number_real(node->real, buffer);
        break;
    case SIM_NODE_BOOLEAN:
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%s",
                 node->integer != 0 ? "true" : "false");
        break;
    case SIM_NODE_TEXT:
        describe_text(node->text, buffer);
        break;
    default:
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%s", words[node->kind]);
        break;
    }
}

/* Copies names separated by '|' with ", " between them, as far as they fit. */
static void copy_names(const char *names, char buffer[SIM_DESCRIBE_SIZE])
{
    size_t used = strlen(buffer);
    for (; *names != '\0' && used + 3 < SIM_DESCRIBE_SIZE; names++) {
        const char *piece = *names == '|' ? ", " : (const char[]){*names, '\0'};
        used += (size_t)snprintf(buffer + used, SIM_DESCRIBE_SIZE - used, "%s", piece);
    }
}

void sim_describe_expected(const struct sim_param *param,
                           char buffer[SIM_DESCRIBE_SIZE])
{
    static const char *const words[] = {
        [SIM_PARAM_INTEGER] = "een geheel getal",
        [SIM_PARAM_REAL] = "een getal",
        [SIM_PARAM_BOOLEAN] = "true of false",
        [SIM_PARAM_TEXT] = "een tekst",
        [SIM_PARAM_CHOICE] = "een van ",
        [SIM_PARAM_DATE] = "een datum zoals \"2027-01-31\"",
        [SIM_PARAM_NAME] = "een naam uit de lijst ",
        [SIM_PARAM_NAMES] = "een reeks [\"...\"] met namen uit de lijst ",
        [SIM_PARAM_DISTRIBUTION] = "een getal of een verdeling { vorm = \"...\"; ... }",
        [SIM_PARAM_SERIES] = "een getal of { jaren = [...]; waarden = [...]; }",
    };
    snprintf(buffer, SIM_DESCRIBE_SIZE, "%s", words[param->kind]);
    if (param->allowed != NULL) {
        copy_names(param->allowed, buffer);
    }
}

void sim_describe_range(const struct sim_param *param, char buffer[SIM_DESCRIBE_SIZE])
{
    char minimum[SIM_NUMBER_SIZE];
    char maximum[SIM_NUMBER_SIZE];
    sim_number_plain(param->minimum, minimum);
    sim_number_plain(param->maximum, maximum);
    if (isinf(param->maximum)) {
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%s of meer", minimum);
    } else if (isinf(param->minimum)) {
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%s of minder", maximum);
    } else {
        snprintf(buffer, SIM_DESCRIBE_SIZE, "%s tot %s", minimum, maximum);
    }
}
