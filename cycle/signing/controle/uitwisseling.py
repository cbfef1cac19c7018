"""Uitwisseling: a question and a verdict as JSON, between this process and the one that looks.

The answer comes from a process that read a file of somebody else, so nothing in it is more
than texts and numbers of the expected kind.
"""

import base64
import json
from dataclasses import asdict
from typing import Any

import pendulum

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.binding import (
    Bindingsoordeel,
    Controle,
    Controleregel,
    Tekenkader,
    Toegestaan,
    Veldoordeel,
    Veldstaat,
    Vertrouwen,
)
from cycle.domain.handtekenroute import Route
from cycle.domain.handtekenveld import Handtekenveld
from cycle.domain.manifest import read_manifest, write_manifest
from cycle.signing.controle.vraag import Vraag


def write_vraag(vraag: Vraag) -> bytes:
    """Return a question as JSON."""
    kader, vertrouwen = vraag.kader, vraag.vertrouwen
    return json.dumps(
        {
            "ontvangen": _pack(vraag.ontvangen),
            "vastgesteld": None if vraag.vastgesteld is None else _pack(vraag.vastgesteld),
            "manifest": vraag.manifest and write_manifest(vraag.manifest).decode(),
            "nu": vraag.nu.isoformat(),
            "naam": vraag.naam,
            "is_scan": vraag.is_scan,
            "toegestaan": [asdict(een) for een in kader.toegestaan],
            "dagen": [dag and dag.isoformat() for dag in (kader.van, kader.tot_en_met)],
            "vingerafdruk": kader.vingerafdruk,
            "uitgevers": [_pack(tekst) for tekst in vertrouwen.uitgevers],
            "diensten": [_pack(tekst) for tekst in vertrouwen.diensten],
            "intrekkingen": [_pack(tekst) for tekst in vertrouwen.intrekkingen],
        }
    ).encode()


def read_vraag(tekst: bytes) -> Vraag:
    """Return the question that `write_vraag` wrote."""
    data = json.loads(tekst)
    van, tot_en_met = (dag and pendulum.Date.fromisoformat(dag) for dag in data["dagen"])
    return Vraag(
        ontvangen=_unpack(data["ontvangen"]),
        nu=pendulum.DateTime.fromisoformat(data["nu"]),
        manifest=read_manifest(data["manifest"].encode()) if data["manifest"] else None,
        vastgesteld=None if data["vastgesteld"] is None else _unpack(data["vastgesteld"]),
        kader=Tekenkader(
            toegestaan=tuple(
                Toegestaan(een["veld"], tuple(een["namen"]), tuple(een["certificaten"]))
                for een in data["toegestaan"]
            ),
            van=van,
            tot_en_met=tot_en_met,
            vingerafdruk=data["vingerafdruk"],
        ),
        vertrouwen=Vertrouwen(
            *(
                tuple(_unpack(stuk) for stuk in data[soort])
                for soort in ("uitgevers", "diensten", "intrekkingen")
            )
        ),
        naam=data["naam"],
        is_scan=data["is_scan"],
    )


def write_oordeel(oordeel: Bindingsoordeel) -> bytes:
    """Return a verdict as JSON."""
    return json.dumps(
        {
            "route": oordeel.route.value,
            "sha256": oordeel.sha256,
            "regels": [
                {"controle": regel.controle.value, "bevindingen": _list(regel.bevindingen)}
                for regel in oordeel.regels
            ],
            "velden": [_veld_as_data(veld) for veld in oordeel.velden],
            "extra": [_veld_as_data(veld) for veld in oordeel.extra],
        }
    ).encode()


def read_oordeel(tekst: bytes) -> Bindingsoordeel:
    """Return the verdict that `write_oordeel` wrote.

    Raises:
        ValueError: it is not one; KeyError and TypeError for the same.
    """
    data = json.loads(tekst)
    return Bindingsoordeel(
        route=Route(data["route"]),
        sha256=str(data["sha256"]),
        regels=tuple(
            Controleregel(Controle(regel["controle"]), _read_bevindingen(regel["bevindingen"]))
            for regel in data["regels"]
        ),
        velden=tuple(_read_veld(veld) for veld in data["velden"]),
        extra=tuple(_read_veld(veld) for veld in data["extra"]),
    )


def _list(bevindingen: tuple[Bevinding, ...]) -> list[dict[str, str]]:
    return [asdict(b) | {"ernst": b.ernst.value} for b in bevindingen]


def _read_bevindingen(data: list[dict[str, str]]) -> tuple[Bevinding, ...]:
    return tuple(
        Bevinding(
            code=str(b["code"]),
            ernst=Ernst(b["ernst"]),
            plek=str(b["plek"]),
            melding=str(b["melding"]),
            advies=str(b["advies"]),
        )
        for b in data
    )


def _veld_as_data(oordeel: Veldoordeel) -> dict[str, Any]:
    """Return the verdict on one place as plain data."""
    op = oordeel.getekend_op
    return {
        "veld": asdict(oordeel.veld),
        "staat": oordeel.staat.value,
        "ondertekenaar": oordeel.ondertekenaar,
        "getekend_op": op and op.isoformat(),
        "is_bewezen": oordeel.is_bewezen,
        "niveau": oordeel.niveau,
        "bevindingen": _list(oordeel.bevindingen),
    }


def _read_veld(data: dict[str, Any]) -> Veldoordeel:
    """Return the verdict on one place."""
    veld, op = data["veld"], data["getekend_op"]
    moment = None if op is None else pendulum.DateTime.fromisoformat(op)
    return Veldoordeel(
        veld=Handtekenveld(str(veld["naam"]), str(veld["partij"]), str(veld["functie"])),
        staat=Veldstaat(data["staat"]),
        ondertekenaar=str(data["ondertekenaar"]),
        getekend_op=None if moment is None else moment.in_timezone("Europe/Amsterdam"),
        is_bewezen=bool(data["is_bewezen"]),
        niveau=str(data["niveau"]),
        bevindingen=_read_bevindingen(data["bevindingen"]),
    )


def _pack(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode()


def _unpack(tekst: str) -> bytes:
    return base64.b64decode(tekst)
