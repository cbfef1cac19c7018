"""Uno werker: runs in the Python that belongs to LibreOffice, and drives one LibreOffice.

It answers one question at a time over its standard streams. It uses nothing but the
standard library and UNO, because it runs outside our own environment. LibreOffice
listens on a pipe in the file system, never on a port, and where the system allows it the
process has no network at all.

    python uno_werker.py SOFFICE MAP PIJP SOCKET…
"""

import ctypes
import json
import os
import queue
import resource
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import uno

UnoObject = Any
"""UNO makes its types while it runs."""

MEMORY = 4 * 1024**3
RESTART = (79, 81)
"""With these exit codes LibreOffice asks to be started again, as it does after its first start."""
_SIZE = struct.Struct(">I")
_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000
_DIE_WITH_PARENT = 1


def main() -> None:
    """Start LibreOffice and answer questions until the input ends."""
    soffice, map_, pijp, *sockets = sys.argv[1:]
    uit = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _leave_network()
    vragen: queue.Queue[tuple[dict[str, Any], bytes]] = queue.Queue()
    threading.Thread(
        target=_read, args=(sys.stdin.buffer, vragen, [map_, *sockets]), daemon=True
    ).start()
    desktop, versie = _start(soffice, map_, pijp)
    _write(uit, {"motor": "LibreOffice " + versie}, b"")
    while True:
        vraag, docx = vragen.get()
        _write(uit, *_answer(desktop, Path(map_), vraag, docx))


def _answer(
    desktop: UnoObject, map_: Path, vraag: "dict[str, Any]", docx: bytes
) -> "tuple[dict[str, str], bytes]":
    """Return the head and the body of the answer; a dead LibreOffice ends this process."""
    bron, doel = map_ / "stuk.docx", map_ / "stuk.pdf"
    bron.write_bytes(docx)
    try:
        _convert(desktop, bron, doel, vraag["opties"])
        return {}, doel.read_bytes()
    except uno.getClass("com.sun.star.lang.DisposedException"):
        os._exit(1)
    except (uno.getClass("com.sun.star.uno.Exception"), OSError, ValueError) as error:
        regel = str(error).partition("\n")[0]
        return {
            "melding": "Van dit document kan geen PDF worden gemaakt (" + regel + ").",
            "advies": "Open het document in Word, bewaar het opnieuw en probeer het nog eens.",
        }, b""
    finally:
        for pad in (bron, doel):
            with suppress(FileNotFoundError):
                pad.unlink()


def _convert(desktop: UnoObject, bron: Path, doel: Path, opties: "dict[str, Any]") -> None:
    """Write the PDF of one document."""
    document = desktop.loadComponentFromURL(
        bron.as_uri(),
        "_blank",
        0,
        _values({"Hidden": True, "ReadOnly": True, "MacroExecutionMode": 0, "UpdateDocMode": 0}),
    )
    if document is None:
        raise ValueError("LibreOffice herkent het bestand niet")
    try:
        keuzes = uno.Any("[]com.sun.star.beans.PropertyValue", _values(opties))
        document.storeToURL(
            doel.as_uri(), _values({"FilterName": "writer_pdf_Export", "FilterData": keuzes})
        )
    finally:
        document.close(True)


def _values(paren: "dict[str, Any]") -> "tuple[UnoObject, ...]":
    """Return names and values in the form that UNO wants."""
    soort = uno.getClass("com.sun.star.beans.PropertyValue")
    return tuple(soort(naam, 0, waarde, 0) for naam, waarde in paren.items())


def _start(soffice: str, map_: str, pijp: str) -> "tuple[UnoObject, str]":
    """Return the desktop of a new LibreOffice and its version."""
    opdracht = [
        soffice,
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        "-env:UserInstallation=" + Path(map_, "profiel").as_uri(),
        "--accept=pipe,name=" + pijp + ";urp;",
    ]
    hier = uno.getComponentContext()
    zoeker = hier.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", hier
    )
    proces = _spawn(opdracht)
    while True:
        with suppress(uno.getClass("com.sun.star.connection.NoConnectException")):
            daar = zoeker.resolve("uno:pipe,name=" + pijp + ";urp;StarOffice.ComponentContext")
            break
        if proces.poll() in RESTART:
            proces = _spawn(opdracht)
        elif proces.poll() is not None:
            sys.exit(1)
        time.sleep(0.03)
    diensten = daar.ServiceManager
    desktop = diensten.createInstanceWithContext("com.sun.star.frame.Desktop", daar)
    return desktop, _version(diensten, daar)


def _version(diensten: UnoObject, daar: UnoObject) -> str:
    """Return the version of LibreOffice."""
    bron = diensten.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", daar
    )
    plek = _values({"nodepath": "/org.openoffice.Setup/Product"})
    blad = bron.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", plek)
    return str(blad.getByName("ooSetupVersionAboutBox") or blad.getByName("ooSetupVersion"))


def _spawn(opdracht: "list[str]") -> "subprocess.Popen[bytes]":
    """Start LibreOffice in our group; it dies when this process dies."""
    return subprocess.Popen(  # noqa: S603 - the command of our own programme, no shell
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_die_with_parent,
    )


def _die_with_parent() -> None:
    """Ask the system to kill this process when its parent ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _leave_network() -> None:
    """Go where there is no network, if the system allows it."""
    if sys.platform != "linux":
        return
    systeem = ctypes.CDLL(None)
    wie, groep = os.getuid(), os.getgid()
    if systeem.unshare(_NEW_NETWORK) == 0:
        return
    if systeem.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{wie} {wie} 1")
        Path("/proc/self/gid_map").write_text(f"{groep} {groep} 1")


def _read(
    bron: BinaryIO, vragen: "queue.Queue[tuple[dict[str, Any], bytes]]", resten: "list[str]"
) -> None:
    """Pass questions on; when the asker is gone, remove everything and end."""
    while True:
        kop = bron.read(_SIZE.size)
        if len(kop) < _SIZE.size:
            break
        vraag = json.loads(bron.read(_SIZE.unpack(kop)[0]))
        vragen.put((vraag, bron.read(_SIZE.unpack(bron.read(_SIZE.size))[0])))
    map_, *sockets = resten
    shutil.rmtree(map_, ignore_errors=True)
    for socket in sockets:
        with suppress(FileNotFoundError):
            Path(socket).unlink()
    os.killpg(os.getpgrp(), signal.SIGKILL)


def _write(uit: BinaryIO, hoofd: "dict[str, str]", inhoud: bytes) -> None:
    """Write one answer: two sizes, two blocks."""
    tekst = json.dumps(hoofd).encode()
    uit.write(_SIZE.pack(len(tekst)) + tekst + _SIZE.pack(len(inhoud)) + inhoud)
    uit.flush()


if __name__ == "__main__":
    main()
