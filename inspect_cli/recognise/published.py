"""The day of publication, where the text states it or lets it be worked out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspect_cli.model import DocumentKind, Evidence, Rung
from inspect_cli.recognise.calendar import DATE, DAY, MONTH, WEEKDAY, YEARS, month_number, next_such_day, read_date
from inspect_cli.recognise.prose import Fact, Found, Prose, find_all, find_first, stated

_LABEL = r"(?:first |last )?(?P<label>published|updated|posted|released|issued|date)(?: date| on| at)?"
_TIME = r"(?:\d\d?[:.]\d\d,? )?"
_DATE_LINE = re.compile(
    rf"\A\W*{_LABEL}\W{{0,3}}{_TIME}(?:{WEEKDAY},? )?(?:the )?(?P<date>{DATE})(?:\W.{{0,20}})?\Z", re.I
)
_BARE_DATE = re.compile(rf"\A{_TIME}(?:{WEEKDAY},? )?(?P<date>{DATE})(?:,? {_TIME})?\Z", re.I)
_MONTH_LINE = re.compile(rf"\A\W*(?:{_LABEL}\W{{0,3}})?(?P<month>{MONTH}),? (?P<year>20\d\d)\Z", re.I)
_TOLD = r"\b(?:report|findings|inspection|review|assessment)\b[^.]{0,80}?\bpublished\b[^.\d]{0,20}?"
_IN_TEXT = re.compile(rf"{_TOLD}\b(?P<date>{DATE})|\bpublished today\W{{1,3}}(?:{WEEKDAY},? )?(?P<today>{DATE})", re.I)
_WEEKDAY_ONLY = re.compile(
    rf"\b(?:published|released|out|issued|today)\b[^.\d]{{0,30}}?\b(?P<weekday>{WEEKDAY}),? \(?(?:the )?(?P<day>{DAY})"
    rf"(?: of)? (?P<month>{MONTH})\b(?!,? \d{{4}})",
    re.I,
)
_TODAY = re.compile(r"\bpublished today\b", re.I)
_ANCHOR = re.compile(rf"\b(?:(?P<month>{MONTH}) )?{YEARS}", re.I)
_TOP = 8
_SPEAKS_OF_ITSELF = (DocumentKind.PRESS_RELEASE, DocumentKind.NEWS)
_WITHOUT_OWN_DATE = (DocumentKind.REGISTER, DocumentKind.TRACKER)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication and how it is known; ``year`` is all that is known where no day stands in the text."""

    day: date | None
    evidence: Evidence
    year: int | None = None


def find_published(prose: Prose, kind: DocumentKind, year: int | None) -> Publication:
    """Find the day of publication; ``year`` is the inspection year where it is known: no report is out before it."""
    if kind in _WITHOUT_OWN_DATE:
        return Publication(None, Evidence(Rung.UNKNOWN))
    looks = [_date_line(prose)]
    if kind in _SPEAKS_OF_ITSELF:
        looks += [_told(prose, year), _worked_out(prose, year)]
    known = next((fact for fact in looks if fact), None)
    if known:
        return Publication(known.value, known.evidence, known.value.year)
    return _no_day(prose)


def reported_day(prose: Prose) -> date | None:
    """Give the day on which the report that a text speaks of was published, where the text states it."""
    days = (read_date(found.match["date"] or found.match["today"]) for found in find_all(prose.body, _IN_TEXT))
    return next(filter(None, days), None)


def _date_line(prose: Prose) -> Fact[date] | None:
    """Read the page's own date: a line that says when it was published or last updated, or a bare date at the top."""
    lines = [(found, read_date(found.match["date"])) for found in find_all(prose.blocks, _DATE_LINE)]
    lines += [(found, read_date(found.match["date"])) for found in find_all(prose.body[:_TOP], _BARE_DATE)]
    dated = [(found, day) for found, day in lines if day]
    if not dated:
        return None
    first, day = dated[0]
    if first.match.groupdict().get("label", "").lower() == "updated":
        first, day = max((one for one in dated if "label" in one[0].match.groupdict()), key=lambda one: one[1])
    how = ", read day first" if "/" in first.match["date"] else ""
    return Fact(day, Evidence(Rung.STATED, first.line, f"“{first.words}”{how}"))


def _told(prose: Prose, year: int | None) -> Fact[date] | None:
    for found in find_all(prose.body, _IN_TEXT):
        day = read_date(found.match["date"] or found.match["today"])
        if day and (year is None or day.year >= year):
            return Fact(day, stated(found))
    return None


def _worked_out(prose: Prose, year: int | None) -> Fact[date] | None:
    """Work out a date that gives the weekday and no year: the first such day after what the text dates before it."""
    found = find_first(prose.body, _WEEKDAY_ONLY)
    if not found:
        return None
    since, because = _anchor(prose, found, year)
    if not since:
        return None
    number = int(re.sub(r"\D", "", found.match["day"]))
    day = next_such_day(found.match["weekday"], number, month_number(found.match["month"]), since)
    if not day:
        return None
    words = f"{found.match['weekday']} {found.match['day']} {found.match['month']}"
    why = f"“{words}”, the first such day from {because} on, is in {day.year}"
    return Fact(day, Evidence(Rung.DERIVED, found.line, why))


def _anchor(prose: Prose, found: Found, year: int | None) -> tuple[date | None, str]:
    at = prose.body.index(found.block)
    before = list(find_all(prose.body[:at], _ANCHOR))
    here = [one for one in find_all([found.block], _ANCHOR) if one.match.end() <= found.match.start()]
    anchors = [*before, *here]
    anchors = [one for one in anchors if one.match["month"]] or anchors
    if anchors:
        nearest = anchors[-1]
        month = month_number(nearest.match["month"]) if nearest.match["month"] else 1
        return date(int(nearest.match["first"]), month, 1), f"{nearest.words} (line {nearest.line})"
    return (date(year, 1, 1), f"the inspection year {year}") if year else (None, "")


def _no_day(prose: Prose) -> Publication:
    month = find_first(prose.body[:_TOP], _MONTH_LINE)
    if month:
        why = f"“{month.words}” names no day"
        return Publication(None, Evidence(Rung.UNKNOWN, month.line, why), int(month.match["year"]))
    today = find_first(prose.body, _TODAY)
    if today:
        return Publication(None, Evidence(Rung.UNKNOWN, today.line, "“published today”, and no date"))
    return Publication(None, Evidence(Rung.UNKNOWN))
