"""What comes back signed: our own PDF, that of a service, and a scan for two people."""

import json
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.accordering import Handtekening
from cycle.domain.errors import BesluitError, InvoerError, NietGevonden, RetourGeweigerd, StapBezet
from cycle.domain.fase import Fase
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import Mandaat, Mandaatsoort
from cycle.services.confirm_scan import Bevestiging, confirm_scan
from cycle.services.cyclus import require_cyclus
from cycle.services.receive_getekend import Retour, receive_getekend
from cycle.services.receive_scan import Scan, receive_scan
from cycle.services.record_handtekening import record_handtekening
from cycle.services.vastgestelde import Vastgestelde, load_vastgestelde
from tests.cycle.services.builders import CODE, JAAR, een_handtekening, in_fase
from tests.fakes import Opstelling

DAG = pendulum.date(2025, 12, 10)


@pytest.fixture
def opstelling() -> Opstelling:
    gemaakt = in_fase(Fase.ONDERTEKENING)
    gemaakt.klok.dag = pendulum.date(2025, 12, 11)
    return gemaakt


def vastgestelde(opstelling: Opstelling) -> Vastgestelde:
    with opstelling.store.transaction() as tx:
        return load_vastgestelde(opstelling.toolkit, tx, require_cyclus(tx, CODE, JAAR))


def handtekeningen(opstelling: Opstelling) -> tuple[Handtekening, ...]:
    with opstelling.store.transaction() as tx:
        return tx.handtekeningen(require_cyclus(tx, CODE, JAAR))


def getekend(opstelling: Opstelling, *nummers: int, basis: bytes | None = None) -> bytes:
    """Return the frozen version with a signature in these places, as the fakes see it."""
    vast = vastgestelde(opstelling)
    pdf = basis or opstelling.bestanden.get(vast.bevroren.sha256)
    for nummer in nummers:
        pdf += f"\n{vast.manifest.velden[nummer].naam}: Persoon {nummer}".encode()
    return pdf


def een_retour(inhoud: bytes, **anders: object) -> Retour:
    return replace(Retour(inhoud, "terug.pdf", "Sanne"), **anders)  # type: ignore[arg-type]


def test_every_signature_in_our_own_pdf_is_registered_with_its_day(
    opstelling: Opstelling,
) -> None:
    pdf = getekend(opstelling, 0, 1)

    ontvangst = receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(pdf))

    vast = vastgestelde(opstelling)
    plekken = [(v.partij, v.functie) for v in vast.manifest.velden[:2]]
    gezet = handtekeningen(opstelling)
    assert [(h.partij, h.functie) for h in gezet] == plekken
    assert {(h.route, h.op, h.vastgelegd_door) for h in gezet} == {
        (Route.CERTIFICAAT, DAG, "Sanne")
    }
    assert opstelling.bestanden.get(vast.laatste.sha256) == pdf
    assert ontvangst.uitkomst.gedaan


def test_what_a_signature_rests_on_is_kept_with_the_file(opstelling: Opstelling) -> None:
    pdf = getekend(opstelling, 0)

    receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(pdf))

    (gezet,) = handtekeningen(opstelling)
    bewijs = json.loads(opstelling.bestanden.get(gezet.bewijs))
    assert opstelling.bestanden.get(bewijs["sha256"]) == pdf
    assert (bewijs["certificaat"], bewijs["niveau"]) == ("Persoon 0", "B-T")


def test_the_same_file_again_changes_nothing(opstelling: Opstelling) -> None:
    retour = een_retour(getekend(opstelling, 0))
    receive_getekend(opstelling.toolkit, CODE, JAAR, retour)
    ervoor = opstelling.stand()

    ontvangst = receive_getekend(opstelling.toolkit, CODE, JAAR, retour)

    assert not ontvangst.uitkomst.gedaan
    assert opstelling.stand() == ervoor


def test_a_later_file_adds_only_what_is_new(opstelling: Opstelling) -> None:
    eerste = getekend(opstelling, 0)
    receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(eerste))

    ontvangst = receive_getekend(
        opstelling.toolkit, CODE, JAAR, een_retour(getekend(opstelling, 1, basis=eerste))
    )

    assert len(ontvangst.vastgelegd) == 1
    assert len(handtekeningen(opstelling)) == 2


def test_a_file_that_misses_earlier_signatures_is_kept_beside_the_latest(
    opstelling: Opstelling,
) -> None:
    eerste, tweede = getekend(opstelling, 0), getekend(opstelling, 1)
    receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(eerste))

    ontvangst = receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(tweede))

    assert "apart bewaard" in ontvangst.uitkomst.melding
    laatste = vastgestelde(opstelling).laatste
    assert opstelling.bestanden.get(laatste.sha256) == eerste
    assert len(handtekeningen(opstelling)) == 2


