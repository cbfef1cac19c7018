"""The country that is played: who takes part where, and its content as files."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

BRON = Path(__file__).resolve().parents[3] / "content"
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
TREDEN = ("aankondiging", "herinnering", "laatste", "te-laat", "plaatsvervanger", "coordinator")
GEWOON: Mapping[str, tuple[int | None, ...]] = {
    "bieding": (-10, -5, -1, 2, 4, 6),
    "reactie": (None, -5, -1, None, None, None),
    "besluit": (-10, -5, -1, 1, 2, 3),
    "ondertekening": (None, -3, -1, 1, 2, 3),
    "toets": (-10, -5, -1, 2, 4, 6),
}
"""The usual distances in working days, per rung."""

THEMA = """\
# Wonen {#wonen}

## 1. Wij praten {#praten}

- Aard: proces
- Wie: alle partijen (meewerkend)

Ieder kwartaal.
"""


def werp(wat: str) -> Random:
    """Return the dice for one thing, so that chance never depends on the order of events."""
    return Random(wat)  # noqa: S311 - chance in a play keeps no secret


@dataclass(frozen=True)
class Lid:
    """One partij; `vervanger` is the address of its deputy, empty without one."""

    code: str
    soort: str
    mail: str
    organen: tuple[str, ...]
    tekent: tuple[str, ...]
    vervanger: str = ""


@dataclass(frozen=True, eq=False)
class Gebied:
    """One samenwerking, as the oracle knows it; `vergadert` is per jaar, partij and orgaan."""

    code: str
    leden: tuple[Lid, ...]
    regio: str
    weekdag: int
    ladders: Mapping[str, tuple[int | None, ...]]
    vergadert: Mapping[tuple[int, str, str], date] = field(default_factory=dict)

    @property
    def coordinator(self) -> str:
        """Return the address of who leads it."""
        return self.leden[0].mail

    def lid(self, code: str) -> Lid:
        """Return one partij."""
        return next(lid for lid in self.leden if lid.code == code)


def maak_gebied(nummer: int, jaren: range, dobbel: Random) -> Gebied:
    """Return a samenwerking; its corporatie and tenants are known in others too."""
    kring, paar = nummer // 3, nummer // 2
    groot = f"Afspraken@corporatie-{kring}.example"
    leden = [
        Lid(
            "gemeente",
            "gemeente",
            f"wonen@regio-{paar}.example" if nummer % 4 < 2 else f"wonen@dorp-{nummer}.example",
            ("college", "raad") if dobbel.random() < 0.3 else ("college",),
            ("wethouder",),
        ),
        Lid(
            "corporatie",
            "corporatie",
            groot if nummer % 2 else groot.lower(),
            ("bestuur", "rvc"),
            ("directeur-bestuurder",),
            f"vervanger@corporatie-{kring}.example" if nummer % 3 else "",
        ),
        Lid(
            "huurders",
            "huurdersorganisatie",
            f"secretaris@huurders-{paar}.example",
            ("bestuur",),
            ("voorzitter", "secretaris") if nummer % 2 else ("voorzitter",),
            groot.lower() if nummer % 5 == 0 else "",
        ),
    ]
    return Gebied(
        code=f"dorp-{nummer}",
        leden=tuple(leden),
        regio=("Noord", "Midden", "Zuid", "")[nummer % 4],
        weekdag=dobbel.choice((0, 0, 1, 2, 3, 4)),
        ladders=_ladders(dobbel),
        vergadert={
            (jaar, "corporatie", "rvc"): date(jaar - 1, 11, dobbel.randint(15, 30))
            for jaar in jaren
            if dobbel.random() < 0.4
        },
    )


def _ladders(dobbel: Random) -> dict[str, tuple[int | None, ...]]:
    """Return the distances; one in three has its own for biedingen and checks."""
    ladders = dict(GEWOON)
    if dobbel.random() < 0.35:
        ladders["bieding"] = (-8, -4, -2, 1, None, 5)
        ladders["toets"] = (None, -6, -1, 3, 5, 7)
    return ladders


def schrijf_land(content: Path, gebieden: tuple[Gebied, ...], jaren: range) -> None:
    """Write the content of all samenwerkingen, with the rules that are shipped."""
    content.mkdir()
    for deel in BRON.iterdir():
        if deel.is_file() and deel.name != "regios.toml":
            shutil.copy(deel, content / deel.name)
    shutil.copytree(BRON / "regelprofielen", content / "regelprofielen")
    for gebied in gebieden:
        map_ = content / gebied.code
        map_.mkdir()
        (map_ / "inleiding.md").write_text("Welkom.\n", "utf-8")
        (map_ / "thema.md").write_text(THEMA, "utf-8")
        (map_ / "samenwerking.toml").write_text(_toml(gebied, jaren), "utf-8")


def _toml(gebied: Gebied, jaren: range) -> str:
    """Return ``samenwerking.toml``."""
    regels = [
        f'naam = "{gebied.code}"',
        f'gemeente = "{gebied.code}"',
        'titel = "Prestatieafspraken"',
        f"van = {jaren[0]}-01-01",
        f"tot_en_met = {jaren[-1]}-12-31",
        f'schoolregio = "{gebied.regio}"' if gebied.regio else "",
        'themas = ["thema.md"]',
        "[herinneringen]",
        f'weekoverzicht = "{WEEKDAGEN[gebied.weekdag]}"',
    ]
    for soort, ladder in gebied.ladders.items():
        if ladder != GEWOON[soort]:
            regels += [f"[herinneringen.{soort}]", *_ladder_toml(ladder)]
    for lid in gebied.leden:
        regels += _lid_toml(lid)
    for jaar in jaren:
        regels += ["[[jaar]]", f"jaar = {jaar}"]
        for (van, partij, orgaan), dag in gebied.vergadert.items():
            if van == jaar:
                wie = [f'partij = "{partij}"', f'orgaan = "{orgaan}"', f"datum = {dag}"]
                regels += ["[[jaar.vergadering]]", *wie]
    return "\n".join(regels) + "\n"


def _ladder_toml(ladder: tuple[int | None, ...]) -> list[str]:
    zonder = [f'"{t}"' for t, afstand in zip(TREDEN, ladder, strict=True) if afstand is None]
    regels = [f"{t} = {abs(a)}" for t, a in zip(TREDEN, ladder, strict=True) if a is not None]
    return [*regels, f"zonder = [{', '.join(zonder)}]"]


def _lid_toml(lid: Lid) -> list[str]:
    def lijst(delen: tuple[str, ...]) -> str:
        return "[" + ", ".join(f'"{deel}"' for deel in delen) + "]"

    regels = [
        "[[partij]]",
        f'code = "{lid.code}"',
        f'naam = "{lid.code}"',
        f'soort = "{lid.soort}"',
        f"organen = {lijst(lid.organen)}",
        f'contact = "{lid.code}"',
        f'mail = "{lid.mail}"',
        f"ondertekenaars = {lijst(lid.tekent)}",
    ]
    if lid.soort == "huurdersorganisatie":
        regels.append('vertegenwoordigt = ["corporatie"]')
    if lid.vervanger:
        regels += ['plaatsvervanger = "vervanger"', f'plaatsvervanger_mail = "{lid.vervanger}"']
    return regels
