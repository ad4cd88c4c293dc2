import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcecompare.errors import InputError, OutputError, SettingError
from sourcecompare.store import check_output, publish, read_output


def outputs(**files: str) -> dict[str, bytes]:
    named = {
        name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()
    }
    manifest = {"generator": "sourcecompare", "files": sorted([*named, "run.json"])}
    return {**named, "run.json": json.dumps(manifest).encode()}


OLD = outputs(index_html="old", story_html="gone", data__a_csv="old")
NEW = outputs(index_html="new", data__a_csv="new", data__b_csv="new")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "inputs").mkdir()
    yield tmp_path / "out"
    assert {path.name for path in tmp_path.iterdir()} <= {"inputs", "out", "link", "file"}


def write(path: Path, text: str = "mine") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_new_outputs_replace_the_old_ones_whole(out: Path) -> None:
    publish(out, OLD)
    assert tree(out) == OLD
    publish(out, NEW)
    assert tree(out) == NEW


def test_what_users_put_into_the_folder_stays(out: Path) -> None:
    publish(out, OLD)
    mine = ["decisions.json", ".gitkeep", "data/notes.txt", "more/deep/x.txt"]
    for name in mine:
        write(out / name)
    (out / "empty").mkdir()
    publish(out, outputs(index_html="new"))
    assert tree(out) == {**outputs(index_html="new"), **dict.fromkeys(mine, b"mine")}
    assert (out / "empty").is_dir()


def test_a_folder_with_dot_files_only_counts_as_empty(out: Path) -> None:
    write(out / ".gitkeep", "")
    check_output(out, out.parent / "inputs")
    publish(out, NEW)
    assert tree(out) == {**NEW, ".gitkeep": b""}


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "{",
        '{"files": ["run.json"]}',
        '{"generator": "else", "files": ["run.json"]}',
        '{"generator": "sourcecompare", "files": ["run.json", "../inputs/a.html"]}',
        '{"generator": "sourcecompare", "files": ["run.json", "/etc/passwd"]}',
    ],
)
def test_a_folder_of_somebody_else_is_refused_and_untouched(
    out: Path, manifest: str | None
) -> None:
    write(out / "thesis.txt")
    write(out.parent / "inputs/a.html")
    if manifest is not None:
        write(out / "run.json", manifest)
    before = tree(out.parent)
    with pytest.raises(OutputError, match="sourcecompare did not write"):
        check_output(out, out.parent / "inputs")
    with pytest.raises(OutputError, match="sourcecompare did not write"):
        publish(out, NEW)
    assert tree(out.parent) == before


def test_a_users_file_is_never_written_over(out: Path) -> None:
    publish(out, outputs(index_html="old"))
    write(out / "story.html")
    with pytest.raises(OutputError, match=r"story\.html was not written by sourcecompare"):
        publish(out, OLD)
    assert tree(out) == {**outputs(index_html="old"), "story.html": b"mine"}


def test_a_users_file_may_share_a_folder_with_ours(out: Path) -> None:
    publish(out, outputs(index_html="old"))
    write(out / "data/notes.txt")
    publish(out, NEW)
    publish(out, outputs(index_html="old"))
    assert tree(out) == {**outputs(index_html="old"), "data/notes.txt": b"mine"}


def test_a_file_in_the_folders_place_is_refused(out: Path) -> None:
    write(out)
    with pytest.raises(OutputError, match="is not a folder"):
        check_output(out, out.parent / "inputs")
    assert out.read_text() == "mine"


@pytest.mark.parametrize("place", ["inputs", "inputs/out", ".", "inputs/../inputs/a/b"])
def test_inputs_and_outputs_must_lie_apart(out: Path, place: str) -> None:
    with pytest.raises(SettingError, match="one in the other"):
        check_output(out.parent / place, out.parent / "inputs")


