# Parts of areas, largest first within a unit, to one line per unit.
# See step-polygons.sh for the rule of the point.
BEGIN { OFS = "\t"; rad = atan2(0, -1) / 180 }
NR == 1 { next }
{
	u = $1
	if (!(u in seen)) {
		seen[u] = 1
		head[u] = $1 OFS $2 OFS $3 OFS $4 OFS $5 OFS $6 OFS $7
		inside = ($11 == 1)
		x1[u] = inside ? $9 : $12
		y1[u] = inside ? $10 : $13
	}
	# Degrees to square km: a degree of longitude shrinks with latitude.
	km = $8 * cos($10 * rad) * 111.32 * 111.32
	if (!(u in biggest) || km > biggest[u])
		biggest[u] = km
	all[u] += km
	sx[u] += $9 * km
	sy[u] += $10 * km
}
END {
	for (u in seen) {
		x = x1[u]
		y = y1[u]
		if (all[u] > 0 && biggest[u] < all[u] * 2 / 3) {
			x = sx[u] / all[u]
			y = sy[u] / all[u]
		}
		printf "%s\t%.4f\t%.4f\t%.1f\n", head[u], x, y, all[u]
	}
}
