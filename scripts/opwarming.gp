# scripts/opwarming.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# A warm-up check: a panel per series, each with its own scale. The thin line is the
# average over replications, the thick one Welch's moving average of it, and the dashed
# line stands where the rule of thumb cuts; what lies before it is shaded. How it looks
# stands in stijl.gp.
#
# NAME.tsv has blocks, separated by two blank lines; fields are separated by tabs, a
# line that begins with # is a heading.
#   0    what the figure is about: key, text; in the order read below
#   1    the panels: number, title, day of the cut (-1: none), label
#   2..  per panel: day, average, moving average
# Text from outside is only ever read as a field (strcol) and drawn without markup.

naam = ARG0[1:strlen(ARG0) - 3]
tsv = naam.'.tsv'
set encoding utf8
set datafile separator "\t"
set decimalsign ','

# --- Read ---

array kop[6]
stats tsv index 0 using (kop[int($0) + 1] = strcol(2), 1) nooutput
titel = kop[1]; scenario = kop[2]; eenheid = kop[3]
vakken = int(kop[4]); laatste = real(kop[5]); voet = kop[6]
array vak[vakken]
array knip[vakken]
array opschrift[vakken]
stats tsv index 1 using (vak[int($1)] = strcol(2), knip[int($1)] = $3, opschrift[int($1)] = strcol(4), 1) nooutput

# Of each panel the range, and in which part of the height the line runs at the left, at
# the right and just behind the cut: labels keep out of its way.
array laag[vakken]
array hoog[vakken]
array hoogste_links[vakken]
array laagste_rechts[vakken]
array hoogste_rechts[vakken]
array na_knip[vakken]
deel(y, p) = (y - laag[p]) / (hoog[p] - laag[p])
do for [p = 1:vakken] {
    stats tsv index p + 1 using 2 nooutput
    hoog[p] = STATS_max > 0 ? STATS_max : STATS_min < 0 ? 0 : 1
    laag[p] = STATS_min < 0 ? STATS_min : 0
    stats tsv index p + 1 using ($1 < 0.45 * laatste ? $2 : NaN) nooutput
    hoogste_links[p] = deel(STATS_max, p)
    stats tsv index p + 1 using ($1 > 0.5 * laatste ? $2 : NaN) nooutput
    laagste_rechts[p] = deel(STATS_min, p)
    hoogste_rechts[p] = deel(STATS_max, p)
    stats tsv index p + 1 using ($1 >= knip[p] && $1 < knip[p] + 0.3 * laatste ? $2 : NaN) nooutput
    na_knip[p] = deel(STATS_mean, p)
}

# --- Where things stand, in parts of the picture ---

kolommen = vakken < 4 ? vakken : vakken < 10 ? 3 : 4
rijen = (vakken + kolommen - 1) / kolommen
rij_px = rijen < 3 ? 280.0 : 190.0
kop_px = 125.0
voet_px = 40.0
beeldhoogte = int(kop_px + rijen * rij_px + voet_px)
y_van(px) = 1 - px / real(beeldhoogte) # of what is [px] from the top
breed = 1.0 / kolommen
marge_links = 0.042
marge_rechts = 0.012

