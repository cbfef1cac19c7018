"""The shape of MDTO-XML 1.0.1, written down by ourselves as a table of facts.

It holds the names of the elements, their order and how often each may be there. It is no copy
of the schema of the Nationaal Archief and cannot replace it: types of texts are only looked at
where a mistake is likely (dates, numbers).
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

NS: Final = "{https://www.nationaalarchief.nl/mdto}"
_BEGRIP: Final = "begripLabel begripCode? begripBegrippenlijst:verwijzing"
_TABEL: Final = {
    "MDTO": "informatieobject:informatieobject|bestand:bestand",
    "informatieobject": (
        "identificatie:identificatie+ naam aggregatieniveau:begrip? classificatie:begrip* "
        "trefwoord* omschrijving* raadpleeglocatie* dekkingInTijd:dekking* "
        "dekkingInRuimte:verwijzing* taal* event:event* waardering:begrip bewaartermijn:termijn? "
        "informatiecategorie:begrip? isOnderdeelVan:verwijzing* bevatOnderdeel:verwijzing* "
        "heeftRepresentatie:verwijzing* aanvullendeMetagegevens:verwijzing* "
        "gerelateerdInformatieobject* archiefvormer:verwijzing+ betrokkene:betrokkene* "
        "activiteit:verwijzing? beperkingGebruik:beperking+"
    ),
    "bestand": (
        "identificatie:identificatie+ naam omvang bestandsformaat:begrip checksum:checksum+ "
        "URLBestand? isRepresentatieVan:verwijzing"
    ),
    "identificatie": "identificatieKenmerk identificatieBron",
    "verwijzing": "verwijzingNaam verwijzingIdentificatie:identificatie?",
    "begrip": _BEGRIP,
    "dekking": "dekkingInTijdType:begrip dekkingInTijdBegindatum dekkingInTijdEinddatum?",
    "event": (
        "eventType:begrip eventTijd? eventVerantwoordelijkeActor:verwijzing? eventResultaat?"
    ),
    "betrokkene": "betrokkeneTypeRelatie:begrip betrokkeneActor:verwijzing",
    "beperking": (
        "beperkingGebruikType:begrip beperkingGebruikNadereBeschrijving? "
        "beperkingGebruikDocumentatie:verwijzing* beperkingGebruikTermijn:termijn?"
    ),
    "termijn": (
        "termijnTriggerStartLooptijd:begrip? termijnStartdatumLooptijd? termijnLooptijd? "
        "termijnEinddatum?"
    ),
    "checksum": "checksumAlgoritme:begrip checksumWaarde checksumDatum",
}
_TEKST: Final = {
    "omvang": r"\d+",
    "checksumDatum": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",
    "eventTijd": r"\d{4}-\d\d-\d\d",
    "dekkingInTijdBegindatum": r"\d{4}-\d\d-\d\d",
    "dekkingInTijdEinddatum": r"\d{4}-\d\d-\d\d",
    "termijnStartdatumLooptijd": r"\d{4}-\d\d-\d\d",
    "termijnEinddatum": r"\d{4}-\d\d-\d\d",
    "termijnLooptijd": r"P\d+Y",
    "taal": r"[a-z]{2}",
}


def list_fouten(xml: bytes) -> list[str]:
    """Return what does not fit MDTO-XML 1.0.1, as far as this table knows; none is good."""
    wortel = etree.fromstring(xml)
    if wortel.tag != f"{NS}MDTO":
        return [f"root {wortel.tag}"]
    return list(_check(wortel, "MDTO"))


def _check(knoop: etree._Element, soort: str) -> Iterator[str]:
    """Yield the faults of one element and of all inside it."""
    kinderen = [str(kind.tag).removeprefix(NS) for kind in knoop]
    if "|" in (regel := _TABEL[soort]):
        regel = next((r for r in regel.split("|") if r.split(":")[0] in kinderen), regel)
    soorten, patroon = {}, ""
    for deel in regel.split():
        naam, _, aantal = re.fullmatch(r"(\w+)(?::(\w+))?([?*+]?)", deel).groups()  # type: ignore[union-attr]
        soorten[naam] = deel.partition(":")[2].rstrip("?*+")
        patroon += f"(?:{naam} ){aantal}"
    if not re.fullmatch(patroon, "".join(f"{naam} " for naam in kinderen)):
        yield f"{soort}: {kinderen}"
        return
    for kind in knoop:
        naam = str(kind.tag).removeprefix(NS)
        if soorten[naam]:
            yield from _check(kind, soorten[naam])
        elif not (kind.text or "").strip() or len(kind):
            yield f"{naam} is empty"
        elif not re.fullmatch(_TEKST.get(naam, r"(?s).*"), kind.text or ""):
            yield f"{naam}: {kind.text}"
