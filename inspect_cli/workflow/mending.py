"""What of a store can be mended without a loss, mended after a backup; no decision, report or find is touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from inspect_cli.model import Mended, Problem
from inspect_cli.store import change
from inspect_cli.store.draft import Draft
from inspect_cli.store.locking import Writing
from inspect_cli.store.restoring import keep_now
from inspect_cli.store.stock import clear, take_stock
from inspect_cli.workflow.at_hand import force_at_hand
from inspect_cli.workflow.doctor import doctor
from inspect_cli.workflow.relinking import known_forces, linked_anew, own_areas
from inspect_cli.workflow.settings import kept_by_settings

# The tests whose problems may be mended here.
MENDABLE = ("totals", "link", "leftover", "unnamed-text", "schema")


def repair(folder: Path, today: date, how: Writing) -> Mended:
    """Mend what is safe in the store of ``folder``, and say what was mended and what is left.

    Areas are linked anew where they name what is gone, the head counts anew, leftovers and texts that nothing names
    are taken away. Where there is nothing of this kind nothing is written. Raises StoreError for a damaged store, or
    where it cannot be written.
    """
    before = doctor(folder, today)
    tests = {problem.test for problem in before}
    if tests.isdisjoint(MENDABLE):
        return Mended(None, (), before)
    kept = keep_now(folder, how)
    with change(folder, kept_by_settings(folder, how)) as draft:
        if "link" in tests:
            _link_anew(draft, folder)
        draft.recount()
        clear(take_stock(folder, draft.stored.content).unnamed)
    left = doctor(folder, today)
    return Mended(kept.file, tuple(problem for problem in before if _gone(problem, left)), left)


def _link_anew(draft: Draft, folder: Path) -> None:
    draft.set_at_hand(force_at_hand(folder))
    found, aliases = linked_anew(draft, own_areas(draft, known_forces(draft)))
    for force, linked in found.items():
        draft.set_linked(force, linked, aliases)


def _gone(problem: Problem, left: tuple[Problem, ...]) -> bool:
    return problem not in left
