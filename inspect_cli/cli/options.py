"""All options of all commands, declared once; a command names those it takes and always takes the common ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperGroup, TyperOption

from inspect_cli.errors import UsageError

META = "inspect_cli"
COMMON = ("data", "json", "csv", "plain", "no-color", "quiet", "as-of")
FILTERS = ("force", "year", "since", "until")
# What every command takes that decides something.
DECIDING = ("reason", "by", "dry-run", "yes", "wait")

# What an option is called on the command line: its metavar ("" for a flag) and its help.
_OPTIONS: dict[str, tuple[str, str]] = {
    "force": ("FORCE", "A police force: cheshire, west-midlands, btp."),
    "year": ("YEAR", "An inspection year: 2018 or 2018/19."),
    "since": ("YEAR", "This inspection year and later ones."),
    "until": ("YEAR", "This inspection year and earlier ones."),
    "pillar": ("PILLAR", "effectiveness, efficiency, legitimacy or leadership."),
    "grade": ("GRADE", "outstanding, good, adequate, requires-improvement or inadequate."),
    "cycle": ("LABEL", "A cycle of inspection: 2018/19, 2021/22, 2023-25, 'integrity 2024-25'."),
    "kind": ("KIND", "The kind of finding: cause-of-concern, recommendation, area-for-improvement, concern."),
    "report-kind": ("KIND", "The kind of report: peel-report, press-release, transcript, letter, news."),
    "theme": ("THEME", "A theme by name or synonym: vetting; see inspect-cli themes."),
    "formal/--all": ("", "Formal findings only; or all, which is the default."),
    "report": ("ID", "Only what stands in this report; the beginning of its id will do."),
    "everything": ("", "All that the store holds, decisions and texts too, in one file."),
    "overwrite": ("", "Replace the file where there is one."),
    "limit": ("N", "Show so many in a table, 50 if not told; 0 for all."),
    "publisher": ("NAME", "HMIC, HMICFRS, force, PCC or other."),
    "programme": ("NAME", "The programme of inspection: PEEL."),
    "published": ("DATE", "The day of publication: 2016-12-08 or '8 December 2016'."),
    "title": ("TEXT", "The report's title."),
    "keep-both": ("", "Keep a report and its copy in another format beside each other."),
    "large": ("", "Read what is larger than reports are: files over 50 MB, PDFs over 1,000 pages."),
    "jobs": ("N", "Read in so many processes; as many as there are cores if not told."),
    "explain": ("", "List the sentences with a word such as good or should of which no rule made anything."),
    "national": ("", "Areas marked national: what was asked of all forces."),
    "status": ("STATUS", "open, in-progress, complete, closed or not-accepted."),
    "owner": ("TEXT", "Who has it in hand; '' for nobody."),
    "due": ("DATE", "When it is to be done, day first: 2026-12-31, '31 March', 'in 6 weeks'."),
    "no-due": ("", "Take the due date off that was set here; the inspectorate's own stays."),
    "evidence": ("TEXT", "What shows that it is done: a document, a link, a meeting's minute."),
    "anyway": ("REASON", "Do it without the evidence or reason that is wanted; the log keeps why."),
    "reason": ("TEXT", "Why; kept in the log."),
    "by": ("NAME", "Who decides; else by of settings.toml, else your login name."),
    "dry-run": ("", "Show what would be done, and do nothing."),
    "yes": ("", "Do not ask; from three areas on you are asked."),
    "accept": ("", "Take finds into the areas that they are proposed to."),
    "reject": ("", "Propose finds no longer."),
    "day-since": ("DATE", "This day and later ones: 2026-01-31, '31 January', 'last Monday'."),
    "moved": ("", "Areas whose due date was moved: how often, from what to what, by whom and why."),
    "proposed": ("", "Links that await a ruling, with score and reason."),
    "disputed": ("", "Areas on which the force's word and the inspectorate's view differ."),
    "silent": ("", "Open areas that a later report on the same ground says nothing of."),
    "ungraded": ("", "What reports say that they do not grade, or not yet; these are no judgements."),
    "responses": ("", "Until when the local policing body must comment on a report, if at all, and when it did."),
    "overdue": ("", "Areas past their date, and responses past their last day."),
    "due-within": ("DAYS", "Areas due within so many days."),
    "stale": ("DAYS", "Areas of which neither a decision nor a report spoke for more than so many days."),
    "moved-without-reason": ("", "Due dates that were moved without a reason, or with --anyway."),
    "nagios": ("", "One line and an exit status for monitoring: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN."),
    "wait": ("SECONDS", "How long to wait where another command is changing the store; 10 if not told."),
    "list": ("", "List the former states that are kept, newest first."),
    "repair": ("", "Mend what is safe to mend, after a backup, and say each thing."),
    "data": ("DIR", "The data folder; or set INSPECT_CLI_DATA."),
    "json": ("", "JSON for scripts, with every field."),
    "csv": ("", "CSV with a header row."),
    "plain": ("", "One record a line, tab-separated; not wrapped, not coloured."),
    "no-color": ("", "No colours; or set NO_COLOR."),
    "quiet": ("", "No progress, no warnings, no footers."),
    "as-of": ("DATE", "As things stood on a day: 2019-12-31 or '31 December 2019'."),
}


# What the shell offers after an option: the things of cli/offers.py.
_OFFERED = {
    "force": "forces",
    "pillar": "pillars",
    "grade": "grades",
    "kind": "kinds",
    "report-kind": "report_kinds",
    "theme": "themes",
    "report": "reports",
    "publisher": "publishers",
    "status": "statuses",
    "cycle": "cycles",
}


def _offers(name: str) -> Callable[..., list[Any]] | None:
    """Give the function that lists what the shell may offer for the value of an option; nothing else loads it."""
    if name not in _OFFERED:
        return None

    def listed(context: Any, typed: list[str], incomplete: str) -> list[Any]:
        del typed
        from inspect_cli.cli import offers

        return offers.offer(_OFFERED[name], context, incomplete)

    return listed


def _keep(context: Any, option: Any, value: object) -> None:
    """Keep what was given, before or after the command's name, for the session; the later one counts."""
    if value is not None:
        context.meta.setdefault(META, {})[option.name] = value


