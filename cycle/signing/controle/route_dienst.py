"""Route dienst: a PDF that a signing service wrote anew and sealed.

Its bytes are not ours any more. What ties it to the frozen version is that every word and
every picture is still there; what ties it to the service is its seal over all of it. Who
signed stands in the evidence of the service, which is kept and read by a person.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cycle.domain.bevinding import Bevinding
from cycle.domain.binding import Bindingsoordeel, Controle, Controleregel, Veldoordeel, Veldstaat
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import Manifest
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.handtekening import Onderzoek, judge_handtekening
from cycle.signing.controle.keten import build_keten
from cycle.signing.controle.lezer import Gezet, list_gezet, open_lezer
from cycle.signing.controle.omhulsel import check_opvulling
from cycle.signing.controle.tijd import read_stempels
from cycle.signing.controle.velden import list_handtekenvelden
from cycle.signing.controle.vergelijk import compare_getoond
from cycle.signing.controle.vraag import Vraag

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader


def judge_dienst(
    vraag: Vraag, manifest: Manifest, regels: Sequence[Controleregel]
) -> Bindingsoordeel:
    """Return the verdict on a file that passed the first controles, given in `regels`."""
    reader, gezet = _open(vraag)
    zegels = tuple(_judge_zegels(vraag, reader, gezet)) if reader else ()
    gedaan = [
        *regels,
        Controleregel(Controle.DIENSTZEGEL, tuple(_check_zegel(vraag, zegels))),
        Controleregel(Controle.OPVULLING, tuple(check_opvulling(gezet))),
    ]
    sha256 = hashlib.sha256(vraag.ontvangen).hexdigest()
    if vraag.vastgesteld is None:
        gedaan.append(Controleregel(Controle.TEKST, (bevinding("V045", vraag.naam),)))
    else:
        gedaan += compare_getoond(vraag.ontvangen, vraag.vastgesteld, manifest)
    return Bindingsoordeel(Route.DIENST, sha256, tuple(gedaan), extra=zegels)


def _open(vraag: Vraag) -> "tuple[PdfFileReader | None, tuple[Gezet, ...]]":
    """Return the file as pyHanko reads it with what was signed in it; None when it cannot."""
    try:
        reader, _ = open_lezer(vraag.ontvangen)
        return reader, list_gezet(reader)
    except Exception:  # damage surfaces in as many ways as a PDF has parts
        return None, ()


def _judge_zegels(
    vraag: Vraag, reader: "PdfFileReader", gezet: Sequence[Gezet]
) -> Iterator[Veldoordeel]:
    """Yield a verdict on every signature in the file; only services are believed."""
    vertrouwd = (*vraag.vertrouwen.diensten, *vraag.vertrouwen.uitgevers)
    stempelketen = build_keten(reader, vertrouwd, vraag.vertrouwen.intrekkingen)
    onderzoek = Onderzoek(
        pdf=vraag.ontvangen,
        keten=build_keten(reader, vraag.vertrouwen.diensten, vraag.vertrouwen.intrekkingen),
        stempelketen=stempelketen,
        stempels=read_stempels(vraag.ontvangen, gezet, stempelketen, vraag.nu),
        nu=vraag.nu,
        kader=vraag.kader,
        handtekenvelden=list_handtekenvelden(vraag.ontvangen),
        is_zegel=True,
    )
    for een in gezet:
        if not een.is_tijdstempel:
            yield judge_handtekening(een, Handtekenveld(een.veld, "", "zegel"), onderzoek)


def _check_zegel(vraag: Vraag, zegels: Sequence[Veldoordeel]) -> Iterator[Bevinding]:
    """Yield that no seal of a believed service covers the file."""
    if not zegels:
        yield bevinding("V044", vraag.naam, "Er staat geen handtekening of zegel in.")
    elif not any(zegel.staat is Veldstaat.GELDIG for zegel in zegels):
        namen = sorted({zegel.ondertekenaar for zegel in zegels if zegel.ondertekenaar})
        wat = f"Het zegel is van {', '.join(namen)}." if namen else "Het zegel is niet te lezen."
        yield bevinding("V044", vraag.naam, wat)
