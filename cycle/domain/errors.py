"""The error tree: every refusal a user can meet, in Dutch, with place and remedy.

    JaarschijfError
    ├── InvoerError          something handed to us cannot be used
    │   ├── InhoudOnbruikbaar    a file in content/ has faults (carries all of them)
    │   ├── BiedingOnleesbaar    a returned workbook cannot be booked
    │   ├── RetourGeweigerd      a signed file that came back does not hold
    │   └── SjabloonOnbruikbaar  a Word template or its fields do not fit
    ├── NietGevonden         a samenwerking, cyclus, partij or document does not exist
    ├── FaseError            the step is not possible at this moment of the year
    ├── BesluitError         a decision or signature cannot be accepted
    └── StapBezet            another process is doing this very step right now

Each error answers three questions: what is wrong (`melding`), what to do (`advies`)
and where (`plek`).
"""

from collections.abc import Sequence

from cycle.domain.bevinding import Bevinding


class JaarschijfError(Exception):
    """A refusal that a user can understand and repair."""

    def __init__(self, melding: str, *, advies: str = "", plek: str = "") -> None:
        """Keep the Dutch sentence, the remedy and the place."""
        super().__init__(melding)
        self.melding = melding
        self.advies = advies
        self.plek = plek


class InvoerError(JaarschijfError):
    """Something that was handed to the programme cannot be used."""


class InhoudOnbruikbaar(InvoerError):
    """The content of a samenwerking has faults; `bevindingen` lists each one once."""

    def __init__(self, bevindingen: Sequence[Bevinding]) -> None:
        """Keep all findings; the message counts them."""
        aantal = len(bevindingen)
        woord = "fout" if aantal == 1 else "fouten"
        super().__init__(
            f"De inhoud heeft {aantal} {woord}.",
            advies="Verbeter de genoemde regels en probeer het opnieuw.",
            plek=bevindingen[0].plek if bevindingen else "",
        )
        self.bevindingen = tuple(bevindingen)


class BiedingOnleesbaar(InvoerError):
    """A returned workbook cannot be booked; `bevindingen` say which cells and why."""

    def __init__(self, melding: str, bevindingen: Sequence[Bevinding], *, plek: str = "") -> None:
        """Keep the findings beside the summary."""
        super().__init__(
            melding, advies="Verbeter de genoemde cellen en stuur het formulier opnieuw.", plek=plek
        )
        self.bevindingen = tuple(bevindingen)


class RetourGeweigerd(InvoerError):
    """A signed file that came back does not hold; `bevindingen` say what and where."""

    def __init__(self, melding: str, bevindingen: Sequence[Bevinding], *, plek: str = "") -> None:
        """Keep the findings beside the summary."""
        super().__init__(melding, advies="Bij elke melding staat wat u kunt doen.", plek=plek)
        self.bevindingen = tuple(bevindingen)


class SjabloonOnbruikbaar(InvoerError):
    """A Word template cannot be filled with the fields of the view."""


class NietGevonden(JaarschijfError):
    """The thing asked for does not exist."""


class FaseError(JaarschijfError):
    """The step does not fit the present fase of the cyclus."""


class BesluitError(JaarschijfError):
    """A decision or signature is refused, for example on an outdated concept."""


class StapBezet(JaarschijfError):
    """Another process holds the lease on this step."""
