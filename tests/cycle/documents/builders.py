"""A rich, invented jaarschijf: 9 partijen, 6 themas, 23 afspraken, and its letter."""

from dataclasses import replace

from cycle.domain.handtekenveld import make_anker
from cycle.domain.ontvangstview import AntwoordView, OntvangstView, PuntView
from cycle.domain.versieweergave import add_themabeelden
from cycle.domain.view import (
    ActieView,
    AfspraakView,
    BegripView,
    BesluitView,
    BevindingView,
    BriefView,
    CijferView,
    DoelView,
    DossierView,
    EigenView,
    JaarschijfView,
    KaderView,
    MomentView,
    OndertekeningView,
    OpenView,
    PartijView,
    RijView,
    SpecificatieView,
    TabelView,
    ThemaView,
)
from cycle.tekening import BalkTekenaar
from tests.builders import een_regel, een_themabeeld

BEELD = een_themabeeld(
    een_regel(), een_regel(indicator="NETTO", partij="samen", bod=None, realisatie=None)
)
"""The figures that are drawn with the first thema."""
CORPORATIES = ("Domesta", "Woonconcept", "Actium", "Woonservice")
HUURDERS = ("SHDH", "Cascade", "MEVM", "Samen Sterk")
ALLE = ("Gemeente Hoogeveen", *CORPORATIES, *HUURDERS)
THEMAS = {
    "Bouwopgave": (
        "De voorraad sociale huurwoningen groeit met ten minste 320 woningen",
        "Er komen genoeg bouwlocaties voor sociale huur",
        "Meer woningen zijn toegankelijk voor mensen die slecht lopen",
        "We volgen vraag en aanbod en denken vooruit tot na 2027",
        "In de dorpen blijven genoeg sociale huurwoningen",
        "Nieuwbouw past bij het toetsingskader van de woonzorgvisie",
    ),
    "Betaalbaar wonen": (
        "Er blijven genoeg woningen met een lage huur",
        "We voorkomen huurachterstanden en huisuitzettingen",
        "Kwetsbare huurders krijgen extra hulp",
    ),
    "Duurzaamheid": (
        "De gemeente wijst gebieden aan voor een wijkaanpak",
        "Bestaande woningen worden zuiniger",
        "Huurders worden geholpen om energie te besparen",
        "De woonomgeving wordt groener",
        "We stemmen werkzaamheden op elkaar af",
    ),
    "Wonen met zorg": (
        "In alle wijken en dorpen zijn passende woningen",
        "We richten woonzorgzones in",
        "Bij nieuwbouw kijken we naar geclusterd wonen",
        "De hele keten van wonen en zorg werkt samen",
    ),
    "Aandachtsgroepen": (
        "Hoogstens 10% van de vrije woningen gaat naar statushouders",
        "Er komen 17 standplaatsen met huurwagens bij",
        "Aandachtsgroepen wonen verspreid over de wijken",
    ),
    "Leefbaarheid": (
        "We werken in wijken en dorpen samen aan leefbaarheid",
        "Er komt een gezamenlijke aanpak van woonoverlast",
    ),
}
_TEKST = (
    "De corporaties en de gemeente doen dit **samen**. Zij kijken elk jaar opnieuw wat er nodig is "
    "en wat er kan, en leggen dat vast in de jaarschijf:\n\n"
    "- de gemeente zorgt voor plannen die op tijd klaar zijn;\n"
    "- de corporaties bouwen, verbeteren en verhuren;\n"
    "- de huurdersorganisaties denken mee, *ook over de uitvoering*.\n"
)
_KORT = "De partijen spreken dit af voor de hele looptijd. Zij evalueren het elk najaar."
_AMBITIE = (
    "Wij willen dat iedereen in Hoogeveen een passende en betaalbare woning kan vinden. "
    "Daarom werken wij als partijen samen, ieder vanuit de eigen rol.\n\n"
    "We zijn eerlijk over wat wel en niet lukt, en sturen op tijd bij."
)
_CONTEXT = (
    "De vraag naar sociale huurwoningen is groter dan het aanbod. Wie nu zoekt, wacht vaak jaren. "
    "Tegelijk worden inwoners gemiddeld ouder: in 2030 is ruim één op de vijf huishoudens "
    "75 jaar of ouder. Dat vraagt om andere woningen, dicht bij voorzieningen.\n\n"
    "De partijen volgen de cijfers en bespreken die twee keer per jaar."
)


