"""One Chromium for all browser tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page

import sourcecompare as sc
from tests.browser.ferry import ferry_run
from tests.browser.find_chromium import arguments, on_path

ROOT = Path(__file__).parents[2]


@dataclass
class Visit:
    """A page in the browser, and what happened while it loaded."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """console errors and warnings, also of the content security policy, and uncaught errors"""

    def hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The options of the command line, and the Chromium that `make test` has seen to."""
    return {"executable_path": on_path(), "args": arguments()} | browser_type_launch_args


@pytest.fixture(scope="session")
def base_url() -> None:
    """Nothing is served; the plugin's own fixture of this name warns, and a warning is an error."""


@pytest.fixture
def visit(new_context: Callable[..., Any], tmp_path: Path) -> Open:
    """Opens a report page from disk: ``visit(files, name, width=1280, height=800)``.

    What else is named is an option of the browser context, such as ``color_scheme="dark"``.
    """

    def opened(
        files: dict[str, str], name: str, *, width: int = 1280, height: int = 800, **options: Any
    ) -> Visit:
        for file, html in files.items():
            (tmp_path / file).write_text(html, encoding="utf-8")
        page = new_context(viewport={"width": width, "height": height}, **options).new_page()
        found = Visit(page=page)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("console", found.hear)
        page.goto((tmp_path / name).as_uri())
        return found

    return opened


Reports = dict[str, dict[str, str]]


@pytest.fixture(scope="session")
def reports() -> Reports:
    """The files of the report on the invented ferry, and of that on the example in inputs/."""
    return {"ferry": sc.render(ferry_run()), "example": sc.render(sc.run(ROOT / "inputs"))}
