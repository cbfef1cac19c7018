"""The list for a signing service: every spreadsheet opens it, and takes nothing for a formula."""

import csv
import io

from cycle.domain.overdracht import Ondertekenaar, write_ondertekenaars

RIJ = Ondertekenaar(
    volgorde=1,
    organisatie="Stichting Wonen; Eén",
    functie="=SOM(A1)",
    mail="bestuur@wonen.example",
    anker="Handtekening 1 van 2",
    veld="wonen-bestuur",
    staat="nog tekenen",
)


def test_a_row_is_read_back_by_a_spreadsheet_and_a_formula_stays_text() -> None:
    tekst = write_ondertekenaars([RIJ]).decode("utf-8-sig")

    (rij,) = csv.DictReader(io.StringIO(tekst), delimiter=";")

    assert rij["organisatie"] == "Stichting Wonen; Eén"
    assert rij["functie"] == "'=SOM(A1)"
    assert rij["anker"] == "Handtekening 1 van 2"


def test_the_list_carries_the_mark_by_which_excel_knows_the_letters() -> None:
    assert write_ondertekenaars([]).startswith(b"\xef\xbb\xbfvolgorde;organisatie;functie;mail;")