def een_view(eigen: str = "") -> JaarschijfView:
    """Return the common edition, or that of the partij with the name `eigen`."""
    view = JaarschijfView(
        samenwerking="Hoogeveen",
        gemeente="Hoogeveen",
        titel="Meerjarige prestatieafspraken Hoogeveen 2023-2027",
        jaar="2024",
        looptijd="2 oktober 2023 tot en met 31 december 2027",
        versie="0.1",
        status="concept",
        is_concept=True,
        datum="27 oktober 2023",
        code="7f3a-91c2-be04",
        voorbeeld="De biedingen en realisaties in dit document zijn voorbeeldcijfers.",
        inleiding=_inleiding(),
        partijen=_partijen(),
        prioriteiten=("Betaalbaar wonen", "Duurzaamheid", "Bouwopgave"),
        themas=_themas(eigen),
        zonder_bod=tuple(
            OpenView(f"{n}. {titel}", partij, "De vraag over het bod is nog niet beantwoord.")
            for n, titel, partij in (
                (2, THEMAS["Bouwopgave"][1], "Gemeente Hoogeveen"),
                (9, THEMAS["Betaalbaar wonen"][2], "Samen Sterk"),
                (16, THEMAS["Wonen met zorg"][1], "Woonservice"),
            )
        ),
        zonder_afspraak=(
            OpenView("", "Domesta", "Proef met 12 verplaatsbare woningen aan de rand van de wijk"),
            OpenView("", "MEVM", "Bewonersavond over de servicekosten (najaar 2024)"),
        ),
        bevindingen=_bevindingen(),
        kaders=_kaders(),
        dossiers=(
            DossierView(
                "Nij Begun",
                "Er komt mogelijk extra geld voor het isoleren van woningen.",
                "de regeling wordt gepubliceerd",
                "de partijen openen de genoemde afspraken opnieuw en passen de aantallen aan",
                "afspraak 11 en afspraak 12",
            ),
        ),
        specificaties=tuple(
            SpecificatieView(str(n), f"Afspraak {n}", onderwerp, waarde)
            for n, onderwerp, waarde in (
                (1, "Locatie centrum", "24 appartementen, oplevering in het derde kwartaal"),
                (3, "Renovatie met aanpassing", "40 woningen"),
                (11, "Labels E, F en G", "31 woningen in 2024"),
            )
        ),
        momenten=_momenten(),
        besluiten=_besluiten(eigen),
        ondertekening=_ondertekening(),
        is_eigen=bool(eigen),
        eigen=_eigen(eigen),
    )
    return add_themabeelden(view, {BEELD: BalkTekenaar().png(BEELD)})


def een_lege_view() -> JaarschijfView:
    """Return the smallest jaarschijf: one thema, one afspraak, all lists empty."""
    vol = een_view()
    afspraak = replace(
        vol.themas[0].afspraken[3],
        toelichting="",
        termijn="",
        voorwaarden=(),
        begrippen=(),
        doelen=(),
        acties=(),
        cijfers=(),
        open_vragen=(),
        voorbehouden=(),
        dossier="",
    )
    thema = replace(
        vol.themas[0],
        prioriteit="",
        context="",
        ambitie="",
        tabellen=(),
        afspraken=(afspraak,),
        themabeelden=(),
    )
    return replace(
        vol,
        voorbeeld="",
        inleiding="",
        partijen=(),
        prioriteiten=(),
        themas=(thema,),
        zonder_bod=(),
        zonder_afspraak=(),
        bevindingen=(),
        kaders=(),
        dossiers=(),
        specificaties=(),
        momenten=(),
        besluiten=(),
        ondertekening=(),
        tekeningen={},
    )


def een_brief() -> BriefView:
    """Return the letter to Domesta, with more points than fit on one page."""
    eigen = _eigen("Domesta")
    return BriefView(
        samenwerking="Hoogeveen",
        gemeente="Hoogeveen",
        jaar="2024",
        versie="0.1",
        code="7f3a-91c2-be04",
        datum="27 oktober 2023",
        partij="Domesta",
        contact="adviseur prestatieafspraken",
        coordinator="coördinator prestatieafspraken",
        onderwerp="Concept jaarschijf 2024: uw uitgave",
        reageren_voor="vrijdag 10 november 2023",
        bijdragen=eigen.bijdragen,
        open_punten=eigen.open_punten,
        voorbeeld="De biedingen en realisaties in dit document zijn voorbeeldcijfers.",
    )


