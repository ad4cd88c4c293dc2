"""What pages an input folder holds, and their bytes.

Nothing is opened that is not a plain file inside the folder that the user named: no link that leads
out of it, no pipe, no device.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from sourcecompare.errors import InputError
from sourcecompare.model import Fault, InputFailure, Reason

ENDINGS = (".html", ".htm", ".xhtml", ".txt", ".html.gz", ".htm.gz", ".txt.gz")
"""of files that are pages, whatever their case"""

_JUNCTION = 0xA0000003  # Windows: a link to a folder that does not say that it is one
_SAVED = "_files"  # browsers keep a saved page's parts, frames among them, in such a folder
_CHUNK = 1 << 20
# What would break a line, a terminal or the reading direction where an id is shown, bytes of a
# name that are no UTF-8, and a "%" that would read like one of these encoded.
_UNSAFE = re.compile(
    "[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|%(?=[0-9A-Fa-f]{2})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that is a page by its name."""

    id: str
    """its path below the input folder, with "/"; printable, and never that of another file"""
    path: Path
    """absolute"""
    story: str
    """name of the folder below the input folder in which it lies, at whatever depth; "" if none"""
    stem: str
    """its name without the ending"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that an input folder holds."""

    root: Path
    """absolute, links resolved; of a single page, the folder that it lies in"""
    single: bool
    """one page was named instead of a folder"""
    pages: tuple[Input, ...]
    """by id"""
    ignored: tuple[str, ...]
    """sorted; what is no page by its name; folders that are not entered end in "/" """
    failures: tuple[InputFailure, ...]
    """by path; what is a page or folder by its name, but must or can not be read"""


_Found = Input | InputFailure | str  # the last: the path of something that is ignored


def list_inputs(root: Path) -> Inputs:
    """The pages in a folder and all folders in it, or the one page that was named.

    Raises:
        InputError: there is nothing of that name, it is no page, or it cannot be listed.
    """
    try:
        real = Path(os.path.realpath(root, strict=True))
        mode = real.stat().st_mode
    except OSError as error:
        raise InputError(
            f"{root} cannot be read ({why(error)}); name a folder of pages, or one page."
        ) from error
    if stat.S_ISDIR(mode):
        return _list_folder(real)
    if stat.S_ISREG(mode) and is_page(real.name):
        only = _input(real, real.parent)
        return Inputs(root=real.parent, single=True, pages=(only,), ignored=(), failures=())
    raise InputError(
        f"{root} is neither a folder nor a page; pages are files that end in {', '.join(ENDINGS)}."
    )


def is_page(name: str) -> bool:
    """Whether a file of that name is a page.

    >>> is_page("Alpha.HTML"), is_page("alpha.html.toml"), is_page(".alpha.html")
    (True, False, False)
    """
    return name.lower().endswith(ENDINGS) and not _hidden(name)


def page_id(path: Path, root: Path) -> str:
    r"""The path below `root`, printable; of two paths never the same.

    >>> page_id(Path("in/a/50%.html"), Path("in")), page_id(Path("in/a\n%0A.html"), Path("in"))
    ('a/50%.html', 'a%0A%250A.html')
    """
    return _UNSAFE.sub(_percent, path.relative_to(root).as_posix())


