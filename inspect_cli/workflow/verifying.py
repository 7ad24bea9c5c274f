"""Every quote cut again from the stored text and compared; and whether the files that reports came as are the same."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from inspect_cli.errors import StoreError
from inspect_cli.model import (
    Figure,
    Finding,
    Judgement,
    Reference,
    Report,
    Span,
    Verified,
    VerifyLine,
    cut,
    normal_words,
)
from inspect_cli.store import Register, open_register

Quoted: TypeAlias = tuple[str | None, str, str, Span, bool]
_NO_FILE = "-"
_SHOWN = 60


def verify(folder: Path) -> Verified:
    """Cut every quote again, report by report, and look at the files that they came as; raises StoreError."""
    register = open_register(folder)
    quoted = _by_report(register)
    found: list[VerifyLine] = []
    quotes = gone = 0
    for report in register.reports:
        own = quoted.pop(report.id, [])
        quotes += len(own)
        found += _of_text(register, report, own)
        same = _same_file(report)
        gone += same is None
        if same is False:
            words = f"{report.file} is no longer the file that was imported: inspect-cli import it again"
            found.append(VerifyLine("file", report.id, report.id, words))
    for report_id in quoted:
        found.append(VerifyLine("report", report_id, report_id, f"its report {report_id} is gone: import it again"))
    return Verified(tuple(found), len(register.reports), quotes, gone)


def _by_report(register: Register) -> dict[str, list[Quoted]]:
    """Give by report what is quoted: an id, what it is, the words, where, and whether no others stand there."""
    quoted: dict[str, list[Quoted]] = defaultdict(list)
    finds: tuple[Judgement | Finding | Reference, ...] = (
        *register.judgements,
        *register.findings,
        *register.references,
    )
    for find in finds:
        quoted[find.report] += [(find.id, "quote", find.quote, find.span, True), *_within(find)]
    for one in register.ungraded:
        quoted[one.report].append((None, "quote", one.quote, one.span, True))
    for report, figures in register.figures.items():
        quoted[report] += _figures(None, figures)
    return quoted


def _within(find: Judgement | Finding | Reference) -> Iterator[Quoted]:
    if isinstance(find, Finding | Reference):
        yield from _figures(find.id, find.figures)
    if isinstance(find, Finding):
        yield from ((find.id, "log", entry.text, entry.span, False) for entry in find.log)


def _figures(owner: str | None, figures: Sequence[Figure]) -> Iterator[Quoted]:
    return ((owner, "figure", figure.of, figure.span, False) for figure in figures)


def _of_text(register: Register, report: Report, quoted: list[Quoted]) -> Iterator[VerifyLine]:
    try:
        lines = register.text(report)
    except StoreError as error:
        yield VerifyLine("text", report.id, report.id, f"{error.message} {error.hint}")
        return
    for one, check, words, span, whole in quoted:
        there = cut(lines, span)
        same = there == words if whole else bool(there) and normal_words(words) in normal_words(there)
        if not same:
            message = f"line {span.line} holds “{_short(there)}”, not “{_short(words)}”: import the report again"
            yield VerifyLine(check, one, report.id, message)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _same_file(report: Report) -> bool | None:
    """Say whether the file that a report came as still holds the same; None where it is gone or was none."""
    if report.file == _NO_FILE or not Path(report.file).is_absolute():
        return None
    try:
        with Path(report.file).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == report.sha256
    except (OSError, ValueError):  # gone, not to be read, or a name that this system does not allow
        return None
