"""Many samenwerkingen with the least that can be read: three partijen and one afspraak."""

from pathlib import Path

from tests.cycle.library.builders import DAGEN, INDICATOREN, ROOT

SAMENWERKING = """\
naam = "Gehucht"
gemeente = "Gehucht"
titel = "Prestatieafspraken Gehucht 2024"
van = 2024-01-01
tot_en_met = 2024-12-31
themas = ["thema-1-wonen.md"]

[[partij]]
code = "gemeente"
naam = "Gemeente Gehucht"
soort = "gemeente"
organen = ["college"]
contact = "beleidsadviseur wonen"
mail = "wonen@gehucht.example"
ondertekenaars = ["wethouder"]

[[partij]]
code = "domesta"
naam = "Domesta"
soort = "corporatie"
organen = ["bestuur"]
contact = "adviseur"
mail = "afspraken@domesta.example"
ondertekenaars = ["bestuurder"]

[[partij]]
code = "huurders"
naam = "Huurders Gehucht"
soort = "huurdersorganisatie"
organen = ["bestuur"]
contact = "secretaris"
mail = "secretaris@huurders.example"
ondertekenaars = ["voorzitter"]
vertegenwoordigt = ["domesta"]

[[jaar]]
jaar = 2024

[[jaar.bijeenkomst]]
code = "kickoff"
naam = "Startbijeenkomst"
datum = 2023-09-12
"""

THEMA = """\
# Wonen {#wonen}

## 1. Wij praten {#praten}

- Aard: proces
- Wie: gemeente (trekker)

Ieder kwartaal.
"""

PROFIEL = "regelprofielen/woningwet2015.toml"


def write_gehuchten(content: Path, aantal: int) -> tuple[str, ...]:
    """Return the codes of so many samenwerkingen, each in its own folder of `content`."""
    _write(content / "indicatoren.toml", INDICATOREN)
    _write(content / "gelijkgestelde-dagen.toml", DAGEN)
    _write(content / PROFIEL, (ROOT / "content" / PROFIEL).read_text("utf-8"))
    codes = tuple(f"gehucht{nummer}" for nummer in range(1, aantal + 1))
    for code in codes:
        _write(content / code / "samenwerking.toml", SAMENWERKING)
        _write(content / code / "inleiding.md", "Welkom.\n")
        _write(content / code / "thema-1-wonen.md", THEMA)
    return codes


def _write(pad: Path, tekst: str) -> None:
    """Write one file of the content."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(tekst, "utf-8")
