"""Whom a sentence tells to do something: this force, all forces, or another body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspect_cli.extract.listing import subject_of
from inspect_cli.extract.patterns import NAMED
from inspect_cli.model import Addressee

_ASKED = r"(?: also| now| therefore)? (?:should|must|needs?|have to|has to)\b"
# In the order in which they are preferred where two begin at the same place.
_ADDRESSEES = (
    (
        Addressee.ALL_FORCES,
        re.compile(
            rf"\b(?:all (?:the )?(?:police )?forces\b|every (?:police )?force\b|few forces\b|"
            rf"(?<!metropolitan )(?<!ireland )police service\b"
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


# Whom the subject of a demand names; the first of them counts.
_SUBJECTS = (
    (
        Addressee.ALL_FORCES,
        re.compile(
            r"\b(?:(?<!the two )(?<!the three )(?<!the four )(?<!the five )(?<!both )(?<!these )forces|"
            r"(?:every|each|any) (?:police )?force|chief constables|"
            r"(?<!metropolitan )(?<!ireland )police service|the service)\b",
            re.I,
        ),
    ),
    (
        Addressee.OTHER,
        re.compile(
            r"\b(?:Home Office|Home Secretary|College of Policing|NPCC|National Police Chiefs[’']? Council|ACPO|"
            r"Chief Police"
            r" Officers|CPS|Crown Prosecution Service|[Gg]overnment|Ministry of \w+|Department (?:for|of)|IOPC|"
            r"IPCC|HMIC(?:FRS)?|"
            r"(?:[Pp]olice(?:, [Ff]ire)? and [Cc]rime )?[Cc]ommissioners|[Pp]olice and [Cc]rime [Cc]ommissioner|"
            r"Mayor(?:[’']s)?|"
            r"[Pp]olice [Aa]uthorities|[Ll]ocal [Aa]uthorities|Parliament|National Crime Agency)\b"
        ),
    ),
    (
        Addressee.FORCE,
        re.compile(rf"\b(?:(?:the|this) (?:force|constabulary)|chief constable|it)\b|(?!The National){NAMED}", re.I),
    ),
)


# Forces listed with another body that is asked, but not those that it is to work with.
_FORCES_TOO = re.compile(
    r"(?:,| and) (?:all |the )*(?:\d+ )?(?:(?:police )?forces|chief constables|police(?! (?:and crime|authorit)))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:should|must|needs? to)\b")
_BESIDE = re.compile(r",? (?:working|together|along|jointly|in (?:consultation|partnership|collaboration)|with)\b.*")
# What a follow-up calls the recommendation that it speaks of.
_NATIONAL = re.compile(r"\bnational (?:recommendations?|areas? for improvement|causes? of concern)\b", re.IGNORECASE)


def addressee_of(text: str, lead: str = "", *, national: bool = False) -> Addressee:
    """Say to whom ``text`` is addressed: the first body that it, or the ``lead`` it goes on from, says should act.

    Where it names none, it is the force at hand; in a ``national`` report, which is about none in particular, all are.
    """
    silent = Addressee.ALL_FORCES if national else Addressee.FORCE
    for words in (text, lead):
        if subject := subject_of(words):
            return _or_all(_first(_SUBJECTS, subject), subject) or silent
    asked = f"{lead} {text}"
    return _or_all(_first(_ADDRESSEES, asked), _ASKS.split(asked)[0]) or silent


def _or_all(first: Addressee | None, bodies: str) -> Addressee | None:
    """Give all forces where ``bodies`` name forces beside the other body that comes first."""
    also = first is Addressee.OTHER and _FORCES_TOO.search(_BESIDE.sub("", bodies))
    return Addressee.ALL_FORCES if also else first


def recalled_addressee(text: str) -> Addressee:
    """Say to whom that was addressed which a follow-up speaks of: all forces too where it calls that national."""
    return Addressee.ALL_FORCES if _NATIONAL.search(text) else addressee_of(text)


def _first(kinds: Sequence[tuple[Addressee, re.Pattern[str]]], words: str) -> Addressee | None:
    found = [(match.start(), addressee) for addressee, named in kinds if (match := named.search(words))]
    return min(found, key=lambda one: one[0])[1] if found else None
