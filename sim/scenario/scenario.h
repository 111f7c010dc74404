/* sim/scenario/scenario.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario: the tree of values that is left when the layers are laid over each
 * other (file named by `basis`, the file itself, --set), every value checked against
 * the registry and knowing where it came from.
 *
 * Layers merge by name: groups by key; lists of groups by the `naam` of their
 * entries (an unknown naam adds an entry at the end); anything else is replaced. A
 * value replaces the provenance of the old one too; provenance without `waarde`, or
 * some fields of a distribution or series, change what is there. The naam, titel and
 * toelichting of a basis are its own and are not inherited.
 * A value may stand by itself (x = 5;) or with its provenance
 * (x = { waarde = 5; eenheid = "dagen"; bron = "..."; status = "aanname"; laag = 3;
 * hoog = 8; verdeling = "driehoek"; peildatum = ...; toelichting = ...; };).
 *
 * A distribution is written { vorm = "lognormaal"; gemiddelde = 180.0; vc = 1.2; },
 * { vorm = "hyperexponentieel"; kansen = [0.8, 0.2]; gemiddelden = [90.0, 700.0]; }
 * or { vorm = "empirisch"; waarden = [...]; gewichten = [...]; }; vorm is one of
 * vast, exponentieel, gamma, lognormaal, weibull, hyperexponentieel, empirisch.
 * A series is { jaren = [2026, 2030]; waarden = [1.0, 2.0]; }.
 * Either may itself be the `waarde` of a value with provenance.
 */
#ifndef SIM_SCENARIO_SCENARIO_H
#define SIM_SCENARIO_SCENARIO_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "sim/engine/calendar.h"
#include "sim/engine/dist.h"
#include "sim/scenario/fault.h"
#include "sim/scenario/param.h"
#include "sim/scenario/series.h"
#include "sim/status.h"

struct sim_scenario; /* opaque; read-only once loaded, so threads may share it */
struct sim_node;     /* opaque; a value, group or list in the tree, owned by it */

/* Reads [path], the files it names as `basis`, and the [settings] ("pad=waarde"),
 * and checks everything against [registry]. On SIM_ERR_INPUT and SIM_ERR_NO_INPUT
 * [faults] says what is wrong and [out] is NULL. The caller destroys [out].
 * [registry] must outlive it. */
SIM_MUST_CHECK enum sim_status
sim_scenario_load(struct sim_scenario **out, const struct sim_registry *registry,
                  const char *path, const char *const *settings, int setting_count,
                  struct sim_faults *faults);
void sim_scenario_destroy(struct sim_scenario *self);

/* The naam of the scenario (its file name without .cfg when it gives none), and its
 * titel (the naam when it gives none). Free text: no control characters, but quotes
 * and backquotes may occur. */
const char *sim_scenario_name(const struct sim_scenario *self);
const char *sim_scenario_title(const struct sim_scenario *self);

/* The files read, basis first, each with the SHA-256 of its bytes in hex. */
struct sim_scenario_file {
    const char *path;
    const char *sha256;
};
int sim_scenario_file_count(const struct sim_scenario *self);
struct sim_scenario_file sim_scenario_file(const struct sim_scenario *self, int index);

/* Writes the effective scenario as one libconfig file, values in full precision, every
 * value with its origin (file and line) as a comment when [with_origin]. Reading that
 * file back gives the same scenario. */
SIM_MUST_CHECK enum sim_status sim_scenario_write(const struct sim_scenario *self,
                                                  FILE *out, bool with_origin);

/* SHA-256 in hex of the effective scenario's values, without origins, titles and
 * provenance: equal digests mean equal results. 64 characters, owned by [self]. */
const char *sim_scenario_digest(const struct sim_scenario *self);

/* Calls [visit] for every leaf parameter in the tree, in the order of the tree. */
struct sim_value_view {
    const char *path;              /* "balies.Noord.aantal" */
    const struct sim_param *param; /* borrowed from the registry */
    const char *value;             /* as text, libconfig notation */
    const char *source, *status;   /* bron, status; "" when not given */
    const char *low, *high;        /* laag, hoog; "" when not given */
    const char *explanation;       /* toelichting; "" when not given */
    const char *spread;            /* verdeling; "" when not given */
    const char *file;
    int line;
};
void sim_scenario_visit(const struct sim_scenario *self,
                        void (*visit)(void *context, const struct sim_value_view *view),
                        void *context);

/* --- Reading values. The path of a required parameter always exists after a
 * successful load, with the right type and within its range, so these cannot fail;
 * asking for something the registry does not know is a bug and asserts. [node] NULL
 * means the root; [path] is relative to it. --- */

/* The node at [path]; NULL when an optional one was left out. */
const struct sim_node *sim_scenario_find(const struct sim_scenario *self,
                                         const struct sim_node *node, const char *path);
bool sim_scenario_has(const struct sim_scenario *self, const struct sim_node *node,
                      const char *path);
int64_t sim_scenario_integer(const struct sim_scenario *self,
                             const struct sim_node *node, const char *path);
double sim_scenario_real(const struct sim_scenario *self, const struct sim_node *node,
                         const char *path);
bool sim_scenario_boolean(const struct sim_scenario *self, const struct sim_node *node,
                          const char *path);
const char *sim_scenario_text(const struct sim_scenario *self,
                              const struct sim_node *node, const char *path);
/* The same of an optional parameter: [otherwise] where it was left out. */
int64_t sim_scenario_integer_or(const struct sim_scenario *self,
                                const struct sim_node *node, const char *path,
                                int64_t otherwise);
double sim_scenario_real_or(const struct sim_scenario *self,
                            const struct sim_node *node, const char *path,
                            double otherwise);
/* The index of a CHOICE in its [allowed]. */
int sim_scenario_choice(const struct sim_scenario *self, const struct sim_node *node,
                        const char *path);
struct sim_date sim_scenario_date(const struct sim_scenario *self,
                                  const struct sim_node *node, const char *path);
void sim_scenario_dist(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path, struct sim_dist *dist);
void sim_scenario_series(const struct sim_scenario *self, const struct sim_node *node,
                         const char *path, struct sim_series *series);
/* [otherwise] in all years when it is left out. */
void sim_scenario_series_or(const struct sim_scenario *self,
                            const struct sim_node *node, const char *path,
                            double otherwise, struct sim_series *series);

/* Lists of groups, and arrays of names: number of entries (0 when left out), the i-th
 * entry, the index of the entry called [name] (-1: none), the i-th name of an array. */
int sim_scenario_count(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path);
const struct sim_node *sim_scenario_entry(const struct sim_scenario *self,
                                          const struct sim_node *node, const char *path,
                                          int index);
int sim_scenario_index(const struct sim_scenario *self, const struct sim_node *node,
                       const char *path, const char *name);
const char *sim_scenario_name_at(const struct sim_scenario *self,
                                 const struct sim_node *node, const char *path,
                                 int index);
/* The index in the list it refers to of a NAME parameter. */
int sim_scenario_reference(const struct sim_scenario *self, const struct sim_node *node,
                           const char *path);
/* Same for the i-th name of a NAMES parameter. */
int sim_scenario_reference_at(const struct sim_scenario *self,
                              const struct sim_node *node, const char *path, int index);

/* Adds a fault at the place where [node]/[path] got its value: for checks that the
 * registry cannot express. */
__attribute__((format(printf, 5, 6))) void
sim_scenario_fault(const struct sim_scenario *self, const struct sim_node *node,
                   const char *path, struct sim_faults *faults, const char *format,
                   ...);

#endif
