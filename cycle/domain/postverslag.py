"""Postverslag: what one round of sending did."""

from dataclasses import dataclass, replace

from cycle.domain.bericht import IN_MAP, Berichtstaat
from cycle.domain.bevinding import Bevinding, Ernst


@dataclass(frozen=True, slots=True)
class Postverslag:
    """The keys of the messages of one round by what they became.

    `als_bestand` are those that were put in a folder and left by no mail. `uitgesteld` are
    those that get another attempt. `storing` says in Dutch why nothing
    could be sent any more, empty when all had their turn.
    """

    verzonden: tuple[str, ...] = ()
    als_bestand: tuple[str, ...] = ()
    uitgesteld: tuple[str, ...] = ()
    mislukt: tuple[str, ...] = ()
    onzeker: tuple[str, ...] = ()
    storing: str = ""

    def add(self, sleutel: str, staat: Berichtstaat, antwoord: str = "") -> "Postverslag":
        """Return the report with one more message, and the answer that it got."""
        if staat is Berichtstaat.VERZONDEN and antwoord == IN_MAP:
            return replace(self, als_bestand=(*self.als_bestand, sleutel))
        if staat is Berichtstaat.VERZONDEN:
            return replace(self, verzonden=(*self.verzonden, sleutel))
        if staat is Berichtstaat.MISLUKT:
            return replace(self, mislukt=(*self.mislukt, sleutel))
        if staat is Berichtstaat.ONZEKER:
            return replace(self, onzeker=(*self.onzeker, sleutel))
        return replace(self, uitgesteld=(*self.uitgesteld, sleutel))

    def as_bevinding(self, plek: str) -> tuple[Bevinding, ...]:
        """Return the finding that nothing could be sent, none when all had their turn."""
        if not self.storing:
            return ()
        return (
            Bevinding(
                "P007",
                Ernst.FOUT,
                plek,
                f"Er kon geen mail worden verstuurd. {self.storing}",
                "De mail blijft klaarstaan. Waarschuw de beheerder.",
            ),
        )
