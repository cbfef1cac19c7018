"""A small content folder that is right, and ways to plant one fault in it."""

from pathlib import Path

import pytest

from cycle.domain.bevinding import Bevinding
from cycle.domain.errors import InhoudOnbruikbaar
from cycle.library import MapBibliotheek

ROOT = Path(__file__).resolve().parents[3]

SAMENWERKING = """\
naam = "Dorp"
gemeente = "Dorp"
titel = "Prestatieafspraken Dorp 2024-2027"
van = 2024-01-01
tot_en_met = 2027-12-31
themas = [
    "thema-1-bouwen.md",
    "thema-2-wonen.md",
]

[[partij]]
code = "gemeente"
naam = "Gemeente Dorp"
soort = "gemeente"
organen = ["college"]
contact = "beleidsadviseur wonen"
mail = "wonen@dorp.example"
ondertekenaars = ["wethouder"]

[[partij]]
code = "domesta"
naam = "Domesta"
soort = "corporatie"
organen = ["bestuur", "rvc"]
contact = "adviseur"
mail = "afspraken@domesta.example"
ondertekenaars = ["directeur-bestuurder"]

[[partij]]
code = "huurders"
naam = "Huurders Dorp"
soort = "huurdersorganisatie"
organen = ["bestuur"]
contact = "secretaris"
mail = "secretaris@huurders.example"
ondertekenaars = ["voorzitter"]
vertegenwoordigt = ["domesta"]
voorbeeld = true

[[kader]]
titel = "Woonvisie Dorp"
niveau = "lokaal"
datum = 2023-04-01
geldig_tot = 2026-12-31

[[dossier]]
code = "herstel"
naam = "Herstel"
tekst = "Er komt geld."
trigger = "Het geld is er."
gevolg = "De partijen praten opnieuw."
afspraken = ["groei"]

[[jaar]]
jaar = 2024
prioriteiten = ["bouwen"]

[[jaar.bijeenkomst]]
code = "kickoff"
naam = "Startbijeenkomst"
datum = 2023-09-12
tijd = "13.30-15.30"
plaats = "Raadhuis"
agenda = ["Terugblik"]

[[jaar.vergadering]]
partij = "domesta"
orgaan = "rvc"
datum = 2023-11-28
"""

THEMA_BOUWEN = """\
# Bouwen {#bouwen}

Het dorp groeit.

## Ambitie

Genoeg woningen.

## Tabel. Bouw en sloop {#bouw}

- Eenheid: woningen
- Totaalkolom: Totaal
- Totaalrij: Netto
- Verband: Netto = Nieuwbouw - Sloop

| | Domesta | Anders | Totaal |
|---|---:|---:|---:|
| Sloop | 1.150 | n.b. | 390 |
| Nieuwbouw | 350 | 20 | 715 |
| Netto | +200 | -2 | 6,80 |

Bron: de woonvisie.

## 1. De voorraad groeit {#groei}

- Aard: prestatie
- Wie: alle partijen (meewerkend), domesta (trekker),
  huurders (geinformeerd)
- Voorwaarde: Er zijn genoeg locaties.
- Begrip: sociaal = onder de huurgrens
- Termijn: in 2027
- Elk jaar: ja
- Dossier: herstel
- Twijfel: De bron noemt twee getallen.

Wij bouwen **genoeg** woningen.

- Eerst in het dorp.

### Toelichting

Dat is nodig.

### Doelen

| indicator | partij | teken | doel | van | tot en met | soort | opmerking |
|---|---|---|---:|---|---|---|---|
| NETTO | samen | >= | 320 | 2024 | 2027 | norm | |
| NETTO | domesta | ca. | 200 | 2024 | | verwacht | "ruim 200 woningen" |
| AANDEEL | domesta | <= | 6,80 | 2024 | 2027 | norm | gebied: de hele regio |

### Fasering

| indicator | partij | 2024 | 2025 |
|---|---|---:|---:|
| NETTO | domesta | 60 | n.b. |
"""

THEMA_WONEN = """\
# Wonen {#wonen}

## 2. Wij praten {#praten}

- Aard: proces
- Wie: gemeente (trekker), alle corporaties (uitvoerder)

Ieder kwartaal.
"""

INDICATOREN = """\
[[indicator]]
code = "NETTO"
naam = "Netto toevoeging"
eenheid = "woningen"
aard = "stroom"
richting = "min"

[[indicator]]
code = "AANDEEL"
naam = "Aandeel"
eenheid = "%"
aard = "aandeel"
richting = "max"
"""

