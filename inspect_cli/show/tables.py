"""The listings as tables: for each kind of record its columns, what they hold, and which go first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.table import Table
from rich.text import Text

from inspect_cli.model import (
    Area,
    AreaView,
    Deadline,
    FindingView,
    Judgement,
    ReferenceView,
    ReportView,
    ThemeView,
    count,
)
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import (
    GRADE_STYLES,
    NATIONAL,
    RAG_STYLES,
    VIEW_STYLES,
    basis_words,
    day_short,
    deadline_words,
    followed_words,
    force_words,
    found_words,
    listed,
    subject_words,
    view_words,
    words,
)

_NAMES = 4
REPORTS = (
    Column("ID"),
    Column("Year"),
    Column("Published", keep=8),
    Column("Report", least=26),
    Column("Kind", keep=4, least=13, under="Report"),
    Column("Force", keep=3, least=10, under="Report"),
    Column("Found", keep=7, least=13, under="Report"),
    Column("File", keep=2),
)
JUDGEMENTS = (
    Column("ID"),
    Column("Year"),
    Column("Force", keep=7, least=10, under="Question"),
    Column("Pillar"),
    Column("Question", least=24),
    Column("Grade", least=11),
    Column("Basis", least=12),
    Column("Source", keep=5, under="Question"),
)
FINDINGS = (
    Column("ID"),
    Column("Year"),
    Column("Force", keep=3, least=10, under="Finding"),
    Column("Kind", least=11),
    Column("Finding", least=44),
    Column("Themes", keep=4, least=14, under="Finding"),
    Column("Area", keep=5, under="Finding", label="area "),
    Column("Source", keep=6, under="Finding"),
)
REFERENCES = (
    Column("ID"),
    Column("Year"),
    Column("Force", keep=3, least=10, under="What it says"),
    Column("Follows up", least=14),
    Column("Verdict", least=9),
    Column("What it says", least=38),
    Column("Themes", keep=4, least=14, under="What it says"),
    Column("Area", keep=5, under="What it says", label="area "),
    Column("Source", keep=6, under="What it says"),
)
AREAS = (
    Column("ID"),
    Column("Area", least=24),
    Column("Themes", keep=6, least=14, under="Area"),
    Column("Force", keep=2, least=10, under="Area"),
    Column("Raised"),
    Column("Lived through", keep=8, least=13, under="Area"),
    Column("Spoken of in", keep=3, least=12),
    Column("Inspectorate", least=12),
    Column("Owner", keep=4, least=10, under="Area", label="owner "),
    Column("Due", keep=5),
    Column("Status", keep=5, least=8, under="RAG"),
    Column("RAG"),
)
THEMES = (
    Column("Theme"),
    Column("Title", least=18),
    Column("Findings"),
    Column("Areas"),
    Column("Also called", keep=5, least=24),
)


def reports_table(views: Sequence[ReportView], look: Look) -> Table:
    """Show reports: what they are, when they are from, how much was found in them; undated ones say so."""
    return make_table(REPORTS, [_report(view, look) for view in views], look.width)


def judgements_table(judgements: Sequence[Judgement], look: Look) -> Table:
    """Show judgements: grade in colour, and whether it was earned then or carried over."""
    rows = [_judgement(one, look) for one in judgements]
    return make_table(JUDGEMENTS, _one_force(rows, [one.force for one in judgements]), look.width)


def findings_table(views: Sequence[FindingView], look: Look) -> Table:
    """Show findings: kind, words, and the area that each belongs to."""
    rows = [_finding(view, look) for view in views]
    return make_table(FINDINGS, _one_force(rows, [view.finding.force for view in views]), look.width)


def references_table(views: Sequence[ReferenceView], look: Look) -> Table:
    """Show follow-ups: what of which year they speak of, and their verdict."""
    rows = [_reference(view, look) for view in views]
    return make_table(REFERENCES, _one_force(rows, [view.reference.force for view in views]), look.width)


def areas_table(views: Sequence[AreaView], look: Look) -> Table:
    """Show areas: when raised, what they have lived through, how they stand."""
    rows = [_area(view, look) for view in views]
    return make_table(AREAS, _one_force(rows, [view.area.force for view in views]), look.width)


def themes_table(views: Sequence[ThemeView], look: Look) -> Table:
    """Show themes, their other names and how often they are spoken of."""
    return make_table(THEMES, [_theme(view, look) for view in views], look.width)


def _one_force(rows: Sequence[Row], forces: Sequence[str | None]) -> Sequence[Row]:
    """Leave the force unsaid where all rows are about the same."""
    return rows if len(set(forces)) > 1 else [{**row, "Force": Text()} for row in rows]


def _between(look: Look) -> str:
    """Counts stand below each other; in a pipe, where a record is a line, they are parted with commas."""
    return ", " if look.width is None else "\n"


def _report(view: ReportView, look: Look) -> Row:
    one = view.report
    year = one.inspection_label or (str(one.inspection_year) if one.inspection_year else "")
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Year": cell(year) if year else cell("undated", "yellow"),
        "Published": cell(day_short(one.published)),
        "Report": cell(one.title),
        "Kind": cell(words(one.kind)),
        "Force": cell(listed(force_words(force) for force in one.forces) or force_words(None)),
        "Found": Text(found_words(view).replace(", ", _between(look))),
        "File": cell(PurePath(one.file).name),
    }


def _judgement(one: Judgement, look: Look) -> Row:
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Year": cell(look.label(one.year)),
        "Force": cell(force_words(one.force)),
        "Pillar": cell(words(one.pillar)),
        "Question": cell(subject_words(one)),
        "Grade": cell(words(one.grade), GRADE_STYLES[one.grade]),
        "Basis": cell(basis_words(one)),
        "Source": cell(look.source(one.report, one.span)),
    }


def _finding(view: FindingView, look: Look) -> Row:
    one = view.finding
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Year": cell(look.label(one.year)),
        "Force": cell(force_words(one.force)),
        "Kind": cell(words(one.kind), "bold" if one.formal else ""),
        "Finding": _with_deadline(one.text, one.deadline),
        "Themes": cell(listed(words(theme) for theme in one.themes)),
        "Area": cell(look.short(view.area)),
        "Source": cell(look.source(one.report, one.span)),
    }


def _reference(view: ReferenceView, look: Look) -> Row:
    one = view.reference
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Year": cell(look.label(one.year)),
        "Force": cell(force_words(one.force)),
        "Follows up": cell(followed_words(one)),
        "Verdict": cell(words(one.verdict), VIEW_STYLES.get(one.verdict, "")),
        "What it says": _with_deadline(one.text, one.deadline),
        "Themes": cell(listed(words(theme) for theme in one.themes)),
        "Area": cell(look.short(view.area)),
        "Source": cell(look.source(one.report, one.span)),
    }


def _with_deadline(text: str, deadline: Deadline | None) -> Text:
    if deadline is None:
        return cell(text)
    return Text.assemble(cell(text), cell(f" [{deadline_words(deadline)}]", "yellow"))


def _area(view: AreaView, look: Look) -> Row:
    one, state = view.area, view.state
    lived = [count(view.years_open, "year")] if view.years_open is not None else []
    return {
        "ID": cell(look.short(one.id), "cyan"),
        "Area": title_text(one),
        "Themes": cell(listed(words(theme) for theme in one.themes)),
        "Force": cell(force_words(one.force)),
        "Raised": cell(look.label(one.first_raised)),
        "Lived through": Text(_between(look).join([*lived, count(one.inspections, "inspection")])),
        "Spoken of in": cell(listed(look.label(year) for year in one.years)),
        "Inspectorate": cell(view_words(one, look.label), VIEW_STYLES.get(one.inspectorate_view or "", "")),
        "Owner": cell(state.owner or ""),
        "Due": cell(day_short(state.due) if state.due else ""),
        "Status": cell(words(state.status)),
        "RAG": cell(state.rag, RAG_STYLES[state.rag]),
    }


def title_text(one: Area) -> Text:
    """Give an area's title, and that it is national where it is."""
    return Text.assemble(cell(one.title, "bold"), (f" {NATIONAL}" if one.national else "", "dim"))


def _theme(view: ThemeView, look: Look) -> Row:
    names = [synonym.replace("*", "…") for synonym in view.synonyms]
    if look.width is not None and len(names) > _NAMES:
        names[_NAMES:] = [f"and {len(names) - _NAMES} more"]
    return {
        "Theme": cell(view.id, "cyan"),
        "Title": cell(view.title),
        "Findings": cell(str(view.findings)),
        "Areas": cell(str(view.areas)),
        "Also called": cell(listed(names)),
    }
