/* sim/scenario/layer.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/layer.h"

#include <libconfig.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/scan.h"
#include "sim/scenario/text.h"

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

static enum sim_node_kind kind_of(const config_setting_t *setting)
{
    switch (config_setting_type(setting)) {
    case CONFIG_TYPE_GROUP:
        return SIM_NODE_GROUP;
    case CONFIG_TYPE_LIST:
        return SIM_NODE_LIST;
    case CONFIG_TYPE_ARRAY:
        return SIM_NODE_ARRAY;
    case CONFIG_TYPE_INT:
    case CONFIG_TYPE_INT64:
        return SIM_NODE_INTEGER;
    case CONFIG_TYPE_FLOAT:
        /* The only infinity is the mark of a number the scan has reported. */
        return isfinite(config_setting_get_float(setting)) ? SIM_NODE_REAL
                                                           : SIM_NODE_FAULTY;
    case CONFIG_TYPE_BOOL:
        return SIM_NODE_BOOLEAN;
    case CONFIG_TYPE_STRING:
        return SIM_NODE_TEXT;
    default:
        return SIM_NODE_FAULTY;
    }
}

static enum sim_status copy_scalar(struct sim_node *node,
                                   const config_setting_t *setting)
{
    switch (node->kind) {
    case SIM_NODE_INTEGER:
        node->integer = config_setting_type(setting) == CONFIG_TYPE_INT
                            ? config_setting_get_int(setting)
                            : config_setting_get_int64(setting);
        node->real = (double)node->integer;
        break;
    case SIM_NODE_REAL:
        node->real = config_setting_get_float(setting);
        break;
    case SIM_NODE_BOOLEAN:
        node->integer = config_setting_get_bool(setting) != 0;
        break;
    case SIM_NODE_TEXT:
        node->text = strdup(config_setting_get_string(setting));
        return node->text != NULL ? SIM_OK : SIM_ERR_NO_MEMORY;
    default:
        break;
    }
    return SIM_OK;
}

/* libconfig's lines count from 1 in every text. The depth of recursion is bounded by
 * the scan. */
static enum sim_status convert(struct sim_node **out, const config_setting_t *setting,
                               struct sim_layer_origin origin)
{
    int line = (int)config_setting_source_line(setting) + origin.first_line - 1;
    struct sim_node *node = sim_node_create(
        kind_of(setting), config_setting_name(setting), origin.file, line);
    if (node == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = copy_scalar(node, setting);
    int count = config_setting_length(setting);
    for (int i = 0; i < count && status == SIM_OK; i++) {
        struct sim_node *child = NULL;
        status =
            convert(&child, config_setting_get_elem(setting, (unsigned int)i), origin);
        if (status == SIM_OK) {
            status = sim_node_take_child(node, child);
        }
    }
    if (status != SIM_OK) {
        sim_node_destroy(node);
        return status;
    }
    *out = node;
    return SIM_OK;
}

/* Escapes such as \n and \xFF can bring in what the file itself may not hold. */
static void check_texts(struct sim_node *node, struct sim_faults *faults)
{
    if (node->kind == SIM_NODE_TEXT && !sim_text_is_clean(node->text)) {
        char path[SIM_NODE_PATH_SIZE];
        node->kind = SIM_NODE_FAULTY;
        sim_node_path(node, path);
        sim_faults_add(faults, node->file, node->line,
                       "'%s' bevat een stuurteken (zoals \\n) of ongeldige UTF-8; dat "
                       "mag niet in een tekst",
                       path);
    }
    for (int i = 0; i < node->child_count; i++) {
        check_texts(node->children[i], faults);
    }
}

/* Copies line [number] of [text], without the space around it, cut to fit a message;
 * an empty line gives the last one before it that is not, because what is missing at
 * the end of a line is only missed on the next. Returns the number of the line. */
static int copy_line(const char *text, int number, char line[SIM_TEXT_SHORT_SIZE])
{
    const char *found = "";
    int found_number = number;
    for (int i = 1; i <= number && *text != '\0'; i++) {
        const char *visible = text + strspn(text, " \t\r");
        text += strcspn(text, "\n");
        if (visible < text) {
            found = visible;
            found_number = i;
        }
        text += *text == '\n';
    }
    sim_text_cut_bytes(line, SIM_TEXT_SHORT_SIZE, found, strcspn(found, "\r\n"));
    return found_number;
}

static const char *translate(const char *english)
{
    if (strcmp(english, "duplicate setting name") == 0) {
        return "deze naam staat al in dezelfde groep";
    }
    if (strcmp(english, "mismatched element type in array") == 0) {
        return "een reeks [...] heeft waarden van één soort; schrijf naast getallen "
               "met "
               "een punt ook hele getallen zo: 1.0";
    }
    return "dit is niet te lezen; staat er een teken te veel of te weinig?";
}

static void report_error(const config_t *config, const char *text,
                         struct sim_layer_origin origin, struct sim_faults *faults)
{
    char line[SIM_TEXT_SHORT_SIZE];
    int number = copy_line(text, config_error_line(config), line);
    sim_faults_add(faults, origin.file, number + origin.first_line - 1, "'%s': %s",
                   line, translate(config_error_text(config)));
}

/* A copy that may be changed, and that ends in a newline: without it libconfig 1.5
 * takes a comment on the last line for a syntax error. */
static char *copy_text(const char *text, size_t length)
{
    char *copy = malloc(length + 2);
    if (copy != NULL) {
        memcpy(copy, text, length);
        memcpy(copy + length, "\n", 2);
    }
    return copy;
}

static enum sim_status parse_scanned(struct sim_node **root, const char *text,
                                     struct sim_layer_origin origin,
                                     struct sim_faults *faults)
{
    enum sim_status status = SIM_OK;
    config_t config;
    config_init(&config);
    if (config_read_string(&config, text) == CONFIG_TRUE) {
        status = convert(root, config_root_setting(&config), origin);
    } else {
        report_error(&config, text, origin, faults);
    }
    config_destroy(&config);
    if (*root != NULL) {
        check_texts(*root, faults);
    }
    return status;
}

enum sim_status sim_layer_parse(struct sim_node **root, const char *text, size_t length,
                                struct sim_layer_origin origin,
                                struct sim_faults *faults)
{
    *root = NULL;
    size_t mark_length = strlen(BYTE_ORDER_MARK);
    if (length >= mark_length && memcmp(text, BYTE_ORDER_MARK, mark_length) == 0) {
        text += mark_length;
        length -= mark_length;
    }
    char *copy = copy_text(text, length);
    if (copy == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = SIM_OK;
    if (sim_text_check(copy, length, origin.file, faults) &&
        sim_scan(copy, origin.file, origin.first_line, faults)) {
        status = parse_scanned(root, copy, origin, faults);
    }
    free(copy);
    return status;
}
