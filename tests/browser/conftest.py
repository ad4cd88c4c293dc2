"""One Chromium for all browser tests."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.find_chromium import arguments, on_path


@dataclass
class Visit:
    """A page in the browser, and what happened while it loaded."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """console errors and warnings, also of the content security policy, and uncaught errors"""


Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=on_path(), args=arguments())
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report page from disk: ``visit(files, name, width=1280, height=800)``."""
    context = browser.new_context()

    def opened(files: dict[str, str], name: str, *, width: int = 1280, height: int = 800) -> Visit:
        for file, html in files.items():
            (tmp_path / file).write_text(html, encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        found = Visit(page=page)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                found.complaints.append(message.text)
                if message.type in ("error", "warning")
                else None
            ),
        )
        page.goto((tmp_path / name).as_uri())
        return found

    yield opened
    context.close()
