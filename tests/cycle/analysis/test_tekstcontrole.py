"""Text figure against table figure: told when both are about the same, silent otherwise."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.analysis.onderwerp import list_onderwerpen
from cycle.analysis.tekstcijfers import list_tekstcijfers
from cycle.analysis.tekstcontrole import check_teksten
from cycle.domain.afspraak import Afspraak, DoelSoort, Doelwaarde, Teken
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.samenwerking import Samenwerking
from tests.builders import (
    INDICATOREN,
    echte_bibliotheek,
    een_afspraak,
    een_doel,
    een_indicator,
    een_samenwerking,
    een_tabel,
    een_thema,
)

ECHT = {naam: echte_bibliotheek().load(naam) for naam in ("hoogeveen", "hogeland")}
GROEI = een_doel("NETTO", "320", partij="samen")
DORP = {
    **INDICATOREN,
    "NETTO": een_indicator("NETTO", naam="Netto toevoeging van sociale huurwoningen"),
    "NB_DAEB": een_indicator("NB_DAEB", naam="Nieuwe sociale huurwoningen, opgeleverd"),
}


def met_andere_woorden(naam: str, nummer: int, oud: str, nieuw: str) -> Samenwerking:
    """Return a shipped agreement in which the text of one afspraak says something else."""
    samenwerking = ECHT[naam]

    def wijzig(afspraak: Afspraak) -> Afspraak:
        if afspraak.nummer != nummer:
            return afspraak
        velden = ("titel", "tekst", "toelichting")
        nieuwe = {veld: getattr(afspraak, veld).replace(oud, nieuw) for veld in velden}
        assert any(getattr(afspraak, veld) != nieuwe[veld] for veld in velden)
        return replace(afspraak, **nieuwe)

    themas = tuple(
        replace(thema, afspraken=tuple(map(wijzig, thema.afspraken)))
        for thema in samenwerking.themas
    )
    return replace(samenwerking, themas=themas)


def check(tekst: str, *doelen: Doelwaarde, **anders: object) -> list[Bevinding]:
    """Return what is remarked about one afspraak of Dorp with this text."""
    afspraak = een_afspraak(1, *(doelen or (GROEI,)), tekst=tekst, **anders)
    return check_teksten(een_samenwerking(afspraak, indicatoren=DORP))


@pytest.mark.parametrize("naam", sorted(ECHT))
def test_the_shipped_texts_give_no_false_alarm(naam: str) -> None:
    assert check_teksten(ECHT[naam]) == []


@pytest.mark.parametrize("naam", sorted(ECHT))
def test_every_number_in_the_shipped_afspraken_is_known_to_be_a_doel(naam: str) -> None:
    samenwerking = ECHT[naam]

    for afspraak in samenwerking.afspraken:
        onderwerpen = list_onderwerpen(samenwerking, afspraak)
        for cijfer in list_tekstcijfers(
            samenwerking, f"{afspraak.tekst}\n\n{afspraak.toelichting}"
        ):
            assert any(o.noemt(cijfer) for o in onderwerpen), cijfer.gedrukt


@pytest.mark.parametrize("naam", sorted(ECHT))
def test_the_text_of_another_afspraak_is_hardly_ever_taken_for_this_one(naam: str) -> None:
    samenwerking = ECHT[naam]
    paren = [(a, b) for a in samenwerking.afspraken for b in samenwerking.afspraken if a != b]

    alarmen = 0
    for ander, afspraak in paren:
        woorden = {veld: getattr(ander, veld) for veld in ("titel", "tekst", "toelichting")}
        thema = een_thema(replace(afspraak, **woorden), context="", ambitie="")
        alarmen += bool(check_teksten(replace(samenwerking, themas=(thema,))))

    assert alarmen * 100 <= len(paren)


@pytest.mark.parametrize(
    ("naam", "nummer", "oud", "nieuw", "doel"),
    [
        ("hoogeveen", 1, "320 eenheden", "324 eenheden", "ten minste 320 woningen"),
        ("hoogeveen", 1, "300 eenheden", "310 eenheden", "ten minste 300 woningen"),
        ("hoogeveen", 2, "is 30% sociale huur", "is 25% sociale huur", "30% sociale huur"),
        ("hoogeveen", 3, "is 90%", "is 85%", "90% van de nieuwbouwwoningen"),
        ("hoogeveen", 7, "15%", "20%", "ten minste 15%"),
        ("hoogeveen", 7, "65%", "60%", "ten minste 65%"),
        ("hoogeveen", 11, "circa 700 woningen", "circa 750 woningen", "circa 700 woningen"),
        ("hoogeveen", 11, "150 woningen", "165 woningen", "150 woningen"),
        ("hoogeveen", 11, "156 woningen", "165 woningen", "156 woningen"),
        ("hoogeveen", 11, "ruim 200", "ruim 250", "ruim 200 woningen"),
        ("hoogeveen", 11, "ca. 6,80%", "ca. 6,90%", "ca. 6,80%"),
        ("hoogeveen", 19, "maximaal 10%", "maximaal 12%", "maximaal 10%"),
        ("hoogeveen", 20, "7 nieuwe", "8 nieuwe", "7 standplaatsen"),
        ("hogeland", 1, "80%", "85%", "ten minste 80%"),
        ("hogeland", 4, "bouwen 200", "bouwen 210", "ten minste 200 woningen"),
        ("hogeland", 5, "8 locaties", "9 locaties", "ten minste 8 locaties"),
        ("hogeland", 7, "12 plannen", "13 plannen", "ten minste 12 plannen per jaar"),
        ("hogeland", 9, "circa 600", "circa 650", "circa 600 woningen"),
        ("hogeland", 12, "100 bestaande", "110 bestaande", "ten minste 100 woningen"),
        ("hogeland", 13, "12%", "15%", "hoogstens 12%"),
    ],
)
def test_a_number_that_was_changed_in_the_text_only_is_found_with_its_doel(
    naam: str, nummer: int, oud: str, nieuw: str, doel: str
) -> None:
    bevindingen = check_teksten(met_andere_woorden(naam, nummer, oud, nieuw))

    assert {b.code for b in bevindingen} == {"C406"}
    assert all(b.melding.startswith(f"Afspraak {nummer} noemt") for b in bevindingen)
    assert doel in bevindingen[0].melding


def test_the_finding_has_both_figures_a_line_and_a_remedy() -> None:
    (bevinding,) = check("Wij voegen samen ten minste 324 eenheden toe aan de sociale huur.")

    assert (bevinding.code, bevinding.ernst) == ("C406", Ernst.WAARSCHUWING)
    assert bevinding.plek == "dorp/thema-1.md:1"
    assert bevinding.melding == (
        "Afspraak 1 noemt in de tekst 'ten minste 324 eenheden'. Het doel bij 'Netto toevoeging "
        "van sociale huurwoningen' is ten minste 320 woningen."
    )
    assert bevinding.advies


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij voegen ten minste 320 eenheden toe aan de sociale huur.",
        "Wij voegen ruim 300 sociale huurwoningen toe.",
        "Wij voegen bijna 340 sociale huurwoningen toe.",
        "Wij voegen circa 330 sociale huurwoningen toe.",
        "Wij voegen elk jaar 64 sociale huurwoningen toe.",
        "In 2024 voegen wij 50 sociale huurwoningen toe.",
        "Wij voegen sociale huurwoningen toe, waarvan 40 woningen voor ouderen.",
        "Er was een vraag naar 470 sociale huurwoningen.",
        "Er zijn nu 300 sociale huurwoningen.",
        "Een op de 5 sociale huurwoningen is klein.",
        "Wij isoleren 900 woningen.",
        "Wij doen dit voor 30% van de sociale huurwoningen.",
        "Sinds 1 januari 2023 groeit de sociale huur.",
    ],
)
def test_another_subject_part_period_or_rounding_is_left_alone(tekst: str) -> None:
    assert check(tekst) == []


def test_what_is_expected_is_no_excuse_for_another_norm() -> None:
    verwacht = een_doel("NETTO", "324", partij="domesta", soort=DoelSoort.VERWACHT)

    assert len(check("Wij voegen ten minste 324 woningen netto toe.", GROEI, verwacht)) == 1
    assert check("Wij verwachten netto een toevoeging van 324 woningen.", GROEI, verwacht) == []


def test_a_number_that_may_belong_to_two_doelen_is_left_alone() -> None:
    doelen = (een_doel("NETTO", "320"), een_doel("NB_DAEB", "350"))

    assert check("Dat zijn ten minste 340 woningen.", *doelen) == []


def test_the_doel_that_is_left_over_is_found_by_its_operator() -> None:
    doelen = (een_doel("VRDZ_N", "700", teken=Teken.HOOGSTENS), een_doel("NB_DAEB", "350"))

    (bevinding,) = check("Dat zijn hoogstens 650 woningen. En ook 350 woningen.", *doelen)

    assert "hoogstens 700 woningen" in bevinding.melding


def test_a_partij_that_is_named_is_held_against_its_own_doel() -> None:
    doelen = [
        een_doel("NB_DAEB", w, partij=p) for p, w in (("domesta", "60"), ("woonservice", "40"))
    ]

    (bevinding,) = check("Woonservice levert 45 nieuwe sociale huurwoningen op.", *doelen)

    assert "ten minste 40 woningen." in bevinding.melding
    assert "60" not in bevinding.melding


@pytest.mark.parametrize(
    ("zin", "aantal"),
    [
        ("Domesta rekent op een netto toevoeging van 210 woningen.", 1),
        ("Domesta rekent op een netto toevoeging van 200 woningen.", 0),
        ("Domesta rekent op een netto toevoeging van ten minste 190 woningen.", 0),
        ("Samen is de netto toevoeging 330 woningen.", 1),
        ("Samen is de netto toevoeging 324 woningen.", 0),
        ("Samen is de netto toevoeging ruim 300 woningen.", 0),
        ("In het dorp is de netto toevoeging 20 woningen.", 0),
        ("Samen is de netto toevoeging in 2022 330 woningen.", 0),
        ("Samen bouwen wij 330 woningen.", 0),
    ],
)
def test_a_thema_text_is_held_against_the_printed_table_it_names(zin: str, aantal: int) -> None:
    tabel = een_tabel({"Netto toevoeging": "200 124 324", "Sloop": "1 2 3"}, "Domesta b Totaal")
    thema = een_thema(een_afspraak(), context=zin, tabellen=(tabel,))

    bevindingen = check_teksten(een_samenwerking(themas=(thema,), indicatoren=DORP))

    assert len(bevindingen) == aantal
    assert all("In de tabel 'Tabel' staat bij 'Netto toevoeging'" in b.melding for b in bevindingen)
    assert all(b.plek == "dorp/thema-1.md:1" for b in bevindingen)


@pytest.mark.parametrize(
    ("tekst", "gedrukt", "waarde", "teken"),
    [
        ("ca. 1.200 woningen", "ca 1.200 woningen", "1200", Teken.CIRCA),
        ("minimaal 6,5 procent", "minimaal 6,5 procent", "6.5", Teken.MINSTENS),
        ("niet meer dan 12%", "niet meer dan 12%", "12", Teken.HOOGSTENS),
        ("ruim 40 nieuwe huurwoningen", "ruim 40 nieuwe huurwoningen", "40", None),
        ("**40** appartementen", "40 appartementen", "40", None),
    ],
)
def test_numbers_are_read_with_their_words(
    tekst: str, gedrukt: str, waarde: str, teken: Teken | None
) -> None:
    (cijfer,) = list_tekstcijfers(een_samenwerking(), f"Het zijn er {tekst}.")

    assert (cijfer.gedrukt, cijfer.waarde, cijfer.teken) == (gedrukt, Decimal(waarde), teken)


@pytest.mark.parametrize(
    "tekst", ["artikel 45", "1 januari 2027", "label 2", "A01-40 woningen", "3 kansen"]
)
def test_a_number_without_a_unit_is_no_figure(tekst: str) -> None:
    assert list(list_tekstcijfers(een_samenwerking(), f"Zie {tekst}.")) == []
