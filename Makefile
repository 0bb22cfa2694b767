# partner: build, test, install.
#
#   make                programs, manual pages, completions, below build/
#   make demo           install what building needs, build, score the example portfolio and
#                       report on it
#   make check          install what testing needs, build, run every test
#   make lint           format, warnings, static analysis, house rules
#   make accept         take the golden cases' present output as expected (CASES='score/text …')
#   make unit cli       only the unit tests, only the golden cases
#   make fuzz bench     see tests/fuzz, tests/bench
#   make coverage       the share of lib that the tests run; UNCOVERED=1 shows the rest
#   make install        PREFIX=/usr/local DESTDIR=; also uninstall, check-install
#   make format clean
#
# SAN=1 builds with ASan and UBSan into build/san, SAN=thread with TSan into build/tsan; the
# builds live side by side. STRICT=1 makes warnings errors. V=1 shows the commands.
# GNU make. One Makefile, relative names only, so that any path to it will do.

PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
FISHDIR ?= $(PREFIX)/share/fish/vendor_completions.d
CFLAGS ?= -O2 -g

# What there is. A command NAME is cmd/NAME.c with its row `command_NAME`, and becomes
# partner-NAME. SHARED is what commands have in common, DOCS what makes manual pages of them,
# EMBED what makes C of the texts that the library holds.
COMMANDS := calibrate check diff exit-plan report score
SHARED := common complain diff_formats files_from findings findings_formats help input options output resolve yaml_memory
DOCS := docs completion mdoc reference
EMBED := embed

LIBRARY := $(wildcard lib/*/*.c)
EMBEDDED := $(wildcard lib/model/*.yaml)
MANUALS := $(patsubst man/%.in,%,$(wildcard man/*.in))
UNIT := $(wildcard tests/unit/test_*.c)
FUZZ := $(wildcard tests/fuzz/*.c)
BENCH := $(wildcard tests/bench/*.c)
FAULTS := $(wildcard tests/faults/*.c)
SOURCES := $(LIBRARY) $(wildcard cmd/*.c) $(wildcard tests/unit/*.c) $(FUZZ) $(BENCH) $(FAULTS)
HEADERS := $(wildcard include/partner/*.h lib/*/*.h cmd/*.h tests/*/*.h)

# Where to and how.
HARDENING = -fPIE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
HARDENING_LINK = -pie -Wl,-z,relro,-z,now,--as-needed
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -Wformat=2 -Wvla -Wnull-dereference
B := build
ifeq ($(SAN),1)
B := build/san
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
else ifeq ($(SAN),thread)
B := build/tsan
SANITIZE := -fsanitize=thread
else ifeq ($(SAN),fuzz)
B := build/fuzz
CC := clang
SANITIZE := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
else ifeq ($(SAN),coverage)
B := build/coverage
CC := gcc
SANITIZE := --coverage -O0 -fprofile-update=atomic
endif
ifdef SANITIZE
HARDENING := -fPIE
HARDENING_LINK := -pie
CFLAGS := -O1 -g
endif
ifdef STRICT
WARNINGS += -Werror
endif

ALL_CFLAGS = -std=c11 -ffp-contract=off -D_POSIX_C_SOURCE=200809L -I include $(WARNINGS) $(HARDENING) \
	$(SANITIZE) -MMD -MP $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(HARDENING_LINK) $(SANITIZE) $(LDFLAGS)
LIBS = -lyaml -ljansson -lpthread -lm

ifndef V
.SILENT:
endif

# What every rule does. $PWD is left to the shell: the path to the sources stays out of what
# is built.
define say
@printf '%-5s %s\n' $(1)
mkdir -p $(@D)
endef
define compile
$(call say,CC $<)
$(CC) $(ALL_CFLAGS) -ffile-prefix-map="$$PWD"=. $(1) -c -o $@ $<
endef
define link
$(call say,LINK $@)
$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o %.a,$^) $(1) $(LIBS)
endef
define archive
$(call say,AR $@)
rm -f $@
$(AR) rcsD $@ $(filter %.o,$^)
endef

LIB := $(B)/lib/libpartner.a
CMD := $(B)/lib/libcommand.a
PROGRAMS := $(COMMANDS:%=$(B)/bin/partner-%) $(B)/bin/partner
PAGES := $(MANUALS:%=$(B)/man/%)
COMPLETIONS := $(B)/completions/bash $(B)/completions/zsh $(B)/completions/fish
UNIT_PROGRAMS := $(UNIT:%.c=$(B)/%)
FUZZ_PROGRAMS := $(FUZZ:tests/fuzz/%.c=$(B)/%)
BENCH_PROGRAMS := $(patsubst %,$(B)/tests/bench/%,generate reference nothing loader \
	measure)
