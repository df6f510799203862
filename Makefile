# `make` alone lists the targets. All set-up happens by itself, in .venv, from the locks with hashes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIENCE ?= organisation
OUT ?= site
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: site
site: $(VENV)/.site ## check the programme and build its site (AUDIENCE=organisation, OUT=site)
	$(BIN)/mentoring check
	$(BIN)/mentoring build --audience $(AUDIENCE) --out $(OUT)

.PHONY: serve
serve: $(VENV)/.site ## show the site while you write, on http://127.0.0.1:8000/
	$(BIN)/mentoring serve --audience $(AUDIENCE)

.PHONY: check
check: $(VENV)/.site ## check every file of the programme
	$(BIN)/mentoring check

.PHONY: test
test: lint types browser editor ## lint, types and all tests of the generator
	$(BIN)/pytest -n 2 -q

.PHONY: test-full
test-full: lint types browser editor ## the same with the slow tests
	$(BIN)/pytest -n 2 -q --run-slow

.PHONY: lint
lint: $(VENV)/.dev ## style, imports and architecture of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

.PHONY: types
types: $(VENV)/.dev ## types of the code
	$(BIN)/mypy

.PHONY: browser
browser: ## install the browser the tests drive, where this user may
	@sh tests/e2e/browser.sh

.PHONY: editor
editor: ## install the language server the tests speak to, where there is npm
	@sh tests/editor/install.sh

.PHONY: schemas
schemas: $(VENV)/.site ## write the schemas editors complete from, and VS Code's settings
	$(BIN)/mentoring schema
	$(BIN)/mentoring schema --vscode

.PHONY: bench
bench: $(VENV)/.dev ## measure speed and memory, and write bench/README.md
	$(BIN)/python bench/run.py

.PHONY: bless
bless: $(VENV)/.dev ## show what golden files would change, and accept it
	$(BIN)/python tests/bless.py

.PHONY: picture
picture: $(VENV)/.dev browser ## take the README's picture of the site
	PYTHONPATH=tests $(BIN)/python tests/e2e/picture.py

.PHONY: lock
lock: ## renew the locks from pyproject.toml (hashes, no addresses)
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/pip install --quiet 'pip-tools>=7.5'
	.cache/lock/bin/python tests/lock.py .cache/lock/bin/pip-compile

.PHONY: clean
clean: ## remove what was built and installed
	rm -rf $(VENV) .cache .schemas tests/editor/node_modules site build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
