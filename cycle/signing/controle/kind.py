"""Kind: the process in which a returned PDF is checked.

It takes its limits before it reads anything, answers one question and ends. The first look
at the file has little time; what passes it may take longer, for nine signatures with their
stamps are honest work.
"""

import resource
import sys
from typing import Final

GEHEUGEN: Final = 1 << 30
"""Bytes of address space, the libraries included."""
CPU_EERST: Final = 9
CPU_DAARNA: Final = 150
"""Seconds of processor time: for the first look, and for everything.

A jaarschijf of 44 pages with nine signatures takes about 22.
"""


def main() -> None:
    """Answer the question on standard input on standard output."""
    _limit(CPU_EERST)
    tekst = sys.stdin.buffer.read()
    from cycle.signing.controle.oordeel import judge
    from cycle.signing.controle.uitwisseling import read_vraag, write_oordeel

    oordeel = judge(read_vraag(tekst), is_gekeurd=lambda: _limit(CPU_DAARNA))
    sys.stdout.buffer.write(write_oordeel(oordeel))
    sys.stdout.buffer.flush()


def _limit(cpu: int) -> None:
    """Take the limits of this process: memory, time, and no file that grows."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, CPU_DAARNA))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