REALISATIE = """\
# Wat er al is

| indicator | partij | jaar | waarde | bron |
|---|---|---|---:|---|
| NETTO | domesta | 2022 | 40 | jaarverslag |
| NETTO | domesta | 2023 | n.b. | |
"""

SPECIFICATIES = """\
| afspraak | onderwerp | waarde |
|---|---|---|
| groei | Plan Noord | 12 \\| 14 |
"""

BIEDINGEN = """\
# Biedingen

## domesta

| regelcode | doet mee | bod | planning | bedrag | toelichting |
|---|---|---|---|---|---|
| A01-NETTO | ja | 60 | 2e kwartaal | 1000 | Wij bouwen. |
| A02-INZET | deels | | | | Wij praten. |

| voorstel | bod | planning |
|---|---|---|
| Een buurthuis | 1 | 2024 |
"""

BESLUITEN = """\
| partij | orgaan | besluit | datum | zonder | reden |
|---|---|---|---|---|---|
| domesta | rvc | geheel | 2023-11-28 | | |
| huurders | bestuur | op onderdelen | 2023-11-29 | 1, 2 | Te weinig. |
"""

PROFIEL = """\
naam = "Woningwet 2015"
geldig_van = 2015-07-01
bron = "Woningwet"
onzeker = "Het einde."
grondslag = "woonvisie"
grondslag_orgaan = "raad"
geschil_over = ["totstandkoming"]

[[termijn]]
code = "bod"
fase = "voorbereiding"
melding = "Het bod."
basis = "Woningwet artikel 44"
soort = "uiterlijk"
maand = 7
dag = 1
schuif = "werkdag-ervoor"

[[termijn]]
code = "advies"
fase = "voorbereiding"
melding = "Het advies."
basis = "Overlegwet"
soort = "relatief"
na = "bod"
dagen = -59
"""

DAGEN = """\
van = 2026
tot_en_met = 2028

[[dag]]
datum = 2026-01-02
bron = "Koninklijk besluit"
"""

PARAMETERS = """\
[[parameter]]
soort = "liberalisatiegrens"
jaar = 2023
bedrag = "808,06"
bron = "Besluit 2023"
"""

BESTANDEN = {
    "indicatoren.toml": INDICATOREN,
    "regelprofielen/woningwet2015.toml": PROFIEL,
    "gelijkgestelde-dagen.toml": DAGEN,
    "parameters.toml": PARAMETERS,
    "dorp/samenwerking.toml": SAMENWERKING,
    "dorp/inleiding.md": "Welkom in *Dorp*.\n",
    "dorp/thema-1-bouwen.md": THEMA_BOUWEN,
    "dorp/thema-2-wonen.md": THEMA_WONEN,
    "dorp/realisatie.md": REALISATIE,
    "dorp/specificaties-2024.md": SPECIFICATIES,
    "dorp/voorbeeld/biedingen-2024.md": BIEDINGEN,
    "dorp/voorbeeld/besluiten-2024.md": BESLUITEN,
}


def write_content(content: Path) -> Path:
    """Return a content folder without any fault."""
    for naam, tekst in BESTANDEN.items():
        pad = content / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    return content


def plant(content: Path, bestand: str, oud: str, nieuw: str) -> None:
    """Replace a text that stands in the file exactly once."""
    pad = content / bestand
    tekst = pad.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat er {tekst.count(oud)} keer"
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def line_of(content: Path, bestand: str, tekst: str) -> int:
    """Return the number of the first line that holds `tekst`."""
    regels = (content / bestand).read_text(encoding="utf-8").split("\n")
    return next(nummer for nummer, regel in enumerate(regels, 1) if tekst in regel)


def open_bibliotheek(content: Path = ROOT / "content") -> MapBibliotheek:
    """Return the library over a folder, by default over the content that is shipped."""
    return MapBibliotheek(content, ROOT / "templates" / "samenwerking")


def load_fouten(content: Path) -> tuple[Bevinding, ...]:
    """Return the findings with which the loading of Dorp is refused."""
    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).load("dorp")
    return gevangen.value.bevindingen


def only_fout(content: Path) -> Bevinding:
    """Return the one finding with which the loading of Dorp is refused."""
    fouten = load_fouten(content)
    assert len(fouten) == 1, [f"{f.code} {f.plek} {f.melding}" for f in fouten]
    return fouten[0]
