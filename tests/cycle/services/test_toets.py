"""The check of April and September: forms, reports, lights, points, and what is still owed."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import BiedingOnleesbaar, FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.licht import Licht
from cycle.domain.toets import Toetsmoment
from cycle.domain.voorbeeld import Standantwoorden
from cycle.services.choose_licht import choose_licht
from cycle.services.compose_toets import compose_toets, report_april, report_september
from cycle.services.follow_year import hold_april, hold_september
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.issue_formulieren import build_formulieren
from cycle.services.issue_toets import ask_april, ask_september, issue_toets
from cycle.services.list_meenemers import list_meenemers
from cycle.services.list_openstaand import list_openstaand
from cycle.services.meenemen import list_restpunten
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.read_melding import read_melding
from cycle.services.receive_bieding import receive_bieding
from cycle.services.receive_melding import receive_melding
from cycle.services.show_toets import show_toets
from cycle.services.start_cyclus import start_cyclus
from tests.builders import een_lichtkeuze, een_realisatie
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    een_dorp,
    een_opstelling,
    een_werkmap,
    ga_naar,
    in_fase,
)
from tests.cycle.services.toetsbouw import (
    APRIL,
    SEPTEMBER,
    STANDEN,
    cyclus_van,
    een_cijfer,
    formulier,
    in_uitvoering,
    stuk_van,
    stuur_stand,
)
from tests.fakes import FakeFormulieren, Opstelling, TussenDoor


def _openstaand(opstelling: Opstelling, jaar: int = JAAR) -> list[str]:
    with opstelling.store.transaction() as tx:
        cyclus = tx.get(CODE, jaar)
        assert cyclus is not None
        inhoud = opstelling.bibliotheek.load(CODE)
        return [v.sleutel for v in list_openstaand(opstelling.toolkit, tx, cyclus, inhoud)]


def _codes(fout: BiedingOnleesbaar) -> list[str]:
    bevindingen: tuple[Bevinding, ...] = fout.bevindingen
    return [bevinding.code for bevinding in bevindingen]


def test_every_partij_gets_its_own_afspraken_of_the_adopted_jaarschijf() -> None:
    opstelling = in_uitvoering()

    assert b'"regelcodes": ["A01-NETTO", "A02-SLVK", "A03-INZET", "E-' in formulier(
        opstelling, "domesta"
    )
    # the gemeente said not to take part in afspraak 1
    assert b'"regelcodes": ["A03-INZET"]' in formulier(opstelling, "gemeente")
    assert sorted(p for p in opstelling.uitgifte.bestanden if "/toets-april/" in p) == [
        f"dorp-{JAAR}/toets-april/formulieren/april-{JAAR}-{partij}.xlsx"
        for partij in ("domesta", "gemeente", "huurders")
    ]


def test_forms_are_mailed_once_however_often_they_are_made() -> None:
    opstelling = in_uitvoering()

    nog_eens = ask_april(opstelling.toolkit, CODE, JAAR)

    cyclus = cyclus_van(opstelling)
    with opstelling.store.transaction() as tx:
        post = [b for b in tx.berichten(cyclus) if b.sleutel.startswith("toets/")]
    assert not nog_eens.gedaan
    assert [b.sleutel for b in post] == [f"toets/april/{p}" for p in PARTIJCODES]
    assert f"peildatum: 31 maart {JAAR}" in post[0].tekst
    assert "uiterlijk: woensdag 8 april 2026" in post[0].tekst


@pytest.mark.parametrize("stap", [ask_april, ask_september])
def test_a_check_outside_the_year_of_execution_needs_a_reason(stap: object) -> None:
    opstelling = in_fase(Fase.VASTGESTELD)

    with pytest.raises(FaseError, match="hoort bij de fase 'uitvoering'") as fout:
        stap(opstelling.toolkit, CODE, JAAR)
    assert fout.value.advies.endswith(f"cyclus fase {CODE} {JAAR} uitvoering")

    assert stap(opstelling.toolkit, CODE, JAAR, reden="Een proef.").gedaan


def test_a_report_is_kept_with_its_cells_and_an_empty_one_is_not() -> None:
    opstelling = in_uitvoering()

    ontvangst = stuur_stand(opstelling)

    cyclus = cyclus_van(opstelling)
    with opstelling.store.transaction() as tx:
        assert tx.standmeldingen(cyclus, APRIL) == (ontvangst.melding,)
    assert ontvangst.is_nieuw
    assert ontvangst.inzending.id.startswith(f"{JAAR}-toets-001-")
    with pytest.raises(BiedingOnleesbaar) as fout:
        receive_melding(
            opstelling.toolkit, CODE, JAAR, formulier(opstelling, "huurders"), "leeg.xlsx"
        )
    assert _codes(fout.value) == ["B017"]


def test_the_last_report_counts_the_older_one_stays_and_the_same_one_is_no_version() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)

    zelfde = stuur_stand(opstelling)
    tweede = stuur_stand(opstelling, "domesta", een_cijfer("14"))

    assert [b.code for b in zelfde.bevindingen] == ["B014"]
    assert tweede.inzending.versie == 2
    cyclus = cyclus_van(opstelling)
    with opstelling.store.transaction() as tx:
        assert [i.versie for i in tx.standinzendingen(cyclus, APRIL)] == [1, 2]
        (melding,) = tx.standmeldingen(cyclus, APRIL)
    assert melding == tweede.melding


def test_the_form_of_another_kind_of_another_year_or_of_somebody_else_is_refused() -> None:
    opstelling = in_uitvoering()
    eigen = formulier(opstelling, "domesta").replace(
        b'"regelcodes"', b'"antwoorden": {"regels": []}, "x"'
    )

    gevallen = {
        "B020": een_werkmap("domesta"),
        "B012": eigen.replace(f'"jaar": {JAAR}'.encode(), f'"jaar": {JAAR + 1}'.encode()),
        "B011": eigen.replace(b'"partij": "domesta"', b'"partij": "vreemd"'),
    }
    for code, werkmap in gevallen.items():
        with pytest.raises(BiedingOnleesbaar) as fout:
            receive_melding(opstelling.toolkit, CODE, JAAR, werkmap, "x.xlsx")
        assert code in _codes(fout.value)

    with pytest.raises(BiedingOnleesbaar) as fout:
        receive_bieding(in_fase(Fase.BIEDINGEN).toolkit, CODE, JAAR, eigen, "x.xlsx")
    assert _codes(fout.value)[0] == "B020"
    assert "jaarschijf toets lees" in fout.value.bevindingen[0].advies


def test_reading_keeps_nothing_and_refuses_the_form_of_a_bieding() -> None:
    opstelling = in_uitvoering()
    ervoor = opstelling.stand()

    (goed,) = read_melding(opstelling.toolkit, formulier(opstelling, "domesta"), "april.xlsx")
    (ander,) = read_melding(opstelling.toolkit, een_werkmap("domesta"), "bieding.xlsx")

    assert goed.melding is not None
    assert [b.code for b in ander.bevindingen] == ["B020"]
    assert opstelling.stand() == ervoor


def test_a_report_before_the_forms_are_out_is_refused() -> None:
    opstelling = in_uitvoering(SEPTEMBER)
    werkmap = formulier(opstelling, "domesta", SEPTEMBER).replace(b"september.1", b"april.1")
    vol = werkmap.replace(
        b'"regelcodes"',
        b'"antwoorden": {"regels": [{"regelcode": "A03-INZET", "status": "loopt", "cijfer": "", '
        b'"toelichting": ""}]}, "x"',
    )

    with pytest.raises(FaseError, match="toets van april") as fout:
        receive_melding(opstelling.toolkit, CODE, JAAR, vol, "april.xlsx")

    assert fout.value.advies.endswith(f"{CODE} {JAAR} toets_april")


def test_september_shows_on_the_form_how_it_stood_in_april() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)

    issue_toets(opstelling.toolkit, CODE, JAAR, SEPTEMBER)

    tekst = formulier(opstelling, "domesta", SEPTEMBER).decode()
    assert '"A01-NETTO": "loopt: 12 woningen"' in tekst
    assert '"vorig": {}' in formulier(opstelling, "huurders", SEPTEMBER).decode()


def test_the_report_says_what_deviates_first_and_names_every_cell() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)
    stuur_stand(opstelling, "gemeente")

    compose_toets(opstelling.toolkit, CODE, JAAR, APRIL)

    stuk, view = stuk_van(opstelling, "toets_april")
    assert stuk.naam == f"toets-april/stand-van-zaken-april-{JAAR}.docx"
    assert view["voorbeeld"] == "Dit zijn voorbeeldcijfers."
    assert view["zonder_opgave"] == "Huurders Dorp"
    assert [(p["nummer"], p["partij"], p["licht"]) for p in view["punten"]] == [
        ("1", "Domesta", "▲ let op"),
        ("1", "Samen", "▲ let op"),
        ("3", "Gemeente Dorp", "▲ let op"),
    ]
    bereikt = [b for b in view["bronnen"] if b["wat"].endswith("bereikt")]
    assert bereikt[0]["plek"] == f"april-{JAAR}-domesta.xlsx, Stand van zaken!K5"
    assert bereikt[0]["inzending"].startswith(f"{JAAR}-toets-001-")
    assert (
        f"dorp-{JAAR}/toets-april/stand-van-zaken-april-{JAAR}.pdf" in opstelling.uitgifte.bestanden
    )


def test_a_light_is_chosen_with_a_reason_and_shown_as_changed() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)
    keuze = een_lichtkeuze(regelcode="A01-NETTO")

    with pytest.raises(InvoerError, match="hoort een reden"):
        choose_licht(opstelling.toolkit, CODE, JAAR, replace(keuze, reden=" "))
    choose_licht(opstelling.toolkit, CODE, JAAR, keuze)

    compose_toets(opstelling.toolkit, CODE, JAAR, APRIL)
    _, view = stuk_van(opstelling, "toets_april")
    (regel,) = [r for t in view["themas"] for r in t["regels"] if r["aangepast"]]
    assert regel["licht"] == "● op koers"
    assert regel["aangepast"] == (
        "Aangepast, berekend was ‘let op’: De oplevering is een week later."
    )

    choose_licht(opstelling.toolkit, CODE, JAAR, replace(keuze, licht=None, reden=""))
    stand = show_toets(opstelling.toolkit, CODE, JAAR, APRIL)
    assert Licht.LET_OP in {r.licht for r in stand.regels if r.vraag.regelcode == "A01-NETTO"}


def test_a_light_of_a_year_that_is_over_stays_as_it_was_reported() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)
    ga_naar(opstelling, Fase.AFGEROND)
    ervoor = opstelling.stand()

    with pytest.raises(FaseError, match="is afgerond"):
        choose_licht(opstelling.toolkit, CODE, JAAR, een_lichtkeuze(regelcode="A01-NETTO"))

    assert opstelling.stand() == ervoor


@pytest.mark.parametrize(
    ("partij", "wie"), [("domesta", "Domesta"), ("samen", "alle partijen samen")]
)
def test_whose_light_was_chosen_is_said_in_words(partij: str, wie: str) -> None:
    opstelling = in_uitvoering()
    keuze = replace(een_lichtkeuze(regelcode="A01-NETTO"), partij=partij)

    uitkomst = choose_licht(opstelling.toolkit, CODE, JAAR, keuze)

    assert uitkomst.melding == f"Het licht van A01-NETTO van {wie} is nu 'op koers'."


def test_a_row_that_is_not_there_has_no_light() -> None:
    opstelling = in_uitvoering()

    with pytest.raises(NietGevonden, match="geen regel A99") as fout:
        choose_licht(opstelling.toolkit, CODE, JAAR, een_lichtkeuze(regelcode="A99-X"))

    assert "A01-NETTO" in fout.value.advies


def test_a_report_is_owed_from_the_forms_to_the_meeting_by_who_did_not_report() -> None:
    opstelling = in_uitvoering(None)
    assert _openstaand(opstelling) == []

    ask_april(opstelling.toolkit, CODE, JAAR)
    stuur_stand(opstelling)
    assert _openstaand(opstelling) == ["toets/gemeente/april", "toets/huurders/april"]

    hold_april(opstelling.toolkit, CODE, JAAR)
    assert _openstaand(opstelling) == []


def test_who_owes_a_report_is_reminded_of_that() -> None:
    opstelling = in_uitvoering()
    stuur_stand(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR, 4, 7)

    ronde = plan_herinneringen(opstelling.toolkit, [cyclus_van(opstelling)])

    sleutels = [sleutel for post in ronde.berichten for sleutel in post.sleutels]
    over_toets = [sleutel for sleutel in sleutels if "toets/" in sleutel]
    wie = {sleutel.partition("toets/")[2].partition("/")[0] for sleutel in over_toets}
    assert wie == {"gemeente", "huurders"}


def test_the_meeting_has_its_report_and_later_reports_do_not_change_it() -> None:
    opstelling = in_uitvoering()
    assert report_april(opstelling.toolkit, CODE, JAAR).gedaan
    hold_april(opstelling.toolkit, CODE, JAAR)
    eerst, _ = stuk_van(opstelling, "toets_april")

    stuur_stand(opstelling)
    nog_eens = report_april(opstelling.toolkit, CODE, JAAR)

    assert not nog_eens.gedaan
    assert stuk_van(opstelling, "toets_april")[0] == eerst


def test_a_meeting_without_forms_has_no_report() -> None:
    opstelling = in_uitvoering(None)

    assert not report_september(opstelling.toolkit, CODE, JAAR).gedaan
    assert hold_september(opstelling.toolkit, CODE, JAAR).gedaan


def test_september_leaves_its_deviations_to_the_kickoff_of_the_next_jaarschijf() -> None:
    opstelling = in_uitvoering(SEPTEMBER)
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)
    stuur_stand(opstelling, "domesta", een_cijfer("1"), moment=SEPTEMBER)

    report_september(opstelling.toolkit, CODE, JAAR)

    dit, volgend = cyclus_van(opstelling), cyclus_van(opstelling, JAAR + 1)
    with opstelling.store.transaction() as tx:
        punten = list_meenemers(tx, volgend)
        assert list_meenemers(tx, dit) == ()
    assert [(p.partij, p.nummer, p.jaar) for p in punten] == [
        ("domesta", 1, JAAR),
        ("samen", 1, JAAR),
        ("domesta", 0, JAAR),  # its own proposal, of which nothing was said
    ]
    assert punten[0].plek is not None
    with opstelling.store.transaction() as tx:
        rest = list_restpunten(opstelling.toolkit, tx, een_dorp(), JAAR + 1)
    assert [(r.afspraak, r.partij) for r in rest] == [
        ("afspraak-1", "domesta"),
        ("afspraak-1", "samen"),
        ("", "domesta"),
    ]


def test_both_cycli_of_september_go_on_at_once() -> None:
    opstelling = in_uitvoering(SEPTEMBER)
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)
    stuur_stand(opstelling, moment=SEPTEMBER)
    hold_kickoff(opstelling.toolkit, CODE, JAAR + 1)

    assert _openstaand(opstelling) == ["toets/gemeente/september", "toets/huurders/september"]
    assert _openstaand(opstelling, JAAR + 1) == []
    assert cyclus_van(opstelling).fase is Fase.UITVOERING
    assert cyclus_van(opstelling, JAAR + 1).fase is Fase.KICKOFF


def _realisatie(opstelling: Opstelling, partij: str, regelcode: str) -> str:
    """Return what the form of the next year says was reached."""
    inhoud = opstelling.bibliotheek.load(CODE)
    formulieren = build_formulieren(opstelling.toolkit, inhoud, JAAR + 1)
    regels = next(f for f in formulieren if f.partij == partij).regels
    return next(r.realisatie for r in regels if r.regelcode == regelcode)


def test_the_next_form_shows_what_was_reported_in_september_and_says_so() -> None:
    opstelling = in_uitvoering(SEPTEMBER)
    assert _realisatie(opstelling, "domesta", "A01-NETTO") == "n.b."

    stuur_stand(opstelling, moment=SEPTEMBER)

    assert _realisatie(opstelling, "domesta", "A01-NETTO") == (
        f"72 woningen (t/m 31 augustus {JAAR}, uw opgave)"
    )


def test_the_content_goes_before_what_was_reported() -> None:
    opstelling = in_uitvoering(SEPTEMBER)
    stuur_stand(opstelling, moment=SEPTEMBER)
    dorp = een_dorp()
    heel = een_realisatie("18", JAAR, indicator="NETTO")
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(
        dorp, realisaties=(*dorp.realisaties, heel)
    )

    assert _realisatie(opstelling, "domesta", "A01-NETTO") == "78 woningen"


def test_a_figure_that_was_not_known_in_september_stays_unknown() -> None:
    opstelling = in_uitvoering(SEPTEMBER)

    stuur_stand(opstelling, "domesta", een_cijfer("n.b."), moment=SEPTEMBER)

    assert _realisatie(opstelling, "domesta", "A01-NETTO") == "n.b."


def test_a_check_of_a_year_that_was_never_started_is_refused() -> None:
    opstelling = een_opstelling()

    for moment in Toetsmoment:
        with pytest.raises(NietGevonden, match="nog niet gestart"):
            show_toets(opstelling.toolkit, CODE, JAAR, moment)


def test_nobody_waits_while_a_form_of_a_check_is_read() -> None:
    opstelling = in_uitvoering()
    formulieren = TussenDoor(lambda: stuur_stand(opstelling, "huurders"))
    toolkit = replace(opstelling.toolkit, formulieren=formulieren)
    werkmap = FakeFormulieren().fill(
        formulier(opstelling, "domesta"), Standantwoorden("domesta", STANDEN["domesta"])
    )

    ontvangst = receive_melding(toolkit, CODE, JAAR, werkmap, "april.xlsx")

    assert ontvangst.inzending.id.startswith(f"{JAAR}-toets-002-")
    assert ontvangst.melding.inzending == ontvangst.inzending.id
