"""The inspectorate's register of recommendations: what each entry recommends, and its log of dated statuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from inspect_cli.extract.entries import Entry, find_entries
from inspect_cli.extract.listed import Listed, listed_finding, state_of
from inspect_cli.extract.patterns import FORMAL_WORDS, YEAR, formal_kind, pillar_of
from inspect_cli.extract.recommended import labels_of, parts_of
from inspect_cli.extract.rows import named_kind
from inspect_cli.extract.stream import Stream, Words
from inspect_cli.extract.tags import Event, marks, read_log
from inspect_cli.model import (
    REGISTER_VERDICTS,
    BlockKind,
    Document,
    Finding,
    FindingKind,
    LogEntry,
    Pillar,
    Reference,
    Report,
    first_day,
    last_status,
)
from inspect_cli.reference.forces import force_slug, forces_in

_KIND = re.compile(rf"\b{FORMAL_WORDS}\b", re.IGNORECASE)
_NEW = re.compile(rf"New (?P<kind>AFI|{FORMAL_WORDS})\b", re.IGNORECASE)
# "... custody suites in Surrey": a force by its short name at the end of a title.
_PLACE = re.compile(r"\b(?:in|of|at|[–:-]) ((?:[A-Z][\w’'-]*(?: (?:and|of|&) )?[ -]?){1,5})\s*\Z")
_YEAR = re.compile(rf"\b{YEAR}\b")


def find_logged(document: Document, report: Report) -> tuple[list[Finding], list[Reference]]:
    """Give the recommendations of the register's entries, each with its log, and a reference for each last status.

    Empty where the document has no log in the register's markup.
    """
    stream = Stream(document, [block for block in document.blocks if block.kind is not BlockKind.FURNITURE])
    findings: dict[str, Finding] = {}
    references: dict[str, Reference] = {}
    if not marks(stream.text):
        return [], []
    entries = find_entries(stream)
    alone = sum(entry.log is not None for entry in entries) == 1
    for entry in entries:
        told, state = _read(stream, entry, report, alone)
        new = [finding for finding in told if finding.id not in findings]
        findings |= {finding.id: finding for finding in new}
        if state and new:
            references.setdefault(state.id, state)
    return list(findings.values()), list(references.values())


def _read(stream: Stream, entry: Entry, report: Report, alone: bool) -> tuple[list[Finding], Reference | None]:
    events = [] if entry.log is None else read_log(stream.text, entry.log, entry.end)
    placed = [(event, words) for event in events if (words := stream.words(event.start, event.end))]
    log = tuple(_logged(stream, event, words) for event, words in placed)
    about = labels_of(stream, entry)
    frame = (_year_of(entry.title, log, report, alone), _force_of(entry, report), _pillar(entry.title, report))
    findings: list[Finding] = []
    cause: Finding | None = None
    for part in parts_of(stream, entry):
        if words := stream.joined(part.pieces):
            kind = part.kind or _kind_of(about, log)
            listed = Listed(words, kind, *frame, part.lead, log=log)
            finding = listed_finding(report, listed)
            parent = cause.id if cause and kind is FindingKind.RECOMMENDATION else None
            findings.append(replace(finding, parent=parent))
            cause = finding if kind is FindingKind.CAUSE_OF_CONCERN else cause
    last = last_status(log)
    if not findings or last is None or last.status is None:
        return findings, None
    shown = next(words for event, words in placed if words.span == last.span)
    # A cause of concern closes with its recommendations, one by one: the status is theirs.
    follows = [finding for finding in findings if finding.kind is not FindingKind.CAUSE_OF_CONCERN] or findings
    return findings, state_of(tuple(follows), REGISTER_VERDICTS[last.status], _as_it_stands(shown))


def _as_it_stands(words: Words) -> Words:
    return words._replace(text=words.quote)


def _logged(stream: Stream, event: Event, words: Words) -> LogEntry:
    comment = stream.words(*event.comment) if event.comment else None
    text = (comment.text if comment else "") if event.whole else words.quote
    return LogEntry(event.day, event.status, text, event.whole, words.span)


def _kind_of(about: str, log: Sequence[LogEntry]) -> FindingKind:
    """The kind that the title or a label names, or the first comment ("New AFI"); else a recommendation."""
    if named := _KIND.search(about):
        return formal_kind(named.group())
    new = (match["kind"] for entry in log if (match := _NEW.match(entry.text)))
    return next(filter(None, map(named_kind, new)), FindingKind.RECOMMENDATION)


def _year_of(title: str, log: Sequence[LogEntry], report: Report, alone: bool) -> int | None:
    """The year that the title names, else that of the first entry of the log; the report's where it has one only."""
    titled = _YEAR.search(title)
    if titled:
        return int(titled.group())
    dated = first_day(log)
    if dated and not alone:
        return dated.year
    return report.inspection_year or (dated.year if dated else None)


def _force_of(entry: Entry, report: Report) -> str | None:
    """The force beside or in the title of an entry; the document's, where that is about one."""
    named = next((slug for slug, _, _ in forces_in(entry.title)), None)
    at_the_end = _PLACE.search(entry.title)
    return force_slug(entry.force) or named or (force_slug(at_the_end[1]) if at_the_end else None) or report.force


def _pillar(title: str, report: Report) -> Pillar | None:
    return pillar_of(title) or report.pillar
