"""Whom a sentence tells to do something: this force, all forces, or another body."""

from __future__ import annotations

import re

from inspect_cli.extract.patterns import NAMED
from inspect_cli.model import Addressee

_ASKED = r"(?: also| now| therefore)? (?:should|must|needs?|have to|has to)\b"
# In the order in which they are preferred where two begin at the same place.
_ADDRESSEES = (
    (
        Addressee.ALL_FORCES,
        re.compile(
            rf"\b(?:all (?:the )?(?:police )?forces\b|every (?:police )?force\b|few forces\b|police service\b"
            rf"|(?:forces|chief constables){_ASKED}|forces (?:have|had|did|do)\b"
            rf"|(?<!rescue )(?<!emergency )\bthe service(?:{_ASKED}| has\b| is\b))",
            re.IGNORECASE,
        ),
    ),
    (
        Addressee.OTHER,
        re.compile(
            r"\b(?:Home Office|Home Secretary|College of Policing|NPCC|National Police Chiefs[’'] Council|"
            r"Crown Prosecution Service|CPS|[Gg]overnment|Ministry of Justice|[Pp]olice and [Cc]rime [Cc]ommissioners?)"
            rf"(?:{_ASKED}| and\b)"
        ),
    ),
    (Addressee.FORCE, re.compile(rf"\b(?:[Tt]he (?:force|constabulary)|{NAMED}){_ASKED}")),
)


def addressee_of(text: str) -> Addressee:
    """Say to whom ``text`` is addressed: the first body that it says should act, the force where it names none."""
    found = [(match.start(), addressee) for addressee, asked in _ADDRESSEES if (match := asked.search(text))]
    return min(found, key=lambda one: one[0])[1] if found else Addressee.FORCE
