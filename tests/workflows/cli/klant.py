"""Runs commands one after the other in one process, because Prefect is slow to import.

``python -m tests.workflows.cli.klant '[["cyclus", "status", …], …]'`` prints for each its
exit code and what it wrote, as JSON.
"""

import json
import sys

from click.testing import CliRunner

from workflows.cli.main import jaarschijf

if __name__ == "__main__":
    antwoorden = []
    for woorden in json.loads(sys.argv[1]):
        antwoord = CliRunner().invoke(jaarschijf, woorden)
        antwoorden.append((antwoord.exit_code, antwoord.stdout, antwoord.stderr))
    sys.stdout.write(json.dumps(antwoorden))
