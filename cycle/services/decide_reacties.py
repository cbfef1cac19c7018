"""Reacties beslissen: take over, refuse or discuss, with an answer to the partij."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cycle.domain.actieverwerking import partij_van_actie
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.reactie import Opmerking
from cycle.domain.reactietabel import (
    Reactiebesluit,
    Reactiekeuze,
    Reactieregel,
    check_reactiebesluit,
    find_wederhelft,
)
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verwerking import apply_reacties
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.list_reacties import load_reactietabel
from cycle.services.ports import Toolkit

_GEDAAN = {
    Reactiekeuze.OVERNEMEN: "overgenomen",
    Reactiekeuze.AFWIJZEN: "afgewezen",
    Reactiekeuze.BESPREKEN: "op de agenda gezet",
    Reactiekeuze.VERVALLEN: "vervallen",
}


@dataclass(frozen=True, slots=True)
class Reactieoordeel:
    """What the coordinator says of one or more reactions; see `Reactiebesluit`."""

    nummers: tuple[int, ...]
    keuze: Reactiekeuze
    antwoord: str = ""
    is_handmatig: bool = False


def decide_reacties(
    toolkit: Toolkit, samenwerking: str, jaar: int, oordeel: Reactieoordeel
) -> Uitkomst:
    """Keep the same decision on these reactions, all of them or none.

    A change that is taken over is tried at once: it must fit the text as it will be. The
    next draft holds it. Text that was moved is one decision for both its places.

    Raises:
        NietGevonden: there is no reaction with such a number, or no such cyclus.
        BesluitError: an answer is missing, or a change cannot be made.
        FaseError: the text was adopted already.
        StapBezet: somebody else decides on reactions right now.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.lease(samenwerking, jaar, "reacties"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            _check_fase(cyclus)
            tabel = load_reactietabel(tx, cyclus, inhoud)
            biedingen = tx.biedingen(cyclus)
        gekozen = _choose(tabel, oordeel.nummers)
        besluiten = [_besluit(toolkit, regel, oordeel) for regel in gekozen]
        nieuw = [b for b, r in zip(besluiten, gekozen, strict=True) if not _is_zelfde(b, r)]
        if not nieuw:
            return Uitkomst("Dit besluit was al vastgelegd.", gedaan=False)
        _check_past(inhoud, tabel, nieuw, biedingen)
        with toolkit.store.transaction() as tx:
            _check_fase(require_cyclus(tx, samenwerking, jaar))
            for besluit in nieuw:
                tx.add_reactiebesluit(cyclus, besluit)
    return Uitkomst(_melding(gekozen, oordeel) + _van_een_ander(inhoud, gekozen, oordeel))


def _check_fase(cyclus: Cyclus) -> None:
    """Refuse a decision on a text that was adopted."""
    if is_voorbij(cyclus.fase, Fase.ACCORDERING):
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is al vastgesteld. Beslissen over reacties kan niet "
            "meer.",
            advies="Wijzigt er toch iets? Maak dan een aanvulling (addendum).",
        )


def _choose(tabel: Sequence[Reactieregel], nummers: Iterable[int]) -> tuple[Reactieregel, ...]:
    """Return the rows with these numbers, and with half of moved text its other half."""
    bekend = {regel.nummer: regel for regel in tabel}
    gekozen: dict[int, Reactieregel] = {}
    for nummer in nummers:
        if nummer not in bekend:
            raise NietGevonden(
                f"Reactie {nummer} bestaat niet.",
                advies="Bekijk de nummers met: jaarschijf reacties tabel SAMENWERKING JAAR",
            )
        gekozen[nummer] = bekend[nummer]
        wederhelft = find_wederhelft(bekend[nummer], tabel)
        if wederhelft is not None:
            gekozen[wederhelft.nummer] = wederhelft
    return tuple(gekozen.values())


def _besluit(toolkit: Toolkit, regel: Reactieregel, oordeel: Reactieoordeel) -> Reactiebesluit:
    """Return the decision on one row."""
    besluit = Reactiebesluit(
        nummer=regel.nummer,
        keuze=oordeel.keuze,
        op=toolkit.klok.vandaag(),
        antwoord=oordeel.antwoord.strip(),
        is_handmatig=oordeel.is_handmatig,
    )
    check_reactiebesluit(besluit, regel)
    return besluit


