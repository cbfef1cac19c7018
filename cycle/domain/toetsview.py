"""Toetsview: the fields of the report of a check; every value is text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToetspuntView:
    """One row to talk about: what it is, of whom, its light, and how it stands in short.

    `licht` is the symbol with its word; `kleur` only repeats it: rood, oker, groen or grijs.
    """

    nummer: str
    afspraak: str
    partij: str
    licht: str
    kleur: str
    stand: str


@dataclass(frozen=True, slots=True)
class ToetsregelView:
    """One row in full; `afspraak` is its number and title, `aangepast` why a light was chosen."""

    afspraak: str
    partij: str
    onderwerp: str
    nodig: str
    bereikt: str
    stand: str
    licht: str
    kleur: str
    aangepast: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class ToetsthemaView:
    """One thema with the rows of all its afspraken."""

    naam: str
    regels: tuple[ToetsregelView, ...]


@dataclass(frozen=True, slots=True)
class BronView:
    """One figure and the cell or line it came from; `inzending` is empty for the content."""

    nummer: str
    partij: str
    wat: str
    waarde: str
    plek: str
    inzending: str


@dataclass(frozen=True, slots=True)
class ToetsView:
    """The report of one check.

    `punten` fit on the first page; `meer_punten` are the rest of them, and `meer` says how
    many that are. `zonder_opgave` names who did not report yet.
    """

    samenwerking: str
    gemeente: str
    jaar: str
    moment: str
    datum: str
    peildatum: str
    overleg: str
    versie: str
    code: str
    telling: str
    zonder_opgave: str
    punten: tuple[ToetspuntView, ...]
    meer_punten: tuple[ToetspuntView, ...]
    meer: str
    themas: tuple[ToetsthemaView, ...]
    toezeggingen: tuple[ToetsregelView, ...]
    bronnen: tuple[BronView, ...]
    voorbeeld: str
