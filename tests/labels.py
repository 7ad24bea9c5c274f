"""Labelled examples: a text and, beside it, what a careful reader finds in it (``labelled/README.md``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

LABELLED = Path(__file__).parent / "labelled"
SOURCES = (".txt", ".md", ".html")
# The given examples name no generation: it follows from their year, or from what they are.
_BY_KIND = {"register": "register", "tracker": "tracker", "pcc-response": "pcc", "news": "news", "letter": "letter"}
_BY_YEAR = {2011: "2011-12", 2012: "2011-12", 2014: "2014", 2015: "2015", 2016: "2016", 2017: "2017", 2018: "2018/19"}


@dataclass(frozen=True)
class Label:
    """One find that a careful reader names: its fields as the label file gives them."""

    what: str
    fields: dict[str, Any]

    @property
    def optional(self) -> bool:
        """True where either answer is fair."""
        return bool(self.fields.get("optional"))

    @property
    def words(self) -> str:
        """The words it begins with, or its subject."""
        return str(self.fields.get("starts") or self.fields.get("has") or self.fields.get("subject") or "")


@dataclass(frozen=True)
class Example:
    """A labelled text; ``name`` leads from the folder of examples to it."""

    name: str
    path: Path
    report: dict[str, Any]
    labels: tuple[Label, ...] = field(default=())

    @property
    def generation(self) -> str:
        """The generation of reports that it belongs to."""
        named = self.report.get("generation") or _BY_KIND.get(str(self.report.get("kind")))
        if named:
            return str(named)
        if not self.report.get("forces") and self.is_negative:
            return "none"
        year = self.report.get("inspection_year")
        if not isinstance(year, int):
            return "other"
        return _BY_YEAR.get(
            year,
            "integrity"
            if "integrity" in str(self.report.get("programme_as_named")).lower()
            else "2021/22"
            if year < 2023
            else "2023-25",
        )

    @property
    def is_negative(self) -> bool:
        """True for a text in which nothing is to be found."""
        return self.path.name.startswith("neg-")

    @cached_property
    def published(self) -> date | None:
        """The day of publication, None where it is not to be known."""
        day = self.report.get("published")
        return day if isinstance(day, date) else None

    def of(self, what: str) -> list[Label]:
        """The labels of one sort: "judgement", "finding" or "reference"."""
        return [label for label in self.labels if label.what == what]


def read_examples(*folders: Path) -> Iterator[Example]:
    """Give all examples in and below folders (by default ``labelled``), in the order of their names."""
    for folder in folders or (LABELLED,):
        for path in sorted(folder.rglob("*.toml")):
            source = next((path.with_suffix(suffix) for suffix in SOURCES if path.with_suffix(suffix).exists()), None)
            if source:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
                labels = (
                    Label(what, one) for what in ("judgement", "finding", "reference") for one in data.get(what, ())
                )
                yield Example(str(source.relative_to(folder)), source, data["report"], tuple(labels))
