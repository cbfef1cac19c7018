"""A file or a dossier from its bytes alone."""

import json
from dataclasses import replace
from hashlib import sha256

import pendulum
import pytest

from cycle.domain.binding import Veldstaat
from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    Dossierdeel,
    Dossiermanifest,
    Dossierrol,
    list_bestanden,
    write_dossiermanifest,
)
from cycle.domain.errors import InvoerError
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.keten import Auditregel, Gebeurtenis, Ketenhoofd, make_regel
from cycle.domain.ketenuitvoer import write_ketenbestand
from cycle.domain.manifest import Manifest, write_manifest
from cycle.domain.ontvangstbewijs import Ontvangstbewijs, write_ontvangstbewijs
from cycle.domain.tijdstempellijst import make_stempellijst
from cycle.domain.verificatie import Verificatie
from cycle.services.verify_bestanden import Gegeven, verify_bestanden
from tests.fakes import FakeBinding

DAG = pendulum.date(2025, 12, 1)
PDF = b"%PDF-1.7 vastgesteld"
VELDEN = tuple(Handtekenveld(f"{p}-x", p, "x") for p in ("gemeente", "domesta", "huurders"))
VERSIE = Manifest(
    samenwerking="dorp",
    jaar=2026,
    versie="1.0",
    code="3F9A-2C1B-77D0",
    sha256=sha256(PDF).hexdigest(),
    bytes=len(PDF),
    bladzijden=3,
    velden=VELDEN,
    tekenpaginas=(3,),
    bevroren_op=DAG,
)
SCAN = b"%PDF-1.7 scan"


def getekend(*nummers: int) -> bytes:
    return PDF + b"".join(f"\n{VELDEN[n].naam}: Persoon {n}".encode() for n in nummers)


def een_bewijs(nummer: int, route: Route, inhoud: bytes, **anders: object) -> bytes:
    bewijs = Ontvangstbewijs(
        veld=VELDEN[nummer].naam,
        partij=VELDEN[nummer].partij,
        functie="x",
        route=route,
        code=VERSIE.code,
        sha256=sha256(inhoud).hexdigest(),
        getekend_op=DAG,
        ontvangen_op=DAG,
        door="secretaris",
        bevestigd_door="coördinator",
        bevestigd_op=DAG,
    )
    return write_ontvangstbewijs(replace(bewijs, **anders))  # type: ignore[arg-type]


def verify(bestanden: dict[str, bytes], **extra: bytes) -> Verificatie:
    return verify_bestanden(FakeBinding(), Gegeven(bestanden, **extra))


def een_map(**anders: bytes) -> dict[str, bytes]:
    return {
        "jaarschijf.pdf": getekend(0, 1, 2),
        "vastgesteld.pdf": PDF,
        "versie.json": write_manifest(VERSIE),
    } | anders


def een_dossier(bestanden: dict[str, bytes], **rollen: Dossierrol) -> dict[str, bytes]:
    """Return the files with their list, its signature and a time stamp."""
    delen = [
        Dossierdeel(pad, inhoud, rollen.get(pad.split(".")[0], Dossierrol.BEWIJS))
        for pad, inhoud in bestanden.items()
    ]
    lijst = Dossiermanifest("dorp", 2026, 1, "1.0", VERSIE.code, DAG, list_bestanden(delen))
    tekst = write_dossiermanifest(lijst)
    dossier = bestanden | {
        MANIFEST: tekst,
        MANIFEST_HANDTEKENING: b"cms " + sha256(tekst).hexdigest().encode(),
    }
    stempels = make_stempellijst(dossier)
    return dossier | {
        "tijdstempels/r1-2026.json": stempels,
        "tijdstempels/r1-2026.tsr": b"token " + sha256(stempels).hexdigest().encode(),
    }


NAAST = {"manifest": write_manifest(VERSIE), "vastgesteld": PDF}
JAARSCHIJF = {"jaarschijf": Dossierrol.JAARSCHIJF}


