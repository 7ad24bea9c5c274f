"""An export file read and held against what such a file must be: what stands in it is data, and may be anything."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from inspect_cli.errors import SourceError, UsageError
from inspect_cli.model import Carried, Event, Extraction, Finding, Judgement, Reference, Report, Span, Told, Ungraded
from inspect_cli.reference.forces import force_slug
from inspect_cli.workflow.carrying import FORMAT, VERSION, text_sum
from inspect_cli.workflow.checked import FaultError, checked, checked_value
from inspect_cli.workflow.settings import check_settings
from inspect_cli.workflow.themes import all_themes

_WRITTEN_BY = "Such a file is written by: inspect-cli export --all FILE"
_AGAIN = "Have it written and sent again: inspect-cli export --all FILE"
# An id becomes part of what is typed and shown: a letter that says what it is, then small letters and digits.
_ID = re.compile(r"[a-z][0-9a-z]{2,40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_YEARS = range(1800, 2201)
_YEAR_FIELDS = ("year", "inspection_year", "to_year", "carried_from")

Find = Judgement | Finding | Reference | Ungraded


def unpack(content: bytes, name: str) -> Carried:
    """Give what an export holds; ``name`` is what a person calls the file.

    Raises SourceError, naming what is not right and where, for what is no such file, cut off, from a newer version, or
    does not add up.
    """
    whole = _parsed(content, name)
    try:
        _check_head(whole)
        reports = tuple(_told(one, f"reports[{place}]") for place, one in enumerate(whole["reports"]))
        events = tuple(checked(Event, one, f"events[{place}]") for place, one in enumerate(whole["events"]))
        _check_ids(reports, events, whole["aliases"])
    except FaultError as fault:
        raise SourceError(f"{name} does not add up: {fault}.", _AGAIN) from fault
    return Carried(reports, events, whole["aliases"], whole["at_hand"], whole["settings"])


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    """Parse the file and see that it is an export of a version that is known."""
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except json.JSONDecodeError as error:
        cut = not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated")
        where = f"line {error.lineno}, column {error.colno}"
        how = f"it is cut off at {where}" if cut else f"it is no JSON from {where} on"
        raise SourceError(f"{name} is no export of inspect-cli: {how}.", _WRITTEN_BY) from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name} is no export of inspect-cli: it is not JSON ({error}).", _WRITTEN_BY) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise SourceError(f'{name} is no export of inspect-cli: its "format" is not "{FORMAT}".', _WRITTEN_BY)
    if whole.get("version") != VERSION or isinstance(whole["version"], bool):
        raise SourceError(
            f"{name} is an export of version {whole.get('version')!r}, and this program knows version {VERSION}.",
            "Update inspect-cli here, or have it written by an earlier one.",
        )
    return whole


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")


def _check_head(whole: dict[str, Any]) -> None:
    hints = {
        "reports": list,
        "events": list,
        "aliases": dict[str, str],
        "at_hand": str | None,
        "settings": str | None,
    }
    for field, hint in hints.items():
        if field not in whole:
            raise FaultError(field, "it is missing")
        if hint is list and not isinstance(whole[field], list):
            raise FaultError(field, "it is not a list")
        if hint is not list:
            checked_value(hint, whole[field], field)
    _check_forces([whole["at_hand"]], "at_hand")
    try:
        check_settings(whole["settings"])
    except UsageError as error:
        raise FaultError("settings", error.message) from error


def _told(row: object, where: str) -> Told:
    """Read one report with all it says, and hold it together: its text, its finds' places in it, its names."""
    report = checked(Report, row, where)
    _check_id("r", report.id)
    where = f"{where} ({report.id})"
    fields: dict[str, Any] = dict(row) if isinstance(row, dict) else {}
    for name in ("text_sha256", "text", *Extraction.__slots__):
        if name not in fields:
            raise FaultError(f"{where}.{name}", "it is missing")
    checked_value(tuple[str, ...], fields["text"], f"{where}.text")
    lines = tuple(fields["text"])
    if any("\n" in line for line in lines) or text_sum(lines) != fields["text_sha256"]:
        raise FaultError(f"{where}.text", "it is not the text that was written: its SHA-256 is another")
    if not _SHA256.fullmatch(report.sha256):
        raise FaultError(f"{where}.sha256", "it is no SHA-256")
    _check_forces(report.forces, f"{where}.forces")
    _check_year(report, where)
    extraction = checked(Extraction, {name: fields[name] for name in Extraction.__slots__}, where)
    for name, finds in _lists(extraction):
        for place, find in enumerate(finds):
            _check_find(find, report, len(lines), f"{where}.{name}[{place}]")
    return Told(report, extraction, lambda: lines)


