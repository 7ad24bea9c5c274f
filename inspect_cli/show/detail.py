"""One item whole: its words in their surroundings, its report, how that is dated, what it is linked to and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import Area, AreaView, Deadline, Detail, Finding, Judgement, Member, Reference, Report
from inspect_cli.show.columns import cell
from inspect_cli.show.logged import log_lines
from inspect_cli.show.look import Look
from inspect_cli.show.quote import quote_around
from inspect_cli.show.tables import findings_table, judgements_table, references_table
from inspect_cli.show.timeline import area_head, timeline_lines
from inspect_cli.show.words import (
    GRADE_STYLES,
    VIEW_STYLES,
    addressee_words,
    basis_words,
    day_words,
    deadline_words,
    figures_words,
    followed_words,
    force_words,
    listed,
    publisher_words,
    subject_words,
    words,
)

Fact = tuple[str, Text]
_DATED = {"inspection_year": "inspection year", "published": "publication"}


def detail_text(one: Detail, look: Look) -> RenderableType:
    """Show one item: a report with all that was found in it, an area with its time, a find with its surroundings."""
    match one.item:
        case Report() as report:
            return _report(report, one, look)
        case Area():
            return _area(one, look)
        case Judgement() | Finding() | Reference() as find:
            return _find(find, one, look)


def _find(find: Judgement | Finding | Reference, one: Detail, look: Look) -> RenderableType:
    match find:
        case Judgement():
            title, facts = _judged(find)
        case Finding():
            title, facts = _found(find, look)
        case Reference():
            title, facts = _followed(find, one, look)
    about: list[Fact] = [
        *facts,
        ("Year", cell(listed((look.label(find.year), words(find.pillar) if find.pillar else "")))),
        ("Force", cell(force_words(find.force))),
        *_linked(find.id, one.areas, look),
        *_family(one, look),
    ]
    if one.report:
        about += _origin(one.report.report, look)
    quote = quote_around(one.around, find.span, look)
    return Group(Text.assemble(title, "  ", (find.id, "cyan")), Text(), _facts(about), Text(), quote)


def _said_otherwise(one: Finding | Reference) -> str:
    """Give the wording of a find where it is not that of the quote, which is shown anyway."""
    return "" if one.text == one.quote else one.text


def _judged(one: Judgement) -> tuple[Text, list[Fact]]:
    title = Text.assemble(cell(subject_words(one), "bold"), "  ", (words(one.grade), GRADE_STYLES[one.grade]))
    return title, [("Basis", cell(basis_words(one)))]


def _found(one: Finding, look: Look) -> tuple[Text, list[Fact]]:
    facts = [
        ("Says", cell(_said_otherwise(one))),
        ("Addressed to", cell(addressee_words(one.addressed_to))),
        ("Themes", cell(listed(map(words, one.themes)))),
        ("Deadline", cell(deadline_words(one.deadline) if one.deadline else "")),
        ("Figures", cell(figures_words(one.figures))),
        ("Question", cell(str(one.question or ""))),
        ("Cause", cell(look.short(one.parent))),
        *(("Log" if place == 0 else "", line) for place, line in enumerate(log_lines(one.log))),
    ]
    return cell(words(one.kind), "bold"), facts


def _followed(one: Reference, detail: Detail, look: Look) -> tuple[Text, list[Fact]]:
    verdict = cell(words(one.verdict), f"bold {VIEW_STYLES.get(one.verdict, '')}".strip())
    title = Text.assemble(cell(followed_words(one), "bold"), ": ", verdict)
    facts = [
        ("Says", cell(_said_otherwise(one))),
        ("Addressed to", cell(addressee_words(one.addressed_to))),
        ("Themes", cell(listed(map(words, one.themes)))),
        ("Deadline", cell(deadline_words(_dated_deadline(one.deadline, detail.areas)) if one.deadline else "")),
        ("Figures", cell(figures_words(one.figures))),
    ]
    known = detail.resolution
    if known and known.resolved_to:
        because = f" ({known.because})" if known.because else ""
        facts.append(("Original", cell(f"{look.short(known.resolved_to)}{because}")))
    elif known:
        facts.append(("Original", cell(f"not found: {known.because}" if known.because else "not found")))
    return title, facts


def _dated_deadline(deadline: Deadline, areas: Sequence[AreaView]) -> Deadline:
    """Give the deadline with the day that was worked out for it in an area, where it has none of its own."""
    same = (view.area.deadline for view in areas if view.area.deadline and view.area.deadline.phrase == deadline.phrase)
    return deadline if deadline.date else next(same, deadline)


def _linked(find: str, areas: Sequence[AreaView], look: Look) -> Iterator[Fact]:
    """Give the areas a find belongs to, or may, each with the reason."""
    for view in areas:
        for name, members in (("Area", view.area.members), ("May belong to", view.area.proposed)):
            for member in members:
                if member.id == find:
                    title = Text.assemble((look.short(view.area.id), "cyan"), "  ", cell(view.area.title))
                    yield name, Text.assemble(title, "\n", cell(_why(member), "dim"))


def _why(member: Member) -> str:
    """Say by what a member is linked and why, once where the reason names it too."""
    link = words(member.link)
    return member.why if member.why.startswith(link) else f"{link}: {member.why}" if member.why else link


def _origin(one: Report, look: Look) -> Iterator[Fact]:
    """Give a find's report and how each of its dates is known."""
    yield "Report", Text.assemble((look.short(one.id), "cyan"), "  ", cell(one.title))
    yield "File", cell(one.file)
    yield from _dated(one)


