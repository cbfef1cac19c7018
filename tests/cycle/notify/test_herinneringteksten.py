"""Reminders as people read them: what, until when, how, and whom to ask."""

import re
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bericht import Bericht
from cycle.domain.fase import Fase
from cycle.domain.ladder import Herinnerregels
from cycle.domain.partij import Orgaan, PartijSoort
from cycle.domain.taak import Adressen, Taak, build_taak
from cycle.domain.verplichting import Soort, Verplichting
from cycle.domain.verzenddag import Verzenddagen
from cycle.domain.weekoverzicht import Persoonspost
from cycle.notify.berichtteksten import MapBerichtteksten
from cycle.services.compose_herinnering import compose_herinnering
from tests.builders import ROOT
from tests.cycle.services.builders import een_dorp, in_fase

DAG = pendulum.date(2025, 10, 6)
OP_TIJD, LAAT = pendulum.date(2025, 10, 9), pendulum.date(2025, 10, 1)
COORDINATOR = "afspraken@gemeente.example"
ELKE_SOORT = [
    Verplichting(Soort.BIEDING, "domesta", OP_TIJD),
    Verplichting(Soort.REACTIE, "domesta", OP_TIJD, kenmerk="0.2"),
    Verplichting(Soort.BESLUIT, "domesta", OP_TIJD, Orgaan.RVC, "3F9A-2C1B-77D0"),
    Verplichting(Soort.ONDERTEKENING, "domesta", OP_TIJD),
    Verplichting(Soort.TOETS, "domesta", OP_TIJD, kenmerk="september"),
]
LANGSTE_ZIN = 20
"""Words in a sentence that somebody still reads in one go."""


def een_taak(verplichting: Verplichting, code: str = "dorp") -> Taak:
    return build_taak(
        (code, 2026),
        verplichting,
        Adressen("afspraken@domesta.example", COORDINATOR),
        Verzenddagen(lambda _: True, lambda _: False),
        Herinnerregels(),
    )


def schrijf(
    *eigen: Taak,
    vervangt: tuple[Taak, ...] = (),
    coordineert: tuple[Taak, ...] = (),
    is_weekoverzicht: bool = False,
) -> Bericht:
    """Return the mail about these tasks, with the texts that the product ships."""
    toolkit = replace(
        in_fase(Fase.VOORBEREIDING).toolkit,
        berichtteksten=MapBerichtteksten(ROOT / "templates" / "mail"),
    )
    partijen = tuple(
        replace(p, plaatsvervanger="voorzitter", plaatsvervanger_mail="v@domesta.example")
        for p in een_dorp().partijen
    )
    dorp = replace(een_dorp(), partijen=partijen, voorbeeld="")
    inhouden = {"dorp": dorp, "stad": replace(dorp, code="stad", naam="Stad")}
    post = Persoonspost(
        "iemand@domesta.example", DAG, eigen, vervangt, coordineert, ("sleutel",), is_weekoverzicht
    )
    return compose_herinnering(toolkit, post, inhouden)


def zinnen(tekst: str) -> list[str]:
    """Return the sentences of a mail, without the lines between them."""
    kaal = re.sub(r"^(=+|namens .*)$", "", tekst, flags=re.MULTILINE)
    return [zin for zin in re.split(r"[.?!:]\s+|\n", kaal) if zin.strip()]


@pytest.mark.parametrize("verplichting", ELKE_SOORT, ids=lambda v: v.soort.value)
@pytest.mark.parametrize("is_weekoverzicht", [True, False])
def test_every_task_says_what_until_when_how_and_whom_to_ask(
    verplichting: Verplichting, is_weekoverzicht: bool
) -> None:
    bericht = schrijf(een_taak(verplichting), is_weekoverzicht=is_weekoverzicht)

    tekst = bericht.tekst
    assert tekst.startswith("Geachte adviseur van Domesta,\n")
    assert "De laatste dag is donderdag 9 oktober 2025." in tekst
    assert re.search(rf"(?:Stuur|Mail) .*{COORDINATOR}", tekst)
    assert f"Hebt u een vraag? Stel die aan de adviseur: {COORDINATOR}." in tekst
    assert bericht.antwoord_aan == COORDINATOR
    assert bericht.onderwerp


@pytest.mark.parametrize("verplichting", ELKE_SOORT, ids=lambda v: v.soort.value)
def test_the_coordinator_is_told_to_write_it_down_and_not_to_mail_itself(
    verplichting: Verplichting,
) -> None:
    gemeente = next(een_dorp().van_soort(PartijSoort.GEMEENTE))

    tekst = schrijf(een_taak(replace(verplichting, partij=gemeente.code))).tekst

    assert gemeente.mail not in tekst.partition("Met vriendelijke groet")[0]
    assert "met: jaarschijf " in tekst
    assert not re.search(r"[{}]|\n\n\n| \n|\bNone\b", tekst)
    assert [zin for zin in zinnen(tekst) if len(zin.split()) > LANGSTE_ZIN] == []


