"""Bad input, each with a clear message, its exit status, and nothing stored, half or whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inspect_cli.store import STORE_FILE, open_register
from tests import seed_table
from tests.running import Ran, run, snapshot

SCONES = "Scones\n\nRub the butter into the flour. Add the milk. Bake for twelve minutes.\n"


def _says(ran: Ran, status: int, *words: str) -> None:
    """Hold a failure to its form: its status, an error that names what was wrong, a hint, no traceback."""
    assert ran.status == status, ran.err
    assert "error:" in ran.err
    assert "hint:" in ran.err
    assert "Traceback" not in ran.err
    flat = " ".join(ran.err.split())
    assert [word for word in words if word not in flat] == [], ran.err


def _missing(folder: Path) -> Path:
    return folder / "gone.txt"


def _empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def _blank(folder: Path) -> Path:
    path = folder / "blank.txt"
    path.write_bytes(b"\xef\xbb\xbf \r\n\r\n")
    return path


def _without_reports(folder: Path) -> Path:
    path = folder / "leaflets"
    path.mkdir()
    (path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return path


def _binary(folder: Path) -> Path:
    path = folder / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
    return path


def _old_word(folder: Path) -> Path:
    path = folder / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"))
    return path


def _bomb(folder: Path) -> Path:
    path = folder / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(80_000_000))
    return path


def _no_report(folder: Path) -> Path:
    path = folder / "scones.txt"
    path.write_text(SCONES, encoding="utf-8")
    return path


def _broken_sources(folder: Path) -> Path:
    path = folder / "broken"
    path.mkdir()
    (path / "report.txt").write_text("Cheshire PEEL 2018\n\nLegitimacy\n", encoding="utf-8")
    (path / "sources.toml").write_text('["report.txt"]\ninspection_year = 2018\npublished = = 2\n', encoding="utf-8")
    return path


def _unknown_key(folder: Path) -> Path:
    path = folder / "misspelt"
    path.mkdir()
    (path / "report.txt").write_text("Cheshire PEEL 2018\n\nLegitimacy\n", encoding="utf-8")
    (path / "sources.toml").write_text('["report.txt"]\npublishd = 2019-09-27\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (_missing, ("gone.txt",)),
        (_empty, ("empty.txt", "empty")),
        (_blank, ("blank.txt", "empty")),
        (_without_reports, ("leaflets",)),
        (_binary, ("picture.txt",)),
        (_old_word, ("old.doc", ".docx")),
        (_bomb, ("bomb.docx", "unpacks")),
        (_no_report, ("scones.txt", "--force", "--kind other")),
        (_broken_sources, ("sources.toml", "line 3")),
        (_unknown_key, ("sources.toml", "publishd", "published")),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_source_that_cannot_be_used_is_refused_and_nothing_is_stored(
    made: Callable[[Path], Path], words: tuple[str, ...], data: Path, imported: Path, tmp_path: Path
) -> None:
    source = made(tmp_path)
    _says(run("import", source, data=data), 3, *words)
    assert snapshot(data) == {}
    before = snapshot(imported)
    _says(run("import", source, data=imported), 3, *words)
    assert snapshot(imported) == before


def test_a_text_that_is_no_report_goes_in_when_force_and_kind_are_given(data: Path, tmp_path: Path) -> None:
    source = _no_report(tmp_path)
    _says(run("import", source, "--kind", "other", data=data), 3, "scones.txt", "--force")
    assert run("import", source, "--force", "cheshire", "--kind", "other", data=data).status == 0
    (report,) = open_register(data).reports
    assert (report.kind, report.forces, report.rung("forces")) == ("other", ("cheshire",), "given")


def test_of_several_files_the_good_ones_go_in_and_the_others_are_named(data: Path, seeds: Path, tmp_path: Path) -> None:
    ran = run("import", seeds, _empty(tmp_path), _no_report(tmp_path), "--json", data=data)
    assert ran.status == 5
    outcome = json.loads(ran.out)
    assert len(outcome["imported"]) == len(seed_table.FILES)
    assert sorted(Path(failed["file"]).name for failed in outcome["failed"]) == ["empty.txt", "scones.txt"]
    assert all(failed["error"] and failed["hint"] for failed in outcome["failed"])
    assert len(open_register(data).reports) == len(seed_table.FILES)


def test_an_unknown_force_is_wrong_usage_and_names_the_nearest(data: Path, seeds: Path) -> None:
    ran = run("import", seeds, "--force", "chesire", data=data)
    assert ran.status == 2
    assert "cheshire" in ran.err
    assert snapshot(data) == {}


def _not_json(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-40])


def _not_ours(store: Path) -> None:
    store.write_text('{"recipes": {"1": {"title": "Scones"}}}', encoding="utf-8")


def _newer(store: Path) -> None:
    tables = json.loads(store.read_text(encoding="utf-8"))
    (row,) = tables["meta"].values()
    row["schema"] += 1
    store.write_text(json.dumps(tables), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(_not_json, (STORE_FILE,)), (_not_ours, (STORE_FILE,)), (_newer, (STORE_FILE, "newer"))],
    ids=lambda value: getattr(value, "__name__", None),
)
@pytest.mark.parametrize("command", [("import", "{seeds}"), ("status",), ("areas", "--json"), ("track", "vetting")])
def test_a_store_that_cannot_be_read_stops_every_command_and_stays_as_it_is(
    spoil: Callable[[Path], None], words: tuple[str, ...], command: tuple[str, ...], imported: Path, seeds: Path
) -> None:
    spoil(imported / STORE_FILE)
    before = snapshot(imported)
    _says(run(*(part.format(seeds=seeds) for part in command), data=imported), 4, *words)
    assert snapshot(imported) == before


def test_a_data_folder_that_is_a_file_is_a_store_error(seeds: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a note\n", encoding="utf-8")
    _says(run("import", seeds, data=taken / "data"), 4, str(taken / "data"))
    _says(run("import", seeds, data=taken), 4, str(taken))
    assert taken.read_text(encoding="utf-8") == "a note\n"


# Permissions do not bind an administrator: the hook refuses whatever would change a file below the folder.
_READ_ONLY = """
import errno, os, sys
folder = sys.argv[1]
def refuse(event, arguments):
    flags = arguments[2] if event == "open" else 0
    writing = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    changing = event in ("os.mkdir", "os.rename", "os.remove", "os.link", "os.truncate")
    if (writing or changing) and str(arguments[0]).startswith(folder):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), arguments[0])
