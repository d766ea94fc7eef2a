# gofteh: make demo, make test, make lock. Needs Python 3.11 or newer and nothing else.
# Everything is installed into $(VENV); no root, no GPU, no key, no data beside the repository.

PYTHON ?= python3
VENV ?= .venv
UV ?= uv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DEMO := demo-out

.DEFAULT_GOAL := help
.PHONY: help demo test lint wheels beside beside-env screenshots audit train-env train-reader-env spark-env docs sbom lock check-lock gold clean

help:
	@echo 'make demo   set up, read the demo pages, write $(DEMO)/report.html'
	@echo 'make test   set up, then lint, types and every test with the quality gate'
	@echo 'make lint   set up, then lint and types alone'
	@echo 'make wheels   the pure wheel and the compiled one of this platform, in dist (needs a C compiler)'
	@echo 'make beside ARTICLES="FILE …"   gofteh beside other work on these articles, half an hour'
	@echo 'make screenshots   pictures of every page in build/screenshots (needs chromium)'
	@echo 'make audit  look the locked packages up among known vulnerabilities (asks api.osv.dev)'
	@echo 'make gold   rebuild the fictional gold from tests/gold/source'
	@echo 'make train-env  set up what the commands in train/ need'
	@echo 'make train-reader-env  … and those in train/reader, PyTorch among them'
	@echo 'make spark-env  … and what the tests of Spark need, half a gigabyte'
	@echo 'make docs   the documentation as a site, in build/site'
	@echo 'make sbom   what an installation holds, and under which licences, in build/sbom'
	@echo 'make lock   resolve the dependencies anew (needs uv)'
	@echo 'make clean  remove $(VENV) and everything built'

# --- set-up ---------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'gofteh needs Python 3.11 or newer. Name one: make PYTHON=python3.12 …' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo 'No virtual environment could be made; on Debian: apt-get install python3-venv' >&2; exit 2; }

# Packages come hash-locked from requirements/; gofteh itself is installed without looking further.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@echo 'Installing gofteh into $(VENV) …'
	@$(PIP) install --quiet --require-hashes -r requirements/run.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.audit: requirements/audit.txt $(VENV)/.dev
	@$(PIP) install --quiet --require-hashes -r requirements/audit.txt
	@touch $@

$(VENV)/.docs: requirements/docs.txt $(VENV)/.dev
	@$(PIP) install --quiet --require-hashes -r requirements/docs.txt
	@touch $@

# --- the demo -------------------------------------------------------------------------

demo: $(VENV)/.run
	@mkdir -p $(DEMO)
	@$(BIN)/gofteh extract examples/pages --format table
	@$(BIN)/gofteh extract examples/pages --format jsonl -o $(DEMO)/statements.jsonl
	@$(BIN)/gofteh extract examples/pages --format html -o $(DEMO)/report.html
	@$(BIN)/gofteh verify $(DEMO)/statements.jsonl --articles examples/pages
	@echo
	@echo 'Statements as data:  $(DEMO)/statements.jsonl'
	@echo 'The report:          open $(abspath $(DEMO))/report.html in a browser'
	@echo 'The newsroom:        run $(BIN)/gofteh serve --demo and open http://127.0.0.1:8460/'

# --- the checks -----------------------------------------------------------------------

lint: $(VENV)/.dev check-lock
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# With what the site is made of, so that its tests make it.
test: lint $(VENV)/.docs
	$(BIN)/pytest -n 3 --dist worksteal

# Both of one version: an installer takes the compiled one where it fits, else the pure one.
wheels: $(VENV)/.dev
	$(BIN)/python -m hatchling build -d dist
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m hatchling build -t wheel -d dist

# gofteh, its compiled core, spaCy's tokeniser, hazm: what docs/speed.md shows. Goes on where it was.
beside: beside-env
	$(BIN)/python -m benchmarks.beside $(ARTICLES)

beside-env: build/beside/hazm build/beside/compiled

build/beside/hazm: requirements/beside.txt | $(BIN)/python
	@$(PYTHON) -m venv $@
	@$@/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/beside.txt
	@touch $@

