/* sim/store/store.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim/store/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "sim/store/database.h"
#include "sim/store/figure.h"
#include "sim/store/figure_turn.h"
#include "sim/store/figure_warmup.h"
#include "sim/store/folder.h"
#include "sim/store/library.h"
#include "sim/store/os_error.h"
#include "sim/store/record.h"
#include "sim/store/tables.h"

/* A folder being filled. */
struct filling {
    const struct sim_study *study;
    const char *folder;
    bool draws_figures;
    enum sim_status figures_status;
    char figures_message[SIM_FOLDER_MESSAGE_SIZE];
    char message[SIM_FOLDER_MESSAGE_SIZE];
};

struct table {
    const char *name;
    void (*write)(const struct sim_study *study, FILE *out);
    unsigned kinds; /* of study that have it */
};

enum {
    OF_RUN = 1,
    OF_COMPARISON = 2,
    OF_WARMUP = 4,
    OF_BREAK_EVEN = 8,
    OF_EXPLANATION = 16
};

static const struct table TABLE[] = {
    {"csv/maten.csv", sim_tables_write_outcomes, OF_RUN | OF_COMPARISON},
    {"csv/verschillen.csv", sim_tables_write_differences, OF_COMPARISON},
    {"csv/rangorde.csv", sim_tables_write_ranks, OF_COMPARISON},
    {"csv/paren.csv", sim_tables_write_pairs, OF_COMPARISON},
    {"csv/omslag.csv", sim_tables_write_turns, OF_BREAK_EVEN},
    {"csv/omslag_verloop.csv", sim_tables_write_turning, OF_BREAK_EVEN},
    {"csv/verklaring.csv", sim_tables_write_explanation, OF_EXPLANATION},
    {"csv/definities.csv", sim_tables_write_definitions, OF_RUN | OF_COMPARISON},
    {"csv/parameters.csv", sim_tables_write_parameters,
     OF_RUN | OF_COMPARISON | OF_WARMUP},
    {"csv/opwarming.csv", sim_tables_write_warmup, OF_WARMUP},
};

/* Of some studies more than one. */
static unsigned kinds_of(const struct sim_study *study)
{
    if (study->warmup != NULL) {
        return OF_WARMUP;
    }
    if (study->results->scenario_count == 1) {
        return OF_RUN;
    }
    return OF_COMPARISON | (study->break_even != NULL ? OF_BREAK_EVEN : 0) |
           (study->explanation != NULL ? OF_EXPLANATION : 0);
}

/* --- What is in the folder --- */

