# geomention: make, make check, make demo, make install. See README.md.
VERSION := $(shell cat VERSION)
SOVERSION := 0

prefix ?= /usr/local
exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
libdir ?= $(exec_prefix)/lib
includedir ?= $(prefix)/include
datadir ?= $(prefix)/share
mandir ?= $(datadir)/man
pkgconfigdir ?= $(libdir)/pkgconfig
pkgdatadir = $(datadir)/geomention
docdir ?= $(datadir)/doc/geomention
bashcompdir ?= $(datadir)/bash-completion/completions
zshcompdir ?= $(datadir)/zsh/site-functions
fishcompdir ?= $(datadir)/fish/vendor_completions.d

CC ?= cc
CFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow
PKG_CONFIG ?= pkg-config
B ?= build

# Commands are told in short; V=1 shows them.
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $1  $(patsubst $(CURDIR)/%,%,$@)")

# As many jobs as there are processors, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif

# ---- what a build needs ---------------------------------------------------

PKGS := libutf8proc libzstd zlib jansson minizip libxxhash gumbo
PKGS_LAYER := gdal proj
PKGS_TEST := cmocka

# The same by the names of Debian's packages. Installed when missing, by root
# and where apt-get is; others are told what to install.
DEBIAN_PACKAGES := gcc libc6-dev pkg-config libutf8proc-dev libzstd-dev \
	zlib1g-dev libjansson-dev libgumbo-dev libminizip-dev libxxhash-dev \
	libgdal-dev libproj-dev libcmocka-dev libjs-leaflet

# Flags are asked for after that, so that a first build has them, too.
GOALS := $(or $(MAKECMDGOALS),all)
TESTING := check check-programs asan tsan distcheck
ifneq ($(filter-out help clean dist lint uninstall,$(GOALS)),)
ifeq ($(findstring n,$(firstword -$(MAKEFLAGS))),)
ifneq ($(shell sh tests/lint/install-packages.sh "$(firstword $(CC))" \
	"$(PKG_CONFIG)" "$(PKGS) $(PKGS_LAYER) $(if $(filter $(TESTING),$(GOALS)),\
	$(PKGS_TEST))" \
	"$(DEBIAN_PACKAGES)"),ready)
$(error what a build needs is not there; see above)
endif
endif
CORE_FLAGS := $(shell $(PKG_CONFIG) --cflags $(PKGS))
CORE_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS)) -lm -pthread
CLI_LIBS := $(shell $(PKG_CONFIG) --libs libutf8proc 2>/dev/null)
# GDAL's headers break rules of ISO C that -Wpedantic knows, and name stat64.
LAYER_FLAGS := -D_LARGEFILE64_SOURCE $(patsubst -I%,-isystem %,\
	$(shell $(PKG_CONFIG) --cflags $(PKGS_LAYER)))
LAYER_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS_LAYER)) -lm
TEST_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS_TEST) 2>/dev/null)
endif

# POSIX and BSD functions beside C11; the library reads no locale.
ALL_CFLAGS = -std=c11 -fno-math-errno -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Isrc \
	-I$(B)/generated $(WARN) $(WERROR) -fPIC -fvisibility=hidden -pthread \
	-MMD -MP $(CPPFLAGS) $(CFLAGS) $(SANITIZE) $(CORE_FLAGS)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS) $(SANITIZE) -pthread

# ---- sources --------------------------------------------------------------

CORE_DIRS := base text geo gazetteer build model document recognize resolve \
	pipeline write read evaluate serve train