def test_a_file_that_does_not_hold_leaves_nothing_behind(opstelling: Opstelling) -> None:
    ervoor = opstelling.stand()

    with pytest.raises(RetourGeweigerd, match="niet bewaard") as fout:
        receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(b"iets anders"))

    assert [b.code for b in fout.value.bevindingen] == ["V010"]
    assert opstelling.stand() == ervoor


def test_who_stands_in_is_registered_on_the_place_of_whom_it_is_for(
    opstelling: Opstelling,
) -> None:
    veld = vastgestelde(opstelling).manifest.velden[0]
    mandaat = Mandaat(
        partij=veld.partij,
        functie="plaatsvervanger",
        soort=Mandaatsoort.EIGENSTANDIG,
        van=pendulum.date(2025, 1, 1),
        tot_en_met=None,
        bewijs="ab" * 32,
        op=DAG,
        vervangt=veld.functie,
        naam="Persoon 0",
    )
    with opstelling.store.transaction() as tx:
        tx.add_mandaat(require_cyclus(tx, CODE, JAAR), mandaat)

    receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(getekend(opstelling, 0)))

    (gezet,) = handtekeningen(opstelling)
    assert (gezet.functie, gezet.waarnemer) == (veld.functie, "plaatsvervanger")


def test_the_pdf_of_a_service_says_who_signed_through_the_secretaris(
    opstelling: Opstelling,
) -> None:
    veld = vastgestelde(opstelling).manifest.velden[2]
    retour = een_retour(
        b"dienst: alles",
        voor=((veld.partij, veld.functie),),
        op=DAG,
        verslag=b"wie wanneer",
        verslag_naam="verslag.pdf",
    )

    receive_getekend(opstelling.toolkit, CODE, JAAR, retour)

    (gezet,) = handtekeningen(opstelling)
    bewijs = json.loads(opstelling.bestanden.get(gezet.bewijs))
    assert (gezet.route, gezet.op) == (Route.DIENST, DAG)
    assert opstelling.bestanden.get(bewijs["verslag"]) == b"wie wanneer"
    assert bewijs["certificaat"] == "De Dienst"


def test_the_pdf_of_a_service_alone_is_not_enough(opstelling: Opstelling) -> None:
    with pytest.raises(InvoerError, match="zegt niet wie er tekende") as fout:
        receive_getekend(opstelling.toolkit, CODE, JAAR, een_retour(b"dienst: alles"))

    assert "--voor" in fout.value.advies
    assert handtekeningen(opstelling) == ()


def test_a_place_that_does_not_exist_is_refused(opstelling: Opstelling) -> None:
    retour = een_retour(
        b"dienst", voor=(("domesta", "portier"),), op=DAG, verslag=b"x", verslag_naam="x"
    )

    with pytest.raises(InvoerError, match=r"geen plaats voor domesta \(portier\)"):
        receive_getekend(opstelling.toolkit, CODE, JAAR, retour)


def een_scan(opstelling: Opstelling, **anders: object) -> Scan:
    manifest = vastgestelde(opstelling).manifest
    veld = manifest.velden[0]
    scan = Scan(
        b"%PDF scan", "scan.pdf", veld.partij, veld.functie, DAG, manifest.code, "Sanne de Wit"
    )
    return replace(scan, **anders)  # type: ignore[arg-type]


def een_bevestiging(scan: Scan, **anders: object) -> Bevestiging:
    bevestiging = Bevestiging(scan.partij, scan.functie, scan.code, "Piet Bos")
    return replace(bevestiging, **anders)  # type: ignore[arg-type]


def test_a_scan_counts_once_a_second_person_confirms_it(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)

    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    eerst = handtekeningen(opstelling)
    uitkomst = confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan))

    (gezet,) = handtekeningen(opstelling)
    assert eerst == ()
    assert (gezet.route, gezet.op) == (Route.PAPIER, DAG)
    assert gezet.vastgelegd_door == "Sanne de Wit en Piet Bos"
    assert "Sanne de Wit en Piet Bos" in uitkomst.melding
    bewijs = json.loads(opstelling.bestanden.get(gezet.bewijs))
    assert opstelling.bestanden.get(bewijs["sha256"]) == scan.inhoud


def test_confirming_again_changes_nothing(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan))
    ervoor = opstelling.stand()

    assert not confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan)).gedaan

    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("naam", ["Sanne de Wit", " sanne  DE wit "])
def test_the_same_person_cannot_confirm(opstelling: Opstelling, naam: str) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)

    with pytest.raises(BesluitError, match="Bevestigen doet iemand anders"):
        confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan, door=naam))

    assert handtekeningen(opstelling) == ()


def test_another_code_is_refused_at_both_steps(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)

    with pytest.raises(BesluitError, match="Op de scan staat code 0000-0000-0000"):
        receive_scan(opstelling.toolkit, CODE, JAAR, replace(scan, code="0000-0000-0000"))
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    with pytest.raises(BesluitError, match="U las code 0000-0000-0000"):
        confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan, code="0000-0000-0000"))

    assert handtekeningen(opstelling) == ()


