"""Keten: every event of a cyclus carries the hash of the one before, so nothing slips out.

Who changes, removes, adds or moves an event breaks the chain at that place. Who cuts off its
end leaves a chain that holds; only a head that was written down elsewhere, an anchor, tells.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, NamedTuple

import pendulum

from cycle.domain.errors import InvoerError

VORM: Final = "jaarschijf-audit-v1"
"""Opens what is hashed; another way of hashing gets another word."""

BEGIN: Final = "0" * 64
"""What the first event has in the place of the hash of the one before."""

ANKER: Final = "anker"
"""Soort of the event that says that a head was written down elsewhere."""

GEWIST: Final = "gewist"
"""Soort of the event that erases texts; its `kenmerken` are the marks of those."""

_GEGEVEN: Final = re.compile(r'"gegeven":"([0-9a-f]{64})"')
_HOOFD: Final = re.compile(r"([1-9][0-9]{0,9}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened. `velden` stay for ever; `vrij` are texts that may be erased.

    `rij` is the number of the row that was written in the table `soort`, 0 when there is none.
    Values are what JSON holds.
    """

    soort: str
    velden: Mapping[str, object]
    vrij: Mapping[str, str] = field(default_factory=dict)
    rij: int = 0


class Auditregel(NamedTuple):
    """One link of the chain, as it is kept; a check makes a hundred thousand, so a tuple.

    `tijd` is in UTC. `door` is the mark of who did it, "" for the programme itself. `inhoud`
    is JSON, hashed as it is kept and never written anew.
    """

    volgnummer: int
    tijd: str
    door: str
    soort: str
    rij: int
    inhoud: str
    vorige: str
    hash: str


@dataclass(frozen=True, slots=True)
class Auditgegeven:
    """A text that may be erased, with the salt that keeps its mark from being guessed."""

    kenmerk: str
    veld: str
    zout: str
    tekst: str

    @property
    def klopt(self) -> bool:
        """Return whether the text is still the one that was marked."""
        return merk(self.zout, self.tekst) == self.kenmerk


@dataclass(frozen=True, slots=True)
class Ketenhoofd:
    """The last event of a chain; written down elsewhere it is an anchor."""

    volgnummer: int
    hash: str

    def __str__(self) -> str:
        """Return how a head is written down: number and hash."""
        return f"{self.volgnummer}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Ketenbreuk:
    """The first place at which a chain does not hold, in Dutch; 0 is the chain as a whole."""

    volgnummer: int
    melding: str


@dataclass(frozen=True, slots=True)
class Ketenoordeel:
    """How far a chain holds: how many events, the head, and the first break if any.

    `kenmerken` are the marks of texts that the events use, `gewist` those that were erased.
    """

    aantal: int
    hoofd: Ketenhoofd | None
    breuk: Ketenbreuk | None
    kenmerken: frozenset[str] = frozenset()
    gewist: frozenset[str] = frozenset()


