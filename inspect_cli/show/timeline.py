"""Areas and their common line of time, as ``track`` shows them."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from rich.text import Text

from inspect_cli.model import AreaView, DueSetBy, Event, FindingKind, Moment, Track, count
from inspect_cli.show.columns import cell
from inspect_cli.show.decisions import change_words
from inspect_cli.show.look import Look
from inspect_cli.show.words import (
    NATIONAL,
    RAG_STYLES,
    VIEW_STYLES,
    day_words,
    days_words,
    deadline_words,
    due_words,
    figures_words,
    force_words,
    listed,
    moment_words,
    view_words,
    words,
)

_LEFT = 12
# From this width on a moment's source stands beside it, not below.
_WIDE = 116
_SIDE = 38
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'])")
_FORMAL = frozenset(FindingKind) - {FindingKind.CONCERN, FindingKind.GOOD_PRACTICE}


def track_text(track: Track, look: Look) -> Text:
    """Show the areas, each with how it stands, then the line of time of all of them, oldest first."""
    numbers = {view.area.id: str(place) for place, view in enumerate(track.areas, 1)} if len(track.areas) > 1 else {}
    heads = [line for view in track.areas for line in [*area_head(view, look, numbers.get(view.area.id)), Text()]]
    return Text("\n").join([*heads, *timeline_lines(track.timeline, look, numbers)])


def area_head(view: AreaView, look: Look, number: str | None = None) -> list[Text]:
    """Show an area's title and, below it, how it stands."""
    one, state = view.area, view.state
    indent = 2 if number is None else 4
    national = f" {NATIONAL}" if one.national else ""
    first = Text.assemble((f"{number:>2}  " if number else "", "bold cyan"), cell(one.title, "bold"), (national, "dim"))
    stands = [words(state.status)]
    if view.years_open is not None:
        stands = [f"{words(state.status)} for {count(view.years_open, 'year')}"]
    lived = f"raised {look.label(one.first_raised)}, spoken of in {listed(look.label(year) for year in one.years)}"
    seen = view_words(one, look.label) if one.inspectorate_view else "no verdict yet"
    inspectorate = (f"inspectorate: {seen}", VIEW_STYLES.get(one.inspectorate_view or "", ""))
    facts = [
        Text.assemble(
            (listed(stands), ""), " · ", inspectorate, " · ", (state.rag, f"bold {RAG_STYLES[state.rag]}".strip())
        ),
        *_wrapped(lived, "", look.width, indent),
    ]
    facts += [line for fact in _own_side(view) for line in _wrapped(fact, "", look.width, indent)]
    facts.append(cell(listed((look.short(one.id), force_words(one.force), *map(words, one.themes))), "dim"))
    return [first, *(Text.assemble(" " * indent, fact) for fact in facts)]


def _own_side(view: AreaView) -> Iterator[str]:
    """Say by when an area is due, whose date that is and how often it moved, and who has it in hand."""
    one, state = view.area, view.state
    days = f", {days_words(state.days_left)}" if state.days_left is not None else ""
    internal = state.due_set_by is DueSetBy.INTERNAL
    if internal:
        yield f"due {due_words(state)}{days}"
    if one.deadline:
        yield f"deadline {deadline_words(one.deadline)}{'' if internal else days}"
    if state.owner:
        yield f"owner: {state.owner}"


def timeline_lines(moments: Sequence[Moment], look: Look, numbers: Mapping[str, str]) -> list[Text]:
    """Show moments down a rail, the year at the left where it changes; ``numbers`` mark the areas spoken of."""
    lines: list[Text] = []
    before: str | None = None
    entries = list(_merged(moments))
    times = Counter(same[0].id for same in entries if not same[0].logged)
    for place, same in enumerate(entries):
        label = _label(same[0], look)
        body = [*_entry(same, look, numbers, times[same[0].id] > 1), *([] if place == len(entries) - 1 else [Text()])]
        for at, line in enumerate(body):
            left = f"{label:<9}" if at == 0 and label != before else " " * 9
            rail = Text("│" if look.width is not None and place < len(entries) - 1 else " ", style="dim")
            lines.append(Text.assemble((left, "bold"), _mark(same[0]) if at == 0 else rail, "  ", line))
        before = label
    return lines


def _label(one: Moment, look: Look) -> str:
    """Name the inspection that a moment is of; a status in the register is of the year of its day."""
    if one.year is None:
        return "undated"
    return str(one.year) if one.logged else look.label(one.year)


