"""Every planted fault is reported once, at its place; a sound template has no findings."""

from collections import Counter
from pathlib import Path

import pytest

from cycle.documents.basissjablonen.bouw import alinea
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx
from cycle.documents.package import DOCUMENT, read_parts, write_docx
from cycle.documents.sjabloon import check_sjabloon
from cycle.documents.sjabloon.alineas import read_inhoud
from cycle.documents.sjabloon.controle import check_inhoud
from cycle.documents.sjabloon.soorten import soort_van
from cycle.domain.bevinding import Ernst
from tests.cycle.documents.sjablonen import CONTEXT, LICHAMEN
from tests.cycle.documents.sjabloon.blind import BLIND
from tests.cycle.documents.sjabloon.geplant import GEPLANT, GOED, Geplant
from tests.cycle.documents.sjabloon.overig import OVERIG
from tests.cycle.documents.sjabloonmaker import NS, maak_sjabloon, p, tbl, tc, tr
from tests.cycle.documents.test_review import GEWEIGERD

TEMPLATES = Path(__file__).parents[4] / "templates"


@pytest.mark.parametrize("geplant", [*GEPLANT, *BLIND, *OVERIG], ids=lambda g: g.naam)
def test_planted_fault_is_reported_once_at_its_place(geplant: Geplant) -> None:
    [bevinding] = check_sjabloon(geplant.sjabloon(), "jaarschijf.docx").bevindingen

    assert bevinding.code == geplant.code
    assert bevinding.plek == geplant.volle_plek
    assert geplant.melding in bevinding.melding
    assert bevinding.advies


@pytest.mark.parametrize("naam", ["jaarschijf", "brief", "ontvangst"])
def test_shipped_template_has_no_findings(naam: str) -> None:
    docx = (TEMPLATES / f"{naam}.docx").read_bytes()

    uitkomst = check_sjabloon(docx, f"{naam}.docx")

    assert uitkomst.voor == naam
    assert uitkomst.bevindingen == ()


def test_a_template_in_which_nobody_has_a_place_to_sign_is_reported_before_adoption() -> None:
    parts = read_parts((TEMPLATES / "jaarschijf.docx").read_bytes(), "docx")
    tekst = parts[DOCUMENT].replace(b"{{ plaats.anker }}", b"")

    docx = write_docx({**parts, DOCUMENT: tekst})

    [bevinding] = check_sjabloon(docx, "jaarschijf.docx").bevindingen
    assert (bevinding.code, bevinding.ernst) == ("T401", Ernst.WAARSCHUWING)
    assert bevinding.advies == "Zet {{ plaats.anker }} in de cel voor de handtekening."


def test_beginning_of_the_planted_templates_is_sound() -> None:
    assert check_sjabloon(maak_sjabloon(GOED), "jaarschijf.docx").bevindingen == ()


LIJSTEN = {"waarde", "filters", "items"}
"""Bodies that print a list on purpose, to see what docxtpl makes of it."""


@pytest.mark.parametrize("naam", sorted(LICHAMEN))
def test_every_feature_of_docxtpl_is_sound_with_its_own_fields(naam: str) -> None:
    inhoud = read_inhoud(maak_sjabloon(LICHAMEN[naam]), "x.docx")

    codes = {vondst.code for vondst in check_inhoud(inhoud, soort_van(CONTEXT))}

    assert codes == {"T109", "T107"} & codes if naam in LIJSTEN else codes == set()


