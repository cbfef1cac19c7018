"""The dossier from the command line: made, delivered, published; apart from the other kind."""

import zipfile
from hashlib import sha256
from pathlib import Path

from asn1crypto import cms

from cycle.domain.dossiermanifest import check_dossier, read_dossiermanifest
from cycle.domain.tijdstempellijst import find_gewijzigd
from tests.ondertekening import running_tijdstempeldienst
from tests.pki import Pki
from tests.workflows.cli.builders import Werkmap

DORP = ("dorp", "2024")


def test_dossier_is_made_and_made_again_with_equal_bytes(
    met_vastgestelde: Werkmap, tmp_path: Path
) -> None:
    eerste = met_vastgestelde.run("dossier", *DORP)
    naam = "dossier-dorp-2024-r1.zip"
    pad = met_vastgestelde.pad / "stukken/dorp-2024/dossier" / naam
    bytes_ = pad.read_bytes()
    tweede = met_vastgestelde.op("2024-02-01").json("dossier", *DORP, "--uit", str(tmp_path))

    assert eerste.exit_code == 1  # nobody signed yet, and no seal is set
    assert "revisie 1" in eerste.stdout
    assert "D102" in eerste.stdout
    assert (tweede["nieuw"], tweede["bestand"]) == (False, str(tmp_path / naam))
    assert (tmp_path / naam).read_bytes() == bytes_
    with zipfile.ZipFile(pad) as gelezen:
        bestanden = {lid: gelezen.read(lid) for lid in gelezen.namelist()}
    assert check_dossier(read_dossiermanifest(bestanden["manifest.json"]), bestanden) == ()
    assert b"pdfaid:part>2<" in bestanden["ondertekenblad.pdf"]


def test_delivery_goes_from_open_to_done(met_vastgestelde: Werkmap) -> None:
    bewijs = met_vastgestelde.pad / "ontvangst.eml"
    bewijs.write_text("Ontvangen.", "utf-8")
    op_tijd = met_vastgestelde.op("2023-12-12")
    ervoor = op_tijd.run("dossier", "levering", *DORP)
    for ontvanger in ("minister", "college", "huurders"):
        op_tijd.doe(
            *("dossier", "geleverd", *DORP, ontvanger, "--bewijs", str(bewijs)),
            *("--rvc", "2023-12-05", "--wijze", "mail"),
        )

    assert ervoor.exit_code == 1
    assert "Uiterlijk donderdag 14 december 2023." in ervoor.stdout
    assert "D201" in ervoor.stdout
    lijst = op_tijd.json("dossier", "levering", *DORP)
    assert {regel["staat"] for regel in lijst["leveringen"]} == {"geleverd"}
    assert (lijst["rvc"][0]["op_tijd"], lijst["bevindingen"]) == (True, [])
    assert "Alles is geleverd" in op_tijd.doe("dossier", "levering", *DORP)


def test_model_of_the_bestuursverklaring_is_made_per_corporatie(met_vastgestelde: Werkmap) -> None:
    stukken = met_vastgestelde.json("dossier", "verklaring", *DORP)["stukken"]

    assert [Path(naam).name for naam in stukken] == ["bestuursverklaring-2024-domesta.docx"]
    assert all(Path(met_vastgestelde.pad / naam).is_file() for naam in stukken)


def test_copy_for_the_website_is_made_with_its_description(met_vastgestelde: Werkmap) -> None:
    uit = met_vastgestelde.json("dossier", "publiceer", *DORP, "--weg", "Herstel")

    assert [Path(naam).suffix for naam in uit["bestanden"]] == [".pdf", ".json"]
    assert uit["weggelaten"]["andere_teksten"] > 0


def test_yearly_stamp_without_a_service_says_what_to_do(met_vastgestelde: Werkmap) -> None:
    assert "nog geen dossier" in met_vastgestelde.run("dossier", "stempel", *DORP).stderr
    met_vastgestelde.run("dossier", *DORP)
    antwoord = met_vastgestelde.run("dossier", "stempel", *DORP)

    assert antwoord.exit_code == 1
    assert "JAARSCHIJF_TIJDSTEMPEL" in antwoord.stderr
    assert "Geen enkel dossier" in met_vastgestelde.doe("dossier", "stempel")


def test_a_real_service_stamps_the_dossier_and_stamps_it_again_in_april(
    met_vastgestelde: Werkmap,
) -> None:
    with running_tijdstempeldienst(Pki("rsa")) as adres:
        env = {"JAARSCHIJF_TIJDSTEMPEL": adres}
        met_vastgestelde.run("dossier", *DORP, env=env)
        later = met_vastgestelde.op("2025-04-02")
        eerste = later.run("dossier", "stempel", *DORP, env=env)
        tweede = later.run("dossier", "stempel", *DORP, env=env)
        later.run("dossier", *DORP, env=env)

    assert "heeft een nieuw tijdstempel" in eerste.stdout
    assert "al een tijdstempel" in tweede.stdout
    dossier = met_vastgestelde.pad / "stukken/dorp-2024/dossier/dossier-dorp-2024-r1.zip"
    with zipfile.ZipFile(dossier) as gelezen:
        bestanden = {lid: gelezen.read(lid) for lid in gelezen.namelist()}
    for dag in ("2023-10-03", "2025-04-02"):
        lijst = bestanden[f"tijdstempels/r1-{dag}.json"]
        assert _stamped(bestanden[f"tijdstempels/r1-{dag}.tsr"]) == sha256(lijst).digest()
        assert find_gewijzigd(lijst, bestanden) == ()


def _stamped(token: bytes) -> bytes:
    """Return the digest that a token was given for."""
    inhoud = cms.ContentInfo.load(token)["content"]["encap_content_info"]["content"].parsed
    gestempeld: bytes = inhoud["message_imprint"]["hashed_message"].native
    return gestempeld


def test_a_misspelt_command_is_no_samenwerking(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("dossier", "publicer", *DORP)

    assert antwoord.exit_code == 2
    assert "publiceer" in antwoord.stderr


def test_the_other_kind_of_dossier_is_named_beside_it(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("dossier", "--help")

    assert "jaarschijf cyclus dossier" in " ".join(antwoord.stdout.split())


def test_nothing_is_made_of_a_text_that_was_not_adopted(met_concept: Werkmap) -> None:
    for opdracht in (("dossier",), ("dossier", "publiceer"), ("dossier", "verklaring")):
        antwoord = met_concept.run(*opdracht, *DORP)

        assert antwoord.exit_code == 1
        assert "nog niet vastgesteld" in antwoord.stderr