def _lists(extraction: Extraction) -> Iterator[tuple[str, tuple[Find, ...]]]:
    yield "judgements", extraction.judgements
    yield "findings", extraction.findings
    yield "references", extraction.references
    yield "ungraded", extraction.ungraded


_THEMES = frozenset(theme.id for theme in all_themes())


def _check_find(find: Find, report: Report, lines: int, where: str) -> None:
    if find.report != report.id:
        raise FaultError(f"{where}.report", f"it is {find.report!r}, not the report in which it stands")
    _check_forces([find.force], f"{where}.force")
    _check_year(find, where)
    for span in _spans(find):
        if not (1 <= span.line <= span.last_line <= lines and min(span.start, span.end) >= 0):
            raise FaultError(f"{where}.span", f"lines {span.line} to {span.last_line} are not in a text of {lines}")
    if isinstance(find, Finding | Reference):
        strange = [theme for theme in find.themes if theme not in _THEMES]
        if strange:
            raise FaultError(f"{where}.themes", f"{strange[0]!r} is no theme of this version")


def _spans(find: Find) -> Iterator[Span]:
    yield find.span
    if isinstance(find, Finding | Reference):
        yield from (figure.span for figure in find.figures)
    if isinstance(find, Finding):
        yield from (entry.span for entry in find.log)


def _check_year(record: Report | Find, where: str) -> None:
    for name in _YEAR_FIELDS:
        year = getattr(record, name, None)
        if year is not None and year not in _YEARS:
            raise FaultError(f"{where}.{name}", f"{year} is no year of an inspection")


def _check_forces(slugs: Iterable[str | None], where: str) -> None:
    for slug in slugs:
        if slug is not None and force_slug(slug) != slug:
            raise FaultError(where, f"{slug!r} is no force of this version")


def _check_ids(reports: tuple[Told, ...], events: tuple[Event, ...], aliases: dict[str, str]) -> None:
    """See that every id has the form of one, by its first letter, and that none is another's."""
    known = [("r", one.report.id) for one in reports] + [("e", event.id) for event in events]
    known += [
        (letter, find.id)
        for one in reports
        for letter, finds in zip("jfx", _identified(one.extraction), strict=True)
        for find in finds
    ]
    for letter, name in known:
        _check_id(letter, name)
    for name, count in Counter(name for _, name in known).items():
        if count > 1:
            raise FaultError(name, f"it is the id of {count} records")
    for former, now in aliases.items():
        _check_id("rjfxa", former)
        _check_id(former[:1], now)
    for event in events:
        for letter, named in (("a", event.area), ("r", event.report), *(("fx", find) for find in event.finds)):
            if named is not None:
                _check_id(letter, named)


def _identified(extraction: Extraction) -> tuple[tuple[Judgement | Finding | Reference, ...], ...]:
    return extraction.judgements, extraction.findings, extraction.references


def _check_id(letters: str, name: str) -> None:
    if not (_ID.fullmatch(name) and name[0] in letters):
        raise FaultError(
            repr(name), f"no such id can be: it begins with {' or '.join(letters)}, letters and digits follow"
        )