def _merged(moments: Sequence[Moment]) -> Iterator[list[Moment]]:
    """Bring what one find says of several areas together, and what one command decided on one: it was said once.

    So was a status in the register that holds for several recommendations.
    """
    groups: dict[tuple[object, ...], list[Moment]] = {}
    for one in moments:
        command = (one.event.at, one.event.by, one.area) if one.event else None
        status = (one.report, one.span) if one.logged else None
        groups.setdefault(command or status or (one.id, one.known_by_reference), []).append(one)
    yield from groups.values()


def _mark(one: Moment) -> Text:
    if one.event:
        return Text("▪", style="cyan")
    if one.verdict is None:
        return Text("●" if one.kind in _FORMAL else "○", style="bold" if one.kind in _FORMAL else "")
    style = VIEW_STYLES.get(one.verdict, "")
    return Text({"green": "✓", "red": "✗"}.get(style, "◇"), style=style)


def _words_of(one: Moment, told: bool) -> str:
    """Give a moment's words; of one told twice, as what was raised and as its verdict, each half once.

    The first sentence names what was raised, the others say what became of it.
    """
    first, *others = _SENTENCE.split(one.text, maxsplit=1)
    if not told or not others:
        return one.text
    return f"{first} …" if one.known_by_reference else f"… {others[0]}"


def _entry(same: Sequence[Moment], look: Look, numbers: Mapping[str, str], told: bool) -> list[Text]:
    """Give the lines of a moment: what it is, the words, figures and deadline, and where they stand."""
    one = same[0]
    if one.event:
        return _decision(one, [moment.event for moment in same if moment.event], look, numbers.get(one.area, ""))
    wide = look.width is not None and look.width >= _WIDE
    room = None if look.width is None else look.width - (_SIDE + 2 if wide else 0)
    areas = listed(dict.fromkeys(numbers[moment.area] for moment in same if moment.area in numbers))
    head = Text.assemble((f"{areas}  " if areas else "", "bold cyan"), _heading(one, look))
    lines = [head, *_wrapped(_words_of(one, told), "", room, _LEFT)]
    facts = listed((figures_words(one.figures), f"deadline: {one.deadline}" if one.deadline else ""))
    if facts:
        lines += _wrapped(facts, "yellow", room, _LEFT)
    source, title = f"{look.short(one.id)}  {look.source(one.report, one.span)}", look.title(one.report)
    if not wide:
        return [*lines, *_wrapped(f"{source}  {title}", "dim", room, _LEFT)]
    side = [cell(source, "dim"), *_wrapped(title, "dim", _SIDE, 0)]
    return [_beside(line, small, (room or 0) - _LEFT) for line, small in zip_longest(lines, side, fillvalue=Text())]


def _decision(one: Moment, events: Sequence[Event], look: Look, area: str) -> list[Text]:
    """Give the lines of what the force decided at once: by whom, on which day, from what to what, and why."""
    about = cell(f"{one.by}, {day_words(one.date)}", "dim")
    said = [line for event in events for line in _wrapped(change_words(event, look.short), "", look.width, _LEFT)]
    said[0] = Text.assemble((f"{area}  " if area else "", "bold cyan"), said[0])
    reasons = dict.fromkeys(event.reason for event in events if event.reason)
    whys = [line for why in reasons for line in _wrapped(f"why: {why}", "dim", look.width, _LEFT)]
    return [*said, *whys, about]


def _heading(one: Moment, look: Look) -> Text:
    style = VIEW_STYLES.get(one.verdict or "", "")
    heading = cell(moment_words(one), f"bold {style}".strip())
    if one.date:
        heading.append(f", {day_words(one.date)}", style="dim")
    elif one.report and not one.known_by_reference:
        heading.append(", day not known", style="dim")
    if one.known_by_reference:
        known = look.reports.get(one.report or "")
        label = look.label(known.inspection_year) if known else ""
        heading.append(f", known from {f'the {label}' if label else 'a later'} report", style="dim")
    return heading


def _beside(line: Text, side: Text, width: int) -> Text:
    if not side.plain:
        return line
    padded = line.copy()
    padded.pad_right(max(0, width - line.cell_len))
    return Text.assemble(padded, "  ", side)


def _wrapped(text: str, style: str, width: int | None, indent: int) -> list[Text]:
    """Break a text into lines that leave ``indent`` characters of ``width`` free; a pipe's are not broken."""
    whole = cell(text, style)
    if width is None:
        return [whole]
    lines = textwrap.wrap(whole.plain, max(20, width - indent), break_on_hyphens=False)
    return [Text(line, style=style) for line in lines]
