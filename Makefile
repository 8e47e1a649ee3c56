# Recipes for people and for .ci/run. Each does one thing and says what is missing.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
WORKERS ?= auto
export DJANGO_SETTINGS_MODULE := zonakita.config.settings

.DEFAULT_GOAL := help
.PHONY: help run seed worker test test-postgres test-browser check format bench docs translations requirements clean

help: ## Show the recipes
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/base-installed: requirements/base.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev-installed: requirements/dev.txt $(VENV)/base-installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.installed: package-lock.json $(VENV)/base-installed
	scripts/install-front-end
	@touch $@

$(VENV)/catalogues-compiled: $(VENV)/base-installed $(wildcard zonakita/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python scripts/translations compile
	@touch $@

.PHONY: environment developer-environment
environment: $(VENV)/base-installed node_modules/.installed $(VENV)/catalogues-compiled
developer-environment: environment $(VENV)/dev-installed

run: environment ## Start web and worker with the demo office (first time: installs everything)
	@$(BIN)/zonakita serve --demo --port $(PORT)

seed: environment ## Load the demo office into an empty database
	$(BIN)/zonakita migrate --verbosity 0
	$(BIN)/zonakita seed_demo

worker: environment ## Start one more worker
	$(BIN)/zonakita worker

test: developer-environment ## Run the default test suite on SQLite
	$(BIN)/python -m pytest -q -n $(WORKERS)

test-postgres: developer-environment ## Run the same suite on PostgreSQL
	scripts/with-postgres $(BIN)/python -m pytest -q -n $(WORKERS) -m "not browser and not needs_tesseract"

test-browser: developer-environment ## Run the journeys in Chromium, with axe
	scripts/require-chromium
	$(BIN)/python -m pytest -q -m browser

check: developer-environment ## Format, lint, types, contracts, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint zonakita
	$(BIN)/zonakita makemigrations --check --dry-run
	$(BIN)/python scripts/translations check
	$(BIN)/python scripts/check_house.py

format: developer-environment ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: developer-environment ## Measure reading, pages and exports against their budgets
	$(BIN)/python -m bench

docs: developer-environment ## Make the screenshots of the README and the user guide again
	scripts/require-chromium
	$(BIN)/python scripts/make_screenshots.py

translations: developer-environment ## Bring the English catalogue up to date with the code
	$(BIN)/python scripts/translations update

requirements: developer-environment ## Compile requirements/*.in with hashes
	@for name in base dev node; do \
	  $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --python-version 3.11 --universal --no-header \
	    requirements/$$name.in -o requirements/$$name.txt; done

clean: ## Remove what can be rebuilt (the data in var/ stays)
	rm -rf $(VENV) node_modules build .mypy_cache .ruff_cache .pytest_cache
