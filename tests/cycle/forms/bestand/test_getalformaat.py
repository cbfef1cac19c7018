from decimal import Decimal

import pytest

from cycle.forms.bestand.getalformaat import is_procent, met_woorden

_BOEKHOUDEN = '_ "€"\\ * #,##0.00_ ;_ "€"\\ * \\-#,##0.00_ ;_ "€"\\ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("getal", "formaat", "verwacht"),
    [
        ("3", '0" mln"', "3 mln"),
        ("25", '"ca. "0', "ca. 25"),
        ("25", "€ #,##0", "€ 25"),
        ("25", '[$€-413] #,##0.00;[Red]"€ "-#,##0.00', "€ 25"),
        ("-25", _BOEKHOUDEN, "€ -25"),
        ("0", _BOEKHOUDEN, "€ 0"),
        ("3000000", '0.0,," mln"', "3 mln"),
        ("25", '0"%"', "25 %"),
        ("25", "0\\%", "25 %"),
        ("1.234", '0.0" m2"', "1,2340 m2"),
        ("0", '0;-0;"n.v.t."', "n.v.t."),
        ("5", '[>=1000]0," dzd";0', ""),
        ("5000", '[>=1000]0," dzd";0', "5 dzd"),
        ("7", 'General" stuks"', "7 stuks"),
    ],
)
def test_words_in_a_number_format_are_part_of_what_a_reader_sees(
    getal: str, formaat: str, verwacht: str
) -> None:
    assert met_woorden(Decimal(getal), formaat) == verwacht


@pytest.mark.parametrize(
    "formaat",
    ["General", "0", "#,##0", "0.00", "0%", "0.00%", "@", "0.00E+00", "# ?/?",
     "#,##0_ ;[Red]\\-#,##0\\ ", '#,##0;-#,##0;"-"', "[$-413]General", ";;;", "0.0,,", "", '"'],
)  # fmt: skip
@pytest.mark.parametrize("getal", ["0", "25", "-25"])
def test_plain_formats_add_nothing(getal: str, formaat: str) -> None:
    assert met_woorden(Decimal(getal), formaat) == ""


@pytest.mark.parametrize(
    ("formaat", "verwacht"), [("0%", True), ('0"%"', False), ("0\\%", False), ("0", False)]
)
def test_only_a_percent_sign_of_the_format_itself_makes_a_percentage(
    formaat: str, verwacht: bool
) -> None:
    assert is_procent(formaat) is verwacht


@pytest.mark.parametrize(
    "formaat", ['0" ' + "a" * 100_000 + '"', "0" + "," * 100_000 + '" a"', '[>=1.2.3]0" a"']
)
def test_a_hostile_format_costs_next_to_nothing(formaat: str) -> None:
    assert len(met_woorden(Decimal(25), formaat)) < 300
