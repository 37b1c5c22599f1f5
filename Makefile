# What a contributor runs. `make demo` and `make test` need Python 3.11 or newer, make and a package index.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
GROUPS = cluster docs frames lint tables tests types

.PHONY: demo test cluster lint format types docs score speed tables schema pictures clean

demo: $(VENV)/.diplo ## read examples/readouts/, show tables, write JSON and CSV to build/demo/
	$(BIN)/python tools/demo.py

test: $(VENV)/.tests ## run the tests; ARGS go to pytest
	$(BIN)/python -m pytest $(ARGS)

cluster: $(VENV)/.tests $(if $(shell command -v java),$(VENV)/.cluster) ## run the examples on clusters of this machine
	SPARK_LOCAL_IP=127.0.0.1 $(BIN)/python -m pytest -m cluster $(ARGS)

lint: $(VENV)/.lint ## check style, spelling and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/lint-imports

format: $(VENV)/.lint ## set the style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.types ## check the types, with two checkers
	$(BIN)/mypy --strict
	$(BIN)/pyright --pythonpath $(BIN)/python

docs: $(VENV)/.docs ## build the documentation into build/docs/
	$(BIN)/python -m sphinx -n -W --keep-going -q docs build/docs

score: $(VENV)/.diplo ## score against the labelled readouts, where they lie beside the checkout
	$(BIN)/python tools/score_floor.py

speed: $(VENV)/.frames ## measure words per second
	$(BIN)/python benchmarks/speed.py

tables: $(VENV)/.tables ## write the tables of countries and cities anew
	$(BIN)/python tools/build_tables.py

schema: $(VENV)/.diplo ## write the JSON Schema anew from the model
	$(BIN)/python tools/build_schema.py

pictures: $(VENV)/.tests ## draw the pictures of the documentation anew
	$(BIN)/python tools/build_pictures.py

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# One stamp for the package and one for each dependency group. Only pip 25.1 and later reads groups.
$(VENV)/.diplo: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(GROUPS:%=$(VENV)/.%): $(VENV)/.%: $(VENV)/.diplo
	$(BIN)/python -m pip install --quiet --group $*
	touch $@
