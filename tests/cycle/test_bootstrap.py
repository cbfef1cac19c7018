"""Which way mail leaves: over a mail server only when nobody is rehearsing."""

from datetime import date

import pytest

from cycle.bootstrap import build_postkamer
from cycle.notify.postkamer import MapPostkamer
from cycle.notify.smtp import SmtpPostkamer
from cycle.settings import Settings

DAG = date(2023, 9, 12)
PROEF = "proef@gemeente.example"


@pytest.mark.parametrize(
    ("host", "gespeeld", "proefadres", "soort"),
    [
        ("", None, "", MapPostkamer),
        ("mail.gemeente.example", None, "", SmtpPostkamer),
        ("mail.gemeente.example", None, PROEF, SmtpPostkamer),
        ("mail.gemeente.example", DAG, "", MapPostkamer),
        ("mail.gemeente.example", DAG, PROEF, SmtpPostkamer),
    ],
)
def test_mail_of_a_played_day_leaves_only_for_an_address_for_rehearsals(
    host: str, gespeeld: date | None, proefadres: str, soort: type
) -> None:
    zelf = Settings(post_host=host, post_proefadres=proefadres)
    ingesteld = Settings(post_host=host, post_proefadres=proefadres, vandaag=gespeeld)

    assert type(build_postkamer(zelf, gespeeld)) is soort
    assert type(build_postkamer(ingesteld)) is soort
