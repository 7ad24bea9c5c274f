"""Which paragraphs below a formal heading are findings themselves, and which are evidence."""

from __future__ import annotations

import re

from inspect_cli.extract.listing import Listing, is_directive
from inspect_cli.extract.patterns import BODY
from inspect_cli.model import FindingKind

# A finding is short; what a numbered heading announces may be longer.
_LONGEST, _LONGEST_SINGLE = 400, 1500
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")
_OF_CAUSES = re.compile(r"\bcauses? of concern\b", re.IGNORECASE)
_IS_ONE = re.compile(
    r"\b(?:is|are) (?:now )?(?:an? |our )?(?:\w+ )?causes? of concern(?: to (?:us|me|HMIC(?:FRS)?))?[.,;]",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(rf"[“\"]?(?:{BODY}(?:[’']s?)?|There) ")
_FIRST_PERSON = re.compile(r"(?:I|We|My|Our|This|In this|Dear)\b")
_TELLS = re.compile(r"\b(?:should|must|needs? to|recommends?|ought to|required to|asked to)\b")
# What a title says where it does not say what should be done: that something is not done, or not enough.
_FALLS_SHORT = re.compile(
    r"\b(?:not|never|no|cannot|lacks?|fails?|failing|too (?:few|many|often|long|little|slow\w*)|missing|"
    r"insufficient\w*|could|needs?)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def is_item(listing: Listing, text: str, *, below_heading: bool) -> bool:
    """Say whether a paragraph is an item of an open list: one that says what a body should do, or what is wrong.

    ``below_heading``: it stands right below the heading that opened the list.
    """
    if len(text) >= (_LONGEST_SINGLE if listing.single else _LONGEST):
        return False
    if listing.kind is FindingKind.CAUSE_OF_CONCERN:
        return below_heading and _is_told(text) and _is_cause(_FIRST_SENTENCE.split(text)[0])
    if text.endswith(":"):
        return listing.numbered and not listing.taken and is_directive(text)
    if not is_directive(text):
        return listing.single and below_heading and (_is_asked(text) or _is_failing(text))
    if listing.taken and (listing.single or listing.kind is not FindingKind.RECOMMENDATION):
        return not listing.single and listing.taken == "title" and _is_one(text)
    return True


def demands_listing(text: str, year: int | None) -> Listing | None:
    """Give the list that a bullet begins in a document about an earlier report, None where it asks for nothing.

    It is that report's, of ``year``; or, without one, the document's own.
    """
    return Listing(FindingKind.RECOMMENDATION, year, previous=year is not None) if is_directive(text) else None


def may_be_quoted(listing: Listing | None, text: str) -> bool:
    """Say whether a bullet below an earlier report's list is an item of it, and not a numbered paragraph of prose."""
    if listing is None or not listing.previous or listing.kind is FindingKind.CAUSE_OF_CONCERN:
        return True
    return is_directive(text) or not (text[:1].isupper() and text.endswith("."))


def _is_cause(sentence: str) -> bool:
    """Say whether a sentence tells a cause of concern, and does not only speak of such."""
    return not _OF_CAUSES.search(sentence) or bool(_IS_ONE.search(sentence) and _OF_A_BODY.match(sentence))


def _is_told(text: str) -> bool:
    """Say whether a paragraph tells what is wrong: a sentence, or the beginning of one that says who falls short."""
    if _FIRST_PERSON.match(text):
        return False
    return " " in text if text.endswith((".", ".”")) else _OF_A_BODY.match(text) is not None


def _is_asked(text: str) -> bool:
    return text.endswith(".") and _TELLS.search(text) is not None


def _is_failing(text: str) -> bool:
    """Say whether a paragraph is a title that says in one sentence where a body falls short."""
    return _is_one(text) and bool(_OF_A_BODY.match(text) and _FALLS_SHORT.search(text))


def _is_one(text: str) -> bool:
    """Say whether a paragraph is a title: one sentence, with or without its full stop."""
    return not re.search(r"[.!?]\s", text)
