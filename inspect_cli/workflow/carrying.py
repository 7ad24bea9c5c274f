"""All that a store holds taken out of it, and put into an empty one: the export file and what it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from inspect_cli.errors import StoreError, UsageError
from inspect_cli.model import Carried, Extraction, Finding, Judgement, Linked, Reference, Told, Ungraded
from inspect_cli.store import Register, change, open_register
from inspect_cli.store.codec import encode
from inspect_cli.store.draft import Draft
from inspect_cli.store.files import as_store_error, write_file
from inspect_cli.store.locking import Writing
from inspect_cli.store.texts import checksum_of, encode_text
from inspect_cli.workflow.folder import DEFAULT_SETTINGS, SETTINGS_FILE
from inspect_cli.workflow.records import Held
from inspect_cli.workflow.relinking import known_forces, linked_anew
from inspect_cli.workflow.settings import kept_by_settings

FORMAT, VERSION = "inspect-cli export", 1

Find = TypeVar("Find", Judgement, Finding, Reference, Ungraded)


class Export(NamedTuple):
    """An export, ready to be written: what stands before the reports, the reports one by one, and the decisions."""

    head: dict[str, Any]
    reports: Iterator[dict[str, Any]]
    events: list[dict[str, Any]]


def export(folder: Path, program: str) -> Export:
    """Give all that the store of ``folder`` holds, as records that JSON can hold; ``program`` is who writes them.

    The same store gives the same export. Raises StoreError for a store that cannot be read, also on the way where a
    report's text is gone, and where there is none.
    """
    register = open_register(folder)
    if not register.exists:
        raise StoreError(f"There is no store in {folder}.", "Where the data is, and why there: inspect-cli where")
    head = {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "settings": settings_text(folder),
        "at_hand": register.at_hand,
        "aliases": dict(sorted(register.aliases.items())),
    }
    return Export(head, map(_report_record, told(register)), [encode(event) for event in register.events])


def write_export(path: Path, pieces: Iterable[str]) -> int:
    """Write the text of an export as a file, whole or not at all, and give its size in bytes.

    A new file is its owner's alone. Raises UsageError where it cannot be written.
    """
    content = [piece.encode() for piece in pieces]
    try:
        write_file(path, content)
    except OSError as error:
        raise UsageError(f"{path} could not be written: {error.strerror}", "name a file in another folder") from error
    return sum(map(len, content))


def carried(register: Register) -> Carried:
    """Take all out of a store."""
    return Carried(
        reports=tuple(told(register)),
        events=register.events,
        aliases=dict(register.aliases),
        at_hand=register.at_hand,
        settings=settings_text(register.folder),
    )


def told(register: Register) -> Iterator[Told]:
    """Give the reports of a store one by one, each with all it says."""
    judgements, findings = _by_report(register.judgements), _by_report(register.findings)
    references, ungraded = _by_report(register.references), _by_report(register.ungraded)
    for report in register.reports:
        extraction = Extraction(
            judgements[report.id],
            findings[report.id],
            references[report.id],
            register.figures.get(report.id, ()),
            register.unclaimed.get(report.id, ()),
            ungraded[report.id],
        )
        text = partial(register.text, report)
        named = report if report.text_sha256 else replace(report, text_sha256=text_sum(text()))  # before schema 2
        yield Told(named, extraction, text)


def _by_report(finds: Iterable[Find]) -> Mapping[str, tuple[Find, ...]]:
    grouped: defaultdict[str, list[Find]] = defaultdict(list)
    for find in finds:
        grouped[find.report].append(find)
    return defaultdict(tuple, {report: tuple(found) for report, found in grouped.items()})


def _report_record(one: Told) -> dict[str, Any]:
    return {**encode(one.report), "text": list(one.lines), **encode(one.extraction)}


def text_sum(lines: tuple[str, ...]) -> str:
    """Give the SHA-256 of a text as it is stored."""
    return checksum_of(encode_text(lines))


def settings_text(folder: Path) -> str | None:
    """Give the settings file of a data folder as it stands; None where there is none. Raises UsageError."""
    path = folder / SETTINGS_FILE
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} could not be read: {error}.", "Mend it there, or move it away.") from error


def import_all(folder: Path, content: Carried, how: Writing) -> bool:
    """Put all that an export holds into the empty store of ``folder``, as one change; ``how`` is how.

    Says whether its settings hold there now: those that a person wrote before are kept. Raises UsageError where the
    store holds something, StoreError where it cannot be written.
    """
    with change(folder, kept_by_settings(folder, how)) as draft:
        if draft.reports or draft.events:
            raise UsageError(
                f"the store in {folder} holds something already",
                "to join the two: inspect-cli merge FILE; to keep them apart: --data DIR, another folder",
            )
        put_all(draft, content)
        return _settled(folder, content.settings)


def put_all(draft: Draft, content: Carried) -> None:
    """Put everything into an empty draft, and work out what linking makes of it."""
    for one in content.reports:
        draft.put_report(one.report, one.extraction, one.lines)
    draft.add_events(content.events)
    draft.set_at_hand(content.at_hand)
    draft.set_linked("", Linked((), ()), content.aliases)
    for force, linked in linked_anew(draft, dict.fromkeys(all_forces(draft), ()))[0].items():
        draft.set_linked(force, linked, content.aliases)


def all_forces(records: Draft | Held) -> list[str]:
    """Give every force of which something is known, those only named by a follow-up among them."""
    return sorted(known_forces(records) | {find.force for find in records.references if find.force})


def _settled(folder: Path, settings: str | None) -> bool:
    """Put settings into a data folder where nobody wrote any; says whether they are those that hold there."""
    there = settings_text(folder)
    if settings is None or there == settings:
        return there in (settings, DEFAULT_SETTINGS)
    if there not in (None, DEFAULT_SETTINGS):
        return False
    with as_store_error(folder):
        write_file(folder / SETTINGS_FILE, [settings.encode()])
    return True