static enum sim_status make_csv_folder(struct filling *self)
{
    char *path = sim_folder_join(self->folder, "csv");
    if (path == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    const int error = mkdir(path, 0777) == 0 ? 0 : errno;
    free(path);
    if (error != 0) {
        snprintf(self->message, sizeof self->message, "csv: %s",
                 sim_os_error_text(error));
    }
    return error == 0 ? SIM_OK : SIM_ERR_IO;
}

static enum sim_status write_tables(struct filling *self)
{
    enum sim_status status = make_csv_folder(self);
    for (size_t i = 0; status == SIM_OK && i < sizeof TABLE / sizeof *TABLE; i++) {
        if ((TABLE[i].kinds & kinds_of(self->study)) == 0) {
            continue;
        }
        FILE *file = sim_folder_open(self->folder, TABLE[i].name, self->message,
                                     sizeof self->message);
        if (file == NULL) {
            return SIM_ERR_IO;
        }
        TABLE[i].write(self->study, file);
        status =
            sim_folder_close(file, TABLE[i].name, self->message, sizeof self->message);
    }
    return status;
}

static enum sim_status write_database(struct filling *self)
{
    static const char name[] = "resultaten.sqlite";
    char reason[SIM_FOLDER_MESSAGE_SIZE - sizeof name - 2];
    if (self->study->warmup != NULL) {
        return SIM_OK;
    }
    char *path = sim_folder_join(self->folder, name);
    if (path == NULL) {
        return SIM_ERR_NO_MEMORY;
    }
    enum sim_status status =
        sim_database_write(self->study, path, reason, sizeof reason);
    free(path);
    if (status != SIM_OK) {
        snprintf(self->message, sizeof self->message, "%s: %s", name, reason);
    }
    return status;
}

static enum sim_status write_scenario(struct filling *self, int index)
{
    char name[SIM_RECORD_FILE_SIZE];
    sim_record_scenario_file(self->study, index, name);
    FILE *file =
        sim_folder_open(self->folder, name, self->message, sizeof self->message);
    if (file == NULL) {
        return SIM_ERR_IO;
    }
    const enum sim_status written =
        sim_scenario_write(self->study->scenarios[index], file, true);
    const enum sim_status closed =
        sim_folder_close(file, name, self->message, sizeof self->message);
    return closed != SIM_OK ? closed : written;
}

static enum sim_status write_scenarios(struct filling *self)
{
    enum sim_status status = SIM_OK;
    for (int s = 0; status == SIM_OK && s < self->study->results->scenario_count; s++) {
        status = write_scenario(self, s);
    }
    return status;
}

static enum sim_status draw_turn(struct filling *self)
{
    const struct sim_study_break_even *found = self->study->break_even;
    if (found == NULL || found->search->point_count < 2) {
        return SIM_OK;
    }
    return sim_figure_turn_draw(self->study, self->folder, self->figures_message,
                                sizeof self->figures_message);
}

/* Also the second when the first fails, whose fault is told. */
static enum sim_status draw_outcomes(struct filling *self)
{
    const struct sim_study *study = self->study;
    char message[sizeof self->figures_message];
    enum sim_status status = SIM_OK;
    if (study->model->figure_count > 0) {
        status = sim_figures_draw(study->results, study->scenarios, self->folder,
                                  self->figures_message, sizeof self->figures_message);
    }
    if (status == SIM_OK) {
        return draw_turn(self);
    }
    memcpy(message, self->figures_message, sizeof message);
    if (status == SIM_ERR_HELPER && draw_turn(self) == SIM_ERR_IO) {
        return SIM_ERR_IO;
    }
    memcpy(self->figures_message, message, sizeof message);
    return status;
}

/* Only a full disk makes the folder worthless; numbers are kept without figures. */
static enum sim_status draw_figures(struct filling *self)
{
    self->figures_status = SIM_OK;
    if (!self->draws_figures) {
        return SIM_OK;
    }
    self->figures_status =
        self->study->warmup != NULL
            ? sim_figure_warmup_draw(self->study, self->folder, self->figures_message,
                                     sizeof self->figures_message)
            : draw_outcomes(self);
    if (self->figures_status != SIM_ERR_IO) {
        return SIM_OK;
    }
    memcpy(self->message, self->figures_message, sizeof self->message);
    return SIM_ERR_IO;
}

static enum sim_status write_record(struct filling *self)
{
    static const char name[] = "run.json";
    char gnuplot[64] = "";
    if (self->draws_figures && self->figures_status == SIM_OK) {
        sim_library_gnuplot(gnuplot, sizeof gnuplot);
    }
    FILE *file =
        sim_folder_open(self->folder, name, self->message, sizeof self->message);
    if (file == NULL) {
        return SIM_ERR_IO;
    }
    const enum sim_status written = sim_record_write(self->study, gnuplot, file);
    const enum sim_status closed =
        sim_folder_close(file, name, self->message, sizeof self->message);
    return closed != SIM_OK ? closed : written;
}

static enum sim_status fill(struct filling *self)
{
    enum sim_status (*const steps[])(struct filling *) = {
        write_tables, write_database, write_scenarios, draw_figures, write_record};
    enum sim_status status = SIM_OK;
    for (size_t i = 0; status == SIM_OK && i < sizeof steps / sizeof *steps; i++) {
        status = steps[i](self);
    }
    if (status != SIM_OK && self->message[0] == '\0') {
        snprintf(self->message, sizeof self->message, "%s", sim_status_text(status));
    }
    return status;
}

/* --- Where it goes --- */

/* Fills a folder aside and moves it to [path]. [folder] gets where it stands; the
 * caller frees it. */
static enum sim_status save_at(struct filling *self, const char *path, char **folder)
{
    char *copy = strdup(path);
    char *aside = NULL;
    self->message[0] = '\0';
    enum sim_status status =
        copy == NULL
            ? SIM_ERR_NO_MEMORY
            : sim_folder_begin(path, &aside, self->message, sizeof self->message);
    if (status == SIM_OK) {
        self->folder = aside;
        status = fill(self);
    }
    if (status == SIM_OK) {
        status = sim_folder_commit(aside, path, self->message, sizeof self->message);
    }
    const bool is_in_place = status == SIM_OK;
    const bool is_aside = status == SIM_ERR_EXISTS;
    *folder = is_in_place ? copy : is_aside ? aside : NULL;
    if (aside != NULL && !is_in_place && !is_aside) {
        sim_folder_remove(aside);
    }
    free(is_in_place ? NULL : copy);
    free(is_aside ? NULL : aside);
    return status;
}

/* A path in a new folder of our own in $TMPDIR or /tmp, with the last part of [path].
 */
static char *make_fallback_path(const struct sim_study *study, const char *path)
{
    const char *parent = getenv("TMPDIR");
    const char *slash = strrchr(path, '/');
    char name[64];
    snprintf(name, sizeof name, "%s-XXXXXX", study->model->program);
    char *folder =
        sim_folder_join(parent == NULL || *parent == '\0' ? "/tmp" : parent, name);
    if (folder == NULL || mkdtemp(folder) == NULL) {
        free(folder);
        return NULL;
    }
    char *fallback = sim_folder_join(folder, slash == NULL ? path : slash + 1);
    free(folder);
    return fallback;
}

/* Removes the folder that make_fallback_path made; only works when it is empty. */
static void remove_fallback(char *path)
{
    *strrchr(path, '/') = '\0';
    (void)remove(path);
}

static void save_elsewhere(struct filling *self, const char *path,
                           struct sim_saved *saved)
{
    char first[SIM_FOLDER_MESSAGE_SIZE];
    memcpy(first, self->message, sizeof first);
    char *fallback = make_fallback_path(self->study, path);
    if (fallback != NULL && save_at(self, fallback, &saved->folder) == SIM_OK) {
        snprintf(saved->message, sizeof saved->message,
                 "schrijven naar '%s' is mislukt (%s); de resultaten staan in '%s'",
                 path, first, fallback);
    } else {
        snprintf(saved->message, sizeof saved->message,
                 "schrijven naar '%s' is mislukt (%s), en naar de map voor tijdelijke "
                 "bestanden ook (%s); de resultaten zijn niet bewaard",
                 path, first,
                 fallback == NULL ? "kan niet worden gemaakt" : self->message);
        if (fallback != NULL) {
            remove_fallback(fallback);
        }
    }
    free(fallback);
}

enum sim_status sim_store_save(const struct sim_study *study, const char *path,
                               bool draws_figures, struct sim_saved *saved)
{
    struct filling filling = {.study = study, .draws_figures = draws_figures};
    memset(saved, 0, sizeof *saved);
    enum sim_status status = save_at(&filling, path, &saved->folder);
    if (status == SIM_ERR_IO) {
        save_elsewhere(&filling, path, saved);
        return status;
    }
    if (status == SIM_ERR_EXISTS) {
        snprintf(saved->message, sizeof saved->message,
                 "%s; de resultaten staan in '%s'", filling.message, saved->folder);
        return status;
    }
    if (status == SIM_OK && filling.figures_status != SIM_OK) {
        snprintf(saved->message, sizeof saved->message, "%s", filling.figures_message);
        return filling.figures_status;
    }
    snprintf(saved->message, sizeof saved->message, "%s", filling.message);
    return status;
}

void sim_saved_free(struct sim_saved *self)
{
    free(self->folder);
    self->folder = NULL;
}
