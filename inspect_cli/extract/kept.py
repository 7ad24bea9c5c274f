"""Registers and trackers: documents that keep findings and their state, and are read by rules of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.judgements import find_judgements
from inspect_cli.extract.layout import Passage, passages
from inspect_cli.extract.legends import names_colours
from inspect_cli.extract.register import find_logged
from inspect_cli.extract.sentences import whole
from inspect_cli.extract.tracker import find_tracked, tables_of
from inspect_cli.extract.unclaimed import find_unclaimed
from inspect_cli.model import (
    BlockKind,
    Document,
    DocumentKind,
    Extraction,
    Finding,
    Judgement,
    Reference,
    Report,
    Span,
    Unclaimed,
)

KEPT = frozenset({DocumentKind.REGISTER, DocumentKind.TRACKER})
_UNREAD_ENTRY = "[on]"


def read_kept(document: Document, report: Report) -> Extraction | None:
    """Give what a register or tracker says: its findings with their logs, the state of each, grades told beside them.

    None where it is no such thing, or is one in which nothing is kept that its rules know: other rules may read it.
    """
    if report.kind not in KEPT:
        return None
    findings, references = find_logged(document, report) if report.kind is DocumentKind.REGISTER else ([], [])
    if not findings:
        findings, references = find_tracked(document, report)
    if not (findings or references or _is_table(document) or report.kind is DocumentKind.REGISTER):
        return None
    unread = list(_unread(findings))
    judgements: list[Judgement] = []
    if report.kind is DocumentKind.TRACKER:
        beside = _beside(document, report, [*findings, *references])
        claims = Claims()
        judgements = find_judgements(beside, report, claims)
        unread += find_unclaimed(beside, claims)
    return Extraction(
        judgements=tuple(judgements),
        findings=tuple(sorted(findings, key=_place)),
        references=tuple(sorted(references, key=_place)),
        unclaimed=tuple(sorted(unread, key=lambda one: one.line)),
    )


def _place(find: Finding | Reference) -> tuple[int, int]:
    return find.span.line, find.span.start


def _is_table(document: Document) -> bool:
    in_rows = any(block.kind is BlockKind.ROW or names_colours(block.text) for block in document.blocks)
    return in_rows or bool(tables_of(document))


def _unread(findings: Sequence[Finding]) -> Iterator[Unclaimed]:
    """The entries of logs that could not be read whole, each once."""
    entries = {entry.span: entry for finding in findings for entry in finding.log if not entry.parsed}
    yield from (Unclaimed(entry.span.line, _UNREAD_ENTRY, entry.text) for entry in entries.values())


def _beside(document: Document, report: Report, finds: Sequence[Finding | Reference]) -> list[Passage]:
    """What stands beside the rows: a covering report, in which grades may be told."""
    spans: list[Span] = [find.span for find in finds]
    return [
        passage
        for passage in passages(document, report.pillar, report.inspection_year, own=False)
        if passage.block.kind is not BlockKind.ROW
        and not names_colours(passage.block.text)
        and not any(span.overlaps(whole(passage.block).span) for span in spans)
    ]
