"""Overdracht: a folder with all that a signing service needs, whatever service that is."""

from collections.abc import Iterator

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.handtekenveld import make_anker
from cycle.domain.manifest import BESTANDSNAAM, Manifest
from cycle.domain.overdracht import Ondertekenaar, write_ondertekenaars
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.freeze_jaarschijf import MANIFEST
from cycle.services.ports import Toolkit
from cycle.services.vastgestelde import load_vastgestelde

_MAP = "overdracht"
_STAAT = {None: "nog tekenen", Reikwijdte.NIET: "tekent niet"}
_LEESMIJ = """\
Jaarschijf {jaar} van {samenwerking}: stukken voor een ondertekendienst

1. Laad {pdf} in de dienst. Verander niets aan het document.
2. Voeg de ondertekenaars toe uit ondertekenaars.csv, in de volgorde van de eerste kolom.
   Bij elke ondertekenaar staat onder welke woorden in het document de handtekening hoort
   (kolom anker). Wie al heeft getekend, slaat u over (kolom staat).
3. Is alles getekend? Haal dan de ondertekende PDF op, en het verslag van de dienst met wie
   wanneer tekende. Bied ze samen aan.

In manifest.json staat aan welke kenmerken het programma het document herkent:
versie {versie}, code {code}.
"""


def hand_over(toolkit: Toolkit, samenwerking: str, jaar: int) -> Uitkomst:
    """Write the folder for a signing service: PDF, ondertekenaars, manifest, what to do.

    The PDF is the frozen one, without signatures: a service writes it anew, and that would
    break signatures that are in it.

    Raises:
        FaseError: nothing was adopted yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        vast = load_vastgestelde(toolkit, tx, cyclus)
        handtekeningen = tx.handtekeningen(cyclus)
        manifest = next(
            s for s in tx.stukken(cyclus) if (s.soort, s.versie) == (MANIFEST, vast.bevroren.versie)
        )
    rijen = tuple(_list_rijen(inhoud, vast.manifest, handtekeningen))
    pdf = f"jaarschijf-{jaar}.pdf"
    leesmij = _LEESMIJ.format(
        jaar=jaar,
        samenwerking=inhoud.naam,
        pdf=pdf,
        versie=vast.manifest.versie,
        code=vast.manifest.code,
    )
    bestanden = (
        (pdf, toolkit.bestanden.get(vast.bevroren.sha256)),
        ("ondertekenaars.csv", write_ondertekenaars(rijen)),
        (BESTANDSNAAM, toolkit.bestanden.get(manifest.sha256)),
        ("leesmij.txt", leesmij.encode()),
    )
    namen = tuple(
        str(toolkit.uitgifte.write(samenwerking, jaar, f"{_MAP}/{naam}", wat))
        for naam, wat in bestanden
    )
    return Uitkomst("De map voor de ondertekendienst is gemaakt.", stukken=namen)


def _list_rijen(
    inhoud: Samenwerking, manifest: Manifest, handtekeningen: tuple[Handtekening, ...]
) -> Iterator[Ondertekenaar]:
    """Yield a row for every field of the manifest, in its order."""
    getekend = {(h.partij, h.functie): h.reikwijdte for h in handtekeningen}
    for nummer, veld in enumerate(manifest.velden, start=1):
        partij = inhoud.partij(veld.partij)
        yield Ondertekenaar(
            volgorde=nummer,
            organisatie=partij.naam,
            functie=veld.functie,
            mail=partij.mail,
            anker=make_anker(nummer, len(manifest.velden)),
            veld=veld.naam,
            staat=_STAAT.get(getekend.get((veld.partij, veld.functie)), "getekend"),
        )
