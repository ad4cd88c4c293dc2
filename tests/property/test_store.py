import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcecompare.errors import OutputError
from sourcecompare.store import check_output, publish
from sourcecompare.store.inputs import page_id

Files = dict[str, bytes]
OURS = ("index.html", "story-a.html", "data/a.csv", "data/b.csv")
MINE = (".gitkeep", "decisions.json", "data/notes.txt", "own/x.txt")


def manifest(names: set[str]) -> Files:
    files = {name: b"%d" % len(names) for name in names}
    told = {"generator": "sourcecompare", "files": sorted({*names, "run.json"})}
    return {**files, "run.json": json.dumps(told).encode()}


runs = st.sets(st.sampled_from(OURS)).map(manifest)
own = st.sets(st.sampled_from(MINE)).map(lambda names: dict.fromkeys(names, b"mine"))


class Killed(BaseException):
    """The process is gone: nothing that it meant to do afterwards is done."""


class Steps:
    """Counts the steps that change a disk; from number `last` on, each one ends as `end` says."""

    def __init__(self, last: int, end: Callable[[], None]) -> None:
        self.left = last
        self.end = end

    def patch(self, patch: pytest.MonkeyPatch) -> None:
        for owner, name in [
            *((Path, name) for name in ("mkdir", "open", "rename", "rmdir", "unlink")),
            *((shutil, "rmtree"), (shutil, "copymode"), (os, "fsync")),
        ]:
            patch.setattr(owner, name, self._counted(getattr(owner, name)))

    def _counted(self, step: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **options: object) -> object:
            self.left -= 1
            if self.left < 0:
                self.end()
            return step(*args, **options)

        return counted

    def kill(self) -> None:
        raise Killed

    def fail_once(self) -> None:
        if self.left == -1:
            raise OSError(5, "Input/output error")


def tree(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def lay(out: Path, before: Files | None, mine: Files) -> Files:
    """Outputs of an earlier run and what a user has put beside them."""
    if before is not None:
        publish(out, before)
        for name, data in mine.items():
            (out / name).parent.mkdir(exist_ok=True)
            (out / name).write_bytes(data)
        return {**before, **mine}
    return {}


@settings(deadline=None, max_examples=60)
@given(st.none() | runs, own, runs, st.integers(0, 60))
def test_a_killed_run_leaves_old_or_new_outputs_and_can_be_started_again(
    before: Files | None, mine: Files, after: Files, last: int
) -> None:
    with TemporaryDirectory() as name:
        out, inputs = Path(name, "out"), Path(name, "in")
        inputs.mkdir()
        old = lay(out, before, mine)
        new = {**after, **(mine if before is not None else {})}
        steps = Steps(last, lambda: steps.kill())
        with pytest.MonkeyPatch.context() as patch:
            steps.patch(patch)
            try:
                publish(out, after)
            except Killed:
                pass
            else:
                assert last > 0
        check_output(out, inputs)
        assert tree(out) in (old, new)
        publish(out, after)
        assert tree(Path(name)) == {f"out/{each}": data for each, data in new.items()}
        assert {each.name for each in Path(name).iterdir()} == {"out", "in"}


@settings(deadline=None, max_examples=60)
@given(st.none() | runs, own, runs, st.integers(0, 60))
def test_one_failing_step_loses_nothing(
    before: Files | None, mine: Files, after: Files, last: int
) -> None:
    with TemporaryDirectory() as name:
        out, inputs = Path(name, "out"), Path(name, "in")
        inputs.mkdir()
        old = lay(out, before, mine)
        new = {**after, **(mine if before is not None else {})}
        steps = Steps(last, lambda: steps.fail_once())
        failure = ""
        with pytest.MonkeyPatch.context() as patch:
            steps.patch(patch)
            try:
                publish(out, after)
            except OutputError as error:
                failure = str(error)
        if "is written" in failure:
            check_output(out, inputs)
        assert tree(out) == (old if "as it was" in failure else new)
        assert {each.name for each in Path(name).iterdir()} <= {"out", "in"}


@given(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1), st.data())
def test_two_paths_never_have_the_same_id(one: str, data: st.DataObject) -> None:
    shown = page_id(Path("in", one), Path("in"))
    other = data.draw(st.sampled_from([shown, one + "%0A", one.replace("%", "%25")]))
    if other != one and other not in {".", ".."} and one not in {".", ".."}:
        assert page_id(Path("in", other), Path("in")) != shown
