/* sim/store/checkpoint.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/checkpoint.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "sim/store/folder.h"

#define MARK "tussenstand 1"

/* What a file begins with; then the blocks, and at the end the checksum of both. */
struct head {
    char mark[sizeof MARK];
    char key[SIM_DIGEST_SIZE];
    uint32_t done;
    uint64_t size; /* of all blocks */
};

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* FNV-1a: a file that is torn or has holes is told from one that is whole; it need not
 * stand against intent. Of parts that are added one after another it is that of the
 * whole. */
static uint64_t add_to_sum(uint64_t sum, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++) {
        sum = (sum ^ bytes[i]) * UINT64_C(0x100000001b3);
    }
    return sum;
}

static struct head head_of(const struct sim_checkpoint *self,
                           const struct sim_block *blocks, int count, uint32_t done)
{
    struct head head;
    memset(&head, 0, sizeof head); /* also between the members */
    memcpy(head.mark, MARK, sizeof MARK);
    memcpy(head.key, self->key, sizeof head.key);
    head.done = done;
    for (int i = 0; i < count; i++) {
        head.size += blocks[i].size;
    }
    return head;
}

void sim_checkpoint_init(struct sim_checkpoint *self, const char *folder,
                         const char *name, const char key[SIM_DIGEST_SIZE],
                         double every_seconds)
{
    memset(self, 0, sizeof *self);
    memcpy(self->key, key, sizeof self->key);
    self->every_seconds = every_seconds;
    self->kept_seconds = seconds_now();
    self->path = folder == NULL ? NULL : sim_folder_join(folder, name);
}

void sim_checkpoint_free(struct sim_checkpoint *self)
{
    free(self->path);
    memset(self, 0, sizeof *self);
}

/* --- Reading --- */

/* All that must be in the file, before any block is touched: the caller frees it. NULL:
 * it is not all there. */
static unsigned char *read_whole(const char *path, size_t size)
{
    FILE *file = path == NULL ? NULL : fopen(path, "re");
    unsigned char *bytes = file == NULL ? NULL : malloc(size + 1);
    const bool is_whole = bytes != NULL && fread(bytes, 1, size + 1, file) == size;
    if (file != NULL) {
        fclose(file);
    }
    if (!is_whole) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

uint32_t sim_checkpoint_restore(const struct sim_checkpoint *self,
                                const struct sim_block *blocks, int count)
{
    struct head head = head_of(self, blocks, count, 0);
    const size_t size = sizeof head + (size_t)head.size;
    uint64_t sum;
    unsigned char *bytes = read_whole(self->path, size + sizeof sum);
    if (bytes == NULL) {
        return 0;
    }
    memcpy(&sum, bytes + size, sizeof sum);
    memcpy(&head.done, bytes + offsetof(struct head, done), sizeof head.done);
    const bool is_right =
        memcmp(bytes, &head, sizeof head) == 0 && sum == add_to_sum(0, bytes, size);
    const unsigned char *at = bytes + sizeof head;
    for (int i = 0; is_right && i < count; i++) {
        if (blocks[i].size > 0) {
            memcpy(blocks[i].data, at, blocks[i].size);
        }
        at += blocks[i].size;
    }
    free(bytes);
    return is_right ? head.done : 0;
}

/* --- Writing --- */

static bool write_part(FILE *file, const void *data, size_t size, uint64_t *sum)
{
    *sum = add_to_sum(*sum, data, size);
    return size == 0 || fwrite(data, size, 1, file) == 1;
}

static bool write_whole(FILE *file, const struct head *head,
                        const struct sim_block *blocks, int count)
{
    uint64_t sum = 0;
    bool is_written = write_part(file, head, sizeof *head, &sum);
    for (int i = 0; i < count && is_written; i++) {
        is_written = write_part(file, blocks[i].data, blocks[i].size, &sum);
    }
    return is_written && fwrite(&sum, sizeof sum, 1, file) == 1;
}

/* Two programs that compute the same keep the same; each has a file aside of its own.
 */
static char *aside_of(const char *path)
{
    const size_t size = strlen(path) + 24;
    char *aside = malloc(size);
    if (aside != NULL) {
        snprintf(aside, size, "%s.%ld", path, (long)getpid());
    }
    return aside;
}

static void make_folder_of(const char *path)
{
    char *folder = strdup(path);
    if (folder != NULL) {
        *strrchr(folder, '/') = '\0';
        sim_folder_make(folder);
    }
    free(folder);
}

void sim_checkpoint_keep(struct sim_checkpoint *self, const struct sim_block *blocks,
                         int count, uint32_t done)
{
    const struct head head = head_of(self, blocks, count, done);
    char *aside = self->path == NULL ? NULL : aside_of(self->path);
    if (aside == NULL) {
        return;
    }
    make_folder_of(self->path);
    FILE *file = fopen(aside, "we");
    if (file != NULL) {
        const bool is_written = write_whole(file, &head, blocks, count);
        if (fclose(file) != 0 || !is_written || rename(aside, self->path) != 0) {
            (void)remove(aside);
        }
    }
    free(aside);
    self->kept_seconds = seconds_now();
}

void sim_checkpoint_keep_sometimes(struct sim_checkpoint *self,
                                   const struct sim_block *blocks, int count,
                                   uint32_t done)
{
    if (self->path != NULL &&
        seconds_now() - self->kept_seconds >= self->every_seconds) {
        sim_checkpoint_keep(self, blocks, count, done);
    }
}
