# make           set up, read the articles, build the site, say where it is
# make serve     the same, and serve it with live reload
# make test      set up and pass every test; make test-all runs the long ones too
# make bench     how well and how fast, beside other tools, in one run; TIMEML=FOLDER adds TimeML files
# make pictures  take the pictures of the docs anew
# make clean     remove what these made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := site
.PHONY: site serve test test-all lint bench pictures clean

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed. Name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Installing what the program needs into $(VENV)…"
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.ready-for-tests: $(VENV)/.ready tests/node/package.json
	@echo "Installing what the tests need into $(VENV)…"
	@$(PIP) install --constraint constraints.txt --group dev
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.node.packages
	@touch $@

site: $(VENV)/.ready
	@$(BIN)/timeline build
	@echo "The site is in site/. To look at it: make serve"

serve: $(VENV)/.ready
	@$(BIN)/timeline serve

lint: $(VENV)/.ready-for-tests
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary

test: lint
	@$(BIN)/pytest --numprocesses 2 -m "not slow"

test-all: lint
	@$(BIN)/pytest --numprocesses 2

bench: $(VENV)/.ready-for-tests
	@$(BIN)/python -m tests.bench $(TIMEML)

pictures: $(VENV)/.ready-for-tests
	@$(BIN)/mkdocs build --quiet --config-file examples/venn-bridge/mkdocs.yml
	@$(BIN)/python -m tests.browser.pictures examples/venn-bridge/site

clean:
	rm -rf $(VENV) site examples/*/site .mypy_cache .ruff_cache .pytest_cache .hypothesis
