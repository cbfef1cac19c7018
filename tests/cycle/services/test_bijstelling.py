"""What changes while the year runs: dossiers that re-open, and an addendum."""

import json
from dataclasses import replace
from typing import Any

import pendulum
import pytest

from cycle.domain.accordering import Besluit, Reikwijdte
from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.compose_addendum import compose_addendum
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.prepare_kickoff import prepare_kickoff
from cycle.services.record_besluit import record_besluit
from cycle.services.reopen_dossier import Gebeurd, reopen_dossier
from cycle.services.show_status import show_status
from cycle.services.start_cyclus import start_cyclus
from tests.builders import een_dossier
from tests.cycle.services.builders import (
    BESLUITEN,
    CODE,
    JAAR,
    een_dorp,
    geldende_code,
    in_fase,
)
from tests.fakes import Opstelling

OP = pendulum.date(2025, 8, 20)


def _met_dossier(fase: Fase) -> Opstelling:
    opstelling = in_fase(fase)
    dorp = replace(een_dorp(), dossiers=(een_dossier("herstel", "afspraak-1", "afspraak-3"),))
    opstelling.bibliotheek.samenwerkingen[CODE] = dorp
    return opstelling


def _heropen(opstelling: Opstelling, reden: str = "Het geld is er.") -> str:
    gebeurd = Gebeurd("herstel", reden, OP)
    return reopen_dossier(opstelling.toolkit, CODE, JAAR, gebeurd).melding


def _gelezen(opstelling: Opstelling, pad: str, jaar: int = JAAR) -> dict[str, Any]:
    """Return what a document says."""
    gelezen: dict[str, Any] = json.loads(opstelling.uitgifte.bestanden[f"{CODE}-{jaar}/{pad}"])
    return gelezen


def test_a_dossier_that_reopens_shows_in_status_concept_and_the_next_agenda() -> None:
    opstelling = _met_dossier(Fase.CONCEPT)

    assert _heropen(opstelling) == "Het dossier Herstel is heropend. Het gaat om afspraak 1 en 3."
    assert "was al heropend" in _heropen(opstelling)

    zin = "heropend op 20 augustus 2025: Het geld is er."
    (let_op,) = show_status(opstelling.toolkit, CODE, JAAR).let_op
    assert let_op == f"Dossier Herstel is {zin} Het gaat om afspraak 1 en 3."
    compose_concept(opstelling.toolkit, CODE, JAAR)
    concept = _gelezen(opstelling, f"concept-0.1/jaarschijf-{JAAR}-concept-0.1.docx")
    afspraken = {a["nummer"]: a["dossier"] for a in concept["themas"][0]["afspraken"]}
    assert afspraken == {"1": f"Herstel, {zin}", "2": "", "3": f"Herstel, {zin}"}
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)
    prepare_kickoff(opstelling.toolkit, CODE, JAAR + 1)
    agenda = _gelezen(opstelling, f"startbijeenkomst/agenda-{JAAR + 1}.docx", JAAR + 1)
    assert agenda["heropend"] == [f"Herstel, {zin} Het gaat om afspraak 1 en 3."]
    assert agenda["voorstellen"][0]["reden"].startswith("2 afspraken zijn heropend")


def test_what_cannot_have_happened_is_refused() -> None:
    opstelling = _met_dossier(Fase.UITVOERING)

    with pytest.raises(BesluitError, match="hoort een reden"):
        _heropen(opstelling, " ")
    with pytest.raises(BesluitError, match="moet nog komen"):
        reopen_dossier(
            opstelling.toolkit, CODE, JAAR, Gebeurd("herstel", "Straks.", pendulum.date(2026, 1, 1))
        )
    with pytest.raises(NietGevonden) as fout:
        reopen_dossier(opstelling.toolkit, CODE, JAAR, Gebeurd("weg", "Zo.", OP))
    assert fout.value.advies == "Kies uit: herstel."


def _wijzig(opstelling: Opstelling, tekst: str) -> None:
    """Write another text for afspraak 1 in the content."""
    dorp = een_dorp()
    (thema,) = dorp.themas
    eerste, *rest = thema.afspraken
    afspraken = (replace(eerste, tekst=tekst), *rest)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(
        dorp, themas=(replace(thema, afspraken=afspraken),)
    )


def _addendum(opstelling: Opstelling, reden: str = "Minder geld.") -> str:
    return compose_addendum(opstelling.toolkit, CODE, JAAR, reden=reden).melding


