"""Signatures in our own PDF: route certificaat, with the rows of the attack matrix."""

import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign.fields import SigSeedSubFilter

from cycle.domain.binding import Controle, Veldstaat, Vertrouwen, partijen_met
from cycle.domain.handtekenroute import Route
from cycle.signing.controle.oordeel import judge
from cycle.signing.controle.vraag import Vraag
from tests.cycle.signing import pdfbouw
from tests.cycle.signing.aanvallen import (
    AANVALLEN,
    Aanval,
    bevroren,
    check,
    flips,
    foreign_place_added,
    getekend,
    is_found,
    kader_van,
    one_other,
    other_person,
    two_missing,
)
from tests.cycle.signing.dienst import mix_ups, other_version
from tests.cycle.signing.pdfbouw import Bevroren, freeze, naam_van, persoon, sign, sign_all
from tests.pki import NU, Pki, Soort


@pytest.mark.parametrize("soort", ["ec", "rsa"])
@pytest.mark.parametrize("niveau", pdfbouw.NIVEAUS)
def test_a_good_file_is_accepted_at_every_level(niveau: str, soort: Soort) -> None:
    versie = freeze(aantal=2)
    pdf = sign_all(versie, niveau, soort)

    oordeel = check(pdf, versie, pki=Pki(soort))

    assert oordeel.is_compleet, oordeel.bevindingen
    assert {veld.niveau for veld in oordeel.velden} == {niveau}
    assert {veld.is_bewezen for veld in oordeel.velden} == {niveau != "B-B"}
    assert [veld.ondertekenaar for veld in oordeel.velden] == [
        naam_van(veld.partij) for veld in versie.manifest.velden
    ]


@settings(max_examples=4, deadline=None)
@given(st.permutations(range(9)), st.integers(1, 9))
def test_any_number_of_partijen_may_sign_in_any_order(volgorde: list[int], aantal: int) -> None:
    versie = freeze(aantal=aantal)
    gekozen = [nummer for nummer in volgorde if nummer < aantal]

    oordeel = check(sign_all(versie, volgorde=gekozen), versie)

    assert oordeel.is_compleet, oordeel.bevindingen


def test_every_controle_has_a_line_of_its_own() -> None:
    oordeel = check(getekend(), bevroren())

    assert oordeel.route is Route.CERTIFICAAT
    assert [regel.controle for regel in oordeel.regels] == [
        Controle.BESTAND,
        Controle.BEGIN,
        Controle.WIJZIGINGEN,
        Controle.VELDEN,
        Controle.HANDTEKENINGEN,
        Controle.OPVULLING,
        Controle.TEKST,
        Controle.BEELD,
    ]
    assert all(regel.houdt for regel in oordeel.regels)


@pytest.mark.parametrize("aanval", AANVALLEN, ids=lambda aanval: aanval.naam)
def test_an_attack_is_refused_and_the_right_place_is_named(aanval: Aanval) -> None:
    oordeel = check(aanval.maak(), bevroren())

    assert is_found(aanval, oordeel), oordeel.bevindingen


def test_a_withdrawn_certificate_fails_only_its_own_partij() -> None:
    domesta = persoon("domesta")

    oordeel = check(getekend(), bevroren(), crls=Pki().intrekkingen([domesta]))

    assert partijen_met(oordeel.velden, Veldstaat.ONGELDIG) == ("domesta (bestuurder)",)
    assert "V026" in [b.code for b in oordeel.bevindingen]


def test_a_list_that_is_out_of_date_still_tells_who_was_withdrawn() -> None:
    oud = Pki().intrekkingen([persoon("domesta")], geldig=timedelta(hours=-12))

    oordeel = check(getekend(), bevroren(), crls=oud)

    assert partijen_met(oordeel.velden, Veldstaat.ONGELDIG) == ("domesta (bestuurder)",)


def test_the_list_of_the_lowest_issuer_alone_is_enough_to_find_who_was_withdrawn() -> None:
    alleen_uitgever = Pki().intrekkingen([persoon("domesta")])[1:]

    oordeel = check(getekend(), bevroren(), crls=alleen_uitgever)

    assert partijen_met(oordeel.velden, Veldstaat.ONGELDIG) == ("domesta (bestuurder)",)


def test_a_list_that_somebody_else_signed_says_nothing() -> None:
    vreemd = Pki(naam="Vreemde").intrekkingen([persoon("domesta")])

    oordeel = check(getekend(), bevroren(), crls=vreemd)

    assert oordeel.is_compleet


