"""(Document, Report) → Extraction: what a report says, and what no rule claimed."""

from __future__ import annotations

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.concerns import find_informal
from inspect_cli.extract.earlier import era_of
from inspect_cli.extract.figures import figures_of
from inspect_cli.extract.findings import find_formal
from inspect_cli.extract.judgements import find_judgements
from inspect_cli.extract.kept import read_kept
from inspect_cli.extract.layout import Passage, Role, passages
from inspect_cli.extract.references import find_references
from inspect_cli.extract.unclaimed import find_unclaimed
from inspect_cli.extract.ungraded import find_ungraded
from inspect_cli.model import (
    INSPECTORATE,
    Document,
    DocumentKind,
    Extraction,
    Figure,
    Finding,
    Publisher,
    Reference,
    Report,
)

# Raised whenever a rule changes what is found, so that reports imported before are read anew.
EXTRACTOR = 2


def extract(document: Document, report: Report) -> Extraction:
    """Give all that ``document`` says, each list in document order; never raises on any text.

    The finds carry the report's id, force, programme and year; what cannot point at its words is not a find.
    """
    if kept := read_kept(document, report):
        return kept
    era = era_of(document, report)
    own = report.publisher in INSPECTORATE
    walked = list(passages(document, report.pillar, report.inspection_year, own=own, visit=era.visit))
    claims = Claims()
    if _is_no_report(report):
        return Extraction(unclaimed=tuple(find_unclaimed(walked, claims)))
    # A document that goes back to earlier findings recalls grades; it gives none.
    judgements = [] if era.visit else find_judgements(walked, report, claims)
    references = find_references(walked, report, era, claims)
    formal = find_formal(walked, report, claims, document.lines)
    informal = find_informal(walked, report, claims)
    findings = sorted(formal + informal, key=lambda finding: (finding.span.line, finding.span.start))
    return Extraction(
        judgements=tuple(judgements),
        findings=tuple(findings),
        references=tuple(references),
        figures=tuple(_loose_figures(walked, findings, references)),
        unclaimed=tuple(find_unclaimed(walked, claims)),
        ungraded=tuple(find_ungraded(walked, report, judgements)),
    )


def _is_no_report(report: Report) -> bool:
    """Say whether a text tells of no inspection: a page on how they are made, a force's advert that boasts of one."""
    return report.kind is DocumentKind.OTHER and (not report.forces or report.publisher is Publisher.FORCE)


def _loose_figures(walked: list[Passage], findings: list[Finding], references: list[Reference]) -> list[Figure]:
    """The figures in prose and bullets that belong to no finding or follow-up."""
    held = {figure.span for finding in findings for figure in finding.figures}
    held |= {figure.span for reference in references for figure in reference.figures}
    return [
        figure
        for passage in walked
        if passage.role in (Role.PROSE, Role.BULLET, Role.ITEM)
        for sentence in passage.sentences
        for figure in figures_of(sentence)
        if figure.span not in held
    ]
