"""Readers beside writers: ``python -m tests.trust.readers [--times N] [--seed S] [--readers N]``.

One process hands areas from owner to owner, two areas with each command; another imports two versions of a report in
turn. Meanwhile readers run ``areas``, ``status``, ``show`` and ``search`` again and again. None may fail, and each
answer must be that of one whole state: both areas with the same owner, a report with all that one version of it says.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.running import run
from tests.trust.children import Child, Ready
from tests.trust.desks import areas_in, make_seeds
from tests.trust.telling import Report

_PATIENT = ("--wait", "60")


class Scene(NamedTuple):
    """What is read and written: the folder, the pair of areas, the report and the files of its two versions."""

    folder: Path
    pair: tuple[str, str]
    report: str
    versions: tuple[Path, Path]
    # By version what `show REPORT` may say, and how many finds hold the words that only the second one has.
    shown: tuple[Any, Any]
    found: tuple[int, int]


def make_scene(place: Path) -> Scene:
    """Import the seeds, and look at what each version of the report is told as."""
    first, second = make_seeds(place)
    folder = place / "data"
    assert run("import", first.parent, data=folder).status == 0
    one, two, *_ = areas_in(folder)
    reports = run("reports", "--json", data=folder).json()
    report = next(str(row["id"]) for row in reports if Path(row["file"]).name == first.name)
    scene = Scene(folder, (one, two), report, (first, second), (None, None), (0, 0))
    before, hits = _show(scene), _search(scene)
    assert run("import", second, data=folder).status == 0
    after, more = _show(scene), _search(scene)
    assert before != after
    assert hits != more
    assert run("import", first, data=folder).status == 0
    assert run("update", one, two, "--owner", "nobody", data=folder).status == 0
    return scene._replace(shown=(before, after), found=(hits, more))


def _show(scene: Scene) -> Any:
    told = run("show", scene.report, "--json", data=scene.folder).json()
    return json.dumps(_timeless(told), sort_keys=True)


def _timeless(told: Any) -> Any:
    """Take out when a report was imported."""
    if isinstance(told, dict):
        return {key: _timeless(value) for key, value in told.items() if key != "imported_at"}
    return [_timeless(one) for one in told] if isinstance(told, list) else told


def _search(scene: Scene) -> int:
    return len(run("search", "keeps a record", "--json", data=scene.folder).json())


def _areas(scene: Scene) -> str:
    owners = {area["owner"] for area in run("areas", "--json", data=scene.folder).json() if area["id"] in scene.pair}
    return "" if len(owners) == 1 else f"areas of one command with the owners {owners}"


def _status(scene: Scene) -> str:
    told = run("status", "--json", data=scene.folder).json()
    return "" if told["reports"] == len(list(scene.versions[0].parent.glob("*.txt"))) else f"{told['reports']} reports"


def _shown(scene: Scene) -> str:
    return "" if _show(scene) in scene.shown else "a report as no version of it is"


def _found(scene: Scene) -> str:
    return "" if (hits := _search(scene)) in scene.found else f"{hits} finds with words of the second version"


_READERS: tuple[Callable[[Scene], str], ...] = (_areas, _status, _shown, _found)


def _hand_over(scene: Scene, times: int, ready: Ready) -> str:
    """Give the pair of areas to one owner after another; gives what went wrong."""
    ready()
    owners = (("--owner", f"owner {number}") for number in range(times))
    return _all_done([run("update", *scene.pair, *owner, *_PATIENT, data=scene.folder) for owner in owners])


def _put_out_again(scene: Scene, times: int, ready: Ready) -> str:
    """Import the versions in turn; gives what went wrong."""
    ready()
    versions = (scene.versions[(number + 1) % 2] for number in range(times))
    return _all_done([run("import", version, *_PATIENT, data=scene.folder) for version in versions])


def _all_done(commands: Sequence[Any]) -> str:
    return "\n".join(f"a writer: status {ran.status}: {' '.join(ran.err.split())}" for ran in commands if ran.status)


def _read(scene: Scene, seed: str, over: Path, ready: Ready) -> str:
    """Read until ``over`` is there; gives how often what was read, and what was wrong, as JSON."""
    ready()
    rng, faults = Random(seed), list[str]()
    counts: Counter[str] = Counter()
    while not over.exists():
        read = rng.choice(_READERS)
        counts[read.__name__.strip("_")] += 1
        try:
            fault = read(scene)
        except AssertionError as failed:
            fault = f"refused: {failed}"
        faults += [f"{read.__name__.strip('_')}: {fault}"] if fault else []
    return json.dumps([counts, faults])


def run_readers(times: int, seed: int, readers: int = 3) -> Report:
    """Let ``readers`` read while two writers make ``times`` changes each; gives the report."""
    report = Report("readers")
    with tempfile.TemporaryDirectory(prefix="inspect-trust-") as place:
        scene, over = make_scene(Path(place)), Path(place) / "over"
        crowd = [Child(partial(_read, scene, f"{seed} {one}", over)) for one in range(readers)]
        writers = [Child(partial(work, scene, times)) for work in (_hand_over, _put_out_again)]
        for writer in writers:
            report.faults += writer.result().splitlines()
        over.touch()
        counts: Counter[str] = Counter()
        for child in crowd:
            told = child.result()
            if not told.startswith("["):
                report.faults.append(told)
                continue
            count, faults = json.loads(told)
            counts.update(count)
            report.faults += faults
        report.say(f"{readers} readers, {counts.total():,} answers while 2 writers made {2 * times:,} changes:")
        report.say("  " + ", ".join(f"{count:,} {name}" for name, count in sorted(counts.items())))
    return report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.readers", description="Read while others write.")
    parser.add_argument("--times", type=int, default=200, help="so many changes by each writer")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--readers", type=int, default=3)
    asked = parser.parse_args(arguments)
    return run_readers(asked.times, asked.seed, asked.readers).put()


if __name__ == "__main__":
    sys.exit(main())
