/* sim/store/tables.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The CSV files of a results folder. The dimensions of the model give the columns
 * between the unit and the mean.
 */
#ifndef SIM_STORE_TABLES_H
#define SIM_STORE_TABLES_H

#include <stdio.h>

#include "sim/store/study.h"

/* scenario,maat,eenheid,<dimensions>,gemiddelde,laag95,hoog95,n */
void sim_tables_write_outcomes(const struct sim_study *study, FILE *out);

/* scenario,basis,maat,eenheid,<dimensions>,gemiddelde,laag95,hoog95,n,laag95_samen,
 * hoog95_samen */
void sim_tables_write_differences(const struct sim_study *study, FILE *out);

/* maat,eenheid,<dimensions>,beter,plaats,scenario,gemiddelde,groep,van_beste,n */
void sim_tables_write_ranks(const struct sim_study *study, FILE *out);

/* maat,eenheid,<dimensions>,scenario,tegenover,gemiddelde,laag95,hoog95,n,p,p_holm,
 * verschilt */
void sim_tables_write_pairs(const struct sim_study *study, FILE *out);

/* Of study->break_even: what was evaluated, and the turns that were found.
 * scenario,basis,maat,eenheid,<dimensions>,parameter,veranderd_in, and
 * waarde,verschil,laag95,hoog95,n or omslag,laag95,hoog95,eronder,erboven; a limit that
 * lies beyond the range is empty. */
void sim_tables_write_turning(const struct sim_study *study, FILE *out);
void sim_tables_write_turns(const struct sim_study *study, FILE *out);

/* Of study->explanation: scenario,basis,maat,eenheid,<dimensions>,deel,in_basis,
 * in_scenario,soort,gemiddelde,laag95,hoog95,n; soort: "als enige", "als laatste",
 * "samenspel" or "geheel". */
void sim_tables_write_explanation(const struct sim_study *study, FILE *out);

/* maat,eenheid,titel,definitie */
void sim_tables_write_definitions(const struct sim_study *study, FILE *out);

/* scenario,pad,waarde,eenheid,bron,status,laag,hoog,verdeling,bestand,regel */
void sim_tables_write_parameters(const struct sim_study *study, FILE *out);

/* scenario,reeks,eenheid,dag,gemiddelde,voortschrijdend; of a warm-up check */
void sim_tables_write_warmup(const struct sim_study *study, FILE *out);

#endif
