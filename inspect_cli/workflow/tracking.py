"""What was said of one area, or of all areas under a theme, through the years."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_cli.errors import UsageError
from inspect_cli.model import Area, Filters, Moment, Track, normal_words
from inspect_cli.track.timeline import timeline
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.ids import ambiguous, matches
from inspect_cli.workflow.nearest import nearest
from inspect_cli.workflow.queries import EVERYTHING, longest_open_first
from inspect_cli.workflow.sieve import Sieve
from inspect_cli.workflow.themes import all_themes, find_theme


def track(book: Book, words: str, filters: Filters = EVERYTHING) -> Track:
    """Give the areas that ``words`` name and their common line of time; a theme that has no areas gives none.

    ``words`` are a theme (id, title or synonym), the beginning of an area's id or former id, or words of its title.
    Raises UsageError with the nearest names where they are none of these.
    """
    kept = tuple(filter(Sieve(book, filters).area, book.areas))
    views = sorted((book.view_of(area) for area in _named(book, words, kept)), key=longest_open_first)
    return Track(tuple(views), moments_of(book, [view.area for view in views]))


def moments_of(book: Book, areas: Sequence[Area]) -> tuple[Moment, ...]:
    """Give the common line of time of ``areas``, oldest first."""
    return timeline(areas, book.findings, book.references, book.reports, book.resolutions) if areas else ()


def _named(book: Book, words: str, areas: Sequence[Area]) -> list[Area]:
    theme = find_theme(words)
    if theme is not None:
        return [area for area in areas if theme.id in area.themes]
    found = matches(book, words, areas)
    if len(found) > 1:
        raise ambiguous(words, [area.id for area in found])
    titled = found or [area for area in areas if _in_title(words, area)]
    if not titled:
        raise UsageError(f"no area or theme is called '{words}'", _hint(words, areas))
    return titled


def _in_title(words: str, area: Area) -> bool:
    wanted = normal_words(words).split()
    title = normal_words(area.title).split()
    return bool(wanted) and all(any(one.startswith(word) for one in title) for word in wanted)


def _hint(words: str, areas: Sequence[Area]) -> str:
    names = {normal_words(area.title): f"'{area.title}' ({area.id})" for area in areas}
    names |= {normal_words(name): one.id for one in all_themes() for name in (*one.synonyms, one.title, one.id)}
    near = [names[name] for name in nearest(normal_words(words), names, most=6, cutoff=0.5)]
    all_of_them = "all areas: inspect-cli areas; all themes: inspect-cli themes"
    return f"nearest: {', '.join(dict.fromkeys(near))}; {all_of_them}" if near else all_of_them
