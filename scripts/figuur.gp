# scripts/figuur.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# What the figures have in common: loaded by wachttijd.gp, wijken.gp and begroting.gp,
# it reads NAME.tsv and draws NAME.svg and NAME.png, NAME being that of the script. How
# it looks stands in stijl.gp.
#
# NAME.tsv has blocks, separated by two blank lines; fields are separated by tabs, a
# line that begins with # is a heading.
#   0    what the figure is about: key, text; in the order read below
#   1    the scenarios: number, title
#   2    the panels: number, title
#   3..  per panel and scenario: year, measure, low, high, second measure, label
# Text from outside is only ever read as a field (strcol) and drawn without markup.
#
# The script that loads this sets:
#   naam     of the figure: that of its files, and of the script itself
#   soort    'lijn' (line, band and norm) or 'staaf' (bars under a ceiling)
#   kolommen panels beside each other
#   gelijk   1: one scale for all panels, 0: a scale for each
#   deler    values are divided by this; eenheid_tekst is the unit after that ('': its own)
#   uitleg   second line under the title; the norm is added to it

tsv = naam.'.tsv'
set encoding utf8
set datafile separator "\t"
set decimalsign ','

# --- Read ---

array kop[10]
stats tsv index 0 using (kop[int($0) + 1] = strcol(2), 1) nooutput
titel = kop[1]; maat = kop[2]; eenheid = kop[3]
norm = real(kop[4]); norm_tekst = kop[5] # -1: there is none
n = int(kop[6]); vakken = int(kop[7])
eerste = int(kop[8]); laatste = int(kop[9]); voet = kop[10]
if (eenheid_tekst ne '') { eenheid = eenheid_tekst }
norm_uitleg = norm < 0 ? '' : ' Streepjeslijn: de norm ('.norm_tekst.' '.eenheid.').'
rechts = soort eq 'lijn' ? 'Getal rechts: waarde in '.kop[9].'.' : 'Percentage rechts: deel van het plafond dat in '.kop[9].' is geboekt.'
array scenario[n]
stats tsv index 1 using (scenario[int($1)] = strcol(2), 1) nooutput
array vak[vakken]
stats tsv index 2 using (vak[int($1)] = strcol(2), 1) nooutput
blok(p, s) = 3 + (p - 1) * n + (s - 1)

# Highest value and number of points per panel; value and label in the last year.
array top[vakken]
array punten[vakken]
array eind[vakken * n]
array opschrift[vakken * n]
hoogste(a, b) = b > a ? b : a
laagste(a, b) = b < a ? b : a
waarde_of(veld, anders) = valid(veld) ? column(veld) / deler : anders
do for [p = 1:vakken] {
    hoog = hoogste(0, 1.6 * norm); aantal = 0
    do for [s = 1:n] {
        waarde = NaN; tekst = '-'
        stats tsv index blok(p, s) using \
            (waarde = waarde_of(2, NaN), hoog = hoogste(hoog, waarde_of(2, 0)), \
             hoog = hoogste(hoog, waarde_of(4, 0)), \
             hoog = hoogste(hoog, waarde_of(5, 0)), \
             aantal = aantal + valid(2), tekst = strcol(6), 1) nooutput
        eind[(p - 1) * n + s] = waarde
        opschrift[(p - 1) * n + s] = tekst
    }
    top[p] = hoog > 0 ? hoog : 1
    punten[p] = aantal
}
if (gelijk) {
    hoog = 0
    do for [p = 1:vakken] { hoog = hoogste(hoog, top[p]) }
    do for [p = 1:vakken] { top[p] = hoog }
}

# --- Where things stand, in parts of the picture ---

kolommen = laagste(hoogste(kolommen, (vakken + 2) / 3), vakken)
rijen = (vakken + kolommen - 1) / kolommen
sleutels = n < 3 ? 2 : n == 4 ? 2 : 3
sleutelrijen = (n + sleutels - 1) / sleutels
links = gelijk ? 0.045 : 0.0
breed = (1.0 - links) / kolommen
boven = 0.865 - 0.036 * sleutelrijen
onder = 0.055
hoogte = (boven - onder) / rijen
marge_links = gelijk ? 0.008 : 0.05
marge_rechts = 0.058
stap = (laatste - eerste + 2) / 3
stap = stap < 1 ? 1 : stap
# Lines that coincide show as one line within another.
dikte(s) = 2 + 2.4 * (n - s) / n
# Least distance between labels beside a panel, as part of its height.
afstand = 0.021 / (hoogte - 0.095)

