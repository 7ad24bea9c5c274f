"""From the beginning of an id, as a person types it, to the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

from inspect_cli.errors import UsageError
from inspect_cli.model import Area, Finding, Judgement, Reference, Report, normal_words
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.nearest import nearest
from inspect_cli.workflow.themes import find_theme

Item: TypeAlias = Report | Judgement | Finding | Reference | Area
Kind = TypeVar("Kind", bound=Item)

TO_BEGIN = "nothing is imported yet; to begin: inspect-cli import FOLDER (the reports as PDF, HTML, Word or text files)"


def resolve(book: Book, text: str) -> Item:
    """Give the one record whose id, or former id, begins with ``text``.

    Raises UsageError with the candidates where several do; where none does, with the nearest ids, or with how to
    follow a theme or area of that name.
    """
    wanted = text.strip().lower()
    records = _of_kind(book, wanted[:1])
    found = matches(book, wanted, records)
    if len(found) == 1:
        return found[0]
    if found:
        raise ambiguous(wanted, [one.id for one in found])
    hint = f"to follow it: inspect-cli track {text}" if _is_name(book, text) else _nearest(wanted, records)
    raise unknown(book, f"no item has an id that begins with '{text}'", hint)


def matches(book: Book, text: str, records: Iterable[Kind]) -> list[Kind]:
    """Give the records whose id or former id begins with ``text``; an id typed whole is that record's alone."""
    wanted = text.strip().lower()
    by_id = {record.id: record for record in records}
    if wanted in by_id or not wanted:
        return [by_id[wanted]] if wanted else []
    former = {old: by_id[new] for old, new in {**book.aliases, **book.former}.items() if new in by_id}
    if wanted in former:
        return [former[wanted]]
    begun = [record for known in (by_id, former) for key, record in known.items() if key.startswith(wanted)]
    return list({record.id: record for record in begun}.values())


def area_named(book: Book, text: str) -> Area:
    """Give the area whose title is ``text``, or whose id, or former id, begins with it; UsageError where none is."""
    titled = [area for area in book.areas if normal_words(area.title) == normal_words(text)]
    return titled[0] if len(titled) == 1 else _one(book, text, book.areas, "area")


def area_meant(text: str, ids: Sequence[str]) -> str | None:
    """Give the one of ``ids`` that is ``text`` or alone begins with it; None where none or several do."""
    wanted = text.strip().lower()
    begun = [one for one in ids if one.startswith(wanted)] if wanted else []
    return wanted if wanted in begun else begun[0] if len(begun) == 1 else None


def report_named(book: Book, text: str) -> Report:
    """Give the report whose id begins with ``text``; raises UsageError where that is not one report."""
    return _one(book, text, book.reports, "report")


def find_named(book: Book, text: str) -> Finding | Reference:
    """Give the finding or follow-up whose id begins with ``text``; raises UsageError where that is not one."""
    finds: tuple[Finding | Reference, ...] = (*book.findings, *book.references)
    return _one(book, text, finds, "finding or reference")


def _one(book: Book, text: str, records: Sequence[Kind], what: str) -> Kind:
    found = matches(book, text, records)
    if len(found) > 1:
        raise ambiguous(text, [one.id for one in found])
    if not found:
        raise unknown(book, f"no {what} has an id that begins with '{text}'", _nearest(text, records))
    return found[0]


def ambiguous(text: str, ids: Iterable[str]) -> UsageError:
    """Make the error for a beginning that several ids share."""
    return UsageError(f"more than one id begins with '{text}'", f"give more letters: {', '.join(sorted(ids)[:8])}")


def unknown(book: Book, message: str, hint: str) -> UsageError:
    """Make the error for a word that names nothing; where nothing is imported yet, that is what to mend."""
    return UsageError(message, hint if book.reports else TO_BEGIN)


def in_title(words: str, area: Area) -> bool:
    """Say whether each of ``words`` begins a word of the area's title."""
    wanted = normal_words(words).split()
    title = normal_words(area.title).split()
    return bool(wanted) and all(any(one.startswith(word) for one in title) for word in wanted)


def _is_name(book: Book, text: str) -> bool:
    return find_theme(text) is not None or any(in_title(text, area) for area in book.areas)


def _of_kind(book: Book, letter: str) -> list[Item]:
    """Read only the records whose ids begin with ``letter``; nothing at all for a letter that no id begins with."""
    match letter:
        case "r":
            return list(book.reports)
        case "j":
            return list(book.judgements)
        case "f":
            return list(book.findings)
        case "x":
            return list(book.references)
        case "a":
            return list(book.areas)
        case _:
            return []


def _nearest(wanted: str, records: Iterable[Item]) -> str:
    near = nearest(wanted, [one.id for one in records], most=3, cutoff=0.5)
    if near:
        return f"nearest: {', '.join(near)}"
    return "ids begin with r (reports), j (judgements), f (findings), x (references) or a (areas)"