GAVE = {
    "smart quotes": p("{% if status == ‘concept’ %}x{% endif %}"),
    "whole condition in a row": tbl(
        1,
        tr("{%tr if is_concept %}"),
        tr("concept"),
        tr("{%tr else %}"),
        tr("vast"),
        tr("{%tr endif %}"),
    ),
    "loop of cells in a loop of rows": tbl(
        3,
        tr(tc("{%tr for rij in themas[0].tabellen[0].rijen %}"), tc(""), tc("")),
        tr(tc("{%tc for cel in rij.cellen %}"), tc("{{ cel }}"), tc("{%tc endfor %}")),
        tr(tc("{%tr endfor %}"), tc(""), tc("")),
    ),
    "macro and call": p("{%p macro regel(kop, tekst) %}")
    + p("{{ kop }}: {{ tekst }}")
    + p("{%p endmacro %}")
    + p("{{p regel('Jaar', jaar) }}"),
    "namespace that counts": p(
        "{% set ns = namespace(n=0) %}{% for t in themas %}{% set ns.n = ns.n + 1 %}{% endfor %}"
        "{{ ns.n }}"
    ),
    "filters that take a field by name": p(
        "{{ partijen|map(attribute='naam')|join(', ') }} {{ besluiten|selectattr('eigen')|list"
        "|length }} {{ kaders|sort(attribute='titel')|map(attribute='niveau')|join }}"
    ),
    "groups": p(
        "{% for soort, groep in partijen|groupby('soort') %}{{ soort }}: "
        "{% for x in groep %}{{ x.naam }} {% endfor %}{% endfor %}"
    ),
    "loop with a condition and an else": p(
        "{% for t in themas if t.prioriteit %}{{ loop.index }} {{ t.naam }}{% else %}geen"
        "{% endfor %}"
    ),
    "slice and length": p("{% for x in prioriteiten[:3] %}{{ x }}{% endfor %}")
    + p("{{ prioriteiten|length - 3 }}"),
    "yes or no in words": p("{{ 'ja' if is_eigen else 'nee' }}"),
    "remark over two paragraphs": p("{# dit is") + p("{{ nog_niets }} #}na"),
    "raw block": p("{% raw %}{{ zo_schrijft_u_een_veld }}{% endraw %}"),
    "signs shown": p("zo: {_{ veld }_} en {_% if %_}"),
    "braces that are no code": p("verzameling {1, 2} en {x}"),
    "field in a text box": "<w:p><w:r><w:pict><w:txbxContent>"
    + p("{{ jaar }}")
    + "</w:txbxContent></w:pict></w:r></w:p>",
    "content control around a row": tbl(
        1,
        "<w:sdt><w:sdtContent>"
        + tr("{%tr for k in kaders %}")
        + tr("{{ k.titel }}")
        + tr("{%tr endfor %}")
        + "</w:sdtContent></w:sdt>",
    ),
    "default of a field that may be empty": p("{{ eigen.partij|default('allen', true) }}"),
}


@pytest.mark.parametrize("naam", sorted(GAVE))
def test_sound_template_has_no_findings(naam: str) -> None:
    docx = maak_sjabloon(GOED + GAVE[naam], kop="{{ gemeente }}", voet="{{ code }}", noot="x")

    assert check_sjabloon(docx, "jaarschijf.docx").bevindingen == ()


def test_three_faults_give_three_findings_in_the_order_of_the_text() -> None:
    body = p("{{ gemeent }}") + p("{%p for a themas %}") + p("{{ a.x }}") + p("{%p endfor %}")
    body += p("let op {%p if voorbeeld %}") + p("x") + p("{%p endif %}")

    uitkomst = check_sjabloon(maak_sjabloon(body), "jaarschijf.docx")

    assert [b.code for b in uitkomst.bevindingen] == ["T101", "T203", "T209"]


def test_every_planted_fault_at_once_is_found_in_one_run() -> None:
    delen = {naam: tekst for g in GEPLANT for naam, tekst in g.delen.items()}
    body = "".join(g.body for g in GEPLANT)

    uitkomst = check_sjabloon(maak_sjabloon(GOED + body, **delen), "jaarschijf.docx")

    gevonden = Counter(b.code for b in uitkomst.bevindingen)
    assert gevonden == Counter(g.code for g in GEPLANT)


def test_name_of_the_file_says_what_the_template_is_for() -> None:
    docx = maak_sjabloon(p("{{ onderwerp }}"))

    assert check_sjabloon(docx, "Brief nieuw.docx").bevindingen == ()
    assert check_sjabloon(docx, "jaarschijf.docx").bevindingen != ()


def test_without_a_telling_name_the_view_that_fits_best_is_taken() -> None:
    assert check_sjabloon(maak_sjabloon(p("{{ onderwerp }}")), "x.docx").voor == "brief"
    assert check_sjabloon(maak_sjabloon(p("{{ looptijd }}")), "x.docx").voor == "jaarschijf"
    assert check_sjabloon(maak_sjabloon(p("{{ jaar }}")), "x.docx", "brief").voor == "brief"


