"""How an answer is put out on a terminal and into a pipe."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from inspect_cli.cli.output import Output


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def _shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, **given: bool) -> str:
    monkeypatch.setattr("sys.stdout", stream)
    Output(given).show(Text("good", style="green"))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(Terminal(), monkeypatch) == "\x1b[32mgood\x1b[0m\n"


def test_a_pipe_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(io.StringIO(), monkeypatch) == "good\n"


def test_no_colours_are_asked_for_by_option_or_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(Terminal(), monkeypatch, no_color=True) == "good\n"
    monkeypatch.setenv("NO_COLOR", "1")
    assert _shown(Terminal(), monkeypatch) == "good\n"


def test_a_pipe_has_all_the_room_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setenv("COLUMNS", "97")
    assert Output({}).width == 97
    monkeypatch.setenv("COLUMNS", "many")
    assert Output({}).width is None


def test_a_command_to_type_is_not_broken_over_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setenv("COLUMNS", "40")
    Output({}).footer(["5 areas open; oldest: A title, 2016. inspect-cli track vetting"])
    assert stream.getvalue() == "\n5 areas open; oldest: A title, 2016.\ninspect-cli track vetting\n"


def _said(line: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("COLUMNS", "40")
    Output({}).say(line)
    return stream.getvalue()


LINE = "imported   r4k2mz1  A report with a title that is long (2016): 2 findings"


def test_what_is_said_on_a_terminal_is_broken_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    said = _said(LINE, Terminal(), monkeypatch)
    assert said == (
        "imported   r4k2mz1  A report with a\n           title that is long (2016): 2\n           findings\n"
    )


def test_what_is_said_into_a_pipe_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _said(LINE, io.StringIO(), monkeypatch) == f"{LINE}\n"


def test_a_hint_is_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    hint = "  hint: inspect-cli import FILE --published 2016-12-08 --year 2016"
    assert _said(hint, Terminal(), monkeypatch) == f"{hint}\n"
