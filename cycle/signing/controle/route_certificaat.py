"""Route certificaat: signatures that were put in our own PDF, one after the other.

Each controle closes a way around the others. The signatures alone accept content that was
replaced before the first of them; the first bytes alone accept anything behind them; and both
accept a place to sign that nobody asked for.
"""

import hashlib
import io
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import Bevinding
from cycle.domain.binding import (
    Bindingsoordeel,
    Controle,
    Controleregel,
    Veldoordeel,
    Veldstaat,
    name_place,
)
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import Manifest
from cycle.domain.notatie import opsomming
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.bladverschil import changed_bladen
from cycle.signing.controle.handtekening import Onderzoek, judge_handtekening
from cycle.signing.controle.keten import build_keten
from cycle.signing.controle.lezer import Gezet, list_gezet, open_lezer
from cycle.signing.controle.omhulsel import check_opvulling
from cycle.signing.controle.revisies import is_eenduidig
from cycle.signing.controle.tijd import Stempel, read_stempels
from cycle.signing.controle.velden import (
    HANDTEKENING,
    Formulierveld,
    list_handtekenvelden,
    read_velden,
)
from cycle.signing.controle.vergelijk import compare_getoond
from cycle.signing.controle.vraag import Vraag

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.xref import XRefCache

_ONLEESBAAR: Final = "de opbouw klopt niet"


def judge_certificaat(vraag: Vraag, regels: Sequence[Controleregel]) -> Bindingsoordeel:
    """Return the verdict on a file that passed the first controles, given in `regels`."""
    try:
        reader, is_streng = open_lezer(vraag.ontvangen)
        gezet = list_gezet(reader)
    except Exception:  # damage surfaces in as many ways as a PDF has parts
        fout = Controleregel(Controle.BESTAND, (bevinding("V002", vraag.naam, _ONLEESBAAR),))
        return _oordeel(vraag, [*regels[1:], fout])
    onderzoek = _onderzoek(vraag, reader, gezet)
    gedaan = list(regels)
    if not is_streng:
        gedaan[0] = Controleregel(Controle.BESTAND, (bevinding("V036", vraag.naam),))
    if vraag.manifest is not None:
        gedaan += _check_binding(vraag, vraag.manifest, reader, gezet)
    else:
        erbij = tuple(_check_nieuwe_velden(vraag.ontvangen, gezet))
        gedaan.append(Controleregel(Controle.VELDEN, erbij))
    velden = tuple(_judge_velden(vraag, gezet, onderzoek))
    extra = tuple(_judge_extra(vraag, gezet, onderzoek))
    mis = tuple(_check_handtekeningen(vraag, gezet, (*velden, *extra)))
    gedaan.append(Controleregel(Controle.HANDTEKENINGEN, mis))
    vol = Controleregel(Controle.OPVULLING, tuple(check_opvulling(gezet)))
    gedaan += [vol, *_compare(vraag)]
    return _oordeel(vraag, gedaan, velden, extra)


def _oordeel(
    vraag: Vraag,
    regels: Sequence[Controleregel],
    velden: tuple[Veldoordeel, ...] = (),
    extra: tuple[Veldoordeel, ...] = (),
) -> Bindingsoordeel:
    sha256 = hashlib.sha256(vraag.ontvangen).hexdigest()
    return Bindingsoordeel(Route.CERTIFICAAT, sha256, tuple(regels), velden, extra)


def _onderzoek(vraag: Vraag, reader: "PdfFileReader", gezet: Sequence[Gezet]) -> Onderzoek:
    """Return what all signatures of this file are judged with."""
    keten = build_keten(reader, vraag.vertrouwen.uitgevers, vraag.vertrouwen.intrekkingen)
    return Onderzoek(
        pdf=vraag.ontvangen,
        keten=keten,
        stempelketen=keten,
        stempels=read_stempels(vraag.ontvangen, gezet, keten, vraag.nu),
        nu=vraag.nu,
        kader=vraag.kader,
        handtekenvelden=list_handtekenvelden(vraag.ontvangen),
    )


def _check_binding(
    vraag: Vraag, manifest: Manifest, reader: "PdfFileReader", gezet: Sequence[Gezet]
) -> Iterator[Controleregel]:
    """Yield the controles that tie the file to the frozen version."""
    begin = vraag.ontvangen[: manifest.bytes]
    fout = tuple(_check_begin(vraag, manifest, begin))
    yield Controleregel(Controle.BEGIN, fout)
    if not fout:
        yield Controleregel(
            Controle.WIJZIGINGEN, tuple(_check_wijzigingen(vraag.ontvangen, begin, reader))
        )
    yield Controleregel(Controle.VELDEN, tuple(_check_velden(vraag.ontvangen, manifest, gezet)))


