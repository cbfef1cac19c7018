"""From text to Word and back: every change that a partij makes in a draft lands in the text.

The drafts are those of the real content of Hoogeveen. A partij is played by the redline
between the draft and what she would rather read: that is a returned document with a tracked
change for every word that she wants to see changed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cycle.documents import WordDocumenten
from cycle.domain.jaarschijf import Jaarschijf
from cycle.domain.opmaak import shown_alineas
from cycle.domain.reactie import Reactie, Wijziging
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.tekstvelden import list_tekstvelden
from cycle.domain.verwerking import Verwerkt, apply_reacties
from cycle.domain.weergave import build_view
from tests.builders import ROOT, echte_bibliotheek, een_reactieregel

WORD = WordDocumenten(ROOT / "templates")
DAG = pendulum.date(2023, 11, 5)
WOORD = re.compile(r"[a-z]{4,}")


@pytest.fixture(scope="module")
def hoogeveen() -> Samenwerking:
    return echte_bibliotheek().load("hoogeveen")


@pytest.fixture(scope="module")
def concept(hoogeveen: Samenwerking) -> bytes:
    return een_concept(hoogeveen)


def een_concept(samenwerking: Samenwerking) -> bytes:
    """Return the draft of the texts alone, without biedingen."""
    leeg = Jaarschijf(samenwerking.code, 2024, (), (), (), (), ())
    return WORD.jaarschijf(replace(build_view(samenwerking, leeg, ()), versie="0.1"))


def velden(samenwerking: Samenwerking) -> Iterator[tuple[str, int]]:
    """Yield every Markdown text: the id of its afspraak and its place among the fields."""
    for id_ in ("", *(a.id for a in samenwerking.afspraken)):
        for plaats, veld in enumerate(list_tekstvelden(samenwerking, id_)):
            if veld.is_markdown and veld.tekst:
                yield id_, plaats


def met_ander_woord(samenwerking: Samenwerking, waar: tuple[str, int], kies: int) -> Samenwerking:
    """Return the samenwerking with one lower-case word of one text replaced."""
    veld = list(list_tekstvelden(samenwerking, waar[0]))[waar[1]]
    woorden = [w for w in WOORD.finditer(veld.tekst) if _is_los(veld.tekst, w)]
    if not woorden:
        return samenwerking
    woord = woorden[kies % len(woorden)]
    tekst = veld.tekst[: woord.start()] + "pindakaas" + veld.tekst[woord.end() :]
    return veld.zet(samenwerking, tekst)


def _is_los(tekst: str, woord: re.Match[str]) -> bool:
    """Return whether a word stands between blanks, and not in the target of a link."""
    voor, na = tekst[: woord.start()][-1:], tekst[woord.end() :][:1]
    return voor in ("", " ", "\n", "*") and na in ("", " ", "\n", ".", ",", "*")


def teruggelezen(oud: bytes, nieuw: bytes, samenwerking: Samenwerking) -> list[Reactie]:
    """Return the changes that a partij made, each with its stable afspraak."""
    terug = WORD.reacties(WORD.redline(oud, nieuw, auteur="Ria", op=DAG), "terug.docx")
    return [
        reactie
        for reactie in terug.reacties
        if reactie.vindplaats.plek not in ("koptekst", "voettekst")
        and not reactie.vindplaats.plek.startswith("begin van")
    ]


def neem_over(samenwerking: Samenwerking, reacties: list[Reactie]) -> Verwerkt:
    ids = {a.nummer: a.id for a in samenwerking.afspraken}
    regels = [
        een_reactieregel(r, n, afspraak_id=ids.get(r.vindplaats.afspraak or 0, ""))
        for n, r in enumerate(reacties, start=1)
    ]
    return apply_reacties(samenwerking, (), regels)


def gelezen(samenwerking: Samenwerking) -> list[tuple[str, ...]]:
    """Return every text as a reader sees it."""
    return [
        shown_alineas(list(list_tekstvelden(samenwerking, id_))[plaats].tekst)
        for id_, plaats in velden(samenwerking)
    ]


def test_a_changed_word_in_every_text_of_hoogeveen_comes_back(
    hoogeveen: Samenwerking, concept: bytes
) -> None:
    liever = hoogeveen
    for nummer, waar in enumerate(velden(hoogeveen)):
        liever = met_ander_woord(liever, waar, nummer)

    reacties = teruggelezen(concept, een_concept(liever), hoogeveen)
    verwerkt = neem_over(hoogeveen, reacties)

    assert len(reacties) >= len(list(velden(hoogeveen)))
    assert verwerkt.mislukt == {}
    assert gelezen(verwerkt.samenwerking) == gelezen(liever)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(keuzes=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 200)), min_size=1, max_size=8))
def test_any_changed_words_come_back(
    hoogeveen: Samenwerking, concept: bytes, keuzes: list[tuple[int, int]]
) -> None:
    alle = list(velden(hoogeveen))
    liever = hoogeveen
    for waar, woord in keuzes:
        liever = met_ander_woord(liever, alle[waar % len(alle)], woord)

    verwerkt = neem_over(hoogeveen, teruggelezen(concept, een_concept(liever), hoogeveen))

    assert verwerkt.mislukt == {}
    assert gelezen(verwerkt.samenwerking) == gelezen(liever)


def test_a_new_and_a_removed_paragraph_come_back(hoogeveen: Samenwerking, concept: bytes) -> None:
    afspraak = next(a for a in hoogeveen.afspraken if "\n\n" in a.toelichting)
    velden_ = list(list_tekstvelden(hoogeveen, afspraak.id))
    toelichting = next(v for v in velden_ if v.koppen == ("Toelichting",))
    eerste, *rest = afspraak.toelichting.split("\n\n")
    liever = toelichting.zet(hoogeveen, "\n\n".join([eerste, "Een alinea erbij.", *rest[1:]]))

    reacties = teruggelezen(concept, een_concept(liever), hoogeveen)
    verwerkt = neem_over(hoogeveen, reacties)

    assert all(isinstance(r, Wijziging) for r in reacties)
    assert verwerkt.mislukt == {}
    assert gelezen(verwerkt.samenwerking) == gelezen(liever)
