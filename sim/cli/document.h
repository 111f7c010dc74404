/* sim/cli/document.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a model document that follow from the tables of the model and from the
 * values of a scenario, as blocks of Markdown, each between two marks:
 *
 *   <!-- begin: maten -->
 *   ...
 *   <!-- end: maten -->
 *
 * The rest of such a document is written by hand around them.
 */
#ifndef SIM_CLI_DOCUMENT_H
#define SIM_CLI_DOCUMENT_H

#include <stdio.h>

#include "sim/experiment/model.h"

/* Writes every block. SIM_ERR_NO_MEMORY; errors of writing stay in [out]. */
SIM_MUST_CHECK enum sim_status sim_document_write(const struct sim_model *model,
                                                  const struct sim_scenario *scenario,
                                                  FILE *out);

#endif
