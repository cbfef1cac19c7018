"""Smallest valid objects of the field; a test spells out only the point it makes.

Every builder takes the fields of its class by name and fills in the rest. The world it
builds is Dorp, with a gemeente, two corporaties and a huurdersorganisatie.
"""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pendulum

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.afspraak import SAMEN, Aard, Afspraak, DoelSoort, Doelwaarde, Rol, Teken
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname, ExtraVoorstel
from cycle.domain.cijfertabel import Cel, Cijfertabel, Verband
from cycle.domain.indicator import Indicator, IndicatorAard, Richting
from cycle.domain.jaarschijf import Activiteit, Jaarschijf, JaarschijfRegel, Oordeel
from cycle.domain.kalender import Soort, Termijn, TermijnRegel
from cycle.domain.licht import Licht, Lichtkeuze
from cycle.domain.meenemer import Meenemer, Meenemersoort
from cycle.domain.parameter import Parameter, ParameterSoort
from cycle.domain.partij import Orgaan, Partij, PartijSoort
from cycle.domain.plek import Plek
from cycle.domain.reactie import (
    Onderdeel,
    Opmerking,
    Reactie,
    Vindplaats,
    Wijziging,
    WijzigingSoort,
)
from cycle.domain.reactietabel import (
    IngebrachteReactie,
    Reactiebesluit,
    Reactiekeuze,
    Reactieregel,
)
from cycle.domain.regelprofiel import Geschilsoort, Regelprofiel
from cycle.domain.samenwerking import Dossier, Jaar, Kader, Niveau, Realisatie, Samenwerking
from cycle.domain.thema import Thema
from cycle.domain.themabeeld import Themabeeld, build_themabeelden
from cycle.domain.toets import Standmelding, Standregel, Toetsmoment, Voortgang
from cycle.domain.view import JaarschijfView
from cycle.domain.weergave import build_view
from cycle.library import MapBibliotheek

ROOT = Path(__file__).resolve().parent.parent
JAAR = 2026
"""The jaarschijf that the builders are about."""


def echte_bibliotheek() -> MapBibliotheek:
    """Return the reader of the content that the product ships."""
    return MapBibliotheek(ROOT / "content", ROOT / "templates" / "samenwerking")


def een_plek(regel: int = 1) -> Plek:
    """Return a line in a content file."""
    return Plek("dorp/thema-1.md", regel=regel)


def een_cel(cel: str = "F7", inzending: str = "inzending-1") -> Plek:
    """Return a cell in a submitted workbook."""
    return Plek("bieding.xlsx", blad="Bieding", cel=cel, inzending=inzending)


def een_indicator(code: str = "NB_DAEB", **anders: object) -> Indicator:
    """Return an indicator; counted per year and more is better unless said otherwise."""
    indicator = Indicator(code, f"Naam van {code}", "woningen", IndicatorAard.STROOM, Richting.MIN)
    return replace(indicator, **anders)


INDICATOREN = {
    indicator.code: indicator
    for indicator in (
        een_indicator("NB_DAEB", naam="Nieuwe sociale huurwoningen"),
        een_indicator("NETTO", naam="Netto toevoeging"),
        een_indicator("VRDZ_N", naam="Verduurzaamde woningen"),
        een_indicator("SLVK", naam="Sloop en verkoop", richting=Richting.MAX),
        een_indicator("VRD_DAEB", naam="Voorraad", aard=IndicatorAard.STAND),
        een_indicator("KK_P", naam="Goedkoop", eenheid="%", aard=IndicatorAard.AANDEEL),
        een_indicator(
            "STAT_P",
            naam="Voor statushouders",
            eenheid="%",
            aard=IndicatorAard.AANDEEL,
            richting=Richting.MAX,
        ),
        een_indicator("OVERLEG", naam="Overleg", eenheid="", aard=IndicatorAard.PROCES),
    )
}
"""The catalogue of Dorp: every aard and both directions."""


