# scripts/omslag.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# At which value of a parameter a difference turns: the difference against the value with
# its 95% interval as a band, a line at 0, and where it turns a vertical line with the
# interval of that behind it. How it looks stands in stijl.gp.
#
# omslag.tsv has blocks, separated by two blank lines; fields are separated by tabs, a
# line that begins with # is a heading.
#   0  what the figure is about: key, text; in the order read below
#   1  where it turns: value, low, high, label
#   2  what was evaluated: value, difference, low, high
# Text from outside is only ever read as a field (strcol) and drawn without markup.

naam = ARG0[1:strlen(ARG0) - 3]
tsv = naam.'.tsv'
set encoding utf8
set datafile separator "\t"
set decimalsign ','

# --- Read ---

array kop[12]
stats tsv index 0 using (kop[int($0) + 1] = strcol(2), 1) nooutput
titel = kop[1]; scenario = kop[2]; basis = kop[3]; uitkomst = kop[4]; parameter = kop[5]
laag = real(kop[6]); hoog = real(kop[7]); geheel = int(kop[8])
boven_nul = kop[9]; onder_nul = kop[10]; omslagen = int(kop[11]); voet = kop[12]
array omslag[omslagen + 1]
array van[omslagen + 1]
array tot[omslagen + 1]
array opschrift[omslagen + 1]
stats tsv index 1 using (omslag[int($0) + 1] = $1, van[int($0) + 1] = $2, tot[int($0) + 1] = $3, opschrift[int($0) + 1] = strcol(4), 1) nooutput
stats tsv index 2 using 3 nooutput
onder = STATS_min < 0 ? STATS_min : 0
stats tsv index 2 using 4 nooutput
boven = STATS_max > 0 ? STATS_max : 0
boven = boven > onder ? boven : onder + 1
# What is above and below 0 is said at the side where the line is farther from it.
stats tsv index 2 using ($1 <= 0.7 * laag + 0.3 * hoog ? abs($2) : NaN) nooutput
ver_links = STATS_min
stats tsv index 2 using ($1 >= 0.3 * laag + 0.7 * hoog ? abs($2) : NaN) nooutput
rechts = STATS_min >= ver_links

# --- Where things stand, in parts of the picture ---

beeldhoogte = 640
y_van(px) = 1 - px / real(beeldhoogte) # of what is [px] from the top
ruim = 0.14 * (boven - onder)

do for [uitvoer in 'svg png'] {
    load 'stijl.gp'
    kleur = word(kleuren, 1)
    tint = word(tinten, 1)
    stap = rond((hoog - laag) / 8.0)
    set output naam.'.'.uitvoer

    # --- Title, explanation, origin ---
    set label 1 kort(titel, 0.97, 20) at screen 0.015, y_van(34) left noenhanced font groot_vet tc rgb inkt
    set label 2 kort(scenario.' tegenover '.basis, 0.97, 13) at screen 0.015, y_van(66) left noenhanced font gewoon_vet tc rgb inkt
    set label 3 kort('Verschil in '.uitkomst.', bij elke waarde van '.parameter.'.', 0.97, 13) at screen 0.015, y_van(90) left noenhanced font gewoon tc rgb inkt
    set label 4 kort(voet, 0.97, 11.5) at screen 0.985, 14.0 / beeldhoogte right noenhanced font klein tc rgb grijs

    # --- What the lines are ---
    set arrow 1 from screen 0.015, y_van(116) to screen 0.045, y_van(116) nohead lw 3 lc rgb kleur
    set label 5 'verschil' at screen 0.052, y_van(116) left font gewoon tc rgb inkt
    set object 1 rectangle from screen 0.145, y_van(123) to screen 0.175, y_van(109) fc rgb tint fs solid noborder
    set label 6 '95%-interval van het verschil' at screen 0.182, y_van(116) left font gewoon tc rgb inkt
    if (omslagen > 0) {
        set arrow 2 from screen 0.45, y_van(116) to screen 0.48, y_van(116) nohead dt '_' lw 1.5 lc rgb inkt
        set label 7 'omslag' at screen 0.487, y_van(116) left font gewoon tc rgb inkt
        set object 2 rectangle from screen 0.57, y_van(123) to screen 0.60, y_van(109) fc rgb '#E3E3E3' fs solid noborder
        set label 8 '95%-interval van de omslag' at screen 0.607, y_van(116) left font gewoon tc rgb inkt
    }

    # --- The panel ---
    set lmargin at screen 0.07; set rmargin at screen 0.975
    set tmargin at screen y_van(150); set bmargin at screen y_van(beeldhoogte - 75)
    set border 1 lc rgb grijs
    unset key
    set xrange [laag:hoog]
    set yrange [onder - ruim:boven + ruim]
    set xtics geheel && stap < 1 ? 1 : stap nomirror out scale 0.5 font klein tc rgb inkt format '%h'
    set ytics rond((boven - onder) / 6.0) nomirror scale 0 font klein tc rgb inkt format '%h'
    set xlabel kort(parameter, 0.9, 13) noenhanced font gewoon tc rgb inkt offset 0, 0.3
    set grid ytics lt 1 lw 0.6 lc rgb '#D5D5D5'
    set arrow 3 from laag, 0 to hoog, 0 nohead lw 1.2 lc rgb inkt
    if (rechts) {
        set label 9 boven_nul at graph 0.99, first 0 right offset 0, 0.7 front noenhanced font klein_vet tc rgb grijs
        set label 10 onder_nul at graph 0.99, first 0 right offset 0, -0.7 front noenhanced font klein_vet tc rgb grijs
    } else {
        set label 9 boven_nul at graph 0.01, first 0 left offset 0, 0.7 front noenhanced font klein_vet tc rgb grijs
        set label 10 onder_nul at graph 0.01, first 0 left offset 0, -0.7 front noenhanced font klein_vet tc rgb grijs
    }
    do for [i = 1:omslagen] {
        set object 2 + i rectangle from van[i], graph 0 to tot[i], graph 1 behind fc rgb '#E3E3E3' fs solid noborder
        set arrow 3 + i from omslag[i], graph 0 to omslag[i], graph 1 nohead front dt '_' lw 1.5 lc rgb inkt
        # At the side where there is room, each a line lower than the one before.
        links = omslag[i] > 0.5 * (laag + hoog)
        hoogte = 0.96 - 0.06 * (i - 1)
        if (links) {
            set label 10 + i opschrift[i] at omslag[i], graph hoogte right offset -0.8, 0 front noenhanced font klein_vet tc rgb inkt
        } else {
            set label 10 + i opschrift[i] at omslag[i], graph hoogte left offset 0.8, 0 front noenhanced font klein_vet tc rgb inkt
        }
    }
    plot tsv index 2 using 1:3:4 with filledcurves lc rgb tint fs transparent solid 0.8 notitle, \
         tsv index 2 using 1:2 with lines lw 3 lc rgb kleur notitle, \
         tsv index 2 using 1:2 with points pt punt(1) ps 0.9 * punt_maat lc rgb kleur notitle
    unset label; unset arrow; unset object
    unset output
}