def test_folders_that_are_missing_are_made(out: Path) -> None:
    check_output(out / "today/first", out.parent / "inputs")
    publish(out / "today/first", NEW)
    assert tree(out / "today/first") == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_of_a_link_the_target_is_written(out: Path) -> None:
    (out.parent / "link").symlink_to(out, target_is_directory=True)
    publish(out.parent / "link", OLD)
    publish(out.parent / "link", NEW)
    assert tree(out) == NEW
    assert (out.parent / "link").is_symlink()


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", "a\\b", "C:x", "", "a/./b"])
def test_names_that_leave_the_folder_are_a_programming_error(out: Path, name: str) -> None:
    manifest = {"generator": "sourcecompare", "files": [name, "run.json"]}
    with pytest.raises(ValueError, match="no relative file name"):
        publish(out, {name: b"", "run.json": json.dumps(manifest).encode()})


def test_the_manifest_must_list_the_files(out: Path) -> None:
    with pytest.raises(ValueError, match="list all files"):
        publish(out, {**NEW, "more.txt": b""})


def test_a_full_disk_leaves_the_previous_outputs(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(out, OLD)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match=r"\(no space left on device\) and is as it was"):
            publish(out, NEW)
    assert tree(out) == OLD


def test_a_folder_in_use_leaves_the_previous_outputs(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(out, OLD)
    rename = Path.rename

    def locked(path: Path, target: Path) -> Path:
        if path.name.endswith("-new"):
            raise PermissionError(13, "Access is denied")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", locked)
        with pytest.raises(OutputError, match="access is denied"):
            publish(out, NEW)
    assert tree(out) == OLD


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_place_is_refused_before_the_work(out: Path) -> None:
    out.parent.chmod(0o555)
    try:
        with pytest.raises(OutputError, match="read-only"):
            check_output(out, out.parent / "inputs")
    finally:
        out.parent.chmod(0o755)


def leftovers(out: Path) -> tuple[Path, Path]:
    """The staged and the set-aside folder, by their names on disk."""
    seen: set[str] = set()
    rename = Path.rename

    def spy(path: Path, target: Path) -> Path:
        seen.update((path.name, Path(target).name))
        return rename(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", spy)
        publish(out, OLD)
        publish(out, OLD)
    new, old = sorted(seen - {out.name})
    assert new.endswith("-new")
    assert old.endswith("-old")
    return out.with_name(new), out.with_name(old)


def test_a_run_killed_while_staging_is_cleaned_up(out: Path) -> None:
    new, _ = leftovers(out)
    write(new / "index.html", "half")
    check_output(out, out.parent / "inputs")
    assert tree(out) == OLD


def test_a_run_killed_between_the_renames_is_undone(out: Path) -> None:
    new, old = leftovers(out)
    out.rename(old)
    shutil.copytree(old, new)
    check_output(out, out.parent / "inputs")
    assert tree(out) == OLD


def test_an_empty_folder_made_after_such_a_kill_gives_way(out: Path) -> None:
    _, old = leftovers(out)
    out.rename(old)
    out.mkdir()
    check_output(out, out.parent / "inputs")
    assert tree(out) == OLD


def test_other_files_made_after_such_a_kill_lose_nothing(out: Path) -> None:
    _, old = leftovers(out)
    out.rename(old)
    write(out / "mine.txt")
    with pytest.raises(OutputError, match=r"left in .*-old by a killed run, cannot be put back"):
        check_output(out, out.parent / "inputs")
    assert (tree(out), tree(old)) == ({"mine.txt": b"mine"}, OLD)
    shutil.rmtree(old)


def test_a_run_killed_after_the_swap_is_finished(out: Path) -> None:
    _, old = leftovers(out)
    write(out / "decisions.json")
    out.rename(old)
    shutil.copytree(old, out)
    (out / "decisions.json").unlink()
    check_output(out, out.parent / "inputs")
    assert tree(out) == {**OLD, "decisions.json": b"mine"}


def test_finished_outputs_can_be_read_back(out: Path) -> None:
    publish(out, NEW)
    assert read_output(out, "data/a.csv") == b"new"
    with pytest.raises(InputError, match=r"holds no data/c\.csv"):
        read_output(out, "data/c.csv")
    with pytest.raises(InputError, match="holds no outputs"):
        read_output(out.parent / "inputs", "index.html")
