"""Publicatie: the copy that may be put on the internet, without signatures and addresses.

Woo art. 3.3 lid 2 f names convenanten among what a gemeente publishes. The copy is set again
from the kept text in which everything was blanked first: what is left out never was in the
file, so nobody can find it under a black bar.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from cycle.domain.view import JaarschijfView, OndertekeningView

WEGGELATEN: Final = "[weggelaten]"
_ADRES: Final = r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+"
_KOPPELING: Final = re.compile(rf"\[([^\]]*)\]\(mailto:{_ADRES}[^)]*\)", re.IGNORECASE)
_MAIL: Final = re.compile(rf"<?(?:mailto:)?{_ADRES}>?", re.IGNORECASE)
_APENSTAART: Final = re.compile(r"\w\s*@\s*\w")
_BUITEN: Final = frozenset({"beelden", "tekeningen"})
"""Pictures in base64: nothing in them can be read as text."""
_KOP: Final = (
    "*Publicatiekopie. Handtekeningen en mailadressen zijn weggelaten. Het ondertekende "
    "origineel ligt in het archief van de gemeente.*\n\n"
)


@dataclass(frozen=True, slots=True)
class Publicatiekopie:
    """The blanked view, and how often something was left out."""

    view: JaarschijfView
    mailadressen: int
    teksten: int
    handtekeningen: int


def make_kopie(view: JaarschijfView, weg: Sequence[str] = ()) -> Publicatiekopie:
    """Return the copy for publication; `weg` are more texts to leave out, such as names.

    Capitals and spaces make no difference.
    """
    leeg = _Wisser(weg)
    schoon: JaarschijfView = leeg.clean(view)
    plaatsen = tuple(_zonder_handtekening(plaats) for plaats in schoon.ondertekening)
    return Publicatiekopie(
        replace(
            schoon,
            inleiding=_KOP + schoon.inleiding,
            status="Publicatiekopie",
            ondertekening=plaatsen,
        ),
        mailadressen=leeg.mailadressen,
        teksten=leeg.teksten,
        handtekeningen=sum(bool(plaats.staat) for plaats in plaatsen),
    )


def find_resten(teksten: Sequence[str], weg: Sequence[str] = ()) -> tuple[str, ...]:
    """Return what still stands in the texts of a file and should not; none is good.

    Anything around an at sign counts as an address, also over the end of a line.
    """
    gevonden = [
        " ".join(tekst[max(0, m.start() - 20) : m.end() + 20].split())
        for tekst in teksten
        for m in _APENSTAART.finditer(tekst)
    ]
    dicht = ["".join(tekst.casefold().split()) for tekst in teksten]
    gevonden += [w for w in weg if any("".join(w.casefold().split()) in tekst for tekst in dicht)]
    return tuple(dict.fromkeys(gevonden))


def _zonder_handtekening(plaats: OndertekeningView) -> OndertekeningView:
    """Return a place to sign that only says whether somebody signed."""
    staat = plaats.staat
    if staat.startswith("getekend"):
        staat = f"{staat} (handtekening weggelaten)"
    return replace(plaats, staat=staat, anker="")


class _Wisser:
    """Blanks texts at any depth, and counts."""

    def __init__(self, weg: Sequence[str]) -> None:
        """Make the patterns of what must go."""
        woorden = [r"\s+".join(map(re.escape, w.split())) for w in weg if w.strip()]
        self._weg = re.compile("|".join(woorden), re.IGNORECASE) if woorden else None
        self.mailadressen = 0
        self.teksten = 0

    def clean(self, waarde: Any) -> Any:  # noqa: ANN401 - the same kind as it was given
        """Return a value with every text in it blanked."""
        if isinstance(waarde, str):
            return self._clean_tekst(waarde)
        if isinstance(waarde, tuple):
            return tuple(self.clean(deel) for deel in waarde)
        if isinstance(waarde, Mapping):
            return {sleutel: self.clean(deel) for sleutel, deel in waarde.items()}
        if is_dataclass(waarde) and not isinstance(waarde, type):
            velden = (veld.name for veld in fields(waarde) if veld.name not in _BUITEN)
            return replace(waarde, **{naam: self.clean(getattr(waarde, naam)) for naam in velden})
        return waarde

    def _clean_tekst(self, tekst: str) -> str:
        """Return one text without addresses and without what must go."""
        tekst, koppelingen = _KOPPELING.subn(r"\1", tekst)
        tekst, adressen = _MAIL.subn(WEGGELATEN, tekst)
        self.mailadressen += koppelingen + adressen
        if self._weg is not None:
            tekst, aantal = self._weg.subn(WEGGELATEN, tekst)
            self.teksten += aantal
        return tekst