@pytest.mark.parametrize("verplichting", ELKE_SOORT, ids=lambda v: v.soort.value)
def test_sentences_are_short_and_nothing_is_left_open(verplichting: Verplichting) -> None:
    laat = replace(verplichting, uiterlijk=LAAT)
    for bericht in (
        schrijf(een_taak(verplichting)),
        schrijf(een_taak(laat), is_weekoverzicht=True),
        schrijf(vervangt=(een_taak(laat),)),
        schrijf(coordineert=(een_taak(laat),)),
    ):
        assert not re.search(r"[{}]|\n\n\n| \n|\bNone\b", bericht.tekst)
        lang = [zin for zin in zinnen(bericht.tekst) if len(zin.split()) > LANGSTE_ZIN]
        assert lang == []


def test_text_and_html_say_the_same() -> None:
    bericht = schrijf(*map(een_taak, ELKE_SOORT), is_weekoverzicht=True)

    romp = bericht.html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    gelezen = re.sub(r"<[^>]+>", " ", romp).replace("&#x27;", "'").split()
    geschreven = re.sub(r"^(=+|[0-9]+\.(?= ))", "", bericht.tekst, flags=re.MULTILINE).split()
    assert "".join(gelezen) == "".join(geschreven)
    assert bericht.html.count("<li>") == len(ELKE_SOORT)
    assert bericht.html.count("<h2>") == 1


def test_what_is_late_says_since_when_and_offers_help() -> None:
    bericht = schrijf(een_taak(replace(ELKE_SOORT[0], uiterlijk=LAAT)))

    assert bericht.onderwerp == "Nog niet ontvangen: uw bieding voor 2026 (Dorp)"
    assert "De laatste dag was woensdag 1 oktober 2025.\n" in bericht.tekst
    assert "Te laat sinds donderdag 2 oktober 2025.\n" in bericht.tekst
    assert "Dan zoeken wij samen een oplossing." in bericht.tekst


def test_tasks_of_two_samenwerkingen_each_name_their_own_coordinator() -> None:
    bericht = schrijf(een_taak(ELKE_SOORT[0]), een_taak(ELKE_SOORT[1], "stad"))

    assert bericht.onderwerp == "Herinnering: 2 taken (Dorp en Stad)"
    assert bericht.tekst.count("Hebt u een vraag?") == 2
    assert "Dorp, jaarschijf 2026\n=====================\n" in bericht.tekst
    assert "namens Dorp en Stad" in bericht.tekst


def test_a_digest_says_in_its_subject_how_much_and_by_when() -> None:
    taken = [een_taak(v) for v in ELKE_SOORT[:2]]
    laat = een_taak(replace(ELKE_SOORT[0], uiterlijk=LAAT))

    op_tijd = schrijf(*taken, is_weekoverzicht=True)
    te_laat = schrijf(laat, *taken, is_weekoverzicht=True)

    assert op_tijd.onderwerp == "Uw weekoverzicht: 2 taken, uiterlijk donderdag 9 oktober (Dorp)"
    assert te_laat.onderwerp == "Uw weekoverzicht: 3 taken, 1 te laat (Dorp)"


def test_a_deputy_reads_for_whom_and_where_the_papers_are() -> None:
    bericht = schrijf(vervangt=(een_taak(replace(ELKE_SOORT[0], uiterlijk=LAAT)),))

    assert bericht.tekst.startswith("Geachte voorzitter van Domesta,\n")
    assert bericht.onderwerp == "Nog niet ontvangen: de bieding van Domesta voor 2026 (Dorp)"
    assert "het Excel-formulier in dat de contactpersoon van ons kreeg" in bericht.tekst
    assert "De contactpersoon is: adviseur, afspraken@domesta.example." in bericht.tekst


def test_a_coordinator_reads_what_is_late_and_never_a_ranking() -> None:
    laat = tuple(een_taak(replace(v, uiterlijk=LAAT)) for v in ELKE_SOORT[2:4])

    bericht = schrijf(coordineert=laat, is_weekoverzicht=True)

    assert bericht.onderwerp == "Stand van zaken: 2 taken, 2 te laat (Dorp)"
    assert bericht.tekst.startswith("Geachte adviseur van Gemeente Dorp,\n")
    assert "1. Het besluit van de raad van commissarissen van Domesta" in bericht.tekst
    assert "Het is geen ranglijst." in bericht.tekst
    assert "jaarschijf cyclus status dorp 2026" in bericht.tekst