def test_a_folder_with_everything_holds_and_is_complete() -> None:
    uitkomst = verify(een_map())

    assert uitkomst.houdt
    assert uitkomst.ontbreekt == ()
    assert [b.pad for b in uitkomst.bestanden] == ["jaarschijf.pdf"]
    assert {p.route for p in uitkomst.plekken} == {Route.CERTIFICAAT}


def test_a_file_alone_is_held_against_the_manifest_that_was_named() -> None:
    uitkomst = verify({"terug.pdf": getekend(0)}, manifest=write_manifest(VERSIE), vastgesteld=PDF)

    assert uitkomst.houdt
    assert [v.partij for v in uitkomst.ontbreekt] == ["domesta", "huurders"]


def test_a_named_manifest_that_is_none_is_refused() -> None:
    with pytest.raises(InvoerError, match="manifest is niet leesbaar"):
        verify({"terug.pdf": getekend(0)}, manifest=b"{}")


def test_without_a_pdf_there_is_nothing_to_look_at() -> None:
    with pytest.raises(InvoerError, match="geen getekende PDF"):
        verify({"a.json": b"{}", "b.txt": b"niets"})


def test_paper_counts_when_two_people_saw_it_and_the_scan_is_there() -> None:
    bestanden = een_map(
        **{
            "jaarschijf.pdf": getekend(0, 1),
            "bewijs/scan.pdf": SCAN,
            "bewijs/scan.json": een_bewijs(2, Route.PAPIER, SCAN),
        }
    )

    uitkomst = verify(een_dossier(bestanden, **JAARSCHIJF))

    plek = uitkomst.plekken[2]
    assert (plek.staat, plek.route) == (Veldstaat.GELDIG, Route.PAPIER)
    assert "vastgelegd door secretaris en coördinator" in plek.toelichting


@pytest.mark.parametrize(
    ("bewijs", "reden"),
    [
        (een_bewijs(2, Route.PAPIER, SCAN, bevestigd_door="", bevestigd_op=None), ""),
        (een_bewijs(2, Route.PAPIER, b"iets anders"), "het getekende stuk zit er niet bij"),
        (een_bewijs(2, Route.PAPIER, SCAN, code="0000-0000-0000"), ""),
    ],
)
def test_paper_does_not_count_without_a_second_person_the_scan_or_the_version(
    bewijs: bytes, reden: str
) -> None:
    bestanden = een_map(**{"jaarschijf.pdf": getekend(0, 1), "scan.pdf": SCAN, "scan.json": bewijs})

    plek = verify(een_dossier(bestanden, **JAARSCHIJF)).plekken[2]

    assert (plek.staat, plek.toelichting) == (Veldstaat.ONTBREEKT, reden)


def test_a_service_counts_with_the_file_that_it_sealed() -> None:
    dienst, verslag = b"dienst %PDF-1.7", b"%PDF-1.7 verslag"
    bewijs = een_bewijs(
        1,
        Route.DIENST,
        dienst,
        verslag=sha256(verslag).hexdigest(),
        bevestigd_door="",
        bevestigd_op=None,
    )
    bestanden = een_map(
        **{
            "jaarschijf.pdf": getekend(0, 2),
            "dienst.pdf": dienst,
            "verslag.pdf": verslag,
            "bewijs.json": bewijs,
        }
    )

    uitkomst = verify(een_dossier(bestanden, **JAARSCHIJF))

    assert uitkomst.houdt
    assert (uitkomst.plekken[1].staat, uitkomst.plekken[1].route) == (
        Veldstaat.GELDIG,
        Route.DIENST,
    )


def test_a_whole_dossier_holds_with_its_seal_and_its_time_stamp() -> None:
    uitkomst = verify(een_dossier(een_map(), **JAARSCHIJF))

    assert uitkomst.houdt, uitkomst
    assert [z.veld.functie for z in uitkomst.zegels] == ["zegel", "tijdstempel"]
    assert uitkomst.bevindingen == ()


@pytest.mark.parametrize(
    ("wijzig", "code"),
    [
        ({"versie.json": write_manifest(replace(VERSIE, jaar=2027))}, "V061"),
        ({"extra.txt": b"erbij"}, "V062"),
    ],
)
def test_a_dossier_that_changed_names_the_file(wijzig: dict[str, bytes], code: str) -> None:
    uitkomst = verify(een_dossier(een_map(), **JAARSCHIJF) | wijzig)

    assert not uitkomst.houdt
    assert [(b.code, b.plek) for b in uitkomst.bevindingen] == [(code, next(iter(wijzig)))]


