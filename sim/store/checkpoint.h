/* sim/store/checkpoint.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a computation is, in a file, so that it goes on from there when the program
 * was stopped, by anything and at any moment. What is kept are blocks of memory as they
 * are: the key of the file says of which program and of what computation. A file is
 * written aside and moved into place, and has a checksum: one that is torn, of another
 * key or of blocks of other sizes is as if it were not there. That nothing can be
 * written is no error either: there will be nothing to go on from.
 */
#ifndef SIM_STORE_CHECKPOINT_H
#define SIM_STORE_CHECKPOINT_H

#include <stddef.h>
#include <stdint.h>

#include "sim/scenario/digest.h"

struct sim_block {
    void *data; /* NULL only with size 0 */
    size_t size;
};

struct sim_checkpoint {
    char *path; /* owned; NULL: nothing is kept */
    char key[SIM_DIGEST_SIZE];
    double every_seconds, kept_seconds;
};

/* The file [name] in [folder], which is made when something is kept. [folder] NULL:
 * nothing ever is. */
void sim_checkpoint_init(struct sim_checkpoint *self, const char *folder,
                         const char *name, const char key[SIM_DIGEST_SIZE],
                         double every_seconds);
void sim_checkpoint_free(struct sim_checkpoint *self);

/* Fills [blocks] with what was kept of them and returns how far that was; 0: nothing
 * was, and the blocks are as before. */
uint32_t sim_checkpoint_restore(const struct sim_checkpoint *self,
                                const struct sim_block *blocks, int count);

/* Keeps [blocks], which are [done] far: always, or when the last time was
 * [every_seconds] ago or longer. */
void sim_checkpoint_keep(struct sim_checkpoint *self, const struct sim_block *blocks,
                         int count, uint32_t done);
void sim_checkpoint_keep_sometimes(struct sim_checkpoint *self,
                                   const struct sim_block *blocks, int count,
                                   uint32_t done);

#endif