def een_partij(code: str = "domesta", **anders: object) -> Partij:
    """Return a corporatie with a bestuur and an RvC."""
    partij = Partij(
        code=code,
        naam=code.capitalize(),
        soort=PartijSoort.CORPORATIE,
        organen=(Orgaan.BESTUUR, Orgaan.RVC),
        contact="adviseur",
        mail=f"afspraken@{code}.example",
        ondertekenaars=("directeur-bestuurder",),
    )
    return replace(partij, **anders)


PARTIJEN = (
    een_partij(
        "gemeente",
        naam="Gemeente Dorp",
        soort=PartijSoort.GEMEENTE,
        organen=(Orgaan.COLLEGE,),
        ondertekenaars=("wethouder",),
    ),
    een_partij("domesta"),
    een_partij("woonservice"),
    een_partij(
        "huurders",
        naam="Huurders Dorp",
        soort=PartijSoort.HUURDERSORGANISATIE,
        organen=(Orgaan.BESTUUR,),
        ondertekenaars=("voorzitter",),
    ),
)


def een_parameter(jaar: int = JAAR, bedrag: str = "879,66", **anders: object) -> Parameter:
    """Return the liberalisatiegrens of one year."""
    waarde = Decimal(bedrag.replace(",", "."))
    soort = ParameterSoort.LIBERALISATIEGRENS
    return replace(Parameter(soort, jaar, waarde, "Besluit", een_plek(jaar)), **anders)


def een_regelprofiel(*regels: TermijnRegel, **anders: object) -> Regelprofiel:
    """Return the profile of the present law, with these rules."""
    profiel = Regelprofiel(
        code="woningwet2015",
        naam="Woningwet 2015",
        bron="Woningwet",
        onzeker="",
        grondslag="woonvisie",
        grondslag_orgaan=Orgaan.RAAD,
        geschil_over=(Geschilsoort.TOTSTANDKOMING,),
        regels=regels,
        plek=Plek("regelprofielen/woningwet2015.toml", 1),
        geldig_van=pendulum.date(2015, 7, 1),
    )
    return replace(profiel, **anders)


def een_doel(indicator: str = "NB_DAEB", waarde: str = "100", **anders: object) -> Doelwaarde:
    """Return an agreed target of Domesta for 2023 t/m 2027: at least `waarde`."""
    doel = Doelwaarde(
        indicator=indicator,
        partij="domesta",
        teken=Teken.MINSTENS,
        waarde=Decimal(waarde),
        van=2023,
        tot_en_met=2027,
        soort=DoelSoort.NORM,
        plek=een_plek(10),
    )
    return replace(doel, **anders)


def een_afspraak(nummer: int = 1, *doelen: Doelwaarde, **anders: object) -> Afspraak:
    """Return an afspraak that Domesta carries out, with these targets."""
    afspraak = Afspraak(
        id=f"afspraak-{nummer}",
        nummer=nummer,
        titel=f"Titel {nummer}",
        tekst=f"Tekst {nummer}.",
        toelichting="",
        aard=Aard.PRESTATIE,
        inzet={"domesta": Rol.UITVOERDER},
        doelen=doelen,
        plek=een_plek(nummer),
    )
    return replace(afspraak, **anders)


def een_tabel(
    rijen: dict[str, str], kolommen: str = "a b Totaal", verbanden: tuple[Verband, ...] = ()
) -> Cijfertabel:
    """Return a table from rows like ``{"A": "1 2 3%"}``; "n.b." is an unknown cell.

    A column or row called "Totaal" holds the totals. The cell in row r and column k
    stands on line 10 * r + k of its file, both counted from 1.
    """
    namen = tuple(kolommen.split())
    cellen = {
        (rij, kolom): Cel(
            None if tekst == "n.b." else Decimal(tekst.removesuffix("%")),
            tekst,
            een_plek(10 * r + k),
        )
        for r, (rij, regel) in enumerate(rijen.items(), start=1)
        for k, (kolom, tekst) in enumerate(zip(namen, regel.split(), strict=True), start=1)
    }
    return Cijfertabel(
        code="tabel",
        titel="Tabel",
        eenheid="woningen",
        rijen=tuple(rijen),
        kolommen=namen,
        cellen=cellen,
        totaalkolom="Totaal" if "Totaal" in namen else "",
        totaalrij="Totaal" if "Totaal" in rijen else "",
        verbanden=verbanden,
        plek=een_plek(1),
    )


