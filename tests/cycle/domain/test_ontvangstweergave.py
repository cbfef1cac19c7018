"""The letter of receipt: what was read, what to mend, and until when."""

from dataclasses import replace
from decimal import Decimal

import pendulum
import pytest

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.formulier import Formulier, FormulierRegel, Voorraadregel
from cycle.domain.gelezen import GelezenWaarde, Reden
from cycle.domain.indicator import INZET
from cycle.domain.inlevering import Inlevering, Retourvorm
from cycle.domain.ontvangstview import AntwoordView, OntvangstView, PuntView
from cycle.domain.ontvangstweergave import build_ontvangst
from cycle.domain.plek import Plek
from cycle.domain.wederkerigheid import Verzoek
from tests.builders import JAAR, een_cel, een_indicator, een_samenwerking

NOVEMBER = pendulum.date(2026, 11, 30)
OP_TIJD, TE_LAAT = pendulum.date(2025, 10, 3), pendulum.date(2025, 10, 13)
NETTO = een_indicator("NETTO", naam="Netto toevoeging", enkelvoud="woning")


def _waarde(veld: str, waarde: object, ruw: str = "", **anders: object) -> GelezenWaarde:
    """Return an answer to question A01-NETTO."""
    plek = Plek("bieding.xlsx", blad="Bieding", cel="J5")
    gelezen = GelezenWaarde("bieding", "A01-NETTO", veld, waarde, ruw or str(waarde), plek)
    return replace(gelezen, **anders)


GEVULD = _waarde("status", "ja")


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


def _mist(cel: str, kop: str, **anders: str) -> Celbevinding:
    """Return the finding of an empty cell."""
    plek, melding = f"Bieding!{cel}", f"Hier mist een antwoord: {kop}"
    leeg = Celbevinding("W313", Ernst.WAARSCHUWING, plek, melding, "Vul in.", blad="Bieding")
    return replace(leeg, cel=cel, **anders)


def _antwoorden(*waarden: GelezenWaarde, **anders: object) -> tuple[AntwoordView, ...]:
    return _brief(*waarden, **anders).antwoorden


def _brief(*waarden: GelezenWaarde, **anders: object) -> OntvangstView:
    """Return the letter about these answers, to Domesta."""
    return build_ontvangst(een_samenwerking(), _inlevering(*waarden, **anders))


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


