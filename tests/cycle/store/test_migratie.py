"""Data of an earlier release keep their meaning in the tables of this one."""

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from cycle.domain.bericht import Berichtsoort
from cycle.domain.handtekenroute import Route
from cycle.store import open_store
from cycle.store.migratie import MIGRATIES
from cycle.store.verbinding import begin
from tests.cycle.store.builders import Wijzer, een_cyclus

BERICHTEN = {
    "uitvraag/domesta": (True, Berichtsoort.UITNODIGING),
    "bieding/domesta/te-laat": (False, Berichtsoort.HERINNERING),
    "bieding/domesta/herinnering": (True, Berichtsoort.HERINNERING),
    "herinnering/domesta": (False, Berichtsoort.UITNODIGING),
    "besluit/domesta/rvc/laatste": (True, Berichtsoort.HERINNERING),
}
"""Key of a message of 2026.3: whether it was sent, and of what kind it is."""


def _upgrade(connection: Connection, versie: str) -> None:
    """Bring the tables to an earlier version."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", MIGRATIES)
    command.upgrade(config, versie)


@pytest.fixture
def gegevens_van_2026_3(engine: Engine) -> None:
    """Fill the tables of 2026.3 with messages."""
    cyclus = {"s": "hoogeveen", "j": 2024, "dag": "2023-09-12", "v": True}
    with begin(engine) as connection:
        _upgrade(connection, "v2026_3")
        connection.execute(
            text("INSERT INTO cyclus VALUES (1, :s, :j, 'biedingen', :dag, '', :v)"), cyclus
        )
        for nummer, (versie, code) in enumerate((("0.1", "OUD"), ("0.2", "C0DE")), start=1):
            connection.execute(
                text("INSERT INTO concept VALUES (:n, 1, :versie, :code, '', :dag, :nee)"),
                {"n": nummer, "versie": versie, "code": code, "dag": "2023-11-01", "nee": False},
            )
        for nummer, (sleutel, (is_verzonden, _)) in enumerate(BERICHTEN.items(), start=1):
            connection.execute(
                text(
                    "INSERT INTO bericht VALUES (:n, 1, :sleutel, 'a@b.example', '', '', :op, :z)"
                ),
                {
                    "n": nummer,
                    "sleutel": sleutel,
                    "op": "2023-09-12",
                    "z": "2023-09-13" if is_verzonden else None,
                },
            )


@pytest.mark.usefixtures("gegevens_van_2026_3")
def test_messages_keep_their_state_and_reminders_become_reminders(adres: str) -> None:
    store, cyclus = open_store(adres, Wijzer()), een_cyclus()

    with store.transaction() as tx:
        verzonden = [b.sleutel for b in tx.berichten(cyclus, verzonden=True)]
        soorten = {b.sleutel: b.soort for b in tx.berichten(cyclus)}
        leeg = {(b.html, b.antwoord_aan, b.agenda) for b in tx.berichten(cyclus)}

    assert verzonden == [
        sleutel for sleutel, (is_verzonden, _) in BERICHTEN.items() if is_verzonden
    ]
    assert soorten == {sleutel: soort for sleutel, (_, soort) in BERICHTEN.items()}
    assert leeg == {("", "", b"")}


@pytest.mark.usefixtures("gegevens_van_2026_3")
def test_a_key_is_still_unique_after_the_change(adres: str, engine: Engine) -> None:
    open_store(adres, Wijzer())

    with begin(engine) as connection:
        kolommen = connection.execute(text("SELECT * FROM bericht")).keys()
        rest = ", ".join(k for k in kolommen if k != "id")
        dubbel = f"INSERT INTO bericht ({rest}) SELECT {rest} FROM bericht WHERE id = 1"  # noqa: S608 - our own column names
        aantal = connection.execute(text(f"{dubbel} ON CONFLICT DO NOTHING")).rowcount
    assert aantal == 0


@pytest.mark.usefixtures("gegevens_van_2026_3")
def test_a_reminder_that_went_out_before_does_not_go_out_again(adres: str) -> None:
    store = open_store(adres, Wijzer())
    gestuurd = [f"hoogeveen/2024/bieding/domesta/{trede}" for trede in ("te-laat", "herinnering")]
    besluit = "hoogeveen/2024/besluit/domesta/rvc/C0DE/laatste"

    with store.transaction() as tx:
        bekend = tx.known_herinneringen([*gestuurd, besluit, "hoogeveen/2024/uitvraag/domesta"])

    assert set(bekend) == {*gestuurd, besluit}


@pytest.fixture
def handtekening_van_2026_4(engine: Engine) -> None:
    """Fill the tables of 2026.4 with a decision and a signature."""
    velden = {"dag": "2023-12-04", "nee": False, "code": "3F9A-2C1B-77D0"}
    with begin(engine) as connection:
        _upgrade(connection, "v2026_4_tik")
        for opdracht in (
            "INSERT INTO cyclus VALUES (1, 'hoogeveen', 2024, 'ondertekening', :dag, '', :nee, "
            ":dag, :dag, '')",
            "INSERT INTO besluit VALUES (1, 1, 'domesta', 'rvc', :code, 1, 'geheel', :dag, '')",
            "INSERT INTO handtekening VALUES (1, 1, 'domesta', 'directeur-bestuurder', :code, 1, "
            "'geheel', :dag, '')",
        ):
            connection.execute(text(opdracht), velden)


@pytest.mark.usefixtures("handtekening_van_2026_4")
def test_an_earlier_signature_becomes_one_that_was_reported_on_version_1_0(adres: str) -> None:
    store, cyclus = open_store(adres, Wijzer()), een_cyclus()

    with store.transaction() as tx:
        (handtekening,), (besluit,) = tx.handtekeningen(cyclus), tx.besluiten(cyclus)

    assert (handtekening.route, handtekening.versie) == (Route.GEMELD, "1.0")
    assert (handtekening.bewijs, handtekening.vastgelegd_door) == ("", "")
    assert (besluit.overgenomen_van, besluit.bewijs) == ("", "")


@pytest.mark.usefixtures("handtekening_van_2026_4")
def test_the_log_of_signatures_is_still_closed_after_the_change(adres: str, engine: Engine) -> None:
    open_store(adres, Wijzer())

    with (
        pytest.raises(DatabaseError, match="handtekening is een logboek"),
        engine.begin() as connection,
    ):
        connection.execute(text("UPDATE handtekening SET route = 'papier'"))
