"""The copy of a template has a Word comment at every fault, and nothing else is changed."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from cycle.documents.package import read_parts, write_docx
from cycle.documents.review import read_review
from cycle.documents.sjabloon import check_sjabloon, write_opmerkingen
from cycle.domain.errors import SjabloonOnbruikbaar
from cycle.domain.reactie import Opmerking
from tests.cycle.documents.sjabloon.geplant import GEPLANT, Geplant
from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p, run, tbl, tr

NAAM = "jaarschijf.docx"


def kopie_van(sjabloon: bytes) -> bytes:
    """Return the copy with comments."""
    return write_opmerkingen(sjabloon, NAAM, check_sjabloon(sjabloon, NAAM).vondsten)


def teksten(kopie: bytes) -> list[str]:
    """Return the comments in the order of the file."""
    return [opmerking.text for opmerking in docx.Document(io.BytesIO(kopie)).comments]


def alineas_bij(kopie: bytes) -> list[str]:
    """Return the words of the paragraph that each comment stands at."""
    body = docx.Document(io.BytesIO(kopie)).element.body
    return [
        "".join(begin.getparent().itertext(qn("w:t")))
        for begin in body.iter(qn("w:commentRangeStart"))
    ]


@pytest.mark.parametrize("geplant", GEPLANT, ids=lambda g: g.naam)
def test_every_finding_is_one_comment_in_the_copy(geplant: Geplant) -> None:
    sjabloon = geplant.sjabloon()
    [bevinding] = check_sjabloon(sjabloon, NAAM).bevindingen

    [tekst] = teksten(kopie_van(sjabloon))

    assert tekst.startswith(f"{bevinding.code}: {bevinding.melding}\n{bevinding.advies}")


def test_comment_stands_at_the_paragraph_or_cell_of_its_fault() -> None:
    body = p("goed {{ jaar }}") + p("fout {{ jaer }}") + tbl(2, tr("a", "cel {{ verzie }}"))

    assert alineas_bij(kopie_van(maak_sjabloon(body))) == ["fout {{ jaer }}", "cel {{ verzie }}"]


def test_fault_in_header_or_property_gets_its_comment_at_the_first_paragraph() -> None:
    sjabloon = maak_sjabloon(p("eerste") + p("tweede"), kop="{{ jaer }}", eigenschappen="{{ weg }}")

    kopie = kopie_van(sjabloon)

    assert alineas_bij(kopie) == ["eerste", "eerste"]
    assert "Plek: koptekst, bij ‘{{ jaer }}’" in teksten(kopie)[0]
    assert "Plek: eigenschappen van het document" in teksten(kopie)[1]


def test_fault_in_a_footnote_gets_its_comment_where_the_footnote_belongs() -> None:
    verwijzing = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p("eerste") + f"<w:p>{run('met noot')}{verwijzing}</w:p>"

    kopie = kopie_van(maak_sjabloon(body, noot="{{ jaer }}"))

    assert alineas_bij(kopie) == ["met noot"]


def test_fault_in_a_text_box_gets_its_comment_beside_the_box() -> None:
    kader = f"<w:r><w:pict><w:txbxContent>{p('{{ jaer }}')}</w:txbxContent></w:pict></w:r>"

    kopie = kopie_van(maak_sjabloon(f"<w:p>{run('buiten')}{kader}</w:p>"))

    body = docx.Document(io.BytesIO(kopie)).element.body
    [begin] = body.iter(qn("w:commentRangeStart"))
    assert not list(begin.iterancestors(qn("w:txbxContent")))


def test_comments_that_were_there_already_stay() -> None:
    document = docx.Document(io.BytesIO(maak_sjabloon(p("{{ jaer }}"))))
    document.add_comment(document.paragraphs[0].runs, "van mij", author="Ik", initials="i")
    buffer = io.BytesIO()
    document.save(buffer)

    assert [t.split(":")[0] for t in teksten(kopie_van(buffer.getvalue()))] == ["van mij", "T101"]


def test_copy_can_be_mended_and_checked_again() -> None:
    kopie = kopie_van(GEPLANT[0].sjabloon())

    assert [b.code for b in check_sjabloon(kopie, NAAM).bevindingen] == ["T101"]


def test_copy_has_the_text_of_the_template_and_the_same_bytes_every_time() -> None:
    sjabloon = GEPLANT[0].sjabloon()

    kopie = kopie_van(sjabloon)

    assert kopie == kopie_van(sjabloon)
    with zipfile.ZipFile(io.BytesIO(kopie)) as pakket:
        assert b"w:date" not in pakket.read("word/comments.xml")
    voor, na = (docx.Document(io.BytesIO(d)) for d in (sjabloon, kopie))
    assert [a.text for a in voor.paragraphs] == [a.text for a in na.paragraphs]


def test_copy_is_a_document_whose_comments_we_can_read_back() -> None:
    [opmerking] = read_review(kopie_van(GEPLANT[0].sjabloon()), "kopie.docx")

    assert isinstance(opmerking, Opmerking)
    assert opmerking.tekst.startswith("T101: Het veld 'gemeent' bestaat niet.")


def test_file_in_which_nothing_can_be_written_is_refused_in_dutch() -> None:
    sjabloon = GEPLANT[0].sjabloon()
    parts = {n: d for n, d in read_parts(sjabloon, NAAM).items() if n != "_rels/.rels"}

    with pytest.raises(SjabloonOnbruikbaar, match="kan niets worden bijgeschreven") as fout:
        write_opmerkingen(write_docx(parts), NAAM, check_sjabloon(sjabloon, NAAM).vondsten)

    assert fout.value.plek == NAAM
