/* models/uitkomst/trace.c - SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/uitkomst/trace.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "models/gemeente/herkomst.h"
#include "models/instance.h"
#include "sim/scenario/dutch.h"

#define KIND(name, key, sentence) [WMO_JOURNAL_##name] = {key, sentence},
static const struct sim_trace_kind KINDS[WMO_JOURNAL_KIND_COUNT] = {
#include "models/uitkomst/journal.def"
};
#undef KIND

static const struct wmo_gemeente *gemeente_of(const void *self)
{
    const struct wmo_instance *instance = self;
    return instance->gemeente;
}

static const struct wmo_entry *entry_of(const void *self, uint32_t index)
{
    return &gemeente_of(self)->journal.entries[index];
}

static double waited_days(const struct wmo_entry *entry)
{
    return sim_time_to_days(entry->time - entry->inwoner.aanmelding);
}

static const char *aanbieder_of(const struct wmo_landschap *l, int team)
{
    int aanbod = l->aanbieders.teams[team].aanbod;
    return l->aanbieders.naam[l->aanbieders.aanbod[aanbod].aanbieder];
}

/* --- Sentences --- */

/* From one date to the other, as people count. */
static int64_t waited_dates(const struct wmo_entry *entry)
{
    return (int64_t)floor(sim_time_to_days(entry->time)) -
           (int64_t)floor(sim_time_to_days(entry->inwoner.aanmelding));
}

static void write_count(int64_t count, const char *one, const char *more, char *text,
                        size_t size)
{
    snprintf(text, size, "%" PRId64 " %s", count, count == 1 ? one : more);
}

/* "minder dan een dag", "1 dag", "12 dagen" */
static void write_dagen(const struct wmo_entry *entry, char *text, size_t size)
{
    int64_t days = waited_dates(entry);
    if (days < 1) {
        snprintf(text, size, "minder dan een dag");
    } else {
        write_count(days, "dag", "dagen", text, size);
    }
}

static void write_gewacht(const struct wmo_entry *entry, char *text, size_t size)
{
    char dagen[48];
    write_dagen(entry, dagen, sizeof dagen);
    if (entry->time == entry->inwoner.aanmelding) {
        snprintf(text, size, "zonder te wachten");
    } else {
        snprintf(text, size, "na %s wachten", dagen);
    }
}

static void write_uren(int minutes, char *text, size_t size)
{
    char number[SIM_DUTCH_NUMBER_SIZE];
    bool is_short = minutes < 60;
    sim_dutch_number(is_short ? minutes : minutes / 60.0,
                     is_short || (minutes + 3) % 60 < 6 ? 0 : 1, number);
    snprintf(text, size, "%s %s per week", number, is_short ? "minuten" : "uur");
}

/* The title inside a sentence: without a capital, unless it is a name that has more of
 * them. */
static void write_title(const char *title, char *text, size_t size)
{
    bool is_name = false;
    for (const char *c = title; *c != '\0'; c++) {
        is_name |= c > title && isupper((unsigned char)*c);
    }
    snprintf(text, size, "%s", title);
    text[0] = is_name ? text[0] : (char)tolower((unsigned char)text[0]);
}

/* An aanbieder that is called after the zorgvorm says it all. */
static void write_zorg(const struct wmo_landschap *l, const struct wmo_inwoner *inwoner,
                       char *text, size_t size)
{
    const char *title = l->zorgvormen.items[inwoner->zorgvorm].titel;
    const char *aanbieder = aanbieder_of(l, inwoner->team);
    if (strncasecmp(title, aanbieder, strlen(title)) == 0) {
        write_title(aanbieder, text, size);
        return;
    }
    write_title(title, text, size);
    size_t used = strlen(text);
    snprintf(text + used, size - used, " van %s", aanbieder);
}

