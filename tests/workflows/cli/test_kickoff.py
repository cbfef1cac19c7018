"""The startbijeenkomst on the command line: invitations, the vote, and the agenda."""

from pathlib import Path

from icalendar import Calendar

from tests.workflows.cli.builders import Werkmap


def _begin(werkmap: Werkmap) -> Werkmap:
    """Return the folder on a day before the startbijeenkomst, with the year started."""
    eerder = werkmap.op("2023-09-01")
    eerder.doe("cyclus", "start", "dorp", "2024")
    return eerder


def test_partijen_are_invited_once_and_a_trial_sends_nothing(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)
    postvak = werkmap.pad / "stukken/dorp-2024/postvak-uit"

    proef = map_.doe("uitnodig", "dorp", "2024", "--proef")

    assert proef == (
        "Uitnodiging: Startbijeenkomst op dinsdag 12 september 2023, 13.30 tot 15.30 uur\n"
        "Dit zou uitgaan naar 3 partijen, in een mail per bijeenkomst.\n"
    )
    assert not postvak.exists()
    assert "Dit is klaargezet voor 3 partijen" in map_.doe("uitnodig", "dorp", "2024", "kickoff")
    assert len(list(postvak.glob("*.eml"))) == 3
    assert "Er gaat niets uit." in map_.doe("uitnodig", "dorp", "2024")


def test_a_year_without_meetings_is_told_where_they_go(werkmap: Werkmap) -> None:
    map_ = werkmap.op("2024-09-01")
    map_.doe("cyclus", "start", "dorp", "2025")

    tekst = map_.doe("uitnodig", "dorp", "2025")

    assert "Bij het jaar 2025 staat nog geen bijeenkomst." in tekst
    assert "[[jaar.bijeenkomst]]" in tekst


def test_invitations_are_plain_data_with_json(werkmap: Werkmap) -> None:
    gegevens = _begin(werkmap).json("uitnodig", "dorp", "2024")

    assert gegevens == {
        "proef": False,
        "berichten": [
            {
                "bijeenkomst": "kickoff-1",
                "soort": "uitnodiging",
                "volgnummer": 0,
                "naam": "Startbijeenkomst",
                "datum": "2023-09-12",
                "tijd": "13.30-15.30",
                "plaats": "Raadhuis",
            }
        ],
    }


def test_the_vote_is_counted_and_a_tie_is_settled_by_the_meeting(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)
    zonder = werkmap.pad.parent / "content/dorp/samenwerking.toml"
    zonder.write_text(
        zonder.read_text("utf-8").replace('prioriteiten = ["bouwen"]', "prioriteiten = []"), "utf-8"
    )

    assert "vastgelegd" in map_.doe("kickoff", "stem", "dorp", "2024", "domesta", "bouwen", "1")
    map_.doe("kickoff", "stem", "dorp", "2024", "huurders", "wonen", "2")

    uitslag = map_.doe("kickoff", "uitslag", "dorp", "2024")
    assert "Nog geen stem van: Gemeente Dorp." in uitslag
    assert "De bijeenkomst kiest:\n  jaarschijf kickoff kies dorp 2024" in uitslag
    geweigerd = map_.run("cyclus", "fase", "dorp", "2024", "kickoff")
    assert geweigerd.exit_code == 1
    assert "De stemming eindigt gelijk" in geweigerd.output

    keuze = ("kickoff", "kies", "dorp", "2024", "wonen", "bouwen", "--reden", "Zo besloten.")
    assert "vastgelegd" in map_.doe(*keuze)
    assert "Prioriteiten: " in map_.doe("cyclus", "fase", "dorp", "2024", "kickoff")
    gegevens = map_.json("kickoff", "uitslag", "dorp", "2024")
    assert gegevens["topkeuze"]["keuzes"] == ["wonen", "bouwen"]
    assert gegevens["uitslag"][0] == {"keuze": "bouwen", "punten": 3, "eerste": 1}
    assert (gegevens["gelijk"], gegevens["top"]) == ([["groei", "praten"]], [])


def test_priorities_in_the_content_are_named_as_going_first(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)

    tekst = map_.doe("kickoff", "uitslag", "dorp", "2024")

    assert tekst.startswith("Er zijn nog geen stemmen.\n")
    assert "Die top 3 gaat voor." in tekst


