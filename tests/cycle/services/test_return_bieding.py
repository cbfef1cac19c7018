"""What goes back to the sender: the right files, and a sentence when something cannot be made."""

import json
from dataclasses import replace

import pendulum

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.domain.fase import Fase
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.plek import Plek
from cycle.services.ports import GelezenFormulier
from cycle.services.return_bieding import Teruggave, return_bieding
from tests.cycle.services.builders import CODE, JAAR, een_werkmap, in_fase


def _bevinding(code: str = "W301", ernst: Ernst = Ernst.FOUT) -> Celbevinding:
    return Celbevinding(code, ernst, "Bieding!J5", "Melding.", "Advies.", blad="Bieding", cel="J5")


def _gelezen(*bevindingen: Celbevinding, **anders: object) -> GelezenFormulier:
    plek = Plek("bieding.xlsx", blad="Bieding", cel="J5")
    waarde = GelezenWaarde("bieding", "A01-NETTO", "status", "ja", "ja", plek)
    gelezen = GelezenFormulier("domesta", CODE, JAAR, None, bevindingen, (waarde,), "Dorp", "2")
    return replace(gelezen, **anders)


def _terug(*gelezen: GelezenFormulier, inhoud: bytes = b"{}", naam: str = "bod.xlsx") -> Teruggave:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    ervoor = opstelling.stand()
    teruggave = return_bieding(opstelling.toolkit, naam, inhoud, gelezen)
    assert opstelling.stand() == ervoor
    return teruggave


def _namen(teruggave: Teruggave) -> list[str]:
    return [bestand.naam for bestand in teruggave.bestanden]


def test_form_with_something_to_mend_goes_back_marked_with_a_letter() -> None:
    teruggave = _terug(_gelezen(_bevinding()), inhoud=een_werkmap("domesta"))

    kopie, brief, pdf = teruggave.bestanden
    assert _namen(teruggave) == ["bod-nagekeken.xlsx", "bod-ontvangst.docx", "bod-ontvangst.pdf"]
    assert json.loads(kopie.inhoud)["gemerkt"] == ["W301"]
    assert pdf.inhoud == b"%PDF " + brief.inhoud
    view = json.loads(brief.inhoud)
    assert view["meegestuurd"] == [
        "bod-nagekeken.xlsx: een kopie van uw formulier. Daarin staat elk punt op zijn cel."
    ]
    assert view["voorbeeld"] == "Dit zijn voorbeeldcijfers."
    assert view["antwoorden"][0]["antwoord"] == "Ja, u doet mee."


def test_clean_form_gets_the_letter_only() -> None:
    schoon = _terug(_gelezen())
    ter_info = _terug(_gelezen(_bevinding("S102", Ernst.INFO)))

    assert _namen(schoon) == _namen(ter_info) == ["bod-ontvangst.docx", "bod-ontvangst.pdf"]
    assert "hoeft niets te doen" in json.loads(schoon.bestanden[0].inhoud)["uitkomst"]


def test_form_of_an_old_version_gets_a_new_form_with_its_answers() -> None:
    nieuw, *brieven = _terug(_gelezen(_bevinding("B013", Ernst.BLOKKADE))).bestanden

    assert nieuw.naam == "bod-nieuw-formulier.xlsx"
    assert json.loads(nieuw.inhoud)["overgenomen"] == ["ja"]
    assert json.loads(nieuw.inhoud)["partij"] == "domesta"
    assert "een nieuw formulier" in json.loads(brieven[0].inhoud)["meegestuurd"][0]


def test_form_without_any_answer_goes_back_with_a_letter_only() -> None:
    mist = _bevinding("W313", Ernst.WAARSCHUWING)

    teruggave = _terug(_gelezen(mist, waarden=()), inhoud=een_werkmap("domesta"))

    assert _namen(teruggave) == ["bod-ontvangst.docx", "bod-ontvangst.pdf"]
    view = json.loads(teruggave.bestanden[0].inhoud)
    assert view["uitkomst"] == "In dit formulier is nog niets ingevuld."


def test_form_for_another_year_goes_back_with_a_letter_only() -> None:
    ander_jaar = _bevinding("B012", Ernst.BLOKKADE)

    teruggave = _terug(_gelezen(_bevinding(), ander_jaar), inhoud=een_werkmap("domesta"))

    assert _namen(teruggave) == ["bod-ontvangst.docx", "bod-ontvangst.pdf"]


def test_finding_in_the_letter_says_which_question_it_is_about() -> None:
    leeg = _terug(_gelezen())
    vragen = [a["vraag"] for a in json.loads(leeg.bestanden[0].inhoud)["antwoorden"]]
    bevinding = replace(_bevinding(), regel="A01-NETTO")

    brief = _terug(_gelezen(bevinding), inhoud=een_werkmap("domesta")).bestanden[1]

    [punt] = json.loads(brief.inhoud)["verbeteren"]
    assert punt["waar"] == f"{vragen[0]} (blad Bieding, cel J5)"


def test_file_that_cannot_be_marked_gets_a_new_form() -> None:
    teruggave = _terug(_gelezen(_bevinding()), inhoud=b"regel;bod", naam="bod.csv")

    assert _namen(teruggave)[0] == "bod-nieuw-formulier.xlsx"


def test_unknown_samenwerking_gets_the_marked_copy_and_a_sentence_that_says_why() -> None:
    teruggave = _terug(_gelezen(_bevinding(), samenwerking="nergens"))

    assert _namen(teruggave) == ["bod-nagekeken.xlsx"]
    assert teruggave.meldingen == (
        "Er is geen brief gemaakt. De samenwerking 'nergens' bestaat niet.",
    )


def test_unknown_partij_gets_no_letter() -> None:
    teruggave = _terug(_gelezen(_bevinding(), partij="niemand"))

    assert _namen(teruggave) == ["bod-nagekeken.xlsx"]
    assert "niemand" in teruggave.meldingen[0]


def test_file_that_does_not_say_whose_it_is_gets_nothing_but_the_reason() -> None:
    onbekend = _gelezen(_bevinding("B003"), samenwerking="", partij="", jaar=0, waarden=())

    teruggave = _terug(onbekend, inhoud=b"kapot")

    assert teruggave.bestanden == ()
    assert teruggave.meldingen == (
        "Er is geen brief gemaakt. Het bestand zegt niet van wie het is.",
    )


def test_workbook_for_several_gemeenten_gives_a_letter_for_each() -> None:
    teruggave = _terug(_gelezen(), _gelezen(samenwerking="nergens"))

    assert _namen(teruggave) == ["bod-dorp-ontvangst.docx", "bod-dorp-ontvangst.pdf"]
    assert len(teruggave.meldingen) == 1


def test_letter_names_the_day_and_the_planning() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    opstelling.klok.dag = pendulum.date(JAAR - 1, 9, 15)

    teruggave = return_bieding(opstelling.toolkit, "bod.xlsx", b"{}", [_gelezen()])

    view = json.loads(teruggave.bestanden[0].inhoud)
    assert view["datum"] == f"15 september {JAAR - 1}"
    assert "U mag een nieuwe versie sturen tot en met" in view["vervolg"][0]
