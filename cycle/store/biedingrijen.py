"""Biedingrijen: what a partij submitted as rows of the store, and back."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, Table

from cycle.domain.bieding import Bieding, BiedingRegel, Nuance
from cycle.domain.gelezen import Reden
from cycle.domain.plek import Plek
from cycle.store.biedingschema import extra_voorstel, voorraadstand
from cycle.store.biedingschema import verzoek as verzoek_tabel
from cycle.store.biedingschema import verzoekantwoord as antwoord_tabel


def losse_rijen(bieding: Bieding) -> tuple[tuple[Table, list[dict[str, object]]], ...]:
    """Return per table the rows of everything that is no answer to a question."""
    return (
        (
            extra_voorstel,
            [
                {"omschrijving": v.omschrijving, "bod": v.bod, "planning": v.planning}
                | plek_waarden(v.plek)
                for v in bieding.extra
            ],
        ),
        (
            voorraadstand,
            [
                {"indicator": v.indicator, "stand": v.stand, "toelichting": v.toelichting}
                | plek_waarden(v.plek)
                for v in bieding.voorraad
            ],
        ),
        (
            verzoek_tabel,
            [
                {
                    "code": v.code,
                    "gevraagde": v.gevraagde,
                    "afspraak": v.nummer,
                    "inzet": v.inzet,
                    "planning": v.planning,
                    "voor": v.voor,
                    "is_voorwaarde": v.is_voorwaarde,
                }
                | plek_waarden(v.plek)
                for v in bieding.verzoeken
            ],
        ),
        (
            antwoord_tabel,
            [
                {"code": a.code, "bereidheid": a.bereidheid, "toelichting": a.toelichting}
                | plek_waarden(a.plek)
                for a in bieding.antwoorden
            ],
        ),
    )


def read_regel(rij: RowMapping, velden: Sequence[RowMapping], inzending: str) -> BiedingRegel:
    """Return one answered row with its filled fields."""
    return BiedingRegel(
        regelcode=rij["regelcode"],
        deelname=rij["deelname"],
        bod=rij["bod"],
        planning=rij["planning"],
        bedrag=rij["bedrag"],
        toelichting=rij["toelichting"],
        plekken={
            veld["veld"]: read_plek(veld, inzending)
            for veld in velden
            if veld["bestand"] is not None
        },
        ruw={veld["veld"]: veld["ruw"] for veld in velden if veld["ruw"] is not None},
        nuances={
            veld["veld"]: Nuance(
                veld["kwalificatie"],
                veld["hoog"],
                Reden(veld["reden"]) if veld["reden"] else None,
            )
            for veld in velden
            if veld["kwalificatie"] is not None
        },
        planning_van=rij["planning_van"],
        planning_tot=rij["planning_tot"],
    )


def nuance_waarden(nuance: Nuance | None) -> dict[str, object]:
    """Return the columns of a nuance, empty ones when there is none."""
    if nuance is None:
        return {"kwalificatie": None, "hoog": None, "reden": None}
    return {
        "kwalificatie": nuance.kwalificatie,
        "hoog": nuance.hoog,
        "reden": nuance.reden.value if nuance.reden else None,
    }


def plek_waarden(plek: Plek | None) -> dict[str, object]:
    """Return the columns that hold a place, empty ones when there is none."""
    if plek is None:
        return {"bestand": None, "regel": None, "blad": None, "cel": None}
    return {"bestand": plek.bestand, "regel": plek.regel, "blad": plek.blad, "cel": plek.cel}


def read_plek(rij: RowMapping, inzending: str) -> Plek:
    """Return the place in the submitted workbook."""
    return Plek(rij["bestand"], rij["regel"], rij["blad"], rij["cel"], inzending)
