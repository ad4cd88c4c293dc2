"""Whether hostile inputs come out as their manifest allows, and what each group of them costs.

    python benchmarks/torture.py [FOLDER] [--group NAME ...] [--once] [--together]

FOLDER holds the inputs with their manifest.json; without one they are made anew by the script in
the folder that SOURCECOMPARE_SHARED names. Every group is reported on twice, with one job and with
two and under another hash seed, and both output folders must have the same bytes. `--together`
runs all pages at once besides: no outcome may change with its neighbours.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests import torture  # noqa: E402 - the repository is no installed package
from tests.torture import Case, Outcome  # noqa: E402


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took."""

    wall: float
    """seconds"""
    processor: float
    """seconds, workers included"""
    memory: int
    """bytes at the peak of the largest process"""
    code: int
    said: str


def run(inputs: Path, out: Path, *options: str, seed: str = "0") -> Cost:
    start = time.perf_counter()
    process = torture.report(inputs, out, *options, seed=seed)
    assert process.stdout
    said = process.stdout.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        wall=time.perf_counter() - start,
        processor=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024,
        code=process.returncode,
        said=said,
    )


def check(
    name: str, cases: Sequence[Case], inputs: Path, outs: Path, *, once: bool
) -> tuple[list[str], dict[str, Outcome]]:
    """Run a group, print what it cost; its failures and outcomes."""
    out = outs / f"{name}-1"
    cost = run(inputs, out)
    print(
        f"{name:12} {len(cases):5} {cost.wall:8.1f} {cost.processor:8.1f} {cost.memory / 1e6:8.0f}",
        flush=True,
    )
    if cost.code not in {0, 1}:
        return [f"{name}: exit code {cost.code}: {cost.said[-2000:]}"], {}
    found = torture.outcomes(out)
    wrong = [
        f"{name}: {case.path.name} ({case.threat}): {problem}"
        for case in cases
        for problem in torture.failures(case, inputs, found)
    ]
    wrong += [f"{name}: {problem}" for problem in torture.wrong_in_files(out, cases, found)]
    if not once:
        again = outs / f"{name}-2"
        run(inputs, again, "--jobs", "2", seed="7")
        first, second = torture.digest(out), torture.digest(again)
        changed = sorted(
            file for file in first.keys() | second.keys() if first.get(file) != second.get(file)
        )
        wrong += [f"{name}: another {file} in a second run" for file in changed]
    return wrong, found


def groups(cases: Sequence[Case], folder: Path, work: Path) -> Iterator[tuple[str, Path]]:
    """Each group's name and its folder of inputs, made where it shares one with others."""
    for name in dict.fromkeys(case.group for case in cases):
        if (folder / name).is_dir():
            yield name, folder / name
        else:
            torture.gather([case for case in cases if case.group == name], work / name)
            yield name, work / name


def neighbours(
    cases: Sequence[Case], folder: Path, outs: Path, alone: dict[str, Outcome]
) -> list[str]:
    """Pages whose outcome depends on what else is in the run."""
    pages = [case for case in cases if case.path.parent == folder / "pages"]
    wrong, found = check("together", pages, folder / "pages", outs, once=True)
    changed = [name for name, outcome in alone.items() if found.get(name, outcome) != outcome]
    return [*wrong, *(f"together: {name} has another outcome" for name in changed)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--group", action="append")
    parser.add_argument("--once", action="store_true", help="leave the second run out")
    parser.add_argument("--together", action="store_true", help="also run all pages at once")
    parser.add_argument("--outputs", type=Path, help="keep the output folders here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        folder, outs = options.folder, options.outputs or work / "out"
        if folder is None:
            folder = work / "torture"
            torture.make(folder, "--special")
        cases = torture.read_manifest(folder)
        wrong: list[str] = []
        alone: dict[str, Outcome] = {}
        print(f"{'group':12} {'cases':>5} {'wall s':>8} {'CPU s':>8} {'MB':>8}")
        for name, inputs in groups(cases, folder, work):
            if options.group and name not in options.group:
                continue
            some = [case for case in cases if case.group == name]
            failed, found = check(name, some, inputs, outs, once=options.once)
            wrong += failed
            alone |= found if inputs.parent == work else {}
        if options.together:
            wrong += neighbours(cases, folder, outs, alone)
    print("\n".join(wrong) or "Every input came out as its manifest allows.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
