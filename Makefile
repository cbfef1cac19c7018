# De twee opdrachten voor iedereen zijn `make demo` en `make test`.
# Elk recept mag u zo vaak herhalen als u wilt: wat al klaar is, gebeurt niet nog eens.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test lint bench uithouding aftekenen handtekeningen tienjaar venv venv-dev pakketten sjablonen beeld lock

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
LOCKED := pyproject.toml constraints.txt

export PIP_DEFAULT_TIMEOUT := 60
export PIP_RETRIES := 8
export PIP_NO_INPUT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## Toon deze lijst.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: venv ## Speel een heel jaar na met voorbeeldcijfers. De documenten komen in demo/.
	@$(BIN)/jaarschijf demo

test: pakketten venv-dev ## Installeer wat de tests nodig hebben en voer alle tests uit.
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: venv-dev ## Controleer stijl, typen en lagen van de code.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: venv-dev ## Meet hoe snel het programma is, als verhouding tot iets bekends.
	@$(BIN)/python -m tests.benchmarks

uithouding: venv-dev ## Maak met elke PDF-motor 500 documenten, vier tegelijk, waarvan 25 kapot.
	@$(BIN)/python -m tests.cycle.documents.uithouding 500

aftekenen: venv-dev ## Speel 100.000 stappen van het aftekenen na, in elke volgorde.
	@$(BIN)/python -m tests.cycle.services.aftekenronden 100000

handtekeningen: venv-dev ## Zet 50 keer negen handtekeningen en laat elk bestand nakijken.
	@$(BIN)/python -m tests.cycle.signing.uithouding 50

tienjaar: venv-dev ## Speel tien jaar na voor 20 samenwerkingen en houd elke mail tegen de regels.
	@$(BIN)/python -m tests.workflows.tienjaar

venv: $(VENV)/.klaar ## Zet de Python-omgeving klaar in .venv, met vaste versies.

venv-dev: $(VENV)/.klaar-dev ## Zet daarbij het gereedschap voor tests en controles klaar.

pakketten: ## Zoek de systeempakketten voor de tests; installeer ze als dat mag.
	@sh .ci/pakketten

sjablonen: venv ## Maak de Word-sjablonen en de lijst van velden in templates/ opnieuw.
	@$(BIN)/python -m cycle.documents.basissjablonen templates

beeld: venv ## Teken docs/beelden/jaar.svg opnieuw.
	@$(BIN)/python -m workflows.jaarbeeld 2027 docs/beelden/jaar.svg

lock: ## Kies opnieuw de nieuwste versies en leg ze vast in constraints.txt.
	@sh .ci/omgeving build/lock --schoon --zonder-slot -e '.[dev,postgresql]'
	@build/lock/bin/python -m pip freeze --exclude-editable > build/lock/vast.txt
	@mv build/lock/vast.txt constraints.txt
	@echo "constraints.txt is vernieuwd."

# The stamps are written last: a stopped installation has none and is done again.
$(VENV)/.klaar: $(LOCKED)
	@sh .ci/omgeving $(VENV) -e .
	@touch $@

$(VENV)/.klaar-dev: $(LOCKED)
	@sh .ci/omgeving $(VENV) -e '.[dev]'
	@touch $(VENV)/.klaar $@
