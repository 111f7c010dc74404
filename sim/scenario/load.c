/* sim/scenario/load.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/load.h"

#include <stdlib.h>
#include <string.h>

#include "sim/scenario/check.h"
#include "sim/scenario/layers.h"
#include "sim/scenario/names.h"
#include "sim/scenario/set.h"
#include "sim/scenario/text.h"

void sim_scenario_destroy(struct sim_scenario *self)
{
    if (self == NULL) {
        return;
    }
    sim_node_destroy(self->root);
    sim_schema_destroy(self->schema);
    for (int i = 0; i < self->source_count; i++) {
        free(self->sources[i].path);
        free(self->sources[i].real_path);
    }
    free(self);
}

/* The name of the file without folder and .cfg, fit to be a naam. The caller frees it.
 */
static char *name_from_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash != NULL ? slash + 1 : path;
    size_t length = strlen(base);
    if (length > 4 && strcmp(base + length - 4, ".cfg") == 0) {
        length -= 4;
    }
    char *name = strndup(base, length);
    if (name != NULL && (!sim_text_is_clean(name) || name[0] == '\0')) {
        free(name);
        name = strdup("scenario");
    }
    if (name != NULL && strlen(name) > SIM_NAME_BYTES_MAX) {
        char cut[SIM_NAME_BYTES_MAX + 1];
        sim_text_cut(cut, sizeof cut, name);
        strcpy(name, cut);
    }
    return name;
}

static enum sim_status fill_name(struct sim_scenario *self)
{
    if (sim_node_child(self->root, "naam") != NULL) {
        return SIM_OK;
    }
    struct sim_node *name =
        sim_node_create(SIM_NODE_TEXT, "naam", self->sources[0].path, 0);
    if (name == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    name->text = name_from_path(self->sources[0].path);
    if (name->text == NULL) {
        sim_node_destroy(name);
        return SIM_ERR_NO_MEMORY;
    }
    return sim_node_take_child(self->root, name);
}

/* What a scenario is called comes first where it is written, whichever layer gave it.
 */
static void put_first(struct sim_node *root, const char *name)
{
    for (int i = 0; i < root->child_count; i++) {
        struct sim_node *child = root->children[i];
        if (strcmp(child->name, name) == 0) {
            memmove(&root->children[1], &root->children[0],
                    (size_t)i * sizeof(struct sim_node *));
            root->children[0] = child;
            return;
        }
    }
}

static enum sim_status fill(struct sim_scenario *self,
                            const struct sim_layers_request *request,
                            const char *const *settings, int setting_count,
                            struct sim_faults *faults)
{
    enum sim_status status = sim_layers_read(self, request, faults);
    if (status == SIM_OK) {
        status = fill_name(self);
    }
    for (int i = 0; i < setting_count && status == SIM_OK; i++) {
        status = sim_set_apply(self->root, self->schema, settings[i], i + 1, faults);
    }
    if (status != SIM_OK) {
        return status;
    }
    put_first(self->root, "toelichting");
    put_first(self->root, "titel");
    put_first(self->root, "naam");
    sim_check_tree(self->root, self->schema, faults);
    if (faults->count + faults->dropped > 0) {
        return SIM_ERR_INPUT;
    }
    return sim_scenario_fill_digest(self);
}

/* The faults of this scenario are gathered apart: one that was in the caller's list
 * already is still a fault. */
static void pass_on(struct sim_faults *found, struct sim_faults *faults)
{
    for (int i = 0; i < found->count; i++) {
        const struct sim_fault *fault = &found->items[i];
        sim_faults_add(faults, fault->file, fault->line, "%s", fault->text);
    }
    faults->dropped += found->dropped;
    sim_faults_free(found);
}

static enum sim_status load(struct sim_scenario **out,
                            const struct sim_registry *registry,
                            const struct sim_layers_request *request,
                            const char *const *settings, int setting_count,
                            struct sim_faults *faults)
{
    *out = NULL;
    struct sim_scenario *self = calloc(1, sizeof *self);
    if (self == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    struct sim_faults found = {0};
    enum sim_status status = sim_schema_create(&self->schema, registry);
    if (status == SIM_OK) {
        status = fill(self, request, settings, setting_count, &found);
    }
    pass_on(&found, faults);
    if (status != SIM_OK) {
        sim_scenario_destroy(self);
        return status;
    }
    *out = self;
    return SIM_OK;
}

enum sim_status sim_scenario_load(struct sim_scenario **out,
                                  const struct sim_registry *registry, const char *path,
                                  const char *const *settings, int setting_count,
                                  struct sim_faults *faults)
{
    struct sim_layers_request request = {.path = path};
    return load(out, registry, &request, settings, setting_count, faults);
}

enum sim_status sim_scenario_load_text(struct sim_scenario **out,
                                       const struct sim_registry *registry,
                                       const char *path, const char *text,
                                       size_t length, const char *const *settings,
                                       int setting_count, struct sim_faults *faults)
{
    struct sim_layers_request request = {.path = path, .text = text, .length = length};
    return load(out, registry, &request, settings, setting_count, faults);
}