def test_a_scan_that_was_never_offered_cannot_be_confirmed(opstelling: Opstelling) -> None:
    with pytest.raises(NietGevonden, match="geen scan van"):
        confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(een_scan(opstelling)))


def test_a_new_scan_takes_the_place_of_one_that_was_not_confirmed(
    opstelling: Opstelling,
) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    beter = replace(scan, inhoud=b"%PDF beter", door="Piet Bos")
    receive_scan(opstelling.toolkit, CODE, JAAR, beter)

    confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(beter, door="Sanne de Wit"))

    (gezet,) = handtekeningen(opstelling)
    bewijs = json.loads(opstelling.bestanden.get(gezet.bewijs))
    assert opstelling.bestanden.get(bewijs["sha256"]) == b"%PDF beter"


def test_a_confirmed_scan_is_not_replaced(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan))

    with pytest.raises(BesluitError, match="al bevestigd"):
        receive_scan(opstelling.toolkit, CODE, JAAR, scan)


@pytest.mark.parametrize(
    ("anders", "soort"),
    [
        ({"inhoud": b"plaatje"}, RetourGeweigerd),
        ({"op": pendulum.date(2025, 12, 31)}, BesluitError),
        ({"functie": "portier"}, InvoerError),
        ({"door": " "}, InvoerError),
    ],
)
def test_a_scan_that_cannot_count_leaves_nothing_behind(
    opstelling: Opstelling, anders: dict[str, object], soort: type[Exception]
) -> None:
    ervoor = opstelling.stand()

    with pytest.raises(soort):
        receive_scan(opstelling.toolkit, CODE, JAAR, een_scan(opstelling, **anders))

    assert opstelling.stand() == ervoor


def test_nobody_cannot_confirm(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)

    with pytest.raises(InvoerError, match="Wie bevestigt"):
        confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan, door=""))


def test_the_adopted_pdf_itself_is_no_scan(opstelling: Opstelling) -> None:
    ervoor = opstelling.stand()

    for inhoud in (getekend(opstelling), getekend(opstelling, 0)):
        with pytest.raises(BesluitError, match="geen scan van papier"):
            receive_scan(opstelling.toolkit, CODE, JAAR, een_scan(opstelling, inhoud=inhoud))

    assert opstelling.stand() == ervoor


def test_nobody_signed_before_the_text_was_frozen(opstelling: Opstelling) -> None:
    dag = vastgestelde(opstelling).manifest.bevroren_op
    ervoor = opstelling.stand()

    with pytest.raises(BesluitError, match="pas vastgesteld op"):
        receive_scan(opstelling.toolkit, CODE, JAAR, een_scan(opstelling, op=dag.subtract(days=1)))
    assert opstelling.stand() == ervoor

    receive_scan(opstelling.toolkit, CODE, JAAR, een_scan(opstelling, op=dag))


def test_a_reported_signature_is_not_older_than_the_frozen_text(opstelling: Opstelling) -> None:
    dag = vastgestelde(opstelling).manifest.bevroren_op
    teken = een_handtekening(opstelling)

    with pytest.raises(BesluitError, match="pas vastgesteld op"):
        record_handtekening(opstelling.toolkit, CODE, JAAR, replace(teken, op=dag.subtract(days=1)))
    record_handtekening(opstelling.toolkit, CODE, JAAR, replace(teken, op=dag))

    assert [h.op for h in handtekeningen(opstelling)] == [dag]


def test_who_signs_today_may_when_the_clock_was_ahead_at_freezing(opstelling: Opstelling) -> None:
    bevroren_op = vastgestelde(opstelling).manifest.bevroren_op
    opstelling.klok.dag = bevroren_op.subtract(days=7)
    teken = replace(een_handtekening(opstelling), op=opstelling.klok.dag)

    record_handtekening(opstelling.toolkit, CODE, JAAR, teken)

    assert [h.op for h in handtekeningen(opstelling)] == [opstelling.klok.dag]


def test_a_scan_is_not_offered_or_confirmed_while_another_step_signs(
    opstelling: Opstelling,
) -> None:
    scan = een_scan(opstelling)
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)

    with opstelling.toolkit.store.lease(CODE, JAAR, "teken"):
        with pytest.raises(StapBezet):
            receive_scan(opstelling.toolkit, CODE, JAAR, scan)
        with pytest.raises(StapBezet):
            confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan))

    assert handtekeningen(opstelling) == ()


def test_a_name_in_letters_that_only_look_the_same_is_refused(opstelling: Opstelling) -> None:
    scan = een_scan(opstelling)
    vals = "S\u0430nne de Wit"

    with pytest.raises(InvoerError, match="letters van twee schriften"):
        receive_scan(opstelling.toolkit, CODE, JAAR, replace(scan, door=vals))
    receive_scan(opstelling.toolkit, CODE, JAAR, scan)
    with pytest.raises(InvoerError, match="letters van twee schriften"):
        confirm_scan(opstelling.toolkit, CODE, JAAR, een_bevestiging(scan, door=vals))

    assert handtekeningen(opstelling) == ()
