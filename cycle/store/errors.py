"""What can go wrong with the stored data itself, in words for a user."""

from cycle.domain.errors import JaarschijfError


class OpslagOnbereikbaar(JaarschijfError):
    """The database cannot be opened, is busy for too long, or does not fit this version."""


class BestandBeschadigd(JaarschijfError):
    """A stored file no longer has the content it was stored with."""
