"""What we make is what docxtpl makes, part by part, and no text is ever lost on the way."""

import io
import subprocess
import sys
import threading
import time
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cycle.documents.template import CompiledTemplate
from cycle.domain.errors import SjabloonOnbruikbaar
from tests.benchmarks.rijk import maak_context, maak_rijk_sjabloon
from tests.cycle.documents.sjablonen import CONTEXT, LICHAMEN
from tests.cycle.documents.sjabloonmaker import (
    canoniek,
    maak_sjabloon,
    met_docxtpl,
    p,
    tbl,
    tc,
    tekst_van,
    tr,
)

ROOT = Path(__file__).parents[3]
KOP = "K {{ naam }} {{ regels }}"
VOET = "V {% for x in xs %}{{ x }}{% endfor %}"
NOOT = "N {{ naam }} {{ regels }}"
LEESBAAR = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"),
    max_size=40,
)
BESTURING = {chr(n) for n in range(32)} - set("\t\n\r") | {"\ufffe", "\uffff"}
VEL = maak_sjabloon(
    p("Body {{ t }}")
    + tbl(2, tr(tc("{%tr for r in rijen %}"), tc("")), tr("{{ r.a }}", "{{ r.b }}")).replace(
        "</w:tbl>", tr(tc("{%tr endfor %}"), tc("")) + "</w:tbl>"
    ),
    kop="{{ t }}",
    voet="{{ t }}",
    noot="{{ t }}",
    eigenschappen="{{ t }}",
)


@pytest.mark.parametrize("naam", LICHAMEN)
def test_every_feature_gives_the_xml_of_docxtpl(naam: str) -> None:
    sjabloon = maak_sjabloon(LICHAMEN[naam], kop=KOP, voet=VOET, noot=NOOT)

    ons = CompiledTemplate(sjabloon, f"{naam}.docx").render(CONTEXT)

    assert canoniek(ons) == canoniek(met_docxtpl(sjabloon, CONTEXT))


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_large_template_gives_the_xml_of_docxtpl(zaad: int) -> None:
    sjabloon = maak_rijk_sjabloon()

    ons = CompiledTemplate(sjabloon, "rijk.docx").render(maak_context(zaad))

    assert canoniek(ons) == canoniek(met_docxtpl(sjabloon, maak_context(zaad)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    t=LEESBAAR | st.sampled_from(["a\nb", "a\tb\n", "a\ab", "a\fb", "R&D <b>"]),
    rijen=st.lists(
        st.fixed_dictionaries({"a": LEESBAAR, "b": st.integers() | st.booleans() | st.none()}),
        max_size=3,
    ),
)
def test_any_data_gives_the_xml_of_docxtpl(t: str, rijen: list[dict[str, object]]) -> None:
    # docxtpl gives such signs in a value another meaning; the next test holds them
    if any(sign in t + str(rijen) for sign in ("{_", "_}", "%_")):
        return
    sjabloon = maak_sjabloon(LICHAMEN_LIJST, kop="{{ t }}", voet="{{ t }}")
    data = {"t": t, "rijen": rijen}

    ons = CompiledTemplate(sjabloon, "x.docx").render(data)

    assert canoniek(ons) == canoniek(met_docxtpl(sjabloon, data))


LICHAMEN_LIJST = p("Body {{ t }}") + tbl(
    2,
    tr(tc("{%tr for r in rijen %}"), tc("")),
    tr("{{ r.a }}", "{{ r.b }}"),
    tr(tc("{%tr endfor %}"), tc("")),
)


@settings(max_examples=150, deadline=None)
@given(t=st.text(st.characters(), max_size=30) | st.sampled_from(["{_{ x", "]]>", "x" * 5000]))
def test_text_survives_whole_in_every_part_or_is_refused(t: str) -> None:
    bron = {"t": t, "rijen": [{"a": t, "b": t}]}
    if any(c in BESTURING or "\ud800" <= c <= "\udfff" for c in t):
        with pytest.raises(SjabloonOnbruikbaar, match=r"U\+|kapot") as fout:
            CompiledTemplate(VEL, "vel.docx").render(bron)
        assert fout.value.plek.startswith("vel.docx, ")
        return
    ons = CompiledTemplate(VEL, "vel.docx").render(bron)
    geschreven = t.replace("\r\n", "\n").replace("\r", "\n")

    assert tekst_van(ons)[0] == f"Body {geschreven}"
    assert tekst_van(ons)[1:3] == [geschreven, geschreven]
    for deel in ("header1", "footer1", "footnotes"):
        assert tekst_van(ons, f"word/{deel}.xml")[-1] == geschreven
    assert docx.Document(io.BytesIO(ons)).core_properties.title == geschreven


def test_value_in_an_attribute_keeps_line_ends_and_quotes() -> None:
    body = p('<w:bookmarkStart w:id="1" w:name="{{ t }}"/>', '<w:bookmarkEnd w:id="1"/>')

    ons = CompiledTemplate(maak_sjabloon(body), "x.docx").render({"t": 'a "b"\nc\td'})

    mark = docx.Document(io.BytesIO(ons)).element.body.xpath(".//w:bookmarkStart/@w:name")
    assert mark == ['a "b"\nc\td']


@pytest.mark.parametrize("code", ["{{p t }}", "{{r t }}"])
def test_plain_text_between_paragraphs_or_runs_is_refused(code: str) -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="geen gewone tekst") as fout:
        CompiledTemplate(maak_sjabloon(p(code)), "x.docx").render({"t": "weg"})

    assert "{{ t }}" in fout.value.plek


def test_same_bytes_in_two_processes_with_time_between() -> None:
    code = (
        "import hashlib, sys;"
        "from cycle.documents.template import CompiledTemplate;"
        "from tests.benchmarks.rijk import maak_context;"
        "t = CompiledTemplate(sys.stdin.buffer.read(), 'x.docx');"
        "print(hashlib.sha256(t.render(maak_context())).hexdigest())"
    )
    sjabloon = maak_rijk_sjabloon()
    hashes = set()
    for seed in ("1", "2"):
        klaar = subprocess.run(
            [sys.executable, "-c", code],
            input=sjabloon,
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=ROOT,
        )
        hashes.add(klaar.stdout)
        time.sleep(1.1)

    assert len(hashes) == 1


def test_threads_do_not_mix_their_documents() -> None:
    sjabloon = CompiledTemplate(VEL, "vel.docx")
    fout: list[str] = []

    def vul(nummer: int) -> None:
        for ronde in range(20):
            t = f"draad {nummer}, ronde {ronde}"
            ons = sjabloon.render({"t": t, "rijen": [{"a": t, "b": t}] * 3})
            if set(tekst_van(ons)[:7]) != {f"Body {t}", t}:
                fout.append(t)

    draden = [threading.Thread(target=vul, args=(n,)) for n in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert fout == []


def test_same_bytes_are_compiled_once_whatever_the_name() -> None:
    sjabloon = maak_sjabloon(p("{{ a }}"))

    een, twee = CompiledTemplate(sjabloon, "een.docx"), CompiledTemplate(sjabloon, "twee.docx")

    assert een._kern is twee._kern
    assert (een.naam, twee.naam) == ("een.docx", "twee.docx")
