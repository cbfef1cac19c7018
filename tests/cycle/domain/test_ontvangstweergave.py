"""The letter of receipt: what was read, what to mend, and until when."""

from dataclasses import replace
from decimal import Decimal

import pendulum
import pytest

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.formulier import Formulier, FormulierRegel, Voorraadregel
from cycle.domain.gelezen import GelezenWaarde, Reden
from cycle.domain.indicator import INZET
from cycle.domain.inlevering import Inlevering
from cycle.domain.ontvangstview import AntwoordView, PuntView
from cycle.domain.ontvangstweergave import build_ontvangst
from cycle.domain.plek import Plek
from cycle.domain.wederkerigheid import Verzoek
from tests.builders import JAAR, een_cel, een_indicator, een_samenwerking

OP_TIJD, TE_LAAT = pendulum.date(2025, 10, 3), pendulum.date(2025, 10, 13)
NETTO = een_indicator("NETTO", naam="Netto toevoeging", enkelvoud="woning")


def _waarde(veld: str, waarde: object, ruw: str = "", **anders: object) -> GelezenWaarde:
    """Return an answer to question A01-NETTO."""
    plek = Plek("bieding.xlsx", blad="Bieding", cel="J5")
    gelezen = GelezenWaarde("bieding", "A01-NETTO", veld, waarde, ruw or str(waarde), plek)
    return replace(gelezen, **anders)


def _formulier(**anders: object) -> Formulier:
    regel = FormulierRegel("A01-NETTO", "afspraak-1", 1, "De voorraad groeit", NETTO, "", "")
    inzet = FormulierRegel("A02-INZET", "afspraak-2", 2, "Wij praten", INZET, "", "")
    formulier = Formulier(
        samenwerking="dorp",
        samenwerking_naam="Dorp",
        gemeente="Dorp",
        jaar=JAAR,
        partij="domesta",
        partij_naam="Domesta",
        contact="coördinator (wonen@dorp.example)",
        inleveren_voor="vrijdag 10 oktober 2025",
        versie="2",
        regels=(regel, inzet),
    )
    return replace(formulier, **anders)


def _inlevering(
    *waarden: GelezenWaarde, bevindingen: tuple[Bevinding, ...] = (), **anders: object
) -> Inlevering:
    inlevering = Inlevering(
        formulier=_formulier(),
        bestand="bieding.xlsx",
        versie="2",
        ontvangen_op=OP_TIJD,
        inleveren_voor=pendulum.date(2025, 10, 10),
        waarden=waarden,
        bevindingen=bevindingen,
    )
    return replace(inlevering, **anders)


def _antwoorden(*waarden: GelezenWaarde, **anders: object) -> tuple[AntwoordView, ...]:
    return build_ontvangst(een_samenwerking(), _inlevering(*waarden, **anders)).antwoorden


def _regel(*waarden: GelezenWaarde) -> str:
    """Return the answer to the first question as the letter says it."""
    return _antwoorden(*waarden)[0].antwoord


def _bevinding(cel: str, ernst: Ernst = Ernst.FOUT, melding: str = "Melding.") -> Celbevinding:
    plek = f"Bieding!{cel}" if cel else "Bieding"
    return Celbevinding("W301", ernst, plek, melding, "Advies.", blad="Bieding", cel=cel)


def test_letter_says_what_came_in_and_from_whom() -> None:
    view = build_ontvangst(
        een_samenwerking(voorbeeld="Dit zijn voorbeeldcijfers."),
        _inlevering(meegestuurd=("kopie.xlsx: een kopie.",)),
    )

    assert (view.partij, view.samenwerking, view.jaar) == ("Domesta", "Dorp", str(JAAR))
    assert (view.datum, view.bestand, view.formulierversie) == (
        "3 oktober 2025",
        "bieding.xlsx",
        "2",
    )
    assert view.coordinator == "coördinator (wonen@dorp.example)"
    assert view.voorbeeld == "Dit zijn voorbeeldcijfers."
    assert view.meegestuurd == ("kopie.xlsx: een kopie.",)


