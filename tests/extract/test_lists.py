"""Lists of findings in other layouts than a table with bars: what heads them, how they are parted, what is no list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract.legends import colours_of
from inspect_cli.extract.statuses import default_colours, verdict_of_cell
from inspect_cli.model import DocumentKind, Extraction, Publisher, cut
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
        (f"AFI 1 (Owner: DCI; BRAG: Amber; Target date: May 2019)\n{ASKS}\nIn hand.", [(AFI, 2018, "in-progress")]),
        (
            f"Complete (1)\n\n1. {ASKS}\n\nIn progress (2)\n\n2. {BURN}\n3. The force should ask for more.",
            [(REC, 2018, "achieved"), (REC, 2018, "in-progress"), (REC, 2018, "in-progress")],
        ),
        (f"| No | AFI | RAG: March 2024 | RAG: June 2024 |\n| 1 | {ASKS} | A | G |", [(AFI, 2018, "achieved")]),
        # Near misses: a list of something else, or words that only look like a list.
        (f'{COMMA}\n"1","Local action","{ASKS}","DCI","Overdue","May 2019"', []),
        ('"Ref","Risk","Lead","RAG"\n"1","The force should fail","DCC","Red"', []),
        (f"Internal audit\n\n{STACK}\n\nV1\n{ASKS}\nDCI\nMay 2019\nOverdue", []),
        ("Ref\nMeasure\nTarget\nRAG\n\nM1\nThe force should answer calls in time\n90%\nRed", []),
        (f"Risk 1\n“{ASKS}”\nStatus: Overdue\n\nRisk 2\n“{BURN}”\nStatus: On track", []),
        ("Complete: the force should send its evidence.\n\nThe panel should note it.", []),
        ("1. The board met. – GREEN\n\n2. It had tea. – AMBER", []),
        (f"Measure 1 (Owner: DCI; BRAG: Amber)\n{ASKS}", []),
        ("Complete (2)\n\n1. The roof.\n2. The stairs.", []),
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
        ("A", "in-progress"),
        ("(R)", "not-achieved"),
        ("A4", None),
        ("RAG", None),
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


def test_a_recommendation_belongs_to_the_cause_of_concern_above_it() -> None:
    head = "| No | Type | Text | Status |"
    cause, first, other = read(
        f"{TITLE}\n\n{head}\n| 1 | Cause of concern | {LOSES} | Open |\n| 2 | Recommendation | {ASKS} | Open |\n"
        f"| 3 | AFI | {BURN} | Open |"
    ).findings
    assert (first.parent, other.parent) == (cause.id, None)


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
