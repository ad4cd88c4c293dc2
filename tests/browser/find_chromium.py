"""Makes sure that the browser tests have a Chromium; `make test` calls this first.

One on the PATH is taken; else the one that Playwright keeps for this user; else that is fetched;
else, as root on Debian, the system's package. Whatever happens is said in one line at most.
"""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def on_path() -> str | None:
    """The first Chromium that a shell would find."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def arguments() -> list[str]:
    """Root cannot use Chromium's sandbox; in a container /dev/shm is too small for it."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--disable-dev-shm-usage", *(["--no-sandbox"] if is_root else [])]


def starts() -> bool:
    """Whether Playwright's own Chromium is there and runs: its libraries may be missing."""
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(args=arguments()).close()
    except Error:
        return False
    return True


def quietly(*command: str) -> bool:
    """Whether the command could be run and did well."""
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def main() -> int:
    """0 where the browser tests can run."""
    if on_path() or starts():
        return 0
    print("Fetching a Chromium for the browser tests (once)")
    if quietly(sys.executable, "-m", "playwright", "install", "chromium") and starts():
        return 0
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        installed = quietly("apt-get", "update") and quietly(
            "apt-get", "install", "--yes", "chromium"
        )
        if installed and on_path():
            return 0
    print(
        "The browser tests need Chromium and it could not be fetched: install the package "
        "chromium, or leave these tests out with `pytest -m 'not browser'`.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
