# What people and CI type. Each target that needs the machine prepared does it first, once:
# stamps in .venv say what is in place, so that a second run spends nothing on it.

PYTHON ?= python3
ARGS ?=

BIN := .venv/bin
export PYTHON

# Apertium drafts (fr, it and pt_BR through es); the Noto fonts print every shipped script.
PUBLISH_PACKAGES := apertium apertium-eng-spa apertium-spa-ita apertium-es-pt apertium-fr-es \
	fonts-noto-core fonts-noto-cjk
# The tests look at pages (chromium), at PDFs (poppler-utils) and at what gettext makes of catalogues.
# Java and npm (for the page tools) count wherever they came from, since many install Node.js elsewhere.
TEST_PACKAGES := $(PUBLISH_PACKAGES) chromium poppler-utils gettext openssh-client hunspell hunspell-es hunspell-de-de \
	$(if $(shell command -v java),,default-jre-headless) $(if $(shell command -v npm),,nodejs npm)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The targets share one environment; the programs behind them find their own parallelism.
.NOTPARALLEL:
.PHONY: help publish preview review test pages check lint docs pictures readme-pictures bench bench-scale bench-checks bench-drafting lock clean distclean

##@ Every day
help: ## Explain every target (this text)
	@awk -F ':.*## ' '/^##@ /{printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

publish: .venv/ready .venv/packages ## Set up if needed; extract, draft, check and build; say what is published and what waits
	@$(BIN)/pipeline publish $(ARGS)

preview: .venv/ready .venv/packages ## Serve output/ on this machine and rebuild on change
	@$(BIN)/pipeline preview $(ARGS)

review: .venv/ready ## Open the reviewers' page on this machine (ARGS="--as NAME" says who you are)
	@$(BIN)/pipeline review $(ARGS)

##@ For developers
test: .venv/ready-dev .venv/packages-dev tests/pages/node_modules ## Set up if needed; run the tests
	@$(BIN)/python -m pytest -n auto $(ARGS)

pages: .venv/ready-dev .venv/packages-dev tests/pages/node_modules ## The part of test in which vnu, html-validate, axe, pa11y, Lighthouse and linkinator look at pages
	@$(BIN)/python -m pytest -n auto tests/pages $(ARGS)

check: test lint ## All that CI runs: tests, types, style, documentation and lock files up to date

lint: .venv/ready-dev ## The part of check that runs nothing: types, style, documentation
	@$(BIN)/mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python docs/generate.py --check

docs: .venv/ready-dev ## Write the reference in docs/ again from the program
	@$(BIN)/python docs/generate.py

pictures: .venv/ready-dev .venv/packages-dev ## Take pictures of every page type in every script and compare (ARGS=--keep keeps them)
	@$(BIN)/python -m tests.pages.pictures $(ARGS)

readme-pictures: .venv/ready-dev .venv/packages-dev ## Take the README's pictures again from the pages in output/
	@$(BIN)/python docs/pictures.py

bench: .venv/ready-dev .venv/packages-dev ## Measure speed beside other tools, and write docs/bench.md and docs/scale.md (ARGS=--quick for a short run, or names of benches)
	@.ci/set-up packages po4a || true
	@$(BIN)/python -m bench $(ARGS)

bench-scale: .venv/ready-dev ## Compute docs/scale.md from docs/bench.json (ARGS=--measure weighs git and the ledger again)
	@$(BIN)/python -m bench.scale $(ARGS)

bench-checks: .venv/ready-dev ## Measure what the checks catch beside pofilter, and write docs/checks-bench.md
	@$(BIN)/python -m bench.checks $(ARGS)

bench-drafting: .venv/ready-dev .venv/packages-dev ## Measure the drafts, the engines' robustness and the memory, and write docs/bench-drafting.md
	@$(BIN)/python -m bench.drafting $(ARGS)

lock: .venv/ready-dev ## Pin the newest allowed libraries, with hashes (ARGS=--upgrade to move pinned ones)
	@$(LOCK) --group build --all-extras -o requirements.lock
	@$(LOCK) --group build --group dev --all-extras -c requirements.lock -o requirements-dev.lock
	@$(subst pyproject.toml,bench/peers.in,$(LOCK)) -o bench/peers.lock
	@$(subst pyproject.toml,bench/weblate.in,$(LOCK)) -o bench/weblate.lock \
		$(foreach name,borgbackup pycairo pygobject standardwebhooks,--no-emit-package $(name))

clean: ## Delete what was built and cached; articles, catalogues and approvals stay
	rm -rf output .pipeline .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean ## Delete the environment too, as on a fresh clone
	rm -rf .venv bench/.venv bench/.data tests/pages/node_modules

# The page tools come from npm, by lock and hash; no script of theirs runs at installation. Without npm
# the run goes on, and the tests that need them say that they were skipped.
tests/pages/node_modules: tests/pages/package-lock.json | .venv/packages-dev
	@.ci/set-up tools tests/pages && if [ -d $@ ]; then touch $@; fi

LOCK = $(BIN)/uv pip compile pyproject.toml $(ARGS) --quiet --no-header --no-config \
	--universal --python-version 3.11 --generate-hashes

# An environment holds the path that it was made for; in a folder that was moved it starts anew.
PLACE := $(shell cat .venv/place 2>/dev/null)
ifneq ($(or $(PLACE),$(CURDIR)),$(CURDIR))
.venv/ready .venv/ready-dev: moved
.PHONY: moved
moved:
	@rm -rf .venv
endif

.venv/ready: requirements.lock pyproject.toml .ci/set-up
	@.ci/set-up python requirements.lock
	@echo '$(CURDIR)' > .venv/place && touch $@

.venv/ready-dev: requirements-dev.lock pyproject.toml .ci/set-up
	@.ci/set-up python requirements-dev.lock
	@echo '$(CURDIR)' > .venv/place && touch $@ .venv/ready

# Missing packages are told and the run goes on: the program says which edition lacks what.
.venv/packages: .ci/set-up Makefile | .venv/ready
	@if .ci/set-up packages $(PUBLISH_PACKAGES); then touch $@; fi

.venv/packages-dev: .ci/set-up Makefile | .venv/ready-dev
	@if .ci/set-up packages $(TEST_PACKAGES); then touch $@ .venv/packages; fi