def test_a_whole_answer_is_read_back_line_by_line() -> None:
    antwoord = _regel(
        _waarde("toelichting", "Wij bouwen."),
        _waarde("bedrag", Decimal(450000), "€ 450.000"),
        _waarde("planning", pendulum.date(2026, 7, 1), "Q3 2026", tot=pendulum.date(2026, 9, 30)),
        _waarde("bod", Decimal(60), "ca. 60", kwalificatie="circa"),
        _waarde("status", "ja"),
    )

    assert antwoord.splitlines() == [
        "Ja, u doet mee.",
        "Uw bod: circa 60 woningen.",
        "Klaar: 1 juli 2026 tot en met 30 september 2026 (u schreef: ‘Q3 2026’)",
        "Bedrag: €\u00a0450.000.",
        "Toelichting: Wij bouwen.",
    ]


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (_waarde("bod", Decimal(1), "1"), "Uw bod: 1 woning."),
        (_waarde("bod", Decimal(0), "0"), "Uw bod: 0 woningen."),
        (
            _waarde("bod", Decimal(10), "10-15", hoog=Decimal(15)),
            "Uw bod: 10 woningen tot 15 woningen. Wij rekenen met het laagste getal.",
        ),
        (
            _waarde("bod", None, "veel", reden=Reden.GEWEIGERD),
            "Uw bod: dit konden wij niet lezen (u schreef: ‘veel’)",
        ),
        (_waarde("bod", None, "-", reden=Reden.STREEPJE), "Uw bod: geen bod (u schreef: ‘-’)"),
        (
            _waarde("bod", None, "PM", reden=Reden.ONBEKEND),
            "Uw bod: nog niet bekend (u schreef: ‘PM’)",
        ),
        (
            _waarde("bedrag", None, "n.v.t.", reden=Reden.NVT),
            "Bedrag: niet van toepassing (u schreef: ‘n.v.t.’)",
        ),
        (_waarde("planning", pendulum.date(2026, 7, 1), "1 juli 2026"), "Klaar: 1 juli 2026."),
        (
            _waarde("planning", None, "zsm", reden=Reden.GEWEIGERD),
            "Klaar: dit konden wij niet lezen (u schreef: ‘zsm’)",
        ),
        (_waarde("status", "deels"), "U doet voor een deel mee."),
        (_waarde("status", "nee"), "Nee, u doet niet mee."),
        (_waarde("status", "n.v.t."), "Niet van toepassing."),
        (
            _waarde("status", None, "misschien", reden=Reden.GEWEIGERD),
            "Doet u mee: dit konden wij niet lezen (u schreef: ‘misschien’).",
        ),
        (_waarde("toelichting", "=1+1"), "Toelichting: =1+1."),
    ],
)
def test_each_way_of_answering_is_said_in_plain_words(waarde: GelezenWaarde, zin: str) -> None:
    assert _regel(waarde) == zin


def test_long_text_is_cut_and_says_where_the_rest_is() -> None:
    zin = _regel(_waarde("toelichting", "woord " * 200))

    assert zin.endswith("woord… (de hele tekst staat in uw formulier)")
    assert len(zin) < 500


def test_question_without_an_answer_stands_in_the_letter_too() -> None:
    eerste, tweede = _antwoorden(_waarde("status", "ja"), _waarde("bod", None, " ".strip() or ""))

    assert eerste.groep == "Afspraak 1. De voorraad groeit"
    assert (eerste.vraag, eerste.cel) == ("Netto toevoeging", "Bieding, rij 5")
    assert tweede == AntwoordView(
        "Afspraak 2. Wij praten", "Wat gaat u doen?", "Nog geen antwoord.", ""
    )


def test_answer_to_a_question_that_is_not_asked_is_not_left_out() -> None:
    *_, laatste = _antwoorden(_waarde("bod", Decimal(5), "5", regel="A99-OUD"))

    assert laatste == AntwoordView("Andere antwoorden", "A99-OUD", "Uw bod: 5.", "Bieding, rij 5")


def test_stock_and_requests_of_others_are_read_back() -> None:
    voorraad = Voorraadregel("V-VRD", een_indicator("VRD"), "Sociale huurwoningen")
    verzoek = Verzoek("G-1", "gemeente", "domesta", 1, "Meer woningen.", "", None, False, een_cel())
    formulier = _formulier(
        voorraad=(voorraad,), verzoeken=(verzoek,), gevraagden={"Gemeente Dorp": "gemeente"}
    )

    antwoorden = _antwoorden(
        _waarde("stand", Decimal(3008), "3.008", tabel="voorraad", regel="V-VRD"),
        _waarde("status", "deels", tabel="gevraagd", regel="G-1"),
        formulier=formulier,
    )[2:]

    assert [(a.groep, a.vraag, a.antwoord) for a in antwoorden] == [
        ("Uw woningen", "Sociale huurwoningen", "3.008 woningen."),
        ("Wat anderen aan u vragen", "Gemeente Dorp: Meer woningen.", "Uw antwoord: deels."),
    ]


