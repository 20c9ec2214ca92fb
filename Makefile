# One target for each habit; `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Where the compiler puts things, and where `make install` does.
BUILD ?= .build
PREFIX ?= /usr/local
DESTDIR ?=

# The Debian packages of docs/dependencies.md: what the programs need, and what the tests add.
PACKAGES := libgdal-dev libopenblas-dev libcairo2-dev libfreetype-dev libpng-dev libcmark-gfm-dev \
  libcmark-gfm-extensions0.29.0.gfm.6 libyaml-dev libssl-dev zlib1g-dev pkg-config fonts-dejavu-core
TEST_PACKAGES := chromium gdal-bin libxml2-utils poppler-utils python3-venv strace time valgrind \
  bash-completion zsh fish man-db

# What `make test` adds to `swift test`. Unoptimised by default: on two cores it is built in half the
# time and runs a quarter of a minute longer. Optimised: `-c release -Xswiftc -enable-testing`.
TEST_FLAGS ?=

# How long `make fuzz` feeds each reader.
FUZZ_SECONDS ?= 60

SCARP := $(BUILD)/release/scarp

.PHONY: help report test fuzz test-guards test-studies format docs benchmark build install uninstall packages \
  test-packages clean

help: ## Lists the targets.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

report: build ## Builds, makes up an area, runs the quickstart on it, says where the report is.
	$(SCARP) simulate quickstart --into notebooks/data/quickstart
	mkdir -p output
	$(SCARP) run notebooks/quickstart.md -o output/quickstart.html
	@echo "The report is $(CURDIR)/output/quickstart.html"

test: packages test-packages ## Checks the layout of the sources, and runs all tests.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	tools/test --scratch-path $(BUILD) $(TEST_FLAGS)

fuzz: packages ## Feeds every reader with made-up inputs, FUZZ_SECONDS for each.
	tools/fuzz $(FUZZ_SECONDS)

test-guards: packages test-packages ## Takes out each guard against bad input: its test must then fail.
	tools/test-guards

test-studies: build ## Runs every notebook of notebooks/, from nothing.
	$(SCARP) simulate quickstart --into notebooks/data/quickstart
	tools/test-studies $(SCARP)

format: ## Lays out the sources in the one way.
	swift format --in-place --recursive --parallel Package.swift Sources Tests

docs: build test-packages ## Writes the manual anew: its pages, and what all examples give.
	rm -rf $(BUILD)/example-area
	tools/example-area $(SCARP) $(BUILD)/example-area
	$(SCARP) manual --into docs/manual --data $(BUILD)/example-area

benchmark: build ## Times the programs, each against its peer or its limit.
	benchmarks/run $(SCARP)

# The standard library goes into the programs: they start sooner and run without a toolchain.
build: packages ## Builds the two programs.
	swift build --scratch-path $(BUILD) -c release --static-swift-stdlib

install: build ## Installs programs, templates, notebooks, completions, manual page below PREFIX (/usr/local).
	DESTDIR="$(DESTDIR)" tools/install $(SCARP) "$(PREFIX)"

uninstall: ## Takes away what install has put there.
	DESTDIR="$(DESTDIR)" tools/install --remove "$(PREFIX)"

packages: ## Installs the Debian packages that are missing.
	@tools/install-packages $(PACKAGES)

test-packages:
	@tools/install-packages $(TEST_PACKAGES)

clean: ## Removes what was built.
	rm -rf $(BUILD)
