"""Reactions come in once, are decided on, and are in the next draft."""

import json
from dataclasses import replace

import pytest

from cycle.domain.anker import Documentkenmerk, actie_anker
from cycle.domain.errors import BesluitError, FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.reactie import Onderdeel, Reactie, Teruggekomen, WijzigingSoort
from cycle.domain.reactietabel import Reactiekeuze
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.decide_reacties import Reactieoordeel, decide_reacties
from cycle.services.list_reacties import list_reacties
from cycle.services.receive_reacties import Afzender, Reactieontvangst, receive_reacties
from cycle.services.trace_cijfers import trace_cijfers
from tests.builders import een_opmerking, een_vindplaats, een_wijziging
from tests.cycle.services.builders import CODE, JAAR, ga_naar, geldende_code, in_fase
from tests.fakes import Opstelling, een_terugkomst

ALINEA = "Tekst 1."
ANDERS = een_wijziging(ALINEA, "Tekst", "Zin")
ACTIE = actie_anker(1, "afspraak-1", "domesta", "A01-NETTO")
BODCEL = "Netto toevoeging: 50 woningen, €\u00a0450.000"


@pytest.fixture
def overleg() -> Opstelling:
    return in_fase(Fase.OVERLEG)


def terug(opstelling: Opstelling, *reacties: Reactie, uitgave: str = "Domesta") -> bytes:
    """Return the edition of a partij as it came back."""
    kenmerk = Documentkenmerk("Dorp 2026", "0.1", geldende_code(opstelling), uitgave)
    return een_terugkomst(Teruggekomen(kenmerk, reacties))


def ontvang(
    opstelling: Opstelling, *reacties: Reactie, uitgave: str = "Domesta", partij: str = ""
) -> Reactieontvangst:
    inhoud = terug(opstelling, *reacties, uitgave=uitgave)
    return receive_reacties(opstelling.toolkit, inhoud, "terug.docx", Afzender(partij))


def beslis(opstelling: Opstelling, *nummers: int, **anders: object) -> str:
    oordeel = Reactieoordeel(nummers, Reactiekeuze.OVERNEMEN)
    uitkomst = decide_reacties(opstelling.toolkit, CODE, JAAR, replace(oordeel, **anders))
    return uitkomst.melding


def schrijf_inhoud(opstelling: Opstelling, tekst: str) -> None:
    """Put another text in the content of afspraak 1, as a coordinator does."""
    dorp = opstelling.bibliotheek.samenwerkingen[CODE]
    thema = dorp.themas[0]
    eerste, *rest = thema.afspraken
    anders = replace(thema, afspraken=(replace(eerste, tekst=tekst), *rest))
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, themas=(anders,))


def afspraak_in(opstelling: Opstelling, versie: str, nummer: int = 1) -> dict[str, object]:
    """Return an afspraak as it stands in the common draft."""
    view = document(opstelling, versie)
    return view["themas"][0]["afspraken"][nummer - 1]


def document(opstelling: Opstelling, versie: str) -> dict[str, object]:
    naam = f"{CODE}-{JAAR}/concept-{versie}/jaarschijf-{JAAR}-concept-{versie}.docx"
    return json.loads(opstelling.uitgifte.bestanden[naam])


def test_reactions_get_numbers_and_the_afspraak_they_are_about(overleg: Opstelling) -> None:
    ontvangst = ontvang(overleg, ANDERS, een_opmerking(vindplaats=een_vindplaats(None)))

    assert (ontvangst.partij, ontvangst.versie, ontvangst.geldend) == ("domesta", "0.1", "0.1")
    assert [(r.nummer, r.afspraak_id) for r in ontvangst.nieuw] == [(1, "afspraak-1"), (2, "")]
    assert [r.nummer for r in list_reacties(overleg.toolkit, CODE, JAAR).regels] == [2, 1]


def test_the_same_file_again_adds_nothing_and_a_longer_one_only_what_is_new(
    overleg: Opstelling,
) -> None:
    ontvang(overleg, ANDERS)

    opnieuw = ontvang(overleg, ANDERS)
    langer = ontvang(overleg, ANDERS, een_opmerking())

    assert (opnieuw.nieuw, opnieuw.bekend) == ((), 1)
    assert ([r.nummer for r in langer.nieuw], langer.bekend) == ([2], 1)