def test_a_file_that_is_gone_from_a_dossier_is_named() -> None:
    dossier = een_dossier(een_map(**{"leesmij.txt": b"hallo"}), **JAARSCHIJF)
    del dossier["leesmij.txt"]

    (gevonden,) = verify(dossier).bevindingen

    assert (gevonden.code, gevonden.plek) == ("V060", "leesmij.txt")


def test_a_new_list_without_a_new_seal_does_not_hold() -> None:
    dossier = een_dossier(een_map(), **JAARSCHIJF)
    anders = json.loads(dossier[MANIFEST]) | {"revisie": 2}

    uitkomst = verify(dossier | {MANIFEST: json.dumps(anders).encode()})

    assert [z.staat for z in uitkomst.zegels] == [Veldstaat.ONGELDIG, Veldstaat.GELDIG]
    assert [(b.code, b.plek) for b in uitkomst.bevindingen] == [("V064", MANIFEST)]


def test_a_list_without_a_seal_is_told() -> None:
    dossier = een_dossier(een_map(), **JAARSCHIJF)
    for pad in [p for p in dossier if p == MANIFEST_HANDTEKENING or p.startswith("tijd")]:
        del dossier[pad]

    uitkomst = verify(dossier)

    assert uitkomst.houdt
    assert [b.code for b in uitkomst.bevindingen] == ["V063"]


def test_an_ondertekenblad_without_a_seal_is_only_held_against_a_list_without_a_seal() -> None:
    rollen = {**JAARSCHIJF, "ondertekenblad": Dossierrol.ONDERTEKENBLAD}
    dossier = een_dossier(een_map(**{"ondertekenblad.pdf": b"%PDF-1.7 wie tekende"}), **rollen)
    los = (MANIFEST_HANDTEKENING, "tijdstempels/r1-2026.json", "tijdstempels/r1-2026.tsr")
    zonder = {pad: inhoud for pad, inhoud in dossier.items() if pad not in los}
    verzegeld = zonder | {"ondertekenblad.pdf": b"%PDF-1.7 /ByteRange [0 1 2 3]"}

    assert [b.pad for b in verify(zonder).bestanden] == ["jaarschijf.pdf"]
    assert [b.pad for b in verify(verzegeld).bestanden] == ["jaarschijf.pdf", "ondertekenblad.pdf"]
    assert len(verify(dossier).bestanden) == 2


def test_a_time_stamp_whose_token_is_gone_does_not_hold() -> None:
    dossier = een_dossier(een_map(), **JAARSCHIJF)
    del dossier["tijdstempels/r1-2026.tsr"]

    assert not verify(dossier).houdt


def een_logboek(*soorten: str) -> tuple[bytes, Ketenhoofd]:
    """Return an audit trail with these events, and its head."""
    regels: list[Auditregel] = []
    hoofd: Ketenhoofd | None = None
    for soort in soorten:
        regel = make_regel("dorp/2026", hoofd, Gebeurtenis(soort, {}), "2025-12-01", "x")
        regels.append(regel)
        hoofd = Ketenhoofd(regel.volgnummer, regel.hash)
    assert hoofd is not None
    return write_ketenbestand("dorp/2026", regels), hoofd


def test_the_audit_trail_of_a_dossier_is_checked_up_to_its_anchor() -> None:
    logboek, hoofd = een_logboek("begin", "besluit", "vaststelling")
    kort, _ = een_logboek("begin", "besluit")
    anders, _ = een_logboek("begin", "ander besluit", "vaststelling")
    manifest = write_manifest(replace(VERSIE, audit_hoofd=str(hoofd)))

    def breuken(inhoud: bytes) -> list[str]:
        delen = {"versie.json": manifest, "audit/audit.jsonl": inhoud}
        return [b.code for b in verify(een_dossier(een_map(**delen), **JAARSCHIJF)).bevindingen]

    assert breuken(logboek) == []
    assert [breuken(i) for i in (kort, anders, b"onzin")] == [["V065"]] * 3


