"""What a listing is narrowed to: the words that a person typed, checked; then the records they keep."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from inspect_cli.errors import UsageError
from inspect_cli.model import (
    AreaStatus,
    Filters,
    FindingKind,
    Grade,
    Pillar,
    normal_words,
)
from inspect_cli.reference import load
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import ambiguous, matches, unknown
from inspect_cli.workflow.nearest import nearest
from inspect_cli.workflow.themes import all_themes, find_theme

Value = TypeVar("Value", bound=StrEnum)

SHORT_FORMS = {
    "ri": Grade.REQUIRES_IMPROVEMENT,
    "require improvement": Grade.REQUIRES_IMPROVEMENT,
    "requiring improvement": Grade.REQUIRES_IMPROVEMENT,
    "afi": FindingKind.AREA_FOR_IMPROVEMENT,
    "areas for improvement": FindingKind.AREA_FOR_IMPROVEMENT,
    "causes of concern": FindingKind.CAUSE_OF_CONCERN,
    "rec": FindingKind.RECOMMENDATION,
}
# So many names are told whole where one of them was meant.
_FEW = 6
_NEAR = 0.6
SAY_A_FORCE = "say the force by its name or slug: Cheshire Constabulary, cheshire, west-midlands, btp"


class Asked(NamedTuple):
    """The filters as a person typed them; None where none was given."""

    force: str | None = None
    year: int | None = None
    since: int | None = None
    until: int | None = None
    pillar: str | None = None
    grade: str | None = None
    kind: str | None = None
    theme: str | None = None
    formal: bool = False
    report: str | None = None
    status: str | None = None
    national: bool = False


def read_filters(book: Book, asked: Asked, kinds: Sequence[type[StrEnum]] = (FindingKind,)) -> Filters:
    """Check every word of ``asked``; ``kinds`` are the enumerations that ``kind`` may come from.

    Raises UsageError with the nearest valid names for a force, pillar, grade, kind, theme or report that is none.
    """
    return Filters(
        force=None if asked.force is None else read_force(asked.force),
        year=asked.year,
        since=asked.since,
        until=asked.until,
        pillar=None if asked.pillar is None else _value("pillar", asked.pillar, list(Pillar)),
        grade=None if asked.grade is None else read_grade(asked.grade),
        kind=None if asked.kind is None else _value("kind", asked.kind, [kind for one in kinds for kind in one]).value,
        theme=None if asked.theme is None else read_theme(asked.theme),
        formal=asked.formal,
        report=None if asked.report is None else _report(book, asked.report),
        status=None if asked.status is None else _value("status", asked.status, list(AreaStatus)),
        national=asked.national,
    )


def read_force(text: str) -> str:
    """Give the slug of the force that ``text`` names; raises UsageError with the nearest where it names none."""
    # A slug, as settings hold it, is known without loading all that recognises a report.
    if any(text == force["slug"] for force in load("forces")["force"]):
        return text
    from inspect_cli.reference.forces import force_slug, nearest_forces

    slug = force_slug(text)
    if slug is None:
        near = nearest_forces(text)
        raise UsageError(f"unknown force '{text}'", f"nearest: {', '.join(near)}" if near else SAY_A_FORCE)
    return slug


def read_grade(text: str) -> Grade:
    """Give the grade that ``text`` names, however spelt; raises UsageError with the nearest where it names none."""
    return _value("grade", text, list(Grade))


def read_theme(text: str) -> str:
    """Give the id of the theme that ``text`` names (id, title or synonym); raises UsageError with the nearest."""
    theme = find_theme(text)
    if theme is not None:
        return theme.id
    raise UsageError(f"unknown theme '{text}'", f"{_nearest_themes(text)}all themes: inspect-cli themes")


def _nearest_themes(text: str) -> str:
    names = {normal_words(name): one.id for one in all_themes() for name in (*one.synonyms, one.title, one.id)}
    near = nearest(normal_words(text), names, most=6, cutoff=0.7)
    ids = list(dict.fromkeys(names[name] for name in near))
    return f"nearest: {', '.join(ids[:3])}; " if ids else ""


def _value(what: str, text: str, values: Sequence[Value]) -> Value:
    """Read one of ``values``, spelt with blanks or hyphens, in the plural or by its short form."""
    wanted = normal_words(text)
    short = SHORT_FORMS.get(wanted)
    names = {normal_words(value.value): value for value in values}
    found = names.get(normal_words(short) if short else wanted) or names.get(wanted.removesuffix("s"))
    if found is not None:
        return found
    near = [names[name].value for name in nearest(wanted, names, most=3, cutoff=_NEAR)]
    every = ", ".join(value.value for value in values)
    hints = [f"nearest: {', '.join(near)}"] if near else []
    hints += [] if near and len(values) > _FEW else [f"one of: {every}"]
    raise UsageError(f"unknown {what} '{text}'", "; ".join(hints))


def _report(book: Book, text: str) -> str:
    found = matches(book, text, book.reports)
    if len(found) == 1:
        return found[0].id
    if found:
        raise ambiguous(text, [one.id for one in found])
    near = nearest(text.lower(), [one.id for one in book.reports], most=3, cutoff=0.4)
    hint = f"nearest: {', '.join(near)}; " if near else ""
    raise unknown(book, f"no report has an id that begins with '{text}'", f"{hint}all reports: inspect-cli reports")