def _compare(vraag: Vraag) -> Iterator[Controleregel]:
    """Yield what is shown of the file, when it is said to be the frozen version."""
    manifest = vraag.manifest
    if manifest is None:
        return
    begin = vraag.ontvangen[: manifest.bytes]
    if hashlib.sha256(begin).hexdigest() == manifest.sha256:
        yield from compare_getoond(vraag.ontvangen, begin, manifest, is_eigen=True)


def _check_begin(vraag: Vraag, manifest: Manifest, begin: bytes) -> Iterator[Bevinding]:
    """Yield that the file is not the frozen version with something behind it."""
    vastgesteld = vraag.vastgesteld
    if vastgesteld is not None and hashlib.sha256(vastgesteld).hexdigest() != manifest.sha256:
        yield bevinding("V015", vraag.naam)
    if hashlib.sha256(begin).hexdigest() != manifest.sha256:
        yield bevinding("V010", vraag.naam, _where_else(vraag))


def _where_else(vraag: Vraag) -> str:
    """Return on which pages the text differs, when the frozen version is at hand."""
    if vraag.vastgesteld is None:
        return ""
    bladen = changed_bladen(vraag.vastgesteld, vraag.ontvangen)
    return _sentence(bladen) if bladen else "De tekst op de bladzijden is wel gelijk."


def _sentence(bladen: Sequence[int]) -> str:
    """Return which pages changed, as a sentence; empty when none is seen."""
    if not bladen:
        return ""
    woord = "Bladzijde" if len(bladen) == 1 else "Bladzijden"
    return f"{woord} {opsomming([str(n) for n in bladen])} zien er anders uit.".replace(
        "zien", "ziet" if len(bladen) == 1 else "zien"
    )


