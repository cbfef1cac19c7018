"""A folder without faults gives exactly what it says."""

from decimal import Decimal
from pathlib import Path

import pendulum
import pytest

from cycle.domain.afspraak import Aard, DoelSoort, Rol, Teken
from cycle.domain.cijfertabel import Verband
from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden
from cycle.domain.partij import Orgaan, PartijSoort
from cycle.domain.plek import Plek
from tests.cycle.library.builders import line_of, only_fout, open_bibliotheek, plant

THEMA = "dorp/thema-1-bouwen.md"
TOML = "dorp/samenwerking.toml"


def test_the_main_file_gives_names_dates_and_partijen(content: Path) -> None:
    dorp = open_bibliotheek(content).load("dorp")

    assert (dorp.code, dorp.naam, dorp.titel) == (
        "dorp",
        "Dorp",
        "Prestatieafspraken Dorp 2024-2027",
    )
    assert (dorp.van, dorp.tot_en_met) == (pendulum.date(2024, 1, 1), pendulum.date(2027, 12, 31))
    assert dorp.peildatum is None
    assert dorp.inleiding == "Welkom in *Dorp*."
    assert [p.code for p in dorp.partijen] == ["gemeente", "domesta", "huurders"]
    huurders = dorp.partij("huurders")
    assert huurders.soort is PartijSoort.HUURDERSORGANISATIE
    assert huurders.vertegenwoordigt == ("domesta",)
    assert huurders.is_voorbeeld
    assert dorp.partij("domesta").organen == (Orgaan.BESTUUR, Orgaan.RVC)


def test_the_main_file_may_say_in_which_order_partijen_sign(content: Path) -> None:
    assert open_bibliotheek(content).load("dorp").tekenvolgorde == ()

    plant(content, TOML, "themas = [", 'tekenvolgorde = ["domesta", "gemeente"]\nthemas = [')

    assert open_bibliotheek(content).load("dorp").tekenvolgorde == ("domesta", "gemeente")


def test_the_main_file_gives_kaders_dossiers_and_years(content: Path) -> None:
    dorp = open_bibliotheek(content).load("dorp")

    kader = dorp.kaders[0]
    assert kader.geldig_tot == pendulum.date(2026, 12, 31)
    assert str(kader.plek) == "dorp/samenwerking.toml:" + str(
        line_of(content, "dorp/samenwerking.toml", "[[kader]]")
    )
    assert dorp.dossiers[0].afspraken == ("groei",)
    jaar = dorp.jaar(2024)
    assert jaar.prioriteiten == ("bouwen",)
    (kickoff,) = jaar.bijeenkomsten
    assert (kickoff.agenda, str(kickoff.tijd), kickoff.plaats) == (
        ("Terugblik",),
        "13.30-15.30",
        "Raadhuis",
    )
    assert jaar.vergaderdata == {("domesta", "rvc"): pendulum.date(2023, 11, 28)}


def test_an_afspraak_keeps_its_text_as_written(content: Path) -> None:
    afspraak = open_bibliotheek(content).load("dorp").afspraken[0]

    assert (afspraak.id, afspraak.nummer, afspraak.titel) == ("groei", 1, "De voorraad groeit")
    assert afspraak.tekst == "Wij bouwen **genoeg** woningen.\n\n- Eerst in het dorp."
    assert afspraak.toelichting == "Dat is nodig."
    assert afspraak.aard is Aard.PRESTATIE
    assert afspraak.voorwaarden == ("Er zijn genoeg locaties.",)
    assert afspraak.begrippen == {"sociaal": "onder de huurgrens"}
    assert (afspraak.termijn, afspraak.elk_jaar, afspraak.dossier) == ("in 2027", True, "herstel")
    assert afspraak.twijfels == ("De bron noemt twee getallen.",)
    assert afspraak.plek == Plek(THEMA, line_of(content, THEMA, "## 1."))


def test_a_later_role_goes_before_that_of_the_group(content: Path) -> None:
    groei, praten = open_bibliotheek(content).load("dorp").afspraken

    assert groei.inzet == {
        "gemeente": Rol.MEEWERKEND,
        "domesta": Rol.TREKKER,
        "huurders": Rol.GEINFORMEERD,
    }
    assert praten.inzet == {"gemeente": Rol.TREKKER, "domesta": Rol.UITVOERDER}


