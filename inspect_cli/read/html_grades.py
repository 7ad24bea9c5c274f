"""Grades that a page shows and does not say: in a class, an attribute or the text of a picture."""

from __future__ import annotations

import re
from typing import NamedTuple

from inspect_cli.model import Grade
from inspect_cli.read.html_tree import name_words, words_of

GRADES = {grade: grade.value.replace("-", " ") for grade in Grade}
_ALL = "|".join(re.escape(words) for words in GRADES.values())
_STEM = re.compile("|".join({words.split()[0] for words in GRADES.values()}), re.I)
_GRADE = re.compile(rf"(?<![\w’'])(?:{_ALL})(?![\w’'])", re.I)
_BARE = re.compile(rf"\W*({_ALL})\W*", re.I)
_WORD = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"[:=–—-]\s*\Z")
_SAID = re.compile(rf"(?:\b(?:is|as|graded|judged|rated|be|[:–—-])\W+)(?:{_ALL})\b", re.I)
_PICTURES = frozenset({"img", "area", "svg", "input"})
_IN_WORDS = frozenset({"alt", "title", "aria-label", "aria-description"})
# Two of the grades are plain words too: alone, as a class, they may speak of anything.
_SURE = frozenset({"requires improvement", "inadequate"})
_LONGEST_LABEL = 110
_FINAL = re.compile(r"[.!?;]['\"”’)]*\Z")


class Mark(NamedTuple):
    """A grade that an element shows: the words to write for it, and the grade alone."""

    text: str
    grade: str


def seen_in(tag: str, attributes: dict[str, str]) -> Mark | None:
    """Give the one grade that an element's attributes show; None where there is none, or more than one."""
    found: list[Mark] = []
    for name, value in attributes.items():
        if not _STEM.search(value):
            continue
        if name == "class":
            found += _in_class(value)
        elif name in _IN_WORDS:
            found += _in_words(value, is_picture=tag in _PICTURES or attributes.get("role") == "img")
        elif name.startswith("data-"):
            found += _in_data(name, value)
    return found[0] if len({mark.grade for mark in found}) == 1 else None


def bare_grade(text: str) -> str:
    """Give the grade in lower case that a text consists of; '' for any other text."""
    match = _BARE.fullmatch(text)
    return match[1].lower() if match else ""


def is_label(text: str) -> bool:
    """Say whether a text is short and no sentence: a heading, or the name of what is graded."""
    return len(text) <= _LONGEST_LABEL and not _FINAL.search(text)


def says(text: str, grade: str) -> bool:
    """Say whether a line already gives a grade: as a label, at its end, or as what something "is" or "is judged as"."""
    found = [match for match in _GRADE.finditer(text) if match.group().lower() == grade]
    if not found:
        return False
    at_end = any(not _WORD.search(text, match.end()) for match in found)
    return at_end or is_label(text) or any(match.group().lower().endswith(grade) for match in _SAID.finditer(text))


def _mark(grade: str) -> Mark:
    return Mark(grade.capitalize(), grade)


def _in_class(value: str) -> list[Mark]:
    tokens = [name_words(token) for token in value.split()]
    hinted = any(words_of("of_grades").intersection(words) for words in tokens)
    found = []
    for words in tokens:
        grade = next((one for one in GRADES.values() if words[-len(one.split()) :] == one.split()), "")
        before = words[: len(words) - len(grade.split())]
        if not grade or words_of("other_grades").intersection(before):
            continue
        if words_of("of_grades").intersection(before) or (not before and (hinted or grade in _SURE)):
            found.append(_mark(grade))
    if "requires improvement" not in {mark.grade for mark in found} and ["requires"] in tokens and hinted:
        found += [_mark("requires improvement")] if ["improvement"] in tokens else []
    return found


def _in_data(name: str, value: str) -> list[Mark]:
    """Read a value that is a grade with hardly a word beside it, where that or the attribute's name speaks of one."""
    hints, small = words_of("of_grades"), words_of("between")
    words = name_words(value.replace("’", ""))
    grade = next((one for one in GRADES.values() if words[-len(one.split()) :] == one.split()), "")
    before = set(words[: len(words) - len(grade.split())])
    hinted = hints.intersection([*name_words(name), *before])
    return [_mark(grade)] if grade and hinted and before <= hints | small else []


def _in_words(value: str, *, is_picture: bool) -> list[Mark]:
    """Read the words beside one grade: "Rating: good", "Good (grade)", and of a picture "Custody: good" too."""
    found = list(_GRADE.finditer(value))
    if len({match.group().lower() for match in found}) != 1:
        return []
    grade = found[-1].group().lower()
    before, after = value[: found[-1].start()], value[found[-1].end() :]
    hints, small = words_of("of_grades"), words_of("between")
    leading = [word.lower() for word in _WORD.findall(before)]
    trailing = {word.lower() for word in _WORD.findall(after)}
    if words_of("other_grades").intersection(leading) or not trailing <= hints | small:
        return []
    if set(leading) <= hints | small:
        return [_mark(grade)]
    if not _PARTED.search(before) and not hints.intersection(leading):
        return []
    subject = " ".join(before.split()).rstrip(" :=–—-")
    return [Mark(f"{subject}: {grade.capitalize()}", grade) if is_picture and is_label(value) else _mark(grade)]
