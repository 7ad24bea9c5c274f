"""The day of publication, where the text states it or lets it be worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inspect_cli.model import DocumentKind, Evidence, Rung
from inspect_cli.recognise.calendar import DATE, DAY, MONTH, WEEKDAY, YEARS, month_number, next_such_day, read_date
from inspect_cli.recognise.genre import of_genre
from inspect_cli.recognise.prose import Fact, Found, Prose, find_all, find_first, stated
from inspect_cli.reference.keyed import Keyed

_LABEL = (
    r"(?:(?:comments |response |letter )(?=published|sent|dated|issued)|first |last |date (?=\w+\s?:)"
    r"|date of (?=publication|issue))?"
    r"(?P<label>published|publication|updated|posted|released|issued?|sent|dated?)"
    r"(?: date| on| at| of (?:this |the )?(?:response|letter|meeting|report|publication))?"
)
_TIME = r"(?:\d\d?[:.]\d\d,? )?"
_DATE_LINE = Keyed(rf"\A\W*{_LABEL}\W{{0,6}}{_TIME}(?:{WEEKDAY},? )?(?:the )?(?P<date>{DATE})(?:\W.{{0,20}})?\Z", re.I)
_LABEL_ALONE = Keyed(rf"\A\W*{_LABEL}\W*\Z", re.I)
_BARE_DATE = Keyed(
    rf"\A[*_\s]*(?:(?:(?:press|news|media) release|news)[\s:,–-]+)?{_TIME}(?:{WEEKDAY},? )?"
    rf"(?P<date>{DATE})(?:,? {_TIME})?[*_\s]*\Z",
    re.I,
)
# A saved piece of news begins with its day and runs on: " date 2017-03-02 Marks for the region's forces".
_SAVED = Keyed(r"\A\W*date (?P<date>\d{4}-\d\d-\d\d)(?= \S)")
_MONTH_LINE = Keyed(rf"\A\W*(?:{_LABEL}\W{{0,6}})?(?P<month>{MONTH}),? (?P<year>20\d\d)\Z", re.I)
_TOLD = r"\b(?:report|findings|inspection|review|assessment)\b[^.]{0,80}?\bpublished\b[^.\d]{0,20}?"
_IN_TEXT = Keyed(rf"{_TOLD}\b(?P<date>{DATE})|\bpublished today\W{{1,3}}(?:{WEEKDAY},? )?(?P<today>{DATE})", re.I)
_WEEKDAY_ONLY = Keyed(
    rf"\b(?:published|released|out|issued|today)\b[^.\d]{{0,30}}?\b(?P<weekday>{WEEKDAY}),? \(?(?:the )?(?P<day>{DAY})"
    rf"(?: of)? (?P<month>{MONTH})\b(?!,? \d{{4}})",
    re.I,
)
_TODAY = Keyed(r"\bpublished today\b", re.I)
_ANCHOR = Keyed(rf"\b(?:(?P<month>{MONTH}) )?{YEARS}", re.I)
_LOGGED = Keyed(r"\[/?(?:on|status|comment)\]", re.I)
_TOP, _LABELS = 8, 20
# Their date stands below the addresses.
_SENT = (DocumentKind.LETTER, DocumentKind.PCC_RESPONSE)
_REPORTS = (
    *(DocumentKind.PEEL_REPORT, DocumentKind.PEEL_OVERVIEW, DocumentKind.PEEL_PILLAR),
    *(DocumentKind.THEMATIC_REPORT, DocumentKind.INTEGRITY_REPORT),
)
_OF_ITSELF = Keyed(
    rf"\bthis (?:report|page|overview|assessment) (?:was|is) (?:first )?published on (?:{WEEKDAY},? )?(?P<date>{DATE})",
    re.I,
)
_SPEAKS_OF_ITSELF = (DocumentKind.PRESS_RELEASE, DocumentKind.NEWS)
_EMBARGO = Keyed(
    r"\b(?:embargoed|for (?:immediate )?release|can be (?:read|seen|found)|available|not for publication)\b"
    rf"[^.\d]{{0,40}}(?:\d\d?[:.]\d\d(?: ?hours| ?am| ?pm)?,? )?(?:on )?(?:{WEEKDAY},? )?(?P<date>{DATE})",
    re.I,
)
_MEETS = re.compile(
    r"\b(?:committee|panel|board|meeting|council|authority|minutes|position (?:as )?at"
    r"|(?<!review )(?<!due )(?<!target )dated?)\b",
    re.I,
)
# "Date of meeting: 23 November 2023" says it plainly, and goes before the day as at which a list stands.
_HELD = Keyed(
    rf"\b(?:date of (?:the )?meeting|meeting date|meeting (?:held )?on)\W{{1,5}}(?:{WEEKDAY},? )?(?P<date>{DATE})", re.I
)
_MEETING = Keyed(rf"(?<!published )(?<!published on )(?<!appendix )(?<!annex )\b(?P<date>{DATE})\b", re.I)
# "Position as at 30 June 2024", "Updated 11 June 2024": the day on which a list was as it stands.
_STANDS = Keyed(
    rf"\A\W*(?:(?:\w+ ){{0,4}}(?:as )?at|(?:\w+ ){{0,4}}(?:last )?updated(?: on)?)\W{{0,3}}(?P<date>{DATE})\W*\Z", re.I
)
_OF_ANOTHER_DAY = re.compile(r"\b(?:last|previous|next|minutes of the)\b[^.]{0,40}\Z", re.I)
_HEAD_OF_PAPER = 250
# A browser prints its date and time before a page's title; a copy says when it was made.
_PRINTED = Keyed(r"\A(?P<date>\d{1,2}/\d{1,2}/\d{4}),? \d\d?:\d\d\s+\S")
_COPIED = Keyed(
    rf"\b(?:saved|printed|captured|retrieved|accessed|exported|downloaded|archived)\b[^.\d]{{0,40}}\b(?P<date>{DATE})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication and how it is known; ``year`` is all that is known where no day stands in the text."""

    day: date | None
    evidence: Evidence
    year: int | None = None


