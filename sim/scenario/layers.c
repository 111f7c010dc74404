/* sim/scenario/layers.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/scenario/layers.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/file.h"
#include "sim/scenario/layer.h"
#include "sim/scenario/merge.h"
#include "sim/scenario/names.h"
#include "sim/scenario/text.h"

/* What names and describes one file, not what is built on it. */
static const char *const IDENTITY[] = {"naam", "titel", "toelichting"};

struct layers {
    struct sim_scenario *scenario;
    struct sim_faults *faults;
    struct sim_node *roots[SIM_BASIS_DEPTH_MAX]; /* as scenario->sources */
    /* The file to read next and where it is asked for; NULL when there is none. */
    char *next_path;
    struct sim_file_asked asked;
};

static struct sim_source *last_source(const struct layers *self)
{
    return &self->scenario->sources[self->scenario->source_count - 1];
}

/* Writes the names of the files from the first to [path], which was read before. */
static void report_cycle(const struct layers *self, const char *path)
{
    char chain[512];
    char part[SIM_TEXT_SHORT_SIZE];
    size_t used = 0;
    chain[0] = '\0';
    for (int i = 0; i < self->scenario->source_count; i++) {
        sim_text_cut(part, sizeof part, self->scenario->sources[i].path);
        if (used + strlen(part) + 5 < sizeof chain) {
            used += (size_t)snprintf(chain + used, sizeof chain - used, "%s -> ", part);
        }
    }
    sim_faults_add(self->faults, self->asked.file, self->asked.line,
                   "basis loopt rond: %s%s", chain, path);
}

static bool was_read(const struct layers *self, const char *real_path)
{
    for (int i = 0; i < self->scenario->source_count; i++) {
        const char *earlier = self->scenario->sources[i].real_path;
        if (earlier != NULL && strcmp(earlier, real_path) == 0) {
            return true;
        }
    }
    return false;
}

/* Makes the next path a source. A cycle, or a chain that is too long, is an error. */
static enum sim_status add_source(struct layers *self)
{
    char *path = self->next_path;
    self->next_path = NULL;
    char *real_path = realpath(path, NULL);
    bool is_cycle = real_path != NULL && was_read(self, real_path);
    if (is_cycle || self->scenario->source_count == SIM_BASIS_DEPTH_MAX) {
        if (is_cycle) {
            report_cycle(self, path);
        } else {
            sim_faults_add(self->faults, self->asked.file, self->asked.line,
                           "meer dan %d bestanden die elkaar als basis noemen",
                           SIM_BASIS_DEPTH_MAX);
        }
        free(path);
        free(real_path);
        return SIM_ERR_INPUT;
    }
    self->scenario->source_count++;
    last_source(self)->path = path;
    last_source(self)->real_path = real_path;
    return SIM_OK;
}

/* Takes the key basis out of [root] and sets what is to be read next. */
static enum sim_status follow_basis(struct layers *self, struct sim_node *root)
{
    int index = 0;
    while (index < root->child_count &&
           strcmp(root->children[index]->name, "basis") != 0) {
        index++;
    }
    if (index == root->child_count) {
        return SIM_OK;
    }
    struct sim_node *basis = sim_node_detach(root, index);
    enum sim_status status = SIM_OK;
    self->asked = (struct sim_file_asked){basis->file, basis->line};
    if (basis->kind == SIM_NODE_TEXT && basis->text[0] != '\0') {
        self->next_path = sim_file_beside(basis->file, basis->text);
        status = self->next_path != NULL ? SIM_OK : SIM_ERR_NO_MEMORY;
    } else {
        sim_faults_add(self->faults, basis->file, basis->line,
                       "'basis' is geen bestand; schrijf basis = \"bestand.cfg\"");
        status = SIM_ERR_INPUT;
    }
    sim_node_destroy(basis);
    return status;
}

/* Makes of the content of the last source a layer. */
static enum sim_status parse(struct layers *self, const char *bytes, size_t length)
{
    struct sim_source *source = last_source(self);
    struct sim_node **root = &self->roots[self->scenario->source_count - 1];
    struct sim_layer_origin origin = {source->path, 1};
    enum sim_status status = sim_digest_hex(bytes, length, source->sha256);
    if (status == SIM_OK) {
        status = sim_layer_parse(root, bytes, length, origin, self->faults);
    }
    if (status != SIM_OK) {
        return status;
    }
    if (*root == NULL) {
        return SIM_ERR_INPUT;
    }
    if ((*root)->child_count == 0) {
        sim_faults_add(self->faults, source->path, 0,
                       "dit bestand is leeg: er staat geen enkele waarde in");
        return SIM_ERR_INPUT;
    }
    sim_names_check(*root, self->scenario->schema, self->faults);
    return follow_basis(self, *root);
}

static enum sim_status read_file(struct layers *self)
{
    char *bytes = NULL;
    size_t length = 0;
    enum sim_status status = sim_file_read(last_source(self)->path, self->asked, &bytes,
                                           &length, self->faults);
    if (status == SIM_OK) {
        status = parse(self, bytes, length);
    }
    free(bytes);
    return status;
}

static enum sim_status read_all(struct layers *self,
                                const struct sim_layers_request *request)
{
    self->next_path = strdup(request->path);
    if (self->next_path == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status = add_source(self);
    if (status == SIM_OK) {
        status = request->text != NULL ? parse(self, request->text, request->length)
                                       : read_file(self);
    }
    while (status == SIM_OK && self->next_path != NULL) {
        status = add_source(self);
        if (status == SIM_OK) {
            status = read_file(self);
        }
    }
    return status;
}

static void drop_identity(struct sim_node *root)
{
    for (size_t k = 0; k < sizeof IDENTITY / sizeof IDENTITY[0]; k++) {
        for (int i = root->child_count - 1; i >= 0; i--) {
            if (strcmp(root->children[i]->name, IDENTITY[k]) == 0) {
                sim_node_destroy(sim_node_detach(root, i));
            }
        }
    }
}

static enum sim_status merge_all(struct layers *self)
{
    int last = self->scenario->source_count - 1;
    for (int i = 1; i <= last; i++) {
        drop_identity(self->roots[i]);
    }
    struct sim_node *root = self->roots[last];
    self->roots[last] = NULL;
    self->scenario->root = root;
    root->file = self->scenario->sources[0].path;
    for (int i = last - 1; i >= 0; i--) {
        struct sim_node *layer = self->roots[i];
        self->roots[i] = NULL;
        enum sim_status status = sim_merge_take(root, layer, self->scenario->schema);
        if (status != SIM_OK) {
            return status;
        }
    }
    return SIM_OK;
}

enum sim_status sim_layers_read(struct sim_scenario *self,
                                const struct sim_layers_request *request,
                                struct sim_faults *faults)
{
    assert(self->source_count == 0 && self->root == NULL);
    struct layers layers = {.scenario = self, .faults = faults};
    enum sim_status status = read_all(&layers, request);
    if (status == SIM_OK) {
        status = merge_all(&layers);
    }
    for (int i = 0; i < SIM_BASIS_DEPTH_MAX; i++) {
        sim_node_destroy(layers.roots[i]);
    }
    free(layers.next_path);
    return status;
}