/* The wijk or gebied of [team]; NULL: wherever its aanbieder works. */
static const char *area_name(const struct wmo_landschap *l, int team)
{
    const struct wmo_teamplan *plan = &l->aanbieders.teams[team];
    if (plan->wijk != WMO_NONE) {
        return l->wijken.items[plan->wijk].naam;
    }
    return plan->gebied != WMO_GEEN_GEBIED ? l->aanbieders.gebieden.naam[plan->gebied]
                                           : NULL;
}

static void write_medewerker(const struct wmo_landschap *l,
                             const struct wmo_inwoner *inwoner, char *text, size_t size)
{
    const char *naam = area_name(l, inwoner->staff_team);
    const char *of = naam ? "team " : "het stedelijke team";
    naam = naam ? naam : "";
    if (l->zorgvormen.items[inwoner->zorgvorm].per_groep) {
        snprintf(text, size, "een groep van %s%s", of, naam);
    } else {
        snprintf(text, size, "medewerker %" PRId32 " van %s%s", inwoner->member + 1, of,
                 naam);
    }
}

/* Writes what stands for the [length] bytes of [key]. */
static void write_value(const struct wmo_landschap *l, const struct wmo_entry *entry,
                        const char *key, size_t length, char *text, size_t size)
{
    const struct wmo_inwoner *inwoner = &entry->inwoner;
#define IS(name) (length == sizeof name - 1 && strncmp(key, name, length) == 0)
    if (IS("wijk")) {
        snprintf(text, size, "%s", l->wijken.items[inwoner->wijk].naam);
    } else if (IS("zorgvorm")) {
        write_title(l->zorgvormen.items[inwoner->zorgvorm].titel, text, size);
    } else if (IS("aanbieder")) {
        snprintf(text, size, "%s", aanbieder_of(l, inwoner->team));
    } else if (IS("zorg")) {
        write_zorg(l, inwoner, text, size);
    } else if (IS("medewerker")) {
        write_medewerker(l, inwoner, text, size);
    } else if (IS("uren")) {
        if (l->zorgvormen.items[inwoner->zorgvorm].groep.is_on) {
            snprintf(text, size, "%" PRId32 " dagdelen per week", inwoner->minutes);
        } else {
            write_uren(inwoner->minutes, text, size);
        }
    } else if (IS("dagen")) {
        write_dagen(entry, text, size);
    } else if (IS("gewacht")) {
        write_gewacht(entry, text, size);
    } else if (IS("vervoer")) {
        snprintf(text, size, "%s",
                 inwoner->vervoer == WMO_VERVOER_GEEN       ? ""
                 : inwoner->vervoer == WMO_VERVOER_ROLSTOEL ? ", met rolstoelvervoer"
                                                            : ", met vervoer");
    } else {
        write_count(entry->count, "nacht", "nachten", text, size);
    }
#undef IS
}

static void write_sentence(const void *self, uint32_t index, char *text, size_t size)
{
    const struct wmo_landschap *l = &gemeente_of(self)->landschap;
    const struct wmo_entry *entry = entry_of(self, index);
    size_t used = 0;
    for (const char *c = KINDS[entry->kind].sentence; *c != '\0' && used + 1 < size;) {
        size_t length = *c == '{' ? strcspn(c, "}") - 1 : strcspn(c, "{");
        if (*c == '{') {
            write_value(l, entry, c + 1, length, text + used, size - used);
            c += length + 2;
        } else {
            snprintf(text + used, size - used, "%.*s", (int)length, c);
            c += length;
        }
        used += strlen(text + used);
    }
}

static void write_about(const void *self, uint32_t index, char *text, size_t size)
{
    const struct wmo_landschap *l = &gemeente_of(self)->landschap;
    const struct wmo_inwoner *inwoner = &entry_of(self, index)->inwoner;
    const char *doelgroep = "", *leeftijd = "";
    if (inwoner->doelgroep != WMO_GEEN_DOELGROEP) {
        doelgroep = l->doelgroepen.items[inwoner->doelgroep].titel;
    }
    if (inwoner->leeftijdsgroep != WMO_GEEN_LEEFTIJDSGROEP) {
        leeftijd = l->leeftijdsgroepen.items[inwoner->leeftijdsgroep].titel;
    }
    snprintf(text, size, "%s%s%s", doelgroep,
             *doelgroep != '\0' && *leeftijd != '\0' ? ", " : "", leeftijd);
}

