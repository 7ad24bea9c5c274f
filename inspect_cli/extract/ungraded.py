"""What a report says that it does not grade, or not yet: shown as such, and never counted as a judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspect_cli.extract.carried import grades_areas
from inspect_cli.extract.layout import Passage, Role
from inspect_cli.extract.patterns import pillar_of
from inspect_cli.extract.sentences import Sentence, whole
from inspect_cli.extract.whose import forces_at
from inspect_cli.model import Judgement, Pillar, Report, Ungraded, normal_words
from inspect_cli.reference.keyed import Keyed, any_of

_NOT = r"(?:(?:is|was|are|were)(?: not|n[’']t)|(?:has|have)(?: not|n[’']t)(?: yet)? been)"
_DOES_NOT = r"(?:do|does|did|have|has|had)(?: not|n[’']t)(?: yet)?"
# A line of its own in the place where the grade would stand.
_ALONE = Keyed(
    r"\W*(?P<state>to be graded|not yet graded|not graded|no graded judge?ment|not inspected or graded)\W*",
    re.IGNORECASE,
)
# "Subject: no graded judgment".
_LABEL = Keyed(
    r"(?P<subject>[^:.?!]{3,160}?)(?::| is| was)? ?"
    r"(?P<state>(?<=[:] )(?:no graded judge?ment|not graded)|not yet graded)\W*",
    re.IGNORECASE,
)
_EXTENT = re.compile(r"^the extent to which .{2,60}? (?:is|are|was) (?=\w+ (?:at|in|with)\b)", re.IGNORECASE)
# A sentence on what the text is about just there: "This question was not graded", "We do not grade this area".
_HERE = Keyed(
    rf"^(?:(?:This|That|The)(?: (?:area|question|pillar|part))? {_NOT} (?:inspected (?:or|nor) )?graded\b"
    rf"|(?:This|That)(?: (?:area|question|pillar|part))? (?:gets|has|receives|was given) no graded judge?ment\b"
    rf"|No graded judge?ment (?:is|was|has been) (?:made|given)\b(?! in (?:this|the) programme)"
    rf"|(?:We|I|HMIC(?:FRS)?) {_DOES_NOT} (?:graded? (?:this|that) (?:area|question|pillar)"
    rf"|(?:give|given|make|made) (?:a |any )?graded judge?ments? (?:for|in|on|of)"
    r" (?:this|that) (?:area|question|pillar)))",
    re.IGNORECASE,
)
# A sentence that names what is not graded.
_NAMED = Keyed(
    rf"^(?P<subject>[A-Z][^.;:?!]{{2,80}}?),? {_NOT} (?:inspected (?:or|nor) )?graded\b"
    r"(?! (?:as|by|in the past|last)\b)",
)
_FOR = Keyed(
    rf"\b(?:{_DOES_NOT}|no)\b[^.;:]{{0,60}}?\bgraded judge?ments? (?:for|of|on|in) (?:its )?"
    r"(?P<subject>effectiveness|efficiency|legitimacy|leadership)\b",
    re.IGNORECASE,
)
_LOOKED = re.compile(r"\b(?:looked at|assessed|examined|inspected) (?P<subject>how [^.;:]{8,90})")
# What is no subject: forces, counts, and words that only point.
_NO_SUBJECT = re.compile(
    r"(?:this|that|these|those|it|they|we|one|two|three|some|none|all|both|each|no|forces?"
    r"|(?:the|a|each|every|no) force"
    r"|[A-Z][\w’' ]+ (?:Police|Constabulary))\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"^The (?:\w+th|first|second|third), (?=the\b)", re.IGNORECASE)
_TOLD = any_of((_HERE, _NAMED, _FOR))
_PLACES = (Role.PROSE, Role.HEADING, Role.BULLET, Role.GRADE, Role.ROW)


def find_ungraded(passages: Sequence[Passage], report: Report, judgements: Sequence[Judgement]) -> list[Ungraded]:
    """Give what the report says is not graded, each subject once; none that it gives a grade of its own."""
    graded = {(one.force, one.pillar, one.question, normal_words(one.subject)) for one in judgements}
    whole_pillars = {(one.force, one.pillar) for one in judgements if one.question is None}
    found: dict[tuple[object, ...], Ungraded] = {}
    for passage in passages:
        for stretch, subject, to_come in _statements(passage):
            one = _ungraded(passage, report, stretch, subject, to_come)
            key = (one.force, one.pillar, one.question, normal_words(one.subject))
            of_pillar = one.pillar is not None and one.question is None and one.subject == one.pillar
            if key not in graded and not (of_pillar and (one.force, one.pillar) in whole_pillars):
                found.setdefault((*key[:3], "") if of_pillar else key, one)
    return list(found.values())


def _statements(passage: Passage) -> Iterator[tuple[Sentence, str, bool]]:
    """Give each statement of a passage with its subject and whether a grade is still to come."""
    if passage.role not in _PLACES:
        return
    text, here = passage.block.text.strip(), _here(passage)
    if alone := _ALONE.fullmatch(text):
        if here:
            yield whole(passage.block), here, _to_come(alone["state"])
        return
    if len(text) <= _LONGEST_LINE and (label := _LABEL.fullmatch(text)):
        yield whole(passage.block), _EXTENT.sub("", label["subject"]).strip(), _to_come(label["state"])
        return
    for place, sentence in enumerate(passage.sentences):
        if not _TOLD.within(sentence.words):
            continue
        before = passage.sentences[place - 1].words if place else ""
        if subject := _subject(sentence.words, before, passage):
            yield sentence, subject, False


_LONGEST_LINE = 200


def _to_come(state: str) -> bool:
    return "yet" in state.lower() or state.lower().startswith("to be")


def _here(passage: Passage) -> str:
    """Name what a passage is about: its question, else what its heading names, else its pillar."""
    section = passage.section
    heading = section.heading.strip()
    pillar = str(section.pillar) if section.pillar else ""
    return section.question or (pillar if heading.lower() in set(Pillar) or not heading else "") or pillar


def _subject(words: str, before: str, passage: Passage) -> str | None:
    """Give what a sentence says is not graded, None where it says so of nothing."""
    if _HERE.match(words):
        looked = _LOOKED.search(before)
        return looked["subject"] if looked else passage.section.question
    if named := _FOR.search(words):
        return named["subject"].lower()
    named = _NAMED.match(words)
    subject = _ORDINAL.sub("", named["subject"]) if named else ""
    return subject if subject and not _NO_SUBJECT.match(subject) else None


def _ungraded(passage: Passage, report: Report, stretch: Sentence, subject: str, to_come: bool) -> Ungraded:
    section = passage.section
    of_question = subject == section.question
    pillar = section.pillar if of_question else pillar_of(subject) or section.pillar
    if grades_areas(report.inspection_year):
        pillar = None
    return Ungraded(
        report=report.id,
        force=forces_at(report, section.force, stretch.words)[0],
        programme=report.programme,
        year=report.inspection_year,
        pillar=pillar,
        question=section.number if of_question else None,
        subject=subject,
        to_come=to_come,
        quote=stretch.quote,
        span=stretch.span,
    )