def een_ontvangst() -> OntvangstView:
    """Return the letter to Domesta about a form with something to mend and to look at."""
    return OntvangstView(
        samenwerking="Hoogeveen",
        gemeente="Hoogeveen",
        jaar="2024",
        datum="3 oktober 2023",
        partij="Domesta",
        contact="adviseur prestatieafspraken",
        coordinator="coördinator prestatieafspraken",
        onderwerp="Uw bieding voor 2024: wat wij hebben gelezen",
        bestand="bieding-2024-domesta.xlsx",
        formulierversie="2",
        uitkomst="Er is 1 ding dat u nog moet verbeteren.",
        dank="Dank u wel. Wij hebben de bieding van Domesta voor 2024 ontvangen.",
        stappen=("Verbeter de gekleurde cellen.",),
        ontbreekt=(PuntView("Afspraak 3, meer groen", "Doet u mee?", "Vul in.", "W313"),),
        ontbreekt_doe="Vul deze cellen in.",
        verbeteren=(
            PuntView("Blad Bieding, cel J5", "'veel' is geen getal.", "Vul 25 in.", "W301"),
        ),
        nakijken=(PuntView("Blad Bieding, cel J6", "U schreef 'ca. 15'.", "Klopt dat?", "W304"),),
        antwoorden=(
            AntwoordView("Afspraak 1, de voorraad groeit", "Ja, u doet mee. Klaar: 2024.", ""),
            AntwoordView("Afspraak 2, genoeg locaties", "Nog geen antwoord.", ""),
        ),
        meegestuurd=("bieding-2024-domesta-nagekeken.xlsx: een kopie van uw formulier.",),
        vervolg=("Verbeter uw formulier.", "U krijgt een concept."),
        voorbeeld="De biedingen in dit document zijn voorbeeldcijfers.",
    )


def _inleiding() -> str:
    return (
        "## Waar dit document over gaat\n\n"
        "De partijen hebben afspraken gemaakt voor de jaren 2023 tot en met 2027. Dit document "
        "zegt wie in 2024 wat doet. Elke bijdrage komt uit een formulier van de partij zelf.\n\n"
        "## Hoe wij samenwerken\n\n"
        "Wij hebben elkaar nodig. Daarom spreken wij het volgende af:\n\n"
        "1. wij zeggen op tijd wat lukt en wat niet;\n"
        "2. wij bespreken de stand van zaken in april en september;\n"
        "3. wij leggen wijzigingen schriftelijk vast.\n\n"
        "De volledige kaders staan in de bijlagen. Meer weten? Kijk op de "
        "[pagina over wonen](https://wonen.hoogeveen.example).\n"
    )


def _partijen() -> tuple[PartijView, ...]:
    gemeente = PartijView(
        "gemeente", ALLE[0], "gemeente", "college, raad", "coördinator prestatieafspraken", False
    )
    corporaties = tuple(
        PartijView(n.lower(), n, "corporatie", "bestuur, RvC", "adviseur prestatieafspraken", False)
        for n in CORPORATIES
    )
    huurders = tuple(
        PartijView(
            n.lower(), n, "huurdersorganisatie", "bestuur, ledenraad", "secretaris", n == "MEVM"
        )
        for n in HUURDERS
    )
    return (gemeente, *corporaties, *huurders)


def _themas(eigen: str) -> tuple[ThemaView, ...]:
    themas, nummer = [], 0
    volgorde = {"Betaalbaar wonen": "1", "Duurzaamheid": "2", "Bouwopgave": "3"}
    for i, (naam, titels) in enumerate(THEMAS.items(), start=1):
        afspraken = []
        for titel in titels:
            nummer += 1
            afspraken.append(_afspraak(nummer, titel, eigen))
        themas.append(
            ThemaView(
                nummer=str(i),
                anker=f"_Thema_{i}",
                naam=naam,
                prioriteit=volgorde.get(naam, ""),
                context=_CONTEXT,
                ambitie=_AMBITIE,
                tabellen=_tabellen() if i == 1 else (),
                afspraken=tuple(afspraken),
            )
        )
    return tuple(themas)


