# Everything a newcomer or CI needs. Each target does all its own set-up in .venv; nothing outside this folder changes.
.DEFAULT_GOAL := help
SHELL := /bin/bash
export UV_PYTHON_DOWNLOADS := never

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
STARTING := click msgspec platformdirs pydantic pydantic_core pydantic_settings rich textual typing_extensions typing_inspection
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: help demo test check format lock clean picture pictures evals bench compare

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

# uv where there is one, else uv by pip inside the project's own environment. The lock pins versions and hashes.
# uv compiles nothing: where PYTHONDONTWRITEBYTECODE is set, every start would compile again what it imports.
$(READY): requirements.lock pyproject.toml
	@if [ -z "$(PYTHON)" ]; then echo "briefing needs Python 3.11 or newer, and none was found on the PATH" >&2; exit 1; fi
	@set -e; \
	if [ ! -x $(BIN)/python ]; then $(PYTHON) -m venv $(VENV) 2>/dev/null || $(PYTHON) -m venv --without-pip $(VENV); fi; \
	uv=$$(command -v uv || true); \
	if [ -z "$$uv" ] && [ ! -x $(BIN)/uv ]; then \
		echo "setting up: fetching uv into $(VENV)"; \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check uv \
			|| $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check uv; fi; \
	[ -n "$$uv" ] || uv=$(BIN)/uv; \
	echo "setting up: installing the packages of requirements.lock into $(VENV)"; \
	"$$uv" pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; \
	"$$uv" pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/python -m compileall -q assistant $$($(BIN)/python -c 'import importlib.util as u; print(*(\
		s.submodule_search_locations[0] if s.submodule_search_locations else s.origin for s in map(u.find_spec, "$(STARTING)".split())))')
	@export PYTHONDONTWRITEBYTECODE=; $(BIN)/briefing check --jsonl <evals/datasets/pairs.jsonl >/dev/null; \
		$(BIN)/briefing items tests/samples/reading/*.txt >/dev/null  # they keep the patterns that they compile
	@touch $@

demo: $(READY) ## brief the bundled sample with recorded replies, then read it (no key, no network)
	@$(BIN)/briefing demo

test: $(READY) ## run the tests (offline)
	@$(BIN)/python -m pytest -n auto

check: $(READY) ## everything CI asks for: lint, types, layers, tests, gated evals
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m evals.gate

evals: $(READY) ## measure the figure check, whole pages and whole briefings on our cases (evals/README.md), then the speed
	@$(BIN)/python -m evals.run figures --misses
	@$(BIN)/python -m evals.run pages --misses
	@$(BIN)/python -m evals.run briefings --written --flags
	@$(BIN)/python -m evals.bench.figures

compare: $(READY) ## the figure check beside ready-made checkers (installs those into .venv-compare)
	@$(BIN)/python -m evals.compare

bench: $(READY) ## how fast the reader is, beside other terminal programs (installs those into .venv-peers)
	@$(BIN)/python -m evals.bench.reader --peers

picture: $(READY) ## draw the README's picture of the reader from the demo
	$(BIN)/python -m evals.picture docs/reader.svg

pictures: picture ## draw the pictures of the README and of the tests anew (then look at them)
	GOLDEN=write $(BIN)/python -m pytest -q -n 0 tests/tui/test_pictures.py tests/tui/test_golden.py

format: $(READY) ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY) ## renew requirements.lock (names, versions and hashes; no addresses)
	@uv=$$(command -v uv || echo $(BIN)/uv); "$$uv" pip compile pyproject.toml --quiet --universal --generate-hashes \
		--all-extras --group dev --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock

clean: ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
