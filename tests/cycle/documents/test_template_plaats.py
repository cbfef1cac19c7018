"""A fault names the field, the nearest known one, and the place as Word shows it."""

import pytest

from cycle.documents.template import CompiledTemplate
from cycle.domain.errors import SjabloonOnbruikbaar
from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p, tbl, tc, tr

DATA = {
    "gemeente": "Hoogeveen",
    "themas": [{"titel": "Bouwen", "afspraken": [{"nummer": 1, "tekst": "Wij bouwen."}]}],
    "rijen": [{"naam": "a"}, {"naam": "b"}],
}


def fout_in(body: str, **delen: str) -> SjabloonOnbruikbaar:
    with pytest.raises(SjabloonOnbruikbaar) as fout:
        CompiledTemplate(maak_sjabloon(body, **delen), "proef.docx").render(DATA)
    return fout.value


@pytest.mark.parametrize(
    ("code", "bedoeld"),
    [
        ("{{ gemeent }}", "gemeente"),
        ("{{ themas[0].titl }}", "titel"),
        ("{{ numer }}", "themas.afspraken.nummer"),
        ("{{ themas[0].afspraken[0].teksst }}", "tekst"),
        ("{{ gemeente.naam.x }}", "rijen.naam"),
    ],
)
def test_unknown_field_gets_the_nearest_known_one_at_any_depth(code: str, bedoeld: str) -> None:
    assert fout_in(p(code)).melding.endswith(f"bestaat niet. Bedoelt u '{bedoeld}'?")


def test_first_of_an_empty_list_is_told_as_such() -> None:
    fout = fout_in(p("{% set leeg = [] %}{{ leeg|first }}"))

    assert fout.melding == "Een lijst is leeg: er is geen eerste of laatste."


def test_place_has_heading_and_paragraph() -> None:
    body = p("Eerste", stijl="Heading1") + p("x") + p("Tweede kop", stijl="Heading2")

    fout = fout_in(body + p("Wij van {{ gemeent }} zeggen") + p("Derde", stijl="Heading1"))

    assert fout.plek == (
        "proef.docx, onder de kop ‘Tweede kop’, bij ‘Wij van {{ gemeent }} zeggen’"
    )


def test_place_counts_tables_rows_and_cells_as_word_shows_them() -> None:
    tabel = tbl(
        2,
        tr("kop", "kop"),
        tr(tc("{%tr for r in rijen %}"), tc("")),
        tr("{{ r.naam }}", "{{ r.naan }}"),
        tr(tc("{%tr endfor %}"), tc("")),
    )

    fout = fout_in(tbl(1, tr("eerste tabel")) + p("tussen") + tabel)

    assert fout.plek == "proef.docx, tabel 2, rij 3, cel 2, bij ‘{{ r.naan }}’"


def test_tag_that_takes_a_row_away_is_counted_as_that_row() -> None:
    fout = fout_in(tbl(1, tr("kop"), tr("{%tr for r in reien %}"), tr("x"), tr("{%tr endfor %}")))

    assert fout.plek == "proef.docx, tabel 1, rij 2, bij ‘{% for r in reien %}’"


@pytest.mark.parametrize(
    ("deel", "woord"),
    [
        ("kop", "koptekst"),
        ("voet", "voettekst"),
        ("noot", "voetnoten"),
        ("eigenschappen", "eigenschappen van het document"),
    ],
)
def test_place_names_the_part(deel: str, woord: str) -> None:
    assert fout_in(p("x"), **{deel: "{{ weg }}"}).plek.startswith(f"proef.docx, {woord}")


@pytest.mark.parametrize(
    ("body", "woorden", "plek"),
    [
        (p("voor {{ gemeente") + p("na"), "niet te lezen", "voor {{ gemeente"),
        (p("{% if gemeente %}") + p("na"), "bij 'if' hoort ook 'endif'", "{% if gemeente %}"),
        (p("{{ gemeente|upper|euro }}"), "het filter 'euro' bestaat niet", "|euro"),
        (p("{% als x %}"), "de code 'als' bestaat niet", "{% als x %}"),
        (p("{% if gemeente is stad %}a{% endif %}"), "de test 'stad' bestaat niet", "is stad"),
        (p("a") + p("{%p endfor %}"), "de code 'endfor'", "{% endfor %}"),
        (p("{{ 1 }} of {{ 1e999 }}"), "dit getal is niet te lezen", "1e999"),
        (p("{{ 7 }}") + p("{{ " + "9" * 5000 + " }}"), "dit getal is niet te lezen", "{{ 999"),
        (p("{{ 7 }}") + p("{{ 0x" + "f" * 5000 + " }}"), "dit getal is niet te lezen", "{{ 0xff"),
    ],
    ids=lambda waarde: waarde[-30:],
)
def test_fault_in_a_tag_is_named_in_dutch_at_its_place(body: str, woorden: str, plek: str) -> None:
    fout = fout_in(p("Kop", stijl="Heading1") + body)

    assert woorden in fout.melding
    assert "onder de kop ‘Kop’" in fout.plek
    assert plek in fout.plek


def test_block_that_is_closed_elsewhere_makes_no_broken_file() -> None:
    body = tbl(1, tr("{% for r in rijen %}a"), tr("b{% endfor %}")) + p("{% if gemeente %}")
    body += tbl(1, tr("c{% endif %}"))

    CompiledTemplate(maak_sjabloon(body), "proef.docx").render(DATA)
    fout = fout_in(p("<w:r><w:t>{% if gemeente %}</w:t></w:r>", "{%p endif %}") + p("x"))

    assert fout.plek.startswith("proef.docx")
