"""One simple stand-in per port: everything stays in memory and can be looked at."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pendulum

from cycle.domain.addendumview import AddendumView
from cycle.domain.anker import Documentkenmerk
from cycle.domain.bericht import Bericht, Berichttekst
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname, ExtraVoorstel
from cycle.domain.binding import (
    Bindingsoordeel,
    Controle,
    Controleregel,
    Tekenkader,
    Veldoordeel,
    Veldstaat,
    is_zelfde_naam,
)
from cycle.domain.bodversie import DELEN
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.errors import InvoerError, JaarschijfError, NietGevonden
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.kalender import IsWerkdag, Termijn, TermijnRegel
from cycle.domain.kickoffview import KickoffView
from cycle.domain.manifest import Manifest
from cycle.domain.ondertekenbladview import OndertekenbladView, VerklaringView
from cycle.domain.ontvangstview import OntvangstView
from cycle.domain.parameter import Parameters
from cycle.domain.partij import Partij
from cycle.domain.plek import Plek
from cycle.domain.reactie import Teruggekomen
from cycle.domain.regelprofiel import Regelprofiel
from cycle.domain.regio import Regios
from cycle.domain.samenwerking import Jaar, Samenwerking
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakanties
from cycle.domain.stand import CyclusStand
from cycle.domain.themabeeld import Themabeeld
from cycle.domain.toets import Standmelding, Standregel, Toetsmoment, Voortgang
from cycle.domain.toetsview import ToetsView
from cycle.domain.uitnodiging import Uitnodiging
from cycle.domain.view import BriefView, JaarschijfView
from cycle.domain.voorbeeld import (
    Antwoord,
    Antwoorden,
    Standantwoord,
    Standantwoorden,
    Voorbeeld,
)
from cycle.dossier import ZipPakket
from cycle.services.ondertekenport import Bevroren, Certificaat, Getekend, Tekenopdracht
from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
from cycle.settings import Tekenniveau
from tests.builders import een_regelprofiel, een_vindplaats, een_wijziging
from tests.geheugenstore import GeheugenStore
from tests.kopie import kopieer


@dataclass
class FakeKlok:
    """A clock that a test puts on any day."""

    dag: pendulum.Date

    def vandaag(self) -> pendulum.Date:
        return self.dag


def _is_werkdag(dag: pendulum.Date) -> bool:
    return dag.weekday() < pendulum.SATURDAY


@dataclass
class FakeBibliotheek:
    """Gives the samenwerkingen it was given; every weekday is a working day."""

    samenwerkingen: dict[str, Samenwerking]
    regels: tuple[TermijnRegel, ...]
    voorbeelden: dict[tuple[str, int], Voorbeeld] = field(default_factory=dict)
    indelingen: Regios = field(default_factory=Regios)

    def namen(self) -> tuple[str, ...]:
        return tuple(sorted(self.samenwerkingen))

    def load(self, samenwerking: str) -> Samenwerking:
        if samenwerking not in self.samenwerkingen:
            raise NietGevonden(f"De samenwerking '{samenwerking}' bestaat niet.")
        return self.samenwerkingen[samenwerking]

    def kenmerk(self, samenwerking: str) -> str:
        return self.load(samenwerking).content_hash

    def waarschuwingen(self, samenwerking: str) -> tuple[Bevinding, ...]:
        return ()

    def teksttabellen(self, samenwerking: str) -> tuple[Cijfertabel, ...]:
        return ()

    def regelprofielen(self) -> tuple[Regelprofiel, ...]:
        return (een_regelprofiel(*self.regels),)

    def parameters(self) -> Parameters:
        return Parameters({})

    def voorbeeld(self, samenwerking: Samenwerking, jaar: int) -> Voorbeeld:
        if (samenwerking.code, jaar) not in self.voorbeelden:
            raise NietGevonden(f"Voor {samenwerking.naam} is er geen voorbeeld van {jaar}.")
        return self.voorbeelden[samenwerking.code, jaar]

    def create(self, samenwerking: str) -> Path:
        if samenwerking in self.samenwerkingen:
            raise InvoerError(f"De samenwerking '{samenwerking}' bestaat al.")
        return Path("content") / samenwerking

    def add_jaar(self, samenwerking: str, jaar: Jaar) -> Path:
        oud = self.samenwerkingen[samenwerking]
        self.samenwerkingen[samenwerking] = replace(oud, jaren={**oud.jaren, jaar.jaar: jaar})
        return Path("content") / samenwerking / "samenwerking.toml"

    def is_werkdag(self) -> IsWerkdag:
        return _is_werkdag

    def gelijkgestelde_jaren(self) -> frozenset[int]:
        return frozenset(range(1990, 2100))

    def schoolvakanties(self, regio: Schoolregio, jaren: range) -> Schoolvakanties:
        return Schoolvakanties(jaren=frozenset(jaren))

    def regios(self) -> Regios:
        return self.indelingen


@dataclass
class FakeBestanden:
    """Bytes by their sha256."""

    inhoud: dict[str, bytes] = field(default_factory=dict)

    def put(self, inhoud: bytes) -> str:
        code = sha256(inhoud).hexdigest()
        self.inhoud[code] = inhoud
        return code

    def get(self, sha256: str) -> bytes:
        if sha256 not in self.inhoud:
            raise NietGevonden(f"Het bestand met code {sha256[:12]}… is er niet.")
        return self.inhoud[sha256]


class FakeFormulieren:
    """A "workbook" is a line of JSON: whose form it is, and what was typed in it."""

    def write(self, *formulieren: Formulier) -> bytes:
        formulier = formulieren[0]
        kop = {naam: getattr(formulier, naam) for naam in ("samenwerking", "jaar", "partij")}
        if formulier.toets:
            codes = [vraag.regelcode for vraag in formulier.toets.vragen]
            extra = {"versie": formulier.versie, "vorig": dict(formulier.toets.vorig)}
            return json.dumps(kop | extra | {"regelcodes": codes}).encode()
        regelcodes = [regel.regelcode for regel in formulier.regels]
        return json.dumps(kop | {"regelcodes": regelcodes}).encode()

    def veldkaart(self, *formulieren: Formulier) -> dict[str, Any] | list[dict[str, Any]]:
        return {"partij": formulieren[0].partij}

    def fill(self, werkmap: bytes, antwoorden: Antwoorden | Standantwoorden) -> bytes:
        return json.dumps(json.loads(werkmap) | {"antwoorden": asdict(antwoorden)}).encode()

    def annotate(self, inhoud: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes | None:
        if not inhoud.startswith(b"{"):
            return None
        codes = [b.code for formulier in gelezen for b in formulier.bevindingen]
        return json.dumps(json.loads(inhoud) | {"gemerkt": codes}).encode()

    def renew(self, blanco: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes:
        ruw = [waarde.ruw for formulier in gelezen for waarde in formulier.waarden]
        return json.dumps(json.loads(blanco) | {"overgenomen": ruw}).encode()

    def read(
        self, inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
    ) -> tuple[GelezenFormulier, ...]:
        return (self._read(inhoud, bestandsnaam, inzending),)

    def _read(self, inhoud: bytes, bestandsnaam: str, inzending: str) -> GelezenFormulier:
        try:
            werkmap = json.loads(inhoud)
        except ValueError:
            fout = Bevinding("B001", Ernst.BLOKKADE, bestandsnaam, "Onleesbaar.", "Stuur opnieuw.")
            return GelezenFormulier("", "", 0, None, (fout,))
        if "versie" in werkmap:
            return _read_toets(werkmap, bestandsnaam, inzending)
        antwoorden = werkmap.get("antwoorden", {"regels": [], "extra": []})
        bieding = Bieding(
            inzending=inzending,
            samenwerking=werkmap["samenwerking"],
            jaar=werkmap["jaar"],
            partij=werkmap["partij"],
            regels=tuple(
                self._regel(Antwoord(**velden), nummer, bestandsnaam, inzending)
                for nummer, velden in enumerate(antwoorden["regels"], start=7)
            ),
            extra=tuple(
                ExtraVoorstel(
                    partij=werkmap["partij"],
                    omschrijving=velden["voorstel"],
                    bod=velden["bod"],
                    planning=velden["planning"],
                    plek=Plek(bestandsnaam, blad="Extra", cel=f"B{nummer}", inzending=inzending),
                )
                for nummer, velden in enumerate(antwoorden["extra"], start=3)
            ),
        )
        return GelezenFormulier(
            bieding.partij,
            bieding.samenwerking,
            bieding.jaar,
            bieding,
            bevindingen=(),
            waarden=tuple(_gelezen(regel) for regel in bieding.regels if "bod" in regel.ruw),
            tabellen=frozenset(werkmap.get("tabellen", DELEN)),
        )

    def _regel(self, antwoord: Antwoord, nummer: int, naam: str, inzending: str) -> BiedingRegel:
        velden = {k: v for k, v in asdict(antwoord).items() if k != "regelcode" and v}
        kolommen = dict(
            zip(("deelname", "bod", "planning", "bedrag", "toelichting"), "EFGHI", strict=True)
        )
        return BiedingRegel(
            regelcode=antwoord.regelcode,
            deelname=Deelname(antwoord.deelname) if antwoord.deelname else None,
            bod=Decimal(antwoord.bod) if antwoord.bod else None,
            planning=antwoord.planning,
            bedrag=Decimal(antwoord.bedrag) if antwoord.bedrag else None,
            toelichting=antwoord.toelichting,
            plekken={
                veld: Plek(
                    naam, blad="Bieding", cel=f"{kolommen[veld]}{nummer}", inzending=inzending
                )
                for veld in velden
            },
            ruw=velden,
        )


@dataclass
class TussenDoor(FakeFormulieren):
    """Reads as the fake does; the first time, something else happens meanwhile."""

    werk: Callable[[], object]
    gelezen: int = 0

    def read(
        self, inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
    ) -> tuple[GelezenFormulier, ...]:
        self.gelezen += 1
        if self.gelezen == 1:
            self.werk()
        return super().read(inhoud, bestandsnaam, inzending, afzender)


def _read_toets(werkmap: dict[str, Any], naam: str, inzending: str) -> GelezenFormulier:
    """Return the report that a "workbook" of a check holds; an empty row is left out."""
    getypt = [Standantwoord(**a) for a in werkmap.get("antwoorden", {"regels": []})["regels"]]
    melding = Standmelding(
        inzending=inzending,
        samenwerking=werkmap["samenwerking"],
        jaar=werkmap["jaar"],
        moment=Toetsmoment(werkmap["versie"].partition(".")[0]),
        partij=werkmap["partij"],
        regels=tuple(_standregel(a, nr, naam, inzending) for nr, a in enumerate(getypt, 5)),
    )
    return GelezenFormulier(
        melding.partij,
        melding.samenwerking,
        melding.jaar,
        None,
        bevindingen=(),
        versie=werkmap["versie"],
        melding=melding,
    )


def _standregel(getypt: Standantwoord, rij: int, naam: str, inzending: str) -> Standregel:
    """Return one typed row of a check, in the columns J, K and L."""
    velden = {
        "voortgang": getypt.status,
        "cijfer": getypt.cijfer,
        "toelichting": getypt.toelichting,
    }
    kolommen = dict(zip(velden, "JKL", strict=True))
    return Standregel(
        regelcode=getypt.regelcode,
        voortgang=Voortgang(getypt.status) if getypt.status else None,
        cijfer=Decimal(getypt.cijfer) if getypt.cijfer not in ("", "n.b.") else None,
        toelichting=getypt.toelichting,
        plekken={
            veld: Plek(naam, blad="Stand van zaken", cel=f"{k}{rij}", inzending=inzending)
            for veld, k in kolommen.items()
            if velden[veld]
        },
    )


def _gelezen(regel: BiedingRegel) -> GelezenWaarde:
    """Return the bod of a row as it was read."""
    return GelezenWaarde(
        "bieding", regel.regelcode, "bod", regel.bod, regel.ruw["bod"], regel.plekken["bod"]
    )


TERUGGEKOMEN: dict[bytes, Teruggekomen] = {}
"""What stands in each "document" that a partij sent back."""


class FakeTekstverwerker:
    """A "document" is its view as JSON, so that a test can read what a person would read."""

    def jaarschijf(self, view: JaarschijfView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def brief(self, view: BriefView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def ontvangst(self, view: OntvangstView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def toets(self, view: ToetsView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def startbijeenkomst(self, view: KickoffView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def ondertekenblad(self, view: OndertekenbladView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def bestuursverklaring(self, view: VerklaringView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def addendum(self, view: AddendumView) -> bytes:
        return json.dumps(asdict(view), ensure_ascii=False).encode()

    def redline(self, oud: bytes, nieuw: bytes, *, auteur: str, op: pendulum.Date) -> bytes:
        versies = [json.loads(inhoud)["versie"] for inhoud in (oud, nieuw)]
        document = json.dumps({"versies": versies, "auteur": auteur, "op": str(op)}).encode()
        TERUGGEKOMEN[document] = _differences(json.loads(oud), json.loads(nieuw))
        return document

    def reacties(self, inhoud: bytes, bestandsnaam: str) -> Teruggekomen:
        if inhoud.startswith(b'{"samenwerking"'):
            return Teruggekomen(None, ())  # a draft as it was sent
        if inhoud not in TERUGGEKOMEN:
            raise InvoerError("Dit is geen Word-document.", plek=bestandsnaam)
        return TERUGGEKOMEN[inhoud]


def _differences(oud: dict[str, Any], nieuw: dict[str, Any]) -> Teruggekomen:
    """Return the texts of afspraken that differ, as what came back."""
    eerder, later = (
        {int(a["nummer"]): a["tekst"] for t in view["themas"] for a in t["afspraken"]}
        for view in (oud, nieuw)
    )
    kenmerk = Documentkenmerk(
        f"{oud['samenwerking']} {oud['jaar']}", oud["versie"], oud["code"], oud["eigen"]["partij"]
    )
    anders = [nummer for nummer in eerder if later.get(nummer, "") != eerder[nummer]]
    return Teruggekomen(
        kenmerk,
        tuple(
            een_wijziging(eerder[n], eerder[n], later[n], vindplaats=een_vindplaats(n))
            for n in anders
            if n in later
        ),
    )


def een_terugkomst(terug: Teruggekomen) -> bytes:
    """Return the "document" that `FakeTekstverwerker.reacties` takes apart."""
    inhoud = repr(terug).encode()
    TERUGGEKOMEN[inhoud] = terug
    return inhoud


class FakePdf:
    """A "PDF" is the document behind a mark."""

    def convert(self, docx: bytes) -> bytes:
        return b"%PDF " + docx

    def teksten(self, pdf: bytes) -> tuple[str, ...]:
        return (pdf.decode(),)


class FakeAgenda:
    """A "calendar" is a line per deadline."""

    def write(self, samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]) -> bytes:
        return "\n".join(f"{t.datum} {t.code}" for t in termijnen).encode()

    def feed(
        self, samenwerking: Samenwerking, partij: Partij, jaren: Mapping[int, Sequence[Termijn]]
    ) -> bytes:
        return f"{samenwerking.code} {partij.code} {sorted(jaren)}".encode()

    def uitnodiging(self, samenwerking: Samenwerking, jaar: int, uitnodiging: Uitnodiging) -> bytes:
        wat, dag = uitnodiging.soort.value, uitnodiging.bijeenkomst.datum
        return f"{wat} {uitnodiging.sleutel} {uitnodiging.volgnummer} {dag}".encode()


class FakeStandpagina:
    """The status page as JSON."""

    def write(self, stand: CyclusStand) -> bytes:
        return json.dumps(asdict(stand), ensure_ascii=False).encode()


class FakeTekenaar:
    """A "picture" is the name of its pen and every figure in words."""

    def svg(self, beeld: Themabeeld) -> bytes:
        return f"svg {beeld.uitleg}".encode()

    def png(self, beeld: Themabeeld) -> bytes:
        return f"png {beeld.uitleg}".encode()

    def jaar(self, termijnen: Sequence[Termijn]) -> bytes:
        return " ".join(t.code for t in termijnen).encode()


class FakeThemapagina:
    """The page is its title, every figure in words and the mark of example figures."""

    def write(self, beeld: Themabeeld, voorbeeld: str) -> bytes:
        return f"{beeld.titel} {beeld.uitleg} {voorbeeld}".encode()


class FakeBerichtteksten:
    """A mail that names its kind and every field it was given."""

    def write(self, soort: str, velden: Mapping[str, object]) -> Berichttekst:
        return Berichttekst(soort, "\n".join(f"{k}: {v}" for k, v in sorted(velden.items())))


@dataclass
class FakePostkamer:
    """Keeps what was handed over, and answers as a test wants.

    `antwoorden` holds what an address answers instead of taking the mail: an outcome, or a
    reason why nothing can be sent at all. Like a folder it keeps a message once; a mail
    server does not, and is no `is_map`.
    """

    bezorgd: dict[tuple[str, int, str], Bericht] = field(default_factory=dict)
    geweigerd: set[str] = field(default_factory=set)
    antwoorden: dict[str, Bezorging | JaarschijfError] = field(default_factory=dict)
    is_map: bool = True

    def is_herhaalbaar(self) -> bool:
        return self.is_map

    @contextmanager
    def open(self) -> Iterator["FakePostkamer"]:
        yield self

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        if bericht.aan in self.geweigerd:
            raise InvoerError(f"Het mailadres {bericht.aan!r} is niet bruikbaar.")
        antwoord = self.antwoorden.get(bericht.aan)
        if isinstance(antwoord, JaarschijfError):
            raise antwoord
        if antwoord is None:
            self.bezorgd.setdefault((samenwerking, jaar, bericht.sleutel), bericht)
        return antwoord or Bezorging(Uitslag.AANGENOMEN, "Aangenomen.", "250 OK")


@dataclass
class FakeUitgifte:
    """The folder of documents as a dictionary."""

    bestanden: dict[str, bytes] = field(default_factory=dict)

    def write(self, samenwerking: str, jaar: int, naam: str, inhoud: bytes) -> Path:
        pad = f"{samenwerking}-{jaar}/{naam}"
        self.bestanden[pad] = inhoud
        return Path(pad)

    def remove(self, samenwerking: str, jaar: int, naam: str) -> None:
        self.bestanden.pop(f"{samenwerking}-{jaar}/{naam}", None)


class FakeZegel:
    """A "signature" is a line behind the bytes; a name that begins with "fout" is refused."""

    def prepare(self, pdf: bytes, velden: Sequence[Handtekenveld]) -> Bevroren:
        return Bevroren(pdf + b"\nvelden: " + " ".join(v.naam for v in velden).encode(), 3, (3,))

    def sign(self, pdf: bytes, opdracht: Tekenopdracht) -> Getekend:
        stempel = opdracht.stempel
        if stempel.persoon.startswith("fout"):
            raise InvoerError("Het bestand met het certificaat gaat niet open.")
        if f"\n{opdracht.veld}: ".encode() in pdf:
            raise InvoerError(f"In het veld ‘{opdracht.veld}’ staat al een handtekening.")
        regel = f"\n{opdracht.veld}: {stempel.functie}, {stempel.organisatie}, {stempel.code}"
        wie = stempel.persoon or "Certificaathouder"
        if opdracht.mandaatnaam and not is_zelfde_naam(wie, opdracht.mandaatnaam):
            raise InvoerError(f"Het certificaat van {wie} is niet van {opdracht.mandaatnaam}.")
        certificaat = Certificaat(wie, f"CN={wie}", "CN=Uitgever", "1A", "ab" * 32)
        hoger = opdracht.niveau not in (Tekenniveau.B, Tekenniveau.T)
        return Getekend(
            pdf + regel.encode(),
            Tekenniveau.T if hoger else opdracht.niveau,
            certificaat,
            pendulum.datetime(2025, 12, 12, 9, 30),
            ("Het bewijs zit niet in de PDF (niveau B-T).",) if hoger else (),
        )

    def seal(self, pdf: bytes) -> bytes:
        return pdf + b"\nzegel"

    def sign_detached(self, inhoud: bytes) -> bytes:
        return b"cms " + sha256(inhoud).hexdigest().encode()

    def stamp_digest(self, sha256: str) -> bytes | None:
        return b"token " + sha256.encode()


class FakeBinding:
    """A "signature" is the line of `FakeZegel`; a file that begins with "dienst" is a service's."""

    def check(
        self,
        ontvangen: bytes,
        goedgekeurd: bytes | None,
        manifest: Manifest | None,
        kader: Tekenkader | None = None,
        naam: str = "bestand",
    ) -> Bindingsoordeel:
        code = sha256(ontvangen).hexdigest()
        if goedgekeurd is None or manifest is None:
            return Bindingsoordeel(Route.CERTIFICAAT, code, ())
        if ontvangen.startswith(b"dienst"):
            zegel = Veldoordeel(Handtekenveld("zegel", "", "zegel"), Veldstaat.GELDIG, "De Dienst")
            return Bindingsoordeel(Route.DIENST, code, (), extra=(zegel,))
        eigen = ontvangen.startswith(goedgekeurd)
        fout = Bevinding("V010", Ernst.FOUT, naam, "Het begin is anders.", "Neem de goede.")
        regel = Controleregel(Controle.BEGIN, () if eigen else (fout,))
        velden = tuple(self._veld(ontvangen, veld) for veld in manifest.velden)
        return Bindingsoordeel(Route.CERTIFICAAT, code, (regel,), velden)

    def _veld(self, ontvangen: bytes, veld: Handtekenveld) -> Veldoordeel:
        for regel in ontvangen.decode("latin-1").splitlines():
            naam, _, wie = regel.partition(": ")
            if naam == veld.naam:
                op = pendulum.datetime(2025, 12, 10, 12, tz="Europe/Amsterdam")
                return Veldoordeel(veld, Veldstaat.GELDIG, wie, op, True, "B-T")
        return Veldoordeel(veld, Veldstaat.ONTBREEKT)

    def check_scan(self, scan: bytes, manifest: Manifest, naam: str = "bestand") -> Bindingsoordeel:
        fout = Bevinding("V002", Ernst.BLOKKADE, naam, "Dit is geen PDF.", "Scan als PDF.")
        regel = Controleregel(Controle.BESTAND, () if scan.startswith(b"%PDF") else (fout,))
        return Bindingsoordeel(Route.PAPIER, sha256(scan).hexdigest(), (regel,))

    def check_los(self, inhoud: bytes, handtekening: bytes, naam: str) -> Veldoordeel:
        goed = handtekening == b"cms " + sha256(inhoud).hexdigest().encode()
        staat = Veldstaat.GELDIG if goed else Veldstaat.ONGELDIG
        return Veldoordeel(Handtekenveld(naam, "", "zegel"), staat)

    def check_stempel(self, inhoud: bytes, token: bytes, naam: str) -> Veldoordeel:
        goed = token == b"token " + sha256(inhoud).hexdigest().encode()
        staat = Veldstaat.GELDIG if goed else Veldstaat.ONGELDIG
        return Veldoordeel(Handtekenveld(naam, "", "tijdstempel"), staat)


