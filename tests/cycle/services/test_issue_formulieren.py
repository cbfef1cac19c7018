"""Forms: one per partij, with its own afspraken, its own target and what was reached."""

import json
from dataclasses import replace

import pytest

from cycle.domain.fase import Fase
from cycle.domain.voorbeeld import Antwoorden
from cycle.services.cyclus import require_cyclus
from cycle.services.issue_formulieren import build_formulieren, issue_formulieren
from cycle.services.receive_bieding import receive_bieding
from tests.builders import een_doel
from tests.cycle.services.builders import (
    ANTWOORDEN,
    CODE,
    JAAR,
    PARTIJCODES,
    een_dorp,
    een_opstelling,
    een_werkmap,
    in_fase,
)
from tests.fakes import FakeFormulieren


def test_every_partij_gets_a_form_and_a_message() -> None:
    opstelling = in_fase(Fase.KICKOFF)

    uitkomst = issue_formulieren(opstelling.toolkit, CODE, JAAR)

    namen = [f"formulieren/bieding-{JAAR}-{partij}.xlsx" for partij in PARTIJCODES]
    assert list(opstelling.uitgifte.bestanden) == [f"{CODE}-{JAAR}/{naam}" for naam in namen]
    assert len(uitkomst.stukken) == len(PARTIJCODES)
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert [s.naam for s in tx.stukken(cyclus)] == sorted(namen)
        assert [b.sleutel for b in tx.berichten(cyclus)] == [f"uitvraag/{p}" for p in PARTIJCODES]


def test_a_form_asks_a_partij_only_about_its_own_afspraken() -> None:
    opstelling = een_opstelling()

    formulieren = build_formulieren(opstelling.toolkit, een_dorp(), JAAR)

    vragen = {f.partij: [r.regelcode for r in f.regels] for f in formulieren}
    assert vragen == {
        "gemeente": ["A01-NETTO", "A03-INZET"],
        "domesta": ["A01-NETTO", "A02-SLVK", "A03-INZET"],
        "huurders": ["A03-INZET"],
    }


def test_a_form_shows_target_and_result_and_says_when_a_target_is_shared() -> None:
    opstelling = een_opstelling()

    gemeente, domesta, _ = build_formulieren(opstelling.toolkit, een_dorp(), JAAR)

    assert gemeente.regels[0].doel == "samen ten minste 320 woningen"
    assert gemeente.regels[0].realisatie == "n.b."
    assert domesta.regels[0].doel == "ten minste 200 woningen"
    assert domesta.regels[0].realisatie == "60 woningen"
    assert (domesta.regels[2].doel, domesta.regels[2].realisatie) == ("", "")


def test_a_shared_percentage_is_the_target_of_each() -> None:
    dorp = een_dorp()
    eerste, *rest = dorp.afspraken
    doel = een_doel("KK_P", "60", partij="samen")
    thema = replace(dorp.themas[0], afspraken=(replace(eerste, doelen=(doel,)), *rest))
    opstelling = een_opstelling(replace(dorp, themas=(thema,)))

    gemeente, *_ = build_formulieren(opstelling.toolkit, opstelling.bibliotheek.load(CODE), JAAR)

    assert gemeente.regels[0].doel == "ten minste 60%"


def test_forms_made_again_later_leave_the_fase_alone() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    uitkomst = issue_formulieren(opstelling.toolkit, CODE, JAAR)

    assert not uitkomst.gedaan
    with opstelling.store.transaction() as tx:
        assert require_cyclus(tx, CODE, JAAR).fase is Fase.OVERLEG


def test_a_form_made_again_holds_what_was_handed_in() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))

    issue_formulieren(opstelling.toolkit, CODE, JAAR)
    eerste = dict(opstelling.uitgifte.bestanden)
    issue_formulieren(opstelling.toolkit, CODE, JAAR)

    formulieren = {naam.rpartition("-")[2]: json.loads(b) for naam, b in eerste.items()}
    assert formulieren["domesta.xlsx"]["overgenomen"] == ["50", "8"]
    assert "overgenomen" not in formulieren["huurders.xlsx"]
    assert opstelling.uitgifte.bestanden == eerste


def test_a_form_made_again_holds_each_table_as_it_was_last_sent() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    los = json.loads(een_werkmap("domesta", Antwoorden("domesta", (), ANTWOORDEN["domesta"].extra)))
    inhoud = json.dumps(los | {"tabellen": ["extra"]}).encode()
    receive_bieding(opstelling.toolkit, CODE, JAAR, inhoud, "extra.csv")

    issue_formulieren(opstelling.toolkit, CODE, JAAR)

    formulier = opstelling.uitgifte.bestanden[
        f"{CODE}-{JAAR}/formulieren/bieding-{JAAR}-domesta.xlsx"
    ]
    assert json.loads(formulier)["overgenomen"] == ["50", "8"]


def test_a_form_that_cannot_be_written_leaves_the_state_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = in_fase(Fase.KICKOFF)
    dossiers = opstelling.stand()["dossiers"]
    monkeypatch.setattr(FakeFormulieren, "write", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        issue_formulieren(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand()["dossiers"] == dossiers
    assert opstelling.uitgifte.bestanden == {}
