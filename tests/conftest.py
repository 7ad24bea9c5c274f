"""What every test may lean on: a fixed terminal and time zone, data folders of its own, the five source reports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

from tests.running import SEEDS, import_each

# No test is a race; and the gate tries the same examples each time, so that what it says does not hang on chance.
settings.register_profile("here", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("gate" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session", autouse=True)
def _fixed_surroundings() -> Iterator[None]:
    """Fix what commands read from their surroundings, so that no result depends on who runs the tests."""
    fixed = {"NO_COLOR": "1", "COLUMNS": "80", "LINES": "40", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    with patch.dict(os.environ, fixed):
        for name in ("INSPECT_CLI_DATA", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
            os.environ.pop(name, None)
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the path of a data folder that holds nothing yet."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of the five source reports and their ``sources.toml``."""
    return SEEDS


@pytest.fixture(scope="session")
def imported_once(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """Give a data folder into which the five source reports were imported once; for reading only."""
    folder = tmp_path_factory.mktemp("imported") / "data"
    folder.mkdir()
    import_each(folder, seeds)
    return folder


@pytest.fixture
def imported(imported_once: Path, tmp_path: Path) -> Path:
    """Give a copy of the data folder with the five reports that the test may change."""
    return Path(shutil.copytree(imported_once, tmp_path / "imported"))


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder into which a year's script wrote what each step said, and its data; for reading only."""
    bash = shutil.which("bash")
    assert bash is not None
    out = tmp_path_factory.mktemp("year")
    surroundings = {**os.environ, "PYTHON": sys.executable}
    ran = subprocess.run(
        [bash, Path(__file__).parent / "scripted_year.sh", out],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings,
    )
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
    return out
