# What a contributor runs. `make demo` and `make test` need Python 3.11 or newer, make and a package index.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
FUZZ_SECONDS ?= 1
FUZZ = from_edtf from_json parse_all read_csv read_page render
GROUPS = cluster coverage docs frames fuzz lint nox tables tests types

.PHONY: demo test coverage fuzz compatibility cluster lint format types docs score speed tables schema pictures clean

demo: $(VENV)/.diplo ## read examples/readouts/, show tables, write JSON and CSV to build/demo/
	$(BIN)/python tools/demo.py

test: $(VENV)/.tests ## run the tests; ARGS go to pytest
	$(BIN)/python -m pytest $(ARGS)

coverage: $(VENV)/.coverage ## run the tests and tell which lines and branches they leave out
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest $(ARGS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

fuzz: ## fuzz each target for FUZZ_SECONDS, in an environment of its own; nothing where atheris has no wheel
	@if $(MAKE) --no-print-directory VENV=$(VENV)-fuzz $(VENV)-fuzz/.fuzz && $(VENV)-fuzz/bin/python -c "import atheris"; \
	then for target in $(FUZZ); do \
		$(VENV)-fuzz/bin/python -m tests.fuzz.run $$target -max_total_time=$(FUZZ_SECONDS) || exit 1; \
	done; else printf 'No atheris here: nothing is fuzzed.\n'; fi

compatibility: $(VENV)/.nox ## run the tests on all Pythons that are there, and with the oldest dependencies
	$(BIN)/python -m nox

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
