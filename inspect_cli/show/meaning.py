"""What grades mean: one in a cycle, one through all cycles, a cycle whole; for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inspect_cli.model import Cycle, Grade, Meaning, count
from inspect_cli.show.as_json import Record
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.words import GRADE_STYLES, listed, words

_MONTHS = "January February March April May June July August September October November December".split()
_GRADES = (
    Column("Cycle"),
    Column("Grade", least=14),
    Column("Means", least=26),
    Column("Between", keep=6, least=16, under="Means", label="between "),
    Column("Compared with the one before", least=18),
)
_CYCLES = (
    Column("Cycle"),
    Column("Scale"),
    Column("Graded", least=24),
    Column("Not graded", keep=5, least=24),
    Column("Compared with the one before", least=18),
)
# Wide columns of prose are tiring: where there is room for more, it is left.
_ROOM = 110


def meaning_record(one: Meaning) -> Record:
    """Give the record of what a grade means in a cycle, or of a cycle itself (``grade`` is null)."""
    cycle = one.cycle
    return {
        "grade": one.grade,
        "cycle": cycle.label,
        "programme": cycle.programme,
        "exists": one.grade in cycle.scale if one.grade else bool(cycle.scale),
        "means": one.means,
        "better": one.better,
        "worse": one.worse,
        "scale": list(cycle.scale),
        "graded": cycle.graded,
        "not_graded": cycle.not_graded,
        "previous": cycle.previous,
        "comparable_with_previous": cycle.comparable_with_previous,
        "why_not": cycle.why_not,
        "next": cycle.next,
        "comparable_with_next": cycle.comparable_with_next,
        "why_not_next": cycle.why_not_next,
        "exceptions": list(cycle.exceptions),
        "carries_over": cycle.carries_over,
        "published": list(cycle.published) if cycle.published else None,
        "note": cycle.note,
    }


def meaning_text(one: Meaning, scale: Sequence[Meaning]) -> RenderableType:
    """Tell what a grade means in a cycle, or of a cycle each grade of its ``scale``; and what may be compared."""
    cycle = one.cycle
    name = _cycle_name(cycle)
    title = Text.assemble((words(one.grade), GRADE_STYLES[one.grade]), f" in {name}") if one.grade else Text(name)
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(no_wrap=True)
    facts.add_column(overflow="fold", max_width=_ROOM)
    for label, value in (*_grade(one, scale), *_about(cycle)):
        facts.add_row(Text(label, style="dim"), value)
    title.stylize("bold")
    return Group(title, Text(), facts)


def _cycle_name(cycle: Cycle) -> str:
    if cycle.programme == "PEEL":
        return f"PEEL {cycle.label}"
    return f"{cycle.programme} ({cycle.label})"


def _grade(one: Meaning, scale: Sequence[Meaning]) -> Iterator[tuple[str, Text]]:
    """Tell the grade's meaning and place, or that the cycle lacked it; without a grade, the scale's grades in turn."""
    cycle = one.cycle
    if one.grade is None:
        for place, each in enumerate(scale):
            line = Text.assemble((words(each.grade), GRADE_STYLES[each.grade or Grade.GOOD]), f": {each.means}")
            yield "Scale" if place == 0 else "", line
        if not scale:
            yield "Scale", cell("none: it gives no grades")
        return
    if one.means:
        yield "Means", cell(one.means)
    elif cycle.scale:
        yield "Means", cell(f"nothing: {words(one.grade)} is no grade of {_cycle_name(cycle)}", "yellow")
    if not cycle.scale:
        yield "Scale", cell("none: it gives no grades")
        return
    yield (
        "Scale",
        Text(" > ").join(
            Text(words(grade), style=f"bold {GRADE_STYLES[grade]}" if grade is one.grade else "dim")
            for grade in cycle.scale
        ),
    )
    if one.means:
        yield "Stands", cell(_between(one))


def _between(one: Meaning) -> str:
    better = f"below {words(one.better)}" if one.better else "the best there is"
    worse = f"above {words(one.worse)}" if one.worse else "the worst there is"
    return f"{better}, {worse}"


def _about(cycle: Cycle) -> Iterator[tuple[str, Text]]:
    yield "Graded", cell(cycle.graded)
    yield "Not graded", cell(cycle.not_graded)
    before, after = _before(cycle), _after(cycle)
    if before:
        yield "Before", cell(before)
    if after:
        yield "After", cell(after)
    if cycle.note:
        yield "Carried over" if cycle.carries_over else "Note", cell(cycle.note)
    if cycle.published:
        yield "Reports", cell(f"came out from {_month(cycle.published[0])} to {_month(cycle.published[1])}")


def _before(cycle: Cycle) -> str:
    """Say whether grades may be compared with those of the cycle before."""
    if cycle.previous is None:
        return cycle.why_not or ""
    but = f", but: {' '.join(cycle.exceptions)}" if cycle.exceptions else ""
    carried = ", minding what was carried over" if cycle.carries_over else ""
    return _compared(cycle.previous, cycle.comparable_with_previous, cycle.why_not) + carried + but


def _after(cycle: Cycle) -> str:
    if cycle.next is None:
        return ""
    return _compared(cycle.next, cycle.comparable_with_next, cycle.why_not_next)


def _compared(label: str, comparable: bool | None, why_not: str | None) -> str:
    return f"may be compared with {label}" if comparable else f"not to be compared with {label}: {why_not}"


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{_MONTHS[int(number) - 1]} {year}"


def meanings_table(found: Sequence[Meaning], width: int | None) -> Table:
    """Show a grade through the cycles, one a row; the cycles themselves where no grade is meant."""
    if found[0].grade is None:
        return make_table(_CYCLES, [_cycle_row(one.cycle) for one in found], width)
    return make_table(_GRADES, [_grade_row(one) for one in found], width)


def _grade_row(one: Meaning) -> Row:
    grade = one.grade or Grade.GOOD
    known = one.means is not None
    beside = listed((words(one.better) if one.better else "", words(one.worse) if one.worse else ""))
    return {
        "Cycle": cell(one.cycle.label),
        "Grade": cell(words(grade), GRADE_STYLES[grade]) if known else cell("no such grade", "dim"),
        "Means": cell(one.means or "–"),
        "Between": cell(beside.replace(", ", " and ") if one.better and one.worse else _between(one) if known else "–"),
        "Compared with the one before": cell(_compared_word(one.cycle)),
    }


def _cycle_row(cycle: Cycle) -> Row:
    return {
        "Cycle": cell(cycle.label),
        "Scale": cell(count(len(cycle.scale), "grade") if cycle.scale else "none"),
        "Graded": cell(cycle.graded),
        "Not graded": cell(cycle.not_graded),
        "Compared with the one before": cell(_compared_word(cycle)),
    }


def _compared_word(cycle: Cycle) -> str:
    if cycle.previous is None:
        return "–"
    if not cycle.comparable_with_previous:
        return f"no: {cycle.why_not}"
    return f"yes, but: {' '.join(cycle.exceptions)}" if cycle.exceptions else "yes"


def meanings_footer() -> list[str]:
    """Say how to read one cycle whole."""
    return ["one cycle whole: inspect-cli explain --cycle 2021/22"]