def test_other_pdfs_in_a_dossier_are_only_held_against_the_list() -> None:
    bestanden = een_map(**{"bewijs/brief.pdf": b"%PDF-1.7 een brief"})

    uitkomst = verify(een_dossier(bestanden, **JAARSCHIJF))

    assert uitkomst.houdt
    assert [b.pad for b in uitkomst.bestanden] == ["jaarschijf.pdf"]


@pytest.mark.parametrize("lijst", [None, b"{}", b"geen lijst"])
@pytest.mark.parametrize(
    "over",
    [
        MANIFEST_HANDTEKENING,
        "tijdstempels/r1-2026.json",
        "vastgesteld/jaarschijf.pdf",
        "mdto/dossier.mdto.xml",
        "ondertekenblad.pdf",
        "map/Ondertekenblad.json",
    ],
)
def test_what_looks_like_a_dossier_does_not_hold_without_a_list(
    over: str, lijst: bytes | None
) -> None:
    bestanden = een_map(**{over: b"wat er nog van over is"})

    uitkomst = verify(bestanden | ({MANIFEST: lijst} if lijst else {}))

    assert not uitkomst.houdt
    assert [(b.code, b.plek) for b in uitkomst.bevindingen] == [("V066", MANIFEST)]


def test_a_dossier_in_a_folder_of_its_own_does_not_hold_without_a_list() -> None:
    dossier = een_dossier(een_map(), **JAARSCHIJF)

    uitkomst = verify({f"map/{pad}": inhoud for pad, inhoud in dossier.items()})

    assert [b.code for b in uitkomst.bevindingen] == ["V066"]


def test_a_file_of_a_dossier_that_is_given_alone_needs_no_list() -> None:
    uitkomst = verify({"ondertekenblad.pdf": getekend(0)}, **NAAST)

    assert uitkomst.houdt
    assert uitkomst.bevindingen == ()


ROUTES = {
    Route.PAPIER: (SCAN, {}),
    Route.DIENST: (b"dienst %PDF-1.7", {"bevestigd_door": "", "bevestigd_op": None}),
}


def met_bewijs(route: Route) -> dict[str, bytes]:
    """Return the files of a year in which the huurders signed in this way."""
    stuk, anders = ROUTES[route]
    return een_map(
        **{
            "jaarschijf.pdf": getekend(0, 1),
            "bewijs/stuk.pdf": stuk,
            "bewijs/stuk.json": een_bewijs(2, route, stuk, **anders),
        }
    )


@pytest.mark.parametrize("route", ROUTES)
def test_paper_and_a_service_do_not_count_without_a_seal_over_the_list(route: Route) -> None:
    dossier = een_dossier(met_bewijs(route), **JAARSCHIJF)
    heel = verify(dossier)
    zonder = {p: i for p, i in dossier.items() if p != MANIFEST_HANDTEKENING and "tijd" not in p}
    vals = dossier | {MANIFEST_HANDTEKENING: b"cms van iemand anders"}

    assert heel.houdt
    for uitkomst in (verify(zonder), verify(vals), verify(met_bewijs(route))):
        plek = uitkomst.plekken[2]
        assert not uitkomst.houdt
        assert (plek.staat, plek.route) == (Veldstaat.ONZEKER, route)
        assert "niet nagegaan" in plek.toelichting
        assert [p.staat for p in uitkomst.plekken[:2]] == [Veldstaat.GELDIG] * 2


def test_a_proof_that_was_added_to_a_sealed_dossier_does_not_count() -> None:
    dossier = een_dossier(een_map(**{"jaarschijf.pdf": getekend(0, 1)}), **JAARSCHIJF)
    erbij = {p: i for p, i in met_bewijs(Route.PAPIER).items() if p.startswith("bewijs/")}

    uitkomst = verify(dossier | erbij)

    assert uitkomst.plekken[2].staat is Veldstaat.ONZEKER
    assert {b.code for b in uitkomst.bevindingen} == {"V062"}
