"""Which force or forces a document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from inspect_cli.model import Block, DocumentKind, Evidence, Rung
from inspect_cli.recognise.prose import UNKNOWN, Fact, Found, Prose, find_all
from inspect_cli.reference.forces import abbreviations, addresses, full_names, short_title, slugs

_ABOUT_ONE, _ABOUT_SEVERAL = 0.6, 0.8
_OPENING_BLOCKS = 3
_LOCAL = (DocumentKind.REGISTER, DocumentKind.TRACKER, DocumentKind.PCC_RESPONSE, DocumentKind.LETTER)


def find_forces(prose: Prose, kind: DocumentKind) -> Fact[tuple[str, ...]]:
    """Find the forces a document is about: by its title, then its headings, then by who is spoken of most."""
    titled = _named(prose.front) or _titled(prose.front)
    headed = [one for one in _named(prose.headings) if one[1].match.span() == (0, len(one[1].block.text))]
    several = len({slug for slug, _ in headed}) > 1
    for named, why in ((headed if several else titled, "named in the title"), (headed, "named in a heading")):
        if named:
            return _fact(named, why)
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
    return [(slug, one) for one in found if one.match.group()[0].isupper() for slug in slugs(one.match.groups())]


def _titled(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, short_title())
    return [(slug, one) for one in found for slug in slugs(one.match.groups())]


def _abbreviated(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, abbreviations())
    return [(slug, one) for one in found for slug in slugs([one.match.group()])]


def _addressed(blocks: Sequence[Block]) -> list[Named]:
    found = find_all(blocks, addresses())
    return [(slug, one) for one in found for slug in slugs([one.match.group(1)])]
