"""Thema: one ``thema-….md`` with context, ambitie, printed tables and afspraken."""

from cycle.domain.afspraak import Afspraak
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.opmaak import AMBITIE, INLEIDING
from cycle.domain.thema import Thema
from cycle.library import afspraak as afspraken_lezer
from cycle.library import cijfertabel as tabellen_lezer
from cycle.library.afspraak import read_afspraak
from cycle.library.bestand import Bestand
from cycle.library.cijfertabel import read_cijfertabel
from cycle.library.lopendetekst import check_tekst
from cycle.library.markdown import Sectie, split_bestand
from cycle.library.omgeving import Omgeving
from cycle.library.register import Naamsoort
from cycle.library.suggestie import nearest
from cycle.library.tomltabel import CODE_VORM


def read_thema(bestand: Bestand, omgeving: Omgeving) -> Thema:
    """Return one thema; every fault in the file is collected."""
    voor, *secties = split_bestand(bestand, (1, 2))
    kop = secties.pop(0) if secties and secties[0].niveau == 1 else None
    check_tekst(kop or voor.before(0), omgeving, INLEIDING)
    if kop is None or voor.tekst.strip():
        omgeving.bevindingen.fout(
            "I150",
            bestand.plek(1),
            "Dit bestand begint niet met de naam van het thema.",
            "Schrijf als eerste regel bijvoorbeeld: # Bouwopgave {#bouwopgave}",
        )
        omgeving.register.mark_onvolledig(Naamsoort.THEMA)
    elif _check_code(kop, Naamsoort.THEMA, omgeving):
        omgeving.register.add(Naamsoort.THEMA, kop.code, kop.plek)
    lezer = _Lezer(omgeving)
    for sectie in secties:
        lezer.read(sectie)
    return Thema(
        code=kop.code if kop else "",
        naam=kop.titel if kop else "",
        context=kop.tekst if kop else "",
        ambitie=lezer.ambitie,
        afspraken=tuple(lezer.afspraken),
        tabellen=tuple(lezer.tabellen),
    )


class _Lezer:
    """Puts the sections of a thema where they belong."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._omgeving = omgeving
        self.ambitie = ""
        self.afspraken: list[Afspraak] = []
        self.tabellen: list[Cijfertabel] = []

    def read(self, sectie: Sectie) -> None:
        """Read one section by the form of its heading."""
        kop = afspraken_lezer.KOP.fullmatch(sectie.titel)
        if sectie.niveau == 1:
            self._meld_kop(sectie, "Een bestand heeft maar een kop met een enkel hekje.")
        elif sectie.titel == "Ambitie" and not self.ambitie:
            check_tekst(sectie, self._omgeving, AMBITIE)
            self.ambitie = sectie.tekst
        elif tabellen_lezer.KOP.fullmatch(sectie.titel):
            self._read_tabel(sectie)
        elif kop:
            self._read_afspraak(sectie, int(kop["nummer"]), kop["titel"])
        else:
            dichtbij = nearest(sectie.titel, ("Ambitie",))
            self._meld_kop(sectie, f"Bedoelt u '{dichtbij}'?" if dichtbij else "")

    def _read_tabel(self, sectie: Sectie) -> None:
        """Read a printed table."""
        if _check_code(sectie, Naamsoort.TABEL, self._omgeving):
            self._omgeving.register.add(Naamsoort.TABEL, sectie.code, sectie.plek)
        tabel = read_cijfertabel(sectie, self._omgeving.register, self._omgeving.bevindingen)
        if tabel is not None:
            self.tabellen.append(tabel)

    def _read_afspraak(self, sectie: Sectie, nummer: int, titel: str) -> None:
        """Read an afspraak and make its id known."""
        if _check_code(sectie, Naamsoort.AFSPRAAK, self._omgeving):
            self._omgeving.register.add(Naamsoort.AFSPRAAK, sectie.code, sectie.plek)
        self.afspraken.append(read_afspraak(sectie, nummer, titel, self._omgeving))

    def _meld_kop(self, sectie: Sectie, raad: str) -> None:
        """Report a heading that has no meaning here; it may hide an afspraak."""
        self._omgeving.register.mark_onvolledig(Naamsoort.AFSPRAAK)
        self._omgeving.bevindingen.fout(
            "I150",
            sectie.plek,
            f"De kop '{sectie.titel}' is niet bekend.",
            raad or "Gebruik '## Ambitie', '## Tabel. Titel {#code}' of '## 1. Titel {#code}'.",
        )


def _check_code(sectie: Sectie, soort: Naamsoort, omgeving: Omgeving) -> bool:
    """Return whether a heading carries a code of the right form."""
    if CODE_VORM.fullmatch(sectie.code):
        return True
    omgeving.register.mark_onvolledig(soort)
    if sectie.code:
        omgeving.bevindingen.fout(
            "I114", sectie.plek, f"De code '{sectie.code}' heeft niet de goede vorm."
        )
    else:
        omgeving.bevindingen.fout(
            "I150",
            sectie.plek,
            f"De kop '{sectie.titel}' heeft geen code.",
            "Zet achter de kop een code, bijvoorbeeld {#bouwopgave}.",
        )
    return False
