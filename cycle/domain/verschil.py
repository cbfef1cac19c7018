"""Verschil: what changed between two versions of a jaarschijf, in words and in figures.

Afspraken are known by their stable id, actions by their bookmark, so a new number or a
new order alone is no change of content. It works for two drafts of one year and for the
jaarschijven of two years.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from cycle.domain.cijferverschil import compare_cijfers
from cycle.domain.notatie import opsomming
from cycle.domain.verschilview import AfspraakVerschilView, VerschilView
from cycle.domain.view import ActieView, AfspraakView, DoelView, JaarschijfView
from cycle.domain.woordverschil import describe_woorden

_TEKSTEN: Final = {
    "tekst": "De tekst is gewijzigd",
    "toelichting": "De toelichting is gewijzigd",
}
_KENMERKEN: Final = {
    "titel": "De titel",
    "aard": "De aard",
    "wie": "Wie meedoet",
    "termijn": "De termijn",
    "dossier": "Het dossier",
}
_ACTIE: Final = {
    "activiteit": "de activiteit",
    "planning": "de planning",
    "indicator": "wat geteld wordt",
    "bod": "het bod",
    "bedrag": "het bedrag",
}
_OVERIG: Final = {
    "inleiding": "De inleiding is gewijzigd.",
    "partijen": "De lijst met partijen is gewijzigd.",
    "prioriteiten": "De onderwerpen met voorrang zijn gewijzigd.",
    "zonder_afspraak": "De lijst met biedingen zonder afspraak is gewijzigd.",
    "verzoeken": "De lijst met wat partijen van elkaar nodig hebben, is gewijzigd.",
    "kaders": "De lijst met kaders is gewijzigd.",
    "dossiers": "De dossiers zijn gewijzigd.",
    "specificaties": "De specificaties zijn gewijzigd.",
}
_THEMA: Final = {
    "naam": "de naam",
    "context": "de achtergrond",
    "ambitie": "de ambitie",
}
_LEEG: Final = "leeg"

_Rij = TypeVar("_Rij")


def compare_views(oud: JaarschijfView, nieuw: JaarschijfView, sinds: str) -> VerschilView:
    """Return what changed from `oud` to `nieuw`; `sinds` names the older one for a reader."""
    return VerschilView(
        sinds=sinds,
        gewijzigd=tuple(_afspraken(oud, nieuw)),
        getallen=compare_cijfers(oud, nieuw),
        overig=tuple(_overig(oud, nieuw)),
    )


def list_regels(verschil: VerschilView) -> Iterator[str]:
    """Yield what changed as lines of plain text, to keep with a decision that rests on it."""
    for afspraak in verschil.gewijzigd:
        yield afspraak.afspraak
        yield from (f"- {regel}" for regel in afspraak.regels)
    yield from verschil.overig
    for cijfer in verschil.getallen:
        waar = ", ".join(filter(None, (cijfer.waar, cijfer.partij, cijfer.wat)))
        yield f"{waar}: van {_tussen(cijfer.oud)} naar {_tussen(cijfer.nieuw)}."


def _by_id(view: JaarschijfView) -> dict[str, AfspraakView]:
    """Return all afspraken by their stable id."""
    return {a.id: a for thema in view.themas for a in thema.afspraken}


def _afspraken(oud: JaarschijfView, nieuw: JaarschijfView) -> Iterator[AfspraakVerschilView]:
    """Yield the afspraken that changed, in the order of the new version; gone ones last."""
    eerder, later = _by_id(oud), _by_id(nieuw)
    for id_, afspraak in later.items():
        regels = (
            tuple(_afspraak(eerder[id_], afspraak))
            if id_ in eerder
            else ("Deze afspraak is nieuw.",)
        )
        if regels:
            yield AfspraakVerschilView(_kop(afspraak), regels)
    for id_, afspraak in eerder.items():
        if id_ not in later:
            yield AfspraakVerschilView(_kop(afspraak), ("Deze afspraak is vervallen.",))


def _kop(afspraak: AfspraakView) -> str:
    """Return number and title."""
    return f"Afspraak {afspraak.nummer}. {afspraak.titel}"


def _afspraak(oud: AfspraakView, nieuw: AfspraakView) -> Iterator[str]:
    """Yield a sentence per change in one afspraak."""
    if oud.nummer != nieuw.nummer:
        yield f"Het nummer was eerst {oud.nummer}."
    yield from _kenmerken(oud, nieuw, _KENMERKEN)
    for veld, zin in _TEKSTEN.items():
        was, is_nu = getattr(oud, veld), getattr(nieuw, veld)
        if was != is_nu:
            woorden = describe_woorden(was, is_nu)
            yield f"{zin}: {woorden}." if woorden else f"{zin}."
    if oud.begrippen != nieuw.begrippen:
        yield "De uitleg van begrippen is gewijzigd."
    yield from _lijst("Voorwaarde", oud.voorwaarden, nieuw.voorwaarden)
    yield from _doelen(oud.doelen, nieuw.doelen)
    yield from _acties(oud.acties, nieuw.acties)
    yield from _open_vragen(oud.open_vragen, nieuw.open_vragen)


def _kenmerken(oud: object, nieuw: object, namen: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence per short field that changed."""
    for veld, naam in namen.items():
        was, is_nu = getattr(oud, veld), getattr(nieuw, veld)
        if was != is_nu:
            yield f"{naam} is gewijzigd van {_tussen(was)} naar {_tussen(is_nu)}."


