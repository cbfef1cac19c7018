"""Bootstrap: fills the ports with adapters; nothing else happens here."""

from datetime import date

from cycle.documents import WordDocumenten
from cycle.documents.pdf import RdocxPdf
from cycle.forms import ExcelFormulieren
from cycle.klok import SysteemKlok, VasteKlok, tijdstip
from cycle.library import MapBibliotheek
from cycle.notify.agenda import IcsAgenda
from cycle.notify.berichtteksten import MapBerichtteksten
from cycle.notify.postkamer import MapPostkamer
from cycle.notify.standpagina import HtmlStandpagina
from cycle.services.ports import Klok, Toolkit
from cycle.settings import Settings
from cycle.store import open_store
from cycle.store.bestanden import HashBestanden
from cycle.uitgifte import MapUitgifte


def build_toolkit(settings: Settings, vandaag: date | None = None) -> Toolkit:
    """Return the toolkit for these settings; `vandaag` goes before ``JAARSCHIJF_VANDAAG``."""
    settings.gegevens.mkdir(parents=True, exist_ok=True)
    return Toolkit(
        klok=build_klok(settings, vandaag),
        bibliotheek=MapBibliotheek(settings.content, settings.templates / "samenwerking"),
        store=open_store(settings.database_url, tijdstip),
        bestanden=HashBestanden(settings.gegevens / "bestanden"),
        formulieren=ExcelFormulieren(),
        tekstverwerker=WordDocumenten(settings.templates),
        pdf=RdocxPdf(),
        agenda=IcsAgenda(),
        standpagina=HtmlStandpagina(settings.templates),
        berichtteksten=MapBerichtteksten(settings.templates / "mail"),
        postkamer=MapPostkamer(settings.uit),
        uitgifte=MapUitgifte(settings.uit),
    )


def build_klok(settings: Settings, vandaag: date | None = None) -> Klok:
    """Return the real clock, or one that stands still on the day asked for."""
    dag = vandaag or settings.vandaag
    return VasteKlok(dag) if dag else SysteemKlok()
