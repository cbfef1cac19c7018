"""Route papier: a scan of ink. A program sees whether all pages are there; people see the rest."""

import hashlib
import io
from collections.abc import Sequence

from cycle.domain.bevinding import Bevinding
from cycle.domain.binding import Bindingsoordeel, Controle, Controleregel
from cycle.domain.handtekenroute import Route
from cycle.domain.manifest import Manifest
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.vraag import Vraag


def judge_scan(
    vraag: Vraag, manifest: Manifest, regels: Sequence[Controleregel]
) -> Bindingsoordeel:
    """Return whether a scan that may be read has a page for every page of the version."""
    import pikepdf

    with pikepdf.open(io.BytesIO(vraag.ontvangen), attempt_recovery=False) as pdf:
        aantal = len(pdf.pages)
    gevonden: tuple[Bevinding, ...] = ()
    if aantal < manifest.bladzijden:
        wat = f"er zijn er {aantal}, het moeten er {manifest.bladzijden} zijn"
        gevonden = (bevinding("V041", vraag.naam, wat),)
    elif aantal > manifest.bladzijden:
        gevonden = (bevinding("V050", vraag.naam, f"{aantal} in plaats van {manifest.bladzijden}"),)
    sha256 = hashlib.sha256(vraag.ontvangen).hexdigest()
    bladen = Controleregel(Controle.BLADEN, gevonden)
    return Bindingsoordeel(Route.PAPIER, sha256, (*regels, bladen))
