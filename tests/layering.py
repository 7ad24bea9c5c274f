"""Hold a Python source against the plan of the code: who may import whom, and how large things may grow.

Each check takes a ``Module`` and gives its faults as text, ``where: what``; an empty list is a pass.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "inspect_cli"
KNOWLEDGE = {"model", "errors", "reference"}
ROOMS: dict[str, set[str]] = {
    "": set(),
    "__main__": {"cli"},
    "model": set(),
    "errors": set(),
    "reference": set(),
    "read": KNOWLEDGE,
    "recognise": KNOWLEDGE,
    "store": KNOWLEDGE,
    "extract": {"model", "reference"},
    "link": {"model", "reference"},
    "track": {"model", "reference"},
    "show": {"model", "reference"},
    "workflow": {*KNOWLEDGE, "read", "recognise", "extract", "link", "track", "store"},
    "cli": {*KNOWLEDGE, "workflow", "store", "show"},
}
OUTSIDE = {
    "tinydb": {"store"},
    "filelock": {"store"},
    "msgspec": {"store"},
    "typer": {"cli"},
    "rich": {"show", "cli"},
    "dateutil": {"recognise", "extract", "link", "track", "cli"},
    "rapidfuzz": {"link"},
    "striprtf": {"read"},
    "selectolax": {"read"},
    "pypdfium2": {"read"},
}
# No command does without a parser of what is typed, and hardly one without the store.
HEAVY = frozenset(OUTSIDE) - {"typer", "msgspec"}
MAX_FILE, MAX_FUNCTION, MAX_COMMAND, MAX_PARAMETERS = 300, 50, 30, 6
SWITCHED_OFF = re.compile(
    r"type:\s*ignore|\bno(?:qa)\b|pragma:\s*no\s+cover|mypy:\s*(?:ignore|disable)|ruff:\s*(?:no)qa"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Imported:
    """A module that a source imports, on which line, and whether it does so as soon as it is itself imported."""

    name: str
    line: int
    at_top: bool


@dataclass(frozen=True)
class Module:
    """A source by its dotted name ("inspect_cli.read.text")."""

    name: str
    source: str
    is_package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        """Give the parsed source."""
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        """Give the part of the package the module belongs to; the package's own top is ''."""
        return [*self.name.split("."), ""][1]

    def where(self, line: int) -> str:
        """Name a place for a person."""
        return f"{self.name}:{line}"

    def imports(self) -> Iterator[Imported]:
        """Give every import but those for type checkers alone; "from a import b" gives both a and a.b."""
        yield from self._imports(self.tree.body, at_top=True)

    def _imports(self, body: list[ast.stmt], *, at_top: bool) -> Iterator[Imported]:
        for statement in body:
            if isinstance(statement, ast.Import):
                yield from (Imported(alias.name, statement.lineno, at_top) for alias in statement.names)
            elif isinstance(statement, ast.ImportFrom):
                base = self._absolute(statement)
                yield Imported(base, statement.lineno, at_top)
                yield from (Imported(f"{base}.{alias.name}", statement.lineno, at_top) for alias in statement.names)
            elif isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
                yield from self._imports(statement.orelse, at_top=at_top)
            else:
                inside = isinstance(statement, Function)
                for block in _blocks(statement):
                    yield from self._imports(block, at_top=at_top and not inside)

    def _absolute(self, statement: ast.ImportFrom) -> str:
        if not statement.level:
            return statement.module or ""
        above = self.name.split(".")
        kept = above[: len(above) - statement.level + int(self.is_package)]
        return ".".join([*kept, *filter(None, [statement.module])])


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for part in [*getattr(statement, "handlers", []), *getattr(statement, "cases", [])]:
        yield part.body