def test_somebody_else_fails_only_the_partij_that_was_signed_for() -> None:
    oordeel = check(other_person(), bevroren())

    assert partijen_met(oordeel.velden, Veldstaat.ONGELDIG) == ("domesta (bestuurder)",)


def test_missing_signatures_are_named_and_do_not_make_the_others_wrong() -> None:
    oordeel = check(two_missing(), bevroren())

    assert oordeel.houdt
    assert not oordeel.is_compleet
    assert partijen_met(oordeel.velden, Veldstaat.ONTBREEKT) == (
        "domesta (bestuurder)",
        "woonconcept (bestuurder)",
    )


def test_without_lists_of_the_withdrawn_the_reader_hears_that_nobody_looked() -> None:
    oordeel = check(getekend(), bevroren(), crls=())

    assert oordeel.is_compleet
    assert [b.code for b in oordeel.bevindingen] == ["V029"] * 3


def test_without_anybody_to_believe_no_signature_holds() -> None:
    oordeel = check(getekend(), bevroren(), vertrouwen=Vertrouwen())

    assert partijen_met(oordeel.velden, Veldstaat.GELDIG) == ()
    assert {b.code for b in oordeel.bevindingen} == {"V024", "V037", "V049"}


def test_an_issuer_that_comes_with_the_file_is_not_believed() -> None:
    versie = bevroren()
    pdf = sign_all(versie, "B-LT")

    oordeel = check(pdf, versie, vertrouwen=Vertrouwen((Pki(naam="Ander").wortel.der(),)))

    assert partijen_met(oordeel.velden, Veldstaat.GELDIG) == ()


def test_who_may_sign_can_be_told_by_certificate() -> None:
    kader = kader_van(bevroren().manifest)
    domesta = persoon("domesta").certificaat.fingerprint(pdfbouw.SHA256).hex()
    toegestaan = tuple(replace(t, namen=(), certificaten=(domesta,)) for t in kader.toegestaan)

    oordeel = check(getekend(), bevroren(), kader=replace(kader, toegestaan=toegestaan))

    assert partijen_met(oordeel.velden, Veldstaat.GELDIG) == ("domesta (bestuurder)",)


def test_when_nobody_said_who_may_sign_the_reader_is_asked_to_look() -> None:
    kader = replace(kader_van(bevroren().manifest), toegestaan=())

    oordeel = check(getekend(), bevroren(), kader=kader)

    assert oordeel.is_compleet
    assert [b.code for b in oordeel.bevindingen] == ["V034"] * 3


@pytest.mark.parametrize("naam", ["bestuurder van DOMESTA", "Bestuurder  van Domésta."])
def test_names_are_compared_without_accents_and_capitals(naam: str) -> None:
    pdf = one_other(Pki().ondertekenaar(naam, "Domesta"))

    assert check(pdf, bevroren()).is_compleet


def test_signing_outside_the_days_for_it_is_refused() -> None:
    kader = kader_van(bevroren().manifest, tot_en_met=bevroren().manifest.bevroren_op)

    oordeel = check(getekend(), bevroren(), kader=kader)

    assert [b.code for v in oordeel.velden for b in v.bevindingen] == ["V028"] * 3


def test_a_text_field_in_the_adopted_version_itself_is_refused() -> None:
    """It could be filled after signing without any signature noticing."""
    with_field = _with_text_field(pdfbouw.make_pdf(pdfbouw.tekst_van()))
    versie = freeze(aantal=1, ruw=with_field)

    def wijzig(writer: object) -> None:
        veld = writer.root["/AcroForm"]["/Fields"][0]  # type: ignore[attr-defined]
        veld[pdf_name("/V")] = generic.pdf_string("niet akkoord")
        writer.update_container(veld)  # type: ignore[attr-defined]

    pdf = pdfbouw.verleng(sign_all(versie), wijzig)

    oordeel = check(pdf, versie)

    assert {"V013", "V023"} <= {b.code for b in oordeel.bevindingen}


def _with_text_field(pdf: bytes) -> bytes:
    """Return the PDF with an empty field for text."""
    uit = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        veld = document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="opmerking",
                Rect=[50, 50, 200, 70],
                DA="/F1 9 Tf",
            )
        )
        document.pages[0].obj.Annots = pikepdf.Array([veld])
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([veld]))
        document.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize(("naam", "bladen"), list(mix_ups(6, zaad=2)))