@pytest.mark.parametrize("naam", sorted(GEWEIGERD))
def test_file_that_is_no_sound_word_document_has_one_finding(naam: str) -> None:
    inhoud, _ = GEWEIGERD[naam]

    [bevinding] = check_sjabloon(inhoud, "jaarschijf.docx").bevindingen

    assert (bevinding.code, bevinding.ernst) == ("T001", Ernst.BLOKKADE)
    assert bevinding.plek == "jaarschijf.docx"
    assert bevinding.advies
    assert "reactie" not in bevinding.advies


def test_old_word_file_is_told_what_to_do() -> None:
    [bevinding] = check_sjabloon(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1oud", "oud.doc").bevindingen

    assert "type Word-document (.docx)" in bevinding.advies


def test_style_that_markdown_is_given_must_be_there() -> None:
    alineas = "".join(
        alinea("Normal", f"{{{{p inleiding|markdown({keuze}) }}}}")
        for keuze in ("'Kadertekst'", "stijl='Kadertekst'", "'Normal', 2", "")
    ).replace("()", "")
    kop = alinea("Header", "x")
    docx = make_docx(Inhoud(alineas, kop, kop, "x", "x", eerste_pagina=True))

    [bevinding] = check_sjabloon(docx, "jaarschijf.docx").bevindingen

    assert bevinding.code == "T301"
    assert bevinding.melding.endswith(": Kadertekst.")
    assert "bij ‘{{p inleiding|markdown('Kadertekst') }}’" in bevinding.plek


def test_code_in_an_endnote_is_told_to_stay_as_it_is() -> None:
    noten = f"<w:endnotes {NS}><w:endnote>{p('Zie {{ jaar }}')}</w:endnote></w:endnotes>"
    parts = {**read_parts(maak_sjabloon(p("x")), "x"), "word/endnotes.xml": noten.encode()}

    [bevinding] = check_sjabloon(write_docx(parts), "jaarschijf.docx").bevindingen

    assert bevinding.code == "T212"
    assert "eindnoten" in bevinding.melding
    assert "bij ‘Zie {{ jaar }}’" in bevinding.plek


def test_names_that_are_optional_are_no_findings() -> None:
    body = p("{% if iets_heel_anders is defined %}x{% endif %}{{ nog_veel_gekker|d('-') }}")

    assert check_sjabloon(maak_sjabloon(body), "jaarschijf.docx").bevindingen == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "{{ " * 5000,
        "{ {" * 5000,
        "{{ " + "{" * 5000 + "}}" * 5000,
        "{% if a %}" * 600 + "{% endif %}" * 600,
        "{{ jaar" + ".x" * 3000 + " }}",
    ],
    ids=lambda tekst: tekst[:12],
)
def test_template_made_to_do_harm_has_findings_and_nothing_worse(tekst: str) -> None:
    codes = {b.code for b in check_sjabloon(maak_sjabloon(p(tekst)), "x.docx").bevindingen}

    assert codes & {"T101", "T201", "T202", "T203"}


@pytest.mark.parametrize(
    "getal",
    ["9" * 5000, "0x" + "f" * 5000, "9" * 5000 + ".5", "1e999", "1.\u0663"],
    ids=["lang", "hexadecimaal", "lange breuk", "macht", "vreemd cijfer"],
)
@pytest.mark.parametrize("code", ["{{ GETAL }}", "{% if jaar == GETAL %}x{% endif %}"])
def test_number_that_nobody_can_read_is_a_code_that_is_not_right(code: str, getal: str) -> None:
    sjabloon = maak_sjabloon(p("voor") + p(code.replace("GETAL", getal)))

    [bevinding] = check_sjabloon(sjabloon, "jaarschijf.docx").bevindingen

    assert bevinding.code == "T203"
    assert "dit getal is niet te lezen" in bevinding.melding


def test_damaged_styles_make_the_file_unreadable() -> None:
    parts = {**read_parts(maak_sjabloon(p("x")), "x"), "word/styles.xml": b"<w:styles"}

    [bevinding] = check_sjabloon(write_docx(parts), "x.docx").bevindingen

    assert bevinding.code == "T001"
