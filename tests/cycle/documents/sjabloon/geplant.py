"""Geplant: templates with one planted fault each, and where the check must report it."""

from dataclasses import dataclass, field

from tests.cycle.documents.sjabloonmaker import maak_sjabloon, p, run, tbl, tc, tr

GOED = (
    p("Jaarschijf {{ jaar }}", stijl="Heading1")
    + p("{%p for thema in themas %}")
    + p("{{ thema.nummer }}. {{ thema.naam }}", stijl="Heading2")
    + p("{%p for afspraak in thema.afspraken %}")
    + p(
        "Afspraak {{ afspraak.nummer }}{% if afspraak.termijn %}, {{ afspraak.termijn }}{% endif %}"
    )
    + p("{%p endfor %}")
    + p("{%p endfor %}")
    + tbl(
        2,
        tr("partij", "soort"),
        tr(tc("{%tr for partij in partijen %}"), tc("")),
        tr("{{ partij.naam }}", "{{ partij.soort }}"),
        tr(tc("{%tr endfor %}"), tc("")),
    )
)
"""A sound beginning that every planted template has: one heading of each level, one table."""

KOP = "onder de kop ‘Slot’"


@dataclass(frozen=True, slots=True)
class Geplant:
    """A fault: what is planted after `GOED`, the code of the finding, and its place."""

    naam: str
    code: str
    plek: str
    body: str = ""
    melding: str = ""
    delen: dict[str, str] = field(default_factory=dict)

    def sjabloon(self) -> bytes:
        """Return the template."""
        return maak_sjabloon(GOED + p("Slot", stijl="Heading1") + self.body, **self.delen)

    @property
    def volle_plek(self) -> str:
        """Return the whole place as the check words it."""
        return f"jaarschijf.docx, {self.plek}"


def in_cel(tekst: str) -> str:
    """Return a table with a text in its second row, second cell."""
    return tbl(2, tr("a", "b"), tr("c", tekst))


