/* sim/cli/resume.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/resume.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sim/store/folder.h"

/* --- What belongs to which computation --- */

/* The SHA-256 of this program: what it keeps is of no use to another. */
static bool digest_program(char hex[SIM_DIGEST_SIZE])
{
    FILE *file = fopen("/proc/self/exe", "re");
    char *bytes = NULL, block[65536];
    size_t size = 0, length;
    FILE *copy = file == NULL ? NULL : open_memstream(&bytes, &size);
    while (copy != NULL && (length = fread(block, 1, sizeof block, file)) > 0) {
        fwrite(block, 1, length, copy);
    }
    bool is_right = file != NULL && ferror(file) == 0;
    is_right = copy != NULL && fclose(copy) == 0 && is_right &&
               sim_digest_hex(bytes, size, hex) == SIM_OK;
    if (file != NULL) {
        fclose(file);
    }
    free(bytes);
    return is_right;
}

static bool make_key(const char digest[SIM_DIGEST_SIZE], char key[SIM_DIGEST_SIZE])
{
    char both[2 * SIM_DIGEST_SIZE] = "";
    if (!digest_program(both)) {
        return false;
    }
    memcpy(both + SIM_DIGEST_SIZE - 1, digest, SIM_DIGEST_SIZE);
    return sim_digest_hex(both, strlen(both), key) == SIM_OK;
}

void sim_resume_init(struct sim_resume *self, const char *path,
                     const char digest[SIM_DIGEST_SIZE], double every_seconds)
{
    const size_t size = strlen(path) + sizeof ".tussenstand";
    *self = (struct sim_resume){.every_seconds = every_seconds};
    if (make_key(digest, self->key)) {
        self->folder = malloc(size);
    }
    if (self->folder != NULL) {
        snprintf(self->folder, size, "%s.tussenstand", path);
    }
}

bool sim_resume_is_kept(const struct sim_resume *self)
{
    return self->folder != NULL && sim_folder_exists(self->folder);
}

void sim_resume_clear(const struct sim_resume *self)
{
    if (sim_resume_is_kept(self)) {
        sim_folder_remove(self->folder);
    }
}

void sim_resume_free(struct sim_resume *self)
{
    free(self->folder);
    memset(self, 0, sizeof *self);
}

void sim_resume_next(struct sim_resume *self, struct sim_checkpoint *checkpoint)
{
    char name[32];
    snprintf(name, sizeof name, "experiment-%d", ++self->file_count);
    sim_checkpoint_init(checkpoint, self->folder, name, self->key, self->every_seconds);
}

/* --- A comparison or a run --- */

struct sim_block sim_resume_sample(struct sim_sample *sample)
{
    return (struct sim_block){
        sample->values, (size_t)sample->replications * (size_t)sample->scenario_count *
                            (size_t)sample->outcome_count * sizeof *sample->values};
}

#define BLOCK_MAX (4 * SIM_SCENARIO_MAX + 3)

static struct sim_block tallies(struct sim_tally *tallies, size_t count)
{
    return (struct sim_block){tallies, tallies == NULL ? 0 : count * sizeof *tallies};
}

static int add_scenario(struct sim_block *blocks, struct sim_scenario_results *of)
{
    const size_t cell_count = (size_t)of->layout->cell_count;
    blocks[0] = tallies(of->cells, cell_count);
    blocks[1] = tallies(of->differences, cell_count);
    blocks[2] =
        tallies(of->observed, of->observed == NULL ? 0
                                                   : (size_t)of->observation_count *
                                                         (size_t)of->levels->count);
    blocks[3] = (struct sim_block){&of->event_count, sizeof of->event_count};
    return 4;
}

static int add_collected(struct sim_block *blocks, const struct sim_resume_main *self)
{
    int count = 0;
    if (self->ranking != NULL) {
        blocks[count++] =
            tallies(self->ranking->tallies, (size_t)self->ranking->outcome_count *
                                                (size_t)self->ranking->pair_count);
    }
    for (int i = 0; i < 2; i++) {
        if (self->samples[i] != NULL) {
            blocks[count++] = sim_resume_sample(self->samples[i]);
        }
    }
    return count;
}

static int list_blocks(const struct sim_resume_main *self,
                       struct sim_block blocks[BLOCK_MAX])
{
    int count = 0;
    for (int s = 0; s < self->results->scenario_count; s++) {
        count += add_scenario(&blocks[count], &self->results->scenarios[s]);
    }
    return count + add_collected(&blocks[count], self);
}

static uint32_t restore(void *context, struct sim_results *results)
{
    struct sim_resume_main *self = context;
    struct sim_block blocks[BLOCK_MAX];
    self->results = results;
    const int count = list_blocks(self, blocks);
    const uint32_t done = sim_checkpoint_restore(&self->checkpoint, blocks, count);
    if (done > 0) {
        printf("Gaat verder waar deze doorrekening is afgebroken: %" PRIu32
               " van %" PRIu32 " replicaties waren klaar.\n",
               done, self->replications);
        fflush(stdout);
    }
    return done;
}

static void keep_sometimes(void *context, const struct sim_results *results)
{
    struct sim_resume_main *self = context;
    struct sim_block blocks[BLOCK_MAX];
    const int count = list_blocks(self, blocks);
    sim_checkpoint_keep_sometimes(&self->checkpoint, blocks, count,
                                  results->replications_done);
}

struct sim_resumption sim_resume_main(struct sim_resume_main *self)
{
    return (struct sim_resumption){
        .context = self, .restore = restore, .keep = keep_sometimes};
}

void sim_resume_main_keep(struct sim_resume_main *self)
{
    struct sim_block blocks[BLOCK_MAX];
    if (self->results != NULL && self->results->replications_done > 0) {
        const int count = list_blocks(self, blocks);
        sim_checkpoint_keep(&self->checkpoint, blocks, count,
                            self->results->replications_done);
    }
}
