import os
import sys
from pathlib import Path

import pytest

from sourcecompare.errors import InputError
from sourcecompare.model import Fault, InputFailure, Reason
from sourcecompare.store import Input, list_inputs, read_file, read_input

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links that Windows lacks")


def write(path: Path, data: bytes = b"text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def ids(root: Path) -> list[str]:
    return [page.id for page in list_inputs(root).pages]


def failures(root: Path) -> dict[str, str]:
    return {failure.path: failure.detail for failure in list_inputs(root).failures}


def test_pages_are_told_by_their_endings_and_sorted(tmp_path: Path) -> None:
    for name in [
        "b/beta.TXT",
        "a/alpha.html",
        "a/deep/er/x.htm.gz",
        "top.xhtml",
        "a/alpha.html.toml",
    ]:
        write(tmp_path / name)
    for name in ["README.md", "sources.toml", "a/notes.pdf", ".hidden.html", ".git/x.html"]:
        write(tmp_path / name)
    inputs = list_inputs(tmp_path)
    assert [(page.id, page.story, page.stem) for page in inputs.pages] == [
        ("a/alpha.html", "a", "alpha"),
        ("a/deep/er/x.htm.gz", "a", "x"),
        ("b/beta.TXT", "b", "beta"),
        ("top.xhtml", "", "top"),
    ]
    assert inputs.pages[0].path == (tmp_path / "a/alpha.html").resolve()
    assert inputs.ignored == (
        *(".git/", ".hidden.html", "README.md"),
        *("a/alpha.html.toml", "a/notes.pdf", "sources.toml"),
    )
    assert inputs.failures == ()


def test_a_folder_with_a_pages_name_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "folder.html/inner.html")
    inputs = list_inputs(tmp_path)
    assert [page.id for page in inputs.pages] == ["folder.html/inner.html"]
    assert inputs.ignored == ("folder.html/",)


def test_the_parts_that_a_browser_saves_beside_a_page_are_no_pages(tmp_path: Path) -> None:
    write(tmp_path / "alpha.html")
    write(tmp_path / "alpha_files/frame.html")
    write(tmp_path / "beta_files/beta.html")
    inputs = list_inputs(tmp_path)
    assert [page.id for page in inputs.pages] == ["alpha.html", "beta_files/beta.html"]
    assert inputs.ignored == ("alpha_files/",)


def test_one_page_can_be_named_instead_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "other.html")
    inputs = list_inputs(write(tmp_path / "one.html"))
    assert [(page.id, page.story) for page in inputs.pages] == [("one.html", "")]
    assert inputs.single


def test_what_is_missing_or_no_page_is_said_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing cannot be read \(.*\); name a folder of pages"):
        list_inputs(tmp_path / "missing")
    with pytest.raises(InputError, match=r"neither a folder nor a page; pages are files that end"):
        list_inputs(write(tmp_path / "a.pdf"))


@posix
def test_ids_are_printable_and_never_alike(tmp_path: Path) -> None:
    raw = [b"a\nb.html", b"a%0Ab.html", b"\xff.html", "ÿ.html".encode(), b"50%.html", b"%.html"]
    raw += ["\u202eab.html".encode(), "\u2028.html".encode(), b"..html", b" .html", b"-rf.html"]
    for name in raw:
        write(tmp_path / os.fsdecode(name))
    found = ids(tmp_path)
    assert sorted(found) == found
    assert set(found) == {
        *("a%0Ab.html", "a%250Ab.html", "%FF.html", "ÿ.html", "50%.html", "%.html"),
        *("%E2%80%AEab.html", "%E2%80%A8.html", "..html", " .html", "-rf.html"),
    }


@posix
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "outside/secret.html", b"secret")
    root = tmp_path / "in"
    real = write(root / "real.html")
    (root / "inner.html").symlink_to(real)
    (root / "out.html").symlink_to(secret)
    (root / "folder").symlink_to(secret.parent)
    (root / "broken.html").symlink_to(root / "nothing")
    (root / "loop.html").symlink_to(root / "loop.html")
    (root / "notes.md").symlink_to(secret)
    inputs = list_inputs(root)
    assert [page.id for page in inputs.pages] == ["inner.html", "real.html"]
    assert inputs.ignored == ("notes.md",)
    told = failures(root)
    assert sorted(told) == ["broken.html", "folder", "loop.html", "out.html"]
    assert "leads out of the input folder" in told["out.html"]
    assert "leads nowhere" in told["loop.html"]


@posix
def test_folder_links_that_loop_end(tmp_path: Path) -> None:
    write(tmp_path / "a/page.html")
    (tmp_path / "a/up").symlink_to(tmp_path)
    inputs = list_inputs(tmp_path)
    assert [page.id for page in inputs.pages] == ["a/page.html"]
    assert inputs.ignored == ("a/up/",)


@posix
def test_pipes_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert "pipe" in failures(tmp_path)["pipe.html"]
    put_since = Input(id="pipe.html", path=tmp_path / "pipe.html", story="", stem="pipe")
    result = read_input(put_since, 100)
    assert isinstance(result, InputFailure)
    assert "not a plain file" in result.detail


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.html"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    result = read_input(list_inputs(path).pages[0], 30_000_000)
    assert isinstance(result, Fault)
    assert result.reason is Reason.TOO_LARGE
    assert "30,000,000 bytes" in result.detail


def test_a_page_of_just_the_limit_is_read(tmp_path: Path) -> None:
    page = list_inputs(write(tmp_path / "a.txt", b"12345")).pages[0]
    assert read_input(page, 5) == b"12345"
    assert isinstance(read_input(page, 4), Fault)


def test_a_page_that_has_gone_is_a_failure_not_an_exception(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html")
    page = list_inputs(path).pages[0]
    path.unlink()
    result = read_input(page, 100)
    assert isinstance(result, InputFailure)
    assert result.path == "a.html"


def test_a_named_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="check its name"):
        read_file(tmp_path / "decisions.json", 100)
    with pytest.raises(InputError, match="larger than 3 bytes"):
        read_file(write(tmp_path / "decisions.json"), 3)