GEPLANT = (
    Geplant(
        "unknown field in the body",
        "T101",
        f"{KOP}, bij ‘Van {{{{ gemeent }}}} zelf’",
        p("Van {{ gemeent }} zelf"),
        "Het veld 'gemeent' bestaat niet. Bedoelt u 'gemeente'?",
    ),
    Geplant(
        "unknown field in a table cell",
        "T101",
        f"{KOP}, tabel 2, rij 2, cel 2, bij ‘{{{{ verzie }}}}’",
        in_cel("{{ verzie }}"),
        "Bedoelt u 'versie'?",
    ),
    Geplant(
        "unknown field in the header",
        "T101",
        "koptekst, bij ‘{{ jaren }}’",
        melding="Bedoelt u 'jaar'?",
        delen={"kop": "{{ jaren }}"},
    ),
    Geplant(
        "unknown field in the footer",
        "T101",
        "voettekst, bij ‘code {{ kode }}’",
        melding="Bedoelt u 'code'?",
        delen={"voet": "code {{ kode }}"},
    ),
    Geplant(
        "unknown field in a footnote",
        "T101",
        "voetnoten, bij ‘Zie {{ looptyd }}.’",
        melding="Bedoelt u 'looptijd'?",
        delen={"noot": "Zie {{ looptyd }}."},
    ),
    Geplant(
        "unknown field in the properties",
        "T101",
        "eigenschappen van het document, bij ‘Jaarschijf {{ titul }}’",
        melding="Bedoelt u 'titel'?",
        delen={"eigenschappen": "Jaarschijf {{ titul }}"},
    ),
    Geplant(
        "unknown field in a branch that is not taken",
        "T101",
        f"{KOP}, bij ‘{{{{ eigen.bijdrage_nooit }}}}’",
        p("{%p if false %}") + p("{{ eigen.bijdrage_nooit }}") + p("{%p endif %}"),
        "'eigen.bijdrage_nooit' bestaat niet",
    ),
    Geplant(
        "unknown field in three loops",
        "T101",
        f"{KOP}, bij ‘{{{{ actie.planing }}}}’",
        p("{%p for t in themas %}")
        + p("{%p for a in t.afspraken %}")
        + p("{%p for actie in a.acties %}")
        + p("{{ actie.planing }}")
        + p("{%p endfor %}") * 3,
        "Het veld 'actie.planing' bestaat niet. Bedoelt u 'planning'?",
    ),
    Geplant(
        "unknown list of a loop",
        "T101",
        f"{KOP}, bij ‘{{%p for a in themas[0].afspraaken %}}’",
        p("{%p for a in themas[0].afspraaken %}") + p("{{ a.titel }}") + p("{%p endfor %}"),
        "Bedoelt u 'afspraken'?",
    ),
    Geplant(
        "unknown field in runs as Word splits them",
        "T101",
        f"{KOP}, bij ‘Van {{{{ gemeenten }}}} zelf’",
        "<w:p>"
        + run("Van {")
        + run("{ gem", "<w:b/>")
        + '<w:proofErr w:type="spellStart"/>'
        + run("eent")
        + run("en }")
        + run("} zelf")
        + "</w:p>",
        "Bedoelt u 'gemeente'?",
    ),
    Geplant(
        "unknown field after smart quotes",
        "T101",
        f"{KOP}, bij ‘{{% if staat == “concept” %}}x{{% endif %}}’",
        p("{% if staat == “concept” %}x{% endif %}"),
        "Bedoelt u 'status'?",
    ),
    Geplant(
        "unknown field of a name given with set",
        "T101",
        f"{KOP}, bij ‘{{{{ eerste.naem }}}}’",
        p("{%p set eerste = themas[0] %}") + p("{{ eerste.naem }}"),
        "Bedoelt u 'naam'?",
    ),
    Geplant(
        "unknown field of the loop itself",
        "T101",
        f"{KOP}, bij ‘{{% for b in prioriteiten %}}{{{{ loop.indx }}}}{{% endfor %}}’",
        p("{% for b in prioriteiten %}{{ loop.indx }}{% endfor %}"),
        "Bedoelt u 'index'?",
    ),
    Geplant(
        "unknown filter",
        "T102",
        f"{KOP}, bij ‘{{{{ titel|uper }}}}’",
        p("{{ titel|uper }}"),
        "Het filter 'uper' bestaat niet. Bedoelt u 'upper'?",
    ),
    Geplant(
        "unknown test",
        "T103",
        f"{KOP}, bij ‘{{% if jaar is getal %}}x{{% endif %}}’",
        p("{% if jaar is getal %}x{% endif %}"),
        "De test 'getal' bestaat niet.",
    ),
    Geplant(
        "loop over rows without tr",
        "T207",
        f"{KOP}, tabel 2, rij 2, cel 1, bij ‘{{% for k in kaders %}}{{{{ k.titel }}}}’",
        tbl(2, tr("a", "b"), tr("{% for k in kaders %}{{ k.titel }}", "{{ k.datum }}{% endfor %}")),
        "zonder 'tr' of 'tc'",
    ),
    Geplant(
        "text beside a p code",
        "T209",
        f"{KOP}, bij ‘Let op: {{%p if voorbeeld %}}’",
        p("Let op: {%p if voorbeeld %}") + p("{{ voorbeeld }}") + p("{%p endif %}"),
        "valt dit weg: ‘Let op:’",
    ),
    Geplant(
        "text in a row with a tr code",
        "T209",
        f"{KOP}, tabel 2, rij 2, cel 1, bij ‘{{%tr for k in kaders %}}’",
        tbl(
            2,
            tr("a", "b"),
            tr("{%tr for k in kaders %}", "datum {{ jaar }}"),
            tr("{{ k.titel }}", "{{ k.datum }}"),
            tr("{%tr endfor %}", ""),
        ),
        "valt dit weg: ‘datum {{ jaar }}’",
    ),
    Geplant(
        "two codes in one row",
        "T210",
        f"{KOP}, tabel 2, rij 2, cel 1, bij ‘{{%tr for k in kaders %}}{{{{ k.titel }}}}’",
        tbl(2, tr("a", "b"), tr("{%tr for k in kaders %}{{ k.titel }}", "{%tr endfor %}")),
    ),
    Geplant(
        "code that is not closed",
        "T201",
        f"{KOP}, bij ‘Van {{{{ gemeente zelf’",
        p("Van {{ gemeente zelf") + p("{{ jaar }}"),
        "'{{ gemeente zelf' wordt niet gesloten",
    ),
    Geplant(
        "if without endif",
        "T204",
        f"{KOP}, bij ‘{{% if voorbeeld %}}{{{{ voorbeeld }}}}’",
        p("{% if voorbeeld %}{{ voorbeeld }}") + p("na"),
        "ontbreekt 'endif'",
    ),
    Geplant(
        "endfor too many",
        "T205",
        f"{KOP}, bij ‘{{%p endfor %}}’",
        p("a") + p("{%p endfor %}"),
        "staat hier te veel",
    ),
    Geplant(
        "code that cannot be read",
        "T203",
        f"{KOP}, bij ‘{{%p for a themas %}}’",
        p("{%p for a themas %}") + p("{{ a.naam }}") + p("{%p endfor %}"),
        "niet te lezen bij 'themas'",
    ),
    Geplant(
        "list printed as a text",
        "T109",
        f"{KOP}, tabel 2, rij 2, cel 2, bij ‘{{{{ prioriteiten }}}}’",
        in_cel("{{ prioriteiten }}"),
        "'prioriteiten' is een lijst",
    ),
    Geplant(
        "text with opmaak printed without markdown",
        "T108",
        f"{KOP}, bij ‘{{{{ inleiding }}}}’",
        p("{{ inleiding }}"),
        "Zonder '|markdown'",
    ),
    Geplant(
        "style that the template does not have",
        "T302",
        f"{KOP}, bij ‘Slotwoord’",
        p("Slotwoord", stijl="Slotstijl"),
        "De stijl 'Slotstijl'",
    ),
    Geplant(
        "styles for opmaak that are missing",
        "T301",
        f"{KOP}, bij ‘{{{{p inleiding|markdown }}}}’",
        p("{{p inleiding|markdown }}"),
        "Definitieterm",
    ),
)
