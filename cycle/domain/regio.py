"""Regio's: which gemeente lies in which regio, in any number of indelingen and over time."""

from collections.abc import Iterator
from dataclasses import dataclass

from cycle.domain.plek import Plek


@dataclass(frozen=True, slots=True)
class Regiodeel:
    """A gemeente is part of a regio; without `van` always, without `tot_en_met` until now."""

    indeling: str
    regio: str
    gemeente: str
    plek: Plek
    van: int | None = None
    tot_en_met: int | None = None

    def omvat(self, jaar: int) -> bool:
        """Return whether this holds in `jaar`."""
        return (self.van is None or self.van <= jaar) and (
            self.tot_en_met is None or jaar <= self.tot_en_met
        )

    def overlapt(self, ander: "Regiodeel") -> bool:
        """Return whether both say something about one gemeente, indeling and year."""
        zelfde = (self.indeling, self.gemeente) == (ander.indeling, ander.gemeente)
        jaren = (self.van or 0, ander.van or 0)
        return zelfde and self.omvat(max(jaren)) and ander.omvat(max(jaren))


@dataclass(frozen=True, slots=True)
class Herindeling:
    """From the first day of the year `per` on, `gemeente` is part of `opvolger`."""

    gemeente: str
    opvolger: str
    per: int
    plek: Plek


@dataclass(frozen=True, slots=True)
class Regios:
    """Everything that ``content/regios.toml`` says."""

    delen: tuple[Regiodeel, ...] = ()
    herindelingen: tuple[Herindeling, ...] = ()

    @property
    def indelingen(self) -> tuple[str, ...]:
        """Return the names of the indelingen, in the order of the file."""
        return tuple(dict.fromkeys(deel.indeling for deel in self.delen))

    def gemeente_in(self, gemeente: str, jaar: int) -> str:
        """Return which gemeente stands for this one in `jaar`, often itself."""
        *_, laatste = self._reeks(gemeente, jaar)
        return laatste

    def regio_van(self, gemeente: str, indeling: str, jaar: int) -> str:
        """Return the regio of a gemeente in `jaar`, "" when the indeling does not say."""
        nu = self.gemeente_in(gemeente, jaar)
        for deel in self.delen:
            if (deel.indeling, deel.gemeente) == (indeling, nu) and deel.omvat(jaar):
                return deel.regio
        return ""

    def _reeks(self, gemeente: str, jaar: int) -> Iterator[str]:
        """Yield a gemeente and who came after it, each once."""
        volgende = {h.gemeente: h.opvolger for h in self.herindelingen if h.per <= jaar}
        gezien = {gemeente}
        yield gemeente
        while (gemeente := volgende.get(gemeente, "")) and gemeente not in gezien:
            gezien.add(gemeente)
            yield gemeente