def test_another_version_signed_by_everybody_is_refused(naam: str, bladen: list[list[str]]) -> None:
    bedoeld = freeze(pdfbouw.tekst_van(4), aantal=1)

    oordeel = check(sign_all(other_version(bladen)), bedoeld)

    assert "V010" in [b.code for b in oordeel.bevindingen], naam
    assert not oordeel.houdt


def test_turned_bits_in_a_registered_file_are_all_found() -> None:
    versie = bevroren()
    oordeel = check(getekend(), versie)
    kader = replace(kader_van(versie.manifest), vingerafdruk=oordeel.sha256)

    gemist = [
        plek for plek, pdf in flips(getekend(), 6, zaad=3) if check(pdf, versie, kader=kader).houdt
    ]

    assert check(getekend(), versie, kader=kader).is_compleet
    assert gemist == []


def test_almost_all_turned_bits_are_found_without_a_register() -> None:
    versie = freeze(aantal=1)
    pdf = sign_all(versie)

    gemist = [plek for plek, anders in flips(pdf, 16, zaad=4) if check(anders, versie).is_compleet]

    assert len(gemist) <= 1


def test_a_file_of_which_nothing_is_known_is_judged_by_its_signatures() -> None:
    vertrouwen = Vertrouwen((Pki().wortel.der(),), (), Pki().intrekkingen())

    oordeel = judge(Vraag(getekend(), NU, vertrouwen=vertrouwen))

    assert oordeel.houdt
    assert oordeel.velden == ()
    assert [een.staat for een in oordeel.extra] == [Veldstaat.GELDIG] * 3


def test_without_a_manifest_an_empty_place_that_came_later_is_found() -> None:
    vertrouwen = Vertrouwen((Pki().wortel.der(),), (), Pki().intrekkingen())

    oordeel = judge(Vraag(foreign_place_added(), NU, vertrouwen=vertrouwen))

    assert ("V038", "iemand-anders") in [(b.code, b.plek) for b in oordeel.bevindingen]
    assert not oordeel.houdt


def test_a_file_without_any_signature_does_not_hold() -> None:
    oordeel = check(bevroren().pdf, bevroren())

    assert not oordeel.houdt
    assert "V048" in [b.code for b in oordeel.bevindingen]


def test_a_signature_of_the_older_kind_is_read_too() -> None:
    veld = bevroren().manifest.velden[0]
    pdf = sign(
        bevroren().pdf,
        veld.naam,
        persoon(veld.partij),
        subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
    )

    eerste = check(pdf, bevroren()).velden[0]

    assert (eerste.staat, eerste.niveau) == (Veldstaat.GELDIG, "PKCS#7")


def test_ten_years_later_a_stamped_signature_still_holds() -> None:
    """The certificate ended long ago; a chain of stamps shows that it was valid then."""
    versie = freeze(aantal=1)
    pdf = sign_all(versie, "B-LTA")
    later = NU + timedelta(days=3 * 365)

    oordeel = judge(
        Vraag(
            pdf,
            later,
            manifest=versie.manifest,
            kader=kader_van(versie.manifest),
            vertrouwen=Vertrouwen((Pki().wortel.der(),)),
        )
    )

    assert oordeel.is_compleet, oordeel.bevindingen


def test_without_a_stamp_an_ended_certificate_proves_nothing() -> None:
    versie = freeze(aantal=1)
    vraag = Vraag(
        sign_all(versie),
        NU + timedelta(days=3 * 365),
        manifest=versie.manifest,
        vertrouwen=Vertrouwen((Pki().wortel.der(),)),
    )

    assert "V025" in [b.code for b in judge(vraag).bevindingen]


def test_a_stamp_of_an_unknown_service_costs_the_proof_not_the_signature() -> None:
    versie = freeze(aantal=1)
    veld = versie.manifest.velden[0]
    pdf = sign(versie.pdf, veld.naam, persoon(veld.partij), "B-T", Pki(naam="Vreemde"))

    oordeel = check(pdf, versie)

    assert oordeel.is_compleet
    assert [b.code for b in oordeel.bevindingen] == ["V037"]
    assert not oordeel.velden[0].is_bewezen


def test_a_version_with_other_fields_than_its_manifest_is_refused() -> None:
    versie = bevroren()
    minder = Bevroren(versie.pdf, replace(versie.manifest, velden=versie.manifest.velden[:2]))

    oordeel = check(getekend(), minder)

    assert [
        b.code
        for regel in oordeel.regels
        if regel.controle is Controle.VELDEN
        for b in regel.bevindingen
    ] == ["V014"]
