"""The inspector who speaks in a document or signs it."""

from __future__ import annotations

import re

from inspect_cli.recognise.prose import UNKNOWN, Fact, Found, Prose, find_first, stated
from inspect_cli.reference.keyed import Keyed

_PART = r"(?:[A-Z]\b\.?|(?:Mac|Mc|O['’]|de )?[A-Z][a-zà-ÿ'’-]+(?:-[A-Z][a-z]+)?)"
_NAME = rf"(?P<name>(?:(?:Sir|Dame) )?[A-Z][a-zà-ÿ-]+(?: {_PART}){{1,2}})"
_OFFICE = (
    r"(?:HMI|HMCI|(?:HM|Her Majesty['’]s|His Majesty['’]s) (?:Chief )?Inspector(?: of Constabulary)?"
    r"(?: (?:&|and) Fire (?:&|and) Rescue Services)?(?: for (?:the )?[A-Z][\w ]{1,40}?\b[Rr]egion)?)\b"
)
_SPEAKS = Keyed(rf"\b{_OFFICE},? {_NAME}(?: [A-Z]{{2,4}})*,? (?:said|says|commented|added|explained)\b")
_SIGNS = Keyed(rf"\A{_NAME}(?: [A-Z]{{2,4}})*,? {_OFFICE}")
_OWNS = Keyed(rf"\b{_OFFICE},? {_NAME}['’]s? (?:annual )?(?:assessment|view|verdict|observations|summary)\b")
_SAID_BY = Keyed(rf"\bsaid (?:{_OFFICE}),? {_NAME}\b")
_NAMED = Keyed(rf"\b{_OFFICE},? {_NAME}")


def find_inspector(prose: Prose) -> Fact[str | None]:
    """Find the inspector: who is quoted, whose assessment it is, or who signs; without honours ("Roger Baker")."""
    for pattern in (_SPEAKS, _OWNS, _SIGNS, _SAID_BY, _NAMED):
        found = find_first(prose.body, pattern)
        if found:
            return Fact(_name(found), stated(found))
    return Fact(None, UNKNOWN)


def _name(found: Found) -> str:
    return re.sub(r"['’]s?\Z", "", " ".join(found.match["name"].split()))