def _dated(one: Report) -> Iterator[Fact]:
    values = {
        "inspection_year": one.inspection_label or (str(one.inspection_year) if one.inspection_year else "–"),
        "published": day_words(one.published),
    }
    name = "Dated"
    for field, what in _DATED.items():
        known = one.evidence.get(field)
        line = f", line {known.line}" if known and known.line else ""
        why = f": {known.why}" if known and known.why else ""
        yield name, Text.assemble(cell(f"{what} {values[field]}"), cell(f"  {one.rung(field)}{line}{why}", "dim"))
        name = ""


def _report(one: Report, detail: Detail, look: Look) -> RenderableType:
    facts: list[Fact] = [
        ("Publisher", cell(publisher_words(one.publisher, one.force))),
        ("Kind", cell(words(one.kind))),
        ("Programme", cell(listed((one.programme or "", words(one.pillar) if one.pillar else "")))),
        ("Forces", cell(listed(map(force_words, one.forces)) or force_words(None))),
        *_dated(one),
        ("Page date", cell(day_words(one.page_date) if one.page_date else "")),
        ("Inspector", cell(one.inspector or "")),
        ("File", cell(one.file)),
        ("Note", cell(one.note or "")),
        *(("Warning", cell(warning, "yellow")) for warning in one.warnings),
        ("Figures", cell(figures_words(detail.figures))),
    ]
    parts: list[RenderableType] = [
        Text.assemble(cell(one.title, "bold"), "  ", (one.id, "cyan")),
        Text(),
        _facts(facts),
    ]
    if detail.judgements:
        parts += [Text(), judgements_table(detail.judgements, look)]
    if detail.findings:
        parts += [Text(), findings_table(detail.findings, look)]
    if detail.references:
        parts += [Text(), references_table(detail.references, look)]
    return Group(*parts)


def _area(detail: Detail, look: Look) -> RenderableType:
    view = detail.areas[0]
    one, state = view.area, view.state
    facts: list[Fact] = [("RAG", Text.assemble(state.rag, cell(f"  {state.rag_why}", "dim"))), *_own_side(view)]
    facts += [("Members" if place == 0 else "", _member(member, look)) for place, member in enumerate(one.members)]
    facts += [("Proposed" if place == 0 else "", _member(member, look)) for place, member in enumerate(one.proposed)]
    facts += _family(detail, look)
    return Group(
        *area_head(view, look),
        Text(),
        _facts(facts),
        Text(),
        *timeline_lines(detail.timeline, look, {}),
    )


def _family(one: Detail, look: Look) -> Iterator[Fact]:
    """Give the areas of the cause of concern that an item belongs to, and of the recommendations that it holds."""
    for name, views in (("Belongs to", one.above), ("Holds", one.below)):
        for place, view in enumerate(views):
            stands = cell(f"  {words(view.state.status)}", "dim")
            told = Text.assemble((look.short(view.area.id), "cyan"), "  ", cell(view.area.title), stands)
            yield (name if place == 0 else ""), told


def _own_side(view: AreaView) -> Iterator[Fact]:
    """Give what the force itself says of an area, beside what stands above: status with who, when, why; evidence."""
    state, said = view.state, view.standing
    if said.status is None or said.status_at is None:
        yield "Status", cell(f"{words(state.status)}, as the inspectorate leaves it")
    else:
        why = f": {said.status_reason}" if said.status_reason else ""
        about = f"  by {said.status_by}, {day_words(said.status_at.date())}{why}"
        yield "Status", Text.assemble(words(said.status), cell(about, "dim"))
    for name, texts in (("Evidence", said.evidence), ("Notes", said.notes)):
        yield from ((name if place == 0 else "", cell(text)) for place, text in enumerate(texts))


def _member(member: Member, look: Look) -> Text:
    what = f"  {look.label(member.year)} {words(member.kind)}  "
    return Text.assemble((look.short(member.id), "cyan"), cell(what), cell(_why(member), "dim"))


def _facts(facts: Sequence[Fact]) -> Table:
    """Lay facts out as names and values; a fact without a value is left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
        if value.plain:
            table.add_row(Text(name, style="dim"), value)
    return table