def test_requests_to_others_and_extra_offers_are_read_back_per_row() -> None:
    def rij(tabel: str, veld: str, ruw: str, cel: str, waarde: object = None) -> GelezenWaarde:
        plek = Plek("bieding.xlsx", blad=tabel.title(), cel=cel)
        return _waarde(veld, waarde or ruw, ruw, tabel=tabel, regel="", plek=plek)

    maart = pendulum.date(2026, 3, 1)
    antwoorden = _antwoorden(
        rij("wederkerigheid", "gevraagde", "Gemeente Dorp", "A5"),
        rij("wederkerigheid", "inzet", "Een bouwlocatie", "B5"),
        rij("wederkerigheid", "afspraak", "1", "C5", Decimal(1)),
        rij("wederkerigheid", "voor", "1 maart 2026", "D5", maart),
        rij("wederkerigheid", "voorwaarde", "ja", "E5"),
        rij("wederkerigheid", "inzet", "Geld", "B6"),
        rij("extra", "voorstel", "Een buurtkamer", "A5"),
        rij("extra", "bod", "1 kamer", "B5"),
    )[2:]

    assert [(a.vraag, a.antwoord.splitlines(), a.cel) for a in antwoorden] == [
        (
            "Van Gemeente Dorp",
            [
                "Een bouwlocatie.",
                "Bij afspraak 1.",
                "Voor: 1 maart 2026.",
                "Gaat uw bod zonder dit niet door: ja.",
            ],
            "Wederkerigheid, rij 5",
        ),
        ("Van wie is niet ingevuld", ["Geld."], "Wederkerigheid, rij 6"),
        ("Uw voorstel", ["Een buurtkamer.", "Uw bod: 1 kamer."], "Extra, rij 5"),
    ]


@pytest.mark.parametrize(
    ("ernsten", "zin"),
    [
        ((), "Alles is gelezen. U hoeft niets te doen."),
        ((Ernst.INFO,), "Alles is gelezen. U hoeft niets te doen."),
        ((Ernst.WAARSCHUWING,), "Wilt u 1 ding nakijken?"),
        ((Ernst.WAARSCHUWING,) * 2, "Wilt u 2 dingen nakijken?"),
        ((Ernst.FOUT,), "Er is 1 ding dat u nog moet verbeteren."),
        ((Ernst.FOUT, Ernst.BLOKKADE), "Er zijn 2 dingen die u nog moet verbeteren."),
    ],
)
def test_first_sentence_says_what_to_do(ernsten: tuple[Ernst, ...], zin: str) -> None:
    bevindingen = tuple(_bevinding(f"J{n}", ernst) for n, ernst in enumerate(ernsten, 5))

    view = build_ontvangst(een_samenwerking(), _inlevering(bevindingen=bevindingen))

    assert zin in view.uitkomst


def test_the_same_finding_on_many_cells_is_said_once_with_all_of_them() -> None:
    bevindingen = (
        *(_bevinding(f"I{rij}") for rij in (5, 6, 7)),
        _bevinding("", melding="Het blad is weg."),
        Bevinding("B007", Ernst.WAARSCHUWING, "bieding.xlsm", "Er zijn macro's.", "Kijk na."),
        Bevinding("W304", Ernst.WAARSCHUWING, "Bieding!J5", "Circa.", "Klopt dat?"),
    )

    view = build_ontvangst(een_samenwerking(), _inlevering(bevindingen=bevindingen))

    assert view.verbeteren == (
        PuntView("Blad Bieding, cellen I5, I6 en I7", "Melding.", "Advies.", "W301"),
        PuntView("Blad Bieding", "Het blad is weg.", "Advies.", "W301"),
    )
    assert [punt.waar for punt in view.nakijken] == ["Het hele bestand", "Blad Bieding, cel J5"]


@pytest.mark.parametrize(
    ("dag", "bevindingen", "begin"),
    [
        (OP_TIJD, (_bevinding("J5"),), "Verbeter uw formulier en stuur het terug, uiterlijk op"),
        (OP_TIJD, (), "Wilt u nog iets veranderen? U mag een nieuwe versie sturen tot en met"),
        (TE_LAAT, (_bevinding("J5"),), "De laatste dag om in te leveren was"),
        (TE_LAAT, (), "De laatste dag om in te leveren was"),
    ],
)
def test_letter_says_until_when_a_new_version_may_come(
    dag: pendulum.Date, bevindingen: tuple[Bevinding, ...], begin: str
) -> None:
    view = build_ontvangst(
        een_samenwerking(), _inlevering(bevindingen=bevindingen, ontvangen_op=dag)
    )

    assert view.vervolg[0].startswith(f"{begin} vrijdag 10 oktober 2025")
    assert "krijgt u een concept" in view.vervolg[1]
