"""Omgeving: what the reading of a text needs to know besides the text itself."""

from dataclasses import dataclass

from cycle.domain.partij import Partij
from cycle.library.beelden import Beelden
from cycle.library.bevindingen import Bevindingen
from cycle.library.register import Register


@dataclass(frozen=True, slots=True)
class Omgeving:
    """Everything that is shared while the files of one samenwerking are read.

    With `check_inzet` False the partijen had faults themselves, so a doel is not held
    against them.
    """

    partijen: tuple[Partij, ...]
    register: Register
    bevindingen: Bevindingen
    beelden: Beelden
    check_inzet: bool
