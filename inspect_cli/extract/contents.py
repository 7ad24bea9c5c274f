"""Lists of contents: their lines look like headings, and head nothing."""

from __future__ import annotations

import re

from inspect_cli.extract.patterns import GRADE_ALONE

_CONTENTS = re.compile(r"(?:table of )?contents|(?:in|on) this (?:report|page):?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[\s.…·_]*\b(?:\d{1,3}|[ivxl]{1,6})\Z|[.…·_\s]+\Z")
_LEADER = re.compile(r"(?:\.{3,}|(?:\. ){3,}|…|·{3,}|_{3,})\s*(?:\d{1,3}|[ivxl]{1,6})?\Z")
_DOTS = ("...", ". . ", "…", "···", "___")
_LONGEST = 300


class Contents:
    """Follows a text line by line and knows when it is in a list of contents."""

    def __init__(self) -> None:
        self._entries: set[str] | None = None

    def holds(self, text: str) -> bool:
        """Say whether a line is one of a list of contents, which ends where a line of it comes again, or at prose."""
        if _CONTENTS.fullmatch(text):
            self._entries = set()
            return True
        if len(text) <= _LONGEST and any(dots in text for dots in _DOTS) and _LEADER.search(text):
            return True
        if self._entries is None:
            return False
        is_long = len(text) > _LONGEST
        entry = "" if is_long else _PAGE_NUMBER.sub("", text).lower()
        ends = is_long or GRADE_ALONE.fullmatch(text) or text.endswith((".", ":", ";"))
        if ends or entry in self._entries:
            self._entries = None
            return False
        self._entries.add(entry)
        return True
