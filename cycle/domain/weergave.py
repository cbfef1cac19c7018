"""Weergave: from a merged jaarschijf to the flat view that documents are made of."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict, replace

from cycle.domain import notatie
from cycle.domain.afspraakweergave import Namen, build_afspraak
from cycle.domain.bevinding import Bevinding
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.jaarschijf import Jaarschijf, ZonderBod
from cycle.domain.kalender import Termijn, hoofdtermijnen
from cycle.domain.partij import ORGAAN_NAAM, Partij
from cycle.domain.plaatswoorden import describe_plaats
from cycle.domain.samenwerking import Jaar, Kader, Samenwerking
from cycle.domain.stem import name_keuze
from cycle.domain.thema import Thema
from cycle.domain.verzoekweergave import build_verzoeken
from cycle.domain.view import (
    BevindingView,
    DossierView,
    EigenView,
    JaarschijfView,
    KaderView,
    MomentView,
    OpenView,
    PartijView,
    RijView,
    SpecificatieView,
    TabelView,
    ThemaView,
)

NIET_GEBONDEN = (
    "versie",
    "status",
    "is_concept",
    "datum",
    "code",
    "bevindingen",
    "momenten",
    "besluiten",
    "ondertekening",
    "is_eigen",
    "eigen",
    "verschil",
    "reacties",
    "tekeningen",
)
"""Fields that say something about a document, not about what was agreed."""

_NIET_GEBONDEN_ERIN = ("eigen", "voorbehouden", "themabeelden")
"""The same, for the rows inside a view; pictures only repeat figures that are bound."""


def content_code(view: JaarschijfView) -> str:
    """Return the code of what was agreed, like ``3F9A-2C1B-77D0``.

    It is the start of the sha256 over every field of the view that partijen agree on. A
    new version with the same content keeps its code, so decisions stay valid; any other
    word or figure changes it. Empty fields do not count: a field that a later release adds
    leaves the codes of earlier versions as they are.
    """
    inhoud = _gebonden(asdict(view))
    tekst = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    cijfers = hashlib.sha256(tekst.encode()).hexdigest()[:12].upper()
    return "-".join((cijfers[:4], cijfers[4:8], cijfers[8:]))


def _gebonden(view: dict[str, object]) -> dict[str, object]:
    """Return the fields that are bound, without what an edition or a decision adds."""
    return _gevuld({n: waarde for n, waarde in view.items() if n not in NIET_GEBONDEN})


def _zonder(waarde: object) -> object:
    """Return a value without the fields, at any depth, that are empty or not bound."""
    if isinstance(waarde, dict):
        return _gevuld({k: w for k, w in waarde.items() if k not in _NIET_GEBONDEN_ERIN})
    return [_zonder(w) for w in waarde] if isinstance(waarde, tuple | list) else waarde


def _gevuld(velden: dict[str, object]) -> dict[str, object]:
    """Return the fields that hold something, cleaned at any depth."""
    return {naam: _zonder(waarde) for naam, waarde in velden.items() if waarde}


def build_view(
    samenwerking: Samenwerking, jaarschijf: Jaarschijf, termijnen: Sequence[Termijn]
) -> JaarschijfView:
    """Return the common edition, without version, date or decisions yet.

    `versieweergave` adds those; `content_code` is computed here and does not depend on them.
    """
    jaar = samenwerking.jaar(jaarschijf.jaar)
    namen = Namen(samenwerking)
    view = JaarschijfView(
        samenwerking=samenwerking.naam,
        gemeente=samenwerking.gemeente,
        titel=samenwerking.titel,
        jaar=str(jaarschijf.jaar),
        looptijd=f"{notatie.datum(samenwerking.van)} t/m {notatie.datum(samenwerking.tot_en_met)}",
        versie="",
        status="",
        is_concept=True,
        datum="",
        code="",
        voorbeeld=samenwerking.voorbeeld,
        inleiding=samenwerking.inleiding,
        partijen=tuple(_partij(p) for p in samenwerking.partijen),
        prioriteiten=tuple(name_keuze(samenwerking, code) for code in jaar.prioriteiten),
        themas=tuple(
            _thema(str(nummer), thema, jaarschijf, jaar, namen)
            for nummer, thema in enumerate(samenwerking.themas, start=1)
        ),
        zonder_bod=tuple(_zonder_bod(v, namen) for v in jaarschijf.zonder_bod),
        zonder_afspraak=tuple(
            OpenView("", namen.partij(v.partij), _voorstel(v.omschrijving, v.bod, v.planning))
            for v in jaarschijf.zonder_afspraak
        ),
        bevindingen=tuple(_bevinding(b, samenwerking) for b in jaarschijf.bevindingen),
        kaders=tuple(_kader(kader, samenwerking) for kader in samenwerking.kaders),
        dossiers=_dossiers(samenwerking),
        specificaties=_specificaties(samenwerking, jaar),
        momenten=_momenten(jaar, termijnen),
        besluiten=(),
        ondertekening=(),
        is_eigen=False,
        eigen=EigenView("", (), (), ""),
        beelden={n: b64encode(b).decode("ascii") for n, b in samenwerking.beelden.items()},
        verzoeken=build_verzoeken(jaarschijf.wederkerigheid, namen),
    )
    return replace(view, code=content_code(view))


def _partij(partij: Partij) -> PartijView:
    return PartijView(
        code=partij.code,
        naam=partij.naam,
        soort=partij.soort.value,
        organen=notatie.opsomming([ORGAAN_NAAM[orgaan] for orgaan in partij.organen]),
        contact=partij.contact,
        voorbeeld=partij.is_voorbeeld,
    )


def _thema(
    nummer: str, thema: Thema, jaarschijf: Jaarschijf, jaar: Jaar, namen: Namen
) -> ThemaView:
    plaats = {code: str(plek) for plek, code in enumerate(jaar.prioriteiten, start=1)}
    return ThemaView(
        nummer=nummer,
        anker=f"_Thema_{int(nummer):02d}",
        naam=thema.naam,
        prioriteit=plaats.get(thema.code, ""),
        context=thema.context,
        ambitie=thema.ambitie,
        tabellen=tuple(_tabel(tabel, jaarschijf.bevindingen) for tabel in thema.tabellen),
        afspraken=tuple(build_afspraak(a, jaarschijf, namen) for a in thema.afspraken),
    )


def _tabel(tabel: Cijfertabel, bevindingen: Sequence[Bevinding]) -> TabelView:
    """Return a printed table, figures as printed, with the remarks that belong to it."""
    plekken = {str(cel.plek) for cel in tabel.cellen.values()}
    return TabelView(
        titel=tabel.titel,
        eenheid=tabel.eenheid,
        kolommen=tabel.kolommen,
        rijen=tuple(
            RijView(
                naam=rij,
                cellen=tuple(tabel.cellen[rij, kolom].tekst for kolom in tabel.kolommen),
                is_totaal=rij == tabel.totaalrij,
            )
            for rij in tabel.rijen
        ),
        noot=tabel.noot,
        bevindingen=tuple(b.melding for b in bevindingen if b.plek in plekken),
    )


def _zonder_bod(vraag: ZonderBod, namen: Namen) -> OpenView:
    indicator = namen.indicator(vraag.indicator)
    return OpenView(
        afspraak=f"Afspraak {vraag.nummer}",
        partij=namen.partij(vraag.partij),
        tekst=f"{indicator.naam}: {vraag.reden}",
    )


def _voorstel(omschrijving: str, bod: str, planning: str) -> str:
    """Return an offer without an afspraak as one sentence."""
    erbij = ", ".join(deel for deel in (bod, planning) if deel)
    return f"{omschrijving} ({erbij})" if erbij else omschrijving


def _bevinding(bevinding: Bevinding, samenwerking: Samenwerking) -> BevindingView:
    return BevindingView(
        code=bevinding.code,
        ernst=bevinding.ernst.value,
        plek=describe_plaats(bevinding.plek, samenwerking),
        melding=bevinding.melding,
        advies=bevinding.advies,
    )


def _kader(kader: Kader, samenwerking: Samenwerking) -> KaderView:
    verloopt = kader.geldig_tot is not None and kader.geldig_tot < samenwerking.tot_en_met
    return KaderView(
        titel=kader.titel,
        niveau=kader.niveau.value,
        datum=notatie.datum(kader.datum) if kader.datum else "",
        geldig_tot=notatie.datum(kader.geldig_tot) if kader.geldig_tot else "",
        opmerking="Loopt eerder af dan deze afspraken." if verloopt else "",
    )


def _dossiers(samenwerking: Samenwerking) -> tuple[DossierView, ...]:
    nummers = {a.id: a.nummer for a in samenwerking.afspraken}
    return tuple(
        DossierView(
            naam=d.naam,
            tekst=d.tekst,
            trigger=d.trigger,
            gevolg=d.gevolg,
            afspraken=notatie.opsomming([str(nummers[a]) for a in d.afspraken]),
            heropend=d.heropend,
        )
        for d in samenwerking.dossiers
    )


def _specificaties(samenwerking: Samenwerking, jaar: Jaar) -> tuple[SpecificatieView, ...]:
    afspraken = {a.id: a for a in samenwerking.afspraken}
    return tuple(
        SpecificatieView(
            nummer=str(afspraken[s.afspraak].nummer),
            afspraak=afspraken[s.afspraak].titel,
            onderwerp=s.onderwerp,
            waarde=s.waarde,
        )
        for s in jaar.specificaties
    )


def _momenten(jaar: Jaar, termijnen: Sequence[Termijn]) -> tuple[MomentView, ...]:
    """Return the main deadlines and the meetings together, in order of date."""
    momenten = [(t.datum, t.melding, t.basis) for t in hoofdtermijnen(termijnen)]
    bezet = {t.code for t in termijnen}
    momenten += [(b.datum, b.naam, "afspraak") for b in jaar.bijeenkomsten if b.code not in bezet]
    return tuple(
        MomentView(notatie.datum_met_dag(dag), naam, basis) for dag, naam, basis in sorted(momenten)
    )
