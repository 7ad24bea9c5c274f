"""All options of all commands, declared once; a command names those it takes and always takes the common ones."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperOption

META = "inspect_cli"
COMMON = ("data", "json", "csv", "plain", "no-color", "quiet", "as-of")
FILTERS = ("force", "year", "since", "until")

# What an option is called on the command line: its metavar ("" for a flag) and its help.
_OPTIONS: dict[str, tuple[str, str]] = {
    "force": ("FORCE", "A police force: cheshire, west-midlands, btp."),
    "year": ("YEAR", "An inspection year: 2018 or 2018/19."),
    "since": ("YEAR", "This inspection year and later ones."),
    "until": ("YEAR", "This inspection year and earlier ones."),
    "pillar": ("PILLAR", "effectiveness, efficiency, legitimacy or leadership."),
    "grade": ("GRADE", "outstanding, good, adequate, requires-improvement or inadequate."),
    "kind": ("KIND", "The kind of finding: cause-of-concern, recommendation, area-for-improvement, concern."),
    "report-kind": ("KIND", "The kind of report: peel-report, press-release, transcript, letter, news."),
    "theme": ("THEME", "A theme by name or synonym: vetting; see inspect-cli themes."),
    "formal/--all": ("", "Formal findings only; or all, which is the default."),
    "report": ("ID", "Only what stands in this report; the beginning of its id will do."),
    "limit": ("N", "Show so many in a table, 50 if not told; 0 for all."),
    "publisher": ("NAME", "HMIC, HMICFRS, force, PCC or other."),
    "programme": ("NAME", "The programme of inspection: PEEL."),
    "published": ("DATE", "The day of publication: 2016-12-08 or '8 December 2016'."),
    "title": ("TEXT", "The report's title."),
    "explain": ("", "List the sentences with a word such as good or should of which no rule made anything."),
    "data": ("DIR", "The data folder; or set INSPECT_CLI_DATA."),
    "json": ("", "JSON for scripts, with every field."),
    "csv": ("", "CSV with a header row."),
    "plain": ("", "One record a line, tab-separated; not wrapped, not coloured."),
    "no-color": ("", "No colours; or set NO_COLOR."),
    "quiet": ("", "No progress, no warnings, no footers."),
    "as-of": ("DATE", "As things stood on a day: 2019-12-31 or '31 December 2019'."),
}


def _keep(context: Any, option: Any, value: object) -> None:
    """Keep what was given, before or after the command's name, for the session; the later one counts."""
    if value is not None:
        context.meta.setdefault(META, {})[option.name] = value


def make_options(*names: str) -> list[TyperOption]:
    """Make the options called ``names``."""
    options = []
    for name in names:
        metavar, text = _OPTIONS[name]
        options.append(
            TyperOption(
                param_decls=[f"--{name.removeprefix('report-')}"],
                metavar=metavar or None,
                is_flag=not metavar,
                help=text,
                expose_value=False,
                callback=_keep,
            )
        )
    return options


class Command(TyperCommand):
    """A command with the options named in ``takes`` and the common ones; they are made when it is run."""

    takes: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def _options(self) -> list[TyperOption]:
        return make_options(*self.takes, *COMMON)

    def get_params(self, ctx: Any) -> list[Any]:
        """Give the command's own parameters, then its options, then --help."""
        *own, last = super().get_params(ctx)
        return [*own, *self._options, last]


def taking(*names: str) -> type[Command]:
    """Make the class of a command that takes the options called ``names``."""
    return type("Command", (Command,), {"takes": names})
