"""Committee trackers: rows in whatever layout, legends, sections, whose date it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.extract.due import due_of
from inspect_cli.extract.statuses import default_colours, verdict_of_cell
from inspect_cli.model import DocumentKind, Extraction, Publisher, cut
from inspect_cli.reference.heads import columns_of
from tests.extract.texts import document, extracted

AFI, REC, COC = "area-for-improvement", "recommendation", "cause-of-concern"
ASKS = "The force should keep its records in order."
BURN = "The force should burn none."
TITLE = "HMICFRS PEEL 2018/19: progress"
HEAD = "| Ref | Recommendation | RAG | Owner | Due date | Comment |"


def read(text: str) -> Extraction:
    """Read a text as a tracker on one force."""
    return extracted(text, kind=DocumentKind.TRACKER, publisher=Publisher.OTHER, inspection_year=2020, pillar=None)


def told(text: str) -> list[tuple[str, int | None, str]]:
    """Give kind, year and verdict of every row; "-" for a row without a verdict."""
    said = read(text)
    verdicts = {name: reference.verdict.value for reference in said.references for name in reference.follows}
    return [(one.kind.value, one.year, verdicts.get(one.id, "-")) for one in said.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{TITLE}\n\n{HEAD}\n|---|---|---|---|---|---|\n| AFI 1 | {ASKS} | AMBER | DCI | | |",
            [(AFI, 2018, "in-progress")],
        ),
        (f"{TITLE}\n\nNo\tType\tText\tStatus\tDue\n1\tAFI\t{ASKS}\tGreen\tMay 2019", [(AFI, 2018, "achieved")]),
        (f"{TITLE}\n\n| RAG | Area for improvement | Lead |\n| RED | {ASKS} | ACC |", [(AFI, 2018, "not-achieved")]),
        (f"{TITLE}\n\n| 3 | Recommendation | {ASKS} | WHITE |", [(REC, 2018, "mentioned")]),
        (
            f"{TITLE} Recommendations Status Due Date Comment 1 Area for Improvement {ASKS} AMBER May 2019 In hand. "
            "2 Cause of Concern The force must stop losing them. RED Immediate Late.",
            [(AFI, 2018, "in-progress"), (COC, 2018, "not-achieved")],
        ),
        (f"{TITLE}\n\n1\nArea for Improvement\n{ASKS}\nGREEN\n31 March 2018\nDone.", [(AFI, 2018, "achieved")]),
        (
            f"{TITLE}\n\nRef    Kind   HMICFRS said                          RAG     Due\n"
            "18/01  AFI    The force should keep its records     AMBER   May 2019\n"
            "              in order.\n"
            "17/09  Rec    The force should burn none.           GREEN   -\n",
            [(AFI, 2018, "in-progress"), (REC, 2017, "achieved")],
        ),
        (
            f"{TITLE}\n\nCompleted\n\n{ASKS}\n\nSuperseded\n\n{BURN}",
            [(REC, 2018, "achieved"), (REC, 2018, "superseded")],
        ),
        (
            f"PEEL 2021/22\n\nApplicable forces\nKent Police\n\nAreas for Improvement (1)\n{ASKS[:-1]}\nIt did not.",
            [(AFI, 2021, "-")],
        ),
        # Near misses: what is no finding of an inspection, or no finding at all.
        (
            f"{TITLE}\n\n| Colour | What it means |\n| GREEN | Recommendation done |\n| RED | It should be done |",
            [],
        ),
        (f"{TITLE}\n\nGREEN Recommendation done AMBER Recommendation being worked on RED It will not be done", []),
        (f"Capital projects\n\n{HEAD}\n| 1 | The council should move its offices. | AMBER | | | |", []),
        (f"{TITLE}\n\nInternal audit\n\n{HEAD}\n| 1 | {ASKS} | AMBER | | | |", []),
        (
            f"{TITLE}\n\n| Ref | Inspection | Recommendation | RAG |\n| 1 | Ofsted 2021 | Schools should care. | RED |",
            [],
        ),
        (f"{TITLE}\n\n| Report | Recommendations | GREEN | AMBER |\n| PEEL 2018/19 | 12 | 9 | 3 |", []),
        (f"{TITLE}\n\n| Project | RAG | Due |\n| New custody suite | RED | May 2019 |", []),
        (f"{TITLE}\n\nSince then 9 recommendations have turned GREEN. There are 11 AMBER and 4 RED.", []),
    ],
)
def test_rows_give_findings_with_kind_year_and_verdict(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert told(text) == expected


def test_a_wrapped_cell_is_one_finding_and_its_words_alone() -> None:
    said = read(
        f"{TITLE}\n\n{HEAD}\n| AFI 1 | The force should keep | AMBER | DCI | No deadline set by HMICFRS. | Begun. |\n"
        "|       | its records in order.  |       |     | March 2020 (local) | |\n"
        "| AFI 2 | The force should burn none. | GREEN | DCI | 31/12/2019 | |"
    )
    first, second = said.findings
    assert (first.text, second.text) == (ASKS, "The force should burn none.")
    assert first.deadline and first.deadline.phrase == "March 2020 (set locally; none by HMICFRS)"
    assert second.deadline and second.deadline.date and second.deadline.date.year == 2019


def test_a_row_that_tabs_broke_off_goes_on_in_the_line_below() -> None:
    said = read(
        f"{TITLE}\n\nNo\tType\tText\tStatus\tDue\n1\tAFI\tThe force should keep\nits records in order.\tAMBER\tMay 2019"
    )
    assert [one.text for one in said.findings] == [ASKS]


def test_each_table_stands_under_its_own_heading() -> None:
    first, second, third = (
        f"{HEAD}\n| 1 | {words} | AMBER | | | |" for words in (ASKS, BURN, "All forces should count everyone.")
    )
    published = "Race and policing\n\nPublished August 2023. Six recommendations."
    text = f"{TITLE}\n\n{first}\n\nCustody inspection 2016\n\n{second}\n\n{published}\n\n{third}"
    assert [year for _, year, _ in told(text)] == [2018, 2016, 2023]


def test_a_copy_of_the_paper_in_the_same_file_counts_once() -> None:
    line = f"{TITLE} Status Due Date 1 Area for Improvement {ASKS} AMBER May 2019"
    copy = f"1\nArea for Improvement\n{ASKS}\nAMBER\nMay 2019"
    assert len(read(f"{line}\n\nTRANSCRIPT\n\n{TITLE}\n\n{copy}").findings) == 1


def test_the_legend_of_a_paper_says_what_its_colours_mean() -> None:
    legend = "BLUE – complete\nGREEN – on track\nRED – past its date"
    rows = f"{HEAD}\n| AFI 1 | {ASKS} | GREEN | | | |\n| AFI 2 | The force should burn none. | BLUE | | | |"
    assert [verdict for _, _, verdict in told(f"{TITLE}\n\n{legend}\n\n{rows}")] == ["in-progress", "achieved"]


@pytest.mark.parametrize(
    ("words", "in_cell", "expected"),
    [
        ("31 March 2020", True, "31 March 2020"),
        (
            "No deadline set by HMICFRS December 2019 chosen to fit",
            False,
            "December 2019 (set locally; none by HMICFRS)",
        ),
        ("March 2020 (internal target)", True, "March 2020 (set locally)"),
        ("No deadline set. Local target: 31/12/2019", True, "31/12/2019 (set locally; none by the inspectorate)"),
        ("Within six months", True, "Within six months"),
        ("No deadline set", True, None),
        ("TBC", True, None),
        ("Ongoing", True, None),
        ("The board met in December 2019", False, None),
    ],
)
def test_a_due_date_says_whose_it_is(words: str, in_cell: bool, expected: str | None) -> None:
    due = due_of(words, in_cell=in_cell)
    assert (due.phrase if due else None) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("AMBER", "in-progress"),
        ("Complete (June 2019)", "achieved"),
        ("Complete June 2019", "achieved"),
        ("Amber – overdue", "not-achieved"),
        ("Closed – no longer applicable", "superseded"),
        ("Closed – complete", "achieved"),
        ("Not discharged", "not-discharged"),
        ("Not accepted", "not-achieved"),
        ("Partially complete", "in-progress"),
        ("Not started", "mentioned"),
        ("Good", None),
        ("Completeness", None),
        ("Redford", None),
        ("", None),
    ],
)
def test_a_status_cell_says_what_became_of_a_finding(cell: str, expected: str | None) -> None:
    assert verdict_of_cell(cell, default_colours()) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ref|Recommendation/AFI|Status|Owner|Due date|Comment", "number finding status owner due comment"),
        ("No.|Area for Improvement|RAG|Lead|Target date|Update", "number finding status owner due comment"),
        ("ID|Report|Finding|Force|Status|Date|Due", "number report finding force status date due"),
        ("Rec|Recommendation|Due (HMICFRS)|Colour|Force update", "number finding due status comment"),
        ("Colour|What it means", ""),
        ("1|AFI|The force should act.|AMBER", ""),
        ("Name|Address|Telephone|Status", ""),
    ],
)
def test_the_head_of_a_table_names_its_columns(head: str, expected: str) -> None:
    found = columns_of(head.split("|"))
    assert " ".join(sorted(found, key=found.__getitem__)) == expected


@given(
    st.lists(
        st.sampled_from(
            ["| AFI 1 |", f"| {ASKS} |", "| GREEN |", "\t", "\n", HEAD, "AMBER", "1 Recommendation", ASKS, "\n\n"]
        )
    )
)
def test_every_find_of_any_rows_is_cut_from_its_words(parts: list[str]) -> None:
    text = f"{TITLE}\n{''.join(parts)}"
    lines = document(text).lines
    said = read(text)
    assert all(one.quote == cut(lines, one.span) for one in said.findings)
    assert all(one.quote == cut(lines, one.span) for one in said.references)
