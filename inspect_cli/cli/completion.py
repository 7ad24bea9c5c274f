"""Completion in a shell: what sets it up, and answers that act on no shell and need no Rich."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import typer
from typer._click.shell_completion import CompletionItem, ShellComplete
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import _get_shell_name, get_completion_script, install
from typer.core import TyperOption

from inspect_cli.cli.printing import put

PROGRAM = "inspect-cli"
# What the script in a shell sets when it asks.
VARIABLE = "_INSPECT_CLI_COMPLETE"
_SHOW = "--show-completion"
OPTIONS = {
    "--install-completion": "Let your shell complete names, ids and themes; bash, zsh, fish.",
    _SHOW: "Print what that installs. For another shell, name it: --show-completion zsh.",
}
_ASKS = "complete_"
# The script for zsh runs what it gets: of a title only letters, digits, blanks and harmless marks are shown.
_ACTS = re.compile(r"[^\w ,.;()/+’‘“”–-]+")
_LONGEST = 72


class _Zsh(ZshComplete):
    """For zsh: value and words, each in double quotes."""

    def format_completion(self, item: CompletionItem) -> str:
        """Give a value with its words."""
        words = plain(item.help)
        return f'"{plain(item.value)}":"{words}"' if words else f'"{plain(item.value)}"'


class _Fish(FishComplete):
    """For fish: value and words, parted by a tab."""

    def format_completion(self, item: CompletionItem) -> str:
        """Give a value with its words."""
        words = plain(item.help)
        return f"{item.value}\t{words}" if words else str(item.value)


class _PowerShell(PowerShellComplete):
    """For PowerShell: value and words, parted by three colons."""

    def format_completion(self, item: CompletionItem) -> str:
        """Give a value with its words, which PowerShell wants for each."""
        return f"{item.value}:::{plain(item.help) or ' '}"


_SHELLS: dict[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}


def plain(text: str | None) -> str:
    """Give words as one short line without any sign that a shell acts on."""
    words = " ".join(_ACTS.sub(" ", text or "").split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def answer(program: Any, instruction: str) -> None:
    """Tell a shell what it may offer, and end; an ``instruction`` that asks for something else is left to Typer.

    ``program`` is the group of all commands.
    """
    shell = _SHELLS.get(instruction.removeprefix(_ASKS))
    if shell is not None:
        put(f"{shell(program, {}, PROGRAM, VARIABLE).complete()}\n")
        raise SystemExit(0)


def make_options() -> list[TyperOption]:
    """Make the options that set completion up in the shell that the program runs in."""
    return [
        TyperOption(
            param_decls=[name], is_flag=True, is_eager=True, expose_value=False, callback=_asked, help=OPTIONS[name]
        )
        for name in OPTIONS
    ]


def _asked(context: typer.Context, option: Any, given: object) -> None:
    if given and not context.resilient_parsing:
        set_up(option.opts[0])


def set_up(option: str, shell: str | None = None) -> NoReturn:
    """Do what an option of ``OPTIONS`` asks for, for ``shell`` or the one this runs in, and end.

    Raises BadParameter for a shell that is not known, or where nothing can be installed.
    """
    name = shell or _get_shell_name() or ""
    if name not in _SHELLS:
        what = f"There is no completion for the shell '{name}'" if name else "It could not be told which shell this is"
        raise typer.BadParameter(f"{what}; name one of these after {option}: {', '.join(_SHELLS)}.")
    if option == _SHOW:
        put(f"{get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=name)}\n")
        raise typer.Exit
    try:
        _, path = install(shell=name, prog_name=PROGRAM, complete_var=VARIABLE)
    except OSError as error:
        what = f"Completion could not be installed in {error.filename}: {error.strerror}."
        raise typer.BadParameter(
            f"{what} Put what this prints where {name} reads it: {PROGRAM} {_SHOW} {name}"
        ) from error
    put(f"{name} completion installed in {path}\nIt takes effect in the next terminal that is opened.\n")
    raise typer.Exit
