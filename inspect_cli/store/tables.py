"""The tables of the store: what each holds, and whose its rows are."""

from __future__ import annotations

from typing import Any, NamedTuple

from inspect_cli.model import (
    Area,
    Event,
    Figure,
    Finding,
    Judgement,
    Reference,
    Report,
    Resolution,
    Unclaimed,
    Ungraded,
)

STORE_FILE = "inspections.json"
LOCK_FILE = "inspections.lock"
HOLDER_FILE = "inspections.holder"
BACKUPS = "backups"
TEXTS = "texts"

Row = dict[str, Any]

_SHOWN = 16


def text_name(report: str, checksum: str) -> str:
    """Name the file of a report's text; before schema 2, which keeps its checksum, it had the report's id alone."""
    return f"{report}-{checksum[:_SHOWN]}.txt" if checksum else f"{report}.txt"


class Alias(NamedTuple):
    """A former id of an area, and the area that goes on for it."""

    former: str
    area: str


class AtHand(NamedTuple):
    """For which force the areas were last put together as the one at hand; None: for every force alike."""

    force: str | None


class Table(NamedTuple):
    """A table's name, the kind of record in its rows, and the key in a row that says whose it is.

    All rows of one owner (a report, a force) are written together. The key may be one the record itself lacks.
    """

    name: str
    kind: type
    owner: str


META = "meta"

REPORTS = Table("reports", Report, "id")
JUDGEMENTS = Table("judgements", Judgement, "report")
FINDINGS = Table("findings", Finding, "report")
REFERENCES = Table("references", Reference, "report")
FIGURES = Table("figures", Figure, "report")
UNCLAIMED = Table("unclaimed", Unclaimed, "report")
UNGRADED = Table("ungraded", Ungraded, "report")
AREAS = Table("areas", Area, "force")
RESOLUTIONS = Table("resolutions", Resolution, "force")
ALIASES = Table("aliases", Alias, "former")
AT_HAND = Table("at_hand", AtHand, "scope")  # one row at most
EVENTS = Table("events", Event, "id")  # decisions made by people: appended, never touched by an import

# The order of the tables in the file, which does not depend on what was changed first.
ORDER = tuple(
    table.name
    for table in (
        REPORTS,
        JUDGEMENTS,
        FINDINGS,
        REFERENCES,
        FIGURES,
        UNCLAIMED,
        UNGRADED,
        AREAS,
        RESOLUTIONS,
        ALIASES,
        AT_HAND,
        EVENTS,
    )
)

# The letters with which the ids of records begin.
LETTERS = {"r": REPORTS, "j": JUDGEMENTS, "f": FINDINGS, "x": REFERENCES, "a": AREAS}

# The tables whose rows say which force they are about.
BY_FORCE = (JUDGEMENTS, FINDINGS, REFERENCES, UNGRADED, AREAS, RESOLUTIONS)
