"""A small samenwerking with everything the use cases look at, and a year to play in it."""

from collections.abc import Sequence
from dataclasses import replace

import pendulum

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte
from cycle.domain.afspraak import SAMEN, Rol, Teken
from cycle.domain.fase import VOLGORDE, Fase, FaseOvergang
from cycle.domain.kalender import Schuif, Soort, TermijnRegel
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.reactietabel import Reactiekeuze
from cycle.domain.samenwerking import Bijeenkomst, Jaar, Samenwerking, Specificatie
from cycle.domain.voorbeeld import (
    Antwoord,
    Antwoorden,
    ExtraAntwoord,
    Voorbeeld,
    VoorbeeldBesluit,
    VoorbeeldReactie,
)
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.receive_bieding import Ontvangst, receive_bieding
from cycle.services.start_cyclus import start_cyclus
from tests import builders
from tests.builders import een_afspraak, een_doel, een_plek, een_realisatie, een_tabel
from tests.fakes import FakeFormulieren, Opstelling, een_toolkit

CODE, JAAR = "dorp", builders.JAAR
BEGIN = pendulum.date(2025, 8, 25)
PARTIJEN = tuple(p for p in builders.PARTIJEN if p.code != "woonservice")
PARTIJCODES = tuple(p.code for p in PARTIJEN)


def een_dorp() -> Samenwerking:
    """Return three partijen and three afspraken: a shared number, an own ceiling, no number."""
    bouwen = een_afspraak(
        1,
        een_doel("NETTO", "320", partij=SAMEN, plek=een_plek(11)),
        een_doel("NETTO", "200", plek=een_plek(12)),
        inzet={"domesta": Rol.TREKKER, "gemeente": Rol.UITVOERDER, "huurders": Rol.GEINFORMEERD},
    )
    sloop = een_afspraak(2, een_doel("SLVK", "40", teken=Teken.HOOGSTENS, plek=een_plek(21)))
    overleg = een_afspraak(3, inzet=dict.fromkeys(PARTIJCODES, Rol.MEEWERKEND))
    tabel = een_tabel({"Nieuwbouw": "350 20 370"})
    return builders.een_samenwerking(
        partijen=PARTIJEN,
        themas=(builders.een_thema(bouwen, sloop, overleg, tabellen=(tabel,)),),
        jaren={JAAR: een_jaar()},
        realisaties=tuple(
            een_realisatie("20", jaar, indicator="NETTO") for jaar in range(2023, JAAR)
        ),
        voorbeeld="Dit zijn voorbeeldcijfers.",
    )


def een_jaar() -> Jaar:
    return Jaar(
        jaar=JAAR,
        prioriteiten=("bouwen",),
        bijeenkomsten=(Bijeenkomst("kickoff", "Startbijeenkomst", pendulum.date(2025, 9, 12)),),
        specificaties=(
            Specificatie("afspraak-3", "overleg", "4 keer", Plek("dorp/specificaties.md", 9)),
        ),
        vergaderdata={("domesta", "rvc"): pendulum.date(2025, 11, 25)},
    )


def een_termijn(code: str, maand: int, dag: int, jaar: int = 0) -> TermijnRegel:
    return TermijnRegel(
        code=code,
        fase="",
        melding=f"Termijn {code}.",
        basis="afspraak",
        soort=Soort.UITERLIJK,
        schuif=Schuif.VORIGE_WERKDAG,
        jaar=jaar,
        maand=maand,
        dag=dag,
    )


TERMIJNEN = (
    een_termijn("kickoff", 9, 15),
    een_termijn("formulieren_uit", 9, 18),
    een_termijn("biedingen_in", 10, 9),
    een_termijn("concept", 10, 27),
    een_termijn("stukken", 11, 10),
    een_termijn("accordering", 12, 1),
    een_termijn("ondertekening", 12, 14),
    een_termijn("levering", 12, 14),
    replace(een_termijn("uitvoering", 1, 1, 1), schuif=Schuif.NIET),
    een_termijn("toets_april", 3, 20, 1),
    een_termijn("toets_april_in", 4, 8, 1),
    een_termijn("tripartiet_april", 4, 18, 1),
    een_termijn("toets_september", 8, 20, 1),
    een_termijn("toets_september_in", 9, 8, 1),
    een_termijn("tripartiet_september", 9, 19, 1),
    een_termijn("verslag", 7, 1, 2),
)

ANTWOORDEN = {
    "gemeente": Antwoorden(
        "gemeente",
        (Antwoord("A01-NETTO", "nee", "", "", "", ""), Antwoord("A03-INZET", "ja", "", "", "", "")),
    ),
    "domesta": Antwoorden(
        "domesta",
        (
            Antwoord("A01-NETTO", "ja", "50", "heel 2026", "450000", "Wij bouwen aan de Beek."),
            Antwoord("A02-SLVK", "ja", "8", "", "", ""),
            Antwoord("A03-INZET", "deels", "", "mei", "1500", "Een avond."),
        ),
        (ExtraAntwoord("Buurttuin", "1 tuin", "mei"),),
    ),
    "huurders": Antwoorden("huurders", (Antwoord("A03-INZET", "ja", "", "", "", "Wij helpen."),)),
}

BESLUITEN = (
    ("gemeente", Orgaan.COLLEGE, Reikwijdte.GEHEEL, "", ()),
    ("domesta", Orgaan.BESTUUR, Reikwijdte.GEHEEL, "", ()),
    ("domesta", Orgaan.RVC, Reikwijdte.GEHEEL, "", ()),
    ("huurders", Orgaan.BESTUUR, Reikwijdte.OP_ONDERDELEN, "te veel sloop", (2,)),
)