/* --- Columns --- */

enum column {
    COLUMN_WIJK,
    COLUMN_LEEFTIJDSGROEP,
    COLUMN_DOELGROEP,
    COLUMN_ZORGVORM,
    COLUMN_AANBIEDER,
    COLUMN_TEAM,
    COLUMN_MEDEWERKER,
    COLUMN_UREN,
    COLUMN_WACHT,
    COLUMN_COUNT
};

static const struct sim_trace_column COLUMNS[COLUMN_COUNT] = {
    [COLUMN_WIJK] = {"wijk", "-", "wijk waar de inwoner woont"},
    [COLUMN_LEEFTIJDSGROEP] = {"leeftijdsgroep", "-",
                               "leeftijdsgroep; leeg als die niet bekend is"},
    [COLUMN_DOELGROEP] = {"doelgroep", "-", "doelgroep; leeg als die niet bekend is"},
    [COLUMN_ZORGVORM] = {"zorgvorm", "-",
                         "zorgvorm waar het om gaat; leeg als er geen is"},
    [COLUMN_AANBIEDER] = {"aanbieder", "-",
                          "aanbieder op wiens lijst de inwoner staat of stond"},
    [COLUMN_TEAM] = {"team", "-",
                     "wijk van het team van de medewerker, 'stad' voor een team zonder "
                     "wijk; anders dan de wijk van de inwoner bij uitleen"},
    [COLUMN_MEDEWERKER] = {"medewerker", "nummer",
                           "nummer van de medewerker binnen het team"},
    [COLUMN_UREN] = {"uren_per_week", "uur/week",
                     "uren van een medewerker die de inwoner vraagt of krijgt"},
    [COLUMN_WACHT] =
        {"wacht_dagen", "dagen",
         "dagen sinds de aanmelding, bij het begin, bij uitval en voor wie "
         "aan het einde nog wacht"},
};

static const char *team_name(const struct wmo_landschap *l, int team)
{
    const char *naam = area_name(l, team);
    return naam ? naam : "stad";
}

/* Whether [team] is about the zorgvorm that [inwoner] is in, and not one from before.
 */
static bool is_present(const struct wmo_gemeente *gemeente,
                       const struct wmo_inwoner *inwoner, int team)
{
    return inwoner->zorgvorm != WMO_NONE && team != WMO_NONE &&
           gemeente->teams.items[team].zorgvorm == inwoner->zorgvorm;
}

static bool is_supported(const struct wmo_gemeente *gemeente,
                         const struct wmo_inwoner *inwoner)
{
    return (inwoner->toestand == WMO_TOESTAND_IN_ZORG ||
            inwoner->toestand == WMO_TOESTAND_ONDERZOEK ||
            inwoner->toestand == WMO_TOESTAND_BESLUIT) &&
           is_present(gemeente, inwoner, inwoner->staff_team);
}

/* The wait is told where it ends, and where the sentence tells it. */
static bool tells_wait(const struct wmo_entry *entry)
{
    const char *sentence = KINDS[entry->kind].sentence;
    return strstr(sentence, "{gewacht}") != NULL || strstr(sentence, "{dagen}") != NULL;
}

/* Hours a week; in a group of dagdelen, the part of a full group. */
static double uren_of(const struct wmo_landschap *l, const struct wmo_inwoner *inwoner)
{
    const struct wmo_groep *groep = &l->zorgvormen.items[inwoner->zorgvorm].groep;
    double share = groep->is_on ? (double)groep->minutes / groep->maximum : 1;
    return inwoner->minutes * share / 60;
}

