"""Overig: planted faults in the rarer corners, and what the check must say of them."""

from tests.cycle.documents.sjabloon.geplant import KOP, Geplant
from tests.cycle.documents.sjabloonmaker import p

OVERIG = (
    Geplant(
        "name of the document before a field",
        "T101",
        f"{KOP}, bij ‘{{{{ jaarschijf.jaar }}}}’",
        p("{{ jaarschijf.jaar }}"),
        "Het veld 'jaarschijf' bestaat niet.",
    ),
    Geplant(
        "field of a list instead of its items",
        "T101",
        f"{KOP}, bij ‘{{{{ themas.ambitie }}}}’",
        p("{{ themas.ambitie }}"),
        "Het veld 'themas.ambitie' bestaat niet. Bedoelt u 'thema.ambitie'?",
    ),
    Geplant(
        "field of the item in the loop around it",
        "T101",
        f"{KOP}, bij ‘{{% for k in kaders %}}{{{{ niveau }}}}{{% endfor %}}’",
        p("{% for k in kaders %}{{ niveau }}{% endfor %}"),
        "Bedoelt u 'k.niveau'?",
    ),
    Geplant(
        "near miss behind a default",
        "T101",
        f"{KOP}, bij ‘{{{{ gemeent|default('') }}}}’",
        p("{{ gemeent|default('') }}"),
        "Bedoelt u 'gemeente'?",
    ),
    Geplant(
        "filter for texts on a list",
        "T111",
        f"{KOP}, bij ‘{{{{ prioriteiten|upper }}}}’",
        p("{{ prioriteiten|upper }}"),
        "past niet bij 'prioriteiten': dat is een lijst",
    ),
    Geplant(
        "list joined to a text",
        "T109",
        f"{KOP}, bij ‘{{{{ 'Top: ' ~ prioriteiten }}}}’",
        p("{{ 'Top: ' ~ prioriteiten }}"),
    ),
    Geplant(
        "unknown test named to a filter",
        "T103",
        f"{KOP}, bij ‘{{{{ kaders|selectattr('niveau', 'gelijk', 'lokaal')|list|length }}}}’",
        p("{{ kaders|selectattr('niveau', 'gelijk', 'lokaal')|list|length }}"),
        "'gelijk' bestaat niet",
    ),
    Geplant(
        "unknown field in a condition after the first",
        "T101",
        f"{KOP}, bij ‘{{% if jaar %}}a{{% elif jaer %}}b{{% endif %}}’",
        p("{% if jaar %}a{% elif jaer %}b{% endif %}"),
        "Bedoelt u 'jaar'?",
    ),
    Geplant(
        "condition after the first that cannot be read",
        "T203",
        f"{KOP}, bij ‘{{% if jaar %}}a{{% elif %}}b{{% endif %}}’",
        p("{% if jaar %}a{% elif %}b{% endif %}"),
        "de code is niet af",
    ),
    Geplant(
        "end with a word too many",
        "T203",
        f"{KOP}, bij ‘{{% for k in kaders %}}x{{% endfor k %}}’",
        p("{% for k in kaders %}x{% endfor k %}"),
        "schrijf alleen 'endfor'",
    ),
    Geplant(
        "loop that cannot be read at all",
        "T203",
        f"{KOP}, bij ‘{{%p for 1 in x %}}’",
        p("{%p for 1 in x %}") + p("{{ wat_dan_ook }}") + p("{%p endfor %}"),
    ),
    Geplant(
        "set that cannot be read",
        "T203",
        f"{KOP}, bij ‘{{% set a = %}}{{{{ a.b }}}}’",
        p("{% set a = %}{{ a.b }}"),
        "de code is niet af",
    ),
    Geplant(
        "block that cannot be read",
        "T203",
        f"{KOP}, bij ‘{{% filter %}}a{{% endfilter %}}’",
        p("{% filter %}a{% endfilter %}"),
    ),
    Geplant(
        "brackets in brackets without end",
        "T203",
        f"{KOP}, bij ‘{'{{ ' + '(' * 76}…’",
        p("{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}"),
        "te diep genest",
    ),
    Geplant(
        "unknown filter around a block",
        "T102",
        f"{KOP}, bij ‘{{% filter uper %}}a{{% endfilter %}}’",
        p("{% filter uper %}a{% endfilter %}"),
    ),
    Geplant(
        "unknown field in a block with values of its own",
        "T101",
        f"{KOP}, bij ‘{{% with t = themas[0] %}}{{{{ t.name }}}}{{% endwith %}}’",
        p("{% with t = themas[0] %}{{ t.name }}{% endwith %}"),
        "Bedoelt u 'naam'?",
    ),
    Geplant(
        "unknown field in a block that becomes a text",
        "T101",
        f"{KOP}, bij ‘{{% set a %}}{{{{ jaer }}}}{{% endset %}}{{{{ a }}}}’",
        p("{% set a %}{{ jaer }}{% endset %}{{ a }}"),
    ),
    Geplant(
        "unknown field in the text given to a macro",
        "T101",
        f"{KOP}, bij ‘{{% call m() %}}{{{{ jaer }}}}{{% endcall %}}’",
        p("{% macro m(a='x') %}{{ caller() }}{% endmacro %}")
        + p("{% call m() %}{{ jaer }}{% endcall %}"),
    ),
    Geplant(
        "list that is called",
        "T105",
        f"{KOP}, bij ‘{{{{ prioriteiten() }}}}’",
        p("{{ prioriteiten() }}"),
    ),
    Geplant(
        "letter in the properties",
        "T211",
        "eigenschappen van het document, bij ‘{%p if voorbeeld %}x{%p endif %}’",
        delen={"eigenschappen": "{%p if voorbeeld %}x{%p endif %}"},
    ),
    Geplant(
        "text after a code with a dash",
        "T209",
        f"{KOP}, bij ‘{{% if voorbeeld -%}} kostbaar{{% endif %}}’",
        p("{% if voorbeeld -%} kostbaar", "{% endif %}"),
        "‘kostbaar’",
    ),
    Geplant(
        "fault in a text box, which Word keeps twice",
        "T101",
        f"{KOP}, bij ‘{{{{ jaer }}}}’",
        "<w:p><w:r>"
        + f"<w:pict><w:txbxContent>{p('{{ jaer }}')}</w:txbxContent></w:pict>" * 2
        + "</w:r></w:p>",
    ),
)
