"""Fixtures for the library: a small content folder that is right."""

from pathlib import Path

import pytest

from tests.cycle.library.builders import write_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "content")
