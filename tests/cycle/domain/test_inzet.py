"""The matrix counts each rol per partij and thema, and knows which cells are empty."""

from cycle.domain.afspraak import Rol
from cycle.domain.inzet import Inzetmatrix, build_inzetmatrix
from tests.builders import echte_bibliotheek, een_afspraak, een_samenwerking, een_thema


def dorp() -> Inzetmatrix:
    """Return the matrix of two themas with afspraken and one without."""
    bouwen = een_thema(
        een_afspraak(1, inzet={"domesta": Rol.TREKKER, "gemeente": Rol.MEEWERKEND}),
        een_afspraak(2, inzet={"domesta": Rol.UITVOERDER, "huurders": Rol.GEINFORMEERD}),
    )
    wonen = een_thema(een_afspraak(3, inzet={"gemeente": Rol.UITVOERDER}), code="wonen")
    return build_inzetmatrix(een_samenwerking(themas=(bouwen, wonen, een_thema(code="later"))))


def test_each_rol_is_counted_per_partij_and_thema() -> None:
    inzet = dorp().inzet("domesta", "bouwen")

    assert inzet.rollen == {
        Rol.TREKKER: 1,
        Rol.UITVOERDER: 1,
        Rol.MEEWERKEND: 0,
        Rol.GEINFORMEERD: 0,
    }
    assert inzet.eigen == 2


def test_a_thema_without_afspraken_is_no_column() -> None:
    assert [thema.code for thema in dorp().themas] == ["bouwen", "wonen"]


def test_being_informed_only_leaves_the_cell_empty_and_working_along_fills_it() -> None:
    matrix = dorp()

    assert matrix.inzet("huurders", "bouwen").is_leeg
    assert not matrix.inzet("gemeente", "bouwen").is_leeg
    assert [(i.partij, i.thema) for i in matrix.lege_cellen()] == [
        ("domesta", "wonen"),
        ("woonservice", "bouwen"),
        ("woonservice", "wonen"),
        ("huurders", "bouwen"),
        ("huurders", "wonen"),
    ]


def test_the_counts_of_hoogeveen_add_up_to_all_roles_in_its_afspraken() -> None:
    hoogeveen = echte_bibliotheek().load("hoogeveen")

    matrix = build_inzetmatrix(hoogeveen)

    geteld = sum(sum(cel.rollen.values()) for cel in matrix.cellen.values())
    assert geteld == sum(len(afspraak.inzet) for afspraak in hoogeveen.afspraken)
    assert len(matrix.cellen) == 9 * 6
    assert matrix.lege_cellen() == ()
