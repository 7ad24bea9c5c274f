"""What lists of findings are laid out by: the names of columns, the words of statuses, and lines that hold either."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from inspect_cli.reference import load
from inspect_cli.reference.keyed import Choice, Keyed, any_of, made_once

_ASIDE = re.compile(r"\([^)]*\)")
_FORMAL = re.compile(r"recommendation|improvement|\bafis?\b|concern", re.IGNORECASE)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*"
_DAY = r"(?:\b\d{1,2}(?:st|nd|rd|th)? )?\b"
_YEAR = r"[ /-]*(?P<year>(?:20)?\d\d)(?:/\d\d)?\b"
_DATED = re.compile(rf"{_DAY}(?:(?P<month>{_MONTH})|q(?P<quarter>[1-4])){_YEAR}")
_NOW = re.compile(r"\b(?:now|current|today|latest|present|(?:at )?this (?:meeting|quarter|month|period|time))\b")
_BEFORE = re.compile(
    r"\b(?:(?:as )?at )?(?:the )?(?:last|previous|prior) (?:meeting|quarter|month|report|review|period|time)\b"
    r"|\b(?:last|previous|previously|prior|before|then|earlier|old|initial|starting|baseline)\b"
)
_WHEN = Keyed(rf"{_BEFORE.pattern}|{_NOW.pattern}|(?:\b(?:as )?at )?{_DATED.pattern}")
_LABEL = Keyed(r"(?P<label>[A-Z][^:|\t]{1,38}?) ?: +(?=\S)")
_SAID = r"[A-Za-z][^\[\]():–|\t]{2,45}?"
_AHEAD = Keyed(rf"(?:[\[(](?P<said>{_SAID})[\])]\W*|(?P<bare>{_SAID})(?:\s*[:–|]\s+|\s+-\s+))(?=[A-Z\"“‘'])")
_DETAIL = re.compile(
    r"[\d(:;,.–]| - |\s(?i:on|by|since|from|as at|for|but|with|and|awaiting|pending|subject to)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b"
)
_COMMA_CELL = {
    comma: re.compile(rf'\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^{comma}"]*))\s*(?:{comma}|\Z)') for comma in ",;"
}
_BEHIND = Keyed(
    r"(?<=\w)[.;]?(?P<rest>\s+[–—-]\s+(?P<said>[A-Z][^.;:–—]{2,70}?)|\s*[\[(](?P<closed>[A-Z][^.;:()\[\]]{2,60})[\])])\.?\s*\Z"
)
_WITHIN = Keyed(r"(?<=[.;)])\s+(?P<label>[A-Z][\w ]{2,25}):\s+(?P<said>[^.;]{2,70})")
_BLANKS = re.compile(r" {2,}")
_COUNTED = Keyed(r"(?P<said>[A-Za-z][A-Za-z –-]{2,40}?):? ?\(\d+(?: items?)?\):?")
_BRACKETS = Keyed(r"\(([^()]*:[^()]*)\)\.?\s*\Z")
_INNER = re.compile(r"(?P<label>[A-Z][\w ]{1,25}):\s+(?P<value>[^;|]+?)\s*(?=[;|]|,\s+[A-Z][\w ]{1,25}:|\))")
_FEWEST, _LONGEST_NAME = 3, 120
# What may stand before a status at the end of a line, and how much there is of that at the most.
_MARKS, _LONGEST_BEHIND = "–—-[(", 75
# What may be told of more than one time, and then says when in its head.
_OF_A_TIME = ("status", "progress")


class Labelled(NamedTuple):
    """A line that begins with the name of a column: which column, and where its value begins."""

    column: str
    start: int


def column_named(name: str) -> str | None:
    """Give the column that a head, or the label of a line, names ("Rec no.": number); None for any other words."""
    # what stands in brackets is left out, and so may part a word
    if len(name) > _LONGEST_NAME or ("(" not in name and not _columns().within(name)):
        return None
    folded = _fold(name)
    timeless = _without_time(folded)
    of_a_time = next(filter(None, map(_column, (timeless, _bare(timeless)))), None)
    # "The force" is no name of a column, though "force" is.
    known = _column(folded) or (of_a_time if of_a_time in _OF_A_TIME else _column(_bare(folded)))
    return known if known != "force" or _column(folded) else None


def columns_of(names: Sequence[str]) -> dict[str, int]:
    """Give which columns the cells of a row name, as name and place; {} where most of them name none.

    Of two that may hold the finding it is the one with the inspectorate's words, else the one that names it; of several
    with a status it is today's: the one that says so or has the latest date. What says how far things are ("Progress")
    is the status where nothing else is.
    """
    found: dict[str, int] = {}
    known = 0
    for at, name in enumerate(names):
        column = column_named(name)
        known += column is not None or not _fold(name)
        formal = column == "finding" and column in found and _FORMAL.search(name)
        later = column == "status" and column in found and _when(name) > _when(names[found[column]])
        if column and (formal or later):
            found[column] = at
        elif column:
            found.setdefault(column, at)
    return _settled(found) if known * 2 > len(names) else {}


def _settled(found: dict[str, int]) -> dict[str, int]:
    """Say what the columns are that depend on others: "AFI" beside "What HMICFRS said" is its number."""
    words, progress, either = (found.pop(name, None) for name in ("words", "progress", "either"))
    if either is not None:
        found.setdefault("kind" if words is not None or "finding" in found else "finding", either)
    if words is not None:
        if "finding" in found:
            found.setdefault("number", found["finding"])
        found["finding"] = words
    if progress is not None:
        found.setdefault("comment" if "status" in found else "status", progress)
    return found


def heads_findings(names: Sequence[str], *also: str) -> bool:
    """Say whether a row heads columns for findings and for their status, and a third: ``also``, or any."""
    if len(names) < _FEWEST:
        return False
    heads = columns_of(names).keys()
    return {"finding", "status", *also} <= heads and len(heads) >= _FEWEST


def line_heads_findings(line: str) -> bool:
    """Say whether a line that lost its table heads findings: its names stand with commas or blanks between."""
    comma = comma_in(line)
    names = comma_cells(line, comma) if line.count(comma) + 1 >= _FEWEST else []
    return heads_findings([line[start:end] for start, end in names]) or heads_findings(_BLANKS.split(line))


def comma_in(head: str) -> str:
    """Give what parts the cells of a table whose head is ``head``: a semicolon where that has more of them."""
    return max(",;", key=head.count)


def comma_cells(line: str, comma: str = ",") -> list[tuple[int, int]]:
    """Give where the cells of a line stand that commas part, without quotation marks; [] where it cannot be parted."""
    cells: list[tuple[int, int]] = []
    at = 0
    while at < len(line):
        match = _COMMA_CELL[comma].match(line, at)
        if match is None or match.end() == at:
            return []
        cells.append(match.span("quoted") if match["quoted"] is not None else match.span("bare"))
        at = match.end()
    return cells


def counted_status(line: str) -> str:
    """Give the status that a line heads a group with, where it counts them ("In progress (2)"); else ""."""
    match = _COUNTED.fullmatch(line.strip())
    return match["said"] if match and is_status(match["said"]) else ""


def labels_within(line: str) -> list[tuple[str, int, int]]:
    """Give the labels in brackets at the end of a line and where their values stand ("AFI 1 (Lead: ...; RAG: Red)")."""
    inner = _BRACKETS.search(line)
    found = _INNER.finditer(line, inner.start(1), inner.end(1)) if inner else ()
    return [(match["label"], *match.span("value")) for match in found if column_named(match["label"])]


def stacked_head(lines: Sequence[str], first: int) -> list[str]:
    """Give the names of columns that stand one a line from ``first`` on, where they head findings; else []."""
    names: list[str] = []
    for at in range(first, len(lines)):
        line = lines[at]
        column = column_named(line)
        before = [column_named(name) for name in names]
        # "Area for improvement" below a column for the words is the first row's kind.
        if column is None or column in before or (column == "finding" and "words" in before):
            break
        names.append(line)
    return names if heads_findings(names) else []


def labelled(line: str) -> Labelled | None:
    """Give the column that a line names before a colon, and where what it holds begins ("Status: On track")."""
    match = _LABEL.match(line)
    column = column_named(match["label"]) if match else None
    return Labelled(column, match.end()) if match and column else None


def status_ahead(line: str) -> tuple[int, int, int] | None:
    """Give where a status that a line begins with starts and ends, and where what follows it begins; None without one.

    "[OVERDUE] AFI 2. The force ...", "Amber: The force ...".
    """
    match = _AHEAD.match(line)
    if match is None or not is_status(match["said"] or match["bare"]):
        return None
    return (*match.span("said" if match["said"] else "bare"), match.end())


def status_behind(line: str) -> tuple[int, int, int] | None:
    """Give where what goes before a status ends that stands behind it in a line, and where that status is.

    "The force should ... – AMBER (due June 2024)", "... [Overdue]", "... Status: Amber. Lead: ...".
    """
    for match in _WITHIN.finditer(line):
        if column_named(match["label"]) in _OF_A_TIME and is_status(match["said"]):
            return (match.start(), *match.span("said"))
    found = _BEHIND.search(line) if _may_end_in_status(line) else None
    if found is None or not is_status(found["said"] or found["closed"]):
        return None
    return (found.start("rest"), *found.span("said" if found["said"] else "closed"))


def _may_end_in_status(line: str) -> bool:
    """Say whether a dash or bracket stands as near to the end of a line as it does before a status."""
    mark = max(map(line.rfind, _MARKS))
    return mark >= 0 and len(line[mark + 1 :].strip()) <= _LONGEST_BEHIND


def is_status(words: str) -> bool:
    """Say whether words are a status as lists have it, a day or a reason behind it or not; or the name of a colour."""
    said = {words, head_of_status(words)}
    folded = {" ".join(one.lower().strip(" \n.:;,-–()").split()) for one in said}
    return any(pattern.compiled.fullmatch(one) for one in folded for pattern in _statuses().within(one))


def head_of_status(words: str) -> str:
    """Give the beginning of a status up to the day or the reason behind it: "Complete" of "Complete (June 2019)"."""
    return _DETAIL.split(words, maxsplit=1)[0]


def _when(name: str) -> tuple[int, int]:
    """How late a status is of which the head says when it was: of another day, of an untold one, of today."""
    folded = name.lower()
    dated = _DATED.search(folded)
    if dated:
        month = MONTHS.index(dated["month"][:3]) if dated["month"] else int(dated["quarter"]) * 3
        return 1, int(dated["year"][-2:]) * 100 + month
    return (2, 0) if _NOW.search(folded) else (0, 0) if _BEFORE.search(folded) else (1, 0)


def _fold(name: str) -> str:
    return " ".join(_ASIDE.sub("", name.lower()).replace("’", "'").strip(" :*").split())


def _without_time(folded: str) -> str:
    return " ".join(_WHEN.sub(" ", folded).strip(" :-–/").split())


def _column(folded: str) -> str | None:
    return next((column for column, pattern in _columns().within(folded) if pattern.compiled.fullmatch(folded)), None)


def _bare(folded: str) -> str:
    return _beside().sub("", folded)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"\A(?:(?:{load('registers')['beside']['words']}) )+")


@made_once
def _columns() -> Choice[tuple[str, Keyed]]:
    columns = ((name, Keyed(pattern, whole=True)) for name, pattern in load("registers")["column"].items())
    return Choice(columns, lambda column: column[1])


@made_once
def _statuses() -> Choice[Keyed]:
    data: dict[str, Any] = load("registers")
    colours = "|".join(data["colour"])
    patterns = [*(str(one["pattern"]) for one in data["verdict"]), colours]
    return any_of(Keyed(pattern, re.I, whole=True) for pattern in patterns)
