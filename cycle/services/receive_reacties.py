"""Reacties ontvangen: a draft that came back becomes rows of the reactietabel."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.errors import FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.reactie import Reactie, Teruggekomen
from cycle.domain.reactietabel import IngebrachteReactie, reactie_kenmerken
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_concept, require_cyclus
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.read_reacties import find_document, read_reacties

_GEREAGEERD: Final = "reactie/"
"""Opens the kind of the fact that a draft came back; the code of the partij follows."""


@dataclass(frozen=True, slots=True)
class Afzender:
    """What is said beside the file; what is empty is taken from the file itself.

    `samenwerking` and `jaar` are needed for a file that does not say what it belongs to,
    `partij` for a common edition.
    """

    partij: str = ""
    samenwerking: str = ""
    jaar: int = 0


@dataclass(frozen=True, slots=True)
class Reactieontvangst:
    """The receipt: whose reactions on which version, which are new, and what is read.

    `geldend` is the version that counts now; it differs from `versie` when somebody
    reacted on an older draft.
    """

    samenwerking: str
    jaar: int
    partij: str
    versie: str
    geldend: str
    nieuw: tuple[IngebrachteReactie, ...]
    bekend: int


def receive_reacties(
    toolkit: Toolkit, inhoud: bytes, bestandsnaam: str, afzender: Afzender
) -> Reactieontvangst:
    """Read a returned draft and keep every reaction in it; the same one is kept once.

    Raises:
        InvoerError: the file cannot be read, or does not say whose reactions these are.
        NietGevonden: it belongs to no cyclus, or to a version that was never made.
        FaseError: the text was adopted already.
    """
    terug = read_reacties(toolkit, inhoud, bestandsnaam)
    with toolkit.store.transaction() as tx:
        cyclus, concept = _find_document(tx, terug, afzender, bestandsnaam)
        geldend = require_concept(tx, cyclus)
    afspraken = toolkit.bibliotheek.load(cyclus.samenwerking)
    if is_voorbij(cyclus.fase, Fase.ACCORDERING):
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is al vastgesteld. Een reactie kan er niet meer bij.",
            advies="Bespreek met de coördinator of er een aanvulling (addendum) komt.",
            plek=bestandsnaam,
        )
    partij = _find_partij(afspraken, terug, afzender, bestandsnaam)
    bron = _Bron(partij, concept.versie, bestandsnaam, toolkit.bestanden.put(inhoud))
    nieuw = _keep(toolkit, cyclus, bron, terug.reacties, _ids(toolkit, concept))
    return Reactieontvangst(
        samenwerking=cyclus.samenwerking,
        jaar=cyclus.jaar,
        partij=partij,
        versie=concept.versie,
        geldend=geldend.versie,
        nieuw=nieuw,
        bekend=len(terug.reacties) - len(nieuw),
    )


def list_gereageerd(tx: CyclusStore, cyclus: Cyclus, versie: str) -> frozenset[str]:
    """Return the codes of the partijen that answered to this version of the draft."""
    met_reactie = {r.partij for r in tx.reacties(cyclus) if r.versie == versie}
    teruggestuurd = {
        soort.removeprefix(_GEREAGEERD)
        for soort, _, tekst in tx.feiten(cyclus)
        if soort.startswith(_GEREAGEERD) and tekst == versie
    }
    return frozenset(met_reactie | teruggestuurd)


@dataclass(frozen=True, slots=True)
class _Bron:
    """Whose file it is, on which version, and where its bytes are."""

    partij: str
    versie: str
    bestandsnaam: str
    sha256: str


def _keep(
    toolkit: Toolkit,
    cyclus: Cyclus,
    bron: _Bron,
    reacties: Sequence[Reactie],
    ids: Mapping[int | None, str],
) -> tuple[IngebrachteReactie, ...]:
    """Keep the reactions that were not there yet, in one transaction, and return them.

    A document without any reaction counts as an answer too: the partij has no remarks.
    """
    kenmerken = reactie_kenmerken(bron.partij, bron.versie, reacties)
    with toolkit.store.transaction() as tx:
        if bron.partij not in list_gereageerd(tx, cyclus, bron.versie):
            tx.add_feit(cyclus, _GEREAGEERD + bron.partij, toolkit.klok.vandaag(), bron.versie)
        eerdere = tx.reacties(cyclus)
        bekend = {r.kenmerk for r in eerdere}
        nieuw: list[IngebrachteReactie] = []
        for kenmerk, reactie in zip(kenmerken, reacties, strict=True):
            if kenmerk in bekend:
                continue
            ingebracht = IngebrachteReactie(
                nummer=len(eerdere) + len(nieuw) + 1,
                kenmerk=kenmerk,
                partij=bron.partij,
                versie=bron.versie,
                afspraak_id=ids.get(reactie.vindplaats.afspraak, ""),
                reactie=reactie,
                bestandsnaam=bron.bestandsnaam,
                sha256=bron.sha256,
                ontvangen_op=toolkit.klok.vandaag(),
            )
            tx.add_reactie(cyclus, ingebracht)
            nieuw.append(ingebracht)
    return tuple(nieuw)


def _find_document(
    tx: CyclusStore, terug: Teruggekomen, afzender: Afzender, bestandsnaam: str
) -> tuple[Cyclus, Concept]:
    """Return the cyclus and the version that the file belongs to."""
    if terug.kenmerk is None:
        if not afzender.samenwerking:
            raise InvoerError(
                "Dit document zegt niet bij welke jaarschijf het hoort.",
                advies="Zeg het erbij, bijvoorbeeld: --bij hoogeveen 2024",
                plek=bestandsnaam,
            )
        cyclus = require_cyclus(tx, afzender.samenwerking, afzender.jaar)
        return cyclus, require_concept(tx, cyclus)
    gevonden = find_document(tx, terug.kenmerk)
    if gevonden is not None:
        return gevonden
    raise NietGevonden(
        f"Dit document is versie {terug.kenmerk.versie} van {terug.kenmerk.id}. "
        "Die versie is hier niet gemaakt.",
        advies="Vraag de partij om in het concept te schrijven dat zij van u kreeg.",
        plek=bestandsnaam,
    )


def _find_partij(
    afspraken: Samenwerking, terug: Teruggekomen, afzender: Afzender, bestandsnaam: str
) -> str:
    """Return the code of the partij: of its edition, or as is said beside a common one."""
    uitgave = terug.kenmerk.uitgave if terug.kenmerk else ""
    eigen = next((p for p in afspraken.partijen if p.naam == uitgave), None)
    gezegd = afspraken.partij(afzender.partij) if afzender.partij else None
    if eigen and gezegd and eigen != gezegd:
        raise InvoerError(
            f"Dit is de uitgave van {eigen.naam}, maar u noemt {gezegd.naam}.",
            advies="Laat --partij weg. Of vraag de partij om in haar eigen uitgave te schrijven.",
            plek=bestandsnaam,
        )
    partij = eigen or gezegd
    if partij is None:
        codes = ", ".join(p.code for p in afspraken.partijen)
        raise InvoerError(
            "Dit is de gezamenlijke uitgave. Daaruit blijkt niet van welke partij de reacties "
            "zijn.",
            advies=f"Zeg het erbij met --partij. Kies uit: {codes}.",
            plek=bestandsnaam,
        )
    return partij.code


def _ids(toolkit: Toolkit, concept: Concept) -> dict[int | None, str]:
    """Return the stable id of each afspraak by the number it had in this version."""
    view = load_gegevens(toolkit.bestanden.get(concept.gegevens)).view
    return {int(a.nummer): a.id for thema in view.themas for a in thema.afspraken}
