"""What was read out of a source report, written for a reviewer: plain text in source order."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from inspect_cli.model import Basis, Extraction, Figure, Finding, Judgement, Reference, Report, Unclaimed, normal_words

WIDTH = 112
_INDENT = " " * 6
_FACTS = (
    "title",
    "publisher",
    "kind",
    "forces",
    "programme",
    "pillar",
    "inspection_year",
    "inspection_label",
    "published",
    "page_date",
    "inspector",
)

Find = Judgement | Finding | Reference


def render(report: Report, extraction: Extraction) -> str:
    """Write the report's facts, every find with its label and quote, and last the sentences that no rule claimed."""
    finds: list[Find] = [*extraction.judgements, *extraction.findings, *extraction.references]
    parts = ["\n".join(_facts(report))]
    parts += [_find(find) for find in sorted(finds, key=lambda find: (find.span.line, find.span.start, find.id))]
    if extraction.figures:
        parts.append("\n".join(["figures of their own", *(_figure(figure) for figure in extraction.figures)]))
    if extraction.unclaimed:
        parts.append("\n".join(["unclaimed (trigger words that no rule used)", *_unclaimed(extraction.unclaimed)]))
    return "\n\n".join(parts) + "\n"


def totals(name: str, extraction: Extraction) -> str:
    """Count a case's finds by kind, in one line."""
    counts: Counter[str] = Counter(finding.kind.value for finding in extraction.findings)
    counts["judgement"] = len(extraction.judgements)
    counts["reference"] = len(extraction.references)
    counts["unclaimed"] = len(extraction.unclaimed)
    return f"{name:<24}" + "  ".join(f"{kind} {count}" for kind, count in sorted(counts.items()) if count)


def _facts(report: Report) -> Iterator[str]:
    for name in _FACTS:
        value = getattr(report, name)
        known = report.evidence.get(name)
        shown = ", ".join(value) if isinstance(value, tuple) else "–" if value is None else str(value)
        place = f", L{known.line}" if known and known.line else ""
        why = f": {known.why}" if known and known.why else ""
        how = f"  ({report.rung(name)}{place}{why})" if known else ""
        yield textwrap.fill(f"{name:<18}{shown}{how}", WIDTH, subsequent_indent=" " * 18)
    yield from (f"warning           {warning}" for warning in report.warnings)


def _find(find: Find) -> str:
    kind, label = _label(find)
    head = f"L{find.span.line:<5}{kind:<22}{label}".rstrip()
    return "\n".join([head, *_wrapped(f"“{find.quote}”"), *_details(find)])


def _label(find: Find) -> tuple[str, str]:
    if isinstance(find, Judgement):
        question = "" if find.question is None else f", question {find.question}"
        carried = f", carried over from {find.carried_from}" if find.basis is Basis.CARRIED_OVER else ""
        return (
            "judgement",
            f"{find.year or 'undated'} {find.pillar or ''}".strip() + f"{question}: {find.grade}{carried}",
        )
    if isinstance(find, Reference):
        return "reference", f"{find.to_year or ''} {find.to_kind}: {find.verdict}".strip()
    return find.kind.value, "" if find.question is None else f"question {find.question}"


def _details(find: Find) -> Iterator[str]:
    if isinstance(find, Judgement):
        yield from _wrapped(f"subject: {find.subject}")
        return
    if normal_words(find.text) != normal_words(find.quote):
        yield from _wrapped(f"text: {find.text}")
    if find.addressed_to != "force":
        yield f"{_INDENT}addressed to: {find.addressed_to}"
    if find.themes:
        yield f"{_INDENT}themes: {', '.join(find.themes)}"
    if find.deadline:
        yield f"{_INDENT}deadline: {find.deadline.phrase} ({find.deadline.date or 'no day'})"
    for entry in find.log if isinstance(find, Finding) else ():
        known = f"{entry.date or 'no day'} {entry.status or ''}".strip() if entry.parsed else "not read"
        yield from _wrapped(f"log: {known} {entry.text} (L{entry.span.line})")
    yield from (_figure(figure) for figure in find.figures)


def _figure(figure: Figure) -> str:
    return f"{_INDENT}figure: {figure.value:g} {figure.of} (L{figure.span.line})"


def _unclaimed(sentences: Iterable[Unclaimed]) -> Iterator[str]:
    for sentence in sentences:
        yield textwrap.fill(
            f"L{sentence.line:<5}[{sentence.trigger}] {sentence.text}", WIDTH, subsequent_indent=_INDENT
        )


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
