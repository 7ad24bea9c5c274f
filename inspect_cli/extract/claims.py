"""Which words of a document a rule has used, so that no two rules use the same ones."""

from __future__ import annotations

from inspect_cli.extract.sentences import Sentence


class Claims:
    """The stretches that rules have claimed so far, and those among them that speak of an earlier year's findings."""

    def __init__(self) -> None:
        self._by_block: dict[int, list[tuple[Sentence, bool]]] = {}

    def add(self, stretch: Sentence, *, earlier: bool = False) -> None:
        """Claim a stretch; ``earlier``: it speaks of what an earlier inspection found."""
        self._by_block.setdefault(id(stretch.block), []).append((stretch, earlier))

    def holds(self, stretch: Sentence, *, earlier: bool = False) -> bool:
        """Say whether a word of ``stretch`` is claimed; ``earlier``: as speaking of an earlier inspection."""
        claimed = self._by_block.get(id(stretch.block), ())
        return any(
            taken.start < stretch.end and stretch.start < taken.end for taken, past in claimed if past or not earlier
        )
