/* sim/cli/destination.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/cli/destination.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sim/store/folder.h"
#include "sim/store/utf8.h"

#define NAME_LENGTH_MAX 48
#define JOINED_LENGTH_MAX 150
#define INTERRUPTED_MAX 1000

/* The names of the scenarios, as far as they fit in a file name. */
static void join_names(const struct sim_loaded *loaded, char joined[JOINED_LENGTH_MAX])
{
    size_t used = 0;
    joined[0] = '\0';
    for (int i = 0; i < loaded->count; i++) {
        char name[NAME_LENGTH_MAX + 1];
        const char *separator = i == 0 ? "" : "-tegen-";
        sim_utf8_file_name(sim_scenario_name(loaded->scenarios[i]), NAME_LENGTH_MAX,
                           name);
        if (used + strlen(separator) + strlen(name) < JOINED_LENGTH_MAX) {
            used += (size_t)snprintf(joined + used, JOINED_LENGTH_MAX - used, "%s%s",
                                     separator, name);
        }
    }
}

/* The cells stand for the measure and its labels, in whatever order those were given.
 */
static void write_precision(const struct sim_precision *precision, int scenario_count,
                            FILE *out)
{
    fprintf(out, "precisie\n%.17g %d", precision->half_width, precision->is_relative);
    for (int i = 0; i < scenario_count; i++) {
        fprintf(out, " %" PRId32, precision->cells[i]);
    }
    fputc('\n', out);
}

enum sim_status sim_destination_digest(const struct sim_options *options,
                                       const struct sim_loaded *loaded,
                                       const struct sim_precision *precision,
                                       bool is_warmup, char hex[SIM_DIGEST_SIZE])
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (stream == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    for (int i = 0; i < loaded->count; i++) {
        fprintf(stream, "%s\n", sim_scenario_digest(loaded->scenarios[i]));
    }
    fprintf(stream, "%" PRIu64 "\n%" PRIu32 "\n%s\n", options->seed,
            options->replications, options->model->version);
    if (precision != NULL) {
        write_precision(precision, loaded->count, stream);
    }
    if (options->break_even != NULL) {
        fprintf(stream, "omslag\n%s\n%s\n%s\n", options->break_even,
                options->vary == NULL ? "" : options->vary, options->target.measure);
    }
    if (options->explains) {
        fprintf(stream, "verklaring\n%s\n",
                options->target.measure == NULL ? "" : options->target.measure);
    }
    if (is_warmup) {
        fprintf(stream, "opwarming\n%.17g %d\n", options->interval_days,
                options->window);
    }
    enum sim_status status =
        fclose(stream) == 0 ? sim_digest_hex(text, length, hex) : SIM_ERR_NO_MEMORY;
    free(text);
    return status;
}

enum sim_status sim_destination_name(const struct sim_loaded *loaded, bool is_warmup,
                                     const char digest[SIM_DIGEST_SIZE], char **path)
{
    char joined[JOINED_LENGTH_MAX];
    const size_t size = sizeof "results/opwarming--" + sizeof joined + 8;
    *path = malloc(size);
    if (*path == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    join_names(loaded, joined);
    snprintf(*path, size, "results/%s%s-%.8s", is_warmup ? "opwarming-" : "", joined,
             digest);
    return SIM_OK;
}

char *sim_destination_interrupted(const char *path)
{
    const size_t size = strlen(path) + sizeof "-afgebroken-" + 12;
    char *name = malloc(size);
    for (int i = 1; name != NULL && i <= INTERRUPTED_MAX; i++) {
        snprintf(name, size, i == 1 ? "%s-afgebroken" : "%s-afgebroken-%d", path, i);
        if (!sim_folder_exists(name)) {
            break;
        }
    }
    return name;
}
