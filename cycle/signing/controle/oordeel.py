"""Oordeel: the whole check of one file: first whether it may be read, then by its route."""

import hashlib
from collections.abc import Callable

from cycle.domain.binding import Bindingsoordeel, Controle, Controleregel
from cycle.domain.handtekenroute import Route
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.keuring import keur
from cycle.signing.controle.route_certificaat import judge_certificaat
from cycle.signing.controle.route_dienst import judge_dienst
from cycle.signing.controle.route_papier import judge_scan
from cycle.signing.controle.velden import HANDTEKENING, read_velden
from cycle.signing.controle.vraag import Vraag


def judge(vraag: Vraag, is_gekeurd: Callable[[], None] = lambda: None) -> Bindingsoordeel:
    """Return the verdict on a file; it is always one, whatever the file is.

    A file that may not be read gets no further than the first controle. One that was
    registered under another sha256 is looked at all the same: the reader wants to know what
    changed. `is_gekeurd` is called between the first controle and the others.
    """
    sha256 = hashlib.sha256(vraag.ontvangen).hexdigest()
    gekeurd = Controleregel(Controle.BESTAND, keur(vraag.ontvangen, vraag.naam))
    if not gekeurd.houdt:
        return Bindingsoordeel(Route.CERTIFICAAT, sha256, (gekeurd,))
    is_gekeurd()
    regels = [gekeurd]
    if vraag.kader.vingerafdruk:
        anders = vraag.kader.vingerafdruk != sha256
        fout = (bevinding("V009", vraag.naam),) if anders else ()
        regels.append(Controleregel(Controle.VINGERAFDRUK, fout))
    manifest = vraag.manifest
    if manifest is not None and vraag.is_scan:
        return judge_scan(vraag, manifest, regels)
    if manifest is not None and choose_route(vraag) is Route.DIENST:
        return judge_dienst(vraag, manifest, regels)
    return judge_certificaat(vraag, regels)


def choose_route(vraag: Vraag) -> Route:
    """Return by which route a file came back.

    A service writes the file anew and its places to sign are gone, or still empty. A file
    that begins with the frozen version, or has a signature in one of its places, claims to
    be our own.
    """
    manifest = vraag.manifest
    if manifest is None:
        return Route.CERTIFICAAT
    if hashlib.sha256(vraag.ontvangen[: manifest.bytes]).hexdigest() == manifest.sha256:
        return Route.CERTIFICAAT
    eigen = {veld.naam for veld in manifest.velden}
    try:
        velden = read_velden(vraag.ontvangen)
    except ValueError:
        return Route.CERTIFICAAT
    getekend = any(v.naam in eigen and v.is_gevuld and v.soort == HANDTEKENING for v in velden)
    return Route.CERTIFICAAT if getekend else Route.DIENST
