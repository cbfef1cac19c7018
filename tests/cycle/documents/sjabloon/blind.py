"""Blind: planted faults that were thought up when the check was already written."""

from typing import Final

from tests.cycle.documents.sjabloon.geplant import KOP, Geplant, in_cel
from tests.cycle.documents.sjabloonmaker import p, run, tbl, tc, tr

_BEELD: Final = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="9" name="f" descr="{}"/>'
    "</wp:inline></w:drawing></w:r>"
)
EINDFOR: Final = p("{%p endfor %}")

BLIND = (
    Geplant(
        "item of a loop used outside that loop",
        "T101",
        f"{KOP}, bij ‘Over {{{{ thema.naam }}}}’",
        p("Over {{ thema.naam }}"),
        "Het veld 'thema' bestaat niet.",
    ),
    Geplant(
        "tr outside a table",
        "T211",
        f"{KOP}, bij ‘{{%tr if voorbeeld %}}’",
        p("{%tr if voorbeeld %}") + p("x") + p("{%tr endif %}"),
        "werkt alleen in een tabel",
    ),
    Geplant(
        "p before a plain text",
        "T110",
        f"{KOP}, bij ‘{{{{p titel }}}}’",
        p("{{p titel }}"),
        "hoort geen p bij 'titel'",
    ),
    Geplant(
        "loop over a text",
        "T104",
        f"{KOP}, bij ‘{{% for x in titel %}}{{{{ x }}}}{{% endfor %}}’",
        p("{% for x in titel %}{{ x }}{% endfor %}"),
        "'titel' is tekst",
    ),
    Geplant(
        "method of a text",
        "T105",
        f"{KOP}, bij ‘{{{{ titel.upper() }}}}’",
        p("{{ titel.upper() }}"),
        "'titel.upper()'",
    ),
    Geplant(
        "text compared with a number",
        "T106",
        f"{KOP}, bij ‘{{% if jaar == 2024 %}}nu{{% endif %}}’",
        p("{% if jaar == 2024 %}nu{% endif %}"),
        "'jaar' is tekst",
    ),
    Geplant(
        "yes or no printed in the footer",
        "T107",
        "voettekst, bij ‘{{ is_concept }}’",
        melding="'is_concept' is ja of nee",
        delen={"voet": "{{ is_concept }}"},
    ),
    Geplant(
        "half closed code in the header",
        "T201",
        "koptekst, bij ‘Jaar {{ jaar } van {{ gemeente }}’",
        melding="'{{ jaar } van' wordt niet gesloten",
        delen={"kop": "Jaar {{ jaar } van {{ gemeente }}"},
    ),
    Geplant(
        "blank between two braces",
        "T202",
        f"{KOP}, bij ‘Jaar {{ {{ jaar }}}}’",
        p("Jaar { { jaar }}"),
    ),
    Geplant(
        "single braces in a table cell",
        "T202",
        f"{KOP}, tabel 2, rij 2, cel 2, bij ‘{{jaar}}’",
        in_cel("{jaar}"),
    ),
    Geplant(
        "else without if",
        "T205",
        f"{KOP}, bij ‘a{{% else %}}b’",
        p("a{% else %}b"),
        "'{% else %}' staat hier te veel",
    ),
    Geplant(
        "begin with p and end without",
        "T206",
        f"{KOP}, bij ‘{{% endfor %}}’",
        p("{%p for k in kaders %}") + p("{{ k.titel }}") + p("{% endfor %}"),
        "past niet bij het begin '{%p for k in kaders %}'",
    ),
    Geplant(
        "if around paragraphs without p",
        "T208",
        f"{KOP}, bij ‘{{% if voorbeeld %}}’",
        p("{% if voorbeeld %}") + p("{{ voorbeeld }}") + p("{% endif %}"),
    ),
    Geplant(
        "image beside a p code",
        "T209",
        f"{KOP}, bij ‘{{%p if voorbeeld %}}’",
        p("{%p if voorbeeld %}", _BEELD.format("Kaart")) + p("x") + p("{%p endif %}"),
        "‘een afbeelding’",
    ),
    Geplant(
        "text before a code with a dash",
        "T209",
        f"{KOP}, bij ‘kostbaar {{%- if voorbeeld %}}x{{% endif %}}’",
        p("kostbaar {%- if voorbeeld %}x{% endif %}"),
        "‘kostbaar’",
    ),
    Geplant(
        "two p codes in one paragraph",
        "T210",
        f"{KOP}, bij ‘{{%p for k in kaders %}}{{{{ k.titel }}}}{{%p endfor %}}’",
        p("{%p for k in kaders %}{{ k.titel }}{%p endfor %}"),
    ),
    Geplant(
        "percent sign in a code with a letter",
        "T211",
        f"{KOP}, bij ‘{{%p if jaar|int % 2 %}}’",
        p("{%p if jaar|int % 2 %}") + p("oneven") + p("{%p endif %}"),
        "geen % of }",
    ),
    Geplant(
        "groups joined to a text",
        "T109",
        f"{KOP}, bij ‘Met {{{{ partijen|join(', ') }}}}’",
        p("Met {{ partijen|join(', ') }}"),
        "'partijen'",
    ),
    Geplant(
        "unknown field named to a filter",
        "T101",
        f"{KOP}, bij ‘{{{{ kaders|map(attribute='title')|join(', ') }}}}’",
        p("{{ kaders|map(attribute='title')|join(', ') }}"),
        "Bedoelt u 'titel'?",
    ),
    Geplant(
        "another file read from a template",
        "T203",
        f"{KOP}, bij ‘{{% include 'geheim.txt' %}}’",
        p("{% include 'geheim.txt' %}"),
        "deze code mag niet",
    ),
    Geplant(
        "unknown field in a table in a cell",
        "T101",
        f"{KOP}, tabel 2, rij 1, cel 2, bij ‘{{{{ gemeentte }}}}’",
        tbl(2, tr("a", tc(tbl(1, tr("x"), tr("{{ gemeentte }}")), p("y")))),
        "Bedoelt u 'gemeente'?",
    ),
    Geplant(
        "unknown field in the text for who cannot see an image",
        "T101",
        f"{KOP}, bij ‘{{{{ loptijd }}}}’",
        p(_BEELD.format("Kaart van {{ loptijd }}")),
        "Bedoelt u 'looptijd'?",
    ),
    Geplant(
        "unknown filter three loops deep",
        "T102",
        f"{KOP}, bij ‘{{{{ doel.partij|lowercase }}}}’",
        p("{%p for t in themas %}")
        + p("{%p for a in t.afspraken %}")
        + p("{%p for doel in a.doelen %}")
        + p("{{ doel.partij|lowercase }}")
        + EINDFOR * 3,
        "'lowercase' bestaat niet",
    ),
    Geplant(
        "loop of rows without an end in a loop of paragraphs",
        "T204",
        f"{KOP}, tabel 2, rij 1, cel 1, bij ‘{{%tr for a in t.afspraken %}}’",
        p("{%p for t in themas %}")
        + tbl(1, tr("{%tr for a in t.afspraken %}"), tr("{{ a.titel }}"))
        + EINDFOR,
        "ontbreekt 'endfor'",
    ),
    Geplant(
        "group printed as a text",
        "T109",
        f"{KOP}, bij ‘Voor {{{{ eigen }}}}’",
        p("Voor {{ eigen }}"),
        "'eigen' is een groep velden",
    ),
    Geplant(
        "unknown field in a macro",
        "T101",
        f"{KOP}, bij ‘{{{{ gemeenteraad }}}}’",
        p("{%p macro kop() %}")
        + p("{{ gemeenteraad }}")
        + p("{%p endmacro %}")
        + p("{{p kop() }}"),
        "Het veld 'gemeenteraad' bestaat niet.",
    ),
    Geplant(
        "unknown field in a link",
        "T101",
        f"{KOP}, bij ‘Lees {{{{ titeltje }}}}’",
        "<w:p>" + run("Lees ") + "<w:hyperlink>" + run("{{ titeltje }}") + "</w:hyperlink></w:p>",
        "Bedoelt u 'titel'?",
    ),
    Geplant(
        "unknown field in a column span",
        "T101",
        f"{KOP}, tabel 2, rij 1, cel 1, bij ‘{{% colspan partyen|length %}}alles’",
        tbl(3, tr(tc("{% colspan partyen|length %}alles")), tr("a", "b", "c")),
        "Bedoelt u 'partijen'?",
    ),
    Geplant(
        "dash that Word made long",
        "T203",
        f"{KOP}, bij ‘{{{{ prioriteiten|length – 1 }}}}’",
        p("{{ prioriteiten|length – 1 }}"),
        "het teken '–'",
    ),
    Geplant(
        "letter with a blank before it",
        "T203",
        f"{KOP}, bij ‘{{% p if voorbeeld %}}’",
        p("{% p if voorbeeld %}"),
        "zet de letter p direct achter de accolade",
    ),
    Geplant(
        "loop of cells that ends in another row",
        "T206",
        f"{KOP}, tabel 2, rij 2, cel 1, bij ‘{{%tc endfor %}}’",
        tbl(
            2,
            tr(tc("{%tc for x in prioriteiten %}"), tc("{{ x }}")),
            tr(tc("{%tc endfor %}"), tc("y")),
        ),
        "past niet bij het begin",
    ),
    Geplant(
        "unknown field on the right of a condition",
        "T101",
        f"{KOP}, bij ‘{{% if is_concept and not is_definitief %}}x{{% endif %}}’",
        p("{% if is_concept and not is_definitief %}x{% endif %}"),
        "Het veld 'is_definitief' bestaat niet.",
    ),
)
