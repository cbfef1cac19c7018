"""Teruggave: what goes back to the sender of a form: the marked copy and the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from cycle.domain.bevinding import MIST_ANTWOORD, Ernst
from cycle.domain.errors import JaarschijfError, NietGevonden
from cycle.domain.formulier import Formulier
from cycle.domain.inlevering import (
    Inlevering,
    Retourvorm,
    is_leeg,
    is_oud,
    list_verkeerd,
)
from cycle.domain.kalender import termijn
from cycle.domain.ontvangstweergave import build_ontvangst
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.vraagnaam import name_vragen
from cycle.services.cyclus import list_termijnen
from cycle.services.issue_formulieren import build_formulieren
from cycle.services.ports import GelezenFormulier, Toolkit

_UITLEG_KOPIE: Final = "een kopie van uw formulier. Daarin staat elk punt op zijn cel."
_UITLEG_NIEUW: Final = (
    "een nieuw formulier. Uw antwoorden staan er al in. Ga daarin verder. De cellen in deze brief "
    "zijn die van het bestand dat u stuurde. In het nieuwe formulier wijst het blad "
    "Verbeterpunten u de weg."
)


@dataclass(frozen=True, slots=True)
class Retourbestand:
    """One file that goes back, under the name it gets; `uitleg` says in the letter what it is."""

    naam: str
    inhoud: bytes
    uitleg: str = ""
    vorm: Retourvorm = Retourvorm.GEEN


@dataclass(frozen=True, slots=True)
class Teruggave:
    """The files that go back; `meldingen` says in Dutch what could not be made, and why."""

    bestanden: tuple[Retourbestand, ...]
    meldingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Gevraagd:
    """A form that was read, with what this samenwerking asked of its sender."""

    gelezen: GelezenFormulier
    samenwerking: Samenwerking
    formulier: Formulier


def return_bieding(
    toolkit: Toolkit,
    bestandsnaam: str,
    inhoud: bytes,
    gelezen: Sequence[GelezenFormulier],
    naam: str = "",
) -> Teruggave:
    """Return a copy with what to mend or look at, and per form a letter in Word and PDF.

    A file of an earlier version, or one that cannot be marked, gets a new form instead, with
    its answers in it. Without a known samenwerking there is no new form and no letter.
    Their names begin with `naam`, or else with that of the file. Nothing is kept.
    """
    stam = naam or PurePath(bestandsnaam).stem
    gevraagd, meldingen = _ask(toolkit, gelezen)
    kopie = _werkmap(toolkit, stam, inhoud, [_benoemd(f, gevraagd) for f in gelezen], gevraagd)
    bestanden = [*kopie]
    for vraag in gevraagd:
        eigen = f"{stam}-{vraag.samenwerking.code}" if len(gelezen) > 1 else stam
        inlevering = _inlevering(toolkit, bestandsnaam, vraag, kopie)
        docx = toolkit.tekstverwerker.ontvangst(build_ontvangst(vraag.samenwerking, inlevering))
        bestanden += (
            Retourbestand(f"{eigen}-ontvangst.docx", docx),
            Retourbestand(f"{eigen}-ontvangst.pdf", toolkit.pdf.convert(docx)),
        )
    return Teruggave(tuple(bestanden), meldingen)


def _benoemd(formulier: GelezenFormulier, gevraagd: Sequence[_Gevraagd]) -> GelezenFormulier:
    """Return the form with its findings by question, as it is when nobody knows what was asked."""
    van = (formulier.samenwerking, formulier.jaar)
    eigen = (v.gelezen for v in gevraagd if (v.gelezen.samenwerking, v.gelezen.jaar) == van)
    return next(eigen, formulier)


def _ask(
    toolkit: Toolkit, gelezen: Sequence[GelezenFormulier]
) -> tuple[tuple[_Gevraagd, ...], tuple[str, ...]]:
    """Return each form with what was asked, and why that is not known of the others."""
    gevonden, meldingen = [], []
    for formulier in gelezen:
        try:
            gevonden.append(_gevraagd(toolkit, formulier))
        except JaarschijfError as fout:
            meldingen.append(f"Er is geen brief gemaakt. {fout.melding}")
    return tuple(gevonden), tuple(dict.fromkeys(meldingen))


def _gevraagd(toolkit: Toolkit, gelezen: GelezenFormulier) -> _Gevraagd:
    """Return a form with what was asked of its sender.

    Raises:
        NietGevonden: the file does not say whose it is, or nobody knows that partij.
    """
    if not gelezen.samenwerking:
        raise NietGevonden("Het bestand zegt niet van wie het is.")
    samenwerking = toolkit.bibliotheek.load(gelezen.samenwerking)
    partij = samenwerking.partij(gelezen.partij)
    formulieren = build_formulieren(toolkit, samenwerking, gelezen.jaar)
    eigen = next(f for f in formulieren if f.partij == partij.code)
    bevindingen = name_vragen(gelezen.bevindingen, eigen)
    return _Gevraagd(replace(gelezen, bevindingen=bevindingen), samenwerking, eigen)


def _werkmap(
    toolkit: Toolkit,
    stam: str,
    inhoud: bytes,
    gelezen: Sequence[GelezenFormulier],
    gevraagd: Sequence[_Gevraagd],
) -> tuple[Retourbestand, ...]:
    """Return the marked copy, else a new form; nothing when there is nothing to do in it."""
    if not any(map(_has_punten, gelezen)):
        return ()
    return _kopie(toolkit, stam, inhoud, gelezen) or _vernieuwd(toolkit, stam, gelezen, gevraagd)


def _kopie(
    toolkit: Toolkit, stam: str, inhoud: bytes, gelezen: Sequence[GelezenFormulier]
) -> tuple[Retourbestand, ...]:
    """Return the marked copy, nothing when it is an old form or cannot be marked."""
    if any(is_oud(formulier.bevindingen) for formulier in gelezen):
        return ()
    gemerkt = toolkit.formulieren.annotate(inhoud, gelezen)
    if gemerkt is None:
        return ()
    bestand = Retourbestand(f"{stam}-nagekeken.xlsx", gemerkt, _UITLEG_KOPIE, Retourvorm.KOPIE)
    return (bestand,)


def _vernieuwd(
    toolkit: Toolkit,
    stam: str,
    gelezen: Sequence[GelezenFormulier],
    gevraagd: Sequence[_Gevraagd],
) -> tuple[Retourbestand, ...]:
    """Return a new form with the answers in it, nothing when nobody knows what was asked."""
    if not gevraagd:
        return ()
    blanco = toolkit.formulieren.write(*(vraag.formulier for vraag in gevraagd))
    nieuw = toolkit.formulieren.renew(blanco, [vraag.gelezen for vraag in gevraagd])
    naam = f"{stam}-nieuw-formulier.xlsx"
    return (Retourbestand(naam, nieuw, _UITLEG_NIEUW, Retourvorm.NIEUW),)


def _has_punten(formulier: GelezenFormulier) -> bool:
    """Return whether there is anything to mend or to look at in this form itself.

    A form in which nothing was filled in has no cells to point at, and one that was made for
    somebody else or another year has nothing to mend.
    """
    if list_verkeerd(formulier.bevindingen):
        return False
    leeg = is_leeg(formulier.waarden, formulier.bevindingen)
    return any(
        b.ernst is not Ernst.INFO and not (leeg and b.code == MIST_ANTWOORD)
        for b in formulier.bevindingen
    )


def _inlevering(
    toolkit: Toolkit, bestandsnaam: str, vraag: _Gevraagd, kopie: Sequence[Retourbestand]
) -> Inlevering:
    """Return what came in, on this day."""
    termijnen = list_termijnen(toolkit, vraag.samenwerking, vraag.formulier.jaar)
    return Inlevering(
        formulier=vraag.formulier,
        bestand=bestandsnaam,
        versie=vraag.gelezen.versie or vraag.formulier.versie,
        ontvangen_op=toolkit.klok.vandaag(),
        inleveren_voor=termijn(termijnen, "biedingen_in").datum,
        waarden=vraag.gelezen.waarden,
        bevindingen=vraag.gelezen.bevindingen,
        meegestuurd=tuple(f"{bestand.naam}: {bestand.uitleg}" for bestand in kopie),
        retourvorm=kopie[0].vorm if kopie else Retourvorm.GEEN,
    )