def write_json(waarde: object) -> str:
    """Return the one way to write a value as JSON: sorted, without spaces."""
    return json.dumps(waarde, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def merk(zout: str, tekst: str) -> str:
    """Return the mark of a text under a salt, 64 hexadecimal digits."""
    return sha256((zout + tekst).encode()).hexdigest()


def read_hoofd(tekst: str) -> Ketenhoofd:
    """Return the head that was written down.

    Raises:
        InvoerError: this is no head of a chain.
    """
    delen = _HOOFD.fullmatch(tekst.strip())
    if not delen:
        raise InvoerError(
            f"'{tekst[:80]}' is geen anker van het auditspoor.",
            advies="Een anker is een nummer, een dubbele punt en 64 tekens.",
        )
    return Ketenhoofd(int(delen[1]), delen[2])


def make_regel(
    cyclus: str, vorige: Ketenhoofd | None, gebeurtenis: Gebeurtenis, tijd: str, door: str
) -> Auditregel:
    """Return the next link of the chain of `cyclus`, written ``samenwerking/jaar``.

    Texts in `vrij` must have been replaced by their marks before.
    """
    regel = Auditregel(
        volgnummer=vorige.volgnummer + 1 if vorige else 1,
        tijd=tijd,
        door=door,
        soort=gebeurtenis.soort,
        rij=gebeurtenis.rij,
        inhoud=write_json(gebeurtenis.velden),
        vorige=vorige.hash if vorige else BEGIN,
        hash="",
    )
    return regel._replace(hash=_hash(_kop(cyclus), regel))


def _kop(cyclus: str) -> str:
    """Return how the hashed text of every link of this chain begins."""
    return f"{len(VORM)}:{VORM}{len(cyclus)}:{cyclus}"


def _hash(kop: str, regel: Auditregel) -> str:
    """Return the hash of a link: each field after its length in characters, as UTF-8."""
    nummer, tijd, door, soort, rij, inhoud, vorige, _ = regel
    n, r = str(nummer), str(rij)
    return sha256(
        f"{kop}{len(n)}:{n}{len(tijd)}:{tijd}{len(door)}:{door}{len(soort)}:{soort}"
        f"{len(r)}:{r}{len(inhoud)}:{inhoud}{len(vorige)}:{vorige}".encode()
    ).hexdigest()


def check_keten(
    cyclus: str, regels: Iterable[Auditregel], ankers: Sequence[Ketenhoofd] = ()
) -> Ketenoordeel:
    """Return how far a chain holds; `regels` are read once and in order, up to the first break."""
    kop, verwacht, vorige = _kop(cyclus), {a.volgnummer: a.hash for a in ankers}, BEGIN
    kenmerken: set[str] = set()
    gewist: set[str] = set()
    laatste: Auditregel | None = None
    for nummer, regel in enumerate(regels, start=1):
        volgnummer, _, door, soort, _, inhoud, vorig, hash_ = regel
        if volgnummer != nummer or vorig != vorige or _hash(kop, regel) != hash_:
            return _oordeel(laatste, Ketenbreuk(nummer, _explain(kop, regel, nummer)))
        if verwacht.get(nummer, hash_) != hash_:
            melding = f"Gebeurtenis {nummer} is een andere dan die van het anker."
            return _oordeel(laatste, Ketenbreuk(nummer, melding))
        if '"gegeven":' in inhoud:
            kenmerken.update(_GEGEVEN.findall(inhoud))
        kenmerken.add(door)
        if soort == GEWIST:
            gewist.update(json.loads(inhoud)["kenmerken"])
        vorige, laatste = hash_, regel
    kenmerken.discard("")
    breuk = _find_einde(laatste.volgnummer if laatste else 0, ankers)
    return _oordeel(laatste, breuk, frozenset(kenmerken), frozenset(gewist))


def _oordeel(
    laatste: Auditregel | None,
    breuk: Ketenbreuk | None,
    kenmerken: frozenset[str] = frozenset(),
    gewist: frozenset[str] = frozenset(),
) -> Ketenoordeel:
    """Return the verdict on a chain that holds up to and including `laatste`."""
    if laatste is None:
        return Ketenoordeel(0, None, breuk, kenmerken, gewist)
    hoofd = Ketenhoofd(laatste.volgnummer, laatste.hash)
    return Ketenoordeel(laatste.volgnummer, hoofd, breuk, kenmerken, gewist)


def _explain(kop: str, regel: Auditregel, nummer: int) -> str:
    """Return what is wrong with a link that does not hold."""
    if regel.volgnummer != nummer:
        return f"Gebeurtenis {nummer} ontbreekt. Hier staat nummer {regel.volgnummer}."
    if _hash(kop, regel) != regel.hash:
        return f"Gebeurtenis {nummer} ({_name(regel)}) is veranderd na het opschrijven."
    return (
        f"Gebeurtenis {nummer} ({_name(regel)}) sluit niet aan op gebeurtenis {nummer - 1}. "
        "Een van de twee is vervangen, verplaatst of ertussen gezet."
    )


def _name(regel: Auditregel) -> str:
    """Return the kind and the moment of a link, as far as it says so."""
    return f"{regel.soort}, {show_tijd(regel.tijd)}"


def show_tijd(tijd: str) -> str:
    """Return a moment as people in the Netherlands write it; one that is none stays as it is."""
    try:
        moment = pendulum.from_format(tijd[:19], "YYYY-MM-DDTHH:mm:ss", tz="UTC")
    except ValueError:
        return tijd
    return moment.in_timezone("Europe/Amsterdam").format("DD-MM-YYYY H.mm [uur]")


def _find_einde(aantal: int, ankers: Sequence[Ketenhoofd]) -> Ketenbreuk | None:
    """Return the break of a chain that is shorter than an anchor says."""
    verste = max((a.volgnummer for a in ankers), default=0)
    if verste <= aantal:
        return None
    return Ketenbreuk(
        aantal + 1,
        f"Het eind is afgekapt: het anker noemt gebeurtenis {verste}, de laatste is {aantal}.",
    )
