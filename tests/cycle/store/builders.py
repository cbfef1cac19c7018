"""The smallest valid values to store, with only the point of a test spelled out."""

from dataclasses import dataclass, field
from decimal import Decimal

import pendulum

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.addendum import Addendum
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.bericht import Bericht
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname, ExtraVoorstel
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.fase import Fase
from cycle.domain.heropening import Heropening
from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.mandaat import Mandaat, Mandaatsoort
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Bijeenkomst
from cycle.domain.stem import Stem, Topkeuze
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort
from cycle.domain.wederkerigheid import Verzoek
from cycle.services.opslagport import CyclusStore, Store

DAG = pendulum.date(2023, 9, 12)


@dataclass
class Wijzer:
    """A clock for leases that a test can move."""

    nu: pendulum.DateTime = field(default=pendulum.datetime(2023, 9, 12, 12, 3, tz="UTC"))

    def __call__(self) -> pendulum.DateTime:
        return self.nu


def een_cyclus(samenwerking: str = "hoogeveen", jaar: int = 2024) -> Cyclus:
    return Cyclus(
        samenwerking=samenwerking,
        jaar=jaar,
        fase=Fase.VOORBEREIDING,
        gestart_op=DAG,
        content_hash="ab" * 32,
        voorbeeld=True,
    )


def gestart(store: Store, samenwerking: str = "hoogeveen", jaar: int = 2024) -> Cyclus:
    """Return a cyclus that is in the store."""
    cyclus = een_cyclus(samenwerking, jaar)
    with store.transaction() as tx:
        tx.add(cyclus)
    return cyclus


def een_inzending(partij: str = "domesta", versie: int = 1) -> Inzending:
    return Inzending(
        id=f"{partij}-{versie}",
        partij=partij,
        versie=versie,
        bestandsnaam="bieding.xlsx",
        sha256="0f" * 32,
        ontvangen_op=DAG,
    )


def een_regel(
    regelcode: str = "A01-NETTO", inzending: str = "domesta-1", bod: str = "12"
) -> BiedingRegel:
    return BiedingRegel(
        regelcode=regelcode,
        deelname=Deelname.DEELS,
        bod=Decimal(bod),
        planning="eerste helft",
        bedrag=Decimal("450000.00"),
        toelichting="„onder voorbehoud”",
        plekken={"bod": Plek("bieding.xlsx", blad="Bieding", cel="F7", inzending=inzending)},
        ruw={"bod": " 12 ", "toelichting": "„onder voorbehoud”"},
    )


def een_bieding(inzending: Inzending, *regels: BiedingRegel, voorstel: bool = False) -> Bieding:
    extra = ExtraVoorstel(
        partij=inzending.partij,
        omschrijving="Buurttuin",
        bod="1 tuin",
        planning="mei",
        plek=Plek("bieding.xlsx", blad="Extra", cel="B3", inzending=inzending.id),
    )
    return Bieding(
        inzending=inzending.id,
        samenwerking="hoogeveen",
        jaar=2024,
        partij=inzending.partij,
        regels=regels,
        extra=(extra,) if voorstel else (),
    )


def een_verzoek(*, plek: Plek, **anders: object) -> Verzoek:
    velden = {
        "code": "G0A1B2C",
        "vrager": "domesta",
        "gevraagde": "gemeente-hoogeveen",
        "nummer": 2,
        "inzet": "Een bouwlocatie",
        "planning": "juli 2024",
        "voor": pendulum.date(2024, 7, 31),
        "is_voorwaarde": True,
        "plek": plek,
    }
    return Verzoek(**(velden | anders))


def een_concept(versie: str = "0.1") -> Concept:
    return Concept(versie=versie, code="C0DE", gegevens="1a" * 32, gemaakt_op=DAG)


def een_stuk(versie: str = "0.1", soort: str = "jaarschijf", partij: str = "") -> Stuk:
    return Stuk(soort=soort, partij=partij, versie=versie, naam=f"{soort}.docx", sha256="2b" * 32)


def een_besluit(
    reikwijdte: Reikwijdte = Reikwijdte.GEHEEL, *, code: str = "C0DE", zonder: tuple[int, ...] = ()
) -> Besluit:
    return Besluit(
        partij="domesta",
        orgaan=Orgaan.RVC,
        reikwijdte=reikwijdte,
        op=DAG,
        code=code,
        reden="" if reikwijdte is Reikwijdte.GEHEEL else "te weinig locaties",
        uitgezonderd=zonder,
    )


def een_handtekening(reikwijdte: Reikwijdte = Reikwijdte.GEHEEL) -> Handtekening:
    return Handtekening(
        partij="domesta", functie="directeur-bestuurder", reikwijdte=reikwijdte, op=DAG, code="C0DE"
    )


def een_bericht(sleutel: str = "bieding/domesta/herinnering") -> Bericht:
    return Bericht(
        sleutel=sleutel,
        aan="prestatieafspraken@domesta.example",
        onderwerp="Uw bieding",
        tekst="Wilt u uw bieding insturen?",
        gepland_op=DAG,
    )


def een_uitnodiging(volgnummer: int = 0, tijd: str = "13.30-15.30") -> Uitnodiging:
    bijeenkomst = Bijeenkomst(
        code="kickoff",
        naam="Startbijeenkomst",
        datum=DAG,
        agenda=("Terugblik", "Top 3"),
        tijd=read_kloktijd(tijd),
        plaats="Raadhuis",
    )
    soort = Uitnodigingsoort.UITNODIGING
    return Uitnodiging("kickoff-1", volgnummer, soort, bijeenkomst, DAG)


def een_stem(partij: str = "domesta", *keuzes: str) -> Stem:
    return Stem(partij, keuzes or ("bouwen", "wonen", "zorg"), DAG)


def een_topkeuze(*keuzes: str) -> Topkeuze:
    return Topkeuze(keuzes or ("bouwen",), DAG, "Zo besloten.")


def een_heropening(dossier: str = "herstel") -> Heropening:
    return Heropening(dossier, DAG, "De regeling is er.")


def een_addendum(nummer: int = 1) -> Addendum:
    return Addendum(nummer, "3F9A-2C1B-77D0", "cd" * 32, DAG, "Minder geld.")


def een_aftekenstap(soort: Stapsoort = Stapsoort.SLUITING) -> Aftekenstap:
    return Aftekenstap(soort, "1.0", "C0DE", DAG, door="secretaris", reden="Het is december.")


def een_mandaat(**anders: object) -> Mandaat:
    velden = {
        "partij": "domesta",
        "functie": "directeur-bestuurder",
        "soort": Mandaatsoort.EIGENSTANDIG,
        "van": DAG,
        "tot_en_met": DAG.add(months=3),
        "bewijs": "3c" * 32,
        "op": DAG,
        "naam": "Een Naam",
    }
    return Mandaat(**(velden | anders))


def add_aftekening(tx: CyclusStore, cyclus: Cyclus) -> None:
    """Keep one of everything that belongs to the sign-off."""
    tx.add_aftekenstap(cyclus, een_aftekenstap())
    tx.add_mandaat(cyclus, een_mandaat())


def add_kickoff(tx: CyclusStore, cyclus: Cyclus) -> None:
    """Keep one of everything that belongs to the meetings of a year."""
    tx.add_uitnodiging(cyclus, een_uitnodiging())
    tx.add_stem(cyclus, een_stem())
    tx.add_topkeuze(cyclus, een_topkeuze())
    tx.add_heropening(cyclus, een_heropening())
    tx.add_addendum(cyclus, een_addendum())
    tx.agendanaam(cyclus.samenwerking, "domesta", DAG)