# Options of one name that mean another thing to some commands; a session has a day apart from a year.
_DECLARED = {
    "report-kind": ["--kind"],
    "day-since": ["--since", "day_since"],
    "everything": ["--all", "everything"],
}


def make_options(*names: str) -> list[TyperOption]:
    """Make the options called ``names``."""
    options = []
    for name in names:
        metavar, text = _OPTIONS[name]
        options.append(
            TyperOption(
                param_decls=_DECLARED.get(name, [f"--{name}"]),
                metavar=metavar or None,
                is_flag=not metavar,
                help=text,
                expose_value=False,
                callback=_keep,
                autocompletion=_offers(name),
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

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; a word too many is refused with the option that it was likely meant for."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise _too_many(ctx.info_name, self.takes, " ".join(left))
        return left


def _too_many(command: str, takes: Sequence[str], words: str, meant: Sequence[str] = ()) -> UsageError:
    from inspect_cli.workflow.themes import find_theme

    theme = find_theme(words) if "theme" in takes else None
    likely = f"--theme {theme.id}" if theme else " ".join(meant) or "--help"
    hint = f"inspect-cli {command} {likely}"
    return UsageError(f"{command} does not know what to do with '{words}'", hint)


def taking(*names: str) -> type[Command]:
    """Make the class of a command that takes the options called ``names``."""
    return type("Command", (Command,), {"takes": names})


class Group(TyperGroup):
    """A group of commands that is one itself, with options as a Command has them."""

    takes: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def _options(self) -> list[TyperOption]:
        return make_options(*self.takes, *COMMON)

    def get_params(self, ctx: Any) -> list[Any]:
        """Give the group's own parameters, then its options, then --help."""
        *own, last = super().get_params(ctx)
        return [*own, *self._options, last]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of the group that was typed; another word is refused as a Command does."""
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            raise _too_many(ctx.info_name, self.takes, " ".join(args), self._near(ctx, args))
        return super().resolve_command(ctx, args)

    def _near(self, ctx: Any, args: list[str]) -> list[str]:
        """Give what was typed with the command that its first word is near to; empty where that is near to none."""
        from difflib import get_close_matches

        near = get_close_matches(args[0], self.list_commands(ctx), n=1)
        return [*near, *args[1:]] if near else []


def group_taking(*names: str) -> type[Group]:
    """Make the class of a group that takes the options called ``names`` when it is called alone."""
    return type("Group", (Group,), {"takes": names})
