"""An analyst whose reports, settings and own words are hostile, and what each command of the program is tried with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from tests.hostile_report import ALL, BREAKS, as_file, register_text, report_text
from tests.running import Ran, import_each, run

KINDS = ("reports", "judgements", "findings", "references")
# What an analyst may type that no report can hold.
TYPED = f"{ALL} {' '.join(BREAKS.values())}"
NO_TEXT = "caf\udce9"


class Hostile(NamedTuple):
    """A data folder full of hostile words: where it is, and ids of what it holds."""

    data: Path
    report: str = ""
    judgement: str = ""
    finding: str = ""
    reference: str = ""
    area: str = ""
    other: str = ""
    third: str = ""
    proposed: str = ""

    def ask(self, *arguments: object) -> Ran:
        """Run a command on the folder, on a day on which things are late."""
        told = {"INSPECT_CLI_NOW": "2026-03-02T09:00:00+00:00", "LOGNAME": f"A. Analyst {ALL}"}
        with patch.dict(os.environ, told):
            return run(*arguments, data=self.data)


Trials = Callable[[Hostile], list[list[str]]]

# Each command that only asks, by its name, with what it is given.
ASKING: dict[str, Trials] = {
    "where": lambda _: [[]],
    "reports": lambda _: [[], ["--responses"]],
    "judgements": lambda _: [[], ["--ungraded"]],
    "trend": lambda _: [[]],
    "explain": lambda _: [[], ["good"], ["good", "--cycle", "2018/19"]],
    "findings": lambda one: [["--limit", "0"], ["--report", one.report]],
    "references": lambda _: [["--limit", "0"]],
    "areas": lambda _: [["--limit", "0"], ["--proposed", "--limit", "0"], ["--moved"], ["--silent"], ["--disputed"]],
    "track": lambda one: [["vetting"], [one.area]],
    "show": lambda one: [[item] for item in one[1:]],
    "search": lambda _: [["vetting"], ["cmd"], ["no such words"]],
    "themes": lambda _: [[]],
    "status": lambda _: [[]],
    "check": lambda _: [[], ["--nagios"], ["--stale", "1"], ["--moved-without-reason"]],
    "log": lambda one: [[], [one.area]],
    "changes": lambda _: [["--since", "2020-01-01"]],
    "doctor": lambda _: [[]],
    "verify": lambda _: [[]],
}
# Each command that changes something, with what it is given; it is tried on a copy.
DECIDING: dict[str, Trials] = {
    "init": lambda _: [[]],
    "import": lambda one: [[str(one.data.parent / "sources" / "2018.txt"), "--explain", "--title", TYPED]],
    "update": lambda one: [
        [one.area, "--status", "in-progress", "--owner", TYPED, "--reason", TYPED, "--by", TYPED],
        [one.area, "--status", "closed", "--evidence", TYPED],
        [one.area, one.other, one.third, "--owner", TYPED],
        [one.area, "--status", "closed", "--anyway", TYPED, "--dry-run"],
    ],
    "note": lambda one: [[one.area, TYPED]],
    "undo": lambda _: [["--reason", TYPED]],
    "link": lambda one: [[one.finding, one.other, "--reason", TYPED], ["--accept", one.proposed, "--reason", TYPED]],
    "unlink": lambda one: [[one.finding, "--reason", TYPED]],
    "areas merge": lambda one: [[one.area, one.other, "--reason", TYPED]],
    "areas split": lambda one: [[one.area, one.finding, "--reason", TYPED]],
    "areas open": lambda one: [[one.proposed, "--reason", TYPED]],
    "areas rename": lambda one: [[one.area, TYPED, "--reason", TYPED]],
    "backup": lambda _: [[]],
    "restore": lambda _: [["1"], ["--list"], [TYPED]],
    "export": lambda one: [["--all", str(one.data / "export.json"), "--overwrite"]],
    "merge": lambda one: [[str(one.data)], [str(one.data), "--dry-run"]],
    "respond": lambda one: [[one.report, "--published", "2020-01-01", "--reason", TYPED]],
}
COMMANDS = {**ASKING, **DECIDING}


def of_program() -> dict[str, Any]:
    """Give all commands of the program by their names, as the program itself knows them."""
    import typer

    from inspect_cli.cli.app import app

    return dict(_leaves(typer.main.get_command(app)))


def _leaves(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        below = getattr(command, "commands", None)
        if below is None or command.invoke_without_command:
            yield f"{before}{name}", command
        if below is not None:
            yield from _leaves(command, f"{before}{name} ")


def options_of(command: Any) -> list[str]:
    """Give the options of a command by their longest names; "" for what is given without one."""
    import typer

    parameters = command.get_params(typer.Context(command))
    return list(dict.fromkeys(next((one for one in p.opts if one.startswith("--")), "") for p in parameters))


def make_hostile(root: Path) -> Hostile:
    """Import hostile reports into ``root``/data and decide on them in hostile words."""
    data, sources = root / "data", root / "sources"
    data.mkdir()
    sources.mkdir()
    for year in (2016, 2018):
        (sources / f"{year}.txt").write_bytes(as_file(report_text(year), "txt"))
    (sources / "register.txt").write_bytes(as_file(register_text(), "txt"))
    told = "".join(f"{key} = {_toml(TYPED)}\n" for key in ("title", "inspector", "note", "programme"))
    (sources / "sources.toml").write_text(f'["2016.txt"]\n{told}', encoding="utf-8")
    (data / "settings.toml").write_text(f'by = {_toml(TYPED)}\nforce = "cheshire"\n', encoding="utf-8")
    import_each(data, *sorted(sources.glob("*.txt")))
    one = Hostile(data)
    areas = one.ask("areas", "--json").json()
    one = one._replace(
        **{kind.removesuffix("s"): one.ask(kind, "--json").json()[0]["id"] for kind in KINDS},
        area=areas[0]["id"],
        other=areas[1]["id"],
        third=areas[2]["id"],
        proposed=next(area["proposed"][0]["id"] for area in areas if area["proposed"]),
    )
    for arguments in _decisions(one):
        done = one.ask(*arguments)
        assert done.status == 0, (arguments, done.err)
    return one


def _decisions(one: Hostile) -> list[list[str]]:
    return [
        ["update", one.area, "--owner", TYPED, "--due", "2027-01-31", "--reason", TYPED, "--by", TYPED],
        ["update", one.area, "--due", "2027-03-31", "--reason", TYPED],
        ["update", one.other, "--status", "closed", "--evidence", TYPED, "--reason", TYPED],
        ["note", one.area, TYPED],
        ["respond", one.report, "--published", "2020-01-01", "--reason", TYPED],
        # A cell is a formula by its first character.
        ["update", one.third, "--owner", "=1+1", "--reason", "-2+3", "--by", "@SUM(1)"],
        ["update", one.third, "--owner", "\uff1d1+1", "--reason", "\t=1+1", "--by", "+1"],
        ["update", one.third, "--status", "closed", "--evidence", '=HYPERLINK("x")', "--reason", ';=1+1;"=1'],
        ["note", one.third, "--", "-5"],
        ["areas", "rename", one.other, "=cmd|' /C calc'!A0"],
    ]


def _toml(text: str) -> str:
    return '"' + "".join(f"\\U{ord(one):08x}" for one in text) + '"'
