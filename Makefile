# Needs Python >= 3.11, git and make; everything else goes into .venv.
# Another interpreter: make test PYTHON=/path/to/python3.12

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

GOLD := $(sort $(patsubst %/,%,$(dir $(wildcard tests/gold/*/entities.json))))
EVALUATE = $(BIN)/protokollgraph evaluate $(GOLD)
BASELINE := tests/gold/baseline.json

.PHONY: demo test check gate baseline bench docs clean venv
.DEFAULT_GOAL := demo

$(STAMP): pyproject.toml constraints.txt
	@[ -n "$(PYTHON)" ] || { echo "make: no Python >= 3.11 found; install one or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "make: $(PYTHON) is too old or missing; Python >= 3.11 is needed: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "make: $(PYTHON) cannot make a virtual environment; on Debian: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt \
		--no-build-isolation --editable '.[dev]'
	@touch $(STAMP)

venv: $(STAMP)  ## make .venv from constraints.txt

demo: $(STAMP)  ## build a graph of the example protocols, ask three questions, write a network page
	@$(BIN)/protokollgraph demo --folder demo

test: $(STAMP)  ## run all tests
	$(BIN)/python -m pytest

check: $(STAMP)  ## formatting, types, direction of imports, documentation, the gate
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/commands_page.py --check
	$(EVALUATE) --baseline $(BASELINE)

gate: $(STAMP)  ## no figure of the gold protocols may fall below the baseline
	$(EVALUATE) --baseline $(BASELINE)

baseline: $(STAMP)  ## take the figures of today as the baseline
	$(EVALUATE) --write-baseline $(BASELINE)

bench: $(STAMP)  ## speed of start-up, reading PDF, extraction, building 1,000 protocols, measures and page of the network; precision of identities
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.pdf
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.build
	$(BIN)/python -m benchmarks.identities
	$(BIN)/python -m benchmarks.measures
	$(BIN)/python -m benchmarks.network_page

docs: $(STAMP)  ## write docs/commands.md from the help of the commands
	$(BIN)/python tools/commands_page.py

clean:  ## remove everything that the other targets make
	rm -rf $(VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
