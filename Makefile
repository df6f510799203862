# `make` alone lists the targets. All set-up happens by itself, in .venv, from the locks with hashes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIENCE ?= organisation
OUT ?= site
# Of two processes the one that has finished takes over what waits for the other: tests cost from nothing to seconds.
PYTEST = $(BIN)/pytest -n 2 --dist worksteal -q
export NO_MKDOCS_2_WARNING := 1
# Tests start the generator a hundred times, which without bytecode would be compiled each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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
test: lint types browser node ## lint, types and all tests of the generator
	$(PYTEST)

.PHONY: test-full
test-full: lint types browser node lighthouse ## the same with the slow tests
	$(PYTEST) --run-slow

.PHONY: audit-record
audit-record: $(VENV)/.dev browser node lighthouse ## judge the whole site, and write what was found for its page on accessibility
	$(PYTEST) --run-slow --record "$$(date +%F)" tests/e2e/test_looks.py tests/e2e/test_valid_html.py tests/e2e/test_lighthouse.py

.PHONY: mutate
mutate: $(VENV)/.dev ## turn round each condition of the rules, and see a test turn red (ten minutes)
	$(BIN)/python tests/mutate.py $(MODULES)

.PHONY: lint
lint: $(VENV)/.dev ## style and architecture of the code, safety of the workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mentoring forge --check
	$(BIN)/zizmor --offline --quiet --no-progress --pedantic --strict-collection --config .github/zizmor.yml .github/workflows
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci .gitlab-ci.yml

.PHONY: types
types: $(VENV)/.dev ## types of the code
	$(BIN)/mypy

.PHONY: browser
browser: ## install the browser the tests drive, where this user may
	@sh tests/e2e/browser.sh

.PHONY: node
node: ## install what the tests ask in JavaScript, where there is npm
	@sh tests/npm.sh tests/node

.PHONY: lighthouse
lighthouse: ## install Lighthouse for the slow tests, where there is npm
	@sh tests/npm.sh tests/lighthouse

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

.PHONY: messages
messages: $(VENV)/.dev ## put new texts of the site into the catalogues of its languages, to be translated
	$(BIN)/python tests/messages.py

.PHONY: picture
picture: $(VENV)/.dev browser ## take the README's picture of the site
	PYTHONPATH=tests $(BIN)/python tests/e2e/picture.py

.PHONY: compare
compare: $(VENV)/.dev browser node lighthouse ## measure what a reader gets against plain Material, and write docs/readers.md
	PYTHONPATH=tests $(BIN)/python tests/e2e/compare.py

.PHONY: lock
lock: ## renew the locks from pyproject.toml (hashes, no addresses)
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/pip install --quiet 'pip-tools>=7.5'
	.cache/lock/bin/python tests/lock.py .cache/lock/bin/pip-compile

# What workflows run. They hand over through the environment: CHANGE is the folder of the change to judge (a
# clone), SINCE the commit it is compared with, AS_OF the day to judge by, AUDIENCES whose sites to build.
.PHONY: base
base: ## lay the commit SINCE into .cache/base, to judge a change with what was there before it
	rm -rf .cache/base && git worktree prune
	git worktree add --quiet --detach .cache/base "$${SINCE:?}"

.PHONY: judge
judge: $(VENV)/.site ## judge the change in CHANGE since SINCE, with the checker that lies here
	$(BIN)/mentoring check --root "$${CHANGE:-.}" --since "$${SINCE:?}"

.PHONY: lend
lend: ## give the change in CHANGE what the check of the main branch kept, to spare work
	if [ -f .git/mentoring/check ]; then mkdir -p "$${CHANGE:?}/.git/mentoring" && cp .git/mentoring/check "$$CHANGE/.git/mentoring/"; fi

.PHONY: review
review: $(VENV)/.site ## say what that change does, in review/
	mkdir -p review
	$(BIN)/mentoring review --root "$${CHANGE:-.}" --since "$${SINCE:?}" --format json > review/review.json
	$(BIN)/mentoring review --from review/review.json > review/review.md

.PHONY: preview
preview: $(VENV)/.site ## build the organisation's site of that change into preview/, by the mkdocs.yml that lies here
	[ mkdocs.yml -ef "$${CHANGE:-.}/mkdocs.yml" ] || { rm -f "$$CHANGE/mkdocs.yml" && cp mkdocs.yml "$$CHANGE/mkdocs.yml"; }
	$(BIN)/mentoring build --root "$${CHANGE:-.}" --audience organisation --out preview || [ $$? -eq 1 ]

.PHONY: comment
comment: $(VENV)/.site ## put the review in review/ on the change, as its one comment (in a workflow of GitHub)
	$(BIN)/mentoring review --from review/review.json > review/review.md
	$(BIN)/python .github/comment.py review/review.md

.PHONY: fresh
fresh: $(VENV)/.site ## fail if code owners, templates or forms differ from what the programme says
	$(BIN)/mentoring forge --check

.PHONY: test-since
test-since: ## all tests, if anything but the programme's own files has changed since SINCE
	if git diff --quiet "$${SINCE:?}" -- . ':!content' ':!pairs'; then echo "only the programme has changed"; else $(MAKE) test; fi

.PHONY: sites
sites: $(VENV)/.site ## check, and build the sites of AUDIENCES (all) into sites/
	$(BIN)/mentoring check
	set -e; for audience in $${AUDIENCES:-organisation cohort coordinators}; do \
		$(BIN)/mentoring build --audience "$$audience" --out "sites/$$audience" $${AS_OF:+--as-of "$$AS_OF"}; done

.PHONY: report
report: $(VENV)/.site ## write what only time has made true, and letters about it, into report/, for coordinators: never into a log
	mkdir -p report
	$(BIN)/mentoring check --nightly $${AS_OF:+--as-of "$$AS_OF"} --format text > report/findings.txt || [ $$? -eq 1 ]
	set -e; for form in eml comment; do $(BIN)/mentoring nudge $${AS_OF:+--as-of "$$AS_OF"} --format $$form --out report/letters; done

.PHONY: clean
clean: ## remove what was built and installed
	rm -rf $(VENV) .cache .schemas tests/*/node_modules site sites preview review report build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

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
