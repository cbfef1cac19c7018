"""Vraag: everything that one check needs, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime

from cycle.domain.binding import Tekenkader, Vertrouwen
from cycle.domain.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Vraag:
    """One returned file, and what it is held against.

    `vastgesteld` is the frozen PDF when it is at hand; `manifest` is None for a file of which
    nothing is known, and then only its signatures can be judged. `naam` is the name of the
    file for messages. `nu` is a moment with a time zone. Of a scan only safety and pages are
    judged.
    """

    ontvangen: bytes
    nu: datetime
    manifest: Manifest | None = None
    vastgesteld: bytes | None = None
    kader: Tekenkader = field(default_factory=Tekenkader)
    vertrouwen: Vertrouwen = field(default_factory=Vertrouwen)
    naam: str = "bestand"
    is_scan: bool = False
