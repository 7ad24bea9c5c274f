"""The register's log of a recommendation, in whatever state its markup is: tags open, missing, misspelt, misplaced.

As it should be: ``[on]8th December 2016 [status]awaiting-review[/status][/on][on]… [comment] … [/comment][/on]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from inspect_cli.extract.days import DAY, day_of, find_day
from inspect_cli.extract.statuses import leading_status, status_of
from inspect_cli.model import RegisterStatus


class Tag(StrEnum):
    """The three tags of the log."""

    ON = "on"
    STATUS = "status"
    COMMENT = "comment"


class Mark(NamedTuple):
    """A tag in a text: which, whether it closes, and where it stands."""

    tag: Tag
    closes: bool
    start: int
    end: int


class Event(NamedTuple):
    """One entry of the log: where it stands, its day, status and comment (as a stretch); ``whole`` if all was read."""

    start: int
    end: int
    day: date | None
    status: RegisterStatus | None
    comment: tuple[int, int] | None
    whole: bool


_MARK = re.compile(
    r"(?:[\[{<]|&#91;|&lsqb;)\s*(?P<close>[/\\])?\s*(?P<name>[A-Za-z]{2,9})\s*(?P<end>[\]}>]|&#93;|&rsqb;)?"
)
# A log that lost its brackets: "on 5th July 2017 status awaiting-review on 6th July 2017 comment".
_BARE = re.compile(rf"\b(?P<on>on)\s+{DAY.pattern}\s+(?P<name>status|comment)\b", re.IGNORECASE)
_LIKE = 0.75
_BLANK = re.compile(r"[\s.,;:\]–-]*")
_LEAD = " \n.,;:–-]"
_NEXT_BRACKET = re.compile(r"[\[\]]")


def marks(text: str) -> list[Mark]:
    """Give the tags of a log in ``text``; a word in brackets that is no such tag ("[redacted]") is none."""
    found = [mark for match in _MARK.finditer(text) if (mark := _mark(match))]
    return found or list(_bare_marks(text))


def _bare_marks(text: str) -> Iterator[Mark]:
    for match in _BARE.finditer(text):
        yield Mark(Tag.ON, False, *match.span("on"))
        yield Mark(Tag(match["name"].lower()), False, *match.span("name"))


def _mark(match: re.Match[str]) -> Mark | None:
    name = match["name"].lower()
    exact = name in [tag.value for tag in Tag]
    if match["end"] is None:
        return Mark(Tag(name), bool(match["close"]), *match.span()) if exact and _lacks_bracket(match) else None
    near = [name] if exact else get_close_matches(name, [Tag.STATUS.value, Tag.COMMENT.value], 1, _LIKE)
    return Mark(Tag(near[0]), bool(match["close"]), *match.span()) if near else None


def _lacks_bracket(match: re.Match[str]) -> bool:
    """A tag without its bracket has the next tag behind its words, or a day or status: not "[status quo]"."""
    text, end = match.string, match.end()
    after = _NEXT_BRACKET.search(text, end)
    if match["close"] or after is None or after.group() == "[":
        return True
    day = find_day(text, end, after.start())
    return bool((day and day.start() == end) or leading_status(text[end : after.start()]))


def log_start(text: str, start: int, end: int) -> int | None:
    """Give where the log begins in ``text[start:end]``: at its first tag, or the day before that; None without tags."""
    first = next((mark for mark in marks(text[start:end])), None)
    if first is None:
        return None
    at = start + first.start
    day = find_day(text, max(start, at - 30), at)
    return day.start() if day and not _BLANK.sub("", text[day.end() : at]) else at


def read_log(text: str, start: int, end: int) -> list[Event]:
    """Give the entries of the log in ``text[start:end]``, in order; words that belong to none are one not whole."""
    reader = _Reader(text)
    place = start
    for mark in marks(text[start:end]):
        reader.take_words(place, start + mark.start)
        place = start + mark.end
        reader.take_mark(mark, start + mark.start, place)
    reader.take_words(place, end)
    reader.finish()
    return reader.events


@dataclass
class _Open:
    """An entry being read."""

    start: int
    end: int
    day: re.Match[str] | None = None
    status: tuple[int, int] | None = None
    comment: tuple[int, int] | None = None
    stray: bool = False
    begun: bool = False

    @property
    def said(self) -> bool:
        return bool(self.day or self.status or self.comment)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.events: list[Event] = []
        self.entry: _Open | None = None
        self.field: Tag | None = None

    def take_mark(self, mark: Mark, start: int, end: int) -> None:
        if mark.closes:
            self._close(mark.tag, end)
        elif mark.tag is Tag.ON:
            if self.entry and self.entry.said:
                self.finish()
            entry = self._entry(start)
            entry.begun, entry.end, self.field = True, end, Tag.ON if self.field is not Tag.STATUS else self.field
        else:
            filled = self.entry and (self.entry.status if mark.tag is Tag.STATUS else self.entry.comment)
            if filled and self.entry and (self.entry.day or self.entry.status):
                self._next(start)
            self._entry(start).end, self.field = end, mark.tag

    def _close(self, tag: Tag, end: int) -> None:
        if self.entry:
            self.entry.end = end
        if tag is Tag.ON:
            # "[on]8th May 2018[/on] [status]complete[/status]": the day is closed too soon, the entry goes on.
            if self.entry and self.entry.day and not (self.entry.status or self.entry.comment):
                self.field = None
            elif self.entry and self.entry.said:
                self.finish()
        self.field = None

    def _next(self, start: int) -> None:
        """A second status or comment under one date is an entry of the same day."""
        day = self.entry.day if self.entry else None
        self.finish()
        self._entry(start).day = day

    def _entry(self, start: int) -> _Open:
        if self.entry is None:
            self.entry = _Open(start, start)
        return self.entry

    def take_words(self, start: int, end: int) -> None:
        """Take words between two tags: a day, a status, a comment, by the tag that is open and by what they are."""
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        if not self.text[start:end].strip():
            return
        day = find_day(self.text, start, end)
        if day and day.start() == start:
            if self._begins_entry():
                self.finish()
            if not (self.entry and self.entry.day):
                self._entry(start).day = day
                self._entry(start).end = day.end()
                start = day.end()
        trailing = self._trailing_day(start, end) if self.field is Tag.COMMENT else None
        self._take_rest(start, trailing.start() if trailing else end)
        if trailing:
            self.finish()
            self.entry = _Open(trailing.start(), trailing.end(), trailing)

    def _begins_entry(self) -> bool:
        """A day begins an entry where the one before has its own day already and nothing is open."""
        return bool(self.entry and self.entry.day and self.field is None)

    def _trailing_day(self, start: int, end: int) -> re.Match[str] | None:
        """A day at the very end of a comment, on a line of its own or behind a full stop, is the next entry's."""
        last = max(start, *(self.text.rfind(mark, start, end) for mark in ("\n", ". ", "! ", "? ")))
        day = find_day(self.text, last, end)
        if day is None or last == start or _BLANK.sub("", self.text[last : day.start()] + self.text[day.end() : end]):
            return None
        return day

    def _take_rest(self, start: int, end: int) -> None:
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip(_LEAD))
        start, end = start + lead, start + len(words.rstrip())
        if start >= end:
            return
        entry = self._entry(start)
        entry.end = max(entry.end, end)
        untagged = self.field is not Tag.COMMENT and entry.status is None and entry.day is not None
        begun = leading_status(self.text[start:end]) if self.field is Tag.STATUS or untagged else None
        if self.field is Tag.STATUS and status_of(self.text[start:end]):
            entry.status = (start, end)
        elif begun and (self.field is Tag.STATUS or start + begun[1] == end):
            entry.status = (start, start + begun[1])
            self.field = None
            self._take_rest(start + begun[1], end)
        elif self.field is Tag.STATUS and entry.status is None:
            entry.status = (start, end)
        else:
            entry.stray |= self.field is None and not entry.day
            entry.comment = (entry.comment[0] if entry.comment else start, end)

    def finish(self) -> None:
        """Close the entry that is open and keep it, unless it holds no words at all."""
        entry, self.entry, self.field = self.entry, None, None
        if entry is None or not entry.said:
            return
        day = day_of(entry.day) if entry.day else None
        status = status_of(self.text[slice(*entry.status)]) if entry.status else None
        told = status is not None or (entry.comment is not None and entry.status is None)
        dated = day is not None or (entry.day is None and entry.status is not None)
        self.events.append(
            Event(entry.start, entry.end, day, status, entry.comment, told and dated and not entry.stray)
        )


def is_open(last: Mapping[Tag, Mark]) -> bool:
    """Say whether a log, of each of whose tags this is the ``last``, ends inside a comment or status not closed."""
    return any(_ends_open(last.get(Tag.ON), last.get(tag)) for tag in (Tag.STATUS, Tag.COMMENT))


def _ends_open(on: Mark | None, field: Mark | None) -> bool:
    return bool(field and not field.closes and not (on and on.closes and on.start > field.start))