def test_two_partijen_may_say_the_same(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    ontvang(overleg, ANDERS, uitgave="Huurders Dorp")

    partijen = [r.ingebracht.partij for r in list_reacties(overleg.toolkit, CODE, JAAR).regels]
    assert partijen == ["domesta", "huurders"]


def test_a_common_edition_needs_to_be_told_whose_it_is(overleg: Opstelling) -> None:
    with pytest.raises(InvoerError, match="gezamenlijke uitgave") as fout:
        ontvang(overleg, ANDERS, uitgave="")
    assert "--partij" in fout.value.advies
    assert "huurders" in fout.value.advies

    assert ontvang(overleg, ANDERS, uitgave="", partij="huurders").partij == "huurders"


def test_a_document_that_lost_its_mark_needs_to_be_told_where_it_belongs(
    overleg: Opstelling,
) -> None:
    inhoud = een_terugkomst(Teruggekomen(None, (ANDERS,)))

    with pytest.raises(InvoerError, match="zegt niet bij welke jaarschijf") as fout:
        receive_reacties(overleg.toolkit, inhoud, "terug.docx", Afzender("domesta"))
    assert "--bij" in fout.value.advies

    afzender = Afzender("domesta", CODE, JAAR)
    assert receive_reacties(overleg.toolkit, inhoud, "terug.docx", afzender).versie == "0.1"


def test_a_version_that_was_never_made_is_refused(overleg: Opstelling) -> None:
    kenmerk = Documentkenmerk("Dorp 2026", "0.9", "0000-0000-0000", "Domesta")
    inhoud = een_terugkomst(Teruggekomen(kenmerk, (ANDERS,)))

    with pytest.raises(NietGevonden, match=r"versie 0\.9 van Dorp 2026"):
        receive_reacties(overleg.toolkit, inhoud, "terug.docx", Afzender())


def test_after_the_text_was_adopted_no_reaction_is_taken() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    inhoud = terug(opstelling, ANDERS)
    ontvang(opstelling, ANDERS)
    ga_naar(opstelling, Fase.VASTGESTELD)

    with pytest.raises(FaseError, match="al vastgesteld"):
        receive_reacties(opstelling.toolkit, inhoud, "terug.docx", Afzender())
    with pytest.raises(FaseError, match="al vastgesteld"):
        beslis(opstelling, 1)


def test_a_change_that_is_taken_over_stands_in_the_next_draft(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)

    assert beslis(overleg, 1, antwoord="Goed.") == "Reactie 1 is overgenomen."
    compose_concept(overleg.toolkit, CODE, JAAR)

    assert afspraak_in(overleg, "0.1")["tekst"] == "Tekst 1."
    assert afspraak_in(overleg, "0.2")["tekst"] == "Zin 1."
    (bijlage,) = document(overleg, "0.2")["reacties"]
    assert bijlage["besluit"] == "overgenomen"
    assert bijlage["antwoord"] == "Goed."
    assert bijlage["reactie"] == "Vervang ‘Tekst’ door ‘Zin’."


def test_the_same_decisions_give_no_new_version(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    compose_concept(overleg.toolkit, CODE, JAAR)

    nog_eens = compose_concept(overleg.toolkit, CODE, JAAR)

    assert not nog_eens.gedaan
    assert "sinds concept 0.2" in nog_eens.melding


def test_a_refusal_makes_a_new_version_with_the_answer_and_the_same_code(
    overleg: Opstelling,
) -> None:
    code = geldende_code(overleg)
    ontvang(overleg, ANDERS)
    beslis(overleg, 1, keuze=Reactiekeuze.AFWIJZEN, antwoord="Dit staat in de wet.")

    compose_concept(overleg.toolkit, CODE, JAAR)

    assert geldende_code(overleg) == code
    (bijlage,) = document(overleg, "0.2")["reacties"]
    assert bijlage["besluit"] == "niet overgenomen"
    assert bijlage["antwoord"] == "Dit staat in de wet."


def test_a_reaction_without_a_decision_makes_no_new_version(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)

    assert not compose_concept(overleg.toolkit, CODE, JAAR).gedaan


def test_the_adopted_text_has_no_annex_with_reactions(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    compose_concept(overleg.toolkit, CODE, JAAR)
    ga_naar(overleg, Fase.ACCORDERING)
    adopt_jaarschijf(overleg.toolkit, CODE, JAAR, reden="Zonder besluiten.")

    vast = json.loads(overleg.uitgifte.bestanden[f"{CODE}-{JAAR}/vastgesteld/jaarschijf-2026.docx"])
    assert vast["reacties"] == []
    assert vast["themas"][0]["afspraken"][0]["tekst"] == "Zin 1."


def test_an_offer_that_is_changed_counts_in_the_figures_and_names_its_source(
    overleg: Opstelling,
) -> None:
    ontvang(
        overleg,
        een_wijziging(BODCEL, "50", "60", vindplaats=een_vindplaats(1, ACTIE)),
    )
    beslis(overleg, 1)

    compose_concept(overleg.toolkit, CODE, JAAR)

    nieuw = afspraak_in(overleg, "0.2")
    assert [a["bod"] for a in nieuw["acties"] if a["partij"] == "Domesta"] == ["60 woningen"]
    assert "60" in [c["bod"] for c in nieuw["cijfers"]]
    sporen = trace_cijfers(overleg.toolkit, CODE, JAAR, nummer=1)
    bronnen = {s.bron for s in sporen if s.cijfer == "bod" and s.waarde == "60"}
    assert bronnen == {"reactie 1 van domesta op versie 0.1"}


def test_an_action_that_is_crossed_out_is_called_off(overleg: Opstelling) -> None:
    rij = "Domesta | Wij bouwen aan de Beek. | heel 2026 | " + BODCEL
    weg = een_wijziging(rij, rij, "", onderdeel=Onderdeel.RIJ, vindplaats=een_vindplaats(1, ACTIE))
    ontvang(overleg, weg)
    beslis(overleg, 1)

    compose_concept(overleg.toolkit, CODE, JAAR)

    (actie,) = [a for a in afspraak_in(overleg, "0.2")["acties"] if a["partij"] == "Domesta"]
    assert actie["activiteit"] == "Doet niet mee. Vervallen na reactie 1 van domesta op versie 0.1."
    assert (actie["bod"], actie["bedrag"]) == ("", "")


def test_what_does_not_fit_is_refused_with_its_place_and_can_be_done_by_hand(
    overleg: Opstelling,
) -> None:
    ontvang(overleg, een_wijziging("Staat hier niet.", "hier", "daar"))

    with pytest.raises(BesluitError, match="Reactie 1 kan niet vanzelf in de tekst") as fout:
        beslis(overleg, 1)
    assert fout.value.plek == "dorp/thema-1.md:1"
    assert "--zelf" in fout.value.advies
    assert list_reacties(overleg.toolkit, CODE, JAAR).regels[0].besluit is None

    assert beslis(overleg, 1, is_handmatig=True) == "Reactie 1 is overgenomen."


def test_two_changes_of_the_same_words_cannot_both_be_taken_over(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    ontvang(overleg, een_wijziging(ALINEA, "Tekst", "Regel"), uitgave="Huurders Dorp")
    ontvang(overleg, een_wijziging(ALINEA, "Tekst 1", "Niets"), uitgave="Gemeente Dorp")
    beslis(overleg, 2)

    with pytest.raises(BesluitError, match="past reactie 2 niet meer"):
        beslis(overleg, 1)
    with pytest.raises(BesluitError, match=r"botst met reactie 2\. Er is niets vastgelegd"):
        beslis(overleg, 3)

    compose_concept(overleg.toolkit, CODE, JAAR)
    assert afspraak_in(overleg, "0.2")["tekst"] == "Regel 1."


def test_a_decision_that_pushes_out_a_later_one_names_it(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS, een_wijziging(ALINEA, "1", "2"))
    beslis(overleg, 1)
    compose_concept(overleg.toolkit, CODE, JAAR)
    kenmerk = Documentkenmerk("Dorp 2026", "0.2", geldende_code(overleg), "Huurders Dorp")
    later = een_terugkomst(Teruggekomen(kenmerk, (een_wijziging("Zin 1.", "Zin", "Regel"),)))
    receive_reacties(overleg.toolkit, later, "terug-2.docx", Afzender())
    beslis(overleg, 3)

    with pytest.raises(BesluitError, match=r"past reactie 3 niet meer\. Die is al"):
        beslis(overleg, 2)


def test_the_same_change_of_two_partijen_is_made_once(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    ontvang(overleg, ANDERS, uitgave="Huurders Dorp")

    assert beslis(overleg, 1, 2) == "Reacties 1 en 2 zijn overgenomen."
    compose_concept(overleg.toolkit, CODE, JAAR)

    assert afspraak_in(overleg, "0.2")["tekst"] == "Zin 1."


def test_a_comment_changes_nothing_by_itself_and_says_so(overleg: Opstelling) -> None:
    ontvang(overleg, een_opmerking())

    melding = beslis(overleg, 1)
    compose_concept(overleg.toolkit, CODE, JAAR)

    assert "Een opmerking verandert de tekst niet vanzelf. Pas de tekst zelf aan bij 1" in melding
    (bijlage,) = document(overleg, "0.2")["reacties"]
    assert bijlage["besluit"] == "overgenomen, nog te verwerken"

    beslis(overleg, 1, is_handmatig=True)
    compose_concept(overleg.toolkit, CODE, JAAR)
    (bijlage,) = document(overleg, "0.3")["reacties"]
    assert bijlage["besluit"] == "overgenomen"


def test_what_was_booked_by_mistake_is_kept_but_nobody_reads_it(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS, een_opmerking())

    with pytest.raises(BesluitError, match="hoort een antwoord"):
        beslis(overleg, 1, keuze=Reactiekeuze.VERVALLEN)
    beslis(overleg, 1, keuze=Reactiekeuze.VERVALLEN, antwoord="Verkeerd bestand.")
    beslis(overleg, 2, keuze=Reactiekeuze.AFWIJZEN, antwoord="Nee.")
    compose_concept(overleg.toolkit, CODE, JAAR)

    assert [r["nummer"] for r in document(overleg, "0.2")["reacties"]] == ["2"]
    assert len(list_reacties(overleg.toolkit, CODE, JAAR).regels) == 2


def test_an_edition_is_never_booked_under_another_name(overleg: Opstelling) -> None:
    with pytest.raises(InvoerError, match="uitgave van Domesta, maar u noemt Huurders Dorp"):
        ontvang(overleg, ANDERS, partij="huurders")


def test_who_changes_the_action_of_another_partij_is_named(overleg: Opstelling) -> None:
    wijziging = een_wijziging(BODCEL, "50", "60", vindplaats=een_vindplaats(1, ACTIE))
    ontvang(overleg, wijziging, uitgave="Huurders Dorp")

    melding = beslis(overleg, 1)

    assert "reactie 1 van Huurders Dorp gaat over een actie van Domesta" in melding


def test_moved_text_is_one_decision(overleg: Opstelling) -> None:
    weg = een_wijziging(ALINEA, ALINEA, "", soort=WijzigingSoort.VERPLAATST)
    erbij = een_wijziging(
        "Tekst 3.",
        "",
        ALINEA,
        soort=WijzigingSoort.VERPLAATST,
        vindplaats=een_vindplaats(3),
    )
    ontvang(overleg, weg, erbij)

    melding = beslis(overleg, 1, keuze=Reactiekeuze.BESPREKEN)

    assert melding == "Reacties 1 en 2 zijn op de agenda gezet."


def test_the_same_decision_again_changes_nothing(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    voor = overleg.stand()

    uitkomst = decide_reacties(
        overleg.toolkit, CODE, JAAR, Reactieoordeel((1,), Reactiekeuze.OVERNEMEN)
    )

    assert not uitkomst.gedaan
    assert overleg.stand() == voor


def test_a_number_that_does_not_exist_is_refused(overleg: Opstelling) -> None:
    with pytest.raises(NietGevonden, match="Reactie 7 bestaat niet") as fout:
        beslis(overleg, 7)

    assert "reacties tabel" in fout.value.advies


def test_a_change_that_stops_fitting_is_named_when_the_draft_is_made(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    schrijf_inhoud(overleg, "Heel iets anders.")

    melding = compose_concept(overleg.toolkit, CODE, JAAR).melding

    assert "deze overgenomen reacties passen niet meer" in melding
    assert "1 (deze alinea staat zo niet" in melding
    (bijlage,) = document(overleg, "0.2")["reacties"]
    assert bijlage["besluit"] == "overgenomen, nog te verwerken"


def test_a_change_that_somebody_typed_in_the_content_is_made_already(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    schrijf_inhoud(overleg, "Zin 1.")

    melding = compose_concept(overleg.toolkit, CODE, JAAR).melding

    assert "passen niet meer" not in melding
    assert afspraak_in(overleg, "0.2")["tekst"] == "Zin 1."


def test_reactions_on_an_older_version_are_made_before_those_on_a_newer_one(
    overleg: Opstelling,
) -> None:
    ontvang(overleg, ANDERS)
    beslis(overleg, 1)
    compose_concept(overleg.toolkit, CODE, JAAR)
    kenmerk = Documentkenmerk("Dorp 2026", "0.2", geldende_code(overleg), "Huurders Dorp")
    verder = een_wijziging("Zin 1.", "Zin", "Regel")
    inhoud = een_terugkomst(Teruggekomen(kenmerk, (verder,)))
    receive_reacties(overleg.toolkit, inhoud, "terug-2.docx", Afzender())
    beslis(overleg, 2)

    compose_concept(overleg.toolkit, CODE, JAAR)

    assert afspraak_in(overleg, "0.3")["tekst"] == "Regel 1."
    with overleg.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        assert [c.versie for c in tx.concepten(cyclus)] == ["0.1", "0.2", "0.3"]


def test_who_asks_for_decisions_hears_how_many_reactions_are_open(overleg: Opstelling) -> None:
    ontvang(overleg, ANDERS, een_opmerking())
    beslis(overleg, 1)

    melding = ask_besluiten(overleg.toolkit, CODE, JAAR).melding

    assert "over 1 reactie is nog niet beslist" in melding
