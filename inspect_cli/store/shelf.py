"""What both the opened store and a draft of it give: each table's records, decoded when they are first asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from inspect_cli.model import Area, Event, Finding, Judgement, Reference, Report, Resolution, Ungraded, in_order
from inspect_cli.store import tables
from inspect_cli.store.codec import decode
from inspect_cli.store.tables import STORE_FILE, Table

Record = TypeVar("Record")


class Shelf(ABC):
    """The records of a data folder's store. A property has the name of its table, and holds what was decoded."""

    folder: Path

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order of their ids."""
        return self._all(tables.REPORTS, Report)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements, report by report in document order."""
        return self._all(tables.JUDGEMENTS, Judgement)

    @cached_property
    def ungraded(self) -> tuple[Ungraded, ...]:
        """What reports say that they do not grade, report by report in document order."""
        return self._all(tables.UNGRADED, Ungraded)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, report by report in document order."""
        return self._all(tables.FINDINGS, Finding)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The follow-ups on earlier years, report by report in document order."""
        return self._all(tables.REFERENCES, Reference)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas, force by force."""
        return self._all(tables.AREAS, Area)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What each reference was resolved to, or why it was not, force by force."""
        return self._all(tables.RESOLUTIONS, Resolution)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Former area ids and the ids of the areas that go on for them."""
        return {alias.former: alias.area for alias in self._all(tables.ALIASES, tables.Alias)}

    @property
    def at_hand(self) -> str | None:
        """The force that the areas were last put together for: what was said to all forces is its work too."""
        return next((row.force for row in self._all(tables.AT_HAND, tables.AtHand)), None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All that people decided, in the order of time."""
        return in_order(self._all(tables.EVENTS, Event))

    @abstractmethod
    def _all(self, table: Table, kind: type[Record]) -> tuple[Record, ...]:
        """Decode all rows of a table; raises StoreError for a row that cannot be such a record."""


def decode_rows(
    kind: type[Record], rows: Iterable[Mapping[str, Any]], table: Table, folder: Path
) -> tuple[Record, ...]:
    """Decode a table's rows; raises StoreError for a row that cannot be such a record."""
    try:
        return tuple([decode(kind, row) for row in rows])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        from inspect_cli.store.loading import damaged

        how = f"a row of its table '{table.name}' cannot be read ({error})"
        raise damaged(folder / STORE_FILE, how) from error
