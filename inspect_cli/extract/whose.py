"""Which force a find is about, where a report is about several or about none in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspect_cli.model import Report
from inspect_cli.reference.forces import force_slug, forces_in, may_name_force, short_name

# What a heading, a bullet or a label line says before the force's name, and what may stand behind it.
_LEADS = re.compile(r"\A(?:\W*(?:the|in|for|at)\s)?\W*", re.IGNORECASE)
_SHORT_NAME = re.compile(r"\A\W*([A-Z][\w&’' -]{2,40}?)\s*(?:[:|–—-]\s|[:|]|\t|\(|\Z)")
_LIST = re.compile(r"(?:,|\s(?:and|&)|,\s(?:and|&))\s(?:the\s)?\Z", re.IGNORECASE)


def topic_of(text: str) -> str | None:
    """Give the force that a heading, bullet, row or paragraph begins with, and so is about; None where it is none.

    A short name ("Kent") counts only where it stands alone or before a colon or a dash.
    """
    if not may_name_force(text):
        return None
    lead = _LEADS.match(text)
    start = lead.end() if lead else 0
    named = next(forces_in(text), None)
    if named and named[1] <= start + len("The "):
        return named[0]
    short = _SHORT_NAME.match(text)
    return force_slug(short.group(1)) if short else None


def _by_short_names(report: Report, words: str) -> Iterator[tuple[str, int, int]]:
    """The report's own forces that a sentence names by their places alone: "Durham was graded outstanding"."""
    full = [(start, end) for _, start, end in forces_in(words)]
    for slug in report.forces:
        for match in re.finditer(rf"\b{re.escape(short_name(slug))}(?:[’']s?)?\b(?! (?:Police|Constabulary))", words):
            if not any(start < match.end() and match.start() < end for start, end in full):
                yield slug, *match.span()


def only_force(text: str) -> str | None:
    """Give the one force that a text names, wherever it stands; None where it names none or several."""
    named = {slug for slug, _, _ in forces_in(text)}
    return named.pop() if len(named) == 1 else None


def without_forces(text: str) -> str:
    """Give a text without the names of forces, and without what makes them possessive."""
    for _, start, end in reversed(list(forces_in(text))):
        text = f"{text[:start]} {_REST_OF_NAME.sub('', text[end:])}"
    return text


def listed_forces(text: str) -> tuple[str, ...]:
    """Give the forces of a list that is nothing else, also by their short names: "Kent, Essex and the Met"."""
    parts = [part.strip(" .;‘’'\"") for part in _LISTING.split(text.strip()) if part.strip()]
    slugs = [force_slug(part) for part in parts]
    return tuple(slug for slug in slugs if slug) if all(slugs) else ()


_REST_OF_NAME = re.compile(r"^(?: (?:Police(?: Service)?|Constabulary))?[’']?s?\b")
_LISTING = re.compile(r",\s+and\s+|,\s+|\s+and\s+(?!(?:Cornwall|Somerset|Wight)\b)")


def forces_at(report: Report, topic: str | None, words: str, place: int | None = None) -> tuple[str | None, ...]:
    """Give the forces that the words at ``place`` of a sentence are about: the report's, else those named before.

    ``topic`` is the force whose heading or paragraph the sentence stands under. Without ``place``, any force that the
    sentence names counts. Several forces listed together before a grade are all graded: "Kent and Essex Police are …".
    A grade in a sentence that begins with another force than a report's only one is not about that one.
    """
    if report.force:
        first = next(forces_in(words), None)
        of_another = place is not None and first and first[1] <= len("The ") and first[0] != report.force
        return (None,) if of_another else (report.force,)
    named = [*forces_in(words), *_by_short_names(report, words)]
    named.sort(key=lambda one: one[1])
    before = named if place is None else [one for one in named if one[1] < place]
    if not before:
        return (topic,)
    listed = [before[-1]]
    for one in reversed(before[:-1]):
        if not _LIST.search(words[one[2] : listed[-1][1]]):
            break
        listed.append(one)
    return tuple(dict.fromkeys(slug for slug, _, _ in reversed(listed)))
