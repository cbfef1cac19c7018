"""Settings: a name without a value in a file with settings means the default."""

import pytest

from cycle.settings import Beveiliging, Settings


def test_an_empty_setting_is_the_same_as_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    for naam in ("VANDAAG", "POST_BEVEILIGING", "POST_CERTIFICAAT", "POST_WACHTWOORD_BESTAND"):
        monkeypatch.setenv(f"JAARSCHIJF_{naam}", "")

    settings = Settings()

    assert settings.vandaag is None
    assert settings.post_beveiliging is Beveiliging.STARTTLS
    assert (settings.post_certificaat, settings.post_wachtwoord_bestand) == (None, None)
