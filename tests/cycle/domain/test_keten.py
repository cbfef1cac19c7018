"""A chain of events: whatever is done to it, the first place that does not hold is named."""

from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.auditanker import read_ankers
from cycle.domain.errors import InvoerError
from cycle.domain.keten import (
    Auditregel,
    Gebeurtenis,
    Ketenhoofd,
    check_keten,
    make_regel,
    read_hoofd,
)

TIJD = "2023-09-12T12:03:00.000Z"
Regels = list[Auditregel]


def een_keten(aantal: int, cyclus: str = "hoogeveen/2024") -> Regels:
    """Return a chain of so many events."""
    regels: Regels = []
    hoofd: Ketenhoofd | None = None
    for nummer in range(1, aantal + 1):
        gebeurtenis = Gebeurtenis("feit", {"wat": f"gebeurtenis {nummer}"}, rij=nummer)
        regels.append(make_regel(cyclus, hoofd, gebeurtenis, TIJD, ""))
        hoofd = Ketenhoofd(nummer, regels[-1].hash)
    return regels


def _rechain(regels: Regels) -> Regels:
    """Return the events with all numbers and hashes made anew, as a forger would."""
    nieuw: Regels = []
    hoofd: Ketenhoofd | None = None
    for regel in regels:
        gebeurtenis = Gebeurtenis(regel.soort, {"vervalst": regel.inhoud}, rij=regel.rij)
        nieuw.append(make_regel("hoogeveen/2024", hoofd, gebeurtenis, regel.tijd, regel.door))
        hoofd = Ketenhoofd(nieuw[-1].volgnummer, nieuw[-1].hash)
    return nieuw


def test_a_chain_as_it_was_written_holds() -> None:
    regels = een_keten(20)

    oordeel = check_keten("hoogeveen/2024", iter(regels))

    assert (oordeel.aantal, oordeel.breuk) == (20, None)
    assert oordeel.hoofd == Ketenhoofd(20, regels[-1].hash)


def test_an_empty_chain_holds_and_has_no_head() -> None:
    oordeel = check_keten("hoogeveen/2024", [])

    assert (oordeel.aantal, oordeel.hoofd, oordeel.breuk) == (0, None, None)


def test_the_hash_can_be_made_again_with_nothing_but_the_description() -> None:
    regel = een_keten(1)[0]
    velden = (
        *("jaarschijf-audit-v1", "hoogeveen/2024", "1", TIJD, "", "feit", "1"),
        *('{"wat":"gebeurtenis 1"}', "0" * 64),
    )

    tekst = "".join(f"{len(veld)}:{veld}" for veld in velden)

    assert sha256(tekst.encode()).hexdigest() == regel.hash


DADEN: dict[str, tuple[Callable[[Regels], Regels], int, str]] = {
    "edit": (
        lambda r: [*r[:6], r[6]._replace(inhoud='{"wat":"iets anders"}'), *r[7:]],
        7,
        "is veranderd",
    ),
    "edit and hash again": (
        lambda r: [
            *r[:6],
            make_regel("hoogeveen/2024", Ketenhoofd(6, r[5].hash), Gebeurtenis("x", {}), TIJD, ""),
            *r[7:],
        ],
        8,
        "sluit niet aan op gebeurtenis 7",
    ),
    "delete": (lambda r: [*r[:6], *r[7:]], 7, "ontbreekt"),
    "delete and renumber": (
        lambda r: [*r[:6], *(x._replace(volgnummer=x.volgnummer - 1) for x in r[7:])],
        7,
        "is veranderd",
    ),
    "delete the first": (lambda r: r[1:], 1, "ontbreekt"),
    "reorder": (
        lambda r: [
            *r[:6],
            r[7]._replace(volgnummer=7),
            r[6]._replace(volgnummer=8),
            *r[8:],
        ],
        7,
        "is veranderd",
    ),
    "insert": (
        lambda r: [
            *r[:6],
            make_regel("hoogeveen/2024", Ketenhoofd(6, r[5].hash), Gebeurtenis("x", {}), TIJD, ""),
            *(x._replace(volgnummer=x.volgnummer + 1) for x in r[6:]),
        ],
        8,
        "is veranderd",
    ),
}


@pytest.mark.parametrize(("daad", "plek", "woorden"), DADEN.values(), ids=DADEN)
def test_what_is_done_to_the_middle_is_found_at_its_place(
    daad: Callable[[Regels], Regels], plek: int, woorden: str
) -> None:
    oordeel = check_keten("hoogeveen/2024", daad(een_keten(20)))

    assert oordeel.breuk is not None
    assert oordeel.breuk.volgnummer == plek
    assert woorden in oordeel.breuk.melding
    assert oordeel.aantal == plek - 1