def test_a_whole_answer_is_read_back_sentence_by_sentence() -> None:
    zinnen = _regel(
        _waarde("toelichting", "Wij bouwen."),
        _waarde("bedrag", Decimal(450000), "€ 450.000"),
        _waarde("planning", pendulum.date(2026, 7, 1), "Q3 2026", tot=pendulum.date(2026, 9, 30)),
        _waarde("bod", Decimal(60), "ca. 60", kwalificatie="circa"),
        _waarde("status", "ja"),
    )

    assert zinnen == (
        "Ja, u doet mee. Uw bod: circa 60 woningen. Klaar: 3e kwartaal 2026. "
        "Bedrag: €\u00a0450.000. Toelichting: Wij bouwen."
    )


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        (_waarde("bod", Decimal(1), "1"), "Uw bod: 1 woning."),
        (_waarde("bod", Decimal(0), "0"), "Uw bod: 0 woningen."),
        (
            _waarde("bod", Decimal(10), "10-15", hoog=Decimal(15)),
            "Uw bod: 10 tot 15 woningen. Wij rekenen met het laagste getal.",
        ),
        (
            _waarde("bod", None, "veel", reden=Reden.GEWEIGERD),
            "Uw bod: dit konden wij niet lezen (u schreef: ‘veel’).",
        ),
        (_waarde("bod", None, "-", reden=Reden.STREEPJE), "Uw bod: geen bod (u schreef: ‘-’)."),
        (
            _waarde("bod", None, "PM", reden=Reden.ONBEKEND),
            "Uw bod: nog niet bekend (u schreef: ‘PM’).",
        ),
        (
            _waarde("bedrag", None, "n.v.t.", reden=Reden.NVT),
            "Bedrag: niet van toepassing (u schreef: ‘n.v.t.’).",
        ),
        (_waarde("planning", pendulum.date(2026, 7, 1), "1 juli 2026"), "Klaar: 1 juli 2026."),
        (
            _waarde("planning", None, "zsm", reden=Reden.GEWEIGERD),
            "Klaar: dit konden wij niet lezen (u schreef: ‘zsm’).",
        ),
        (
            _waarde("planning", pendulum.date(2026, 9, 1), "najaar", tot=NOVEMBER),
            "Klaar: 1 september 2026 tot en met 30 november 2026 (u schreef: ‘najaar’).",
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


def test_long_text_is_cut() -> None:
    zin = _regel(_waarde("toelichting", "woord " * 200))

    assert zin.endswith("woord…")
    assert len(zin) < 200


def test_question_without_an_answer_stands_in_the_letter_too() -> None:
    eerste, tweede = _antwoorden(_waarde("status", "ja"), _waarde("bod", None, " ".strip() or ""))

    assert (eerste.vraag, eerste.cel) == ("Afspraak 1, de voorraad groeit", "Bieding, rij 5")
    assert tweede == AntwoordView("Afspraak 2, wij praten", "Nog geen antwoord.", "")


def test_answer_to_a_question_that_is_not_asked_is_not_left_out() -> None:
    *_, laatste = _antwoorden(_waarde("bod", Decimal(5), "5", regel="A99-OUD"))

    assert laatste == AntwoordView("Ander antwoord: A99-OUD", "Uw bod: 5.", "Bieding, rij 5")


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

    assert [(a.vraag, a.antwoord) for a in antwoorden] == [
        ("Uw woningen, sociale huurwoningen", "3.008 woningen."),
        ("Gemeente Dorp vraagt: meer woningen", "Uw antwoord: deels."),
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

    nodig = "Wat u van anderen nodig hebt, van"
    assert [(a.vraag, a.antwoord, a.cel) for a in antwoorden] == [
        (
            f"{nodig} Gemeente Dorp",
            "Een bouwlocatie. Bij afspraak 1. Voor: 1 maart 2026. "
            "Gaat uw bod zonder dit niet door: ja.",
            "Wederkerigheid, rij 5",
        ),
        (f"{nodig} wie is niet ingevuld", "Geld.", "Wederkerigheid, rij 6"),
        ("Uw extra voorstel", "Een buurtkamer. Uw bod: 1 kamer.", "Extra, rij 5"),
    ]


def test_request_reads_well_however_it_was_typed() -> None:
    def cel(veld: str, ruw: str, waarde: object = None) -> GelezenWaarde:
        plek = Plek("bieding.xlsx", blad="Wederkerigheid", cel="A5")
        return _waarde(veld, waarde or ruw, ruw, tabel="wederkerigheid", regel="", plek=plek)

    *_, verzoek = _antwoorden(
        cel("gevraagde", "RVC", "rvc"),
        cel("inzet", "Instemmen"),
        cel("afspraak", "afspraak 99", Decimal(99)),
        formulier=_formulier(gevraagden={"onze raad van commissarissen": "rvc"}),
    )

    assert verzoek.vraag == "Wat u van anderen nodig hebt, van uw raad van commissarissen"
    assert verzoek.antwoord == "Instemmen. Bij afspraak 99."


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
def test_first_sentence_says_what_the_matter_is(ernsten: tuple[Ernst, ...], zin: str) -> None:
    bevindingen = tuple(_bevinding(f"J{n}", ernst) for n, ernst in enumerate(ernsten, 5))

    assert zin in _brief(GEVULD, bevindingen=bevindingen).uitkomst


def test_missing_answers_are_a_group_of_their_own_and_ask_for_something() -> None:
    vraag = {"regel": "A02-INZET", "vraag": "Afspraak 2, wij praten"}
    mist = (_mist("I6", "doet u mee?", **vraag), _mist("M6", "wat gaat u doen?", **vraag))

    brief = _brief(GEVULD, bevindingen=mist)

    [punt] = brief.ontbreekt
    assert (brief.verbeteren, brief.nakijken) == ((), ())
    assert punt.waar == "Afspraak 2, wij praten (blad Bieding, cellen I6 en M6)"
    assert punt.wat == "Doet u mee? Wat gaat u doen?"
    assert brief.uitkomst == "Er missen nog 2 antwoorden."
    assert "uiterlijk op vrijdag 10 oktober 2025" in brief.ontbreekt_doe
    assert "Vul in wat nog mist." in brief.stappen
    assert "hoeft u niets te doen" not in " ".join((brief.uitkomst, *brief.stappen))
    assert [a.vraag for a in brief.antwoorden] == ["Afspraak 1, de voorraad groeit"]


def test_form_without_any_answer_gets_one_sentence_and_no_list() -> None:
    brief = _brief(bevindingen=(_mist("I5", "doet u mee?"), _mist("I6", "doet u mee?")))

    assert brief.uitkomst == "In dit formulier is nog niets ingevuld."
    assert brief.stappen[0].endswith("mail het terug, uiterlijk op vrijdag 10 oktober 2025.")
    assert (brief.ontbreekt, brief.nakijken, brief.antwoorden) == ((), (), ())
    assert "Dank u wel" not in brief.dank


def test_old_version_is_nothing_to_mend_and_says_what_to_do_with_the_new_one() -> None:
    oud = Celbevinding("B013", Ernst.BLOKKADE, "bieding.xlsx", "Oude versie.", "Vraag de nieuwe.")

    brief = _brief(GEVULD, bevindingen=(oud,), retourvorm=Retourvorm.NIEUW)

    assert brief.verbeteren == ()
    assert "Het nieuwe zit bij deze brief. Uw antwoorden staan er al in." in brief.uitkomst
    assert "verbeteren" not in brief.uitkomst
    assert brief.stappen == (
        "Open het nieuwe formulier. Dat zit bij deze brief.",
        "Kijk uw antwoorden na.",
        "Sla het bestand op en mail dat nieuwe formulier terug, uiterlijk op vrijdag 10 oktober "
        "2025.",
    )


@pytest.mark.parametrize("code", ["B011", "B012"])
def test_form_of_someone_else_or_another_year_is_answered_with_that_only(code: str) -> None:
    fout = Celbevinding(code, Ernst.BLOKKADE, "b.xlsx", "Dit is voor 2027.", "Stuur dat van 2026.")

    brief = _brief(GEVULD, bevindingen=(_bevinding("K5"), fout))

    assert (brief.uitkomst, brief.stappen) == ("Dit is voor 2027.", ("Stuur dat van 2026.",))
    assert brief.dank == "Wij hebben uw bestand ontvangen."
    assert str(JAAR) not in brief.onderwerp + " ".join(brief.vervolg)
    assert (brief.partij, brief.verbeteren, brief.antwoorden) == ("", (), ())


def test_the_same_finding_on_many_cells_is_said_once_with_all_of_them() -> None:
    vraag = "Afspraak 5, sociale voorraad in de dorpen"
    bevindingen = (
        *(_bevinding(f"I{rij}") for rij in (5, 6, 7)),
        replace(_bevinding("J12", melding="Te hoog."), vraag=vraag),
        replace(_bevinding("J13", melding="Te hoog."), vraag="Afspraak 6, meer groen"),
        _bevinding("", melding="Het blad is weg."),
        Bevinding("B007", Ernst.WAARSCHUWING, "bieding.xlsm", "Er zijn macro's.", "Kijk na."),
        Bevinding("W304", Ernst.WAARSCHUWING, "Bieding!J5", "Circa.", "Klopt dat?"),
    )

    view = _brief(GEVULD, bevindingen=bevindingen)

    assert view.verbeteren == (
        PuntView("Blad Bieding, cellen I5, I6 en I7", "Melding.", "Advies.", "W301"),
        PuntView(
            f"{vraag} (blad Bieding, cel J12)\nAfspraak 6, meer groen (blad Bieding, cel J13)",
            "Te hoog.",
            "Advies.",
            "W301",
        ),
        PuntView("Blad Bieding", "Het blad is weg.", "Advies.", "W301"),
    )
    assert [punt.waar for punt in view.nakijken] == ["Het hele bestand", "Blad Bieding, cel J5"]


def test_letter_names_the_last_day_where_something_has_to_be_done() -> None:
    brief = _brief(GEVULD, bevindingen=(_bevinding("J5"),), retourvorm=Retourvorm.KOPIE)

    assert brief.stappen == (
        "Open de kopie van uw formulier. Die zit bij deze brief.",
        "Verbeter de gekleurde cellen.",
        "Sla het bestand op en mail het terug, uiterlijk op vrijdag 10 oktober 2025.",
    )
    assert len(brief.vervolg) == 1


def test_form_in_order_may_still_be_changed_until_the_last_day() -> None:
    brief = _brief(GEVULD)

    assert brief.stappen == ()
    assert "een nieuwe versie sturen tot en met vrijdag 10 oktober 2025" in brief.vervolg[0]
    assert "krijgt u een concept" in brief.vervolg[1]


@pytest.mark.parametrize("ernsten", [(), (Ernst.FOUT,)])
def test_after_the_last_day_one_sentence_says_until_when(ernsten: tuple[Ernst, ...]) -> None:
    fouten = tuple(_bevinding("J5", ernst) for ernst in ernsten)

    brief = _brief(GEVULD, bevindingen=fouten, ontvangen_op=TE_LAAT)

    assert brief.vervolg[0] == (
        "De laatste dag was vrijdag 10 oktober 2025, maar u mag nog een nieuwe versie sturen "
        "totdat de gemeente de partijen om hun besluiten vraagt."
    )
    assert "uiterlijk" not in " ".join(brief.stappen)