def _check_wijzigingen(
    ontvangen: bytes, begin: bytes, reader: "PdfFileReader"
) -> Iterator[Bevinding]:
    """Yield what was added behind the frozen version besides signatures and their evidence."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel

    try:
        eerst = PdfFileReader(io.BytesIO(begin)).xrefs
        revisies = eerst.total_revisions
        gaat_verder = _goes_on(reader, eerst) and is_eenduidig(
            ontvangen, reader, revisies, len(begin)
        )
        uitkomst = DEFAULT_DIFF_POLICY.review_file(reader, revisies - 1) if gaat_verder else None
    except Exception:  # damage surfaces in as many ways as a PDF has parts
        uitkomst = None
    if (
        not isinstance(uitkomst, DiffResult)
        or uitkomst.modification_level > ModificationLevel.FORM_FILLING
    ):
        yield bevinding(
            "V011", "na de vastgestelde versie", _sentence(changed_bladen(begin, ontvangen))
        )


def _goes_on(reader: "PdfFileReader", eerst: "XRefCache") -> bool:
    """Return whether the file is read through the revisions of the frozen version.

    It may begin with those bytes and still be another document: one that stands behind them
    and never refers to them. A reader shows that one.
    """
    alle = reader.xrefs
    return alle.total_revisions >= eerst.total_revisions and all(
        alle.get_startxref_for_revision(nummer) == eerst.get_startxref_for_revision(nummer)
        for nummer in range(eerst.total_revisions)
    )


def _check_velden(
    ontvangen: bytes, manifest: Manifest, gezet: Sequence[Gezet]
) -> Iterator[Bevinding]:
    """Yield where the fields of the file are not those of the manifest."""
    try:
        velden = read_velden(ontvangen)
    except ValueError:
        yield bevinding("V013", "formulier", "de velden verwijzen naar elkaar")
        return
    verwacht = {veld.naam: veld for veld in manifest.velden}
    namen = [veld.naam for veld in velden if veld.soort == HANDTEKENING]
    for naam, plaats in verwacht.items():
        if naam not in namen:
            yield bevinding("V012", naam, name_place(plaats))
    stempels = {een.veld for een in gezet if een.is_tijdstempel}
    for veld in velden:
        if veld.soort != HANDTEKENING or veld.naam not in verwacht:
            yield from _check_extra_veld(veld, stempels)
    for naam in sorted({naam for naam in namen if namen.count(naam) > 1}):
        yield bevinding("V013", naam, f"‘{naam}’ staat er {namen.count(naam)} keer")


def _check_extra_veld(veld: Formulierveld, stempels: Collection[str]) -> Iterator[Bevinding]:
    """Yield what is wrong with a field that the manifest does not name.

    Only a time stamp over the file may have one, and it shows nothing: what it shows would
    stand over the text.
    """
    if veld.soort == HANDTEKENING and veld.naam in stempels:
        if veld.is_zichtbaar:
            yield bevinding("V013", veld.naam, f"‘{veld.naam}’ is te zien op een bladzijde")
        return
    code = "V014" if veld.soort == HANDTEKENING and veld.is_gevuld else "V013"
    yield bevinding(code, veld.naam or "formulier", f"‘{veld.naam}’")


def _check_nieuwe_velden(ontvangen: bytes, gezet: Sequence[Gezet]) -> Iterator[Bevinding]:
    """Yield the fields that came after the first signature and hold nothing.

    Without a manifest nobody knows which fields belong there. A field that comes with its own
    signature is how some programs sign; an empty one is a place for somebody nobody asked.
    """
    einden = [
        sum(map(int, list(een.inhoud.byte_range)[2:])) for een in gezet if een.inhoud is not None
    ]
    try:
        toen = {veld.naam for veld in read_velden(ontvangen[: min(einden)])} if einden else set()
        nu = read_velden(ontvangen) if einden else ()
    except Exception:  # the first revision is damaged: then its signature does not hold either
        return
    for veld in nu:
        if veld.naam not in toen and not veld.is_gevuld:
            yield bevinding("V038", veld.naam, f"‘{veld.naam}’")


def _check_handtekeningen(
    vraag: Vraag, gezet: Sequence[Gezet], oordelen: Sequence[Veldoordeel]
) -> Iterator[Bevinding]:
    """Yield that nobody signed, and whose signature does not hold."""
    if all(een.is_tijdstempel for een in gezet):
        yield bevinding("V048", vraag.naam)
    velden: dict[bytes, list[str]] = {}
    for een in gezet:
        if een.inhoud is not None:
            velden.setdefault(een.inhoud.pkcs7_content, []).append(een.veld)
    for namen in velden.values():
        if len(namen) > 1:
            yield bevinding("V051", namen[-1], opsomming(namen))
    for oordeel in oordelen:
        if oordeel.staat is Veldstaat.ONGELDIG:
            yield bevinding("V049", oordeel.veld.naam, name_place(oordeel.veld))


def _judge_velden(
    vraag: Vraag, gezet: Sequence[Gezet], onderzoek: Onderzoek
) -> Iterator[Veldoordeel]:
    """Yield a verdict for every place to sign of the manifest."""
    per_veld = {een.veld: een for een in gezet if not een.is_tijdstempel}
    for veld in vraag.manifest.velden if vraag.manifest else ():
        een = per_veld.get(veld.naam)
        if een is None:
            mist = (bevinding("V020", veld.naam),)
            yield Veldoordeel(veld, Veldstaat.ONTBREEKT, bevindingen=mist)
        else:
            yield judge_handtekening(een, veld, onderzoek)


def _judge_extra(
    vraag: Vraag, gezet: Sequence[Gezet], onderzoek: Onderzoek
) -> Iterator[Veldoordeel]:
    """Yield a verdict on what stands in no place of the manifest."""
    bekend = {veld.naam for veld in vraag.manifest.velden} if vraag.manifest else set()
    for een in gezet:
        if not een.is_tijdstempel and een.veld not in bekend:
            yield judge_handtekening(een, Handtekenveld(een.veld, "", ""), onderzoek)
    for stempel in onderzoek.stempels:
        yield _as_oordeel(stempel)


def _as_oordeel(stempel: Stempel) -> Veldoordeel:
    """Return the verdict on a time stamp over the file."""
    import pendulum

    op = None if stempel.op is None else pendulum.instance(stempel.op)
    return Veldoordeel(
        Handtekenveld(stempel.gezet.veld, "", "tijdstempel"),
        Veldstaat.ONGELDIG if stempel.bevindingen else Veldstaat.GELDIG,
        ondertekenaar=stempel.dienst,
        getekend_op=None if op is None else op.in_timezone("Europe/Amsterdam"),
        is_bewezen=stempel.op is not None,
        bevindingen=stempel.bevindingen,
    )
