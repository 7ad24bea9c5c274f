"""Areas picked out by what awaits the analyst: how their dates moved, which links to rule on, what to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.table import Table

from inspect_cli.model import AreaView, Proposal, count
from inspect_cli.show.columns import Column, Row, cell, make_table
from inspect_cli.show.look import Look
from inspect_cli.show.words import day_short, listed, times_words, words

MOVED = (
    Column("ID"),
    Column("Area", least=20),
    Column("Moved"),
    Column("From"),
    Column("To"),
    Column("On", keep=6, under="Area", label="moved on "),
    Column("Who", keep=5, least=8, under="Area", label="by "),
    Column("Why", keep=7, least=16, under="Area", label="why: "),
)
PROPOSALS = (
    Column("Find"),
    Column("Year", keep=5, under="What it says"),
    Column("What it says", least=28),
    Column("Area"),
    Column("Title", keep=7, least=16, under="What it says", label="may belong to "),
    Column("Score"),
    Column("Why", keep=6, least=18, under="What it says", label="why: "),
)


def moved_table(views: Sequence[AreaView], look: Look) -> Table:
    """Show each move of a due date; on a terminal the area and how often its date moved are said once."""
    rows = []
    for view in views:
        for place, move in enumerate(view.standing.moved):
            first = place == 0 or look.width is None
            row: Row = {
                "ID": cell(look.short(view.area.id) if first else "", "cyan"),
                "Area": cell(view.area.title if first else "", "bold"),
                "Moved": cell(times_words(view.state.moved) if first else ""),
                "From": cell(day_short(move.before)),
                "To": cell(day_short(move.after)),
                "On": cell(day_short(move.at.date())),
                "Who": cell(move.by),
                "Why": cell(move.reason or "no reason given", "" if move.reason else "yellow"),
            }
            rows.append(row)
    return make_table(MOVED, rows, look.width)


def moved_footer(views: Sequence[AreaView], look: Look) -> list[str]:
    """Count the moves, and name the date that moved furthest from the first one."""
    total = sum(view.state.moved for view in views)
    most = max(views, key=lambda view: view.state.moved)
    first = f"; {look.short(most.area.id)} was first due {day_short(most.state.original_due)}"
    return [
        f"{count(len(views), 'area')}, moved {times_words(total)}{first}. inspect-cli log {look.short(most.area.id)}"
    ]


def proposals_table(found: Sequence[Proposal], look: Look) -> Table:
    """Show proposed links: the find and its words, the area it may belong to, how sure the program is and why."""
    return make_table(PROPOSALS, [_proposal(one, look) for one in found], look.width)


def _proposal(one: Proposal, look: Look) -> Row:
    member = one.member
    link = words(member.link)
    return {
        "Find": cell(look.short(member.id), "cyan"),
        "Year": cell(look.label(member.year)),
        "What it says": cell(one.text),
        "Area": cell(look.short(one.area.id), "cyan"),
        "Title": cell(one.area.title),
        "Score": cell(f"{member.score:.2f}" if member.score is not None else ""),
        "Why": cell(member.why if link in member.why else listed((link, member.why))),
    }


def proposals_footer(found: Sequence[Proposal], look: Look) -> list[str]:
    """Count the proposed links and say how to settle them."""
    homes = Counter(find for find, _ in dict.fromkeys((one.member.id, one.area.id) for one in found))
    finds = " ".join([look.short(find) for find, areas in homes.items() if areas == 1][:3])
    first = look.short(found[0].member.id)
    # Of several areas a person names one.
    accept = f"link --accept {finds}" if finds else f"link {first} {look.short(found[0].area.id)}"
    return [f"{count(len(found), 'link')} to rule on. inspect-cli {accept}; or link --reject {finds or first}"]


def disputed_footer(views: Sequence[AreaView], look: Look) -> list[str]:
    """Say of the first area what each side says of it."""
    one = views[0]
    said = f"{words(one.state.status)} to the force, {words(one.area.inspectorate_view)} to the inspectorate"
    short = look.short(one.area.id)
    return [f"{count(len(views), 'area')} disputed; {short} is {said}. inspect-cli track {short}"]


def silent_footer(views: Sequence[AreaView], look: Look) -> list[str]:
    """Say what the list is for."""
    short = look.short(views[0].area.id)
    return [f"{count(len(views), 'area')} to ask the inspectorate about: they are silent. inspect-cli track {short}"]
