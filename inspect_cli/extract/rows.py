"""What a row of a tracker holds, however it is laid out, and how rows become findings and references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspect_cli.extract.listed import Listed, listed_finding, state_of
from inspect_cli.extract.sections import Section
from inspect_cli.extract.sentences import Sentence
from inspect_cli.extract.stream import Words
from inspect_cli.model import (
    Deadline,
    Finding,
    FindingKind,
    LogEntry,
    Reference,
    Report,
    Verdict,
    normal_words,
)

KIND = (
    r"(?:Areas? (?:[Ff]or|[Oo]f) [Ii]mprovement|AREAS? FOR IMPROVEMENT|AFI|Recommendation|RECOMMENDATION"
    r"|Causes? [Oo]f [Cc]oncern|CAUSE OF CONCERN|CoC)"
)
_SHORT_KINDS = (
    (
        FindingKind.AREA_FOR_IMPROVEMENT,
        re.compile(r"\bAFIs?\b|\bAFI(?=\d)|areas? (?:for|of) improvement", re.IGNORECASE),
    ),
    (FindingKind.CAUSE_OF_CONCERN, re.compile(r"\b[CA]?CoCs?\b|\bCoC(?=\d)|causes? of concern", re.IGNORECASE)),
    (FindingKind.RECOMMENDATION, re.compile(r"\brec(?:ommendation)?s?\b|\b(?:rec|r)(?=\d)", re.IGNORECASE)),
)
_NUMBER = re.compile(
    rf"\s*(?:(?:{KIND}|Rec\.?)(?:\s*(?:No\.? ?\d{{0,3}}|\d{{1,3}}))?"
    rf"|\d{{1,3}}(?:\.\d{{1,2}})?[.)])(?:\s*[:.)–-]+)?\s+(?=[\"“‘']?[A-Z])"
)
_DIRECTS = re.compile(
    r"\b(?:should|must|needs? to|ha(?:s|ve) to|is to|are to|is required to|recommended? that|recommends?)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4
# So many words alike at the beginning, a shorter copy is the same finding cut off.
_FEWEST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A row: the finding's words, its kind, where it stands; its status and the stretch that shows it."""

    words: Words
    kind: FindingKind
    section: Section
    force: str | None
    verdict: Verdict | None = None
    state: Words | None = None
    deadline: Deadline | None = None
    log: tuple[LogEntry, ...] = ()


def directs(text: str) -> bool:
    """Say whether words tell a body to do something."""
    return bool(_DIRECTS.search(text))


def is_told(text: str) -> bool:
    """Say whether words are enough to be a finding, and not a number or a name."""
    return len(normal_words(text).split()) >= _FEWEST_WORDS


def named_kind(text: str) -> FindingKind | None:
    """Give the formal kind that a cell or label names ("AFI 3", "Recommendation", "R2"); None where it names none."""
    named = [kind for kind, pattern in _SHORT_KINDS if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def without_number(piece: Sentence) -> tuple[Sentence, FindingKind | None]:
    """Take the number or kind off the beginning of a finding's words ("Recommendation 3: "), and say which kind."""
    match = _NUMBER.match(piece.words)
    if match is None:
        return piece, None
    return Sentence(piece.block, piece.start + match.end(), piece.end), named_kind(match.group())


def told(report: Report, rows: Iterable[Found]) -> tuple[list[Finding], list[Reference]]:
    """Make the findings and references of rows, each once however often the document repeats it."""
    findings: dict[str, Finding] = {}
    references: dict[str, Reference] = {}
    said: dict[tuple[object, ...], list[str]] = {}
    cause: Finding | None = None
    for row in rows:
        words = normal_words(row.words.text)
        alike = said.setdefault((row.section.year, row.force, *words.split()[:_FEWEST_ALIKE]), [])
        if any(words.startswith(known) or known.startswith(words) for known in alike):
            continue
        alike.append(words)
        listed = Listed(
            row.words, row.kind, row.section.year, row.force, row.section.pillar, deadline=row.deadline, log=row.log
        )
        finding = listed_finding(report, listed)
        cause = _cause_of(finding, cause)
        if cause and finding.kind is FindingKind.RECOMMENDATION:
            finding = replace(finding, parent=cause.id)
        findings.setdefault(finding.id, finding)
        if row.verdict and row.state:
            reference = state_of((finding,), row.verdict, row.state)
            references.setdefault(reference.id, reference)
    return list(findings.values()), list(references.values())


def _cause_of(finding: Finding, cause: Finding | None) -> Finding | None:
    """Give the cause of concern that rows from here on belong to: it always carries recommendations, right below it."""
    if finding.kind is FindingKind.CAUSE_OF_CONCERN:
        return finding
    same = cause and (cause.year, cause.force) == (finding.year, finding.force)
    return cause if same and finding.kind is FindingKind.RECOMMENDATION else None
