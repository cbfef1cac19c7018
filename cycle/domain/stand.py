"""Stand van zaken: where everybody stands, as text; never a ranking of partijen."""

from dataclasses import dataclass

STAAT_TEKST = {
    "niet_gestart": "nog niet begonnen",
    "wacht_op_bieding": "bieding nog niet binnen",
    "bieding_binnen": "bieding binnen",
    "wacht_op_besluit": "besluit nog niet compleet",
    "besloten": "besluit binnen",
    "wacht_op_handtekening": "nog niet getekend",
    "getekend": "getekend",
    "tekent_niet": "tekent niet",
    "doet_niet_mee": "doet niet meer mee",
}
"""What each state of a partij is called on screen."""


@dataclass(frozen=True, slots=True)
class OrgaanStand:
    """Where one orgaan stands; `op` is an ISO date, empty while open.

    `uitgezonderd` are the numbers of the afspraken that a decision in part leaves out.
    """

    orgaan: str
    naam: str
    staat: str
    op: str
    reden: str
    uitgezonderd: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TekenplekStand:
    """One place to sign as text; `op` is an ISO date, empty while nobody signed or declined.

    `staat` says in words what happened, `route` how it came in and `sterkte` what it rests on.
    `waarnemer` is the functie that stood in. `mandaat` is a period, empty when none was
    registered; `bewijs` is the sha256 of a kept file.
    """

    functie: str
    staat: str
    op: str = ""
    route: str = ""
    sterkte: str = ""
    waarnemer: str = ""
    mandaat: str = ""
    bewijs: str = ""


@dataclass(frozen=True, slots=True)
class TeLaat:
    """One thing that is late at a partij; `sinds` is an ISO date."""

    wat: str
    sinds: str


@dataclass(frozen=True, slots=True)
class PartijStand:
    """Where one partij stands.

    `staat` is one of the keys of `STAAT_TEKST`. `volgende_mail` is the ISO date of the next
    reminder when nothing changes, and `volgende_mail_soort` what that is; both are empty
    when there is none. `aftekening` is a value of `Aftekenstaat`, empty before there is a
    version.
    """

    partij: str
    naam: str
    soort: str
    staat: str
    bieding: str
    besluiten: tuple[OrgaanStand, ...]
    ondertekening: str
    te_laat: tuple[TeLaat, ...] = ()
    volgende_mail: str = ""
    volgende_mail_soort: str = ""
    aftekening: str = ""
    tekenplekken: tuple[TekenplekStand, ...] = ()


@dataclass(frozen=True, slots=True)
class StapStand:
    """One step that was taken with a reason; `op` is an ISO date."""

    fase: str
    op: str
    reden: str


@dataclass(frozen=True, slots=True)
class TermijnStand:
    """One deadline; `datum` is the day to plan for and `volgens_regel` the day by the rule.

    `termijnenwet` is the last day by the Algemene termijnenwet, empty when that law does
    not extend this term.
    """

    code: str
    datum: str
    volgens_regel: str
    soort: str
    basis: str
    melding: str
    termijnenwet: str = ""


@dataclass(frozen=True, slots=True)
class PostStand:
    """A mail that needs a person: it failed, or nobody knows whether it arrived."""

    sleutel: str
    onderwerp: str
    staat: str
    antwoord: str


@dataclass(frozen=True, slots=True)
class CyclusStand:
    """The whole picture; dates are ISO texts, `fase` is "niet_gestart" before the start.

    `met_reden` lists the steps that were taken with a reason, `post` the mail that needs a
    person, `let_op` what else needs attention. `regels` names the law by which the `termijnen`
    are computed.
    """

    samenwerking: str
    naam: str
    jaar: int
    fase: str
    versie: str
    code: str
    voorbeeld: str
    partijen: tuple[PartijStand, ...]
    volgende_termijn: str
    volgende_datum: str
    berichten: int
    met_reden: tuple[StapStand, ...] = ()
    termijnen: tuple[TermijnStand, ...] = ()
    regels: str = ""
    verzonden: int = 0
    post: tuple[PostStand, ...] = ()
    let_op: tuple[str, ...] = ()
