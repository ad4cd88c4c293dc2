"""What must happen to hostile inputs, read from their manifest and held against an output folder.

The inputs are made by a script outside the repository; `tests/test_torture.py` runs some of them
and `benchmarks/torture.py` all, with what they cost.
"""

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from sourcecompare.model import Reason
from sourcecompare.store.inputs import page_id

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOURCECOMPARE_SHARED", ROOT.parent / "shared"))
MAKER = SHARED / "torture" / "make_torture.py"

# Our reasons are finer than the manifest's classes. A gzip bomb is too large once it is unpacked,
# and who unpacks it no further than the limit cannot know what it holds.
CLASSES = {
    "empty": {Reason.EMPTY},
    "not_text": {Reason.NOT_TEXT, Reason.UNDECODABLE, Reason.TOO_LARGE},
    "blocked": {Reason.CAPTCHA, Reason.CONSENT_WALL, Reason.PAYWALL},
    "not_found": {Reason.SOFT_404},
    "no_article": {Reason.NO_ARTICLE, Reason.TOO_SHORT},
    "too_large": {Reason.TOO_LARGE, Reason.TIME_LIMIT, Reason.MEMORY_LIMIT},
}
_FORMULA = re.compile(r"[=+\-@\t\r\n|%]|\s+[=+\-@]")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?")
_LINK = re.compile(r"https?://|#|[\w.-]+\.(?:html|json)(?:#|$)|data/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One hostile input and what is allowed to become of it."""

    path: Path
    group: str
    threat: str
    expect: frozenset[str]
    reason_class: str | None
    keep: tuple[str, ...]
    not_kept: tuple[str, ...]
    never: tuple[str, ...]
    notes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one input."""

    kind: str
    """article, rejected, error, ignored or lost"""
    reason: str = ""
    text: str = ""
    removed: str = ""
    notes: tuple[str, ...] = ()


def make(folder: Path, *options: str) -> None:
    """Have the hostile inputs written into the folder."""
    subprocess.run([sys.executable, str(MAKER), str(folder), *options], check=True, timeout=300)


def read_manifest(folder: Path) -> list[Case]:
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [
        Case(
            path=folder / case["file"],
            group=case["group"],
            threat=case["threat"],
            expect=frozenset(case["expect"]),
            reason_class=case["reason_class"],
            keep=tuple(case["keep"]),
            not_kept=tuple(case["not_kept"]),
            never=tuple(case["never"]),
            notes=case["notes"],
        )
        for case in told["cases"]
    ]


def gather(cases: Sequence[Case], folder: Path) -> None:
    """Copy the inputs of some cases into one folder."""
    folder.mkdir(parents=True)
    for case in cases:
        shutil.copyfile(case.path, folder / case.path.name)


def report(inputs: Path, out: Path, *options: str, seed: str = "0") -> subprocess.Popen[bytes]:
    """Our command, at work."""
    command = [sys.executable, "-W", "ignore", "-m", "sourcecompare", "report", str(inputs)]
    return subprocess.Popen(
        [*command, "--out", str(out), "--quiet", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


def rows(out: Path, table: str) -> list[dict[str, object]]:
    lines = (out / "data" / f"{table}.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def digest(out: Path) -> dict[str, str]:
    """A hash of each file of an output folder."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def outcomes(out: Path) -> dict[str, Outcome]:
    """What became of each input, by its id, as the tables tell it."""
    removed: dict[str, list[str]] = {}
    for row in rows(out, "removals"):
        removed.setdefault(str(row["page_id"]), []).append(str(row["text"]))
    found = {
        str(row["path"]): Outcome(kind="error", reason=str(row["detail"]))
        for row in rows(out, "errors")
    }
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    found |= {path.removesuffix("/"): Outcome(kind="ignored") for path in run["ignored"]}
    for row in rows(out, "documents"):
        name, notes = str(row["page_id"]), row["notes"]
        assert isinstance(notes, list)
        assert row["visible_characters"] == _sum(row, "kept_characters", "removed_characters")
        found[name] = Outcome(
            kind=str(row["status"]),
            reason=str(row["reason"] or ""),
            text=str(row["text"]),
            removed="\n".join(removed.get(name, [])),
            notes=tuple(map(str, notes)),
        )
    return found


def _sum(row: dict[str, object], *columns: str) -> int:
    return sum(int(str(row[column])) for column in columns)


def failures(case: Case, inputs: Path, found: dict[str, Outcome]) -> Iterator[str]:
    """In what the outcome of a case is not what its manifest allows."""
    outcome = found.get(page_id(case.path, case.path.parent), Outcome(kind="lost"))
    if case.path.parent != inputs and outcome.kind == "lost":
        outcome = found.get(page_id(case.path, inputs), outcome)
    if outcome.kind not in case.expect:
        yield f"{outcome.kind} ({outcome.reason}), not {' or '.join(sorted(case.expect))}"
    if outcome.kind == "rejected" and case.reason_class:
        allowed = CLASSES[case.reason_class]
        if outcome.reason not in allowed:
            yield f"rejected as {outcome.reason}, not {' or '.join(sorted(allowed))}"
    if outcome.kind == "article":
        yield from (f"not kept: {word}" for word in case.keep if word not in outcome.text)
        yield from (f"kept: {word}" for word in case.not_kept if word in outcome.text)
    if case.notes and outcome.kind == "article" and not outcome.notes:
        yield "nothing is noted of the repair"


def wrong_in_files(out: Path, cases: Sequence[Case], found: dict[str, Outcome]) -> Iterator[str]:
    """What no output may hold: secrets, active markup, formulas; and what must be shown there."""
    shown: list[str] = []
    never = {word.encode() for case in cases for word in case.never}
    for path in sorted(out.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        yield from (f"{path.name} holds {word!r}" for word in never if word in data)
        if path.suffix == ".html":
            page = _Markup()
            page.feed(data.decode("utf-8"))
            shown += page.texts
            yield from (f"{path.name}: {problem}" for problem in page.problems)
        elif path.suffix == ".csv":
            yield from _formulas(path)
    whole = "\n".join(shown)
    for name, outcome in found.items():
        if outcome.kind != "ignored" and name not in whole:
            yield f"the report does not name {name!r}"


def _formulas(path: Path) -> Iterator[str]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file):
            for cell in line:
                if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                    yield f"{path.name} has a cell that starts {cell[:30]!r}"


class _Markup(HTMLParser):
    """What of a report page is active, and all that it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.problems: list[str] = []
        self._raw = ""
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A data island is no script: nothing in it runs, and no sign of HTML is left in it.
        is_data = ("type", "application/json") in attrs
        self._raw = tag if tag in {"script", "style"} and not is_data else ""
        if tag in {"iframe", "object", "embed", "base", "form", "img", "video", "math"}:
            self.problems.append(f"an element <{tag}>")
        for name, value in attrs:
            said = value or ""
            if name.startswith("on") or name in {"src", "srcdoc", "style", "action"}:
                self.problems.append(f"an attribute {name}={said[:60]!r}")
            elif name == "href" and not _LINK.match(said) and (tag, said) != ("link", "data:,"):
                self.problems.append(f"a link to {said[:60]!r}")
            elif name == "id" and said in self._ids:
                self.problems.append(f"the id {said!r} twice")
            elif name == "id":
                self._ids.add(said)
            else:
                self.texts.append(said)

    def handle_endtag(self, tag: str) -> None:
        self._raw = ""

    def handle_data(self, data: str) -> None:
        if not self._raw:
            self.texts.append(data)
        elif "canary(" in data or "evil.invalid" in data:
            self.problems.append(f"a page's text inside <{self._raw}>")
