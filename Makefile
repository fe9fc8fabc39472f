# Two commands do everything: `make generate` and `make test`. Each makes its own environment first.

PYTHON ?= python3
SHARED ?= ../shared
BIN := .venv/bin
READY := .venv/.ready
P ?=
BASE ?=

.PHONY: help generate check diff release test lint fix golden reliability corpus conformance bench mutants lock docs clean
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'
	@echo "  P=revcent picks one provider; BASE=origin/main says what diff and check compare with;"
	@echo "  SHARED=folder says where the providers' documents are."

$(READY): requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not found: install Python 3.11 or later, or say which with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; say which with PYTHON=... (%s is %d.%d)" % ("$(PYTHON)", sys.version_info[0], sys.version_info[1]))'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make environments: install its venv module (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@echo "setting up .venv ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $< >.venv/setup.log 2>&1 || { \
		if grep -q "DO NOT MATCH THE HASHES" .venv/setup.log; then why="the index has other files than $< pins"; \
		elif grep -qE "ConnectionError|Connection refused|resolution|unreachable|timed out|ProxyError|SSLError" .venv/setup.log; then \
			why="no package index was reached: see to the network, HTTPS_PROXY or PIP_INDEX_URL"; \
		else why="$$(grep -m 1 ERROR .venv/setup.log)"; fi; \
		echo "the dependencies are not installed: $$why (.venv/setup.log has all of it)" >&2; exit 1; }
	@touch $(READY)

generate: $(READY) ## specs/ -> generated/
	@$(BIN)/python -m generator generate $(P)

check: $(READY) ## say which generated files are not current; with BASE, whether versions are
	@$(BIN)/python -m generator check $(P) $(if $(BASE),--base $(BASE))

diff: $(READY) ## say what the specs mean to callers, since this branch parted from BASE
	@$(BIN)/python -m generator diff $(or $(BASE),origin/main)...:./specs$(P:%=/%) specs$(P:%=/%) $(ARGS)

release: $(READY) ## set the version of P that its changes since BASE ask for, and write its CHANGELOG.md
	@$(BIN)/python -m generator release $(P) $(if $(BASE),--base $(BASE))

test: $(READY) lint check ## format, lint, types, drift, tests
	@SHARED=$(SHARED) MUTANTS=third $(BIN)/python -m pytest

lint: $(READY) ## format, lint and type checks
	@$(BIN)/ruff format --diff --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/basedpyright --warnings

fix: $(READY) ## format, and mend what ruff can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

golden: $(READY) ## rewrite the expected output of tests/cases, tests/bad and tests/importers
	@SHARED=$(SHARED) GOLDEN=write $(BIN)/python -m pytest tests/test_cases.py tests/test_bad.py \
		tests/importers/test_cases.py tests/importers/test_bad.py tests/importers/test_drafts.py

reliability: $(READY) ## prove each promise with both HTTP libraries, and write docs/reliability.md
	@PYTHONPATH=tests $(BIN)/python -m runtime.promises

corpus: $(READY) ## generate, import, type-check, call and compare every document of $(SHARED)/corpus
	@SHARED=$(SHARED) CORPUS=all $(BIN)/python -m pytest tests/test_corpus.py tests/drive tests/diff/test_documents.py

conformance: $(READY) ## play TypeSpec's HTTP specs against its mock server; sets up Node packages in .cache
	@PYTHONPATH=tests $(BIN)/python -m conformance $(P)

bench: $(READY) ## measure costs as ratios; CHECK=1 fails past the targets; GROWTH=1: growth too; PEERS=1: other tools too
	@$(BIN)/python benchmarks/bench.py --documents $(SHARED)/corpus $(if $(GROWTH),--growth) $(if $(PEERS),--peers) \
		$(if $(CHECK),--check) $(if $(WRITE),--write docs/pictures/bench.json)

mutants: $(READY) ## apply kept faults one by one; each has to make the tests of its room fail
	@$(BIN)/python -m tests.mutants.run

lock: $(READY) ## pin the dependencies of pyproject.toml anew; ARGS=--upgrade takes newer ones
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group dev $(ARGS) pyproject.toml -o requirements.lock

docs: $(READY) .cache/docs/.ready ## write the made pages of docs/; docs/ -> .cache/site, links and anchors checked
	@PYTHONPATH=tests $(BIN)/python -m documentation
	@rm -rf .cache/site
	@.cache/docs/bin/zensical build --strict

.cache/docs/.ready: docs.lock
	@$(PYTHON) -m venv .cache/docs
	@.cache/docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r docs.lock
	@touch $@

docs.lock: # removed, it is made anew
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group docs -o $@

clean: ## remove the environment and caches
	@rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache
