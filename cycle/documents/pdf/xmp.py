"""Xmp: the description inside a PDF that says what it is and which standards it meets."""

from collections.abc import Mapping
from typing import Final

from markupsafe import escape

# PDF/A wants every name that it does not know declared in the file itself (ISO 19005-2, 6.6.2.3)
_UA_SCHEMA: Final = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def make_xmp(kenmerken: Mapping[str, str], taal: str, maker: str) -> bytes:
    """Return the packet for PDF/A-2b and PDF/UA-1; it holds no date.

    `kenmerken` gives title, creator and subject; an empty one is left out.
    """
    program = maker.partition(" (")[0]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
        f"{_text('dc:title', kenmerken['title'])}"
        f"{_person(kenmerken['creator'])}"
        f"{_text('dc:description', kenmerken['subject'])}"
        f"<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>\n"
        f"<xmp:CreatorTool>{escape(program)}</xmp:CreatorTool>\n"
        f"<pdf:Producer>{escape(maker)}</pdf:Producer>\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
        "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>"
        f"{_UA_SCHEMA}\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


def _text(naam: str, waarde: str) -> str:
    """Return a text that may exist in several languages."""
    if not waarde:
        return ""
    inside = f'<rdf:li xml:lang="x-default">{escape(waarde)}</rdf:li>'
    return f"<{naam}><rdf:Alt>{inside}</rdf:Alt></{naam}>\n"


def _person(waarde: str) -> str:
    """Return who made the document."""
    if not waarde:
        return ""
    return f"<dc:creator><rdf:Seq><rdf:li>{escape(waarde)}</rdf:li></rdf:Seq></dc:creator>\n"