static struct sim_trace_cell get_cell(const void *self, uint32_t index, int column)
{
    const struct wmo_gemeente *gemeente = gemeente_of(self);
    const struct wmo_landschap *l = &gemeente->landschap;
    const struct wmo_entry *entry = entry_of(self, index);
    const struct wmo_inwoner *inwoner = &entry->inwoner;
    bool in_zorg = is_supported(gemeente, inwoner);
    struct sim_trace_cell cell = {NULL, NAN};
    switch ((enum column)column) {
    case COLUMN_WIJK:
        cell.text = l->wijken.items[inwoner->wijk].naam;
        break;
    case COLUMN_LEEFTIJDSGROEP:
        cell.text = inwoner->leeftijdsgroep != WMO_GEEN_LEEFTIJDSGROEP
                        ? l->leeftijdsgroepen.items[inwoner->leeftijdsgroep].naam
                        : "";
        break;
    case COLUMN_DOELGROEP:
        cell.text = inwoner->doelgroep != WMO_GEEN_DOELGROEP
                        ? l->doelgroepen.items[inwoner->doelgroep].naam
                        : "";
        break;
    case COLUMN_ZORGVORM:
        cell.text = inwoner->zorgvorm != WMO_NONE
                        ? l->zorgvormen.items[inwoner->zorgvorm].naam
                        : "";
        break;
    case COLUMN_AANBIEDER:
        cell.text = is_present(gemeente, inwoner, inwoner->team)
                        ? aanbieder_of(l, inwoner->team)
                        : "";
        break;
    case COLUMN_TEAM:
        cell.text = in_zorg ? team_name(l, inwoner->staff_team) : "";
        break;
    case COLUMN_MEDEWERKER:
        cell.number = in_zorg ? (double)inwoner->member + 1 : NAN;
        break;
    case COLUMN_UREN:
        cell.number = inwoner->zorgvorm != WMO_NONE ? uren_of(l, inwoner) : NAN;
        break;
    case COLUMN_WACHT:
        cell.number = tells_wait(entry) ? waited_days(entry) : NAN;
        break;
    case COLUMN_COUNT:
        break;
    }
    return cell;
}

/* --- Who, and the rest --- */

static bool read_name(const void *self, const char *name, uint64_t *id)
{
    return wmo_herkomst_read(&gemeente_of(self)->landschap, name, id);
}

static void write_name(const void *self, uint64_t id, char *name, size_t size)
{
    wmo_herkomst_write(&gemeente_of(self)->landschap, id, name, size);
}

static enum sim_status follow(void *self, double share, const uint64_t *ids, int count)
{
    struct wmo_instance *instance = self;
    return wmo_journal_follow(&instance->gemeente->journal, share, ids, count);
}

static enum sim_status get_count(const void *self, uint32_t *count)
{
    const struct wmo_journal *journal = &gemeente_of(self)->journal;
    *count = journal->count;
    return journal->is_full ? SIM_ERR_NO_MEMORY : SIM_OK;
}

static struct sim_trace_entry get_entry(const void *self, uint32_t index)
{
    const struct wmo_entry *entry = entry_of(self, index);
    return (struct sim_trace_entry){.time = entry->time,
                                    .id = wmo_inwoner_person(entry->inwoner.id),
                                    .kind = KINDS[entry->kind].key};
}

static struct sim_date origin(const void *self)
{
    return gemeente_of(self)->landschap.periode.start;
}

const struct sim_trace wmo_trace = {
    .noun = "inwoner",
    .plural = "inwoners",
    .name_help = "de wijk en een volgnummer, zoals Overvecht-1234",
    .name_example = "Overvecht-1234",
    .note = "Gesimuleerde inwoners: geen van hen bestaat.",
    .columns = COLUMNS,
    .column_count = COLUMN_COUNT,
    .kinds = KINDS,
    .kind_count = WMO_JOURNAL_KIND_COUNT,
    .read_name = read_name,
    .write_name = write_name,
    .follow = follow,
    .count = get_count,
    .entry = get_entry,
    .cell = get_cell,
    .write_about = write_about,
    .write_sentence = write_sentence,
    .origin = origin,
};
