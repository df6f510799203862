"""Take the README's picture: the first screen of the bundled programme's home page, as everybody in it may see it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from browsing import FLAGS, MISSING, chromium, serving
from playwright.sync_api import sync_playwright
from repositories import mentoring

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "home.png"
WIDTH, HEIGHT = 1280, 1000


def main() -> None:
    """Build the site, look at its first page, and keep what is seen."""
    browser = chromium()
    if browser is None:
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        done = mentoring("build", "--audience", "organisation", "--out", str(site), cwd=ROOT)
        if done.returncode:
            sys.exit(done.stdout + done.stderr)
        with serving(site) as home:
            take(browser, f"{home}/")


def take(browser: str, address: str) -> None:
    """Photograph the first screen of a page, in light colours and without its script: the same picture each time."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        context = running.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", java_script_enabled=False
        )
        page = context.new_page()
        page.goto(address)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        running.close()


if __name__ == "__main__":
    main()
