# Everything here needs python3 (3.11 or newer) and make; the rest is installed into .venv, by constraints.txt.
PYTHON ?= python3
PORT ?=
WORKSPACE ?=
WORKERS ?= 3

IN_VENV := .venv/bin/python
BIOME := .venv/javascript/node_modules/.bin/biome
SCRIPTS := --config-path=tests/app/scripts/javascript.json dashboard/app/scripts dashboard/briefing tests/app/scripts tests/benchmarks/comparison/pages
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(IN_VENV) -m pip install --no-deps
# Of what pip says, one line that counts. Errors go past it; whether pip came to its end, a file tells.
PROGRESS := awk '/^Collecting/ { printf "\r  package %d: %-50.50s", ++n, $$2; fflush() } \
	/^Installing/ { printf "\r  %d packages are installed ... %-40s\n", n, ""; fflush() }'
CAME_TO_ITS_END := rm .venv/came-to-its-end 2>/dev/null || { echo "The installation broke off; the reason is above. Then run make again."; exit 2; }
# For every platform and Python at once, with the hashes of all their files; versions change where they must.
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links
# What Python compiles is kept, for servers and commands that tests start; modules come in their order: at the end, short ones.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(IN_VENV) -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder

.PHONY: help serve test check scripts bench proof test-cluster pictures pins clean
.DEFAULT_GOAL := help

help:
	@echo "make serve [PORT=8501] [WORKSPACE=.]  open Dateline in the browser"
	@echo "make test                             the tests but the long ones"
	@echo "make check                            what must hold before a change lands"
	@echo "make scripts                          format and lint JavaScript; needs npm"
	@echo "make proof                            the tests that take longer"
	@echo "make test-cluster                     Spark with two workers, of which one is killed; needs java"
	@echo "make bench                            how fast it is, as ratios"
	@echo "make pictures                         take tests/pictures/ anew"
	@echo "make pins                             constraints.txt anew, after a change of pyproject.toml; needs uv"
	@echo "make clean                            remove .venv and what tools left behind"

serve: .venv/made
	@$(IN_VENV) -m dashboard serve $(if $(PORT),--port "$(PORT)") $(if $(WORKSPACE),--workspace "$(WORKSPACE)")

test: .venv/made-for-development
	$(PYTEST) -m "not proof"

check: .venv/made-for-development
	$(IN_VENV) -m ruff format --check .
	$(IN_VENV) -m ruff check --no-cache .
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory .venv/javascript/made && $(BIOME) ci --error-on-warnings $(SCRIPTS); \
	else echo "JavaScript is not checked: there is no npm on this machine."; test -z "$$CI"; fi
	$(IN_VENV) -m mypy
	$(IN_VENV) -m dashboard validate --workspace .
	$(IN_VENV) -m dashboard schema --check
	$(PYTEST) -m "not proof" --cov --cov-report=term

scripts: .venv/javascript/made
	$(BIOME) check --write $(SCRIPTS)

proof: .venv/made-for-development
	$(PYTEST) -m proof

# All of Spark is 430 MB, and has the same name as the client that everything else uses: it gets an environment of its own.
test-cluster: .venv/made-for-development
	@command -v java >/dev/null || { echo "There is no java here. On Debian and Ubuntu: apt-get install default-jre-headless"; exit 2; }
	@test -e .venv/cluster/made || { echo "Installing Spark into .venv/cluster (once; 430 MB) ..." && $(PYTHON) -m venv --clear .venv/cluster \
	&& .venv/cluster/bin/python -m pip install --quiet --requirement tests/cluster/requirements.txt && touch .venv/cluster/made; }
	$(IN_VENV) -m tests.cluster.try_cluster "$$(.venv/cluster/bin/python -c 'import pyspark, os; print(os.path.dirname(pyspark.__file__))')"

bench: .venv/made-for-development
	OPENBLAS_NUM_THREADS=1 $(IN_VENV) -m tests.benchmarks.measure
	$(IN_VENV) -m tests.benchmarks.drafts

pictures: .venv/made-for-development
	$(IN_VENV) -m tests.pictures.take

# In two parts, for whoever only serves needs the first alone; what is pinned already keeps its version.
pins:
	mkdir -p build
	cp constraints.txt build/runs.txt
	cp constraints.txt build/all.txt
	printf 'hatchling\neditables\n' | $(COMPILE) pyproject.toml - -o build/runs.txt
	$(COMPILE) --all-extras -c build/runs.txt pyproject.toml -o build/all.txt
	{ echo "# To run Dateline, and to build it. \`make pins\` makes this file."; cat build/runs.txt; echo "# To develop it."; \
	  awk '/^[a-z0-9]/ { name = $$1; sub(/==.*/, "", name) } NR == FNR { runs[name]; next } !(name in runs)' \
	  build/runs.txt build/all.txt; } > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean:
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find dashboard tests -name __pycache__ -prune -exec rm -rf {} +

# The stamps are written last: an install that broke off is begun again.
.venv/made: pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python ..."; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). Name a newer one: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python cannot make environments: install its venv package (on Debian and Ubuntu: apt-get install python3-venv) and try again."; exit 2; }
	@echo "Making .venv (once; a minute or two, 180 MB to download, 750 MB on the disk) ..."
	@$(PYTHON) -m venv --clear .venv
	@sed '/^# To develop/,$$d' constraints.txt > .venv/runtime.txt
	@{ $(PIP) --require-hashes --requirement .venv/runtime.txt && touch .venv/came-to-its-end; } | $(PROGRESS)
	@$(CAME_TO_ITS_END)
	@$(PIP) --quiet --no-build-isolation --editable .
	@touch $@

.venv/made-for-development: .venv/made
	@echo "Adding the development tools to .venv ..."
	@{ $(PIP) --require-hashes --requirement constraints.txt && touch .venv/came-to-its-end; } | $(PROGRESS)
	@$(CAME_TO_ITS_END)
	@touch $@

# Biome and the YAML language server, by the lock file: versions are exact, and files have hashes.
.venv/javascript/made: tests/app/scripts/package-lock.json .venv/made
	@mkdir -p $(@D)
	@cp tests/app/scripts/package.json tests/app/scripts/package-lock.json $(@D)
	@cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@
