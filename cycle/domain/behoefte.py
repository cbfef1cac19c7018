"""Behoefte: what partijen need from each other this jaar, and whether that was answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cycle.domain.bieding import Bieding
from cycle.domain.opvolging import opvolger_in
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.wederkerigheid import Bereidheid, Verzoek, Verzoekantwoord


@dataclass(frozen=True, slots=True)
class Verzoekregel:
    """A request with its answer; all places are kept.

    `voor` is the day by which it is needed, as typed. `is_voorbehoud` says that it is asked
    of an orgaan of the vrager itself: its own approval is still needed. `antwoord_plek` is
    None as long as nobody answered.
    """

    code: str
    vrager: str
    gevraagde: str
    nummer: int
    inzet: str
    voor: str
    is_voorwaarde: bool
    is_voorbehoud: bool
    plek: Plek
    bereidheid: Bereidheid = Bereidheid.OPEN
    antwoord: str = ""
    antwoord_plek: Plek | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the asked partij still has to answer."""
        return not self.is_voorbehoud and self.bereidheid is Bereidheid.OPEN


@dataclass(frozen=True, slots=True)
class Matrixcel:
    """How much one partij asks of another; an empty cell is one with `aantal` 0."""

    vrager: str
    gevraagde: str
    aantal: int
    open: int


@dataclass(frozen=True, slots=True)
class Wederkerigheid:
    """All requests in the order of the partijen, and the matrix of who asks whom.

    The matrix has a cell for every two different partijen, row by row.
    """

    regels: tuple[Verzoekregel, ...] = ()
    matrix: tuple[Matrixcel, ...] = ()

    @property
    def voorwaarden(self) -> tuple[Verzoekregel, ...]:
        """Return the requests without which a bod does not hold."""
        return tuple(r for r in self.regels if r.is_voorwaarde and not r.is_voorbehoud)

    @property
    def voorbehouden(self) -> tuple[Verzoekregel, ...]:
        """Return the approvals that partijen still need of their own organen."""
        return tuple(r for r in self.regels if r.is_voorbehoud)


def build_wederkerigheid(
    samenwerking: Samenwerking, jaar: int, biedingen: Sequence[Bieding]
) -> Wederkerigheid:
    """Return every request with the answer of the partij that was asked, or of its opvolger."""
    per_partij = {bieding.partij: bieding for bieding in biedingen}
    volgorde = [partij.code for partij in samenwerking.partijen]
    antwoorden = {
        (opvolger_in(samenwerking.partijen, bieding.partij, jaar), antwoord.code): antwoord
        for bieding in biedingen
        for antwoord in bieding.antwoorden
    }
    regels = tuple(
        _regel(
            verzoek,
            antwoorden.get(
                (opvolger_in(samenwerking.partijen, verzoek.gevraagde, jaar), verzoek.code)
            ),
        )
        for code in volgorde
        if code in per_partij
        for verzoek in per_partij[code].verzoeken
    )
    return Wederkerigheid(regels, _matrix(volgorde, regels))


def _regel(verzoek: Verzoek, antwoord: Verzoekantwoord | None) -> Verzoekregel:
    """Return one request with its answer, if any."""
    organen = {orgaan.value for orgaan in Orgaan}
    regel = Verzoekregel(
        code=verzoek.code,
        vrager=verzoek.vrager,
        gevraagde=verzoek.gevraagde,
        nummer=verzoek.nummer,
        inzet=verzoek.inzet,
        voor=verzoek.planning or (verzoek.voor.isoformat() if verzoek.voor else ""),
        is_voorwaarde=verzoek.is_voorwaarde,
        is_voorbehoud=verzoek.gevraagde in organen,
        plek=verzoek.plek,
    )
    if antwoord is None:
        return regel
    return replace(
        regel,
        bereidheid=antwoord.bereidheid,
        antwoord=antwoord.toelichting,
        antwoord_plek=antwoord.plek,
    )


def _matrix(volgorde: Sequence[str], regels: Sequence[Verzoekregel]) -> tuple[Matrixcel, ...]:
    """Return a cell for every two different partijen."""
    cellen = []
    for vrager in volgorde:
        for gevraagde in volgorde:
            eigen = [r for r in regels if (r.vrager, r.gevraagde) == (vrager, gevraagde)]
            if vrager != gevraagde:
                open_ = sum(1 for regel in eigen if regel.is_open)
                cellen.append(Matrixcel(vrager, gevraagde, len(eigen), open_))
    return tuple(cellen)
