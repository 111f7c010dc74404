# scripts/stijl.gp - SPDX-License-Identifier: GPL-3.0-or-later
#
# How all figures look: loaded for each picture that is drawn, with [uitvoer] 'svg' or
# 'png' and [beeldhoogte] in pixels. Sets the terminal, colours and fonts, and functions
# for texts and marks.

# --- The picture ---

if (uitvoer eq 'svg') {
    set terminal svg size 1200,beeldhoogte font 'DejaVu Sans,13' noenhanced background '#FFFFFF'
} else {
    set terminal pngcairo size 1200,beeldhoogte font 'DejaVu Sans,10' noenhanced background '#FFFFFF'
}
# The two measure type and markers differently; with these they look alike.
punten_per_px = uitvoer eq 'svg' ? 1 : 0.77
punt_maat = uitvoer eq 'svg' ? 0.6 : 0.8
klein = sprintf('DejaVu Sans,%g', 11.5 * punten_per_px)
klein_vet = sprintf('DejaVu Sans Bold,%g', 11.5 * punten_per_px)
gewoon = sprintf('DejaVu Sans,%g', 13 * punten_per_px)
gewoon_vet = sprintf('DejaVu Sans Bold,%g', 13 * punten_per_px)
groot_vet = sprintf('DejaVu Sans Bold,%g', 20 * punten_per_px)

set style fill solid noborder
set errorbars 0

# --- Colours that differ for the colour-blind and on paper, at least 3:1 on
# white; the markers differ as well. ---

kleuren = '#1F4E79 #B35900 #2E7D5B #7A3B8F #4D4D4D #A6174B'
randen = '#7FA3C4 #DDA566 #7FBA9F #B48CC4 #999999 #D67A94'
tinten = '#C9DAEA #F6DCC0 #CDE5DA #E4D4EB #DDDDDD #F2CFDA'
punt(s) = int(word('7 5 9 13 11 4', s))
inkt = '#222222'
grijs = '#595959'

# A text cut off where it would be wider than [ruimte], in parts of the width of the
# picture, with an estimate of the width of letters of [px] pixels.
is_een(tekens, letter) = strstrt(tekens, letter) > 0
maat_van(letter) = is_een('mwMW@%…', letter) ? 1.1 : is_een("ijlftrI.,:;'|!()[] ", letter) ? 0.42 : \
    is_een('ABCDEFGHJKLNOPQRSTUVXYZ', letter) ? 0.8 : 0.7
breedte(t, px) = sum [i = 1:strlen(t)] maat_van(t[i:i]) * px / 1200.0
inkorten(t, ruimte, px) = strlen(t) < 2 || breedte(t.'…', px) <= ruimte ? t.'…' : inkorten(t[1:strlen(t) - 1], ruimte, px)
kort(t, ruimte, px) = breedte(t, px) <= ruimte ? t : inkorten(t, ruimte, px)

# Distance of the marks along y: 1, 2 or 5 times a power of ten, few in a low panel.
macht(stap_y) = 10.0 ** floor(log10(stap_y))
rond(stap_y) = macht(stap_y) * (stap_y <= 1.001 * macht(stap_y) ? 1 : stap_y <= 2 * macht(stap_y) ? 2 : stap_y <= 5 * macht(stap_y) ? 5 : 10)