def test_a_subject_that_is_not_there_is_refused(werkmap: Werkmap) -> None:
    antwoord = _begin(werkmap).run("kickoff", "stem", "dorp", "2024", "domesta", "parkeren")

    assert antwoord.exit_code == 1
    assert "Het onderwerp 'parkeren' bestaat niet in Dorp." in antwoord.output


def test_the_agenda_is_made_in_word_and_pdf(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)

    gegevens = map_.json("kickoff", "agenda", "dorp", "2024")

    assert gegevens["gedaan"]
    assert [naam.rpartition("/")[2] for naam in gegevens["stukken"]] == [
        "agenda-2024.docx",
        "agenda-2024.pdf",
    ]
    assert "was al gemaakt" in map_.doe("kickoff", "agenda", "dorp", "2024")


def test_a_partij_can_follow_a_calendar_and_lose_it(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)

    bestanden = map_.json("abonnement", "dorp", "2024")["bestanden"]
    nieuw = map_.json("abonnement", "dorp", "2024", "--vernieuw", "domesta")

    assert set(bestanden) == {"gemeente", "domesta", "huurders"}
    assert not (werkmap.pad / bestanden["domesta"]).exists()
    kalender = Calendar.from_ical(Path(nieuw["bestanden"]["domesta"]).read_bytes())
    assert str(kalender["METHOD"]) == "PUBLISH"
    assert "nieuw adres" in nieuw["melding"]
    assert "Domesta" in map_.doe("abonnement", "dorp", "2024", "--vernieuw", "huurders")


def test_the_next_year_begins_with_a_proposal_for_its_days(werkmap: Werkmap) -> None:
    werkmap.maak_concept()

    tekst = werkmap.doe("cyclus", "vervolg", "dorp", "2025")

    assert "De bijeenkomsten van 2025 zijn een voorstel." in tekst
    assert "Uit de jaarschijf 2024" in tekst
    kalender = werkmap.json("kalender", "dorp", "2025")
    assert [b["datum"] for b in kalender["bijeenkomsten"]] == ["2024-09-10"]
    gegevens = werkmap.json("cyclus", "vervolg", "dorp", "2025")
    assert (gegevens["gedaan"], gegevens["bestand"]) == (False, "")
    assert {punt["partij"] for punt in gegevens["restpunten"]} == {"gemeente"}


def test_a_dossier_is_reopened_and_seen_in_the_status(werkmap: Werkmap) -> None:
    map_ = _begin(werkmap)

    melding = map_.doe(
        *("cyclus", "dossier", "dorp", "2024", "herstel"),
        *("--reden", "Het geld is er.", "--op", "2023-08-30"),
    )

    assert melding.startswith("Het dossier Herstel is heropend.")
    assert "heropend op 30 augustus 2023: Het geld is er." in map_.doe(
        "cyclus", "status", "dorp", "2024"
    )
    assert not map_.json(
        *("cyclus", "dossier", "dorp", "2024", "herstel"),
        *("--reden", "Het geld is er.", "--op", "2023-08-30"),
    )["gedaan"]


def test_a_change_in_the_running_year_becomes_an_addendum(werkmap: Werkmap) -> None:
    werkmap.maak_concept()
    for stap in ("accordering", "vaststelling"):
        werkmap.doe("cyclus", "fase", "dorp", "2024", stap, "--reden", "Voor de test.")
    assert "Er is niets veranderd" in werkmap.doe("cyclus", "addendum", "dorp", "2024")
    thema = werkmap.pad.parent / "content/dorp/thema-2-wonen.md"
    thema.write_text(thema.read_text("utf-8").replace("# Wonen", "# Prettig wonen", 1), "utf-8")

    gegevens = werkmap.json("cyclus", "addendum", "dorp", "2024", "--reden", "Beter Nederlands.")

    assert gegevens["gedaan"]
    assert [naam.rpartition("/")[2] for naam in gegevens["stukken"]] == [
        "addendum-1.docx",
        "addendum-1.pdf",
    ]
    tekst = werkmap.doe("cyclus", "addendum", "dorp", "2024")
    assert tekst.startswith("Addendum 1 is bijgewerkt")
    over_addendum = ("--code", tekst.partition("code ")[2][:14])
    for orgaan, nog in (("bestuur", 3), ("rvc", 2)):
        gezegd = werkmap.doe("besluit", "dorp", "2024", "domesta", orgaan, "geheel", *over_addendum)
        assert gezegd.endswith(f"Er komen nog {nog} besluiten.\n")
