"""The program: its commands, and the one place where what goes wrong is told to a person."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
from typing import Annotated, Any, cast

import typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

from inspect_cli import __version__
from inspect_cli.cli import (
    area,
    backup,
    carry,
    check,
    completion,
    doctor,
    explain,
    import_,
    list_,
    log,
    nagios,
    printing,
    respond,
    store_,
    update,
)
from inspect_cli.cli.options import COMMON, make_options
from inspect_cli.cli.printing import say, say_lines
from inspect_cli.cli.session import begin
from inspect_cli.errors import InspectError, UsageError

# What Typer raises for words that it does not understand; it gives a name to a kind of it alone.
_Misuse = cast(type[Exception], typer.BadParameter.__mro__[1])

_SELDOM = 100_000

_STOPPED = 1


class Program(TyperGroup):
    """The group of all commands: takes the common options, and turns errors into words and an exit status."""

    _common: list[TyperOption] | None = None

    def get_params(self, ctx: Any) -> list[Any]:
        """Give --version, the common options, those that set completion up, and --help."""
        *own, last = super().get_params(ctx)
        if self._common is None:
            self._common = [*make_options(*COMMON), *completion.make_options()]
        return [*own, *self._common, last]

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program; what Typer does not understand is said here, so that it acts on nothing."""
        try:
            status = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except _Misuse as error:
            if not standalone_mode:
                raise
            tell_misuse(error)
            sys.exit(UsageError.exit_status)
        except typer.Abort:
            if not standalone_mode:
                raise
            say("Stopped.")
            sys.exit(_STOPPED)
        return sys.exit(status) if standalone_mode else status

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; an option that sets completion up may have the name of a shell behind it."""
        if len(args) == 2 and args[0] in completion.OPTIONS and not ctx.resilient_parsing:
            completion.set_up(*args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an error that a person can do something about is said, with a hint, on standard error."""
        try:
            return super().invoke(ctx)
        except InspectError as error:
            if nagios.asked_for(sys.argv[1:]):
                raise
            tell(error)
            raise typer.Exit(error.exit_status) from None
        except BrokenPipeError:
            # Whoever read the output has seen enough; what is still buffered must not be written at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None


def tell(error: InspectError) -> None:
    """Say on standard error what went wrong and what to do next."""
    say(f"error: {error.message}")
    if error.hint:
        say(f"hint: {error.hint}")


def tell_misuse(error: Any) -> None:
    """Say on standard error what Typer did not understand, as Typer says it."""
    from inspect_cli.show.safe import visible

    said = StringIO()
    error.message = visible(error.message)
    error.show(said)
    say_lines(said.getvalue())


def _version(context: typer.Context, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        printing.tell(f"inspect-cli {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")]

app = typer.Typer(
    cls=Program,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="Example: inspect-cli import seeds && inspect-cli track vetting",
)
for group in (import_, list_, explain, area, update, log, check, respond, carry, store_, backup, doctor):
    group.register(app)


@app.callback(invoke_without_command=True)
def program(context: typer.Context, version: Version = False) -> None:
    """Read police inspection reports and follow what they ask for through the years.

    Without a command: what there is to know at a glance, as inspect-cli status.
    """
    del version
    if context.invoked_subcommand is None:
        list_.put_status(begin(context))


def main() -> None:
    """Run the program; what the terminal cannot show is spelt out rather than failing."""
    # What a store holds is no garbage: to look through it for some, as often as is usual, costs a tenth of the time.
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if instruction := os.environ.get(completion.VARIABLE):
        completion.answer(get_command(app), instruction)
    if nagios.asked_for(sys.argv[1:]):
        nagios.run_plugin(lambda: app(standalone_mode=False))
    app(prog_name="inspect-cli")
