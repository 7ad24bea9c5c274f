"""Knowledge of the field kept as data: one TOML file a subject, read once when it is first asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Give the content of ``reference/<name>.toml``; raises FileNotFoundError for a name that is not there."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