build/beside/compiled: $(VENV)/.dev
	rm -rf $@ build/beside/dist
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(BIN)/python -m hatchling build -t wheel -d build/beside/dist
	$(PIP) install --quiet --no-deps --target $@ build/beside/dist/*.whl

# Every page in both languages and colours, on desktop and phone, over the demo articles.
screenshots: $(VENV)/.dev
	cd tests && $(abspath $(BIN))/python -m browser.screenshots $(CURDIR)/build/screenshots

# --- training -------------------------------------------------------------------------

train-env: requirements/train.txt $(VENV)/.run
	@$(PIP) install --quiet --require-hashes -r requirements/train.txt

# PyTorch too, some gigabytes of it on Linux; no GPU is needed.
train-reader-env: requirements/train-reader.txt $(VENV)/.run
	@$(PIP) install --quiet --require-hashes -r requirements/train-reader.txt

# Spark for its tests, which are skipped without it; needs Java 17 besides.
spark-env: requirements/spark.txt $(VENV)/.dev
	@$(PIP) install --quiet --require-hashes -r requirements/spark.txt

# The hashes of the locks are checked at every installation; this asks what is known of them since.
audit: $(VENV)/.audit
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --vulnerability-service osv \
	  -r requirements/run.txt -r requirements/dev.txt

# A warning is an error. Spark is described without being installed.
docs: $(VENV)/.docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -b html docs build/site
	@echo 'The site: open $(CURDIR)/build/site/index.html in a browser'

# Over all extras, Spark too: half a gigabyte.
sbom: requirements/sbom.txt requirements/spark.txt $(VENV)/.dev
	@$(PIP) install --quiet --require-hashes -r requirements/spark.txt
	@$(PIP) install --quiet --require-hashes -r requirements/sbom.txt
	@mkdir -p build/sbom
	$(BIN)/python release/licences.py > docs/licences.md
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --of JSON -o build/sbom/gofteh.cdx.json $(BIN)/python
	@echo 'The list: build/sbom/gofteh.cdx.json; the table: docs/licences.md'

gold: $(VENV)/.run
	$(BIN)/python tests/gold/compile.py

# --- the lock -------------------------------------------------------------------------

LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-header --no-emit-index-url --no-emit-find-links

# What make demo shows: the newsroom, and Parquet. core.txt is what pip install gofteh brings.
DEMO_EXTRAS := --extra server --extra parquet
# Spark is half a gigabyte: its tests are skipped until make spark-env has installed it.
TESTED_EXTRAS := $(DEMO_EXTRAS) --extra postgres --extra spacy --extra mcp

lock:
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 2; }
	$(LOCK) pyproject.toml requirements/build.in $(DEMO_EXTRAS) -o requirements/run.txt
	$(LOCK) pyproject.toml requirements/build.in -c requirements/run.txt -o requirements/core.txt
	$(LOCK) pyproject.toml requirements/build.in $(TESTED_EXTRAS) --group dev -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) pyproject.toml requirements/build.in --extra spark -c requirements/dev.txt -o requirements/spark.txt
	$(LOCK) pyproject.toml requirements/build.in --group train -c requirements/run.txt -o requirements/train.txt
	$(LOCK) pyproject.toml requirements/build.in --group train-reader -c requirements/run.txt -o requirements/train-reader.txt
	$(LOCK) --group audit -c requirements/dev.txt -o requirements/audit.txt
	$(LOCK) --group beside -o requirements/beside.txt
	$(LOCK) --group docs -c requirements/dev.txt -o requirements/docs.txt
	$(LOCK) --group sbom -c requirements/dev.txt -o requirements/sbom.txt
	@$(MAKE) --no-print-directory check-lock

# A lock that names an index or a machine's path works on that machine alone.
check-lock:
	@if grep -nE 'https?://|file:|^-|^ *--(index|extra|find)' requirements/*.txt; then \
	  echo 'The lock names an index or a path: run make lock' >&2; exit 1; fi

clean:
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
