"""Bootstrap: fills the ports with adapters; nothing else happens here."""

import os
from contextlib import AbstractContextManager
from datetime import date
from getpass import getuser

from cycle.documents import WordDocumenten
from cycle.documents.pdf import PdfDocumenten
from cycle.domain.binding import Vertrouwen
from cycle.dossier import ZipPakket
from cycle.forms import ExcelFormulieren
from cycle.klok import SysteemKlok, VasteKlok, tijdstip
from cycle.library import MapBibliotheek
from cycle.notify.agenda import IcsAgenda
from cycle.notify.berichtteksten import MapBerichtteksten
from cycle.notify.postkamer import MapPostkamer
from cycle.notify.standpagina import HtmlStandpagina
from cycle.notify.themapagina import HtmlThemapagina
from cycle.services.opslagport import CyclusStore, Store
from cycle.services.ports import Bindingscontrole, Klok, Postkamer, Toolkit
from cycle.settings import Settings
from cycle.signing.bindingscontrole import PdfBinding
from cycle.signing.instellen import build_zegel
from cycle.signing.vertrouwd import read_vertrouwen
from cycle.store import open_store
from cycle.store.bestanden import HashBestanden
from cycle.tekening import BalkTekenaar
from cycle.uitgifte import MapUitgifte


def build_toolkit(settings: Settings, vandaag: date | None = None) -> Toolkit:
    """Return the toolkit for these settings; `vandaag` goes before ``JAARSCHIJF_VANDAAG``.

    The database is opened, and made when needed, on its first use: who only reads content
    leaves nothing behind.
    """
    return Toolkit(
        klok=build_klok(settings, vandaag),
        bibliotheek=MapBibliotheek(settings.content, settings.templates / "samenwerking"),
        store=_LateStore(settings.database_url, settings.gebruiker or _gebruiker()),
        bestanden=HashBestanden(settings.gegevens / "bestanden"),
        formulieren=ExcelFormulieren(),
        tekstverwerker=WordDocumenten(settings.templates),
        pdf=PdfDocumenten(settings.pdf),
        agenda=IcsAgenda(),
        standpagina=HtmlStandpagina(settings.templates),
        tekenaar=BalkTekenaar(),
        themapagina=HtmlThemapagina(settings.templates),
        berichtteksten=MapBerichtteksten(settings.templates / "mail"),
        postkamer=build_postkamer(settings, vandaag),
        uitgifte=MapUitgifte(settings.uit),
        zegel=build_zegel(settings, tijdstip),
        binding=build_binding(settings),
        pakket=ZipPakket(),
    )


def build_binding(settings: Settings) -> Bindingscontrole:
    """Return the check of returned files, which believes whom the beheerder named."""

    def vertrouwen() -> Vertrouwen:
        uitgevers = (settings.vertrouwd,) if settings.vertrouwd else ()
        diensten = (settings.diensten,) if settings.diensten else ()
        return read_vertrouwen(uitgevers, diensten)

    return PdfBinding(vertrouwen, tijdstip)


def _gebruiker() -> str:
    """Return the name under which this computer runs us, or the number of who has none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in many containers
        return f"gebruiker {os.getuid()}" if hasattr(os, "getuid") else "onbekende gebruiker"


def build_klok(settings: Settings, vandaag: date | None = None) -> Klok:
    """Return the real clock, or one that stands still on the day asked for."""
    dag = vandaag or settings.vandaag
    return VasteKlok(dag) if dag else SysteemKlok()


def build_postkamer(settings: Settings, vandaag: date | None = None) -> Postkamer:
    """Return the mail server of the settings, or a folder where nothing leaves the house.

    Who plays another day rehearses: then mail leaves only for a `post_proefadres`.
    """
    oefent = bool(vandaag or settings.vandaag)
    if not settings.post_host or (oefent and not settings.post_proefadres):
        return MapPostkamer(settings.uit)
    from cycle.notify.smtp import SmtpPostkamer  # the mail library is not needed to start

    return SmtpPostkamer(settings)


class _LateStore:
    """The store at an address, opened when it is first needed."""

    def __init__(self, adres: str, door: str) -> None:
        """Keep the address of the database, and who is at work."""
        self._adres = adres
        self._door = door
        self._store: Store | None = None

    def transaction(self) -> AbstractContextManager[CyclusStore]:
        """Return a transaction: all of it is kept, or nothing."""
        return self._open().transaction()

    def lease(self, samenwerking: str, jaar: int, stap: str) -> AbstractContextManager[None]:
        """Hold the sole right to run a step; see the port `Store`."""
        return self._open().lease(samenwerking, jaar, stap)

    def _open(self) -> Store:
        """Return the store; open it the first time."""
        if self._store is None:
            self._store = open_store(self._adres, tijdstip, door=self._door)
        return self._store