sys.addaudithook(refuse)
sys.argv = ["inspect-cli", *sys.argv[2:]]
from inspect_cli.cli.app import main
main()
"""


def _run_read_only(data: Path, *arguments: object) -> Ran:
    argv = [sys.executable, "-c", _READ_ONLY, str(data), *(str(argument) for argument in arguments)]
    surroundings = {**os.environ, "INSPECT_CLI_DATA": str(data)}
    root = Path(__file__).parent.parent
    done = subprocess.run(argv, capture_output=True, text=True, check=False, cwd=root, env=surroundings)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_read_only_data_folder_can_be_read_but_not_imported_into(imported: Path, seeds: Path) -> None:
    source = seeds / seed_table.RELATIONSHIPS
    edited = imported.parent / source.name
    edited.write_bytes(source.read_bytes() + b"\n\nThe force should also keep a list.\n")
    before = snapshot(imported)
    _says(_run_read_only(imported, "import", edited), 4, str(imported), "read-only")
    assert snapshot(imported) == before
    assert _run_read_only(imported, "areas").status == 0
    assert snapshot(imported) == before


def test_a_first_import_into_a_read_only_data_folder_stores_nothing(data: Path, seeds: Path) -> None:
    _says(_run_read_only(data, "import", seeds), 4, str(data), "read-only")
    assert snapshot(data) == {}


def test_reading_where_nothing_was_imported_creates_nothing(data: Path) -> None:
    assert run("areas", "--json", data=data).json() == []
    assert run("status", data=data).status == 0
    assert snapshot(data) == {}
