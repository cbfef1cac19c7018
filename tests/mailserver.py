"""A real mail server on loopback, that answers as a test wants and keeps what it took."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as BELEID
from ipaddress import ip_address
from pathlib import Path
from threading import Lock

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

OK = "250 aangenomen"
WEG = "weg"
"""Break the connection instead of answering."""


@dataclass
class Mailserver:
    """What the server answers, and what it took: the sender's envelope and the bytes.

    `rcpt` and `data` give the answer for an address; `WEG` breaks the connection. After
    `data` the mail was taken, also when the connection then breaks.
    """

    poort: int = 0
    rcpt: Callable[[str], str] = lambda _adres: OK
    data: Callable[[str], str] = lambda _adres: OK
    mail: Callable[[str], str] = lambda _adres: OK
    ontvangen: list[tuple[str, bytes]] = field(default_factory=list)
    aanmeldingen: list[bytes] = field(default_factory=list)
    verbindingen: int = 0
    slot: Lock = field(default_factory=Lock)

    @property
    def mails(self) -> list[EmailMessage]:
        """Return the mails that were taken, in order."""
        return [message_from_bytes(inhoud, policy=BELEID) for _, inhoud in self.ontvangen]

    @property
    def kenmerken(self) -> list[str]:
        """Return the Message-ID of each mail that was taken."""
        return [str(mail["Message-ID"]) for mail in self.mails]

    async def handle_EHLO(  # noqa: N802 - aiosmtpd looks for this name
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        self.verbindingen += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope, adres: str, opties: list[str]
    ) -> str:
        envelope.mail_from = adres
        return _answer(server, self.mail(adres))

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope, adres: str, opties: list[str]
    ) -> str:
        antwoord = self.rcpt(adres)
        if antwoord == OK:
            envelope.rcpt_tos.append(adres)
        return _answer(server, antwoord)

    async def handle_DATA(  # noqa: N802 - aiosmtpd looks for this name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        (adres,) = envelope.rcpt_tos
        antwoord = self.data(adres)
        if antwoord in (OK, WEG):
            assert isinstance(envelope.content, bytes)
            with self.slot:
                self.ontvangen.append((adres, envelope.content))
        return _answer(server, antwoord)


def _answer(server: SMTP, antwoord: str) -> str:
    """Return the answer, or break the connection."""
    if antwoord == WEG:
        assert server.transport is not None
        server.transport.abort()
    return antwoord


class _Controller(Controller):
    """A server that is started with a bare connection, whatever its certificate."""

    def _trigger_server(self) -> None:
        socket.create_connection((self.hostname, self.port)).close()


@contextmanager
def running_mailserver(
    *,
    context: ssl.SSLContext | None = None,
    geheim: tuple[bytes, bytes] | None = None,
    meteen_dicht: bool = False,
) -> Iterator[Mailserver]:
    """Yield a server on a free port, and stop it after.

    With a `context` it wants STARTTLS, or encryption from the first byte when it is
    `meteen_dicht`; with a `geheim` a login by name and password.
    """
    server = Mailserver()

    def check(
        _server: SMTP, _session: Session, _envelope: Envelope, _soort: str, data: LoginPassword
    ) -> AuthResult:
        server.aanmeldingen.append(data.login)
        return AuthResult(success=(data.login, data.password) == geheim, handled=False)

    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        server.poort = vrij.getsockname()[1]
    controller = _Controller(
        server,
        hostname="127.0.0.1",
        port=server.poort,
        ssl_context=context if meteen_dicht else None,
        tls_context=None if meteen_dicht else context,
        require_starttls=context is not None and not meteen_dicht,
        authenticator=check,
        auth_required=geheim is not None,
        auth_require_tls=True,
        data_size_limit=None,
    )
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


def make_certificaat(map_: Path, naam: str = "localhost") -> tuple[Path, ssl.SSLContext]:
    """Return a self-made certificate for this machine, and the server's side of it."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    wie = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, naam)])
    begin = datetime(2020, 1, 1)  # noqa: DTZ001 - x509 takes a moment without a zone as UTC
    namen: list[x509.GeneralName] = [x509.DNSName(naam)]
    if naam == "localhost":
        namen.append(x509.IPAddress(ip_address("127.0.0.1")))
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(wie)
        .public_key(sleutel.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * 60))
        .add_extension(x509.SubjectAlternativeName(namen), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    bestand, geheim = map_ / f"{naam}.pem", map_ / f"{naam}.key"
    bestand.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    geheim.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(bestand, geheim)
    return bestand, context
