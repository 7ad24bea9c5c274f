"""Which words of a document a rule has used, so that no two rules use the same ones."""

from __future__ import annotations

from inspect_cli.extract.sentences import Sentence


class Claims:
    """The characters that rules have claimed so far, and those among them that speak of an earlier year's findings."""

    def __init__(self) -> None:
        self._all: dict[int, bytearray] = {}
        self._earlier: dict[int, bytearray] = {}

    def add(self, stretch: Sentence, *, earlier: bool = False) -> None:
        """Claim a stretch; ``earlier``: it speaks of what an earlier inspection found."""
        for claims in (self._all, self._earlier) if earlier else (self._all,):
            claimed = claims.get(id(stretch.block))
            if claimed is None:
                claimed = claims[id(stretch.block)] = bytearray(len(stretch.block.text))
            claimed[stretch.start : stretch.end] = b"\x01" * (stretch.end - stretch.start)

    def holds(self, stretch: Sentence, *, earlier: bool = False) -> bool:
        """Say whether a word of ``stretch`` is claimed; ``earlier``: as speaking of an earlier inspection."""
        claimed = (self._earlier if earlier else self._all).get(id(stretch.block))
        return claimed is not None and claimed.find(1, stretch.start, stretch.end) >= 0
