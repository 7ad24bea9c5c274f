"""What the shell may offer where a value is wanted: names, ids and themes, each with the words that go with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import typer

from inspect_cli.errors import InspectError

Offer = tuple[str, str]
Row = Mapping[str, Any]
# The letters that ids begin with; where nothing is typed yet, only of these two are there few enough to offer.
_LETTERS = {"areas": "a", "reports": "r", "finds": "afx", "items": "arfxj"}
_FEW = "ar"
# Which field of such a record says in words what it is.
_WORDS_OF = {"a": "title", "r": "title", "f": "text", "x": "text", "j": "subject"}


def areas(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer areas."""
    return offer("areas", context, incomplete)


def finds(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer findings, follow-ups and areas, of those that begin with the letter typed."""
    return offer("finds", context, incomplete)


def items(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer whatever has an id that begins with the letter typed; areas and reports where none is."""
    return offer("items", context, incomplete)


def reports(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer reports."""
    return offer("reports", context, incomplete)


def followed(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer what can be tracked: themes, and areas."""
    return [*offer("themes", context, incomplete), *offer("areas", context, incomplete)]


def grades(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer grades."""
    return offer("grades", context, incomplete)


def changes(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the changes whose states can be brought back, each with its day."""
    from inspect_cli.cli.session import begin
    from inspect_cli.store.backups import backups

    try:
        kept = {str(one.change): one.told for one in backups(begin(context).folder)}
    except (InspectError, OSError):  # a shell has no place for a complaint
        return []
    return [one for one in kept.items() if one[0].startswith(incomplete)]


def offer(what: str, context: Any, incomplete: str) -> list[Offer]:
    """List what there is of ``what`` that begins with ``incomplete``; nothing where the store cannot be read."""
    if what in _WORDS:
        found: Iterable[Offer] = _WORDS[what]()
    else:
        try:
            found = list(_stored(what, context, incomplete))
        except (InspectError, OSError):  # a shell has no place for a complaint; the command itself makes it
            return []
    return [one for one in found if one[0].startswith(incomplete)]


def _stored(what: str, context: Any, incomplete: str) -> Iterator[Offer]:
    from inspect_cli.cli.session import begin
    from inspect_cli.store import open_register

    session = begin(context)
    register = open_register(session.folder)
    for letter in _LETTERS[what]:
        if incomplete.startswith(letter) or (not incomplete and letter in _FEW):
            rows: list[Row] = [*register.begun(letter, incomplete)]
            if letter == "a":
                # What reads a force's name loads more than all else here.
                force = session.force if session.given.get("force") or session.settings.force else None
                rows = list(_of_force(rows, force))
            yield from ((str(row["id"]), str(row.get(_WORDS_OF[letter], ""))) for row in rows)


def _of_force(areas: Iterable[Row], force: str | None) -> Iterator[Row]:
    """Give the areas of ``force``; without one all of them, each with its force where they are several forces'."""
    own = [area for area in areas if force in (None, area.get("force"))]
    several = len({area.get("force") for area in own}) > 1
    for area in own:
        yield {**area, "title": f"{area.get('title')}, {area.get('force')}"} if several else area


def _themes() -> list[Offer]:
    from inspect_cli.workflow.themes import all_themes

    return [(theme.id, theme.title) for theme in all_themes()]


def _forces() -> list[Offer]:
    from inspect_cli.reference import load

    return [(force["slug"], force["name"]) for force in load("forces")["force"]]


def _cycles() -> list[Offer]:
    from inspect_cli.reference import load

    # A label of two words would have to be quoted, which not every shell does for what it offers.
    return [(one["label"], one["graded"]) for one in load("cycles")["cycle"] if " " not in one["label"]]


def _values(*enumerations: str) -> Callable[[], list[Offer]]:
    def listed() -> list[Offer]:
        from inspect_cli.model import words

        values = dict.fromkeys(str(value) for name in enumerations for value in getattr(words, name))
        return [(value, "") for value in values]

    return listed


_WORDS: dict[str, Callable[[], list[Offer]]] = {
    "themes": _themes,
    "forces": _forces,
    "cycles": _cycles,
    "pillars": _values("Pillar"),
    "grades": _values("Grade"),
    "kinds": _values("FindingKind", "ReferenceKind"),
    "report_kinds": _values("DocumentKind"),
    "statuses": _values("AreaStatus"),
    "publishers": _values("Publisher"),
}
