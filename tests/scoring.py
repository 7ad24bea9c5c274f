"""What is read out of a labelled example, held against its labels: right, missed, invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspect_cli.errors import SourceError
from inspect_cli.extract import extract
from inspect_cli.model import Extraction, Finding, Judgement, Reference, Report, normal_words
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from tests.labels import Example, Label

Find = Judgement | Finding | Reference
# Words that every subject has.
_EMPTY = frozenset(
    "the a an of to and in at for its it is are be how way well does do what extent force forces constabulary police "
    "that with by on their has".split()
)


@dataclass
class Score:
    """How many finds were right; those that were missed and those that were invented, as lines for a reader."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another score to this one."""
        self.right += other.right
        self.missed += other.missed
        self.invented += other.invented

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / (self.right + len(self.invented)) if self.right or self.invented else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None where nothing is there."""
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else None


def read_out(example: Example, name: str | None = None, data: bytes | None = None) -> tuple[Report, Extraction] | None:
    """Give what is read out of an example, or of another rendering of it; None where it is refused as no report."""
    try:
        document = read_source(name or example.path.name, example.path.read_bytes() if data is None else data)
        report = recognise(document, {})
    except SourceError:
        return None
    return report, extract(document, report)


def score(example: Example, read: tuple[Report, Extraction] | None) -> dict[str, Score]:
    """Hold what was read out against the labels: a score for each sort of find and fact."""
    if read is None:
        found: dict[str, Sequence[Find]] = {"judgement": (), "finding": (), "reference": ()}
    else:
        formal = [finding for finding in read[1].findings if finding.formal]
        found = {"judgement": read[1].judgements, "finding": formal, "reference": read[1].references}
    scores = {
        f"{what}s": _match(example, [label for label in example.of(what) if label.fields.get("formal", True)], finds)
        for what, finds in found.items()
    }
    report = read[0] if read else None
    scores["dates"] = _dates(example, report)
    scores["forces"] = _fact(example, "forces", tuple(sorted(report.forces)) if report else ())
    scores["kinds"] = _fact(example, "kind", str(report.kind) if report else "")
    scores["publishers"] = _fact(example, "publisher", str(report.publisher) if report else "")
    scores["refused"] = _refused(example, report)
    return scores


def verdict_scores(example: Example, read: tuple[Report, Extraction] | None) -> dict[str, Score]:
    """Hold the follow-ups against their labels, by verdict."""
    labels, finds = example.of("reference"), list(read[1].references) if read else []
    verdicts = {*(str(label.fields["verdict"]) for label in labels), *(str(find.verdict) for find in finds)}
    return {
        verdict: _match(
            example,
            [label for label in labels if label.fields["verdict"] == verdict],
            [find for find in finds if find.verdict == verdict],
        )
        for verdict in verdicts
    }


def _match(example: Example, labels: Sequence[Label], finds: Sequence[Find]) -> Score:
    """Pair labels and finds one to one, the most alike first; what an optional label takes counts neither way."""
    pairs = [
        (likeness, -label.optional, place, number)
        for place, label in enumerate(labels)
        for number, find in enumerate(finds)
        if (likeness := _likeness(example, label, find)) > 0
    ]
    taken: dict[int, int] = {}
    for _, _, place, number in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if place not in taken and number not in taken.values():
            taken[place] = number
    result = Score()
    for place, label in enumerate(labels):
        if place in taken:
            result.right += not label.optional
        elif not label.optional:
            result.missed.append(f"{example.name}: {label.what} {_brief(label.fields)}")
    for number, find in enumerate(finds):
        if number not in taken.values():
            result.invented.append(f"{example.name}:{find.span.line}: {_told(find)}")
    return result


def _likeness(example: Example, label: Label, find: Find) -> float:
    fields = label.fields
    if "force" in fields and fields["force"] != find.force:
        return 0
    if isinstance(find, Judgement):
        return _same_judgement(fields, find)
    if isinstance(find, Finding):
        # the given examples do not say whom their findings are addressed to
        addressed = fields.get("addressed_to", find.addressed_to if example.name.startswith("formats/") else "force")
        same = (fields["kind"], addressed) == (find.kind, find.addressed_to)
        return float(same and normal_words(find.text).startswith(normal_words(label.words)))
    same = (fields.get("to_year", find.to_year), fields["to_kind"], fields["verdict"]) == (
        find.to_year,
        find.to_kind,
        find.verdict,
    )
    said, wanted = normal_words(find.text), normal_words(label.words)
    return float(same and wanted in said)


def _same_judgement(fields: dict[str, Any], find: Judgement) -> float:
    wanted = (fields["grade"], fields.get("basis", "inspected"), fields.get("carried_from"))
    if wanted != (find.grade, find.basis, find.carried_from):
        return 0
    if fields.get("pillar") and find.pillar and fields["pillar"] != find.pillar:
        return 0
    first, second = _stems(str(fields["subject"])), _stems(find.subject)
    if "overall" in str(fields["subject"]):
        first |= _stems(str(fields.get("pillar", "")))
        second |= _stems(str(find.pillar or ""))
    return len(first & second) / max(1, min(len(first), len(second)))


def _stems(words: str) -> set[str]:
    return {word[:5] for word in normal_words(words).split() if word not in _EMPTY}


def _brief(fields: dict[str, Any]) -> str:
    return " ".join(f"{key}={value!r}" for key, value in fields.items() if key not in ("formal", "notes"))


def _told(find: Find) -> str:
    if isinstance(find, Judgement):
        return f"judgement {find.grade} {find.pillar} {find.basis} {find.carried_from or ''} “{find.subject[:80]}”"
    if isinstance(find, Finding):
        return f"{find.kind} to {find.addressed_to} “{find.text[:90]}”"
    return f"reference {find.to_year} {find.to_kind} {find.verdict} “{find.text[:90]}”"


def _dates(example: Example, report: Report | None) -> Score:
    """Dates are right, missed (said to be unknown), or invented (another date than the one that is right)."""
    result = Score()
    if report is None:
        return result
    wanted: dict[str, Callable[[Report], object]] = {
        "inspection_year": lambda one: one.inspection_year,
        "published": lambda one: one.published,
        "page_date": lambda one: one.page_date,
    }
    for name, get in wanted.items():
        right, told = example.report.get(name), get(report)
        if right == told:
            result.right += right is not None
        elif told is None:
            result.missed.append(f"{example.name}: {name} is {right}")
        else:
            result.invented.append(f"{example.name}: {name} {told}, not {right}")
    return result


def _refused(example: Example, report: Report | None) -> Score:
    """A report is to be recognised as one; a text in which nothing is to be found may be refused."""
    if example.is_negative:
        return Score()
    return Score(1) if report else Score(0, [f"{example.name}: refused"])


def _fact(example: Example, name: str, told: object) -> Score:
    right = example.report.get(name)
    right = tuple(sorted(right)) if isinstance(right, list) else right
    if example.is_negative:
        return Score()
    if right == told:
        return Score(1)
    return Score(0, [f"{example.name}: {name} is {right}"], [f"{example.name}: {name} {told}, not {right}"])
