# make demo | test | lint | gen | docs | tables | oracle | bench | fuzz | clean. Needs Python 3.10 or later and make; PYTHON= names the interpreter.

PYTHON ?= python3
VENV ?= $(if $(filter python3,$(PYTHON)),.venv,.venv-$(notdir $(PYTHON)))
BIN := $(VENV)/bin
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
WORKERS ?= 2
# mypy stands in for the interpreters that are not on this machine: the oldest that we support, and the newest.
TYPED_FOR := 3.10 3.14

# The libraries whose classes are known by name.
CLASSES_OF := catboost datasets geopandas lightgbm matplotlib networkx numpy pandas pillow plotly scikit-learn torch \
  transformers xgboost

DEMO := .demo
DEMO_BIN := $(DEMO)/venv/bin
PRODUCT := $(shell find compiler gen -name '*.py')

.PHONY: help demo test lint format gen docs tables oracle bench fuzz clean
.DEFAULT_GOAL := help

help:
	@echo "make demo     compile and inspect the example project, in an environment without flytekit"
	@echo "make test     everything that CI checks"
	@echo "make lint     ruff, mypy and buf only;  make format  lets ruff and buf rewrite"
	@echo "make gen      generate gen/ from proto/"
	@echo "make docs     write the pages of docs/ that come from tables"
	@echo "make tables   write the tables that come from other libraries, in an environment that has them"
	@echo "make oracle   write what the real plug-in emits;  PLUGIN=spark names it, all without"
	@echo "make bench    flytec against pyflyte on generated projects;  ARGS=--quick for a short run"
	@echo "make fuzz     the property tests, with many more examples"

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 10) or sys.exit("flytec needs Python 3.10 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP_INSTALL) --upgrade 'pip>=25.1'
	$(BIN)/python $(PIP_INSTALL) --editable . --group dev
	touch $@

$(DEMO)/venv/.installed: pyproject.toml $(PRODUCT)
	$(PYTHON) -m venv --clear $(DEMO)/venv
	$(DEMO_BIN)/python $(PIP_INSTALL) .
	touch $@

demo: $(DEMO)/venv/.installed
	@rm -rf $(DEMO)/out
	@! $(DEMO_BIN)/python -c 'import flytekit' 2>/dev/null || { echo "flytekit is installed in the demo"; exit 1; }
	@count=$$($(DEMO_BIN)/python -m pip list --format=freeze --disable-pip-version-check | wc -l) && \
	  echo "$$count packages in the environment, and flytekit is none of them" && test "$$count" -lt 20
	PATH="$(abspath $(DEMO_BIN)):$$PATH" flytec compile examples/demand_forecast --output $(DEMO)/out \
	  --image ghcr.io/acme/forecast:v1.4.0 --image trainer=ghcr.io/acme/trainer:v1.4.0
	ls $(DEMO)/out
	PATH="$(abspath $(DEMO_BIN)):$$PATH" flytec inspect $(DEMO)/out

lint: $(VENV)/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(foreach version,$(TYPED_FOR),$(BIN)/mypy --python-version $(version) &&) true
	$(BIN)/buf lint
	$(BIN)/buf format --diff --exit-code

test: lint
	$(BIN)/python -m pytest --numprocesses $(WORKERS)

format: $(VENV)/.installed
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	$(BIN)/buf format --write

gen: $(VENV)/.installed
	PATH="$(abspath $(BIN)):$$PATH" buf generate

docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py

tables: $(VENV)/.installed
	$(BIN)/python tables/kubernetes_models.py
	$(BIN)/uv run --no-project --python $(BIN)/python $(foreach package,$(CLASSES_OF),--with $(package)) \
	  tables/class_names.py

oracle: $(VENV)/.installed
	$(BIN)/python tests/plugins/oracle.py $(PLUGIN)

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/compare.py $(ARGS)

fuzz: $(VENV)/.installed
	$(BIN)/python -m pytest -m hypothesis --numprocesses $(WORKERS) --hypothesis-profile=fuzz

clean:
	rm -rf $(DEMO) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