def test_doelen_carry_operator_period_words_area_and_place(content: Path) -> None:
    samen, eigen, regio = open_bibliotheek(content).load("dorp").afspraken[0].doelen

    assert (samen.teken, samen.waarde, samen.soort) == (
        Teken.MINSTENS,
        Decimal(320),
        DoelSoort.NORM,
    )
    assert (eigen.van, eigen.tot_en_met, eigen.tekst) == (2024, None, "ruim 200 woningen")
    assert (regio.waarde, regio.gebied) == (Decimal("6.80"), "de hele regio")
    assert str(regio.plek) == f"{THEMA}:{line_of(content, THEMA, '| AANDEEL')}"


def test_fasering_belongs_to_the_doel_of_that_partij_without_unknown_years(content: Path) -> None:
    samen, eigen, _ = open_bibliotheek(content).load("dorp").afspraken[0].doelen

    assert eigen.fasering == {2024: 60}
    assert samen.fasering == {}


def test_a_printed_table_keeps_every_figure_as_published(content: Path) -> None:
    tabel = open_bibliotheek(content).load("dorp").themas[0].tabellen[0]

    assert (tabel.code, tabel.titel, tabel.eenheid) == ("bouw", "Bouw en sloop", "woningen")
    assert tabel.kolommen == ("Domesta", "Anders", "Totaal")
    assert tabel.rijen == ("Sloop", "Nieuwbouw", "Netto")
    assert (tabel.totaalkolom, tabel.totaalrij) == ("Totaal", "Netto")
    assert tabel.verbanden == (Verband("Netto", ("Nieuwbouw",), ("Sloop",)),)
    assert tabel.noot == "Bron: de woonvisie."
    assert tabel.cellen["Sloop", "Domesta"].waarde == 1150
    assert tabel.cellen["Sloop", "Anders"].waarde is None
    netto = tabel.cellen["Netto", "Domesta"]
    assert (netto.waarde, netto.tekst) == (Decimal(200), "+200")
    assert netto.plek == Plek(THEMA, line_of(content, THEMA, "| Netto"))


def test_annexes_give_specifications_and_results(content: Path) -> None:
    dorp = open_bibliotheek(content).load("dorp")

    assert dorp.jaar(2024).specificaties[0].waarde == "12 | 14"
    assert [(r.jaar, r.waarde) for r in dorp.realisaties] == [(2022, 40), (2023, None)]


def test_specifications_of_a_year_without_choices_are_kept(content: Path) -> None:
    (content / "dorp/specificaties-2024.md").rename(content / "dorp/specificaties-2025.md")

    dorp = open_bibliotheek(content).load("dorp")

    assert len(dorp.jaar(2025).specificaties) == 1
    assert dorp.jaar(2025).prioriteiten == ()


def test_files_that_may_be_absent_are_not_missed(content: Path) -> None:
    (content / "dorp/realisatie.md").unlink()
    (content / "dorp/specificaties-2024.md").unlink()

    dorp = open_bibliotheek(content).load("dorp")

    assert dorp.realisaties == ()
    assert dorp.jaar(2024).specificaties == ()


def test_a_year_may_say_when_the_overleg_began_and_how_often_partijen_react(content: Path) -> None:
    (gewoon,) = open_bibliotheek(content).load("dorp").jaren.values()
    erbij = "overleg_gestart = 2023-09-12\nreactierondes = 2\n"
    plant(content, TOML, "jaar = 2024\n", f"jaar = 2024\n{erbij}")

    (jaar,) = open_bibliotheek(content).load("dorp").jaren.values()

    assert (gewoon.overleg_gestart, gewoon.reactierondes) == (None, 1)
    assert (jaar.overleg_gestart, jaar.reactierondes) == (pendulum.date(2023, 9, 12), 2)
    assert jaar.vaste_datums == {
        "kickoff": pendulum.date(2023, 9, 12),
        "overleg_start": pendulum.date(2023, 9, 12),
    }


def test_every_day_of_a_year_knows_its_line(content: Path) -> None:
    (jaar,) = open_bibliotheek(content).load("dorp").jaren.values()

    assert str(jaar.plek) == f"{TOML}:{line_of(content, TOML, '[[jaar]]')}"
    assert str(jaar.bijeenkomsten[0].plek) == f"{TOML}:{line_of(content, TOML, '2023-09-12')}"
    assert {wie: str(plek) for wie, plek in jaar.vergaderplekken.items()} == {
        ("domesta", "rvc"): f"{TOML}:{line_of(content, TOML, '2023-11-28')}"
    }


