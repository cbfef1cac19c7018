"""The label that says what a signature rests on."""

from cycle.domain.handtekenroute import Route, sterkte


def test_every_route_has_a_label_of_its_own() -> None:
    labels = {sterkte(route) for route in Route}

    assert len(labels) == len(Route)


def test_a_reported_signature_says_that_there_is_no_proof() -> None:
    assert "zonder bewijs" in sterkte(Route.GEMELD)
