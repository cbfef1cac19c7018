"""Run every measurement, or only those named: ``python -m tests.benchmarks sjabloon``."""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules


def main() -> None:
    """Run each module of this package that has something to print."""
    alle = [m.name for m in iter_modules([str(Path(__file__).parent)]) if m.name != "__main__"]
    for naam in sys.argv[1:] or alle:
        module = import_module(f"tests.benchmarks.{naam}")
        if hasattr(module, "main"):
            module.main()


if __name__ == "__main__":
    main()