REACTIES = (
    VoorbeeldReactie("domesta", 1, "Tekst", "Zin", Reactiekeuze.OVERNEMEN, ""),
    VoorbeeldReactie("huurders", 3, "Tekst", "Woord", Reactiekeuze.AFWIJZEN, "Dat blijft zo."),
)


def een_voorbeeld() -> Voorbeeld:
    dag = pendulum.date(2025, 11, 24)
    return Voorbeeld(
        antwoorden=ANTWOORDEN,
        besluiten=tuple(
            VoorbeeldBesluit(partij, orgaan, reikwijdte, dag, reden, zonder)
            for partij, orgaan, reikwijdte, reden, zonder in BESLUITEN
        ),
        reacties=REACTIES,
    )


def een_opstelling(*samenwerkingen: Samenwerking, dag: pendulum.Date = BEGIN) -> Opstelling:
    """Return the fakes around "dorp", or around these samenwerkingen."""
    alle = samenwerkingen or (een_dorp(),)
    return een_toolkit(
        *alle,
        regels=TERMIJNEN,
        dag=dag,
        voorbeelden={(s.code, JAAR): een_voorbeeld() for s in alle},
    )


def in_fase(fase: Fase, *, biedingen: Sequence[str] = PARTIJCODES) -> Opstelling:
    """Return a cyclus in `fase`, with a concept when that fase has one.

    `biedingen` names the partijen that handed in their form.
    """
    opstelling = een_opstelling()
    start_cyclus(opstelling.toolkit, CODE, JAAR, voorbeeld=True)
    stand = VOLGORDE.index(fase)
    if stand >= VOLGORDE.index(Fase.BIEDINGEN):
        ga_naar(opstelling, Fase.BIEDINGEN)
        for partij in biedingen:
            stuur_bieding(opstelling, partij)
    if stand >= VOLGORDE.index(Fase.OVERLEG):
        ga_naar(opstelling, Fase.CONCEPT)
        compose_concept(opstelling.toolkit, CODE, JAAR)
    if stand >= VOLGORDE.index(Fase.VASTGESTELD):
        ga_naar(opstelling, Fase.ACCORDERING)
        adopt_jaarschijf(opstelling.toolkit, CODE, JAAR, reden="Zonder besluiten.")
    ga_naar(opstelling, fase)
    return opstelling


def ga_naar(opstelling: Opstelling, fase: Fase) -> None:
    """Put the cyclus in `fase` without a use case."""
    with opstelling.store.transaction() as tx:
        tx.move(require_cyclus(tx, CODE, JAAR), FaseOvergang(fase, opstelling.klok.dag))


def een_werkmap(
    partij: str = "domesta",
    antwoorden: Antwoorden | None = None,
    jaar: int = JAAR,
    samenwerking: str = CODE,
) -> bytes:
    """Return the filled form of one partij."""
    leeg = f'{{"samenwerking": "{samenwerking}", "jaar": {jaar}, "partij": "{partij}"}}'.encode()
    return FakeFormulieren().fill(leeg, antwoorden or ANTWOORDEN[partij])


def stuur_bieding(
    opstelling: Opstelling, partij: str, antwoorden: Antwoorden | None = None
) -> Ontvangst:
    inhoud = een_werkmap(partij, antwoorden)
    return receive_bieding(opstelling.toolkit, CODE, JAAR, inhoud, f"{partij}.xlsx")


def een_correctie() -> Antwoorden:
    """Return the answers of Domesta with a higher offer."""
    eerste, *rest = ANTWOORDEN["domesta"].regels
    return replace(ANTWOORDEN["domesta"], regels=(replace(eerste, bod="60"), *rest))


def geldende_code(opstelling: Opstelling) -> str:
    with opstelling.store.transaction() as tx:
        return require_concept(tx, require_cyclus(tx, CODE, JAAR)).code


def een_besluit(
    opstelling: Opstelling,
    partij: str = "domesta",
    orgaan: Orgaan = Orgaan.RVC,
    reikwijdte: Reikwijdte = Reikwijdte.GEHEEL,
) -> Besluit:
    """Return a decision on the content that now counts."""
    return Besluit(
        partij=partij,
        orgaan=orgaan,
        reikwijdte=reikwijdte,
        op=opstelling.klok.dag,
        code=geldende_code(opstelling),
        reden="" if reikwijdte is Reikwijdte.GEHEEL else "te weinig locaties",
        uitgezonderd=(1,) if reikwijdte is Reikwijdte.OP_ONDERDELEN else (),
    )


def alle_besluiten(opstelling: Opstelling) -> tuple[Besluit, ...]:
    """Return a decision of every orgaan on the content that now counts."""
    code = geldende_code(opstelling)
    return tuple(
        Besluit(partij, orgaan, reikwijdte, opstelling.klok.dag, code, reden, zonder)
        for partij, orgaan, reikwijdte, reden, zonder in BESLUITEN
    )


def een_handtekening(
    opstelling: Opstelling,
    partij: str = "domesta",
    functie: str = "directeur-bestuurder",
    reikwijdte: Reikwijdte = Reikwijdte.GEHEEL,
) -> Handtekening:
    return Handtekening(
        partij=partij,
        functie=functie,
        reikwijdte=reikwijdte,
        op=opstelling.klok.dag,
        code=geldende_code(opstelling),
        reden="" if reikwijdte is Reikwijdte.GEHEEL else "eerst overleg",
    )
