"""An analyst at the command line: the five source reports, days that are told, areas by their titles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.running import Ran, run

VETTING = "Vetting clearance and backlogs"
ETHICS = "Ethics panel"
ABUSE = "Abuse of position for a sexual purpose"
CAPACITY = "Counter-corruption capability and capacity"
COMPLAINTS = "Complaints: information to complainants and recording"


class Analyst:
    """Types commands on the data folder ``data``, on 2 March 2026 unless another day is named."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: object, day: str = "2026-03-02", stdin: str = "") -> Ran:
        """Run a command as A. Analyst."""
        told = {"INSPECT_CLI_NOW": f"{day}T09:00:00+00:00", "LOGNAME": "A. Analyst"}
        with patch.dict(os.environ, told):
            return run(*arguments, data=self.data, stdin=stdin)

    def areas(self, *options: object, **day: str) -> dict[str, dict[str, Any]]:
        """Give the areas by their titles."""
        return {area["title"]: area for area in self("areas", *options, "--json", **day).json()}

    def id(self, title: str) -> str:
        """Give the id of the area with this title."""
        return str(self.areas()[title]["id"])

    def log(self, *options: object) -> list[dict[str, Any]]:
        """Give the log as scripts see it."""
        found: list[dict[str, Any]] = self("log", *options, "--json").json()
        return found