def read_input(item: Input, limit: int) -> bytes | Fault | InputFailure:
    """The bytes of a page; a `Fault` if there are more than `limit`, which are then not read."""
    try:
        data = _read_plain(item.path, limit)
    except OSError as error:
        return InputFailure(
            path=item.id, detail=f"It cannot be read ({why(error)}); check its permissions."
        )
    if data is None:
        detail = (
            f"It is larger than {limit:,} bytes and was not read; cut it down or raise the limit."
        )
        return Fault(reason=Reason.TOO_LARGE, detail=detail)
    return data


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a plain file that the user named.

    Raises:
        InputError: there is none, it cannot be read, or it is larger than `limit` bytes.
    """
    try:
        data = _read_plain(path, limit)
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({why(error)}); check its name and permissions."
        ) from error
    if data is None:
        raise InputError(f"{path} is larger than {limit:,} bytes; check that it is the file meant.")
    return data


def _read_plain(path: Path, limit: int) -> bytes | None:
    """The bytes of a plain file, None if they are more than `limit`. Raises OSError."""
    # A pipe put in the file's place since it was listed must not make us wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    with os.fdopen(handle, "rb", closefd=True) as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError("not a plain file")
        if status.st_size > limit:
            return None
        parts, size = [], 0
        while chunk := file.read(min(_CHUNK, limit + 1 - size)):
            parts.append(chunk)
            size += len(chunk)
    return None if size > limit else b"".join(parts)


def _list_folder(root: Path) -> Inputs:
    found: list[_Found] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                judged = _judge_all(list(entries), root)
        except OSError as error:
            if folder == root:
                raise InputError(
                    f"{root} cannot be listed ({why(error)}); check its permissions."
                ) from error
            judged = [_failure(folder, root, f"It cannot be listed ({why(error)})")]
        folders += [each for each in judged if isinstance(each, Path)]
        found += [each for each in judged if not isinstance(each, Path)]
    pages = [each for each in found if isinstance(each, Input)]
    failures = [each for each in found if isinstance(each, InputFailure)]
    return Inputs(
        root=root,
        single=False,
        pages=tuple(sorted(pages, key=lambda page: page.id)),
        ignored=tuple(sorted(each for each in found if isinstance(each, str))),
        failures=tuple(sorted(failures, key=lambda failure: failure.path)),
    )


def _judge_all(entries: list[os.DirEntry[str]], root: Path) -> list[_Found | Path]:
    """What is in one folder; a page's `_files`, which a browser saves beside it, is ignored."""
    stems = {_stem(entry.name) for entry in entries if is_page(entry.name)}
    judged: list[_Found | Path] = []
    for entry in entries:
        found = _judge(entry, root)
        if isinstance(found, Path) and found.name.removesuffix(_SAVED) in stems - {found.name}:
            found = page_id(found, root) + "/"
        judged.append(found)
        if isinstance(found, Path) and is_page(found.name):  # no page, but looked into
            judged.append(page_id(found, root) + "/")
    return judged


def _judge(entry: os.DirEntry[str], root: Path) -> _Found | Path:
    """A page, a failure, the name of what is ignored, or the folder to be entered."""
    path = Path(entry.path)
    problem = "" if _hidden(entry.name) else _problem(entry, root)
    if problem:
        return _failure(path, root, problem)
    if _is_folder(entry):
        if _hidden(entry.name) or _is_link(entry):  # what an inner link shows is there without it
            return page_id(path, root) + "/"
        return path
    return _input(path, root) if is_page(entry.name) else page_id(path, root)


def _problem(entry: os.DirEntry[str], root: Path) -> str:
    """Why what looks like a page or a folder must not be opened; "" if it may."""
    if _is_link(entry):
        try:
            target = Path(os.path.realpath(entry.path, strict=True))
        except OSError:
            return "It is a link that leads nowhere" if is_page(entry.name) else ""
        if not target.is_relative_to(root) and (is_page(entry.name) or _is_folder(entry)):
            return "It is a link that leads out of the input folder and was not followed"
    if not is_page(entry.name) or _is_folder(entry):
        return ""
    try:
        plain = entry.is_file()
    except OSError as error:
        return f"It cannot be read ({why(error)})"
    return "" if plain else "It is a pipe, a device or the like, and was not opened"


def _failure(path: Path, root: Path, problem: str) -> InputFailure:
    detail = f"{problem}; put a readable copy of what is meant in its place, or remove it."
    return InputFailure(path=page_id(path, root), detail=detail)


def _input(path: Path, root: Path) -> Input:
    parts = page_id(path, root).split("/")
    return Input(
        id="/".join(parts),
        path=path,
        story=parts[0] if len(parts) > 1 else "",
        stem=_stem(parts[-1]),
    )


def _stem(name: str) -> str:
    """A page's name without its ending."""
    return name[: -max(len(each) for each in ENDINGS if name.lower().endswith(each))]


def _hidden(name: str) -> bool:
    """Whether a name is one that systems and editors hide; "..html" is only odd."""
    return name.startswith(".") and not name.startswith("..")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return entry.is_symlink()
    return entry.is_symlink() or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def _percent(match: re.Match[str]) -> str:
    char = match[0]
    if "\udc80" <= char <= "\udcff":  # how Python shows a byte that is no UTF-8
        return f"%{ord(char) - 0xDC00:02X}"
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def why(error: OSError) -> str:
    """What the system says of a failure, to stand in brackets."""
    return (error.strerror or str(error) or type(error).__name__).lower()