FAULT_PROGRAMS := $(B)/faults/allocations $(B)/faults/interpose.so

GENERATED := $(EMBEDDED:lib/model/%.yaml=$(B)/gen/%.c)
LIB_OBJECTS := $(LIBRARY:%.c=$(B)/obj/%.o) $(GENERATED:$(B)/%.c=$(B)/obj/%.o)
UNIT_OBJECTS := $(patsubst %.c,$(B)/obj/%.o,$(filter-out $(UNIT),$(wildcard tests/unit/*.c)))
BENCH_OBJECTS := $(filter-out $(BENCH_PROGRAMS:$(B)/%=$(B)/obj/%.o),$(BENCH:%.c=$(B)/obj/%.o))

# A sub-make takes all cores, unless the user has said how many.
PARALLEL = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell getconf _NPROCESSORS_ONLN)) \
	--no-print-directory

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
.SECONDARY:
.PHONY: FORCE all check accept install uninstall check-install demo bench fuzz lint format \
	coverage clean unit cli objects tidy unit-programs fuzz-programs bench-programs \
	fault-programs

all: $(PROGRAMS) $(PAGES) $(COMPLETIONS)
unit-programs: $(UNIT_PROGRAMS)
fuzz-programs: $(FUZZ_PROGRAMS)
bench-programs: $(BENCH_PROGRAMS)
fault-programs: $(FAULT_PROGRAMS)
objects: $(SOURCES:%.c=$(B)/obj/%.o)
tidy: $(SOURCES:%.c=$(B)/tidy/%.ok)

# The flags and the list of the library's objects are in files, so that a change of either
# builds anew what depends on it.
$(B)/flags: content = $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)
$(B)/objects: content = $(LIB_OBJECTS)
$(B)/flags $(B)/objects: FORCE
	$(shell mkdir -p $(@D))
	$(file >$@.new,$(content))
	cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(LIB): $(LIB_OBJECTS) $(B)/objects
	$(archive)

$(B)/obj/%.o: %.c $(B)/flags
	$(call compile)

$(B)/obj/gen/%.o: $(B)/gen/%.c $(B)/flags
	$(call compile)

# A text NAME.yaml becomes C: its bytes, their number and their digest.
$(B)/tools/embed: $(EMBED:%=$(B)/obj/cmd/%.o) $(B)/obj/lib/base/sha256.o
	$(call link)

$(B)/gen/%.c: lib/model/%.yaml $(B)/tools/embed
	$(call say,GEN $@)
	$(B)/tools/embed $(subst -,_,$*) <$< >$@

# Commands: main.c is compiled once for each, so that it knows its row.
$(B)/obj/cmd/main-%.o: cmd/main.c $(B)/flags
	$(call compile,-DCOMMAND=command_$(subst -,_,$*))

$(B)/obj/cmd/main.o: cmd/main.c $(B)/flags
	$(call compile,-DCOMMAND=command_check)

$(CMD): $(SHARED:%=$(B)/obj/cmd/%.o)
	$(archive)

$(B)/bin/partner-%: $(B)/obj/cmd/main-%.o $(B)/obj/cmd/%.o $(CMD) $(LIB)
	$(call link)

$(B)/bin/partner: $(B)/obj/cmd/partner.o $(CMD) $(LIB)
	$(call link)

# Manual pages and completions come from the tables of the commands.
$(B)/tools/docs: $(DOCS:%=$(B)/obj/cmd/%.o) $(COMMANDS:%=$(B)/obj/cmd/%.o) $(CMD) $(LIB)
	$(call link)

$(PAGES): $(B)/man/%: man/%.in $(wildcard man/*.mdoc) $(B)/tools/docs
	$(call say,MAN $@)
	$(B)/tools/docs man $< >$@

$(COMPLETIONS): $(B)/completions/%: $(B)/tools/docs
	$(call say,GEN $@)
	$(B)/tools/docs completion $* >$@

# Programs of the tests.
$(UNIT_PROGRAMS): $(B)/%: $(B)/obj/%.o $(UNIT_OBJECTS) $(CMD) $(LIB)
	$(call link,-lcmocka)

$(BENCH_PROGRAMS): $(B)/%: $(B)/obj/%.o $(BENCH_OBJECTS) $(LIB)
	$(call link)

$(B)/faults/allocations: $(B)/obj/tests/faults/allocations.o
	$(call link)

$(B)/faults/interpose.so: tests/faults/interpose.c $(B)/flags
	$(call say,LINK $@)
	$(CC) $(ALL_CFLAGS) -fPIC -shared -o $@ $< -ldl

$(FUZZ_PROGRAMS): $(B)/%: $(B)/obj/tests/fuzz/%.o $(LIB)
	$(call link,-fsanitize=fuzzer)

$(B)/tidy/%.ok: %.c $(B)/obj/%.o .clang-tidy
	$(call say,TIDY $<)
	clang-tidy --quiet --warnings-as-errors='*' $< -- -std=c11 -D_POSIX_C_SOURCE=200809L \
		-I include -DCOMMAND=command_check >$@.log 2>&1 || { cat $@.log >&2; exit 1; }
	touch $@

-include $(wildcard $(B)/obj/*/*.d $(B)/obj/*/*/*.d)

# For people.
demo:
	bash .ci/packages build
	$(MAKE) $(PARALLEL) all
	build/bin/partner-score --as-of=2026-06-30 examples/partners
	mkdir -p build/demo
	build/bin/partner-report --as-of=2026-06-30 -o build/demo/report.html examples/partners
	printf '\nThe report on all of them, for a browser: %s\n' "$$PWD/build/demo/report.html"
	printf 'To go on from here: export PATH="$$PWD/build/bin:$$PATH"\n'

check:
	bash .ci/packages build test
	$(MAKE) $(PARALLEL) all unit-programs bench-programs fault-programs
	$(MAKE) $(PARALLEL) SAN=1 all unit-programs
	$(MAKE) $(PARALLEL) SAN=thread all
	$(MAKE) $(PARALLEL) SAN=fuzz fuzz-programs
	bash tests/run

unit:
	$(MAKE) $(PARALLEL) unit-programs
	bash tests/unit/run $(B)/tests/unit

cli:
	$(MAKE) $(PARALLEL) all
	bash tests/cli/run --bin=$(B)/bin $(CASES)

accept:
	$(MAKE) $(PARALLEL) all
	bash tests/cli/run --accept $(CASES)

lint:
	bash .ci/packages build test lint
	$(MAKE) $(PARALLEL) all
	bash tests/lint/run

format:
	clang-format -i $(SOURCES) $(HEADERS)

fuzz:
	$(MAKE) $(PARALLEL) SAN=fuzz fuzz-programs
	bash tests/fuzz/run 60

bench:
	$(MAKE) $(PARALLEL) all bench-programs
	bash tests/bench/run build

coverage:
	$(MAKE) $(PARALLEL) SAN=coverage all unit-programs
	bash tests/coverage $(if $(UNCOVERED),--uncovered)

# Every name installed is in one of these lists, so that uninstall takes away the same.
NAMES := partner $(COMMANDS:%=partner-%)
INSTALLED = $(NAMES:%='$(DESTDIR)$(BINDIR)/%') \
	$(foreach page,$(MANUALS),'$(DESTDIR)$(MANDIR)/man$(subst .,,$(suffix $(page)))/$(page)') \
	$(NAMES:%='$(DESTDIR)$(BASHDIR)/%') $(NAMES:%='$(DESTDIR)$(FISHDIR)/%.fish') \
	'$(DESTDIR)$(ZSHDIR)/_partner'

install: all
	install -d '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(BASHDIR)' '$(DESTDIR)$(ZSHDIR)' \
		'$(DESTDIR)$(FISHDIR)'
	install $(PROGRAMS) '$(DESTDIR)$(BINDIR)'
	for page in $(MANUALS); do \
		install -d '$(DESTDIR)$(MANDIR)'/man$${page##*.} && \
		install -m 644 $(B)/man/$$page '$(DESTDIR)$(MANDIR)'/man$${page##*.} || exit; \
	done
	for name in $(NAMES); do \
		install -m 644 $(B)/completions/bash '$(DESTDIR)$(BASHDIR)'/$$name && \
		install -m 644 $(B)/completions/fish '$(DESTDIR)$(FISHDIR)'/$$name.fish || exit; \
	done
	install -m 644 $(B)/completions/zsh '$(DESTDIR)$(ZSHDIR)/_partner'

uninstall:
	rm -f $(INSTALLED)

check-install: all
	bash tests/install

clean:
	rm -rf build
