"""What an analyst ruled, laid over the areas that the program put together: the ruling always wins."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice

from inspect_cli.link.drafts import Draft
from inspect_cli.link.edges import as_member
from inspect_cli.link.finds import FORMAL_KINDS, Find
from inspect_cli.link.titles import title_of
from inspect_cli.model import EventKind, LinkKind, Ruling, make_id

_WORDS = {
    EventKind.LINK: "linked by an analyst",
    EventKind.MERGE: "merged by an analyst",
    EventKind.SPLIT: "split off by an analyst",
    EventKind.OPEN: "opened by an analyst",
}
# How many ids of one find are tried to tell whether an area was made for this force.
_TRIED = 16


@dataclass(eq=False)
class Named:
    """A draft that has its id and title."""

    id: str
    title: str
    draft: Draft


def area_id(force: str, *parts: str | None) -> str:
    """Make an area's id of the find that it begins with (and of what tells it from another of the same find)."""
    return make_id("a", force, *parts, size=6)


def fresh_id(force: str, find: str, taken: Collection[str]) -> str:
    """Give an area that an analyst makes, and that begins with ``find``, an id that is not ``taken``.

    It is the id by which the program itself would call such an area, so that the two become one should it ever do so.
    """
    return next(name for name in _ids_of(force, find) if name not in taken)


def _ids_of(force: str, find: str) -> Iterator[str]:
    yield area_id(force, find)
    for number in count(1):
        yield area_id(force, find, f"ruling {number}")


class Rulings:
    """The areas of a force, and the rulings applied to them one by one, in the order in which they were made.

    ``named`` are the program's own areas, whose drafts are changed in place; ``finds`` are all finds of the force by
    id; ``aliases`` lead from former ids of areas and finds to those of today. A newer ruling wins over an older one.
    """

    def __init__(
        self, force: str, named: Sequence[Named], finds: Mapping[str, Find], aliases: Mapping[str, str]
    ) -> None:
        self._led: dict[str, str] = {}
        self._force = force
        self._named = {one.id: one for one in named}
        self._finds = finds
        self._aliases = aliases

    @property
    def areas(self) -> list[Named]:
        """The areas as ruled; one that was left without members is none."""
        return [one for one in self._named.values() if one.draft.members]

    @property
    def aliases(self) -> dict[str, str]:
        """The ids of areas that were merged into others, each with the area that it leads to."""
        return {former: place.id for former in self._led if (place := self._place(former))}

    def apply(self, ruling: Ruling) -> bool:
        """Apply a ruling; says whether it could be, or whether all that it asks for holds anyway."""
        finds = [find for name in ruling.finds if (find := self._find(name))]
        ways = {
            EventKind.LINK: self._link,
            EventKind.UNLINK: self._unlink,
            EventKind.MERGE: self._merge,
            EventKind.SPLIT: self._split,
            EventKind.OPEN: self._open,
            EventKind.RENAME: self._rename,
        }
        return ways[ruling.kind](ruling, finds)

    def _link(self, ruling: Ruling, finds: Sequence[Find]) -> bool:
        place = self._place(ruling.area)
        if place is None or not finds:
            return False
        _take_in(place.draft, finds, _why(ruling))
        return True

    def _unlink(self, ruling: Ruling, finds: Sequence[Find]) -> bool:
        place = self._place(ruling.area)
        if place is None or not finds:
            return False
        for find in finds:
            place.draft.leave_out(find.id)
        return True

    def _merge(self, ruling: Ruling, _: Sequence[Find]) -> bool:
        kept, other = self._place(ruling.area), self._place(ruling.other)
        if kept is None or other is None:
            return False
        if kept is other:
            return True
        for find in other.draft.finds.values():
            if find.id not in kept.draft.members:
                _take_in(kept.draft, [find], f"{_why(ruling)} ({other.draft.members[find.id].why})")
        for member in other.draft.proposed.values():
            kept.draft.propose(member)
        kept.draft.brought |= other.draft.themes
        del self._named[other.id]
        self._led[other.id] = kept.id
        return True

    def _split(self, ruling: Ruling, finds: Sequence[Find]) -> bool:
        place = self._place(ruling.area)
        if ruling.other is None or not finds or (place is None and not self._is_ours(ruling.other, finds)):
            return False
        if place is not None:
            for find in finds:
                place.draft.leave_out(find.id)
        self._settle(ruling, ruling.other, finds)
        return True

    def _open(self, ruling: Ruling, finds: Sequence[Find]) -> bool:
        if not self._is_ours(ruling.area, finds):
            return False
        self._settle(ruling, ruling.area, finds)
        return True

    def _settle(self, ruling: Ruling, name: str, finds: Sequence[Find]) -> None:
        """Put ``finds`` into the area that the ruling made, which the program may have come to know by itself."""
        known = self._named.get(name)
        draft = known.draft if known else Draft(())
        _take_in(draft, finds, _why(ruling))
        if known is None:
            title = ruling.title or title_of(draft, [one.title for one in self._named.values()])
            self._named[name] = Named(name, title, draft)

    def _rename(self, ruling: Ruling, _: Sequence[Find]) -> bool:
        place = self._place(ruling.area)
        if place is None or not ruling.title:
            return False
        place.title = ruling.title
        return True

    def _is_ours(self, name: str, finds: Sequence[Find]) -> bool:
        """Say whether an area that a ruling made is this force's: each force has what was said to all."""
        return any(
            find.record.force == self._force or name in islice(_ids_of(self._force, find.id), _TRIED) for find in finds
        )

    def _find(self, name: str) -> Find | None:
        """Find what an id names today: two analysts may have known one find by two."""
        return self._finds.get(name) or self._finds.get(self._aliases.get(name, ""))

    def _place(self, name: str | None) -> Named | None:
        """Find the area that an id names today, be it a merged or a former one."""
        seen: set[str] = set()
        while name is not None and name not in self._named and name not in seen:
            seen.add(name)
            name = self._led.get(name) or self._aliases.get(name)
        return self._named.get(name or "")


def _why(ruling: Ruling) -> str:
    return ruling.reason or _WORDS[ruling.kind]


def _take_in(draft: Draft, finds: Sequence[Find], why: str) -> None:
    for find in finds:
        draft.add(find, as_member(find, LinkKind.ANALYST, why))
    known = {find.id for find in draft.anchors}
    more = [find for find in finds if _anchors(find) and find.id not in known]
    draft.anchors = tuple(sorted((*draft.anchors, *more), key=lambda find: find.first))


def _anchors(find: Find) -> bool:
    """Say whether a find makes an area a formal one: a formal finding, or a follow-up on one."""
    return find.formal or (find.reference is not None and find.reference.to_kind in FORMAL_KINDS)