def _code(opstelling: Opstelling) -> str:
    with opstelling.store.transaction() as tx:
        return tx.addenda(require_cyclus(tx, CODE, JAAR))[-1].code


def _besluit(opstelling: Opstelling, niet: str = "") -> None:
    """Let every orgaan agree with the last addendum, except one partij."""
    for partij, orgaan, *_ in BESLUITEN:
        reikwijdte = Reikwijdte.NIET if partij == niet else Reikwijdte.GEHEEL
        besluit = Besluit(
            partij,
            orgaan,
            reikwijdte,
            opstelling.klok.dag,
            _code(opstelling),
            "Te vroeg." if partij == niet else "",
        )
        record_besluit(opstelling.toolkit, CODE, JAAR, besluit)


def test_an_addendum_says_what_changes_and_leaves_the_adopted_text_alone() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    vastgesteld, stukken = geldende_code(opstelling), dict(opstelling.uitgifte.bestanden)
    _wijzig(opstelling, "Andere zin.")

    melding = _addendum(opstelling)

    assert melding.startswith("Addendum 1 is gemaakt (code ")
    gelezen = _gelezen(opstelling, "addendum/addendum-1.docx")
    assert gelezen["gewijzigd"][0]["afspraak"] == "Afspraak 1. Titel 1"
    assert (gelezen["sinds"], gelezen["reden"]) == ("de vastgestelde jaarschijf", "Minder geld.")
    assert {b["besluit"] for b in gelezen["besluiten"]} == {"nog geen besluit"}
    assert geldende_code(opstelling) == vastgesteld != _code(opstelling)
    assert stukken.items() <= opstelling.uitgifte.bestanden.items()


def test_every_partij_is_asked_once_for_a_decision() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    _wijzig(opstelling, "Andere zin.")
    _addendum(opstelling)
    _addendum(opstelling)

    with opstelling.store.transaction() as tx:
        berichten = tx.berichten(require_cyclus(tx, CODE, JAAR))
    assert [b.sleutel for b in berichten if "addendum" in b.sleutel] == [
        f"addendum/{_code(opstelling)}/{partij}" for partij in ("gemeente", "domesta", "huurders")
    ]


def test_it_counts_when_all_agree_and_the_next_one_builds_on_it() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    _wijzig(opstelling, "Andere zin.")
    _addendum(opstelling)
    _besluit(opstelling)

    assert "Het addendum geldt." in _addendum(opstelling)
    _wijzig(opstelling, "Derde zin.")
    assert _addendum(opstelling, "Nog minder.").startswith("Addendum 2 is gemaakt")

    assert _gelezen(opstelling, "addendum/addendum-2.docx")["sinds"] == "addendum 1"
    eerste, tweede = show_status(opstelling.toolkit, CODE, JAAR).let_op
    assert (eerste[-14:], tweede[-12:]) == ("is aangenomen.", "is gevraagd.")


def test_one_partij_that_does_not_agree_stops_it() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    _wijzig(opstelling, "Andere zin.")
    _addendum(opstelling)
    _besluit(opstelling, niet="huurders")

    assert "Het addendum geldt niet." in _addendum(opstelling)
    _wijzig(opstelling, "Derde zin.")
    _addendum(opstelling)
    assert _gelezen(opstelling, "addendum/addendum-2.docx")["sinds"] == "de vastgestelde jaarschijf"


def test_a_decision_on_the_year_itself_is_closed_and_stays_as_it_was() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    voor = show_status(opstelling.toolkit, CODE, JAAR).partijen
    _wijzig(opstelling, "Andere zin.")
    _addendum(opstelling)

    with pytest.raises(FaseError, match="Besluiten horen bij de fase"):
        record_besluit(
            opstelling.toolkit,
            CODE,
            JAAR,
            Besluit(
                "domesta",
                BESLUITEN[1][1],
                Reikwijdte.GEHEEL,
                opstelling.klok.dag,
                geldende_code(opstelling),
            ),
        )
    assert show_status(opstelling.toolkit, CODE, JAAR).partijen == voor


def test_without_a_change_a_reason_or_an_adopted_text_there_is_no_addendum() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    assert _addendum(opstelling) == "Er is niets veranderd sinds de vastgestelde jaarschijf."
    _wijzig(opstelling, "Andere zin.")
    with pytest.raises(BesluitError, match="hoort een reden"):
        _addendum(opstelling, "")
    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        _addendum(in_fase(Fase.OVERLEG))
    with pytest.raises(FaseError, match="is afgerond"):
        _addendum(in_fase(Fase.AFGEROND))