def find_published(prose: Prose, kind: DocumentKind, year: int | None) -> Publication:
    """Find the day of publication; ``year`` is the inspection year where it is known: no report is out before it."""
    looks = [_own(prose, kind), _of_itself(prose) if kind in _REPORTS else None]
    if kind in _SPEAKS_OF_ITSELF:
        looks += [_embargo(prose), _told(prose, year), _worked_out(prose, year)]
    known = next((fact for fact in looks if fact), None)
    if known:
        return Publication(known.value, known.evidence, known.value.year)
    return _no_day(prose)


def reported_day(prose: Prose) -> date | None:
    """Give the day on which the report that a text speaks of was published, where the text states it."""
    days = (read_date(found.match["date"] or found.match["today"]) for found in find_all(prose.body, _IN_TEXT))
    return next(filter(None, days), None)


def own_year(prose: Prose, kind: DocumentKind) -> int | None:
    """Give the year of the date that a text bears as its own: of publication, sending or the meeting it is for."""
    known = _own(prose, kind)
    return known.value.year if known else _no_day(prose).year


def updated_since(prose: Prose, published: date | None) -> date | None:
    """Give the day on which a page that also says when it was published was last updated."""
    days = (day for found, day in _labelled(prose) if found.match["label"].lower() == "updated")
    latest = max(days, default=None)
    return latest if latest and published and latest > published else None


def sent_on(prose: Prose) -> Fact[date] | None:
    """Give the day on which a letter says that it was sent."""
    found = next((one for one in _labelled(prose) if one[0].match["label"].lower() == "sent"), None)
    return _stated_day(*found) if found else None


def saved_on(prose: Prose) -> date | None:
    """Give the day on which a page was saved or printed, where it says so at the top or in a printer's running head."""
    printed = next((match for line in prose.first_lines if (match := _PRINTED.match(line))), None)
    copied = find_first(prose.body[:_TOP], _COPIED)
    found = printed or (copied.match if copied else None)
    return read_date(found["date"]) if found else None


def _own(prose: Prose, kind: DocumentKind) -> Fact[date] | None:
    if kind is DocumentKind.REGISTER:
        return _of_register(prose)
    if kind is DocumentKind.TRACKER or (kind is DocumentKind.OTHER and of_genre(prose, "minutes")):
        return _of_meeting(prose)
    return _date_line(prose, _LABELS if kind in _SENT else _TOP)