@pytest.mark.parametrize("rondes", ["0", "6"])
def test_an_impossible_number_of_rounds_has_its_line(content: Path, rondes: str) -> None:
    plant(content, TOML, "jaar = 2024\n", f"jaar = 2024\nreactierondes = {rondes}\n")

    fout = only_fout(content)

    assert (fout.code, fout.plek) == ("I112", f"{TOML}:{line_of(content, TOML, 'reactierondes')}")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(content: Path) -> None:
    voor = open_bibliotheek(content).load("dorp").themas
    pad = content / THEMA
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes().replace(b"\n", b"\r\n"))

    assert open_bibliotheek(content).load("dorp").themas == voor


def test_the_hash_changes_with_every_file_and_with_nothing_else(content: Path) -> None:
    bibliotheek = open_bibliotheek(content)
    eerst = bibliotheek.load("dorp").content_hash
    (content / "dorp/kladje.txt").write_text("telt niet mee", encoding="utf-8")
    assert bibliotheek.load("dorp").content_hash == eerst

    hashes = {eerst}
    for bestand in (
        "regelprofielen/woningwet2015.toml",
        "dorp/thema-2-wonen.md",
        "dorp/voorbeeld/besluiten-2024.md",
    ):
        (content / bestand).write_bytes((content / bestand).read_bytes() + b"\n")
        hashes.add(bibliotheek.load("dorp").content_hash)

    assert len(hashes) == 4


def test_an_unknown_samenwerking_names_the_nearest_one(content: Path) -> None:
    bibliotheek = open_bibliotheek(content)
    assert bibliotheek.namen() == ("dorp",)

    with pytest.raises(NietGevonden) as gevangen:
        bibliotheek.load("dorpp")

    assert gevangen.value.advies == "Bedoelt u 'dorp'?"


@pytest.mark.parametrize("naam", ["../dorp", "", "dorp/voorbeeld", "/"])
def test_a_name_is_never_a_way_to_another_folder(content: Path, naam: str) -> None:
    with pytest.raises(NietGevonden):
        open_bibliotheek(content).load(naam)


def test_a_skipped_number_is_a_warning_that_stops_nothing(content: Path) -> None:
    plant(content, "dorp/thema-2-wonen.md", "## 2.", "## 4.")
    bibliotheek = open_bibliotheek(content)

    (waarschuwing,) = bibliotheek.waarschuwingen("dorp")

    assert bibliotheek.load("dorp").afspraken[1].nummer == 4
    assert waarschuwing.code == "I133"
    assert waarschuwing.plek == "dorp/thema-2-wonen.md:3"
    assert "Na afspraak 1 komt afspraak 4." in waarschuwing.melding


def test_all_faults_come_out_together_in_order_of_file_and_line(content: Path) -> None:
    plant(content, THEMA, "| Nieuwbouw | 350 |", "| Nieuwbouw | veel |")
    plant(content, "dorp/thema-2-wonen.md", "Aard: proces", "Aard: process")
    plant(content, "dorp/samenwerking.toml", 'orgaan = "rvc"', 'orgaan = "raad"')

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).load("dorp")

    assert gevangen.value.melding == "De inhoud heeft 3 fouten."
    assert [b.code for b in gevangen.value.bevindingen] == ["I161", "I142", "I113"]


def test_a_printed_table_may_hold_percentages_and_relations_between_columns(content: Path) -> None:
    plant(content, THEMA, "| Nieuwbouw | 350 | 20 |", "| Nieuwbouw | 350 | 6,5% |")
    plant(
        content,
        THEMA,
        "- Verband: Netto = Nieuwbouw - Sloop",
        "- Verband: Totaal = Domesta + Anders",
    )

    (tabel,) = open_bibliotheek(content).load("dorp").themas[0].tabellen

    cel = tabel.cellen["Nieuwbouw", "Anders"]
    assert (cel.waarde, cel.tekst, cel.is_percentage) == (Decimal("6.5"), "6,5%", True)
    assert tabel.verbanden[0].namen == ("Totaal", "Domesta", "Anders")


def test_a_relation_that_names_a_column_wrong_is_told_about_columns(content: Path) -> None:
    plant(
        content,
        THEMA,
        "- Verband: Netto = Nieuwbouw - Sloop",
        "- Verband: Totaal = Domesta + Ander",
    )

    fout = only_fout(content)

    assert (fout.code, fout.advies) == ("I144", "Bedoelt u 'Anders'?")
    assert "De kolom 'Ander'" in fout.melding
