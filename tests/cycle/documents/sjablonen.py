"""Sjablonen: one small template per feature of docxtpl, and data that fits all of them."""

from typing import Any

from tests.cycle.documents.sjabloonmaker import p, run, tbl, tc, tr

CONTEXT: dict[str, Any] = {
    "naam": "R&D <b> \"a\" 'b' é €",
    "n": 5,
    "f": 1.5,
    "ja": True,
    "nee": False,
    "niets": None,
    "leeg": [],
    "xs": ["a", "b", "c"],
    "rijen": [
        {"k": "x", "v": 1, "c": ["p", "q", "r"]},
        {"k": "y & z", "v": 2, "c": ["1", "2", "3"]},
    ],
    "d": {"een": 1, "twee": "t"},
    "regels": "a\nb\tc\nd",
    "nieuw": "a\ab",
    "blad": "voor\fna",
    "kleur": "FF0000",
    "lang": "w" * 3000,
    "genest": {"a": {"b": [{"c": "diep"}]}},
}

LICHAMEN: dict[str, str] = {}

LICHAMEN["waarde"] = p("A {{ naam }} B {{ n }} {{ f }} {{ ja }} {{ niets }} {{ xs }} {{ lang }}")
LICHAMEN["gesplitst"] = (
    "<w:p>"
    + run("{")
    + run("{ na", "<w:b/>")
    + run("am }")
    + run("} en {% if ja")
    + run(" %}ja{% endif %}")
    + "</w:p>"
)
LICHAMEN["p_lus"] = (
    p("{%p for x in xs %}")
    + p("x={{ x }} {{ loop.index }}/{{ loop.length }}")
    + p("{%p endfor %}")
    + p("{%p if nee %}")
    + p("weg")
    + p("{%p else %}")
    + p("anders")
    + p("{%p endif %}")
)
LICHAMEN["tr_lus"] = tbl(
    2,
    tr("k", "v"),
    tr(tc("{%tr for r in rijen %}"), tc("")),
    tr("{{ r.k }}", "{{ r.v }}"),
    tr(tc("{%tr endfor %}"), tc("")),
)
LICHAMEN["tr_leeg"] = tbl(
    2,
    tr(tc("{%tr for r in leeg %}"), tc("")),
    tr("{{ r.k }}", "{{ r.v }}"),
    tr(tc("{%tr endfor %}"), tc("")),
)
LICHAMEN["tr_als"] = tbl(
    3,
    tr(tc("{%tr if nee %}"), tc("")),
    tr("a", "b", "c"),
    tr(tc("{%tr endif %}"), tc("")),
    tr("x", "y"),
)
LICHAMEN["tc_lus"] = tbl(
    3,
    tr(tc("{%tc for x in xs %}"), tc("{{ x }}"), tc("{%tc endfor %}")),
    tr(tc("{%tr for r in rijen %}"), tc(""), tc("")),
    tr(tc("{%tc for x in r.c %}"), tc("{{ x }}"), tc("{%tc endfor %}")),
    tr(tc("{%tr endfor %}"), tc(""), tc("")),
)
LICHAMEN["colspan"] = tbl(3, tr(tc("{% colspan xs|length %}{{ naam }}")), tr("a", "b", "c"))
LICHAMEN["cellbg"] = tbl(
    2,
    tr(tc("{%tr for r in rijen %}"), tc("")),
    tr(tc("{% cellbg kleur %}{{ r.k }}"), "{{ r.v }}"),
    tr(tc("{%tr endfor %}"), tc("")),
)
LICHAMEN["vm"] = tbl(
    2,
    tr(tc("{%tr for r in rijen %}"), tc("")),
    tr(tc("{% vm %}{{ naam }}"), "{{ r.v }}"),
    tr(tc("{%tr endfor %}"), tc("")),
)
LICHAMEN["hm"] = tbl(
    2, tr(tc("{%tc for x in xs %}"), tc("{% hm %}{{ naam }}"), tc("{%tc endfor %}")), tr("a", "b")
)
LICHAMEN["raw"] = p("{% raw %}{{ niet }} {% ook niet %}{% endraw %} {_{ getoond }_} {_% x %_}")
LICHAMEN["commentaar"] = (
    p("voor {# dit niet #} na")
    + p("{#p hele alinea #}")
    + tbl(1, tr("{#tr rij weg #}"), tr("blijft"))
)
LICHAMEN["macro"] = p(
    "{% macro groet(x, y='z') %}Dag {{ x }} en {{ y }}{% endmacro %}{{ groet(naam) "
    "}} {{ groet('a', n) }}"
)
LICHAMEN["set"] = p(
    "{% set a = n * 2 + 1 %}{{ a }} {% set b %}blok {{ naam }}{% endset %}{{ b }}"
) + p(
    "{% set ns = namespace(t=0) %}{% for r in rijen %}{% set ns.t = ns.t + r.v %}{% "
    "endfor %}{{ ns.t }}"
)
LICHAMEN["filters"] = p(
    "{{ naam|upper }} {{ xs|join(', ') }} {{ f|round(2) }} {{ xs|length }} {{ "
    "bestaat_niet|default('-') }} {{ naam|e }} {{ xs|first }} {{ "
    "rijen|map(attribute='k')|join('; ') }} {{ rijen|sum(attribute='v') }} {{ "
    "xs|sort(reverse=true)|list }} {{ '%s'|replace('s','t') }} {{ naam|truncate(5) "
    "}} {{ xs|batch(2)|list }}"
)
LICHAMEN["tests"] = p(
    "{% if bestaat_niet is defined %}A{% else %}B{% endif %}{% if n is divisibleby 5 "
    "%}C{% endif %}{{ 'ja' if ja else 'nee' }} {{ n > 3 and not nee }} {{ 'a' in xs "
    "}} {{ naam ~ n ~ '<' }}"
)
LICHAMEN["items"] = p(
    "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}{% for k in d %}{{ k "
    "}}{% endfor %}{{ d.keys()|list }} {{ d['een'] }} {{ genest.a.b[0].c }}{% for i "
    "in range(3) %}{{ i }}{{ loop.cycle('x','y') }}{% endfor %}"
)
LICHAMEN["regels"] = (
    p(run("{{ regels }}", "<w:b/>"), ppr='<w:jc w:val="center"/>')
    + p("{{ nieuw }}", ppr='<w:jc w:val="right"/>')
    + p("{{ blad }}")
    + tbl(1, tr("{{ regels }} {{ nieuw }}"))
)
LICHAMEN["quotes"] = p(
    "{% if naam == “x” or xs[0] == ‘a’ %}gelijk{% endif %} {{ n &gt; 3 }}".replace("&gt;", ">")
)
LICHAMEN["streep"] = p("voor") + p("{%- if ja -%}") + p("midden") + p("{%- endif -%}") + p("na")
LICHAMEN["r_tag"] = (
    "<w:p>"
    + run("voor ")
    + run("{%r if ja %}")
    + run("midden", "<w:i/>")
    + run("{%r endif %}")
    + run(" na")
    + "</w:p>"
)
LICHAMEN["sdt"] = (
    '<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>'
    + p("{{ naam }}")
    + "</w:sdtContent></w:sdt>"
)
LICHAMEN["genest_tabel"] = tbl(
    2,
    tr(
        tc(
            tbl(1, tr(tc("{%tr for r in rijen %}")), tr("{{ r.k }}"), tr(tc("{%tr endfor %}"))),
            p("x"),
        ),
        "b",
    ),
)
LICHAMEN["bladwijzer"] = p(
    '<w:bookmarkStart w:id="{{ n }}" w:name="b{{ n }}"/>',
    "tekst",
    '<w:bookmarkEnd w:id="{{ n }}"/>',
)
LICHAMEN["vast"] = p("geen code")
LICHAMEN["docpr"] = "".join(
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
    f'<wp:docPr id="7" name="f{i}" descr="{{{{ naam }}}}"/></wp:inline></w:drawing></w:r></w:p>'
    for i in (1, 2)
)
