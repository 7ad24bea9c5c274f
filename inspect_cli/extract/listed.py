"""Findings that a register or a tracker lists, and the references that give their state."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from inspect_cli.extract.addressees import addressee_of
from inspect_cli.extract.deadlines import deadline_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.stream import Words
from inspect_cli.extract.themes import themes_of
from inspect_cli.model import (
    Addressee,
    Deadline,
    Finding,
    FindingKind,
    LogEntry,
    Pillar,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
    make_id,
    normal_words,
)

# Forces or their chiefs in the plural, told to act, however much stands between: a recommendation to all of them.
_FORCES = re.compile(
    r"^(?:[^.:]{0,60}, )?(?:(?:all|those|every|any|each) )?(?:(?:police )?forces?(?<!the force)\b|chief constables\b"
    r"|(?:each|every) member of a force[’']s\b)[^.;:]{0,160}?\b(?:should|must|need to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a register or tracker says of one finding: its words, what it is, and under which inspection it stands."""

    words: Words
    kind: FindingKind
    year: int | None
    force: str | None
    pillar: Pillar | None = None
    lead: str = ""
    deadline: Deadline | None = None
    log: tuple[LogEntry, ...] = ()


def listed_finding(report: Report, one: Listed) -> Finding:
    """Make the finding that ``one`` is, in a document known as ``report``."""
    words = one.words
    to_all = bool(_FORCES.search(words.text))
    addressed = addressee_of(f"{one.lead} {words.text}")
    return Finding(
        id=make_id("f", report.id, "formal", one.year, one.force, normal_words(words.text), size=8),
        report=report.id,
        force=one.force,
        addressed_to=Addressee.ALL_FORCES if to_all and addressed is Addressee.FORCE else addressed,
        year=one.year,
        kind=one.kind,
        text=words.text,
        pillar=one.pillar,
        question=None,
        themes=themes_of(words.text),
        deadline=one.deadline or deadline_of(words.text) or deadline_of(one.lead),
        figures=tuple(figure for piece in words.pieces for figure in figures_of(piece)),
        parent=None,
        quote=words.quote,
        span=words.span,
        log=one.log,
    )


def state_of(findings: tuple[Finding, ...], verdict: Verdict, words: Words) -> Reference:
    """Make the reference that gives the state of ``findings``, all of one entry, by what stands at ``words``."""
    first = findings[0]
    reference = Reference(
        id="",
        report=first.report,
        force=first.force,
        addressed_to=first.addressed_to,
        year=first.year,
        to_year=first.year,
        to_kind=ReferenceKind(first.kind.value),
        verdict=verdict,
        text=words.text,
        pillar=first.pillar,
        themes=tuple(dict.fromkeys(theme for finding in findings for theme in finding.themes)),
        deadline=None,
        figures=(),
        quote=words.quote,
        span=words.span,
        follows=tuple(finding.id for finding in findings),
    )
    return replace(reference, id=make_id("x", first.report, first.id, normal_words(words.text), size=8))