do for [uitvoer in 'svg png'] {
    load 'stijl.gp'
    kleur = word(kleuren, 1)
    licht = word(randen, 1)
    set output naam.'.'.uitvoer
    set multiplot

    # --- Title, explanation, what the lines are, origin ---
    set lmargin at screen 0; set rmargin at screen 1
    set bmargin at screen 0; set tmargin at screen 1
    unset border; unset tics; unset key
    set xrange [0:1]; set yrange [0:1]
    set label 1 kort(titel, 0.97, 20) at screen 0.015, y_van(34) left noenhanced font groot_vet tc rgb inkt
    in_eenheid = eenheid eq '-' ? '' : ', in '.eenheid
    set label 2 kort(scenario.in_eenheid.'. Langs de as: dagen vanaf het begin.', 0.97, 13) at screen 0.015, y_van(66) left noenhanced font gewoon tc rgb inkt
    set label 3 'Let op: elk vak heeft een eigen schaal.' at screen 0.015, y_van(90) left noenhanced font gewoon tc rgb inkt
    set label 4 kort(voet, 0.97, 11.5) at screen 0.985, 14.0 / beeldhoogte right noenhanced font klein tc rgb grijs
    set arrow 1 from screen 0.36, y_van(90) to screen 0.39, y_van(90) nohead lw 1.5 lc rgb licht
    set label 5 'gemiddelde' at screen 0.397, y_van(90) left font gewoon tc rgb inkt
    set arrow 2 from screen 0.51, y_van(90) to screen 0.54, y_van(90) nohead lw 3 lc rgb kleur
    set label 6 'voortschrijdend gemiddelde' at screen 0.547, y_van(90) left font gewoon tc rgb inkt
    set arrow 3 from screen 0.785, y_van(90) to screen 0.815, y_van(90) nohead dt '_' lw 1.5 lc rgb inkt
    set label 7 'einde van de aanloop' at screen 0.822, y_van(90) left font gewoon tc rgb inkt
    plot NaN notitle
    unset label; unset arrow

    # --- Panels ---
    do for [p = 1:vakken] {
        rij = (p - 1) / kolommen; kolom = (p - 1) % kolommen
        set lmargin at screen kolom * breed + marge_links
        set rmargin at screen (kolom + 1) * breed - marge_rechts
        set tmargin at screen y_van(kop_px + rij * rij_px + 35)
        set bmargin at screen y_van(kop_px + (rij + 1) * rij_px - 30)
        set border 1 lc rgb grijs
        ruim = 0.12 * (hoog[p] - laag[p])
        set xrange [0:laatste]
        set yrange [laag[p] < 0 ? laag[p] - ruim : 0:hoog[p] + ruim]
        set xtics 0, rond(laatste / 4.0) nomirror out scale 0.5 font klein tc rgb inkt format '%h'
        set ytics rond((hoog[p] - laag[p]) / (rijen < 3 ? 6.0 : 4.0)) nomirror scale 0 font klein tc rgb inkt format '%h'
        set grid ytics lt 1 lw 0.6 lc rgb '#D5D5D5'
        set label 1 kort(vak[p], breed - 0.008, 13) at screen kolom * breed + 0.015, y_van(kop_px + rij * rij_px + 20) left noenhanced font gewoon_vet tc rgb inkt
        if (knip[p] >= 0) {
            if (knip[p] > 0) {
                set object 1 rectangle from 0, graph 0 to knip[p], graph 1 behind fc rgb '#EFEFEF' fs solid noborder
            }
            set arrow 1 from knip[p], graph 0 to knip[p], graph 1 nohead front dt '_' lw 1.5 lc rgb inkt
            set label 2 opschrift[p] at knip[p], graph (na_knip[p] > 0.5 ? 0.1 : 0.9) left offset 0.6, 0 front noenhanced font klein_vet tc rgb inkt
        } else {
            # Below the line at the right, above it at the left, or above it at the right.
            onder_lijn = laagste_rechts[p] >= 0.25
            boven_links = !onder_lijn && hoogste_links[p] < 0.75
            op_hoogte = onder_lijn || (!boven_links && hoogste_rechts[p] >= 0.75) ? 0.1 : 0.9
            if (boven_links) {
                set label 2 opschrift[p] at graph 0.03, op_hoogte left front noenhanced font klein_vet tc rgb word(kleuren, 2)
            } else {
                set label 2 opschrift[p] at graph 0.97, op_hoogte right front noenhanced font klein_vet tc rgb word(kleuren, 2)
            }
        }
        plot tsv index p + 1 using 1:2 with lines lw 1.5 lc rgb licht notitle, \
             tsv index p + 1 using 1:3 with lines lw 3 lc rgb kleur notitle
        unset label; unset arrow; unset object
    }
    unset multiplot
    unset output
}
