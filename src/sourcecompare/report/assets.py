"""The report's own style sheet, script and templates, read from the package's data."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from markupsafe import Markup

from .lean import lean_script, lean_style

STORY_STYLES = (
    "page.css",
    "quotations.css",
    "findings.css",
    "tables.css",
    "overview.css",
    "passages.css",
    "lists.css",
    "foot.css",
    "tools.css",
    "narrow.css",
    "print.css",
)
"""In the order in which later rules win."""

INDEX_STYLES = (
    "page.css",
    "tables.css",
    "lists.css",
    "index.css",
    "foot.css",
    "narrow.css",
    "print.css",
)
"""The same."""

SCRIPTS: tuple[str, ...] = (
    "page.js",
    "state.js",
    "standing.js",
    "cards.js",
    "copying.js",
    "marking.js",
    "restoring.js",
    "filter.js",
    "handing_over.js",
    "keys.js",
    "bases.js",
    "bar.js",
)
"""In the order in which they are read; together they are one function, so that they share names."""


def style_sheet(names: Iterable[str]) -> str:
    """These styles as one sheet, without what only their writers need."""
    return lean_style("".join(_text("style", name) for name in names))


def program() -> str:
    """All scripts as one, in a scope of its own, as lean as the styles; "" if there are none."""
    text = "".join(_text("script", name) for name in SCRIPTS)
    return lean_script(f'(() => {{\n"use strict";\n{text}}})();\n') if text else ""


def templates() -> dict[str, str]:
    """The templates by their path in their folder."""
    return dict(_templates(resources.files(__package__).joinpath("templates"), ""))


def policy_hash(text: str) -> str:
    """What a content security policy lets an inline style or script of these words pass by.

    >>> policy_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def island(data: object) -> Markup:
    r"""Data as JSON that can stand in a script element: nothing in it can end the element.

    >>> island({"title": "</script><!--"})
    Markup('{"title":"\\u003c/script\\u003e\\u003c!--"}')
    """
    text = json.dumps(data, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 -- no sign that HTML knows is left in it


def _text(folder: str, name: str) -> str:
    return resources.files(__package__).joinpath(folder, name).read_text("utf-8")


def _templates(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(".j2"):
            yield f"{path}{entry.name}", entry.read_text("utf-8")