CORE_SRC := $(wildcard $(CORE_DIRS:%=src/%/*.c))
LAYER_SRC := $(wildcard src/layer/*.c)
CLI_SRC := $(wildcard src/cli/*.c)
HEADERS := $(wildcard src/include/*.h)
CORE_OBJ := $(CORE_SRC:src/%.c=$(B)/obj/%.o)
LAYER_OBJ := $(LAYER_SRC:src/%.c=$(B)/obj/%.o)
CLI_OBJ := $(CLI_SRC:src/%.c=$(B)/obj/%.o)

CORE_SO := $(B)/libgeomention.so.$(VERSION)
LAYER_SO := $(B)/libgeomention-layer.so.$(VERSION)
LIBRARIES := $(CORE_SO) $(LAYER_SO) $(B)/libgeomention.a \
	$(B)/libgeomention-layer.a

.PHONY: all data demo check check-programs check-qgis lint asan tsan bench \
	install uninstall dist distcheck clean help
.DELETE_ON_ERROR:
.SECONDARY:

all: $(B)/geomention $(LIBRARIES) data

-include $(wildcard $(B)/obj/*/*.d $(B)/tests/*.d $(B)/tests/*/*.d \
	$(B)/tests/*/*/*.d)

# ---- libraries and command ------------------------------------------------

$(B)/obj/layer/%.o: src/layer/%.c
	@mkdir -p $(@D)
	$(call say,CC )
	$(Q)$(CC) $(ALL_CFLAGS) $(LAYER_FLAGS) -c $< -o $@

$(B)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(call say,CC )
	$(Q)$(CC) $(ALL_CFLAGS) -c $< -o $@

$(B)/libgeomention.a: $(CORE_OBJ)
	@rm -f $@
	$(call say,AR )
	$(Q)$(AR) rcs $@ $^

$(B)/libgeomention-layer.a: $(LAYER_OBJ)
	@rm -f $@
	$(call say,AR )
	$(Q)$(AR) rcs $@ $^

$(CORE_SO): $(CORE_OBJ)
	$(call say,LD )
	$(Q)$(CC) $(ALL_LDFLAGS) -shared -Wl,-soname,libgeomention.so.$(SOVERSION) \
		$(DEFS) -o $@ $(CORE_OBJ) $(CORE_LIBS)
	$(Q)ln -sf $(@F) $(B)/libgeomention.so.$(SOVERSION)
	$(Q)ln -sf $(@F) $(B)/libgeomention.so

$(LAYER_SO): $(LAYER_OBJ) $(CORE_SO)
	$(call say,LD )
	$(Q)$(CC) $(ALL_LDFLAGS) -shared \
		-Wl,-soname,libgeomention-layer.so.$(SOVERSION) \
		$(DEFS) -o $@ $(LAYER_OBJ) $(CORE_SO) -Wl,-rpath,'$$ORIGIN' \
		$(LAYER_LIBS)
	$(Q)ln -sf $(@F) $(B)/libgeomention-layer.so.$(SOVERSION)
	$(Q)ln -sf $(@F) $(B)/libgeomention-layer.so

# No name may be left open, except to a sanitizer, which the command brings.
DEFS = $(if $(SANITIZE),,-Wl$(comma)-z$(comma)defs)
comma := ,

$(B)/geomention: $(CLI_OBJ) $(CORE_SO)
	$(call say,LD )
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(CLI_OBJ) $(CORE_SO) \
		-Wl,-rpath,'$$ORIGIN:$$ORIGIN/../lib' -ldl $(CLI_LIBS)

# ---- generated tables -----------------------------------------------------

$(CORE_OBJ): | $(B)/generated/fold_table.h $(B)/generated/page_table.h

$(B)/generated/fold_table.h: src/text/tables/make_fold_table.c \
		src/text/letter_class.h
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)$(CC) -std=c11 -O1 $(CORE_FLAGS) $< -o $(B)/make_fold_table \
		$(shell $(PKG_CONFIG) --libs libutf8proc)
	$(Q)$(B)/make_fold_table > $@.tmp && mv $@.tmp $@

# The style and the script of a report.
PAGE := src/write/page
$(B)/generated/page_table.h: $(PAGE)/make-page.sh $(PAGE)/report.css \
		$(PAGE)/report.js
	@mkdir -p $(@D)
	$(Q)sh $(PAGE)/make-page.sh header $(PAGE)/report.css \
		$(PAGE)/report.js > $@.tmp && mv $@.tmp $@

# ---- data -----------------------------------------------------------------

# What the command finds beside itself, and installed in share/geomention.
DATA := $(B)/world.gaz $(B)/lexicon.gmm $(B)/tagger.gmm $(B)/resolver.gmm

