"""Settings: everything that can be set from outside, with its default and meaning.

Each setting is read from the environment with the prefix ``JAARSCHIJF_``; the Dutch
descriptions end up in the handleiding for the beheerder.
"""

from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

_HERE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return the folder in the checkout, or the copy that the wheel carries."""
    checkout = _HERE.parent / name
    return checkout if checkout.is_dir() else _HERE / "_bundled" / name


class PdfKeuze(StrEnum):
    """Who makes a PDF."""

    AUTO = "auto"
    INGEBOUWD = "ingebouwd"
    LIBREOFFICE = "libreoffice"
    SOFFICE = "soffice"


class Beveiliging(StrEnum):
    """How the way to the mail server is closed to others."""

    STARTTLS = "starttls"
    TLS = "tls"
    GEEN = "geen"


class Tekenniveau(StrEnum):
    """How long a signature can prove itself, from short to long (ETSI EN 319 142-1, 6.1)."""

    B = "B-B"
    T = "B-T"
    LT = "B-LT"
    LTA = "B-LTA"


class Settings(BaseSettings):
    """All settings of one run; frozen, so nothing changes halfway."""

    model_config = SettingsConfigDict(env_prefix="JAARSCHIJF_", env_ignore_empty=True, frozen=True)

    gegevens: Path = Field(
        default=Path("gegevens"),
        description="Map waarin de stand van alle cycli en alle bestanden worden bewaard.",
    )
    uit: Path = Field(
        default=Path("stukken"),
        description="Map waarin u de gemaakte documenten vindt.",
    )
    database: str = Field(
        default="",
        description="Adres van de database. Leeg betekent: SQLite in de map met gegevens.",
    )
    content: Path = Field(
        default_factory=lambda: _shipped("content"),
        description="Map met de inhoud: een map per samenwerking.",
    )
    templates: Path = Field(
        default_factory=lambda: _shipped("templates"),
        description="Map met de Word-sjablonen en de teksten van mails.",
    )
    gebruiker: str = Field(
        default="",
        description="Wie er werkt. Zo staat het in het auditspoor. "
        "Leeg betekent: de gebruiker van de computer.",
    )
    vandaag: date | None = Field(
        default=None,
        description="Doe alsof het deze dag is (JJJJ-MM-DD). Voor oefenen en testen.",
    )

    pdf: PdfKeuze = Field(
        default=PdfKeuze.AUTO,
        description="Wie de PDF maakt: `auto`, `ingebouwd`, `libreoffice` of `soffice`.",
    )
    post_host: str = Field(
        default="",
        description="Naam van de mailserver. Leeg betekent: mail komt in de map postvak-uit.",
    )
    post_poort: int = Field(
        default=0,
        ge=0,
        le=65535,
        description="Poort van de mailserver. 0 betekent: de poort die bij de beveiliging hoort.",
    )
    post_beveiliging: Beveiliging = Field(
        default=Beveiliging.STARTTLS,
        description="Beveiliging van de verbinding: `starttls`, `tls` of `geen`.",
    )
    post_certificaat: Path | None = Field(
        default=None,
        description="Bestand met het certificaat van uw eigen uitgever. "
        "Leeg betekent: de uitgevers die uw computer kent.",
    )
    post_gebruiker: str = Field(
        default="",
        description="Gebruikersnaam bij de mailserver. Leeg betekent: zonder aanmelden.",
    )
    post_wachtwoord: SecretStr = Field(
        default=SecretStr(""),
        description="Wachtwoord bij de mailserver. Een bestand is veiliger.",
    )
    post_wachtwoord_bestand: Path | None = Field(
        default=None,
        description="Bestand waarvan de eerste regel het wachtwoord is.",
    )
    post_afzender: str = Field(
        default="",
        description="Wie de mail verstuurt, zoals `Jaarschijf <afspraken@gemeente.example>`.",
    )
    post_wachttijd: float = Field(
        default=30.0,
        gt=0,
        le=120,
        description="Zoveel seconden mag één antwoord van de mailserver duren, van begin tot eind.",
    )
    post_proefadres: str = Field(
        default="",
        description="Stuur alle mail naar dit ene adres. Voor oefenen.",
    )

    tekenniveau: Tekenniveau = Field(
        default=Tekenniveau.T,
        description="Hoe sterk een handtekening in de PDF wordt: `B-B`, `B-T`, `B-LT` of `B-LTA`.",
    )
    tijdstempel: str = Field(
        default="",
        description="Adres van de tijdstempeldienst (RFC 3161). Leeg betekent: zonder tijdstempel.",
    )
    vertrouwd: Path | None = Field(
        default=None,
        description="Map met de certificaten van uitgevers die u vertrouwt (.pem, .cer) en hun "
        "lijsten van ingetrokken certificaten (.crl).",
    )
    diensten: Path | None = Field(
        default=None,
        description="Map met de certificaten van ondertekendiensten waarvan u het zegel "
        "vertrouwt (.pem, .cer).",
    )
    pkcs11: Path | None = Field(
        default=None,
        description="Programmabestand waarmee uw token werkt (PKCS#11), voor tekenen met --token.",
    )
    zegel: Path | None = Field(
        default=None,
        description="Bestand (.p12) met het certificaat van uw organisatie, voor het dossier.",
    )
    zegel_wachtwoord: SecretStr = Field(
        default=SecretStr(""),
        description="Wachtwoord van dat bestand. Een bestand is veiliger.",
    )
    zegel_wachtwoord_bestand: Path | None = Field(
        default=None,
        description="Bestand waarvan de eerste regel dat wachtwoord is.",
    )

    poort: int = Field(
        default=4200,
        ge=1,
        le=65_535,
        description="Poort van de dienst. Is die bezet, dan de eerste vrije daarna.",
    )
    gelijktijdig: int = Field(
        default=2,
        ge=1,
        le=64,
        description="Hoeveel werk een werker van de dienst tegelijk doet.",
    )

    @property
    def database_url(self) -> str:
        """Return the database address, SQLite inside `gegevens` by default."""
        return self.database or f"sqlite:///{(self.gegevens / 'jaarschijf.sqlite').resolve()}"