def _is_zelfde(besluit: Reactiebesluit, regel: Reactieregel) -> bool:
    """Return whether the last decision on a row says the same, whatever its day."""
    return regel.besluit is not None and replace(besluit, op=regel.besluit.op) == regel.besluit


def _check_past(
    inhoud: Samenwerking,
    tabel: Sequence[Reactieregel],
    nieuw: Sequence[Reactiebesluit],
    biedingen: Sequence[Bieding],
) -> None:
    """Refuse decisions after which a change cannot be made any more."""
    straks = {b.nummer: b for b in nieuw}
    anders = [replace(r, besluit=straks.get(r.nummer, r.besluit)) for r in tabel]
    mislukt = apply_reacties(inhoud, biedingen, anders).mislukt
    eerder = apply_reacties(inhoud, biedingen, tabel).mislukt if mislukt else {}
    opmerkingen = {r.nummer for r in anders if r.wacht_op_iemand}
    past_niet = {
        n: waarom
        for n, waarom in mislukt.items()
        if n not in opmerkingen and (n not in eerder or n in straks)
    }
    if not past_niet:
        return
    eigen = [nummer for nummer in past_niet if nummer in straks]
    nummer = min(eigen or past_niet)
    melding = (
        f"Reactie {nummer} kan niet vanzelf in de tekst: {past_niet[nummer]}."
        if eigen
        else f"Met dit besluit past reactie {nummer} niet meer. Die is al overgenomen."
    )
    ook = [str(ander) for ander in sorted(eigen) if ander != nummer]
    meer = f" Dat geldt ook voor {opsomming(ook)}." if ook else ""
    raise BesluitError(
        f"{melding}{meer} Er is niets vastgelegd.",
        advies=(
            "Pas de tekst of de bieding zelf aan en leg daarna vast dat u dat deed, met --zelf. "
            "Of wijs de reactie af, met een antwoord."
        ),
        plek=_plek(inhoud, next(r for r in tabel if r.nummer == nummer)),
    )


def _plek(inhoud: Samenwerking, regel: Reactieregel) -> str:
    """Return where a reaction belongs: in the content, else in the document."""
    id_ = regel.ingebracht.afspraak_id
    in_inhoud = next((str(a.plek) for a in inhoud.afspraken if a.id == id_), "")
    return in_inhoud or regel.ingebracht.reactie.vindplaats.plek


def _melding(gekozen: Sequence[Reactieregel], oordeel: Reactieoordeel) -> str:
    """Return what was decided, and what is left to do by hand."""
    nummers = opsomming([str(regel.nummer) for regel in gekozen])
    is_zijn = "Reactie {} is" if len(gekozen) == 1 else "Reacties {} zijn"
    zin = f"{is_zijn.format(nummers)} {_GEDAAN[oordeel.keuze]}."
    opmerkingen = [str(r.nummer) for r in gekozen if isinstance(r.ingebracht.reactie, Opmerking)]
    if oordeel.keuze is Reactiekeuze.OVERNEMEN and opmerkingen and not oordeel.is_handmatig:
        zin += (
            f" Een opmerking verandert de tekst niet vanzelf. Pas de tekst zelf aan bij "
            f"{opsomming(opmerkingen)}, en leg dat vast met --zelf."
        )
    return zin


def _van_een_ander(
    inhoud: Samenwerking, gekozen: Sequence[Reactieregel], oordeel: Reactieoordeel
) -> str:
    """Return a warning for each reaction that changes the action of somebody else."""
    if oordeel.keuze is not Reactiekeuze.OVERNEMEN:
        return ""
    zinnen = []
    for regel in gekozen:
        actie = regel.ingebracht.reactie.vindplaats.actie
        eigenaar = partij_van_actie(inhoud, actie) if actie else ""
        if eigenaar and eigenaar != regel.ingebracht.partij:
            van, door = (inhoud.partij(p).naam for p in (eigenaar, regel.ingebracht.partij))
            zinnen.append(
                f" Let op: reactie {regel.nummer} van {door} gaat over een actie van {van}."
            )
    return "".join(zinnen)
