"""Generated Markdown for the tests of opmaak: paragraphs, lists, quotes, tables and notes."""

from hypothesis import strategies as st

WOORDEN = ("huur", "de", "Wij", "woningen", "één", "2024", "15%", "(DAEB)", "<b>", "–", "a_b")
_VLAK = ("huur", "de", "Wij", "woningen", "één", "prijs")

woorden = st.sampled_from(WOORDEN)
vlakke_woorden = st.sampled_from(_VLAK)


def zinnen(woord: st.SearchStrategy[str], stukken: list[str]) -> st.SearchStrategy[str]:
    """Return lines of words, each plain or inside one of the forms in `stukken`."""
    vorm = st.sampled_from(["{}", "{}", *stukken])
    stuk = st.builds(
        lambda v, delen: v.format(" ".join(delen)), vorm, st.lists(woord, min_size=1, max_size=3)
    )
    return st.lists(stuk, min_size=1, max_size=5).map(" ".join)


_RIJK = [
    *("**{}**", "*{}*", "~~{}~~", "`{}`", "_{}_", "***{}***", "[{}](https://a.example)"),
    *("[**{}** x](#kop 'titel')", "[{}][s]", "\\*{}", "{} &amp; x", "{}&nbsp;x", "{}^[kort *n*]"),
    *("{} <https://a.example>", "{}\\\n{{v}}", "{}  \n{{v}}", "{}\n{{v}}"),
]
rijke_zinnen = zinnen(woorden, _RIJK)
vlakke_zinnen = zinnen(vlakke_woorden, ["**{}**", "*{}*", "[{}](https://a.example)", "{}\n{{v}}"])

_BLOKKEN = {
    "{}": "",
    "- {}": "  ",
    "- {}\n": "  ",
    "1. {}": "   ",
    "> {}": "> ",
    "> - {}": ">   ",
    "- > {}": "  > ",
    "- x\n  - {}": "    ",
    "- {}\n\n  tweede": "  ",
    "Term\n: {}": "  ",
    "## {} {{#kop}}": " ",
    "| kop | {} |\n|---|---|\n| a \\| b | {} |": " ",
    "{}[^n]": "",
    "![plaatje](kaart.png)": "",
    "---": "",
}


def teksten(zin: st.SearchStrategy[str], soorten: list[str]) -> st.SearchStrategy[str]:
    """Return texts of up to four blocks of these kinds."""
    blok = st.sampled_from(soorten).flatmap(
        lambda soort: st.tuples(zin, zin).map(lambda z: _blok(soort, z))
    )
    return (
        st.lists(blok, min_size=1, max_size=4).map("\n\n".join).filter(_has_words).map(_with_names)
    )


def _blok(soort: str, stukken: tuple[str, str]) -> str:
    """Return one block; lines after the first stand where the block wants them."""
    vervolg = _BLOKKEN[soort]
    enkel = soort.startswith(("#", "|"))
    zinnen_ = [
        (z.replace("\\\n{v}", "").replace("  \n{v}", "").replace("\n{v}", ""))
        if enkel
        else z.replace("{v}", vervolg)
        for z in stukken
    ]
    return soort.format(*zinnen_)


def _has_words(tekst: str) -> bool:
    """Return whether a text is more than lines across the page."""
    return bool(tekst.strip("-\n"))


def _with_names(tekst: str) -> str:
    """Return a text with the footnote and the address that it uses."""
    noot = "\n\n[^n]: De noot." if "[^n]" in tekst else ""
    adres = "\n\n[s]: https://s.example" if "][s]" in tekst else ""
    return f"{tekst}{noot}{adres}\n"


rijke_teksten = teksten(rijke_zinnen, list(_BLOKKEN))
vlakke_teksten = teksten(vlakke_zinnen, ["{}", "- {}", "1. {}", "> {}", "- x\n  - {}"])
