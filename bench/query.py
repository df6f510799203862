"""The bytes a reader's first query loads, in Chromium over this machine: `python bench/query.py SITE WORDS`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browsing import FLAGS, MISSING, chromium, serving
from playwright.sync_api import sync_playwright


def loaded(site: Path, words: str) -> int:
    """Open the search page with nothing remembered and ask; gives what came over the wire, headers included."""
    found = chromium()
    if found is None:
        sys.exit(MISSING)
    sizes: list[float] = []
    with serving(site) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        page = browser.new_page()
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(f"{home}/search/?q={words}")
        page.locator(".m-results li").first.wait_for()
        page.wait_for_load_state("networkidle")
        browser.close()
    return round(sum(sizes))


if __name__ == "__main__":
    print(loaded(Path(sys.argv[1]), sys.argv[2]))
