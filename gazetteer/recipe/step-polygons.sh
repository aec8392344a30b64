# First-order areas as polygons (Natural Earth, in QGIS's world map), brought
# down to one line each:
#   unit cc name fips woe_name gn_name gu_a3 longitude latitude area_km2
# The point is the centre of the largest part when that part is two thirds of
# the whole, else of all parts: the main landmass, or the middle of an
# archipelago. A centre outside its part gives way to a point on the surface.
map=$packages/deb/qgis-common/usr/share/qgis/resources/data/world_map.gpkg

ogr2ogr -f GPKG "$work/parts.gpkg" "$map" -nln parts -nlt POLYGON \
	-explodecollections -dialect sqlite -sql \
	"SELECT CAST(fid AS integer) AS unit, iso_a2, name, fips, woe_name,
	        gn_name, gu_a3, geom FROM states_provinces" 2>/dev/null
ogr2ogr -f CSV "$work/parts.csv" "$work/parts.gpkg" -lco SEPARATOR=TAB \
	-dialect sqlite -sql \
	"SELECT unit, iso_a2, name, fips, woe_name, gn_name, gu_a3,
	        ST_Area(geom) AS a, ST_X(ST_Centroid(geom)), ST_Y(ST_Centroid(geom)),
	        ST_Contains(geom, ST_Centroid(geom)),
	        ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))
	 FROM parts ORDER BY unit, a DESC"
tr -d '"' <"$work/parts.csv" | awk -F'\t' -f "$recipe/polygons.awk" |
	sort -t "$(printf '\t')" -k1,1n >"$work/units.tsv"