def _tussen(tekst: str) -> str:
    """Return a text between quotation marks."""
    return f"‘{tekst}’" if tekst else _LEEG


def _lijst(naam: str, oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[str]:
    """Yield what came to and went from a list of texts."""
    yield from (f"{naam} erbij: {_tussen(t)}." for t in nieuw if t not in oud)
    yield from (f"{naam} weg: {_tussen(t)}." for t in oud if t not in nieuw)


def _doelen(oud: Sequence[DoelView], nieuw: Sequence[DoelView]) -> Iterator[str]:
    """Yield the targets that changed; a target is known by partij, indicator and period."""

    def naam(doel: DoelView) -> str:
        return f"{doel.partij}, {doel.indicator} ({doel.periode})"

    eerder, later = _keyed(oud, naam), _keyed(nieuw, naam)
    for sleutel, doel in later.items():
        if sleutel not in eerder:
            yield f"Doel erbij: {naam(doel)}: {doel.doel}."
        elif eerder[sleutel].doel != doel.doel:
            was = eerder[sleutel].doel
            yield f"Doel gewijzigd: {naam(doel)}: van {_tussen(was)} naar {_tussen(doel.doel)}."
    yield from (
        f"Doel weg: {naam(doel)}: {doel.doel}."
        for sleutel, doel in eerder.items()
        if sleutel not in later
    )


def _acties(oud: Sequence[ActieView], nieuw: Sequence[ActieView]) -> Iterator[str]:
    """Yield the actions that changed; an action is known by its bookmark."""

    def naam(actie: ActieView) -> str:
        return actie.anker.rpartition("_")[2]

    eerder, later = _keyed(oud, naam), _keyed(nieuw, naam)
    for sleutel, actie in later.items():
        if sleutel not in eerder:
            yield f"Actie erbij van {actie.partij}: {_tussen(actie.activiteit)}."
            continue
        anders = [
            f"{woord} van {_tussen(getattr(eerder[sleutel], veld))} "
            f"naar {_tussen(getattr(actie, veld))}"
            for veld, woord in _ACTIE.items()
            if getattr(eerder[sleutel], veld) != getattr(actie, veld)
        ]
        if anders:
            yield f"Actie van {actie.partij} gewijzigd: {opsomming(anders)}."
    yield from (
        f"Actie weg van {actie.partij}: {_tussen(actie.activiteit)}."
        for sleutel, actie in eerder.items()
        if sleutel not in later
    )


def _open_vragen(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[str]:
    """Yield the questions that were answered and those that are new."""
    yield from (f"Nieuwe open vraag: {t}" for t in nieuw if t not in oud)
    yield from (f"Niet meer open: {t}" for t in oud if t not in nieuw)


def _keyed(rijen: Iterable[_Rij], naam: Callable[[_Rij], str]) -> dict[tuple[str, int], _Rij]:
    """Return rows by name; rows with the same name are told apart by their order."""
    gezien: dict[str, int] = {}
    uit: dict[tuple[str, int], _Rij] = {}
    for rij in rijen:
        label = naam(rij)
        gezien[label] = gezien.get(label, 0) + 1
        uit[label, gezien[label]] = rij
    return uit


def _overig(oud: JaarschijfView, nieuw: JaarschijfView) -> Iterator[str]:
    """Yield what changed outside the afspraken."""
    yield from (zin for veld, zin in _OVERIG.items() if getattr(oud, veld) != getattr(nieuw, veld))
    eerder = {thema.anker: thema for thema in oud.themas}
    for thema in nieuw.themas:
        was = eerder.pop(thema.anker, None)
        if was is None:
            yield f"Thema {thema.nummer} is nieuw: {thema.naam}."
            continue
        anders = [
            woord for veld, woord in _THEMA.items() if getattr(was, veld) != getattr(thema, veld)
        ]
        if anders:
            yield f"Thema {thema.nummer}, {thema.naam}: {opsomming(anders)} is gewijzigd."
    yield from (f"Thema {t.nummer} is vervallen: {t.naam}." for t in eerder.values())
