import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.forms.lezen.tijdvak import read_tijdvak


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("Q3 2026", "2026-07-01", "2026-09-30"),
        ("Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("4e kwartaal", "2026-10-01", "2026-12-31"),
        ("derde kwartaal 2027", "2027-07-01", "2027-09-30"),
        ("1e helft 2026", "2026-01-01", "2026-06-30"),
        ("1 juli '26", "2026-07-01", "2026-07-01"),
        ("1 juli", "2026-07-01", "2026-07-01"),
        ("juli 2026", "2026-07-01", "2026-07-31"),
        ("jan-26", "2026-01-01", "2026-01-31"),
        ("2026-07-15", "2026-07-15", "2026-07-15"),
        ("15-07-2026", "2026-07-15", "2026-07-15"),
        ("Q3 24", "2024-07-01", "2024-09-30"),
        ("2026/07/15", "2026-07-15", "2026-07-15"),
        ("01-07-2026 00:00:00", "2026-07-01", "2026-07-01"),
        ("\u200eQ3 2026\ufeff", "2026-07-01", "2026-09-30"),
        ("15/7/26", "2026-07-15", "2026-07-15"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("heel 2026", "2026-01-01", "2026-12-31"),
        ("gehele jaar", "2026-01-01", "2026-12-31"),
        ("maart - juni 2026", "2026-03-01", "2026-06-30"),
        ("Q2 t/m Q4 2026", "2026-04-01", "2026-12-31"),
        ("29 februari 2028", "2028-02-29", "2028-02-29"),
    ],
)
def test_a_clear_period_is_read_from_its_first_to_its_last_day(
    tekst: str, van: str, tot: str
) -> None:
    tijdvak = read_tijdvak(tekst, 2026)

    assert tijdvak is not None
    assert (str(tijdvak.van), str(tijdvak.tot), tijdvak.is_vaag) == (van, tot, False)


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("medio 2026", "2026-05-01", "2026-08-31"),
        ("begin 2026", "2026-01-01", "2026-03-31"),
        ("eind 2026", "2026-10-01", "2026-12-31"),
        ("najaar 2026", "2026-09-01", "2026-11-30"),
        ("voorjaar", "2026-03-01", "2026-05-31"),
        ("eind februari", "2026-02-21", "2026-02-28"),
        ("doorlopend", "2026-01-01", "2026-12-31"),
        ("jaarlijks", "2026-01-01", "2026-12-31"),
        ("elk jaar", "2026-01-01", "2026-12-31"),
        ("gedurende het jaar", "2026-01-01", "2026-12-31"),
        ("doorlopend in 2027", "2027-01-01", "2027-12-31"),
        ("uiterlijk 1 juli 2026", "2026-01-01", "2026-07-01"),
        ("voor 1 oktober", "2026-01-01", "2026-09-30"),
        ("vanaf Q3", "2026-07-01", "2026-12-31"),
    ],
)
def test_a_vague_period_gets_borders_and_is_marked(tekst: str, van: str, tot: str) -> None:
    tijdvak = read_tijdvak(tekst, 2026)

    assert tijdvak is not None
    assert (str(tijdvak.van), str(tijdvak.tot), tijdvak.is_vaag) == (van, tot, True)


@pytest.mark.parametrize(
    "tekst",
    [
        "", "31 juni", "29 februari 2026", "07/13/2026", "zsm", "na de bouwvak", "5e kwartaal",
        "1-1-0000", "3", "46023", "december - januari 2026", "x" * 41,
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_no_period(tekst: str) -> None:
    assert read_tijdvak(tekst, 2026) is None


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(
            ["1", "31", "2026", "'26", "-", "/", " ", "juli", "q3", "kwartaal", "e", "eind", "tot",
             "voor", "t/m", ".", "van", "00", "9999", "\u0663", "feb"]
        ),
        max_size=9,
    ).map("".join)
)  # fmt: skip
def test_random_text_never_raises_and_never_ends_before_it_begins(tekst: str) -> None:
    tijdvak = read_tijdvak(tekst, 2026)

    assert tijdvak is None or tijdvak.van <= tijdvak.tot
