"""The house keeps its floors: arrows point down, each library has one door, modules stay short."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "sourcecompare"
MODULES = sorted(SOURCE.rglob("*.py"))

# "2  decode/  parse/  plaintext": a floor and its rooms; what stands far to the right is a remark.
_FLOOR = re.compile(r"^([1-5])  (\S+(?: {1,2}\S+)*)", re.MULTILINE)


def floors() -> dict[str, int]:
    """The floor of each room, as docs/ARCHITECTURE.md draws the house."""
    drawing = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    return {
        room.removesuffix("/"): int(floor)
        for floor, rooms in _FLOOR.findall(drawing)
        for room in rooms.split()
    }


FLOOR = floors()
# The package's own front: it names what the public may use, and is no room.
FRONT = {"__init__", "__main__"}

DOORS = {
    "lxml": {"parse"},
    "bs4": {"parse"},
    "trafilatura": {"extract"},
    "diff_match_patch": {"diff"},
    "scipy": {"similarity"},
    "Stemmer": {"similarity"},
    "onnxruntime": {"networks"},
    "tokenizers": {"networks"},
    "pandas": {"tables"},
    "pyarrow": {"tables"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "charset_normalizer": {"decode"},
    "webencodings": {"decode"},
    "typer": {"cli"},
    "rich": {"cli"},
    # numpy is how numbers are counted here, as text is how they are told: no door, but few rooms.
    "numpy": {
        *("content", "networks", "similarity", "clean", "align", "collate", "reuse", "conflicts")
    },
    # The standard library's own ways out.
    "time": {"cli"},
    "subprocess": {"runner"},
    "socket": set(),
    "urllib.request": set(),
    "http": set(),
    "random": set(),
    "secrets": set(),
    "uuid": set(),
    "difflib": set(),
    "shutil": {"store"},
    "os": {"store", "networks"},  # there to keep ONNX Runtime from reporting over the network
    "tempfile": {"store"},
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "misc"}
MOST_LINES = 400


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Full names of all modules that a module imports, inside functions too."""
    package = ("sourcecompare", *path.relative_to(SOURCE).parent.parts)
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            named = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            yield from (f"{named}.{alias.name}" for alias in node.names)


def rooms_entered(path: Path) -> set[str]:
    own = (name.split(".") for name in imports(path) if name.startswith("sourcecompare."))
    return {parts[1] for parts in own} & FLOOR.keys() - {room_of(path)}


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_every_room_has_a_floor_and_every_floor_its_rooms() -> None:
    assert {room_of(path) for path in MODULES} == FLOOR.keys() | FRONT
    assert set(FLOOR.values()) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_arrows_point_down(path: Path) -> None:
    room = room_of(path)
    if room in FRONT:
        return
    rooms = list(FLOOR)
    for other in rooms_entered(path):
        # On the ground floor a room may lean on those drawn to its left.
        beside = FLOOR[room] == FLOOR[other] == 1 and rooms.index(other) < rooms.index(room)
        assert FLOOR[other] < FLOOR[room] or beside, f"{room} imports {other}"


@pytest.mark.parametrize(("library", "rooms"), DOORS.items(), ids=str)
def test_each_library_has_one_door(library: str, rooms: set[str]) -> None:
    found = {
        room_of(path)
        for path in MODULES
        for name in imports(path)
        if f"{name}.".startswith(f"{library}.")
    }
    assert found <= rooms


def test_no_library_is_used_that_has_no_door_here() -> None:
    foreign = {name.split(".")[0] for path in MODULES for name in imports(path)}
    foreign -= {*sys.stdlib_module_names, "sourcecompare"}
    assert foreign <= DOORS.keys()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_the_store_alone_opens_files(path: Path) -> None:
    allowed = {"store"}
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name in {"open", "fdopen", "write_text", "write_bytes"}:
            assert room_of(path) in allowed, f"line {node.lineno}"
        if name == "read_bytes":
            # Forests are package data, read where they are asked.
            assert room_of(path) in allowed | {"content", "conflicts"}, f"line {node.lineno}"
        if name in {"read_text", "iterdir", "rglob", "glob", "mkdir", "unlink", "exists"}:
            # Lexicons and templates are package data, read where they are used.
            assert room_of(path) in allowed | {"rules", "report", "similarity"}, (
                f"line {node.lineno}"
            )


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_has_a_name_of_its_own_and_a_readable_size(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_keeps_state(path: Path) -> None:
    """Nothing at the top of a module that a call could fill."""
    for node in tree_of(path).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        empty = (isinstance(value, ast.Dict) and not value.keys) or (
            isinstance(value, ast.List) and not value.elts
        )
        assert not empty, f"line {node.lineno}"
    assert not any(isinstance(node, ast.Global) for node in ast.walk(tree_of(path)))
