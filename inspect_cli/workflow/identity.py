"""What a thing read anew is among the things stored: the same report, the same find, the same area."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

from inspect_cli.model import Area, Extraction, Finding, Judgement, Reference, Report, Span
from inspect_cli.workflow.alike import Alike

Find = TypeVar("Find", Judgement, Finding, Reference)

# How alike two texts must be to be versions of one report: where the file is the same, and where it is another.
_ALIKE_SAME_FILE = 0.5
_ALIKE_OTHER_FILE = 0.9
# How alike the words of two finds must be where the lines about them were changed, and where all stands elsewhere.
_ALIKE_WORDS = 0.5
_ALIKE_ANYWHERE = 0.75
_ANYWHERE = Span(1, sys.maxsize, 0, sys.maxsize)


def stored_version(report: Report, stored: Alike) -> Report | None:
    """Find the stored report that ``report`` is the same as or a version of; None for one that is new.

    The same bytes are the same report. Else it is the most alike, if alike enough: less is asked of the same file
    (known by its absolute path); of another file, that it has the same format (else it is a copy, not a version) and
    that force and inspection year do not speak against it, since two forces' releases may be made from one template.
    """
    same = stored.with_bytes(report.sha256)
    if same is not None:
        return same
    named = stored.get(report.id)
    candidates = {
        known.id: known
        for known in (
            *((named,) if named else ()),
            *stored.from_file(report.file),
            *stored.like(report, _ALIKE_OTHER_FILE),
        )
    }
    scored = ((_likeness(report, known), known) for known in candidates.values())
    alike = [(score, known.id, known) for score, known in scored if score >= _asked(report, known)]
    return max(alike, key=lambda one: one[:2])[2] if alike else None


def _likeness(one: Report, other: Report) -> float:
    from inspect_cli.recognise.sketch import likeness

    if one.format == other.format and one.id == other.id and one.sketch == other.sketch:
        return 1.0
    return likeness(one.sketch, other.sketch) if one.sketch and other.sketch else 0.0


def _asked(report: Report, known: Report) -> float:
    path = Path(report.file)
    if path.is_absolute() and path == Path(known.file):
        return _ALIKE_SAME_FILE
    if report.format != known.format:
        return 2.0
    if report.id == known.id and report.sketch == known.sketch:
        return _ALIKE_OTHER_FILE  # the same words, whoever they were said to be of
    forces = not report.forces or not known.forces or set(report.forces) == set(known.forces)
    years = {report.inspection_year, known.inspection_year} - {None}
    return _ALIKE_OTHER_FILE if forces and len(years) < 2 else 2.0


def inherit_ids(old_lines: Sequence[str], new_lines: Sequence[str], old: Extraction, new: Extraction) -> Extraction:
    """Give ``new``, read from ``new_lines``, the ids that its finds had in ``old``, read from ``old_lines``.

    A find whose id was there keeps it. Any other takes over the id of the old find of its kind in whose place it
    stands; an id is taken once. Parents follow.
    """
    return _inherited(_mover(old_lines, new_lines), old, new)


def inherit_from_copy(old: Extraction, new: Extraction) -> Extraction:
    """Give ``new`` the ids that its findings and follow-ups had in ``old``, a copy in which they stood elsewhere.

    A judgement may be no more than a word ("Good"), which says nothing of where it stood.
    """
    return _inherited(lambda _: (_ANYWHERE, _ALIKE_ANYWHERE), replace(old, judgements=()), new)


def _inherited(moved: Mover, old: Extraction, new: Extraction) -> Extraction:
    ids = _taken_over(old.judgements, new.judgements, moved)
    ids |= _taken_over(old.findings, new.findings, moved)
    ids |= _taken_over(old.references, new.references, moved)
    findings = (replace(find, parent=ids.get(find.parent or "", find.parent)) for find in new.findings)
    return replace(
        new,
        judgements=tuple(replace(find, id=ids.get(find.id, find.id)) for find in new.judgements),
        findings=tuple(replace(find, id=ids.get(find.id, find.id)) for find in findings),
        references=tuple(
            replace(find, id=ids.get(find.id, find.id), follows=tuple(ids.get(one, one) for one in find.follows))
            for find in new.references
        ),
    )


# Where an old span stands in the new text, and how alike what stands there must be; None when its lines are gone.
Mover = Callable[[Span], tuple[Span, float] | None]


def _taken_over(old: Sequence[Find], new: Sequence[Find], moved: Mover) -> dict[str, str]:
    """Say which new id gives way to which old one."""
    old_ids, new_ids = {find.id for find in old}, {find.id for find in new}
    lost = [(order, find) for order, find in enumerate(old) if find.id not in new_ids]
    free = [find for find in new if find.id not in old_ids]
    pairs = []
    for order, known in lost:
        place = moved(known.span)
        for find in free:
            score = _sameness(known, find, place)
            if score is not None:
                pairs.append((-score, order, known.id, find.id))
    taken: dict[str, str] = {}
    for _, _, old_id, new_id in sorted(pairs):
        if new_id not in taken and old_id not in taken.values():
            taken[new_id] = old_id
    return taken


def _sameness(known: Find, find: Find, place: tuple[Span, float] | None) -> float | None:
    """Score from 0 to 1 how well ``find`` goes on for ``known``, which now stands at ``place``; None: it does not."""
    if place is None or _group(known) != _group(find) or not place[0].overlaps(find.span):
        return None
    words = SequenceMatcher(None, known.quote.split(), find.quote.split(), autojunk=False)
    if words.real_quick_ratio() < place[1] or words.quick_ratio() < place[1]:
        return None
    score = words.ratio()
    return score if score >= place[1] else None


def _group(find: Judgement | Finding | Reference) -> str:
    """Say among which finds an id may pass on: a better rule may call an area for improvement a recommendation."""
    if not isinstance(find, Finding):
        return ""
    return "formal" if find.formal else find.kind.value


def _mover(old_lines: Sequence[str], new_lines: Sequence[str]) -> Mover:
    if old_lines == new_lines:
        return lambda span: (span, 0.0)
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    kept: set[int] = set()
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(None, old_lines, new_lines).get_opcodes():
        for step, line in enumerate(range(old_start + 1, old_end + 1)):
            same = tag == "equal"
            first[line] = new_start + 1 + (step if same else 0)
            last[line] = first[line] if same else new_end
            if same:
                kept.add(line)

    def move(span: Span) -> tuple[Span, float] | None:
        if span.line not in first or span.last_line not in last:
            return None
        start, end = first[span.line], last[span.last_line]
        if kept.issuperset(range(span.line, span.last_line + 1)) and end - start == span.last_line - span.line:
            return replace(span, line=start, last_line=end), 0.0
        return (Span(start, end, 0, len(new_lines[end - 1])), _ALIKE_WORDS) if end >= start else None

    return move


def renamed_areas(old: Iterable[Area], new: Collection[Area], aliases: Mapping[str, str]) -> dict[str, str]:
    """Give all former area ids after a force was linked anew, each with the area that goes on for it.

    ``old`` and ``new`` are the force's areas before and after, ``aliases`` those known before. An area that is gone
    leads to the one that holds most of its members; where none does, what led to it stays as it was.
    """
    living = {area.id for area in new}
    holders: dict[str, list[str]] = {}
    for area in new:
        for find in {member.id for member in area.members}:
            holders.setdefault(find, []).append(area.id)
    now = dict(aliases)
    for area in old:
        heir = _heir(area, holders)
        if heir is not None:
            now[area.id] = heir
    return {former: _followed(former, now, living) for former in now if former not in living}


def _heir(area: Area, holders: Mapping[str, Sequence[str]]) -> str | None:
    """Give the id of the area that holds most members of a former one; of several the first by its id."""
    members = {member.id for member in area.members}
    shared = Counter(holder for member in members for holder in holders.get(member, ()))
    return min(shared, key=lambda holder: (-shared[holder], holder), default=None)


def _followed(former: str, aliases: Mapping[str, str], living: Collection[str]) -> str:
    seen = {former}
    area = aliases[former]
    while area not in living and area in aliases and area not in seen:
        seen.add(area)
        area = aliases[area]
    return area