def _of_register(prose: Prose) -> Fact[date] | None:
    """Read the date of a list of one report's recommendations; a register's log has dates of many things."""
    if find_first(prose.blocks, _LOGGED):
        return None
    found = next(iter(_labelled(prose)), None)
    return _stated_day(*found) if found else None


def _of_meeting(prose: Prose) -> Fact[date] | None:
    """Read the day of the meeting that a paper was written for: in its head, beside the name of the committee."""
    top = prose.body[:_TOP]
    held = (one for one in _dated(find_all(top, _HELD)) if not _OF_ANOTHER_DAY.search(_before(one[0])))
    plain = next(held, None) or next(iter(_dated(find_all(top, _BARE_DATE))), None)
    if plain:
        return _stated_day(*plain)
    for found, day in _dated(find_all(top, _MEETING)):
        before = _before(found)
        if len(before) < _HEAD_OF_PAPER and _MEETS.search(before) and not _OF_ANOTHER_DAY.search(before):
            return _stated_day(found, day)
    stands = next(iter(_dated(find_all(top, _STANDS))), None)
    return _stated_day(*stands) if stands else None


def _before(found: Found) -> str:
    return found.block.text[: found.match.start()]


def _date_line(prose: Prose, top: int) -> Fact[date] | None:
    """Read the page's own date: a line that says when it was published or last updated, or a bare date at the top."""
    lines = _labelled(prose)
    first = next(((found, day) for found, day in lines if found.match["label"].lower() != "updated"), None)
    updated = max((one for one in lines if one[0].match["label"].lower() == "updated"), key=_day, default=None)
    bare = next(iter(_dated(find_all(prose.body[:top], _BARE_DATE))), None)
    saved = next(iter(_dated(find_all(prose.blocks[:1], _SAVED))), None)
    known = first or updated or bare or saved
    return _stated_day(*known) if known else None


def _labelled(prose: Prose) -> list[tuple[Found, date]]:
    """Give the lines that say when a page was published, sent or updated, the date beside the label or below it."""
    lines = list(find_all(prose.blocks, _DATE_LINE))
    for block, below in pairwise(prose.body[:_LABELS]):
        label, bare = find_first([block], _LABEL_ALONE), find_first([below], _BARE_DATE)
        if label and bare and (found := _DATE_LINE.search(f"{label.words} {bare.words}")):
            lines.append(Found(found, below))
    order = {"published": 0, "publication": 0, "issue": 0, "issued": 0, "released": 0, "posted": 0, "sent": 1}
    return sorted(_dated(lines), key=lambda one: order.get(one[0].match["label"].lower(), 2))


def _dated(lines: Iterable[Found]) -> list[tuple[Found, date]]:
    return [(found, day) for found in lines if (day := read_date(found.match["date"]))]


def _day(one: tuple[Found, date]) -> date:
    return one[1]


def _stated_day(found: Found, day: date) -> Fact[date]:
    how = ", read day first" if "/" in found.match["date"] else ""
    return Fact(day, Evidence(Rung.STATED, found.block.line, f"“{found.words}”{how}"))


def _of_itself(prose: Prose) -> Fact[date] | None:
    """Read the day where a report says of itself when it came out: "This report was published on …"."""
    found = next(iter(_dated(find_all(prose.blocks, _OF_ITSELF))), None)
    return _stated_day(*found) if found else None


def _embargo(prose: Prose) -> Fact[date] | None:
    """Read the day until which a release may not be used, or from which its report can be read."""
    found = next(iter(_dated(find_all(prose.blocks, _EMBARGO))), None)
    return _stated_day(*found) if found else None


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
    labelled = (
        find_first([below], _MONTH_LINE)
        for block, below in pairwise(prose.body[:_LABELS])
        if _LABEL_ALONE.match(block.text)
    )
    month = find_first(prose.body[:_TOP], _MONTH_LINE) or next(filter(None, labelled), None)
    if month:
        why = f"“{month.words}” names no day"
        return Publication(None, Evidence(Rung.UNKNOWN, month.line, why), int(month.match["year"]))
    today = find_first(prose.body, _TODAY)
    if today:
        return Publication(None, Evidence(Rung.UNKNOWN, today.line, "“published today”, and no date"))
    return Publication(None, Evidence(Rung.UNKNOWN))
