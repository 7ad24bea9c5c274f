"""Lists of findings in other layouts than a table with bars: what heads them, how they are parted, what is no list."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract.legends import colours_of
from inspect_cli.extract.statuses import default_colours, verdict_of_cell
from inspect_cli.model import DocumentKind, Extraction, Publisher, cut
from inspect_cli.reference.heads import (
    column_named,
    columns_of,
    comma_cells,
    labelled,
    stacked_head,
    status_ahead,
    status_behind,
)
from tests.extract.texts import document, extracted

AFI, REC, COC = "area-for-improvement", "recommendation", "cause-of-concern"
ASKS = "The force should keep its records in order."
BURN = "The force should burn none."
LOSES = "The force loses the records of its victims."
TITLE = "HMICFRS PEEL 2018/19: progress"
COMMA = '"Ref","Type","Wording","Lead","Progress","Target"'
STACK = "Rec no.\nArea for improvement\nForce lead\nTarget\nProgress"


def read(text: str) -> Extraction:
    """Read a text as a tracker on one force."""
    return extracted(text, kind=DocumentKind.TRACKER, publisher=Publisher.OTHER, inspection_year=2020, pillar=None)


def told(text: str) -> list[tuple[str, int | None, str]]:
    """Give kind, year and verdict of every formal row; "-" for a row without a verdict."""
    said = read(text)
    verdicts = {name: reference.verdict.value for reference in said.references for name in reference.follows}
    return [(one.kind.value, one.year, verdicts.get(one.id, "-")) for one in said.findings if one.formal]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("No.|HMICFRS’s words|RAG (last)|RAG (now)", "number words 3"),
        ("AFI|What HMICFRS said|RAG Dec 23|RAG Sep 23", "number words 2"),
        ("AFI|What HMICFRS said|RAG Sep 23|RAG Dec 23", "number words 3"),
        ("Item|Finding|Status at last meeting|Current status", "number words 3"),
        ("Item|Finding|Previous BRAG|BRAG", "number words 3"),
        ("Item|Finding|BRAG|Position", "number words 2"),
        ("Item|Finding|Position|BRAG", "number words 3"),
        ("Item|Finding|Force lead|Progress", "number words 3"),
        ("Item|Recommendation|Q1 2023/24 RAG|Q2 2023/24 RAG", "number words 3"),
        # Near misses: what is told of another time is a status only where it is told of one.
        ("Item|Finding|Published October 2022|Lead", "number words -"),
        ("Item|Finding|Last week|This week", ""),
        ("Measure|Target|Q2|RAG", ""),
        ("Item|Forecast|Position|BRAG", ""),
        ("Current|Last|Now|Then", ""),
    ],
)
def test_of_several_columns_with_a_status_it_is_todays(head: str, expected: str) -> None:
    found = columns_of(head.split("|"))
    shown = f"{'number' if 'number' in found else '-'} words {found.get('status', '-')}" if "finding" in found else ""
    assert shown == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f'{COMMA}\n"1","AFI","The force should, at last, act","DCI","Overdue","May"',
            [(AFI, 2018, "not-achieved")],
        ),
        ("Ref,Type,Wording,Progress\n1,AFI,The force should, at last, act,On track", [(AFI, 2018, "in-progress")]),
        (f"{STACK}\n\nV1\n{ASKS}\nHead of Crime\nOngoing\nNot started", [(AFI, 2018, "mentioned")]),
        (
            f"{STACK}\n\nV1\n{ASKS}\nDCI\nMay 2019\nOn track\n\nV2\n{BURN}\nDCI\nQ3 2019\nOverdue\n\nIt met.",
            [(AFI, 2018, "in-progress"), (AFI, 2018, "not-achieved")],
        ),
        (
            f"Ref\nFinding\nRating\n\nP 1\nRecommendation\n{ASKS}\nRed\n\nP 2\nAFI\n{BURN}\nGreen",
            [(REC, 2018, "not-achieved"), (AFI, 2018, "achieved")],
        ),
        (
            f"V1\nType: AFI\nText: {ASKS}\nStatus: On track\n\nV2\nType: Rec\nText: {BURN}\nStatus: Closed by HMIC",
            [(AFI, 2018, "in-progress"), (REC, 2018, "achieved")],
        ),
        (
            f"AFI 1\n“{ASKS}”\nProgress: On track for May\n\nCause of concern\n“{LOSES}”\nProgress: Overdue.",
            [(AFI, 2018, "in-progress"), (COC, 2018, "not-achieved")],
        ),
        (
            f"[OVERDUE] AFI 1. {ASKS} (DCI.) Late.\n\n[COMPLETE - AWAITING SIGN-OFF] AFI 2. {BURN} Done.",
            [(AFI, 2018, "not-achieved"), (AFI, 2018, "achieved")],
        ),
        (
            f"Amber: AFI 1 – {ASKS}\n\nNot started: Rec 2 – {BURN}",
            [(AFI, 2018, "in-progress"), (REC, 2018, "mentioned")],
        ),
        (
            f"Cause of concern: recommendations\n\n| No | Text | RAG |\n| C | {LOSES} | RED |\n| D | {ASKS} | AMBER |",
            [(COC, 2018, "not-achieved"), (REC, 2018, "in-progress")],
        ),
        (
            f"| No | Recommendation | RAG |\n| 1 | {ASKS} (Custody inspection 2016) | RED |",
            [(REC, 2016, "not-achieved")],
        ),
        (
            f"| Ref | Report | Type | Text | Status |\n| X-22-0107 | HMICFRS on vetting | AFI | {ASKS} | Open |",
            [(AFI, 2022, "in-progress")],
        ),
        ("Ref;Type;Wording;State\n1;AFI;The force should act, and soon;Late", [(AFI, 2018, "not-achieved")]),
        (
            f"1. {ASKS} – AMBER (due May 2019)\n\n2. {BURN} – GREEN",
            [(REC, 2018, "in-progress"), (REC, 2018, "achieved")],
        ),
        # Near misses: a list of something else, or words that only look like a list.
        (f'{COMMA}\n"1","Local action","{ASKS}","DCI","Overdue","May 2019"', []),
        ('"Ref","Risk","Lead","RAG"\n"1","The force should fail","DCC","Red"', []),
        (f"Internal audit\n\n{STACK}\n\nV1\n{ASKS}\nDCI\nMay 2019\nOverdue", []),
        ("Ref\nMeasure\nTarget\nRAG\n\nM1\nThe force should answer calls in time\n90%\nRed", []),
        (f"Risk 1\n“{ASKS}”\nStatus: Overdue\n\nRisk 2\n“{BURN}”\nStatus: On track", []),
        ("Complete: the force should send its evidence.\n\nThe panel should note it.", []),
        ("1. The board met. – GREEN\n\n2. It had tea. – AMBER", []),
        ("[OVERDUE] The library books.\n\n[ON TRACK] The canteen.", []),
        ("On track, AFI 1 and AFI 2 are.\n\nOverdue is AFI 3, which the force should finish.", []),
        ("| Item | Lead | BRAG | Position |\n| Overtime | DCC | Red | Spending must come down now. |", []),
    ],
)
def test_lists_give_findings_with_kind_year_and_verdict(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert told(f"{TITLE}\n\n{text}") == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Complete - awaiting HMICFRS sign-off", "achieved"),
        ("Complete awaiting sign-off", "achieved"),
        ("Closed by HMICFRS", "achieved"),
        ("CLOSED BY HMICFRS", "achieved"),
        ("On track for Q3 2024/25", "in-progress"),
        ("Awaiting HMICFRS sign-off", "in-progress"),
        ("Overdue since March 2024", "not-achieved"),
        ("Yet to start", "mentioned"),
        ("Closed - superseded", "superseded"),
        ("Completion is planned", None),
        ("Trackside", None),
        ("By the end of March", None),
        ("Black", None),
        ("Metropolitan", None),
    ],
)
def test_a_status_with_something_behind_it_is_that_status(cell: str, expected: str | None) -> None:
    assert verdict_of_cell(cell, default_colours()) == expected


def test_a_legend_gives_a_meaning_to_colours_that_have_none() -> None:
    colours = colours_of("Grey\tOvertaken by a later report\nBlack\tForce does not accept it", 80)
    assert (colours["GREY"], colours["BLACK"]) == ("superseded", "not-achieved")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Status: On track", ("status", "On track")),
        ("Rec no.: 4", ("number", "4")),
        ("Progress: nearly there", ("progress", "nearly there")),
        ("Published: October 2022", ("date", "October 2022")),
        ("He said: act", None),
        ("Status quo: none", None),
        ("Status", None),
        ("10:30 Status", None),
    ],
)
def test_a_label_is_the_name_of_a_column(line: str, expected: tuple[str, str] | None) -> None:
    found = labelled(line)
    assert (found and (found.column, line[found.start :])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[OVERDUE] AFI 2. Act.", ("OVERDUE", "AFI 2. Act.")),
        ("(Green) The force should act.", ("Green", "The force should act.")),
        ("Amber – The force should act.", ("Amber", "The force should act.")),
        ("Overdue books cost money.", None),
        ("Green Party: a manifesto", None),
        ("[sic] The force", None),
        ("Note: The force should act.", None),
    ],
)
def test_a_status_may_stand_ahead(line: str, expected: tuple[str, str] | None) -> None:
    place = status_ahead(line)
    assert (place and (line[place[0] : place[1]], line[place[2] :])) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The force should act. – AMBER (due May 2024)", ("The force should act.", "AMBER (due May 2024)")),
        ("The force should act – Overdue", ("The force should act", "Overdue")),
        ("The force should act. [On track]", ("The force should act.", "On track")),
        ("AFI 1: The force should act. Status: Red. Lead: DCC.", ("AFI 1: The force should act.", "Red")),
        ("The force should act – and soon", None),
        ("The force should act (Custody inspection 2019)", None),
        ("The force should act. Lead: Green.", None),
        ("The force should act. Status: unknown to us.", None),
        ("The lights were green – amber came later, and it is not complete", None),
    ],
)
def test_a_status_may_stand_behind(line: str, expected: tuple[str, str] | None) -> None:
    place = status_behind(line)
    assert (place and (line[: place[0]], line[place[1] : place[2]])) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Force ref", "number"),
        ("Exec lead", "owner"),
        ("Revised date", "due"),
        ("Senior owner", "owner"),
        ("AFI / Recommendation", "either"),
        ("The force", None),
        ("Key", None),
        ("Inspection of custody", None),
        ("Lead inspector’s name", None),
    ],
)
def test_a_column_keeps_its_name_whatever_stands_beside_it(name: str, expected: str | None) -> None:
    assert column_named(name) == expected


def test_a_recommendation_belongs_to_the_cause_of_concern_above_it() -> None:
    head = "| No | Type | Text | Status |"
    cause, first, other = read(
        f"{TITLE}\n\n{head}\n| 1 | Cause of concern | {LOSES} | Open |\n| 2 | Recommendation | {ASKS} | Open |\n"
        f"| 3 | AFI | {BURN} | Open |"
    ).findings
    assert (first.parent, other.parent) == (cause.id, None)


def test_names_below_each_other_are_a_head_where_they_head_findings() -> None:
    assert stacked_head(["Ref", "Finding", "Status", "The force"], 0) == ["Ref", "Finding", "Status"]
    assert stacked_head(["Published: October 2022", "Ref", "Finding", "Status"], 0) == []
    assert stacked_head(["Ref", "Measure", "Status"], 0) == []
    assert stacked_head(["Type", "Text", "Lead", "Status", "Area for improvement"], 0) == [
        "Type",
        "Text",
        "Lead",
        "Status",
    ]


@given(st.text(alphabet='a," \t'))
def test_the_cells_of_a_line_follow_each_other(line: str) -> None:
    cells = comma_cells(line)
    assert all(start <= end <= following for (start, end), (following, _) in pairwise(cells))


@given(
    st.lists(
        st.sampled_from(
            [
                COMMA,
                STACK,
                "V1",
                f'"{ASKS}"',
                ASKS,
                "On track",
                "Status: Overdue",
                f"Text: {BURN}",
                "[OVERDUE] AFI 1. ",
                ",",
                "\n",
                "\n\n",
            ]
        )
    )
)
def test_every_find_of_any_list_is_cut_from_its_words(parts: list[str]) -> None:
    text = f"{TITLE}\n{''.join(parts)}"
    lines = document(text).lines
    said = read(text)
    assert all(one.quote == cut(lines, one.span) for one in said.findings)
    assert all(one.quote == cut(lines, one.span) for one in said.references)
