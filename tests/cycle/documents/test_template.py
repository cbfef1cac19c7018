"""CompiledTemplate: fills, refuses and repeats itself exactly."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from cycle.documents.basissjablonen.bouw import Kolom, alinea, lijst, voor
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx
from cycle.documents.template import CompiledTemplate
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar

LASTIG = "R&D <b> \"a\" 'b' > c; é ’ €"


def een_sjabloon(tmp_path: Path, body: str, kop: str = "{{ gemeente }}") -> Path:
    path = tmp_path / "proef.docx"
    inhoud = Inhoud(
        body=body,
        kop=alinea("Header", kop),
        voet=alinea("Footer", "{{ gemeente }}"),
        titel="{{ gemeente }}",
        onderwerp="proef",
        eerste_pagina=True,
    )
    path.write_bytes(make_docx(inhoud))
    return path


def rendered(path: Path, **context: object) -> docx.document.Document:
    inhoud = CompiledTemplate.load(path).render({"gemeente": "Hoogeveen", **context})
    return docx.Document(io.BytesIO(inhoud))


def test_special_characters_survive_in_every_part(
    tmp_path: Path,
) -> None:
    tabel = lijst("Rijen", "naam in namen", (Kolom("Naam", "{{ naam }}", 4000),))
    path = een_sjabloon(tmp_path, alinea("Normal", "{{ gemeente }} einde") + tabel)

    document = rendered(path, gemeente=LASTIG, namen=[LASTIG])

    assert document.paragraphs[0].text == f"{LASTIG} einde"
    assert document.tables[0].cell(1, 0).text == LASTIG
    assert document.sections[0].header.paragraphs[0].text == LASTIG
    assert document.sections[0].footer.paragraphs[0].text == LASTIG
    assert document.core_properties.title == LASTIG


def test_line_ends_and_tabs_stay(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{ tekst }}"))

    document = rendered(path, tekst="een\r\ntwee\rdrie\tvier")

    assert document.paragraphs[0].text == "een\ntwee\ndrie\tvier"


@pytest.mark.parametrize("teken", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_character_that_word_cannot_hold_is_refused_with_its_place(
    tmp_path: Path, teken: str
) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "Let op: {{ tekst }}"))

    with pytest.raises(SjabloonOnbruikbaar, match=f"U\\+{ord(teken):04X}") as fout:
        rendered(path, tekst=f"een{teken}twee")

    assert fout.value.plek == "proef.docx, bij ‘Let op: {{ tekst }}’"


def test_jinja_in_a_value_is_printed_and_never_run(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{ tekst }}"))

    document = rendered(path, tekst="{{ 1 + 1 }} {% if %}")

    assert document.paragraphs[0].text == "{{ 1 + 1 }} {% if %}"


@pytest.mark.parametrize(
    ("code", "genoemd", "bedoeld"),
    [
        ("{{ gemeent }}", "gemeent", "gemeente"),
        ("{{ partij.nam }}", "nam", "naam"),
        ("{% if partij.sort %}x{% endif %}", "sort", "soort"),
    ],
)
def test_unknown_field_names_field_template_and_nearest_field(
    tmp_path: Path, code: str, genoemd: str, bedoeld: str
) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", code))

    with pytest.raises(SjabloonOnbruikbaar) as fout:
        rendered(path, partij={"naam": "Domesta", "soort": "corporatie"})

    assert fout.value.melding == f"Het veld '{genoemd}' bestaat niet. Bedoelt u '{bedoeld}'?"
    assert fout.value.plek == f"proef.docx, bij ‘{code}’"


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__ }}",
        "{{ namen.append('x') }}",
        "{{ _bijproduct.__init__ }}",
        "{{ 'x' * 'y' }}",
    ],
)
def test_template_cannot_reach_outside_its_fields(tmp_path: Path, code: str) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", code))

    with pytest.raises(SjabloonOnbruikbaar) as fout:
        rendered(path, namen=["a"])

    assert fout.value.plek.startswith("proef.docx")


def test_fault_in_a_tag_tells_where_it_is(tmp_path: Path) -> None:
    path = een_sjabloon(
        tmp_path, alinea("Normal", "Vlak ervoor") + alinea("Normal", "{%p for x %}")
    )

    with pytest.raises(SjabloonOnbruikbaar, match="klopt niet") as fout:
        CompiledTemplate.load(path)

    assert fout.value.plek == "proef.docx, bij ‘{% for x %}’"


def test_unknown_filter_is_refused_when_the_template_is_loaded(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{ gemeente|euro }}"))

    with pytest.raises(SjabloonOnbruikbaar, match="euro"):
        CompiledTemplate.load(path)


def test_broken_output_is_refused(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{ tekst|markdown }}"))

    with pytest.raises(SjabloonOnbruikbaar, match="een alinea in een alinea"):
        rendered(path, tekst="Een alinea in een alinea.", meer="x")


def test_bookmark_name_that_word_refuses_is_refused(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{r gemeente|anker }}"))

    with pytest.raises(SjabloonOnbruikbaar, match="bladwijzer"):
        rendered(path, gemeente="met spatie")


@pytest.mark.parametrize("inhoud", [b"geen zip", b""])
def test_file_that_is_no_word_document_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    path = tmp_path / "proef.docx"
    path.write_bytes(inhoud)

    with pytest.raises(SjabloonOnbruikbaar, match=r"geen Word-document") as fout:
        CompiledTemplate.load(path)

    assert fout.value.plek == "proef.docx"


def test_zip_without_a_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "proef.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("iets.txt", "iets")

    with pytest.raises(SjabloonOnbruikbaar, match=r"geen Word-document"):
        CompiledTemplate.load(path)


def test_missing_template_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SjabloonOnbruikbaar) as fout:
        CompiledTemplate.load(tmp_path / "weg.docx")

    assert fout.value.plek == "weg.docx"


def test_template_without_numbered_list_says_so(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{p tekst|markdown }}"))
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts["word/numbering.xml"] = b'<w:numbering xmlns:w="urn:x"></w:numbering>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)

    with pytest.raises(SjabloonOnbruikbaar, match="geen genummerde lijst"):
        rendered(path, tekst="1. een")


def test_repeated_columns_share_the_width_of_the_table(tmp_path: Path) -> None:
    from cycle.documents.basissjablonen.bouw import cel, raster, rij

    cellen = (
        cel(3000, alinea("Tabeltekst", "naam"))
        + cel(500, alinea("Tabeltekst", "{%tc for k in kolommen %}"))
        + cel(5000, alinea("Tabelgetal", "{{ k }}"))
        + cel(500, alinea("Tabeltekst", "{%tc endfor %}"))
    )
    path = een_sjabloon(tmp_path, raster([3000, 500, 5000, 500], rij(cellen), "Proef"))

    tabel = rendered(path, kolommen=["a", "b", "c"]).tables[0]

    assert [round(kolom.width.twips) for kolom in tabel.columns] == [3000, 2000, 2000, 2000]
    assert [round(c.width.twips) for c in tabel.rows[0].cells] == [3000, 2000, 2000, 2000]


def test_two_loops_restart_their_bookmarks_with_unique_ids(tmp_path: Path) -> None:
    body = voor("naam in namen", alinea("Heading1", "{{r naam|anker }}", "Kop"))
    path = een_sjabloon(tmp_path, body)

    xml = rendered(path, namen=["_a", "_b"]).element.xml

    assert 'w:id="5001" w:name="_a"' in xml
    assert 'w:id="5002" w:name="_b"' in xml


def test_two_processes_make_equal_bytes() -> None:
    code = (
        "import hashlib;from pathlib import Path;"
        "from cycle.documents import WordDocumenten;"
        "from tests.cycle.documents.builders import een_view;"
        "w=WordDocumenten(Path('templates'));"
        "print(hashlib.sha256(w.jaarschijf(een_view('Domesta'))).hexdigest())"
    )
    processen = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[3],
        )
        for seed in ("1", "2")
    ]

    een, ander = (proces.communicate()[0] for proces in processen)

    assert een == ander != b""


def test_unmarkable_content_is_an_input_error(tmp_path: Path) -> None:
    path = een_sjabloon(tmp_path, alinea("Normal", "{{p tekst|markdown }}"))

    with pytest.raises(InvoerError, match="blok code"):
        rendered(path, tekst="```\na\n```")


def test_empty_text_of_a_template_made_in_word_is_fine(tmp_path: Path) -> None:
    leeg = '<w:p><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    path = een_sjabloon(tmp_path, leeg + alinea("Normal", "{{ gemeente }}"))

    assert rendered(path).paragraphs[1].text == "Hoogeveen"