def modules(folder: Path, root: Path) -> dict[str, Module]:
    """Read every Python source below ``folder`` by its dotted name as seen from ``root``."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = list(path.relative_to(root).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        found[name] = Module(name, path.read_text(encoding="utf-8"), is_package)
    return found


def layer_faults(module: Module) -> list[str]:
    """Find imports of a room, or of a library, that the table does not grant this module."""
    faults = []
    for imported in module.imports():
        top, _, rest = imported.name.partition(".")
        room = rest.split(".")[0]
        where = module.where(imported.line)
        free = {"", "__version__", module.room}
        if top == PACKAGE and room not in free | ROOMS[module.room]:
            faults.append(f"{where}: {module.room or PACKAGE} may not import {room}")
        if module.room not in OUTSIDE.get(top, {module.room}):
            faults.append(f"{where}: {module.room or PACKAGE} may not import {top}")
        if top != PACKAGE and top not in OUTSIDE and top not in sys.stdlib_module_names:
            faults.append(f"{where}: {top} is no library of this project")
    return faults


def reached(start: str, known: dict[str, Module]) -> set[str]:
    """Name the modules of the package that importing ``start`` imports, straight away, one through another."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        waiting.extend(imported.name for imported in known[name].imports() if imported.at_top)
        waiting.append(name.rpartition(".")[0])
    return seen


def heavy_faults(start: str, known: dict[str, Module]) -> list[str]:
    """Find libraries that cost start-up time among all that importing ``start`` imports."""
    return [
        f"{name}:{imported.line}: imports {imported.name} on the way to {start}"
        for name in sorted(reached(start, known))
        for imported in known[name].imports()
        if imported.at_top and imported.name.split(".")[0] in HEAVY
    ]


def size_faults(module: Module) -> list[str]:
    """Find a file, function, command or list of parameters that is over its limit."""
    faults = []
    lines = module.source.count("\n")
    if lines > MAX_FILE:
        faults.append(f"{module.name}: {lines} lines, at most {MAX_FILE}")
    for function in _functions(module.tree):
        size = (function.end_lineno or function.lineno) - function.lineno + 1
        limit = MAX_COMMAND if module.room == "cli" and _is_command(function) else MAX_FUNCTION
        if size > limit:
            faults.append(f"{module.where(function.lineno)}: {function.name} has {size} lines, at most {limit}")
        count = _parameters(function)
        if count > MAX_PARAMETERS and not (module.room == "cli" and _is_command(function)):
            faults.append(f"{module.where(function.lineno)}: {function.name} has {count} parameters")
    return faults


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _parameters(function: Function) -> int:
    given = function.args
    names = [argument.arg for argument in [*given.posonlyargs, *given.args, *given.kwonlyargs]]
    return len([name for name in names if name not in ("self", "cls")])


def _is_command(function: Function) -> bool:
    """Say whether Typer calls the function: it is registered, or its parameters are described to Typer."""
    registered = any(re.search(r"\.(?:command|callback)\b", ast.unparse(one)) for one in function.decorator_list)
    described = "Annotated[" in ast.unparse(function.args)
    return registered or described


def docstring_faults(module: Module) -> list[str]:
    """Find public modules, classes, functions and methods without a docstring."""
    faults = [] if ast.get_docstring(module.tree) else [f"{module.name}: no docstring"]
    return faults + [
        f"{module.where(node.lineno)}: {node.name} has no docstring"
        for node in _public(module.tree)
        if not ast.get_docstring(node)
    ]


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    for node in parent.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def silence_faults(module: Module) -> list[str]:
    """Find handlers that catch everything and comments that switch a check off."""
    faults = [
        f"{module.where(node.lineno)}: catches everything"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or _names(node.type) & _EVERYTHING)
    ]
    return faults + [
        f"{module.where(token.start[0])}: switches a check off"
        for token in tokenize.generate_tokens(io.StringIO(module.source).readline)
        if token.type == tokenize.COMMENT and SWITCHED_OFF.search(token.string)
    ]


_EVERYTHING = {"Exception", "BaseException"}


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
