"""Pages that attack the report of their comparison, in a real browser."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import torture

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not torture.MAKER.is_file(),
        reason=f"{torture.MAKER} is missing; SOURCECOMPARE_SHARED names the folder it is in",
    ),
]


def test_no_payload_runs_asks_for_anything_or_breaks_a_page(
    browser: Browser, tmp_path: Path
) -> None:
    torture.make(tmp_path / "torture", "--only", "payloads")
    out = tmp_path / "out"
    process = torture.report(tmp_path / "torture" / "pages", out)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()
    context = browser.new_context()
    page = context.new_page()
    events: list[str] = []
    page.expose_function("canary", lambda *what: events.append(f"the canary sang {what}"))
    page.on("pageerror", lambda error: events.append(f"error: {error}"))
    page.on("dialog", lambda dialog: events.append(f"dialog: {dialog.message}"))
    page.on("console", lambda message: events.append(f"{message.type}: {message.text}"))
    page.on(
        "request",
        lambda request: events.append(request.url) if _is_foreign(request.url, out) else None,
    )
    reports = sorted(out.glob("*.html"))
    assert len(reports) > 1
    for report in reports:
        page.goto(report.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for key in "jjk?":
            page.keyboard.press(key)
        page.wait_for_timeout(20)
    context.close()
    assert not events


def _is_foreign(url: str, out: Path) -> bool:
    return not url.startswith((out.as_uri() + os.sep, "data:,"))
