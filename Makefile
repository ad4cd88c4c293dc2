# Two commands do everything on a fresh machine with Python 3.11+, make and git:
#   make report   inputs/ -> outputs/index.html
#   make test     the tests
PYTHON ?= python3
INPUTS ?= inputs
OUTPUTS ?= outputs
PAGE ?= $(INPUTS)
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := report
.PHONY: report explain test check format lock help clean

report: $(VENV)/.report ## compare the stories in inputs/ and write outputs/ (the default)
	$(BIN)/sourcecompare report $(INPUTS) --out $(OUTPUTS)

explain: $(VENV)/.report ## print PAGE (a page or a folder) with what went from it and why
	$(BIN)/sourcecompare clean $(PAGE) --explain

test: $(VENV)/.dev ## run all tests (fetches a Chromium for the browser tests where there is none)
	@$(BIN)/python tests/browser/find_chromium.py
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## formatting, lint and types
	$(BIN)/python -m ruff format --check src tests benchmarks training
	$(BIN)/python -m ruff check src tests benchmarks training
	$(BIN)/python -m mypy

format: $(VENV)/.dev ## put the code into the project's format
	$(BIN)/python -m ruff format src tests benchmarks training
	$(BIN)/python -m ruff check --fix src tests benchmarks training

lock: ## renew both lock files (needs uv)
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -U -o requirements.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -U -o requirements-dev.lock

help: ## list these targets
	@$(PYTHON) -c "import re; [print(f'{m[1]:8} {m[2]}') for m in re.finditer(r'^(\w+):.*?## (.*)$$', open('Makefile').read(), re.M)]"

clean: ## remove the environment, the outputs and all caches
	rm -rf $(VENV) outputs/* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'sourcecompare needs Python 3.11 or newer; this is ' + sys.version.split()[0] + '. Name another one: make PYTHON=python3.12')"
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.report: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Setting up $(VENV) from requirements.lock (once)"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.report requirements-dev.lock
	@echo "Adding the developers' tools from requirements-dev.lock (once)"
	@$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
