"""Verifiëren: what a signed file or a whole dossier is worth, from its bytes alone."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from cycle.domain.bevinding import has_fouten
from cycle.domain.binding import Bindingsoordeel, Tekenkader, Veldoordeel, Veldstaat
from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    Dossiermanifest,
    Dossierrol,
    read_dossiermanifest,
)
from cycle.domain.errors import InvoerError
from cycle.domain.handtekenroute import Route, sterkte
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import Manifest, read_manifest
from cycle.domain.ontvangstbewijs import Ontvangstbewijs, read_ontvangstbewijs
from cycle.domain.verificatie import Gecontroleerd, Plekuitkomst, Verificatie
from cycle.services.bindingsport import Bindingscontrole
from cycle.services.dossiercontrole import check_lijst, check_logboek, check_zegels

_Gelezen = TypeVar("_Gelezen")
_PDF: Final = b"%PDF-"
_KOP: Final = 1024
_GEZET: Final = b"/ByteRange"
"""Stands in every PDF that holds a signature (ISO 32000-1, 12.8.1)."""
_GETEKEND: Final = (Dossierrol.JAARSCHIJF, Dossierrol.ONDERTEKENBLAD)
_ONGEDEKT: Final = "niet nagegaan: er is geen zegel over het bewijs dat klopt"


@dataclass(frozen=True, slots=True)
class Gegeven:
    """What there is to look at: files by path, and what was named beside them.

    `manifest` and `vastgesteld` go before what is found among the files.
    """

    bestanden: Mapping[str, bytes]
    manifest: bytes | None = None
    vastgesteld: bytes | None = None
    kader: Tekenkader = field(default_factory=Tekenkader)


@dataclass(frozen=True, slots=True)
class _Stof:
    """The files, sorted out: the version, the list of the dossier, and what proves the rest."""

    manifest: Manifest | None
    vastgesteld: bytes | None
    dossier: Dossiermanifest | None
    bewijzen: tuple[Ontvangstbewijs, ...]


def verify_bestanden(binding: Bindingscontrole, gegeven: Gegeven) -> Verificatie:
    """Return what the files are worth; nothing is read or written anywhere else.

    What was received from a service or on paper is only told by a file that anybody can write.
    It counts in a dossier that is as its list says, with a seal over that list that holds.

    Raises:
        InvoerError: the manifest that was named is none, or there is no PDF to look at.
    """
    stof = _sort_out(gegeven)
    kader = gegeven.kader
    if stof.manifest is not None and kader.van is None:
        kader = replace(kader, van=stof.manifest.bevroren_op)
    bestanden = tuple(
        Gecontroleerd(pad, _check(binding, stof, kader, pad, inhoud))
        for pad, inhoud in _list_pdfs(gegeven, stof)
    )
    if not bestanden:
        raise InvoerError(
            "Er is geen getekende PDF om te bekijken.",
            advies="Geef de getekende PDF, of de map of zip van het dossier.",
        )
    zegels = tuple(check_zegels(binding, gegeven.bestanden)) if stof.dossier else ()
    lijst = tuple(check_lijst(stof.dossier, gegeven.bestanden))
    is_gedekt = _is_verzegeld(zegels) and not has_fouten(lijst)
    return Verificatie(
        manifest=stof.manifest,
        bestanden=bestanden,
        plekken=tuple(_list_plekken(stof, bestanden, is_gedekt=is_gedekt)),
        zegels=zegels,
        bevindingen=(*lijst, *check_logboek(stof.manifest, gegeven.bestanden)),
    )


def _is_verzegeld(zegels: Iterable[Veldoordeel]) -> bool:
    """Return whether the seal over the list holds; a time stamp alone says not by whom."""
    return any(z.veld.naam == MANIFEST_HANDTEKENING and z.staat is Veldstaat.GELDIG for z in zegels)


def _sort_out(gegeven: Gegeven) -> _Stof:
    """Return what each file is."""
    inhouden = tuple(gegeven.bestanden.values())
    manifest = read_manifest(gegeven.manifest) if gegeven.manifest else None
    manifest = manifest or next(_read_all(inhouden, read_manifest), None)
    vastgesteld = gegeven.vastgesteld
    if manifest is not None and vastgesteld is None:
        vastgesteld = next((i for i in inhouden if _sha256(i) == manifest.sha256), None)
    lijst = gegeven.bestanden.get(MANIFEST, b"")
    return _Stof(
        manifest=manifest,
        vastgesteld=vastgesteld,
        dossier=next(_read_all((lijst,), read_dossiermanifest), None),
        bewijzen=tuple(_read_all(inhouden, read_ontvangstbewijs)),
    )


def _read_all(inhouden: Iterable[bytes], read: Callable[[bytes], _Gelezen]) -> Iterator[_Gelezen]:
    """Yield what `read` makes of the files; what is something else is passed over."""
    for inhoud in inhouden:
        try:
            if inhoud.lstrip()[:1] == b"{":
                yield read(inhoud)
        except InvoerError:
            continue


def _list_pdfs(gegeven: Gegeven, stof: _Stof) -> Iterator[tuple[str, bytes]]:
    """Yield every PDF to look at; of a dossier only those that show a signature.

    Who has no seal makes an ondertekenblad without one: that is held against the list only.
    The frozen version itself is only looked at when there is nothing else, and so is a file
    that was given alone, whatever it is.
    """
    if len(gegeven.bestanden) == 1:
        yield from gegeven.bestanden.items()
        return
    pdfs = {pad: i for pad, i in gegeven.bestanden.items() if _PDF in i[:_KOP]}
    verslagen = {bewijs.verslag for bewijs in stof.bewijzen}
    bewezen = {bewijs.sha256 for bewijs in stof.bewijzen}
    rollen = {b.pad: b.rol for b in stof.dossier.bestanden} if stof.dossier else {}
    is_kaal = MANIFEST_HANDTEKENING not in gegeven.bestanden
    for pad, inhoud in pdfs.items():
        sha256 = _sha256(inhoud)
        rol = rollen.get(pad)
        if stof.dossier and rol not in _GETEKEND and sha256 not in bewezen:
            continue
        if rol is Dossierrol.ONDERTEKENBLAD and is_kaal and _GEZET not in inhoud:
            continue
        is_bron = stof.manifest is not None and sha256 == stof.manifest.sha256
        if sha256 not in verslagen and (not is_bron or len(pdfs) == 1):
            yield pad, inhoud


def _check(
    binding: Bindingscontrole, stof: _Stof, kader: Tekenkader, pad: str, inhoud: bytes
) -> Bindingsoordeel:
    """Return the verdict on one PDF, by what is known of it."""
    rollen = {b.pad: b.rol for b in stof.dossier.bestanden} if stof.dossier else {}
    papier = {b.sha256 for b in stof.bewijzen if b.route is Route.PAPIER}
    if stof.manifest is not None and _sha256(inhoud) in papier:
        return binding.check_scan(inhoud, stof.manifest, pad)
    if rollen.get(pad) is Dossierrol.ONDERTEKENBLAD:
        return binding.check(inhoud, None, None, None, pad)
    return binding.check(inhoud, stof.vastgesteld, stof.manifest, kader, pad)


def _list_plekken(
    stof: _Stof, bestanden: tuple[Gecontroleerd, ...], *, is_gedekt: bool
) -> Iterator[Plekuitkomst]:
    """Yield how each place to sign stands over all files."""
    for veld in stof.manifest.velden if stof.manifest else ():
        oordelen = [
            oordeel for b in bestanden for oordeel in b.oordeel.velden if oordeel.veld == veld
        ]
        plek = _with_certificaat(veld, oordelen) or _otherwise(veld, stof, bestanden)
        is_los = plek.staat is Veldstaat.GELDIG and plek.route is not Route.CERTIFICAAT
        if is_los and not is_gedekt:
            plek = replace(plek, staat=Veldstaat.ONZEKER, toelichting=_ONGEDEKT)
        yield plek


def _with_certificaat(veld: Handtekenveld, oordelen: Iterable[Veldoordeel]) -> Plekuitkomst | None:
    """Return the place when there is a signature with a certificate in it, the best one."""
    volgorde = (Veldstaat.GELDIG, Veldstaat.ONGELDIG)
    gezet = sorted(
        (o for o in oordelen if o.staat in volgorde), key=lambda o: volgorde.index(o.staat)
    )
    if not gezet:
        return None
    beste = gezet[0]
    wie = beste.ondertekenaar or "onbekend"
    return Plekuitkomst(
        veld, beste.staat, Route.CERTIFICAAT, f"{sterkte(Route.CERTIFICAAT)}, {wie}"
    )


def _otherwise(
    veld: Handtekenveld, stof: _Stof, bestanden: tuple[Gecontroleerd, ...]
) -> Plekuitkomst:
    """Return the place by what was received from a service or on paper."""
    per_sha256 = {b.oordeel.sha256: b.oordeel for b in bestanden}
    for bewijs in stof.bewijzen:
        is_hier = stof.manifest is not None and bewijs.code == stof.manifest.code
        if bewijs.veld != veld.naam or not is_hier or bewijs.is_open:
            continue
        oordeel = per_sha256.get(bewijs.sha256)
        if oordeel is None:
            wat = "het getekende stuk zit er niet bij"
            return Plekuitkomst(veld, Veldstaat.ONTBREEKT, bewijs.route, wat)
        staat = Veldstaat.GELDIG if oordeel.houdt else Veldstaat.ONGELDIG
        return Plekuitkomst(veld, staat, bewijs.route, _describe(bewijs))
    return Plekuitkomst(veld, Veldstaat.ONTBREEKT, None)


def _describe(bewijs: Ontvangstbewijs) -> str:
    """Return what a signature by a service or on paper rests on."""
    wie = f"{bewijs.door} en {bewijs.bevestigd_door}" if bewijs.bevestigd_door else bewijs.door
    return f"{sterkte(bewijs.route)}, vastgelegd door {wie}"


def _sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
