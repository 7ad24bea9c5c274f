"""Which files of a folder are reports; which are passed over in silence, and which are counted."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from inspect_cli.errors import SourceError
from inspect_cli.read.sniff import SUFFIXES

# Where browsers put what belongs to a page they save: its pictures, styles and scripts.
_BESIDE_A_PAGE = re.compile(r"(?P<page>.+)(?:_files|\.files)", re.DOTALL)
_PAGES = (".html", ".htm", ".xhtml")
# What says of a folder of reports what is in it, or was put there by the system.
_NOTES = frozenset({"sources.toml", "thumbs.db", "desktop.ini"})

# A data folder's store, and beside it the texts of what was imported, which to import would be to do so twice.
_STORE, _TEXTS = "inspections.json", "texts"


class Found(NamedTuple):
    """The source files at a path, sorted; the files passed over for what they are called; what could not be read."""

    files: tuple[Path, ...] = ()
    passed_over: tuple[Path, ...] = ()
    errors: tuple[SourceError, ...] = ()


def find_sources(path: Path) -> Found:
    """Give the source files at ``path``: the file itself, or the reports in and below a folder.

    Hidden files, READMEs, notes on the reports, the texts that a data folder keeps and what a browser saved beside a
    page are passed over without being counted. Raises SourceError when nothing is there.
    """
    try:
        is_folder = path.stat() and path.is_dir()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceError(f"There is no file or folder {path}.", "Look at the spelling of the path.") from error
    except OSError as error:
        raise _unreadable(path, error) from error
    return _in_folder(path) if is_folder else Found((path,))


def _in_folder(folder: Path) -> Found:
    files: list[Path] = []
    passed_over: list[Path] = []
    refused: list[OSError] = []
    for place, below, names in os.walk(folder, onerror=refused.append):
        here = Path(place)
        below[:] = [name for name in below if not name.startswith(".") and not _is_beside_a_page(name, names)]
        of_program = _STORE in names
        below[:] = [name for name in below if not (of_program and name == _TEXTS)]
        for file in (here / name for name in names if not _is_silent(name)):
            if file.suffix.lower() in SUFFIXES and file.is_file():
                files.append(file)
            elif not of_program and file.is_file():
                passed_over.append(file)
    errors = tuple(_unreadable(Path(error.filename or folder), error) for error in refused)
    if not files and not errors:
        raise _without_reports(folder, passed_over)
    return Found(tuple(sorted(files)), tuple(sorted(passed_over)), errors)


def _is_silent(name: str) -> bool:
    return name.startswith(".") or name.lower() in _NOTES or Path(name).stem.lower() == "readme"


def _is_beside_a_page(folder: str, files: list[str]) -> bool:
    """Say whether a folder was saved together with a page: it goes by the page's name, and stands beside it."""
    match = _BESIDE_A_PAGE.fullmatch(folder)
    return match is not None and any(match["page"] + suffix in files for suffix in _PAGES)


def _without_reports(folder: Path, passed_over: list[Path]) -> SourceError:
    held = f" What it holds: {suffixes_of(passed_over)}." if passed_over else ""
    known = " ".join(sorted(SUFFIXES))
    return SourceError(f"The folder {folder} holds no reports.{held}", f"Reports are files ending in {known}.")


def suffixes_of(files: list[Path] | tuple[Path, ...]) -> str:
    """Name the suffixes of files, each once: ".png, .xlsx"."""
    return ", ".join(sorted({file.suffix.lower() or "without a suffix" for file in files}))


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(f"{path} could not be read: {error.strerror or error}.", "Look at its name and permissions.")
