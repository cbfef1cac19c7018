"""Manifest: what the frozen version says about itself, in a file beside the PDF.

Whoever has the manifest needs no database to see whether a signed PDF is the adopted
version: it holds the sha256 of the frozen bytes, the content code of every footer, and
the names of the fields to sign.
"""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

import pendulum

from cycle.domain.errors import InvoerError
from cycle.domain.handtekenveld import Handtekenveld

BESTANDSNAAM: Final = "manifest.json"
_SHA256: Final = 64


@dataclass(frozen=True, slots=True)
class Manifest:
    """The frozen version of one jaarschijf.

    `sha256`, `bytes` and `bladzijden` are of the frozen PDF; `code` is the content code.
    `tekenpaginas` are the pages, from 1, with places to sign. `audit_hoofd` is the head of
    the audit trail at that moment, empty when there is none.
    """

    samenwerking: str
    jaar: int
    versie: str
    code: str
    sha256: str
    bytes: int
    bladzijden: int
    velden: tuple[Handtekenveld, ...]
    tekenpaginas: tuple[int, ...]
    bevroren_op: pendulum.Date
    audit_hoofd: str = ""
    voorbeeld: bool = False

    def veld(self, partij: str, functie: str) -> Handtekenveld | None:
        """Return the field of one functionaris, None when nobody signs there."""
        gevonden = (v for v in self.velden if (v.partij, v.functie) == (partij, functie))
        return next(gevonden, None)


def write_manifest(manifest: Manifest) -> bytes:
    """Return the manifest as JSON; the same manifest gives the same bytes."""
    inhoud = asdict(manifest) | {"bevroren_op": manifest.bevroren_op.isoformat()}
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(tekst: bytes) -> Manifest:
    """Return the manifest that `write_manifest` wrote.

    Raises:
        InvoerError: the file is no manifest, or a part of it is missing or of another kind.
    """
    try:
        inhoud = json.loads(tekst)
    except ValueError as fout:  # UnicodeDecodeError is one too
        raise _onleesbaar("Het bestand is geen JSON.") from fout
    if not isinstance(inhoud, dict):
        raise _onleesbaar("Het bestand bevat geen lijst met kenmerken.")
    _check_velden(inhoud)
    try:
        manifest = _build(inhoud)
    except (KeyError, TypeError, ValueError) as fout:
        raise _onleesbaar("Een onderdeel heeft niet de vorm die het programma schrijft.") from fout
    if len(manifest.sha256) != _SHA256 or not set(manifest.sha256) <= set("0123456789abcdef"):
        raise _onleesbaar("Het kenmerk 'sha256' is geen SHA-256.")
    return manifest


def _check_velden(inhoud: dict[str, Any]) -> None:
    """Refuse what is missing, unknown, or of another kind."""
    namen = {veld.name for veld in fields(Manifest)}
    mist = sorted(namen - {"audit_hoofd", "voorbeeld"} - set(inhoud))
    vreemd = sorted(set(inhoud) - namen)
    if mist or vreemd:
        wat = f"Dit ontbreekt: {', '.join(mist)}." if mist else f"Onbekend: {', '.join(vreemd)}."
        raise _onleesbaar(wat)
    soorten = {"jaar": int, "bytes": int, "bladzijden": int, "velden": list, "tekenpaginas": list}
    for naam, waarde in inhoud.items():
        soort = bool if naam == "voorbeeld" else soorten.get(naam, str)
        if type(waarde) is not soort:
            raise _onleesbaar(f"Het kenmerk '{naam}' is van een verkeerd soort.")


def _build(inhoud: dict[str, Any]) -> Manifest:
    """Return the manifest from checked JSON."""
    dag = pendulum.from_format(inhoud["bevroren_op"], "YYYY-MM-DD")
    return Manifest(
        **(
            inhoud
            | {
                "velden": tuple(_read_veld(veld) for veld in inhoud["velden"]),
                "tekenpaginas": tuple(_read_pagina(nummer) for nummer in inhoud["tekenpaginas"]),
                "bevroren_op": pendulum.date(dag.year, dag.month, dag.day),
            }
        )
    )


def _read_veld(veld: dict[str, Any]) -> Handtekenveld:
    """Return one field; all of its parts are texts."""
    if not all(isinstance(waarde, str) for waarde in veld.values()):
        raise TypeError(veld)
    return Handtekenveld(**veld)


def _read_pagina(nummer: object) -> int:
    """Return a page number."""
    if type(nummer) is not int:
        raise TypeError(nummer)
    return nummer


def _onleesbaar(wat: str) -> InvoerError:
    return InvoerError(
        f"Dit manifest is niet leesbaar. {wat}",
        advies="Gebruik het bestand manifest.json dat bij de vastgestelde versie hoort.",
        plek=BESTANDSNAAM,
    )
