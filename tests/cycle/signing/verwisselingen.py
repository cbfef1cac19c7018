"""Version mix-ups by two routes, and right versions by a service, more than the suite runs."""

from tests.cycle.signing.aanvallen import check
from tests.cycle.signing.dienst import mix_ups, other_version, return_by_service, vertrouwen
from tests.cycle.signing.pdfbouw import freeze, sign_all, tekst_van

PAREN = 50
GOEDE = 20


def run_verwisselingen() -> int:
    """Print how many are refused and accepted; return how many were judged wrongly."""
    bedoeld = freeze(tekst_van(4), aantal=1)
    ons = dienst = 0
    for _, bladen in mix_ups(PAREN, zaad=5):
        ander = other_version(bladen)
        ons += not check(sign_all(ander), bedoeld).houdt
        oordeel = check(return_by_service(ander), bedoeld, vertrouwen=vertrouwen())
        dienst += not oordeel.houdt
    goed = 0
    for nummer in range(GOEDE):
        versie = freeze(tekst_van(2 + nummer % 5), aantal=1 + nummer % 9)
        pdf = return_by_service(versie, bewijs=nummer % 3)
        goed += check(pdf, versie, vertrouwen=vertrouwen()).houdt
    print(f"{PAREN} mix-ups: our own PDF refuses {ons}, a service {dienst}")  # noqa: T201
    print(f"{GOEDE} right versions by a service: {goed} accepted")  # noqa: T201
    return 2 * PAREN - ons - dienst + GOEDE - goed