@dataclass
class Opstelling:
    """All fakes together, with the state that a test looks at."""

    klok: FakeKlok
    bibliotheek: FakeBibliotheek
    store: GeheugenStore = field(default_factory=GeheugenStore)
    bestanden: FakeBestanden = field(default_factory=FakeBestanden)
    postkamer: FakePostkamer = field(default_factory=FakePostkamer)
    uitgifte: FakeUitgifte = field(default_factory=FakeUitgifte)

    @property
    def toolkit(self) -> Toolkit:
        return Toolkit(
            klok=self.klok,
            bibliotheek=self.bibliotheek,
            store=self.store,
            bestanden=self.bestanden,
            formulieren=FakeFormulieren(),
            tekstverwerker=FakeTekstverwerker(),
            pdf=FakePdf(),
            agenda=FakeAgenda(),
            standpagina=FakeStandpagina(),
            tekenaar=FakeTekenaar(),
            themapagina=FakeThemapagina(),
            berichtteksten=FakeBerichtteksten(),
            postkamer=self.postkamer,
            uitgifte=self.uitgifte,
            zegel=FakeZegel(),
            binding=FakeBinding(),
            pakket=ZipPakket(),
        )

    def stand(self) -> dict[str, object]:
        """Return everything that lasts: state, files, mail and documents."""
        return kopieer(
            {
                "dossiers": self.store.dossiers,
                "agendanamen": self.store.agendanamen,
                "leases": self.store.leases,
                "bestanden": self.bestanden.inhoud,
                "post": self.postkamer.bezorgd,
                "stukken": self.uitgifte.bestanden,
            }
        )

    def kopie(self) -> "Opstelling":
        """Return a second world that starts from the state of this one."""
        return replace(
            self,
            klok=replace(self.klok),
            store=kopieer(self.store),
            bestanden=kopieer(self.bestanden),
            postkamer=kopieer(self.postkamer),
            uitgifte=kopieer(self.uitgifte),
        )


def een_toolkit(
    *samenwerkingen: Samenwerking,
    regels: Sequence[TermijnRegel],
    dag: pendulum.Date,
    voorbeelden: Mapping[tuple[str, int], Voorbeeld] | None = None,
) -> Opstelling:
    """Return a world of fakes around these samenwerkingen; `.toolkit` is what services take."""
    return Opstelling(
        FakeKlok(dag),
        FakeBibliotheek(
            {s.code: s for s in samenwerkingen}, tuple(regels), dict(voorbeelden or {})
        ),
    )