def een_thema(*afspraken: Afspraak, **anders: object) -> Thema:
    """Return the thema Bouwen with these afspraken."""
    return replace(Thema("bouwen", "Bouwen", "Context.", "Ambitie.", afspraken), **anders)


def een_kader(geldig_tot: pendulum.Date | None, titel: str = "Woonvisie") -> Kader:
    """Return a local framework that is valid up to and including `geldig_tot`."""
    return Kader(titel, Niveau.LOKAAL, een_plek(20), geldig_tot=geldig_tot)


def een_dossier(code: str = "herstel", *afspraken: str) -> Dossier:
    """Return a conditional matter that re-opens these afspraken."""
    return Dossier(code, "Herstel", "Tekst.", "Als het geld komt.", "Dan.", afspraken, een_plek(30))


def een_realisatie(
    waarde: str | None, jaar: int = 2025, partij: str = "domesta", indicator: str = "NB_DAEB"
) -> Realisatie:
    """Return a reported result; `waarde` None is "n.b."."""
    bekend = None if waarde is None else Decimal(waarde)
    return Realisatie(indicator, partij, jaar, bekend, "opgave", een_plek(jaar - 1900))


def een_jaar(jaar: int = JAAR, **anders: object) -> Jaar:
    """Return a year in which nothing was chosen yet."""
    return replace(Jaar(jaar=jaar, prioriteiten=(), bijeenkomsten=()), **anders)


def een_samenwerking(*afspraken: Afspraak, **anders: object) -> Samenwerking:
    """Return Dorp, 2023 t/m 2027, with these afspraken in one thema."""
    samenwerking = Samenwerking(
        code="dorp",
        naam="Dorp",
        gemeente="Dorp",
        titel="Prestatieafspraken Dorp 2023-2027",
        inleiding="Inleiding.",
        van=pendulum.date(2023, 1, 1),
        tot_en_met=pendulum.date(2027, 12, 31),
        peildatum=None,
        partijen=PARTIJEN,
        themas=(een_thema(*afspraken),),
        indicatoren=INDICATOREN,
        kaders=(),
        dossiers=(),
        jaren={},
        realisaties=(),
        content_hash="0" * 64,
    )
    return replace(samenwerking, **anders)


def een_antwoord(
    regelcode: str = "A01-NB_DAEB", bod: str | None = None, **anders: object
) -> BiedingRegel:
    """Return an answered row: ja, with this offer; every filled field has its cell."""
    antwoord = BiedingRegel(
        regelcode=regelcode,
        deelname=Deelname.JA,
        bod=None if bod is None else Decimal(bod),
        planning="",
        bedrag=None,
        toelichting="",
    )
    antwoord = replace(antwoord, **anders)
    kolommen = {"deelname": "E", "bod": "F", "planning": "G", "bedrag": "H", "toelichting": "I"}
    gevuld = {v: k for v, k in kolommen.items() if getattr(antwoord, v) not in (None, "")}
    return replace(
        antwoord,
        plekken={veld: een_cel(f"{kolom}7") for veld, kolom in gevuld.items()},
        ruw={veld: str(getattr(antwoord, veld)) for veld in gevuld},
    )


def een_bieding(*antwoorden: BiedingRegel, **anders: object) -> Bieding:
    """Return the bieding of Domesta with these answers."""
    return replace(Bieding("inzending-1", "dorp", JAAR, "domesta", antwoorden), **anders)


def een_voorstel(omschrijving: str = "Een buurtkamer", **anders: object) -> ExtraVoorstel:
    """Return an offer of Domesta that hangs on no afspraak."""
    return replace(ExtraVoorstel("domesta", omschrijving, "", "", een_cel("B2")), **anders)


def een_regel(**anders: object) -> JaarschijfRegel:
    """Return a figure line of Domesta for afspraak 1 that is on course."""
    regel = JaarschijfRegel(
        afspraak_id="afspraak-1",
        nummer=1,
        indicator="NB_DAEB",
        partij="domesta",
        teken=Teken.MINSTENS,
        doel=Decimal(100),
        realisatie=Decimal(40),
        rest=Decimal(60),
        nodig=Decimal(30),
        bod=Decimal(30),
        verschil=Decimal(0),
        oordeel=Oordeel.OP_KOERS,
    )
    return replace(regel, **anders)


