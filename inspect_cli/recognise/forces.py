"""Which force or forces a document is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from inspect_cli.model import Block, DocumentKind, Evidence, Rung
from inspect_cli.recognise.kept import KEPT, marked_forces
from inspect_cli.recognise.prose import SENTENCE, UNKNOWN, Fact, Found, Prose, find_all
from inspect_cli.reference.forces import abbreviations, addresses, force_names, full_names, short_title, slugs

_ABOUT_ONE, _ABOUT_SEVERAL = 0.6, 0.8
_OPENING_BLOCKS = 3
_SIDE_LINES = 10
_LOCAL = (DocumentKind.REGISTER, DocumentKind.TRACKER, DocumentKind.PCC_RESPONSE, DocumentKind.LETTER)
_TOLD_OF_SEVERAL = (DocumentKind.PRESS_RELEASE, DocumentKind.NEWS)
# "Police forces: Kent", beside the title of a page.
_BESIDE = re.compile(r"\A\W*(?:Police )?forces?\s?:\s*(?P<names>[^.]{3,120})\Z", re.I)
# What a national report speaks of, and what a report on one force speaks of.
_ALL_FORCES = re.compile(
    r"\b(?:all|every|each|most|many|some|\d+) (?:\w+ )?(?:police )?forces?\b|\bchief constables\b"
    r"|\bforces (?:should|must|need)\b",
    re.I,
)
_ONE_FORCE = re.compile(r"\b(?:the|this|your) (?:force|constabulary)\b(?! to\b)", re.I)

_GRADE = re.compile(r"\b(?:outstanding|good|adequate|requir\w+ improvement|inadequate)\b", re.I)
_GRADED = re.compile(r"\b(?:judged|graded|rated|assessed|told|called|named|found|given|received|marked)\b", re.I)


def find_forces(prose: Prose, kind: DocumentKind) -> Fact[tuple[str, ...]]:
    """Find the forces a document is about: by its title, then its headings, then by who is spoken of most.

    A text that gives several forces a heading each is about them all; a national report, though it names some as
    examples, is about none in particular. A register or index says of each of its items whose it is.
    """
    if kind in KEPT and (marked := marked_forces(prose)):
        return _fact(marked, "named beside what is for it")
    titled = _named_first(prose.front) or _titled(prose.front) or _beside(prose.body[:_SIDE_LINES])
    if kind is DocumentKind.THEMATIC_REPORT and not titled and _is_national(prose):
        return Fact((), UNKNOWN)
    headed = _headed(prose)
    if len({slug for slug, _ in headed}) > 1 and not _is_of(titled, prose):
        titled = headed
    for named, why in ((titled, "named in the title"), (headed, "named in a heading")):
        if named:
            return _fact(named, why)
    graded = _graded(prose) if kind in _TOLD_OF_SEVERAL else []
    if len({slug for slug, _ in graded}) > 1:
        return _fact(graded, "one of those that are graded")
    for named in (_named(prose.body), _abbreviated(prose.body), _addressed(prose.blocks)):
        about = _spoken_of(named, prose, lenient=kind in _LOCAL)
        if about:
            return _fact(about, "the force that the text speaks of most")
    return Fact((), UNKNOWN)


Named = tuple[str, Found]


def _fact(named: Sequence[Named], why: str) -> Fact[tuple[str, ...]]:
    slugs = tuple(dict.fromkeys(slug for slug, _ in named))
    found = named[0][1]
    return Fact(slugs, Evidence(Rung.STATED, found.line, f"“{found.words}”, {why}"))


def _headed(prose: Prose) -> list[Named]:
    """Give the forces that a heading names: the one named in it, or the one that a line of its own names."""
    headings = {id(block) for block in prose.headings}
    headed: list[Named] = []
    alone: list[Named] = []
    of_block: dict[int, list[Named]] = defaultdict(list)
    for one in _named(prose.body):
        of_block[id(one[1].block)].append(one)
    for block in prose.body:
        named = of_block.get(id(block), [])
        if id(block) in headings and len({slug for slug, _ in named}) == 1:
            headed += named
        elif id(block) not in headings:
            alone += [one for one in named if one[1].match.span() == (0, _first_line(block))]
    return headed + alone


def _first_line(block: Block) -> int:
    return block.pieces[0].end - block.pieces[0].start


def _is_of(titled: Sequence[Named], prose: Prose) -> bool:
    """Say whether the title's one force is the one that the text speaks of most: others' headings are asides."""
    about = {slug for slug, _ in titled}
    counts = Counter(slug for slug, _ in _named(prose.body))
    return len(about) == 1 and counts[next(iter(about))] * 2 > counts.total()


def _is_national(prose: Prose) -> bool:
    many = sum(1 for _ in find_all(prose.blocks, _ALL_FORCES))
    return many > sum(1 for _ in find_all(prose.blocks, _ONE_FORCE))


def _beside(blocks: Sequence[Block]) -> list[Named]:
    """Give the forces that a line beside the title lists, in short or in full."""
    return [
        (slug, one)
        for one in find_all(blocks, _BESIDE)
        for slug in slugs(re.split(r",\s|\s(?:and)\s(?!Somerset|Cornwall|Isle)", one.match["names"]))
    ]


def _graded(prose: Prose) -> list[Named]:
    """Give the forces that sentences grade, in full or in short ("… to be outstanding: Durham, Kent and Norfolk")."""
    graded = [
        (slug, Found(match, block))
        for block in prose.body
        for sentence in SENTENCE.finditer(block.text)
        if _GRADE.search(sentence.group()) and _GRADED.search(sentence.group())
        for match in force_names().finditer(block.text, *sentence.span())
        for slug in slugs(match.groups())
    ]
    return sorted(graded, key=lambda one: (one[1].line, one[1].match.start()))


def _spoken_of(named: Sequence[Named], prose: Prose, lenient: bool) -> list[Named]:
    counts = Counter(slug for slug, _ in named)
    if not counts:
        return []
    total = sum(counts.values())
    (top, most), *_ = counts.most_common(1)
    early = named[0][1].block in prose.body[:_OPENING_BLOCKS]
    if most / total >= _ABOUT_ONE and (most > 1 or (len(counts) == 1 and (lenient or early))):
        about = {top}
    else:
        about = {slug for slug, count in counts.items() if count >= 3}
        if len(about) < 2 or sum(counts[slug] for slug in about) / total < _ABOUT_SEVERAL:
            return []
    return [one for one in named if one[0] in about]


def _named(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, full_names())
    return [(slug, one) for one in found for slug in slugs(one.match.groups())]


def _named_first(blocks: Sequence[Block]) -> list[Named]:
    """Give the forces that the first of several headings names that names any."""
    return next(filter(None, (_named([block]) for block in blocks)), [])


def _titled(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, short_title())
    return [(slug, one) for one in found for slug in slugs(one.match.groups())]


def _abbreviated(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, abbreviations())
    return [(slug, one) for one in found for slug in slugs([one.match.group()])]


def _addressed(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, addresses())
    return [(slug, one) for one in found for slug in slugs([one.match.group(1)])]