# Their numbers give the order: names of places follow the places.
WORLD_TABLES := $(sort $(wildcard gazetteer/tables/*.tsv gazetteer/tables/*.zst))
WORLD_FILES := $(wildcard gazetteer/world/*.txt gazetteer/world/*.zst)

# Outlines of countries, for maps.
OUTLINES := $(patsubst gazetteer/outline/%,$(B)/%,\
	$(wildcard gazetteer/outline/countries-*))
DATA += $(OUTLINES)

# Leaflet for reports, of Debian's libjs-leaflet; a picture where it is not.
LEAFLET ?= /usr/share/javascript/leaflet
ifneq ($(wildcard $(LEAFLET)/leaflet.css),)
DATA += $(B)/leaflet.html
endif

data: $(DATA)

$(B)/leaflet.html: $(PAGE)/make-page.sh $(PAGE)/leaflet-licence.txt \
		$(LEAFLET)/leaflet.css
	@mkdir -p $(@D)
	$(Q)sh $(PAGE)/make-page.sh leaflet $(LEAFLET) > $@.tmp && mv $@.tmp $@

$(OUTLINES): $(B)/%: gazetteer/outline/%
	@mkdir -p $(@D)
	$(call say,CP)
	$(Q)cp $< $@

# A table that the program cannot read whole is a mistake in the table.
$(B)/world.gaz: $(B)/geomention $(WORLD_FILES) $(WORLD_TABLES)
	$(call say,GAZ)
	$(Q)$(B)/geomention gazetteer build -q -overwrite -o $@ gazetteer/world \
		$(WORLD_TABLES)

$(B)/lexicon.gmm: $(B)/geomention $(wildcard gazetteer/rules/*.txt)
	$(call say,LEX)
	$(Q)$(B)/geomention train lexicon -o $@ gazetteer/rules

# Learned weights: gazetteer/models/README.md says from what and how.
$(B)/tagger.gmm $(B)/resolver.gmm: $(B)/%.gmm: gazetteer/models/%.gmm
	@mkdir -p $(@D)
	$(call say,CP)
	$(Q)cp $< $@

# ---- manual pages and completion ------------------------------------------
# Their options come from the program's own table.

MAN_PAGES := $(patsubst src/man/%.in,$(B)/man/%,$(wildcard src/man/*.1.in))
COMPLETIONS := $(addprefix $(B)/completion/,bash zsh fish)
COMPLETION_PATHS = $(bashcompdir)/geomention $(zshcompdir)/_geomention \
	$(fishcompdir)/geomention.fish

all: $(MAN_PAGES) $(COMPLETIONS)

$(B)/man/%: src/man/%.in src/man/make-page.sh $(B)/geomention VERSION
	@mkdir -p $(@D)
	$(call say,MAN)
	$(Q)sh src/man/make-page.sh $(B)/geomention $(VERSION) <$< >$@

$(COMPLETIONS): $(B)/geomention
	@mkdir -p $(@D)
	$(Q)$(B)/geomention help --completion $(@F) >$@

.PHONY: install-completions uninstall-completions
install: install-completions
uninstall: uninstall-completions

install-completions: $(COMPLETIONS)
	@set -- $(COMPLETION_PATHS); for file in $(COMPLETIONS); do \
		$(INSTALL) -d "$(D)$${1%/*}" && \
		$(INSTALL) -m 644 $$file "$(D)$$1" || exit 1; shift; \
	done

uninstall-completions:
	rm -f $(addprefix $(D),$(COMPLETION_PATHS))

# ---- demo -----------------------------------------------------------------

DEMO := samples/texts/caucasus-report.txt

demo: all
	@mkdir -p $(B)/demo
	@$(B)/geomention map -f table $(DEMO)
	@for ending in gpkg shp geojson; do \
		$(B)/geomention map -overwrite -o $(B)/demo/caucasus.$$ending \
			$(DEMO) || exit 1; \
	done
	@echo
	@echo "Map layers of the same text, for QGIS or any other GIS:"
	@ls -1 $(B)/demo/caucasus.gpkg $(B)/demo/caucasus.shp \
		$(B)/demo/caucasus.geojson

# ---- tests ----------------------------------------------------------------

# Each tests/unit/FOLDER/test_FILE.c is a program of its own; those of cli and
# layer are linked with the objects of their folder.
UNIT_SRC := $(wildcard tests/unit/*/test_*.c)
UNIT := $(UNIT_SRC:tests/%.c=$(B)/tests/%)
# Programs of the public headers and the shared libraries alone.
API_SRC := $(wildcard tests/api/*.c)
API := $(API_SRC:tests/%.c=$(B)/tests/%)
SAMPLE_SRC := $(wildcard samples/c/*.c)
SAMPLES := $(SAMPLE_SRC:samples/c/%.c=$(B)/samples/%)

TEST_CFLAGS = $(filter-out -fvisibility=hidden,$(ALL_CFLAGS)) -UNDEBUG

$(B)/tests/unit/layer/%: tests/unit/layer/%.c $(B)/libgeomention-layer.a \
		$(B)/libgeomention.a
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(TEST_CFLAGS) $(LAYER_FLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $< \
		$(B)/libgeomention-layer.a $(B)/libgeomention.a $(LAYER_LIBS) \
		$(CORE_LIBS) $(TEST_LIBS)

CLI_PARTS := $(filter-out $(B)/obj/cli/main.o,$(CLI_OBJ))
$(B)/tests/unit/cli/%: tests/unit/cli/%.c $(CLI_PARTS) $(B)/libgeomention.a
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $< $(CLI_PARTS) \
		$(B)/libgeomention.a $(CORE_LIBS) -ldl $(TEST_LIBS)

# A test's own stand-in for a function wins over the library's.
$(B)/tests/unit/%: tests/unit/%.c $(B)/libgeomention.a
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -Wl,-z,muldefs -MF $@.d -o $@ $< \
		$(B)/libgeomention.a $(CORE_LIBS) $(TEST_LIBS)

API_FLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc/include $(WARN) \
	$(WERROR) -MMD -MP $(CFLAGS) $(SANITIZE)

$(B)/tests/api/%: tests/api/%.c $(CORE_SO) $(LAYER_SO)
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(API_FLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $< $(CORE_SO) \
		$(LAYER_SO) -Wl,-rpath,$(abspath $(B)) $(TEST_LIBS)

$(B)/samples/%: samples/c/%.c $(CORE_SO) $(LAYER_SO)
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(API_FLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $< $(CORE_SO) \
		$(LAYER_SO) -Wl,-rpath,$(abspath $(B))

# Runs tests/cases/*.case.
RUN_CASES := $(B)/tests/cases/run_cases

$(RUN_CASES): tests/cases/run_cases.c $(CORE_SO)
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(API_FLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $< $(CORE_SO) \
		-Wl,-rpath,$(abspath $(B))

check-programs: all $(UNIT) $(API) $(SAMPLES) $(RUN_CASES) \
	$(B)/uninstalled/geomention.pc

# TESTS picks some: make check TESTS=unit/geo
check: check-programs
	@B=$(B) SANITIZE="$(SANITIZE)" sh tests/run.sh $(TESTS)

lint:
	@sh tests/lint/lint.sh $(if $(SANITIZE),,$(B))

TSAN_TESTS := unit/pipeline unit/base/test_thread unit/build cli/threads threads

# Both in folders of their own, so that neither makes the other build again.
SANITIZED_FLAGS := -O1 -g -fno-omit-frame-pointer
asan:
	$(MAKE) check B=$(B)/asan CFLAGS="$(SANITIZED_FLAGS)" \
		SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=all"

tsan:
	$(MAKE) check B=$(B)/tsan CFLAGS="$(SANITIZED_FLAGS)" \
		SANITIZE=-fsanitize=thread TESTS="$(TSAN_TESTS)"

bench: all $(B)/tests/bench/bench $(B)/tests/bench/tag
	@B=$(B) sh tests/run-bench.sh

$(B)/tests/bench/bench: tests/bench/bench.c
	@mkdir -p $(@D)
	$(call say,CC )
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $<

# ---- benchmarks -----------------------------------------------------------

# The gazetteer at GeoNames' full size: see tests/bench/gazetteer.sh, which
# takes SOURCE, TEXT, PLACES and NAMES.
.PHONY: bench-gazetteer
GAZETTEER_BENCH := $(addprefix $(B)/tests/bench/,make_table make_text \
	gaz_compile gaz_lookup gaz_match coverage tag)

$(GAZETTEER_BENCH): $(B)/tests/bench/%: tests/bench/%.c $(B)/libgeomention.a
	@mkdir -p $(@D)
	$(call say,LD )
	$(Q)$(CC) $(filter-out -fvisibility=hidden,$(ALL_CFLAGS)) $(ALL_LDFLAGS) \
		-MF $@.d -o $@ $< $(B)/libgeomention.a $(CORE_LIBS)

bench: bench-gazetteer

bench-gazetteer: $(B)/geomention $(GAZETTEER_BENCH) $(B)/tests/bench/bench
	@B=$(B) sh tests/bench/gazetteer.sh

# With CORPORA=FOLDER: see tests/bench/coverage.sh.
.PHONY: bench-coverage
bench-coverage: $(GAZETTEER_BENCH)
	@B=$(B) sh tests/bench/coverage.sh

# ---- damaged files and fuzzing --------------------------------------------

BADFILES := $(B)/tests/badfiles/run_badfiles
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ := $(FUZZ_SRC:tests/%.c=$(B)/tests/%)

$(B)/tests/badfiles/damage.o $(B)/tests/fuzz/replay.o: $(B)/tests/%.o: \
		tests/%.c
	@mkdir -p $(@D)
	$(call say,CC )
	$(Q)$(CC) $(TEST_CFLAGS) -MF $@.d -c -o $@ $<

$(BADFILES): tests/badfiles/run_badfiles.c $(B)/tests/badfiles/damage.o \
		$(B)/libgeomention.a
	$(call say,LD )
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $^ $(CORE_LIBS) \
		$(TEST_LIBS)

# Each target with the driver that gives it the files of tests/fuzz/corpus.
$(FUZZ): $(B)/tests/fuzz/%: tests/fuzz/%.c $(B)/tests/fuzz/replay.o \
		$(B)/libgeomention.a
	$(call say,LD )
	$(Q)$(CC) $(TEST_CFLAGS) $(ALL_LDFLAGS) -MF $@.d -o $@ $^ $(CORE_LIBS)

check-programs: $(BADFILES) $(FUZZ)

# make fuzz TARGET=word TIME=60: looks for new inputs, with clang's fuzzer.
.PHONY: fuzz
TARGET ?= word
TIME ?= 60
FUZZ_SANITIZE := -fno-sanitize-recover=all -fsanitize=address,undefined
fuzz:
	$(MAKE) CC=clang B=$(B)/fuzz CFLAGS="$(SANITIZED_FLAGS)" \
		SANITIZE="$(FUZZ_SANITIZE),fuzzer-no-link" \
		$(B)/fuzz/libgeomention.a
	@mkdir -p $(B)/fuzz/found/$(TARGET)
	clang $(TEST_CFLAGS) $(FUZZ_SANITIZE),fuzzer -I$(B)/fuzz/generated \
		-MF $(B)/fuzz/$(TARGET).d -o $(B)/fuzz/fuzz_$(TARGET) \
		tests/fuzz/fuzz_$(TARGET).c $(B)/fuzz/libgeomention.a $(CORE_LIBS)
	$(B)/fuzz/fuzz_$(TARGET) -max_total_time=$(TIME) -timeout=20 \
		$(B)/fuzz/found/$(TARGET) tests/fuzz/corpus/$(TARGET)

# Layers opened by QGIS itself: a large package, so not part of check.
check-qgis: all
	@B=$(B) sh tests/qgis/run.sh

# Layers in a server of PostGIS that is started for it.
.PHONY: check-postgis
check-postgis: all
	@B=$(B) sh tests/postgis/run.sh

# Those of README.md, in samples/pictures.
.PHONY: pictures
pictures: all
	@B=$(B) sh samples/pictures/make.sh

# Reports looked at in Chromium: large as well, and fetches a package of npm.
.PHONY: check-browser
check-browser: all
	@B=$(B) sh tests/browser/run.sh

# ---- install --------------------------------------------------------------

INSTALL ?= install
D = $(DESTDIR)
# The licences of code, tables and word lists, to go with what they are of.
DOCS := README.md CHANGELOG.md LICENSE gazetteer/NOTICE \
	gazetteer/rules/LICENSES.md

# pkg_config PREFIX LIBDIR INCLUDEDIR FOLDER: the pkg-config files.
define pkg_config
@mkdir -p $4
@for name in geomention geomention-layer; do \
	sed -e 's|@prefix@|$1|' -e 's|@libdir@|$2|' -e 's|@includedir@|$3|' \
		-e 's|@version@|$(VERSION)|' -e 's|@private@|$(PKGS)|' \
		-e 's|@layer_private@|$(PKGS_LAYER)|' \
		src/include/$$name.pc.in > $4/$$name.pc || exit 1; \
done
endef

# For programs that are to be built against the build folder.
$(B)/uninstalled/geomention.pc: $(wildcard src/include/*.pc.in) VERSION
	$(call pkg_config,$(CURDIR),$(abspath $(B)),$(CURDIR)/src/include,$(@D))

install: all
	$(call pkg_config,$(prefix),$(libdir),$(includedir),$(B)/pkgconfig)
	$(INSTALL) -d $(D)$(bindir) $(D)$(libdir) $(D)$(includedir) \
		$(D)$(pkgconfigdir) $(D)$(pkgdatadir) $(D)$(docdir)
	$(INSTALL) -m 755 $(B)/geomention $(D)$(bindir)/
	$(INSTALL) -m 644 $(HEADERS) $(D)$(includedir)/
	$(INSTALL) -m 644 $(LIBRARIES) $(D)$(libdir)/
	for name in geomention geomention-layer; do \
		ln -sf lib$$name.so.$(VERSION) \
			$(D)$(libdir)/lib$$name.so.$(SOVERSION) && \
		ln -sf lib$$name.so.$(VERSION) $(D)$(libdir)/lib$$name.so \
			|| exit 1; \
	done
	$(INSTALL) -m 644 $(B)/pkgconfig/*.pc $(D)$(pkgconfigdir)/
	$(INSTALL) -m 644 $(DATA) $(D)$(pkgdatadir)/
	$(INSTALL) -m 644 $(DOCS) $(D)$(docdir)/
	@for page in $(MAN_PAGES); do \
		folder=$(D)$(mandir)/man$${page##*.}; \
		$(INSTALL) -d $$folder && \
		$(INSTALL) -m 644 $$page $$folder/ || exit 1; \
	done
	@if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" = 0 ]; then ldconfig; fi

uninstall:
	rm -f $(D)$(bindir)/geomention
	rm -f $(addprefix $(D)$(includedir)/,$(notdir $(HEADERS)))
	for name in geomention geomention-layer; do \
		rm -f $(D)$(libdir)/lib$$name.a $(D)$(libdir)/lib$$name.so \
			$(D)$(libdir)/lib$$name.so.$(SOVERSION) \
			$(D)$(libdir)/lib$$name.so.$(VERSION) \
			$(D)$(pkgconfigdir)/$$name.pc; \
	done
	rm -f $(addprefix $(D)$(pkgdatadir)/,$(notdir $(DATA)))
	rm -f $(addprefix $(D)$(docdir)/,$(notdir $(DOCS)))
	for folder in $(D)$(pkgdatadir) $(D)$(docdir); do \
		[ ! -d $$folder ] || rmdir $$folder; \
	done
	for page in $(notdir $(MAN_PAGES)); do \
		rm -f $(D)$(mandir)/man$${page##*.}/$$page; \
	done

# ---- source package -------------------------------------------------------

PACKAGE := geomention-$(VERSION)

dist:
	@mkdir -p $(B)
	git archive --format=tar.gz --prefix=$(PACKAGE)/ \
		-o $(B)/$(PACKAGE).tar.gz HEAD
	@ls -l $(B)/$(PACKAGE).tar.gz

# Builds the package without git, installs it, uses it, and uninstalls it.
distcheck: dist
	@MAKE="$(MAKE)" CC="$(CC)" sh tests/run-dist.sh \
		$(B)/$(PACKAGE).tar.gz $(PACKAGE)

# ---- the rest -------------------------------------------------------------

clean:
	rm -rf $(B)

help:
	@echo "make            libraries, command and world gazetteer, in $(B)/"
	@echo "make demo       a table and map layers of a sample text"
	@echo "make check      lint and all tests (TESTS=unit/geo: some)"
	@echo "make lint       the rules of the code, without a compiler"
	@echo "make asan       all tests with the address and undefined sanitizers"
	@echo "make tsan       the tests of threads with the thread sanitizer"
	@echo "make check-qgis layers opened by QGIS itself, where there is one"
	@echo "make check-postgis layers in PostGIS, where there is one"
	@echo "make check-browser  reports opened by Chromium, where there is one"
	@echo "make pictures   those of README.md"
	@echo "make bench      how long it takes and how much memory"
	@echo "make fuzz       looks for inputs that break something (TARGET=word)"
	@echo "make install    to prefix=$(prefix), under DESTDIR; make uninstall"
	@echo "make dist       a source package; make distcheck tries it"
	@echo "make clean      removes $(B)/"