def een_activiteit(**anders: object) -> Activiteit:
    """Return an action of Domesta for afspraak 1."""
    activiteit = Activiteit(
        afspraak_id="afspraak-1",
        nummer=1,
        partij="domesta",
        regelcode="A01-NB_DAEB",
        indicator="NB_DAEB",
        tekst="Wij bouwen.",
        planning="",
        bod=None,
        bedrag=None,
    )
    return replace(activiteit, **anders)


def een_jaarschijf(**anders: object) -> Jaarschijf:
    """Return the jaarschijf of Dorp without any line."""
    return replace(Jaarschijf("dorp", JAAR, (), (), (), (), ()), **anders)


DOELEN_VAN_DORP = (
    een_doel("NB_DAEB"),
    een_doel("NETTO", "320", partij=SAMEN),
    een_doel("SLVK", "40", teken=Teken.HOOGSTENS),
    een_doel("VRDZ_N", "700", tot_en_met=None),
    een_doel("VRD_DAEB", "3008"),
    een_doel("KK_P", "15"),
    een_doel("STAT_P", "10", teken=Teken.HOOGSTENS),
)
"""A doel of Domesta for every kind of indicator, and one of all together."""


def een_themabeeld(*regels: JaarschijfRegel) -> Themabeeld:
    """Return the picture of the thema Bouwen with these figure lines, by default one."""
    afspraak = een_afspraak(1, *DOELEN_VAN_DORP)
    jaarschijf = een_jaarschijf(regels=regels or (een_regel(),))
    (beeld,) = build_themabeelden(een_samenwerking(afspraak), jaarschijf)
    return beeld


def een_bevinding(**anders: object) -> Bevinding:
    """Return a warning on line 1."""
    bevinding = Bevinding("C401", Ernst.WAARSCHUWING, str(een_plek()), "Melding.", "Advies.")
    return replace(bevinding, **anders)


def een_termijn(code: str, datum: pendulum.Date, **anders: object) -> Termijn:
    """Return a deadline by agreement, on the day itself."""
    termijn = Termijn(code, "concept", datum, datum, "planning", f"Termijn {code}", Soort.UITERLIJK)
    return replace(termijn, **anders)


def een_besluit(**anders: object) -> Besluit:
    """Return the decision of the bestuur of Domesta: whole, on content ``CODE``."""
    besluit = Besluit(
        "domesta", Orgaan.BESTUUR, Reikwijdte.GEHEEL, pendulum.date(2025, 12, 1), "CODE"
    )
    return replace(besluit, **anders)


def een_handtekening(**anders: object) -> Handtekening:
    """Return the signature of Domesta: whole, on content ``CODE``."""
    handtekening = Handtekening(
        "domesta",
        "directeur-bestuurder",
        Reikwijdte.GEHEEL,
        pendulum.date(2025, 12, 12),
        "CODE",
    )
    return replace(handtekening, **anders)


def een_view(
    samenwerking: Samenwerking | None = None, jaarschijf: Jaarschijf | None = None
) -> JaarschijfView:
    """Return the common edition, by default of Dorp with one afspraak and nothing else."""
    return build_view(
        samenwerking or een_samenwerking(een_afspraak()), jaarschijf or een_jaarschijf(), ()
    )


def een_wijziging(alinea: str, oud: str, nieuw: str, **anders: object) -> Wijziging:
    """Return words that a reader changed in the first paragraph where they stand."""
    soort = WijzigingSoort.VERVANGEN if oud and nieuw else WijzigingSoort.TOEGEVOEGD
    wijziging = Wijziging(
        soort=soort if nieuw else WijzigingSoort.VERWIJDERD,
        onderdeel=Onderdeel.TEKST,
        vindplaats=een_vindplaats(),
        auteur="lezer",
        op=pendulum.date(2025, 11, 5),
        oud=oud,
        nieuw=nieuw,
        alinea=alinea,
        begin=alinea.find(oud) if oud else len(alinea),
    )
    return replace(wijziging, **anders)