beeldhoogte = 750
do for [uitvoer in 'svg png'] {
    load 'stijl.gp'
    set output naam.'.'.uitvoer
    set multiplot

    # --- Title, explanation, scenarios, origin ---
    set lmargin at screen 0; set rmargin at screen 1
    set bmargin at screen 0; set tmargin at screen 1
    unset border; unset tics; unset key
    set xrange [0:1]; set yrange [0:1]
    set label 1 kort(titel, 0.97, 20) at screen 0.015, 0.955 left noenhanced font groot_vet tc rgb inkt
    set label 2 kort(maat.', in '.eenheid.'. '.rechts, 0.97, 13) at screen 0.015, 0.913 left noenhanced font gewoon tc rgb inkt
    set label 3 kort(uitleg.norm_uitleg, 0.97, 13) at screen 0.015, 0.882 left noenhanced font gewoon tc rgb inkt
    set label 4 voet at screen 0.985, 0.018 right noenhanced font klein tc rgb grijs
    do for [s = 1:n] {
        x = 0.015 + ((s - 1) % sleutels) * 0.985 / sleutels
        y = 0.844 - 0.036 * ((s - 1) / sleutels)
        if (soort eq 'lijn') {
            set arrow from screen x, y to screen x + 0.04, y nohead lw dikte(s) lc rgb word(kleuren, s)
            set label 10 + s '' at screen x + 0.02, y point pt punt(s) ps 1.2 * punt_maat lc rgb word(kleuren, s)
        } else {
            set object s rectangle from screen x + 0.01, y - 0.01 to screen x + 0.04, y + 0.01 fc rgb word(kleuren, s) fs solid noborder
        }
        set label 20 + s kort(scenario[s], 0.985 / sleutels - 0.058, 13) at screen x + 0.048, y left noenhanced font gewoon_vet tc rgb word(kleuren, s)
    }
    plot NaN notitle
    unset label; unset arrow; unset object

    # --- Panels ---
    do for [p = 1:vakken] {
        rij = (p - 1) / kolommen; kolom = (p - 1) % kolommen
        set lmargin at screen links + kolom * breed + marge_links
        set rmargin at screen links + (kolom + 1) * breed - marge_rechts
        set tmargin at screen boven - rij * hoogte - 0.05
        set bmargin at screen boven - (rij + 1) * hoogte + 0.045
        set border 1 lc rgb grijs
        set xrange [eerste - 0.6:laatste + 0.6]
        set yrange [0:top[p] * 1.08]
        set xtics eerste, stap, laatste nomirror out scale 0.5 font klein tc rgb inkt
        set ytics rond(top[p] / (rijen < 3 ? 6.0 : 3.5)) nomirror scale 0 font klein tc rgb inkt
        if (gelijk && kolom > 0) { set ytics format '' } else { set ytics format '%h' }
        set grid ytics lt 1 lw 0.6 lc rgb '#D5D5D5'
        set label 1 kort(vak[p], breed - marge_links - 0.01, 13) at graph 0, 1 left offset 0, 0.9 noenhanced font gewoon_vet tc rgb inkt
        if (punten[p] == 0) {
            set label 2 'geen gegevens' at graph 0.5, 0.5 center font gewoon tc rgb grijs
        }

        # Labels at the right end, the last that of the norm: put in order of height,
        # pushed apart where they would overlap, and kept within the panel.
        array plek[n + 1]
        array volgorde[n + 1]
        do for [s = 1:n] { plek[s] = eind[(p - 1) * n + s] / (top[p] * 1.08) }
        plek[n + 1] = soort eq 'lijn' && norm >= 0 ? norm / (top[p] * 1.08) : NaN
        m = 0
        do for [i = n + 1:1:-1] {
            if (plek[i] == plek[i]) {
                m = m + 1
                k = m
                while (k > 1 && plek[volgorde[hoogste(1, k - 1)]] > plek[i]) {
                    volgorde[k] = volgorde[k - 1]
                    k = k - 1
                }
                volgorde[k] = i
            }
        }
        do for [ronde = 1:30] {
            do for [k = 2:m] {
                laag = volgorde[k - 1]; hoog = volgorde[k]
                tekort = 0.5 * hoogste(0, afstand - (plek[hoog] - plek[laag]))
                plek[laag] = plek[laag] - tekort
                plek[hoog] = plek[hoog] + tekort
            }
        }
        grens = 0.0
        do for [k = 1:m] {
            plek[volgorde[k]] = hoogste(plek[volgorde[k]], grens)
            grens = plek[volgorde[k]] + afstand
        }
        grens = 1.0
        do for [k = m:1:-1] {
            plek[volgorde[k]] = laagste(plek[volgorde[k]], grens)
            grens = plek[volgorde[k]] - afstand
        }
        do for [s = 1:n] {
            if (plek[s] == plek[s]) {
                set label 10 + s opschrift[(p - 1) * n + s] at graph 1, plek[s] left offset 0.8, 0 noenhanced font klein_vet tc rgb word(kleuren, s)
            }
        }
        if (plek[n + 1] == plek[n + 1]) {
            set label 30 'norm '.norm_tekst at graph 1, plek[n + 1] left offset 0.8, 0 noenhanced font klein tc rgb inkt
        }

        if (soort eq 'lijn') {
            plot for [s = 1:n] tsv index blok(p, s) using 1:($3 / deler):($4 / deler) \
                     with filledcurves fs solid noborder lc rgb word(tinten, s) notitle, \
                 for [s = 1:n] for [k = 3:4] tsv index blok(p, s) using 1:(column(k) / deler) \
                     with lines lw 0.8 lc rgb word(randen, s) notitle, \
                 norm >= 0 ? norm : NaN with lines dt '_' lw 1.5 lc rgb inkt notitle, \
                 for [s = 1:n] tsv index blok(p, s) using 1:($2 / deler) \
                     with linespoints lw dikte(s) pt punt(s) ps punt_maat * (1 + 0.3 * (n - s) / n) lc rgb word(kleuren, s) notitle, \
                 0 with lines lw 1 lc rgb grijs notitle
        } else {
            b = 0.84 / n
            plek_x(jaar, s) = jaar + (s - 0.5 * (n + 1)) * b
            plot for [s = 1:n] tsv index blok(p, s) using (plek_x($1, s)):($5 / deler):(b) \
                     with boxes lc rgb word(tinten, s) notitle, \
                 for [s = 1:n] tsv index blok(p, s) using (plek_x($1, s)):($2 / deler):(b) \
                     with boxes lc rgb word(kleuren, s) notitle, \
                 for [s = 1:n] tsv index blok(p, s) using (plek_x($1, s)):($5 / deler):(0.5 * b) \
                     with xerrorbars pt -1 lw 2 lc rgb inkt notitle, \
                 0 with lines lw 1 lc rgb grijs notitle
        }
        unset label
    }
    unset multiplot
    unset output
}