def test_a_cut_end_is_seen_only_with_an_anchor() -> None:
    regels = een_keten(20)
    anker = Ketenhoofd(20, regels[-1].hash)

    zonder = check_keten("hoogeveen/2024", regels[:15])
    met = check_keten("hoogeveen/2024", regels[:15], [anker])

    assert zonder.breuk is None
    assert met.breuk is not None
    assert met.breuk.melding == (
        "Het eind is afgekapt: het anker noemt gebeurtenis 20, de laatste is 15."
    )


def test_a_chain_made_wholly_anew_is_seen_with_an_anchor() -> None:
    regels = een_keten(20)
    vervalst = _rechain(regels)

    assert check_keten("hoogeveen/2024", vervalst).breuk is None
    breuk = check_keten("hoogeveen/2024", vervalst, [Ketenhoofd(12, regels[11].hash)]).breuk
    assert breuk is not None
    assert breuk.volgnummer == 12
    assert "anker" in breuk.melding


def test_events_of_another_cyclus_do_not_fit() -> None:
    breuk = check_keten("hoogeveen/2024", een_keten(3, "hogeland/2024")).breuk

    assert breuk is not None
    assert breuk.volgnummer == 1


@given(
    plek=st.integers(0, 9),
    veld=st.sampled_from(["tijd", "door", "soort", "inhoud", "vorige", "hash"]),
    tekst=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
)
def test_no_field_of_no_event_can_be_changed_unseen(plek: int, veld: str, tekst: str) -> None:
    regels = een_keten(10)
    anders = regels[plek]._replace(**{veld: tekst})
    if anders == regels[plek]:
        return

    oordeel = check_keten("hoogeveen/2024", [*regels[:plek], anders, *regels[plek + 1 :]])

    assert oordeel.breuk is not None
    assert oordeel.breuk.volgnummer in (plek + 1, plek + 2)


@given(tijd=st.text(alphabet=":01a"), door=st.text(alphabet=":01a"))
def test_moving_the_border_between_two_fields_changes_the_hash(tijd: str, door: str) -> None:
    een = make_regel("c/1", None, Gebeurtenis("feit", {}), f"{tijd}a", door)
    ander = make_regel("c/1", None, Gebeurtenis("feit", {}), tijd, f"a{door}")

    assert een.hash != ander.hash


def test_a_head_that_was_written_down_reads_back() -> None:
    hoofd = Ketenhoofd(12, "ab" * 32)

    assert read_hoofd(f" {hoofd}\n") == hoofd


@pytest.mark.parametrize("tekst", ["", "12", "12:kort", "0:" + "a" * 64, "x:" + "a" * 64])
def test_what_is_no_head_is_refused(tekst: str) -> None:
    with pytest.raises(InvoerError, match="geen anker"):
        read_hoofd(tekst)


def test_anchors_are_found_in_a_manifest_and_in_a_mail() -> None:
    hoofd = Ketenhoofd(12, "ab" * 32)
    manifest = f'{{"samenwerking": "dorp", "jaar": 2024, "audit_hoofd": "{hoofd}"}}'.encode()
    mail = f"Beste secretaris,\n\nHet anker is {hoofd}.\n".encode()

    assert read_ankers(manifest, "dorp", 2024, "manifest.json") == (hoofd,)
    assert read_ankers(mail, "dorp", 2024, "mail.txt") == (hoofd,)


def test_the_anchor_in_a_saved_mail_is_read_also_when_it_runs_over_two_lines() -> None:
    hoofd = Ketenhoofd(12, "ab" * 32)
    mail = EmailMessage(policy=policy.SMTP)
    mail["Message-ID"] = "<ondertekening@dorp.example>"
    tekst = f"Geachte coördinator,\n\nHet auditspoor is {hoofd}.\n"
    mail.set_content(tekst, cte="quoted-printable")
    mail.add_alternative(f"<p>Het auditspoor is {hoofd}.</p>", subtype="html")
    inhoud = mail.as_bytes()
    assert str(hoofd).encode() not in inhoud.partition(b"text/html")[0]

    assert read_ankers(inhoud, "dorp", 2024, "mail.eml") == (hoofd,)


def test_a_manifest_of_another_jaarschijf_is_refused() -> None:
    manifest = f'{{"samenwerking": "dorp", "jaar": 2023, "audit_hoofd": "3:{"ab" * 32}"}}'

    with pytest.raises(InvoerError, match="hoort bij dorp 2023") as fout:
        read_ankers(manifest.encode(), "dorp", 2024, "manifest.json")

    assert fout.value.plek == "manifest.json"


def test_a_file_without_an_anchor_is_refused() -> None:
    with pytest.raises(InvoerError, match="geen anker"):
        read_ankers(b'{"audit_hoofd": ""}', "dorp", 2024, "manifest.json")
