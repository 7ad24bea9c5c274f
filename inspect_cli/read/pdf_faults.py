"""What makes a PDF unreadable: pictures for pages, fonts that do not say which letters they show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspect_cli.errors import SourceError
from inspect_cli.read.pdf_parts import Page

_FEWEST_LETTERS = 25
_SCANNED_SHARE = 0.8
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\ufff0-\ufffb]|[^\x00-\uffff]")
_SHARE_UNREADABLE = 0.2
# What is no plain letter, digit or sign.
_UNUSUAL = re.compile(r"[^ -~\n]+")
_WORD = re.compile(r"[^\W\d_]+")
# Words that English and Welsh cannot do without: where hardly one of them stands, letters do not stand for themselves.
_COMMON = frozenset(
    "the of and to in a for is on that by this with it not or be are from at as have has was were will we they their"
    " its our an should which how what y yr yn ac ar i o ei am ein eu gan mae oedd bod fod sydd".split()
)
_VOWELS = re.compile(r"[aeiouyâêîôûŵŷwáéíóú]", re.I)
_ENOUGH_WORDS = 60
_SHARE_COMMON, _SHARE_VOICELESS = 0.03, 0.25


def refuse_unreadable(name: str, pages: Sequence[Page]) -> None:
    """Raise SourceError for a PDF that was scanned, or whose fonts do not say which letters they stand for."""
    letters = [_letters(page) for page in pages]
    bare = [page for page, count in zip(pages, letters, strict=True) if page.has_picture and count < _FEWEST_LETTERS]
    if not any(letters) or (bare and len(bare) >= _SCANNED_SHARE * len(pages)):
        _refuse_pictures(name, scanned=any(page.has_picture for page in pages))
    text = "\n".join(piece.text for page in pages for piece in page.pieces if not piece.is_mark)
    share = unreadable_share(text)
    if share:
        raise SourceError(
            f"{name} cannot be read: its fonts do not say which letters they show; {share:.0%} of it is unreadable.",
            "Save the report's web page instead, or have the PDF's text recognised (OCR) and import that.",
        )


def _letters(page: Page) -> int:
    """Count the letters and digits of a page, as far as it matters how many they are."""
    count = 0
    for piece in page.pieces:
        count += sum(map(str.isalnum, piece.text))
        if count >= _FEWEST_LETTERS:
            break
    return count


def _refuse_pictures(name: str, *, scanned: bool) -> None:
    if scanned:
        raise SourceError(
            f"{name} holds pictures of pages and no text: it was scanned.",
            "Have its text recognised (OCR) and import that, or save the report's web page.",
        )
    raise SourceError(f"{name} holds no text.", "Look whether it opens in a viewer; save the report anew.")


def unreadable_share(text: str) -> float:
    """Give the share of characters or words that cannot be read, where it is too large to go on; else 0."""
    shown = len(text) - text.count(" ") - text.count("\n")
    broken = len(_UNREADABLE.findall("".join(_UNUSUAL.findall(text))))
    if shown and broken > _SHARE_UNREADABLE * shown:
        return broken / shown
    # Every second character can begin a word at the most: so many common ones are enough of any number of words.
    if 2 * sum(map(_COMMON.__contains__, text.split())) > _SHARE_COMMON * (len(text) + 1):
        return 0.0
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _ENOUGH_WORDS:
        return 0.0
    common = sum(word in _COMMON for word in words) / len(words)
    long = [word for word in words if len(word) > 2]
    voiceless = sum(not _VOWELS.search(word) for word in long) / max(len(long), 1)
    return 1 - common if common < _SHARE_COMMON and voiceless > _SHARE_VOICELESS else 0.0
