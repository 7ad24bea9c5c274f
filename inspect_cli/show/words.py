"""The values of the domain in the words that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from inspect_cli.model import (
    SILENT,
    Addressee,
    Area,
    AreaState,
    Basis,
    Deadline,
    Figure,
    Grade,
    Judgement,
    Moment,
    Publisher,
    Rag,
    Reference,
    ReportView,
    count,
    day_in_full,
)

GRADE_STYLES = {
    Grade.OUTSTANDING: "bold green",
    Grade.GOOD: "green",
    Grade.ADEQUATE: "yellow",
    Grade.REQUIRES_IMPROVEMENT: "dark_orange",
    Grade.INADEQUATE: "red",
}
RAG_STYLES = {Rag.GREEN: "green", Rag.AMBER: "yellow", Rag.RED: "red", Rag.WHITE: ""}
VIEW_STYLES = {
    "achieved": "green",
    "discharged": "green",
    "not-achieved": "red",
    "not-discharged": "red",
    "in-progress": "yellow",
    "silent": "yellow",
}
# What an area is that holds what was asked of all forces.
NATIONAL = "(national)"
_SPELT = {"peel": "PEEL", "pcc": "PCC", "btp": "British Transport Police", "psni": "PSNI"}
_SMALL = ("of", "and")
_HYPHENATED = ("dyfed-powys",)
_ADDRESSEES = {Addressee.FORCE: "the force", Addressee.OTHER: "another body"}
_YEAR = 365
FORCE = "force"


def words(value: str | None) -> str:
    """Give a value as scripts spell it ("peel-pillar") in words ("PEEL pillar"); a dash for none."""
    if value is None:
        return "–"
    return " ".join(_SPELT.get(word, word) for word in value.split("-"))


def force_words(slug: str | None) -> str:
    """Give a force's short name: "west-midlands" is West Midlands; a report on no one force is on all."""
    if not slug:
        return "all forces"
    parts = slug.split("-")
    if slug in _HYPHENATED:
        return "-".join(part.capitalize() for part in parts)
    return " ".join(_SPELT.get(part, part if part in _SMALL else part.capitalize()) for part in parts)


def day_words(day: date | None) -> str:
    """Give a day as people write it: 8 December 2018; a dash for none."""
    return day_in_full(day) if day else "–"


def day_short(day: date | None) -> str:
    """Give a day for a narrow column: 8 Dec 2018; a dash for none."""
    return f"{day.day} {day:%b %Y}" if day else "–"


def listed(parts: Iterable[str]) -> str:
    """Join the parts that hold something with commas."""
    return ", ".join(part for part in parts if part)


def number(value: float) -> int | float:
    """Give a whole number as an int, so that 35.0 is written 35."""
    return int(value) if value == int(value) else value


def figures_words(figures: Sequence[Figure]) -> str:
    """Give figures as they were counted: "35 officers, 355 police staff"."""
    return listed(f"{number(figure.value)} {figure.of}".strip() for figure in figures)


def basis_words(one: Judgement) -> str:
    """Say whether a grade was earned in this inspection, and if not, in which."""
    if one.basis is Basis.INSPECTED:
        return "inspected"
    return f"carried over from {one.carried_from}" if one.carried_from else "carried over"


def ungraded_words(to_come: bool) -> str:
    """Say that there is no grade, or not yet."""
    return "not yet graded" if to_come else "not graded"


def found_words(view: ReportView) -> str:
    """Say how much was found in a report: "4 judgements, 14 findings, 2 follow-ups"."""
    counts = ((view.judgements, "judgement"), (view.findings, "finding"), (view.references, "follow-up"))
    return listed(count(one, thing) for one, thing in counts if one) or "nothing"


def subject_words(one: Judgement) -> str:
    """Give what was judged, with the number of its question."""
    return f"{one.question}. {one.subject}" if one.question else one.subject


def deadline_words(deadline: Deadline) -> str:
    """Give a deadline: "8 December 2018 (within two years)"; the phrase alone where it names its day or has none."""
    day = day_words(deadline.date)
    return f"{day} ({deadline.phrase})" if deadline.date and day not in deadline.phrase else deadline.phrase


def times_words(number_of: int) -> str:
    """Say how often: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number_of, f"{number_of} times")


def due_words(state: AreaState) -> str:
    """Give a due date, whose it is, and how often it moved from which: "31 March 2027 (internal; moved once, …)"."""
    about = [str(state.due_set_by)] if state.due_set_by else []
    if state.moved:
        about.append(f"moved {times_words(state.moved)}, first {day_words(state.original_due)}")
    return day_words(state.due) + (f" ({'; '.join(about)})" if about else "")


def followed_words(one: Reference) -> str:
    """Say what a follow-up speaks of: "recommendation of 2016"."""
    return f"{words(one.to_kind)} of {one.to_year}" if one.to_year else words(one.to_kind)


def moment_words(one: Moment) -> str:
    """Say what one line of an area's time is: "concern", "follow-up: recommendation not achieved"."""
    kind = words(one.kind)
    if one.logged:
        return f"register: {words(one.logged)}"
    if one.verdict in (None, "mentioned"):
        return f"{kind} mentioned again" if one.verdict else kind
    told = f"{kind}: {words(one.verdict)}"
    return f"{told}, says the force" if one.by == FORCE else told


def view_words(area: Area, label: Callable[[int | None], str]) -> str:
    """Give the inspectorate's view; of an area passed over since, the last verdict too. ``label`` names a year."""
    if area.inspectorate_view == SILENT and area.verdict:
        return f"{words(area.verdict)} {label(area.verdict_year)}, {SILENT} since"
    return words(area.inspectorate_view)


def addressee_words(addressee: Addressee) -> str:
    """Say whom a finding is addressed to: "the force", "all forces", "another body"."""
    return _ADDRESSEES.get(addressee, words(addressee))


def days_words(left: int) -> str:
    """Say how far off a day is: "12 days left", "100 days ago", "7 years ago"."""
    if left < -2 * _YEAR:
        return f"{-left // _YEAR} years ago"
    if left < 0:
        return f"{count(-left, 'day')} ago"
    return "today" if left == 0 else f"{count(left, 'day')} left"


def publisher_words(publisher: Publisher, force: str | None) -> str:
    """Say who published a document: the force by its name."""
    if publisher is Publisher.FORCE:
        return f"{force_words(force)} (the force)" if force else "the force"
    return publisher.value