def _afspraak(nummer: int, titel: str, eigen: str) -> AfspraakView:
    vol = nummer % 3 == 1
    wie = ALLE if nummer in (2, 8) else CORPORATIES[: 2 + nummer % 3]
    return AfspraakView(
        nummer=str(nummer),
        id=f"afspraak-{nummer}",
        anker=f"_Afspraak_{nummer:02}",
        titel=titel,
        aard=("prestatie", "inspanning", "proces")[nummer % 3 - 1],
        tekst=_TEKST if vol else _KORT,
        toelichting="Verkoop van woningen wordt gecompenseerd met extra nieuwbouw." if vol else "",
        wie=", ".join(f"{p} ({'trekker' if i == 0 else 'uitvoerder'})" for i, p in enumerate(wie)),
        termijn="uiterlijk 31 december 2027" if vol else "",
        voorwaarden=("Er zijn genoeg bouwlocaties voor sociale huur.",) if nummer == 1 else (),
        begrippen=(
            (BegripView("toegankelijk", "zonder traplopen bereikbaar, of eenvoudig te maken"),)
            if nummer == 3
            else ()
        ),
        doelen=_doelen(eigen) if vol else (),
        acties=tuple(_actie(p, nummer, i, eigen) for i, p in enumerate(wie)),
        cijfers=_cijfers(eigen) if vol else (),
        open_vragen=("Woonservice heeft nog niet gezegd of zij meedoet.",) if nummer == 16 else (),
        voorbehouden=(
            ("Samen Sterk stemt niet in met deze afspraak: het maximum is onvoldoende uitgelegd.",)
            if nummer == 19
            else ()
        ),
        dossier="Nij Begun" if nummer in (11, 12) else "",
        eigen=eigen in wie,
    )


def _actie(partij: str, nummer: int, plaats: int, eigen: str) -> ActieView:
    teksten = (
        "Start met de bouw van appartementen aan de rand van het centrum; oplevering in fasen",
        "Overleg met bewoners en gemeente over de planning",
        "Onderzoek naar geschikte plekken, samen met de dorpsraden en de provincie",
        "Sloop van verouderde woningen en nieuwbouw op dezelfde plek",
    )
    meet = nummer % 3 == 1
    return ActieView(
        anker=f"_Actie_{nummer:02}_{plaats:08X}",
        partij=partij,
        activiteit=teksten[(nummer + plaats) % 4],
        planning=("eerste kwartaal", "hele jaar", "voor 1 juli", "tweede helft 2024")[plaats % 4],
        indicator="Nieuwbouw sociale huur" if meet else "",
        bod=f"{20 + 10 * plaats} woningen" if meet else "",
        bedrag="€ 450.000" if plaats == 0 else "",
        eigen=partij == eigen,
    )


def _doelen(eigen: str) -> tuple[DoelView, ...]:
    return (
        DoelView("Samen", "Netto toevoeging", "ten minste 320 woningen", "2023 t/m 2027", False),
        *(
            DoelView(p, "Netto toevoeging", f"circa {n} woningen", "2023 t/m 2027", p == eigen)
            for p, n in zip(CORPORATIES, (200, 115, 11, -2), strict=True)
        ),
    )


def _cijfers(eigen: str) -> tuple[CijferView, ...]:
    rijen = (
        ("Samen", ">= 320", "12", "308", "77", "70", "-7", "loopt achter"),
        ("Domesta", "ca. 200", "8", "192", "48", "60", "+12", "loopt voor"),
        ("Woonconcept", "ca. 115", "n.b.", "n.b.", "n.b.", "10", "n.b.", "niet te bepalen"),
        ("Actium", "ca. 11", "4", "7", "2", "0", "-2", "loopt achter"),
        ("Woonservice", "<= 1.250", "1.004", "246", "62", "70", "-8", "boven het maximum"),
    )
    return tuple(
        CijferView(partij, "Netto toevoeging (woningen)", *waarden, partij == eigen)
        for partij, *waarden in rijen
    )


def _tabellen() -> tuple[TabelView, ...]:
    return (
        TabelView(
            "Voorraad op 1 januari 2023",
            "woningen",
            (*CORPORATIES, "Totaal"),
            (
                RijView("Sociale huur (DAEB)", ("3.008", "3.281", "230", "76", "6.595"), False),
                RijView("Zorgwoningen en zorgplaatsen", ("389", "149", "16", "0", "554"), False),
                RijView("Woonwagens", ("5", "17", "0", "0", "22"), False),
                RijView("Standplaatsen", ("40", "55", "0", "0", "95"), False),
                RijView("Geliberaliseerd (niet-DAEB)", ("0", "6", "0", "0", "6"), False),
                RijView("Totaal bezit", ("3.442", "3.508", "246", "76", "7.272"), True),
            ),
            "Stand op 1 januari 2023.",
            (),
        ),
        TabelView(
            "Verwachte bouw en sloop 2023 t/m 2027",
            "woningen",
            (*CORPORATIES, "Totaal"),
            (
                RijView("Sloop en verkoop", ("150", "230", "9", "2", "390"), False),
                RijView("Nieuwbouw", ("350", "345", "20", "0", "715"), False),
                RijView("Netto toevoeging", ("+200", "+115", "+11", "-2", "+324"), True),
            ),
            "",
            ("In de rij Sloop en verkoop staat als totaal 390. De som van de delen is 391.",),
        ),
    )


