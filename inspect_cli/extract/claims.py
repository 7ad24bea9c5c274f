"""Which words of a document a rule has used, so that no two rules use the same ones."""

from __future__ import annotations

from inspect_cli.extract.sentences import Sentence


class Claims:
    """The stretches that rules have claimed so far."""

    def __init__(self) -> None:
        self._by_block: dict[int, list[Sentence]] = {}

    def add(self, stretch: Sentence) -> None:
        """Claim a stretch."""
        self._by_block.setdefault(id(stretch.block), []).append(stretch)

    def holds(self, stretch: Sentence) -> bool:
        """Say whether a word of ``stretch`` is claimed."""
        claimed = self._by_block.get(id(stretch.block), ())
        return any(taken.start < stretch.end and stretch.start < taken.end for taken in claimed)
