"""What is found in a document, for comparing one report in several formats."""

from __future__ import annotations

from inspect_cli.errors import SourceError
from inspect_cli.extract import extract
from inspect_cli.model import Document, normal_words
from inspect_cli.recognise import recognise

Find = tuple[str, str, str]


def finds(document: Document) -> list[Find]:
    """Give each judgement, formal finding and reference once: what it is, how it is graded, its words.

    Nothing is found in what is not recognised as an inspection report.
    """
    try:
        report = recognise(document, {})
    except SourceError:
        return []
    found = extract(document, report)
    said = [("judgement", one.grade.value, normal_words(one.quote)) for one in found.judgements]
    said += [("finding", one.kind.value, normal_words(one.quote)) for one in found.findings if one.formal]
    said += [("reference", f"{one.to_kind} {one.verdict}", normal_words(one.quote)) for one in found.references]
    return sorted(set(said))
