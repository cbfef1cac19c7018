"""``python -m workflows.cli``: the same as the command `jaarschijf`."""

from workflows.cli.main import main

main()
