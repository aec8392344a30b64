# geomention: make, make check, make demo, make install. See README.md.
VERSION := $(shell cat VERSION)
SOVERSION := 0

prefix ?= /usr/local
bindir ?= $(prefix)/bin
libdir ?= $(prefix)/lib
includedir ?= $(prefix)/include
datadir ?= $(prefix)/share
mandir ?= $(datadir)/man
pkgdatadir = $(datadir)/geomention

CC ?= cc
CFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow
B ?= build

PKGS := libutf8proc libzstd zlib jansson minizip libxxhash
PKGS_LAYER := gdal proj
PKG_CONFIG ?= pkg-config

# What a build needs, by the names of Debian's packages. Installed when
# missing, and only where apt-get and the right to use it are there.
DEBIAN_PACKAGES := gcc libc6-dev pkg-config libutf8proc-dev libzstd-dev \
	zlib1g-dev libjansson-dev libgumbo-dev libminizip-dev libxxhash-dev libgdal-dev \
	libproj-dev libcmocka-dev
ifneq ($(filter-out help clean dist deps lint,$(or $(MAKECMDGOALS),all)),)
ifneq ($(shell $(PKG_CONFIG) --exists $(PKGS) $(PKGS_LAYER) gumbo cmocka && echo yes),yes)
$(info geomention: installing what is missing: $(DEBIAN_PACKAGES))
DEPS_LOG := $(shell sh tests/lint/install-packages.sh $(DEBIAN_PACKAGES) >&2 && echo done)
ifneq ($(DEPS_LOG),done)
$(error some packages are missing: install $(DEBIAN_PACKAGES))
endif
endif
endif

CORE_FLAGS := $(shell $(PKG_CONFIG) --cflags $(PKGS) gumbo 2>/dev/null)
CORE_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS) gumbo 2>/dev/null) -lm -pthread
LAYER_FLAGS := $(shell $(PKG_CONFIG) --cflags $(PKGS_LAYER) 2>/dev/null)
LAYER_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS_LAYER) 2>/dev/null)

ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Isrc \
	-Isrc/include -I$(B)/generated $(WARN) -fPIC -fvisibility=hidden \
	-pthread -MMD -MP $(CFLAGS) $(SANITIZE) $(CORE_FLAGS)
ALL_LDFLAGS = $(LDFLAGS) $(SANITIZE)

CORE_DIRS := base text geo gazetteer build model document recognize resolve \
	pipeline write read serve
CORE_SRC := $(wildcard $(addprefix src/,$(addsuffix /*.c,$(CORE_DIRS))))
LAYER_SRC := $(wildcard src/layer/*.c)
CLI_SRC := $(wildcard src/cli/*.c)
CORE_OBJ := $(CORE_SRC:src/%.c=$(B)/obj/%.o)
LAYER_OBJ := $(LAYER_SRC:src/%.c=$(B)/obj/%.o)
CLI_OBJ := $(CLI_SRC:src/%.c=$(B)/obj/%.o)

CORE_SO := $(B)/libgeomention.so.$(SOVERSION)
LAYER_SO := $(B)/libgeomention-layer.so.$(SOVERSION)

all: $(B)/geomention $(B)/libgeomention.a $(LAYER_SO) data

-include $(wildcard $(B)/obj/*/*.d $(B)/tests/*.d $(B)/tests/*/*.d)

# ---- libraries and command ------------------------------------------------

$(B)/obj/layer/%.o: src/layer/%.c | generated
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LAYER_FLAGS) -c $< -o $@

$(B)/obj/%.o: src/%.c | generated
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(B)/libgeomention.a: $(CORE_OBJ)
	@rm -f $@
	ar rcs $@ $(CORE_OBJ)

$(CORE_SO): $(CORE_OBJ)
	$(CC) $(ALL_LDFLAGS) -shared -Wl,-soname,$(@F) -Wl,-z,defs -o $@ \
		$(CORE_OBJ) $(CORE_LIBS)
	ln -sf $(@F) $(B)/libgeomention.so

$(LAYER_SO): $(LAYER_OBJ) $(CORE_SO)
	$(CC) $(ALL_LDFLAGS) -shared -Wl,-soname,$(@F) -Wl,-z,defs -o $@ \
		$(LAYER_OBJ) -L$(B) -lgeomention -Wl,-rpath,'$$ORIGIN' \
		$(LAYER_LIBS) -lm
	ln -sf $(@F) $(B)/libgeomention-layer.so

$(B)/geomention: $(CLI_OBJ) $(CORE_SO)
	$(CC) $(ALL_LDFLAGS) -o $@ $(CLI_OBJ) -L$(B) -lgeomention \
		-Wl,-rpath,'$$ORIGIN:$$ORIGIN/../lib' -ldl \
		$(shell $(PKG_CONFIG) --libs libutf8proc)

# ---- generated tables -----------------------------------------------------

generated: $(B)/generated/fold_table.h

$(B)/generated/fold_table.h: src/text/tables/make_fold_table.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(CORE_FLAGS) $< -o $(B)/make_fold_table \
		$(shell $(PKG_CONFIG) --libs libutf8proc)
	$(B)/make_fold_table > $@.tmp && mv $@.tmp $@

# ---- manual pages and completion ------------------------------------------
# Their options come from the program's own table.

MAN_PAGES := $(patsubst src/man/%.in,$(B)/man/%,$(wildcard src/man/*.1.in))
COMPLETIONS := $(addprefix $(B)/completion/,bash zsh fish)

.PHONY: man
all: man
man: $(MAN_PAGES) $(COMPLETIONS)

$(B)/man/%: src/man/%.in src/man/make-page.sh $(B)/geomention VERSION
	@mkdir -p $(@D)
	sh src/man/make-page.sh $(B)/geomention $(VERSION) <$< >$@.tmp
	@mv $@.tmp $@

$(COMPLETIONS): $(B)/geomention
	@mkdir -p $(@D)
	$(B)/geomention help --completion $(@F) >$@.tmp
	@mv $@.tmp $@
