# Two environments. .venv holds the checkout itself (an editable install): it renders, and the
# developer's tools live there. .venv-wheel holds the built wheel, as a user would get it: the
# tests run there. A file named .ready-… in an environment marks a finished step, so that a second
# run only repeats what a changed lock, pyproject.toml or source file asks for.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
DOC ?= shancheng/plan-2020
OUT ?= output

VENV := .venv
WHEEL_VENV := .venv-wheel
# pip asks nothing, and no other file decides what is installed than the lock with its hashes.
PIP_OPTIONS := -qq --no-input --disable-pip-version-check
LOCKED := $(PIP_OPTIONS) --require-hashes

.PHONY: help render fonts test lint format catalogues test-interop bench wheel dev lock clean FORCE

help: ## 显示这份说明
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

# ---- what a user runs

render: fonts $(VENV)/.ready-project ## 生成公文（默认 DOC=shancheng/plan-2020），放入 output/
	@mkdir -p build $(OUT) && touch build/render-began
	@$(VENV)/bin/plangen render $(DOC) -o $(OUT)
	@echo "完成。生成的文件："
	@find "$(abspath $(OUT))" -type f -newer build/render-began | LC_ALL=C sort | sed 's/^/  /'

fonts: ## 安装可免费使用的替代字体（Debian、Ubuntu，不需要 root）
	@scripts/install-fonts.sh

# ---- what a developer runs

test: lint fonts $(WHEEL_VENV)/.ready-wheel ## 检查代码，并用打包后的 wheel 运行全部测试（互操作测试除外）
	PLANGEN_TESTS_WHEEL=1 $(WHEEL_VENV)/bin/pytest -n auto --ignore=tests/interop

lint: $(VENV)/.ready-dev ## ruff、mypy、import-linter
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.ready-dev ## 整理代码格式
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

catalogues: $(VENV)/.ready-dev ## 更新各语言的译文（src/plangen/cli/locale），列出还缺的
	$(VENV)/bin/python scripts/catalogues.py

test-interop: fonts $(WHEEL_VENV)/.ready-wheel ## 用 LibreOffice 和 OOXML 校验器检查生成的 docx（需要 apt 与 npm）
	scripts/install-interop.sh
	PLANGEN_TESTS_WHEEL=1 $(WHEEL_VENV)/bin/pytest tests/interop

score: $(VENV)/.ready-dev ## 统计从文件读出目标的准确程度
	@$(VENV)/bin/python scripts/score.py

bench: $(VENV)/.ready-dev ## 运行 benchmarks/ 下的性能测试
	@for program in benchmarks/bench_*.py; do echo "== $$program"; $(VENV)/bin/python "$$program"; done

dev: $(VENV)/.ready-dev ## 只准备开发环境 .venv

wheel: build/.ready-wheel ## 打包到 dist/

clean: ## 删除环境、缓存和生成的文件
	rm -rf $(VENV) $(WHEEL_VENV) build dist .hypothesis .*_cache
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	find output -mindepth 1 ! -name .gitkeep -delete

# ---- .venv: the checkout

$(VENV)/.ready-runtime: requirements/build.txt requirements/runtime.txt scripts/new-venv
	@echo "准备 $(VENV)：安装运行所需的依赖……"
	@scripts/new-venv $(PYTHON) $(VENV)
	@$(VENV)/bin/python -m pip install $(LOCKED) -r requirements/build.txt -r requirements/runtime.txt
	@touch $@

$(VENV)/.ready-project: $(VENV)/.ready-runtime pyproject.toml
	@$(VENV)/bin/python -m pip install $(PIP_OPTIONS) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready-project requirements/dev.txt
	@echo "准备 $(VENV)：安装开发工具……"
	@$(VENV)/bin/python -m pip install $(LOCKED) -r requirements/dev.txt
	@touch $@

# ---- the wheel

# The list of what goes into the wheel changes when a file is added or removed, its entries when
# one is edited; make sees both.
SOURCES := $(shell find src data templates -type f ! -name '*.pyc' 2>/dev/null)

build/sources.txt: FORCE
	@mkdir -p build
	@printf '%s\n' $(sort $(SOURCES)) > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# The wheel is built from the source distribution, which shows that this one is complete too.
build/.ready-wheel: $(VENV)/.ready-dev build/sources.txt pyproject.toml README.md LICENSE $(SOURCES)
	@echo "打包 wheel……"
	@rm -rf dist
	@$(VENV)/bin/python -m build --no-isolation . >build/wheel.log 2>&1 || { cat build/wheel.log >&2; exit 1; }
	@touch $@

# ---- .venv-wheel: the wheel, as a user gets it

$(WHEEL_VENV)/.ready-test: requirements/test.txt scripts/new-venv
	@echo "准备 $(WHEEL_VENV)：安装测试所需的依赖……"
	@scripts/new-venv $(PYTHON) $(WHEEL_VENV)
	@$(WHEEL_VENV)/bin/python -m pip install $(LOCKED) -r requirements/test.txt
	@touch $@

$(WHEEL_VENV)/.ready-wheel: $(WHEEL_VENV)/.ready-test build/.ready-wheel
	@$(WHEEL_VENV)/bin/python -m pip install $(PIP_OPTIONS) --no-index --no-deps --force-reinstall dist/*.whl
	@touch $@

# ---- the lock

# dev.txt holds everything and is resolved first; the others are parts of it, so that no two
# files disagree about a version. Only the maker of the lock needs uv. UPGRADE=1 takes the newest
# versions, otherwise those in the files stay where pyproject.toml allows them.
COMPILE = build/venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	$(if $(UPGRADE),--upgrade)
PART = $(COMPILE) --constraint requirements/dev.txt

lock: ## 重新锁定全部依赖（UPGRADE=1 升级到最新版本）
	@mkdir -p build
	@scripts/new-venv $(PYTHON) build/venv-lock
	@build/venv-lock/bin/python -m pip install $(LOCKED) -r requirements/lock.txt
	$(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	$(PART) pyproject.toml --output-file requirements/runtime.txt
	$(PART) pyproject.toml --group test --output-file requirements/test.txt
	$(PART) --group build --output-file requirements/build.txt
	$(COMPILE) --group lock --output-file requirements/lock.txt