def _bevindingen() -> tuple[BevindingView, ...]:
    return (
        BevindingView(
            "CIJFER-TOTAAL",
            "fout",
            "hoogeveen/thema-1-bouwopgave.md:38",
            "Het totaal van de rij ‘Sloop en verkoop’ is 390, maar de delen tellen op tot 391.",
            "Ga na welk getal klopt en verbeter de tabel.",
        ),
        BevindingView(
            "KADER-VERLOOPT",
            "waarschuwing",
            "hoogeveen/samenwerking.toml:92",
            "De woonzorgvisie loopt af op 31 december 2026, voor het einde van de afspraken.",
            "Spreek af wat er daarna geldt.",
        ),
    )


def _kaders() -> tuple[KaderView, ...]:
    return (
        KaderView("Woningwet", "landelijk", "", "", ""),
        KaderView("Nationale prestatieafspraken", "landelijk", "juni 2022", "", ""),
        KaderView("Regionale woondeal Zuidwest-Drenthe", "regionaal", "", "", ""),
        KaderView(
            "Woonzorgvisie gemeente Hoogeveen 2023-2026",
            "lokaal",
            "1 april 2023",
            "31 december 2026",
            "Eindigt eerder dan de afspraken.",
        ),
        KaderView("Convenant Vroegsignalering", "lokaal", "24 januari 2022", "", ""),
    )


def _momenten() -> tuple[MomentView, ...]:
    rijen = (
        ("dinsdag 12 september 2023", "Startbijeenkomst", "Bijeenkomst van de partijen"),
        ("vrijdag 6 oktober 2023", "Biedingen binnen", "Afspraak van de partijen"),
        ("vrijdag 10 november 2023", "Reacties op het concept", "Afspraak van de partijen"),
        ("donderdag 14 december 2023", "Ondertekening", "Woningwet, artikel 44 lid 2"),
        ("woensdag 17 april 2024", "Tripartiet overleg", "Afspraak van de partijen"),
        ("woensdag 18 september 2024", "Tripartiet overleg", "Afspraak van de partijen"),
    )
    return tuple(MomentView(*rij) for rij in rijen)


def _besluiten(eigen: str) -> tuple[BesluitView, ...]:
    besluiten = []
    for partij in _partijen():
        for orgaan in partij.organen.split(", "):
            besluit, datum, reden = "geheel", "28 november 2023", ""
            if partij.naam == "Samen Sterk" and orgaan == "bestuur":
                besluit = "op onderdelen"
                reden = "Zonder afspraak 19. Het maximum is onvoldoende uitgelegd."
            if orgaan == "ledenraad":
                besluit, datum = "open", ""
            besluiten.append(
                BesluitView(partij.naam, orgaan, besluit, datum, reden, partij.naam == eigen)
            )
    return tuple(besluiten)


def _ondertekening() -> tuple[OndertekeningView, ...]:
    functies = {"gemeente": "wethouder wonen", "corporatie": "directeur-bestuurder"}
    partijen = _partijen()
    return tuple(
        OndertekeningView(
            p.naam, functies.get(p.soort, "voorzitter"), "", make_anker(nr, len(partijen))
        )
        for nr, p in enumerate(partijen, start=1)
    )


def _eigen(partij: str) -> EigenView:
    if not partij:
        return EigenView("", (), (), "")
    return EigenView(
        partij=partij,
        bijdragen=tuple(
            f"Afspraak {n}: {tekst}"
            for n, tekst in (
                (1, "60 woningen nieuwbouw sociale huur, tweede helft 2024 (€ 450.000)"),
                (3, "15 woningen toegankelijk maken bij renovatie"),
                (7, "het aandeel lage huren blijft boven 15%"),
                (10, "een wijkuitvoeringsplan, samen met de gemeente"),
                (11, "140 woningen verduurzamen"),
                (13, "groene tuinen bij 25 woningen"),
                (20, "4 standplaatsen met huurwagen"),
            )
        ),
        open_punten=(
            "Afspraak 16: u hebt de vraag over de woonzorgzones nog niet beantwoord.",
            "Afspraak 22: u noemt een bod, maar nog geen planning.",
        ),
        reageren_voor="vrijdag 10 november 2023",
    )
