import pytest

from cycle.domain.indicator import VERBANDEN, find_verband

VOORRAAD = ("VRD_DAEB", "VRD_NDAEB", "VRD_ONZ", "VRD_ZORG", "VRD_WW", "VRD_SP")


def test_the_total_stock_is_the_sum_of_all_kinds() -> None:
    verband = find_verband("VRD_VHE", (*VOORRAAD, "VRD_VHE"))

    assert verband is not None
    assert (verband.plus, verband.min) == (VOORRAAD, ())


@pytest.mark.parametrize("weg", VOORRAAD)
def test_a_sum_counts_only_when_every_part_is_asked(weg: str) -> None:
    assert find_verband("VRD_VHE", [code for code in VOORRAAD if code != weg]) is None


def test_purchases_count_in_the_net_addition_where_they_are_asked() -> None:
    met = find_verband("NETTO", ("NB_DAEB", "AANKOOP", "SLVK"))
    zonder = find_verband("NETTO", ("NB_DAEB", "SLVK"))

    assert met is not None
    assert met.plus == ("NB_DAEB", "AANKOOP")
    assert zonder is not None
    assert zonder.plus == ("NB_DAEB",)


def test_no_relation_is_its_own_part() -> None:
    assert all(v.uitkomst not in (*v.plus, *v.min) for v in VERBANDEN)
