"""Printed tables: one finding per cause, on the cell that is wrong, and no false alarm."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.cijfercontrole import check_cijfers
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cijfertabel import Cel, Cijfertabel, Verband
from tests.builders import echte_bibliotheek, een_tabel

NETTO = (Verband("netto", ("bouw",), ("sloop",)),)
RIJEN = ("bouw", "sloop", "netto", "zorg", "Totaal")
KOLOMMEN = ("a", "b", "c", "Totaal")

Getallen = Mapping[tuple[str, str], int]


@st.composite
def kloppende_tabellen(draw: st.DrawFn) -> Cijfertabel:
    """Draw a table with a relation, row totals and column totals that all hold."""
    getal = st.integers(-500, 5000)
    cellen: dict[tuple[str, str], int] = {}
    for kolom in KOLOMMEN[:-1]:
        bouw, sloop, zorg = draw(getal), draw(getal), draw(getal)
        netto = bouw - sloop
        kolomtotaal = bouw + sloop + netto + zorg
        waarden = (bouw, sloop, netto, zorg, kolomtotaal)
        cellen |= {(rij, kolom): waarde for rij, waarde in zip(RIJEN, waarden, strict=True)}
    for rij in RIJEN:
        cellen[rij, "Totaal"] = sum(cellen[rij, kolom] for kolom in KOLOMMEN[:-1])
    regels = {rij: " ".join(str(cellen[rij, k]) for k in KOLOMMEN) for rij in RIJEN}
    return een_tabel(regels, " ".join(KOLOMMEN), NETTO)


def plant(tabel: Cijfertabel, *fouten: tuple[str, str, str]) -> Cijfertabel:
    """Return the table with other figures in these cells: (row, column, text)."""
    nieuw = {
        (rij, kolom): Cel(
            None if tekst == "n.b." else Decimal(tekst), tekst, tabel.cellen[rij, kolom].plek
        )
        for rij, kolom, tekst in fouten
    }
    return replace(tabel, cellen={**tabel.cellen, **nieuw})


def anders(tabel: Cijfertabel, cel: tuple[str, str], verschil: int) -> tuple[str, str, str]:
    """Return a planted fault: this cell is off by `verschil`."""
    return (*cel, str((tabel.cellen[cel].waarde or 0) + verschil))


def plekken(bevindingen: list[Bevinding]) -> list[str]:
    """Return the places of the findings."""
    return [b.plek for b in bevindingen]


def test_the_printed_table_of_hoogeveen_has_one_finding_with_both_numbers() -> None:
    (tabel,) = [
        t
        for thema in echte_bibliotheek().load("hoogeveen").themas
        for t in thema.tabellen
        if "Sloop en verkoop" in t.rijen
    ]

    (bevinding,) = check_cijfers(tabel)

    plek = tabel.cellen["Sloop en verkoop", "Totaal"].plek
    assert bevinding.plek == f"{plek.bestand}:{plek.regel}"
    assert plek.regel > 0
    assert "'Sloop en verkoop', kolom 'Totaal', 390" in bevinding.melding
    assert "De andere cijfers geven 391" in bevinding.melding
    assert bevinding.ernst is Ernst.WAARSCHUWING


def test_the_other_table_of_hoogeveen_adds_up() -> None:
    tabellen = [t for thema in echte_bibliotheek().load("hoogeveen").themas for t in thema.tabellen]

    assert [len(check_cijfers(t)) for t in tabellen] == [0, 1]


def test_the_tables_of_het_hogeland_add_up() -> None:
    samenwerking = echte_bibliotheek().load("hogeland")

    assert [b for t in samenwerking.themas for c in t.tabellen for b in check_cijfers(c)] == []


def test_the_printed_figure_stays_and_the_advice_promises_no_repair() -> None:
    (bevinding,) = check_cijfers(een_tabel({"A": "1 2 4"}))

    assert bevinding.advies == (
        "Vraag de opsteller welk cijfer goed is. Tot die tijd blijft 4 staan zoals vermeld."
    )


@settings(max_examples=300, deadline=None)
@given(tabel=kloppende_tabellen())
def test_a_consistent_table_gives_no_finding(tabel: Cijfertabel) -> None:
    assert check_cijfers(tabel) == []


@settings(max_examples=500, deadline=None)
@given(
    tabel=kloppende_tabellen(),
    rij=st.sampled_from(RIJEN),
    kolom=st.sampled_from(KOLOMMEN),
    verschil=st.integers(1, 999) | st.integers(-999, -1),
)
def test_one_wrong_cell_gives_one_finding_on_that_very_cell(
    tabel: Cijfertabel, rij: str, kolom: str, verschil: int
) -> None:
    fout = plant(tabel, anders(tabel, (rij, kolom), verschil))

    assert plekken(check_cijfers(fout)) == [str(tabel.cellen[rij, kolom].plek)]


@settings(max_examples=500, deadline=None)
@given(
    tabel=kloppende_tabellen(),
    rijen=st.permutations(RIJEN),
    kolommen=st.permutations(KOLOMMEN),
    verschillen=st.tuples(st.integers(1, 99), st.integers(100, 999)),
)
def test_two_independent_faults_give_two_findings(
    tabel: Cijfertabel, rijen: list[str], kolommen: list[str], verschillen: tuple[int, int]
) -> None:
    een, twee = (rijen[0], kolommen[0]), (rijen[1], kolommen[1])
    fout = plant(tabel, anders(tabel, een, verschillen[0]), anders(tabel, twee, verschillen[1]))

    gevonden = plekken(check_cijfers(fout))

    assert sorted(gevonden) == sorted(str(tabel.cellen[cel].plek) for cel in (een, twee))


@pytest.mark.parametrize("twee", [("bouw", "b"), ("sloop", "a"), ("bouw", "Totaal")])
def test_two_faults_that_share_a_total_or_relation_are_both_found(twee: tuple[str, str]) -> None:
    tabel = een_tabel(
        {"bouw": "10 20 30", "sloop": "3 4 7", "netto": "7 16 23", "Totaal": "20 40 60"},
        verbanden=NETTO,
    )
    fout = plant(tabel, anders(tabel, ("bouw", "a"), 1), anders(tabel, twee, 100))

    gevonden = plekken(check_cijfers(fout))

    assert sorted(gevonden) == sorted(str(tabel.cellen[c].plek) for c in (("bouw", "a"), twee))


def test_a_total_that_only_its_own_row_explains_is_named_with_both_numbers() -> None:
    tabel = een_tabel({"A": "1.000 2.000 3".replace(".", ""), "B": "1 2 3"})

    (bevinding,) = check_cijfers(tabel)

    assert bevinding.plek == str(tabel.cellen["A", "Totaal"].plek)
    assert "'A', kolom 'Totaal', 3. De andere cijfers geven 3.000" in bevinding.melding
    assert "(nagerekend: de rij 'A')" in bevinding.melding


def test_a_relation_without_totals_is_checked_as_well() -> None:
    tabel = een_tabel({"bouw": "10 20", "sloop": "3 4", "netto": "7 15"}, "a b", NETTO)

    (bevinding,) = check_cijfers(tabel)

    assert bevinding.plek == str(tabel.cellen["netto", "b"].plek)
    assert "geven 16 (nagerekend: 'netto' in de kolom 'b')" in bevinding.melding


def test_an_unknown_cell_leaves_its_own_equations_out_and_no_others() -> None:
    tabel = een_tabel({"A": "n.b. 2 9", "B": "1 2 4", "Totaal": "8 4 12"})

    (bevinding,) = check_cijfers(tabel)

    assert bevinding.plek == str(tabel.cellen["B", "Totaal"].plek)


def test_unknown_is_not_zero() -> None:
    assert check_cijfers(een_tabel({"A": "n.b. 2 9"})) == []


def test_when_no_part_stands_out_the_total_is_named() -> None:
    tabel = een_tabel({"A": "1 2 3 7", "B": "n.b. n.b. 1 9", "Totaal": "6 6 4 16"}, "a b c Totaal")

    (bevinding,) = check_cijfers(tabel)

    assert bevinding.plek == str(tabel.cellen["A", "Totaal"].plek)


def test_a_table_without_totals_or_relations_has_nothing_to_check() -> None:
    assert check_cijfers(een_tabel({"A": "1 2"}, "a b")) == []


def test_a_table_that_is_wrong_everywhere_names_every_total() -> None:
    tabel = een_tabel({"A": "1 2 50", "B": "3 4 70", "C": "5 6 90", "Totaal": "100 200 400"})

    bevindingen = check_cijfers(tabel)

    totalen = {str(c.plek) for (r, k), c in tabel.cellen.items() if "Totaal" in (r, k)}
    assert set(plekken(bevindingen)) == totalen
    assert len({b.melding for b in bevindingen}) == 7  # the last one by its row and its column


def test_many_wrong_totals_are_each_named() -> None:
    rijen = {f"r{n}": f"{n} {n} {3 * n}" for n in range(1, 14)}
    tabel = een_tabel({**rijen, "Totaal": "91 91 182"})

    gevonden = plekken(check_cijfers(tabel))

    assert gevonden == [str(tabel.cellen[rij, "Totaal"].plek) for rij in tabel.rijen]


def test_two_faults_in_one_row_where_pairs_explain_equally_name_the_printed_totals() -> None:
    tabel = een_tabel({"A": "1 2 3", "B": "4 5 9", "Totaal": "5 7 12"})
    fout = plant(tabel, ("A", "a", "2"), ("A", "b", "1"))

    gevonden = plekken(check_cijfers(fout))

    assert gevonden == [str(tabel.cellen["Totaal", kolom].plek) for kolom in ("a", "b")]


def test_a_change_that_leaves_an_equation_of_its_cell_open_is_no_cause() -> None:
    verbanden = (*NETTO, Verband("groei", ("bouw", "netto"), ()))
    tabel = een_tabel(
        {"bouw": "1 1", "sloop": "1 2", "netto": "0 1", "groei": "0 2", "Totaal": "2 5"},
        "a Totaal",
        verbanden,
    )

    gevonden = plekken(check_cijfers(tabel))

    assert str(tabel.cellen["netto", "a"].plek) not in gevonden
