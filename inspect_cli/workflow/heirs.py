"""Former ids of two stores that were joined, each led to what goes on for it, whichever side is asked first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from inspect_cli.model import Area

Ways = Mapping[str, Collection[str]]


def joined_ways(*known: Mapping[str, str]) -> Ways:
    """Put together where former ids lead by each of ``known``; one id may be led to several."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for one in known:
        for former, now in one.items():
            ways[former].add(now)
    return ways


def heirs(own: Iterable[Area], renamed: Mapping[str, str], joined: Collection[Area]) -> dict[str, str]:
    """Lead the areas of one side that are gone to those that hold most of their members.

    ``own`` are the side's areas as the program alone puts them together, ``renamed`` the ids of finds that are others
    now, ``joined`` the program's own areas over the reports of both.
    """
    living = {area.id for area in joined}
    of_find: defaultdict[str, list[str]] = defaultdict(list)
    for area in joined:
        for member in area.members:
            of_find[member.id].append(area.id)
    found = {}
    for area in own:
        members = {renamed.get(member.id, member.id) for member in area.members}
        shared = [name for member in members for name in of_find.get(member, ())]
        if area.id not in living and shared:
            found[area.id] = min(set(shared), key=lambda name: (-shared.count(name), name))
    return found


def led_on(ways: Ways, living: Collection[str]) -> dict[str, str]:
    """Give every former id with the one that it leads to now; of several that it may lead to, the smallest.

    An id that leads to nothing that lives keeps on leading where it led.
    """
    return {former: _end(former, ways, living) for former in sorted(ways) if former not in living}


def _end(former: str, ways: Ways, living: Collection[str]) -> str:
    ends = set(_ends(former, ways, living))
    return min(ends & set(living) or ends or set(ways[former]))


def _ends(former: str, ways: Ways, living: Collection[str]) -> Iterator[str]:
    seen, ahead = {former}, list(ways[former])
    while ahead:
        name = ahead.pop()
        if name in living or not ways.get(name):
            yield name
        elif name not in seen:
            seen.add(name)
            ahead += ways[name]