def een_vindplaats(afspraak: int | None = 1, actie: str = "") -> Vindplaats:
    """Return a place in an afspraak, or in the row of an action."""
    return Vindplaats(afspraak, actie, f"Afspraak {afspraak}" if afspraak else "Inleiding")


def een_opmerking(tekst: str = "Kan dit korter?", **anders: object) -> Opmerking:
    """Return a comment in the margin of afspraak 1."""
    opmerking = Opmerking(een_vindplaats(), "lezer", pendulum.date(2025, 11, 5), tekst, "Tekst 1.")
    return replace(opmerking, **anders)


def een_ingebrachte(reactie: Reactie, nummer: int = 1, **anders: object) -> IngebrachteReactie:
    """Return a reaction of Domesta on version 0.1, as it is kept."""
    afspraak = reactie.vindplaats.afspraak
    ingebracht = IngebrachteReactie(
        nummer=nummer,
        kenmerk=f"kenmerk-{nummer}",
        partij="domesta",
        versie="0.1",
        afspraak_id=f"afspraak-{afspraak}" if afspraak else "",
        reactie=reactie,
        bestandsnaam="terug.docx",
        sha256="3c" * 32,
        ontvangen_op=pendulum.date(2025, 11, 6),
    )
    return replace(ingebracht, **anders)


def een_reactieregel(
    reactie: Reactie,
    nummer: int = 1,
    keuze: Reactiekeuze | None = Reactiekeuze.OVERNEMEN,
    **anders: object,
) -> Reactieregel:
    """Return a row of the reactietabel, taken over unless said otherwise."""
    dag = pendulum.date(2025, 11, 7)
    return Reactieregel(
        een_ingebrachte(reactie, nummer, **anders),
        Reactiebesluit(nummer, keuze, dag) if keuze else None,
    )


def een_standregel(
    regelcode: str = "A01-NB_DAEB", cijfer: str | None = None, **anders: object
) -> Standregel:
    """Return an answered row of a check: it is under way; every filled field has its cell."""
    regel = Standregel(regelcode, Voortgang.LOOPT, None if cijfer is None else Decimal(cijfer))
    regel = replace(regel, **anders)
    kolommen = {"voortgang": "J", "cijfer": "K", "toelichting": "L"}
    gevuld = {v: k for v, k in kolommen.items() if getattr(regel, v) not in (None, "")}
    return replace(
        regel,
        plekken={
            veld: Plek("stand.xlsx", blad="Stand", cel=f"{kolom}5", inzending="domesta-1")
            for veld, kolom in gevuld.items()
        },
    )


def een_standmelding(*regels: Standregel, **anders: object) -> Standmelding:
    """Return what Domesta reports in April with these rows, by default one."""
    melding = Standmelding(
        "domesta-1", "dorp", JAAR, Toetsmoment.APRIL, "domesta", regels or (een_standregel(),)
    )
    return replace(melding, **anders)


def een_lichtkeuze(**anders: object) -> Lichtkeuze:
    """Return that the coordinator puts the first afspraak of Domesta on "op koers" in April."""
    keuze = Lichtkeuze(
        moment=Toetsmoment.APRIL,
        partij="domesta",
        regelcode="A01-NB_DAEB",
        licht=Licht.OP_KOERS,
        reden="De oplevering is een week later.",
        op=pendulum.date(JAAR, 4, 10),
    )
    return replace(keuze, **anders)


def een_meenemer(**anders: object) -> Meenemer:
    """Return that the first afspraak of Domesta deviates."""
    punt = Meenemer(
        soort=Meenemersoort.AFWIJKING,
        jaar=JAAR,
        partij="domesta",
        afspraak_id="afspraak-1",
        nummer=1,
        onderwerp="Titel 1",
        tekst="wijkt af: 3 van 20 woningen",
        plek=Plek("stand.xlsx", blad="Stand", cel="K5", inzending="domesta-1"),
    )
    return replace(punt, **anders)
