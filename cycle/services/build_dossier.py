"""Dossier: everything about one jaarschijf in one file, the same whenever it is built again.

The seal, the signature and the time stamp differ each time they are made. So they are made
once and kept; a new revision comes when what is in the dossier changes.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pendulum

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cyclus import Stuk
from cycle.domain.dossiermanifest import (
    MANIFEST,
    MANIFEST_HANDTEKENING,
    Dossierdeel,
    Dossiermanifest,
    Dossierrol,
    list_bestanden,
    read_dossiermanifest,
    write_dossiermanifest,
)
from cycle.domain.dossiermetagegevens import make_metagegevens
from cycle.domain.errors import InvoerError
from cycle.domain.keten import Auditregel, Ketenhoofd, read_hoofd
from cycle.domain.ketenuitvoer import list_ankerstempels, write_ketenbestand
from cycle.domain.notatie import opsomming
from cycle.domain.ondertekenblad import (
    Ondertekenblad,
    build_ondertekenblad,
    view_ondertekenblad,
    write_ondertekenblad,
)
from cycle.services.dossierbron import Dossierbron, load_dossierbron
from cycle.services.dossiercontrole import LOGBOEK
from cycle.services.dossierdelen import list_dossierdelen
from cycle.services.dossierkenmerk import make_dossierkenmerk
from cycle.services.dossierstempels import list_stempels, make_stempel
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK

DOSSIERMANIFEST = "dossier-manifest"
HANDTEKENING = "dossier-handtekening"
_VERZEGELD = "ondertekenblad-verzegeld"


@dataclass(frozen=True, slots=True)
class Archiefdossier:
    """A built dossier: its file name and bytes, its manifest, and what to mind."""

    naam: str
    inhoud: bytes
    manifest: Dossiermanifest
    is_nieuw: bool
    punten: tuple[Bevinding, ...]


def build_dossier(toolkit: Toolkit, samenwerking: str, jaar: int) -> Archiefdossier:
    """Return the archiefdossier of an adopted jaarschijf; nothing changed gives equal bytes.

    Without a seal or a time stamp service the dossier is made all the same, and says so.

    Raises:
        FaseError: nothing was adopted yet.
        NietGevonden: the cyclus was not started, or a kept file is gone.
    """
    with toolkit.store.lease(samenwerking, jaar, "dossier"):
        with toolkit.store.transaction() as tx:
            bron = load_dossierbron(toolkit, tx, samenwerking, jaar)
        bouw = _Bouw(toolkit, bron)
        dossier = bouw.build()
        with toolkit.store.transaction() as tx:
            for stuk in bouw.nieuw:
                tx.add_stuk(bron.cyclus, stuk)
    return dossier


class _Bouw:
    """Builds one dossier; gathers what must be kept and what to mind."""

    def __init__(self, toolkit: Toolkit, bron: Dossierbron) -> None:
        """Keep the ports and what was read."""
        self._toolkit = toolkit
        self._bron = bron
        self.nieuw: list[Stuk] = []
        self._punten: list[Bevinding] = []

    def build(self) -> Archiefdossier:
        """Return the dossier of this moment."""
        blad = build_ondertekenblad(
            self._bron.inhoud,
            self._bron.concept,
            self._bron.vast.manifest,
            self._bron.handtekeningen,
            self._bron.stappen,
        )
        delen = list_dossierdelen(self._toolkit, self._bron, self._ondertekenblad(blad))
        manifest, alles, is_nieuw = self._revisie(delen)
        bestanden = {deel.pad: deel.inhoud for deel in alles}
        bestanden[MANIFEST] = write_dossiermanifest(manifest)
        self._bezegel(manifest.revisie, bestanden)
        self._mind_onvolledig(blad)
        return Archiefdossier(
            naam=f"dossier-{manifest.samenwerking}-{manifest.jaar}-r{manifest.revisie}.zip",
            inhoud=self._toolkit.pakket.pack(bestanden),
            manifest=manifest,
            is_nieuw=is_nieuw,
            punten=tuple(self._punten),
        )

    def _ondertekenblad(self, blad: Ondertekenblad) -> tuple[Dossierdeel, ...]:
        """Return the sheet as sealed PDF and as JSON."""
        bron, toolkit = self._bron, self._toolkit
        view = view_ondertekenblad(blad, bron.inhoud, bron.view, bron.bord)
        kaal = toolkit.pdf.convert(toolkit.tekstverwerker.ondertekenblad(view))
        kenmerk = hashlib.sha256(kaal).hexdigest()
        pdf = self._once(
            _VERZEGELD, kenmerk, "ondertekenblad.pdf", lambda: toolkit.zegel.seal(kaal)
        )
        rol = Dossierrol.ONDERTEKENBLAD
        return (
            Dossierdeel("ondertekenblad.pdf", pdf or kaal, rol),
            Dossierdeel("ondertekenblad.json", write_ondertekenblad(blad), rol),
        )

    def _revisie(
        self, delen: tuple[Dossierdeel, ...]
    ) -> tuple[Dossiermanifest, tuple[Dossierdeel, ...], bool]:
        """Return the manifest of the last revision when nothing changed, else of a new one."""
        soort = DOSSIERMANIFEST
        gemaakt = [
            read_dossiermanifest(self._toolkit.bestanden.get(stuk.sha256))
            for stuk in self._bron.stukken
            if stuk.soort == soort
        ]
        nummer = 0
        if gemaakt:
            laatste = max(gemaakt, key=lambda manifest: manifest.revisie)
            nummer = laatste.revisie
            zelfde, alles = self._manifest(
                delen, nummer, laatste.opgemaakt_op, self._keten_tot(laatste.audit_hoofd)
            )
            if zelfde == laatste:
                return zelfde, alles, False
        vandaag = self._toolkit.klok.vandaag()
        nieuw, alles = self._manifest(delen, nummer + 1, vandaag, self._bron.auditregels)
        self._keep(soort, f"r{nieuw.revisie}", MANIFEST, write_dossiermanifest(nieuw))
        return nieuw, alles, True

    def _manifest(
        self,
        delen: tuple[Dossierdeel, ...],
        revisie: int,
        op: pendulum.Date,
        keten: tuple[Auditregel, ...],
    ) -> tuple[Dossiermanifest, tuple[Dossierdeel, ...]]:
        """Return the manifest of a revision, and the files with their metadata."""
        bron, rol = self._bron, Dossierrol.AUDIT
        if keten:
            logboek = write_ketenbestand(f"{bron.cyclus.samenwerking}/{bron.cyclus.jaar}", keten)
            delen += (
                Dossierdeel(LOGBOEK, logboek, rol),
                *(
                    Dossierdeel(
                        f"audit/anker-{nummer}.tsr", self._toolkit.bestanden.get(sha256), rol
                    )
                    for nummer, sha256 in list_ankerstempels(keten)
                ),
            )
        regels = bron.inhoud.archief
        if regels is None:
            self._mind(
                "D101",
                "Het dossier heeft geen metagegevens (MDTO): in samenwerking.toml staat geen blok "
                "[archief].",
                "Vul het blok in. De handleiding voor de inhoud laat zien hoe.",
            )
        else:
            delen += make_metagegevens(delen, make_dossierkenmerk(bron, op), regels)
        manifest = Dossiermanifest(
            samenwerking=bron.cyclus.samenwerking,
            jaar=bron.cyclus.jaar,
            revisie=revisie,
            versie=bron.concept.versie,
            code=bron.concept.code,
            opgemaakt_op=op,
            bestanden=list_bestanden(delen),
            audit_hoofd=str(_hoofd(keten)) if keten else "",
            voorbeeld=bron.cyclus.voorbeeld,
        )
        return manifest, delen

    def _keten_tot(self, hoofd: str) -> tuple[Auditregel, ...]:
        """Return the audit trail up to a head; one that is not there now is a finding."""
        if not hoofd:
            return ()
        laatste = read_hoofd(hoofd)
        keten = self._bron.auditregels[: laatste.volgnummer]
        if not keten or _hoofd(keten) != laatste:
            self._mind(
                "D105",
                "Het logboek is niet meer wat het was toen het vorige dossier werd gemaakt.",
                "Controleer het met: jaarschijf audit controleer",
            )
        return keten

    def _bezegel(self, revisie: int, bestanden: dict[str, bytes]) -> None:
        """Add the signature over the manifest and the time stamps, made now or earlier."""
        toolkit = self._toolkit
        handtekening = self._once(
            HANDTEKENING,
            f"r{revisie}",
            MANIFEST_HANDTEKENING,
            lambda: toolkit.zegel.sign_detached(bestanden[MANIFEST]),
        )
        if handtekening is not None:
            bestanden[MANIFEST_HANDTEKENING] = handtekening
        stempels = list_stempels(toolkit, self._bron.stukken, revisie)
        if not stempels:
            nieuw = self._stempel(revisie, bestanden)
            self.nieuw += nieuw
            stempels = list_stempels(toolkit, nieuw, revisie)
        bestanden |= stempels

    def _stempel(self, revisie: int, bestanden: dict[str, bytes]) -> tuple[Stuk, ...]:
        """Return the first time stamp of a revision; nothing, and a finding, without it."""
        waarom = "er is geen tijdstempeldienst ingesteld."
        try:
            nieuw = make_stempel(self._toolkit, revisie, self._toolkit.klok.vandaag(), bestanden)
        except InvoerError as fout:
            nieuw, waarom = (), fout.melding
        if not nieuw:
            self._mind(
                "D103",
                f"Het dossier heeft geen tijdstempel: {waarom}",
                "Vraag de beheerder om een tijdstempeldienst in te stellen.",
            )
        return nieuw

    def _once(self, soort: str, versie: str, naam: str, make: Callable[[], bytes]) -> bytes | None:
        """Return what the seal made earlier or makes now; None, and a finding, without one."""
        stuk = self._bron.stuk(soort, versie)
        if stuk is not None:
            return self._toolkit.bestanden.get(stuk.sha256)
        try:
            inhoud = make()
        except InvoerError as fout:
            self._mind(
                "D102",
                f"Het dossier is niet verzegeld: {fout.melding}",
                "Vraag de beheerder om een zegel in te stellen, en maak het dossier opnieuw.",
            )
            return None
        return self._keep(soort, versie, naam, inhoud)

    def _keep(self, soort: str, versie: str, naam: str, inhoud: bytes) -> bytes:
        """Keep what was made now, and return it."""
        self.nieuw.append(
            Stuk(soort, GEZAMENLIJK, versie, naam, self._toolkit.bestanden.put(inhoud))
        )
        return inhoud

    def _mind_onvolledig(self, blad: Ondertekenblad) -> None:
        """Tell who did not sign."""
        if blad.ontbreekt:
            wie = opsomming([f"{regel.naam} ({regel.functie})" for regel in blad.ontbreekt])
            self._mind(
                "D104",
                f"Nog niet getekend: {wie}.",
                "Komt een handtekening later? Maak het dossier dan opnieuw.",
            )

    def _mind(self, code: str, melding: str, advies: str) -> None:
        """Tell what to mind, once."""
        plek = f"{self._bron.cyclus.samenwerking}/{self._bron.cyclus.jaar}"
        punt = Bevinding(code, Ernst.WAARSCHUWING, plek, melding, advies)
        if punt not in self._punten:
            self._punten.append(punt)


def _hoofd(keten: Sequence[Auditregel]) -> Ketenhoofd:
    """Return the last event of a trail, to be written down elsewhere."""
    return Ketenhoofd(keten[-1].volgnummer, keten[-1].hash)
