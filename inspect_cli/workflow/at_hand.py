"""The force at hand, which settings name: what was said to all forces is work for it, and for others only a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from inspect_cli.model import Event, Finding, Linked, Reference
from inspect_cli.workflow.filters import read_force
from inspect_cli.workflow.settings import read_settings


def force_at_hand(folder: Path) -> str | None:
    """Give the force that the settings of ``folder`` name, None where they name none; raises UsageError."""
    named = read_settings(folder).force
    return read_force(named) if named else None


if TYPE_CHECKING:
    from inspect_cli.link import Told


class HeldForHand(Protocol):
    """Records that say for which force their areas were put together."""

    @property
    def at_hand(self) -> str | None:
        """That force; None: every force alike."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings."""

    @property
    def references(self) -> Sequence[Reference]:
        """The follow-ups."""


def is_out_of_date(records: HeldForHand, hand: str | None) -> bool:
    """Say whether the areas of ``records`` are not those for the force at ``hand``."""
    if records.at_hand == hand:
        return False
    return any(one.force is None for one in records.findings) or any(one.force is None for one in records.references)


def for_hand(
    linked: Linked,
    force: str,
    hand: str | None,
    told: Told,
    kept: frozenset[str],
) -> Linked:
    """Give what linking gave for ``force`` as it is where ``hand`` is the force at hand (None: every force is).

    An area of another force that holds only what was said to all forces is left out, unless it is one of those
    ``kept``, of which something was decided.
    """
    if hand in (None, force):
        return linked
    from inspect_cli.link import own_finds, without_shared

    return without_shared(linked, own_finds(force, *told.of(force)), kept)


def decided_on(events: Iterable[Event], aliases: Mapping[str, str]) -> frozenset[str]:
    """Give the ids of the areas of which something was decided, by those they had then and those that these lead to."""
    named = {name for event in events for name in (event.area, event.before, event.after) if name}
    return frozenset(named | {aliases[name] for name in named if name in aliases})
