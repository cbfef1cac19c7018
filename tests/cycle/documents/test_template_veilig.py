"""No template reaches outside its fields, and none runs for ever."""

import time
from pathlib import Path

import pytest

from cycle.documents import untrusted
from cycle.documents.template import CompiledTemplate
from cycle.documents.untrusted import render_untrusted
from cycle.domain.errors import SjabloonOnbruikbaar
from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p, tekst_van

DATA = {"a": "tekst", "d": {"x": 1}, "xs": ["a", "b"]}
VERDUBBEL = "{% set ns = namespace(s='aaaaaaaaaa') %}{% for i in range(60) %}"

REIKT = [
    "{{ ''.__class__.__mro__ }}",
    "{{ a|attr('__class__') }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ a.format_map(d) }}",
    "{{ '%s'|format(a) }}",
    "{{ '%s' % a }}",
    "{{ cycler('a') }}",
    "{{ joiner(',') }}",
    "{{ lipsum() }}",
    "{{ lipsum.__globals__ }}",
    "{{ dict(a=1) }}",
    "{{ d.pop('x') }}",
    "{{ xs.append(1) }}",
    "{{ a.upper() }}",
    "{{ d['__class__'] }}",
    "{{ self.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ xs|map(attribute='__class__')|list }}",
    "{{ [nergens] }}",
    "{{ xs|random }}",
    "{% include 'x' %}",
    "{% import 'x' as x %}",
    "{% autoescape false %}{{ a }}{% endautoescape %}",
]
DUURT = [
    "{% for i in range(10**9) %}x{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x"
    "{% endfor %}{% endfor %}{% endfor %}",
    "{% for i in range(9999) %}{% for j in range(999) %}{{ 'abcdefghij' * 900 }}"
    "{% endfor %}{% endfor %}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(90) }}",
    "{{ 'a' * 10**10 }}",
    "{{ 10**5000 }}",
    "{{ 'a'|center(10**9) }}",
    "{{ 'a'|indent(10**9) }}",
    "{{ xs|batch(10**9, 'x')|list }}",
    "{{ xs|slice(10**9)|list }}",
    "{{ 1.5|round(10**9, 'ceil') }}",
    "{{ range(9999)|join('a' * 9999) }}",
    "{{ ('a' * 9999)|replace('a', 'b' * 9999) }}",
    VERDUBBEL + "{% set ns.s = ns.s + ns.s %}{% endfor %}",
    VERDUBBEL + "{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    VERDUBBEL + "{% set x %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = x %}{% endfor %}",
    "{% set ns = namespace(n=2) %}{% for i in range(60) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
    "{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}",
]


class Ding:
    naam = "geheim"

    def __str__(self) -> str:
        return self.naam


@pytest.mark.parametrize("code", REIKT + DUURT)
def test_payload_is_refused_with_its_file_and_stops_soon(code: str) -> None:
    begin = time.process_time()

    with pytest.raises(SjabloonOnbruikbaar) as fout:
        CompiledTemplate(maak_sjabloon(p(code)), "vals.docx").render(DATA)

    assert fout.value.plek.startswith("vals.docx")
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("code", ["{{ ding }}", "{{ ding.naam }}", "{{ ding.__class__ }}"])
def test_object_of_a_programme_shows_nothing(code: str) -> None:
    with pytest.raises(SjabloonOnbruikbaar) as fout:
        CompiledTemplate(maak_sjabloon(p(code)), "x.docx").render({"ding": Ding()})

    assert "geheim" not in fout.value.melding


def test_template_in_the_properties_is_in_the_same_sandbox() -> None:
    sjabloon = maak_sjabloon(p("x"), eigenschappen="{{ ''.__class__ }}")

    with pytest.raises(SjabloonOnbruikbaar, match="__class__") as fout:
        CompiledTemplate(sjabloon, "x.docx").render({})

    assert "eigenschappen" in fout.value.plek


def test_tag_in_a_value_stays_text() -> None:
    ons = CompiledTemplate(maak_sjabloon(p("{{ a }}")), "x.docx").render({"a": "{{ 7*191 }}"})

    assert tekst_van(ons)[0] == "{{ 7*191 }}"


def test_uploaded_template_gives_the_same_bytes_in_its_own_process() -> None:
    sjabloon = maak_sjabloon(p("{{ a }} {{ n }}"))
    data = {"a": "R&D é\n€", "n": None}

    ons = render_untrusted(sjabloon, data)

    assert ons == CompiledTemplate(sjabloon, "x.docx").render(data)


@pytest.mark.parametrize("code", [REIKT[0], DUURT[1], "{{ a", "{{ onbekend }}"])
def test_uploaded_template_is_refused_with_the_same_words(code: str) -> None:
    with pytest.raises(SjabloonOnbruikbaar) as fout:
        render_untrusted(maak_sjabloon(p(code)), DATA, "geupload.docx")

    assert fout.value.plek.startswith("geupload.docx")
    assert fout.value.advies


@pytest.mark.parametrize("code", ["while True: pass", "x = [b'0' * 10**8 for _ in range(99)]"])
def test_child_that_passes_a_limit_is_ended(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        f"from cycle.documents.untrusted_child import _limit; _limit()\n{code}"
    )
    monkeypatch.setattr(untrusted, "_CHILD", kind)
    monkeypatch.setattr(untrusted, "SECONDS", 3.0)

    with pytest.raises(SjabloonOnbruikbaar, match="te veel tijd of geheugen"):
        render_untrusted(maak_sjabloon(p("{{ a }}")), DATA)


@pytest.mark.parametrize("data", [{"a": Ding()}, {1: "a"}, {"a": b"x"}, {"a": Path()}])
def test_data_that_is_not_plain_never_reaches_the_child(data: dict[str, object]) -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="gewone teksten"):
        render_untrusted(maak_sjabloon(p("x")), data)


def test_huge_upload_is_refused_before_it_is_read() -> None:
    with pytest.raises(SjabloonOnbruikbaar, match="25 MB"):
        render_untrusted(b"x" * (25 * 1024 * 1024 + 1), {})
