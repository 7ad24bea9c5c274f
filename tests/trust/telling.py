"""What a harness tells: figures, and the faults it found."""

from __future__ import annotations

from dataclasses import dataclass, field

_SHOWN = 20


@dataclass
class Report:
    """The lines of a report, and the faults; no faults is a pass."""

    name: str
    lines: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def put(self) -> int:
        """Print the report; gives the exit status, 1 where there are faults."""
        print("\n".join(self.lines))
        for fault in self.faults[:_SHOWN]:
            print(f"FAULT {fault}")
        print(f"{self.name}: {len(self.faults):,} faults")
        return int(bool(self.faults))


class Escaped:
    """Keeps what a command raises that it should have caught; an interrupt goes on."""

    told = ""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: object) -> bool:
        """Keep an error."""
        if not isinstance(error, Exception):
            return False
        self.told = f"raised {type(error).__name__}: {error}"
        return True
