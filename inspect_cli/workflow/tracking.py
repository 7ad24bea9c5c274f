"""What was said of one area, or of all areas under a theme, through the years."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_cli.model import Area, Filters, Finding, Moment, Reference, Track, normal_words
from inspect_cli.track.decided import with_decisions
from inspect_cli.track.events import effective
from inspect_cli.track.timeline import timeline
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import Item, ambiguous, in_title, matches, unknown
from inspect_cli.workflow.nearest import nearest
from inspect_cli.workflow.queries import EVERYTHING, longest_open_first, with_day
from inspect_cli.workflow.sieve import Sieve
from inspect_cli.workflow.themes import all_themes, find_theme

# A name no nearer than this has only some letters in common.
_NEAR = 0.75


def track(book: Book, words: str, filters: Filters = EVERYTHING) -> Track:
    """Give the areas that ``words`` name and their common line of time; a theme that has no areas gives none.

    ``words`` are a theme (id, title or synonym), the beginning of an area's id or former id, words of its title, or the
    beginning of the id of a find that belongs to it. Raises UsageError with the nearest names where they are none.
    """
    kept = tuple(filter(Sieve(book, filters).area, book.areas))
    views = sorted((book.view_of(area) for area in _named(book, words, kept)), key=longest_open_first)
    return Track(tuple(views), line_of_time(book, [view.area for view in views]))


def line_of_time(book: Book, areas: Sequence[Area]) -> tuple[Moment, ...]:
    """Give all that was said of ``areas`` and all that holds of what the force decided on them, oldest first."""
    decided = [(area.id, event) for area in areas for event in effective(book.events_of(area.id))]
    return with_decisions(moments_of(book, areas), decided)


def moments_of(book: Book, areas: Sequence[Area]) -> tuple[Moment, ...]:
    """Give what reports say of ``areas`` as one line of time, oldest first."""
    if not areas:
        return ()
    findings, references = (
        [with_day(book, one) for one in book.findings],
        [with_day(book, one) for one in book.references],
    )
    return timeline(areas, findings, references, book.reports, book.resolutions)


def _named(book: Book, words: str, areas: Sequence[Area]) -> list[Area]:
    theme = find_theme(words)
    if theme is not None:
        return [area for area in areas if theme.id in area.themes]
    found = matches(book, words, areas)
    if len(found) > 1:
        raise ambiguous(words, [area.id for area in found])
    named = found or [area for area in areas if in_title(words, area)] or _of_find(book, words, areas)
    if not named:
        raise unknown(book, f"no area or theme is called '{words}'", _hint(book, words, areas))
    return named


def _of_find(book: Book, words: str, areas: Sequence[Area]) -> list[Area]:
    """Give the areas of the one find whose id begins with ``words``."""
    finds: tuple[Finding | Reference, ...] = (*book.findings, *book.references)
    found = matches(book, words, finds)
    if len(found) > 1:
        raise ambiguous(words, [one.id for one in found])
    return [area for area in areas if found and area in book.areas_of(found[0].id)]


def _hint(book: Book, words: str, areas: Sequence[Area]) -> str:
    items: tuple[Item, ...] = (*book.findings, *book.references, *book.judgements, *book.reports)
    if matches(book, words, items):
        return f"it is in no area; to see it: inspect-cli show {words}"
    names = {normal_words(area.title): f"'{area.title}' ({area.id})" for area in areas}
    names |= {normal_words(name): one.id for one in all_themes() for name in (*one.synonyms, one.title, one.id)}
    near = [names[name] for name in nearest(normal_words(words), names, most=6, cutoff=_NEAR)]
    all_of_them = "all areas: inspect-cli areas; all themes: inspect-cli themes"
    return f"nearest: {', '.join(dict.fromkeys(near))}; {all_of_them}" if near else all_of_them
