/* sim/status.h - SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one list of what can go wrong. Zero is success. A function that can fail
 * returns an enum sim_status and is marked SIM_MUST_CHECK. Faults in the user's
 * input also leave a message in a struct sim_faults (sim/scenario/fault.h);
 * faults in our own code are asserts.
 */
#ifndef SIM_STATUS_H
#define SIM_STATUS_H

#define SIM_STATUS_LIST(X)                                                      \
    X(SIM_OK, 0, "gelukt")                                                      \
    X(SIM_ERR_PRECISION, 1, "de gevraagde precisie is niet bereikt")            \
    X(SIM_ERR_NO_MEMORY, 70, "onvoldoende geheugen")                            \
    X(SIM_ERR_PAST, 70, "gebeurtenis ligt voor de klok")                        \
    X(SIM_ERR_DOMAIN, 70, "waarde buiten het domein (negatief, oneindig, NaN)") \
    X(SIM_ERR_FULL, 70, "voorraad van vaste omvang is vol")                     \
    X(SIM_ERR_INVARIANT, 70, "de boekhouding van het model klopt niet")         \
    X(SIM_ERR_USAGE, 64, "verkeerd gebruik van de opdrachtregel")               \
    X(SIM_ERR_INPUT, 65, "fout in het scenario")                                \
    X(SIM_ERR_NO_INPUT, 66, "bestand niet gevonden of niet leesbaar")           \
    X(SIM_ERR_HELPER, 69, "hulpprogramma ontbreekt of faalt")                   \
    X(SIM_ERR_EXISTS, 73, "uitvoermap bestaat al of kan niet worden gemaakt")   \
    X(SIM_ERR_IO, 74, "fout bij lezen of schrijven")                            \
    X(SIM_ERR_INTERRUPTED, 130, "afgebroken door de gebruiker")

enum sim_status {
#define X(code, exit_code, text) code,
    SIM_STATUS_LIST(X)
#undef X
};

#define SIM_MUST_CHECK __attribute__((warn_unused_result))

/* Names [status] in Dutch, for messages. Static text, never NULL. */
const char *sim_status_text(enum sim_status status);

/* The documented exit code of the program for [status]: 0 for SIM_OK, otherwise
 * the code of sysexits.h that fits, or 130 for an interrupt. */
int sim_status_exit_code(enum sim_status status);

#endif
