"""Looking at pages in a browser: in which states, and what is wrong there by axe and to the eye."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Literal

from browsing import lent
from playwright.sync_api import Browser, BrowserContext, Page, expect

HERE = Path(__file__).parent
AXE = HERE / "node/node_modules/axe-core"
MISSING = "axe-core is not installed: `make node` installs it, and needs node and npm"
MENU = ".m-menu"
Rules = Literal["all", "all but contrast", "contrast"]
RUN: dict[Rules, object] = {
    "all": {"rules": {"target-size": {"enabled": True}}},
    "all but contrast": {"rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}},
    "contrast": {"runOnly": ["color-contrast"]},
}
"""All that axe has on, and what WCAG 2.2 adds to 2.1, which it leaves off until told; contrast is half of its work."""

USUAL, WIDEST = "Liberation Sans", "DejaVu Sans"
"""A font of usual width, and the widest that systems bring: on some it is all there is."""

FULLEST = ("celebrations", "cohort", "desk", "home", "pair", "people", "roadmap", "room", "session", "template")
"""Kinds of page that between them hold almost every component, in the states of each."""

USABLE = "article :is(button, input, select, summary)"
"""What a reader can use of a page's own; what stands around it is the same on every page."""

ALONE = "article form, button, output"
"""What only a script can serve; without one it is not there, and no fact stands in it."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page: colours, width in CSS pixels, and what a reader has opened."""

    scheme: Literal["light", "dark"]
    width: int
    opened: Literal["at rest", "menu open", "all details open", "unfolded", "in use"] = "at rest"
    """At rest a page is unfolded as well, as long as it has no details to open."""


WHOLE = tuple(
    Look(scheme, width, opened)  # type: ignore[arg-type]  # each from its closed list
    for scheme, width, opened in product(
        ("light", "dark"), (1280, 320), ("at rest", "menu open", "all details open", "in use")
    )
)  # fmt: skip
"""Every state; each is looked at on every kind of page by the slow tests."""
PHONE = Look("dark", 320)
FEW = (Look("dark", 320, "unfolded"), Look("light", 1280), Look("light", 1280, "in use"), Look("dark", 320, "in use"))
"""States that between them show each colour, both layouts, what is folded, and forms that have answered."""


def asked(kind: str, look: Look, kinds: AbstractSet[str]) -> Rules | None:
    """Say what axe is asked of a kind of page in one of the few states; the eye sees all of it.

    Of `kinds`, which between them hold everything, it is asked all that is no colour, on the narrow screen, and of
    forms in use as well; of the fullest also contrast, of one half in the dark and of the other in the light.
    """
    if kind not in kinds:
        return None
    dark = kind in FULLEST[::2]
    if look.opened == "in use":
        return "all" if look.width == PHONE.width else None
    if look.width != PHONE.width:
        return "contrast" if kind in FULLEST and not dark else None
    return "all" if dark else "all but contrast"


class Watch:
    """Notes what the pages of a context ask of others, and what they complain of."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        """Listen to every page of a context; `home` is the only address that may be asked."""
        self.trouble: list[str] = []
        self._context, self._listeners = (
            context,
            {
                "request": lambda asked: asked.url.startswith((home, "data:")) or self.note("asks", asked.url),
                "console": lambda said: said.type in ("error", "warning") and self.note("console", said.text),
                "weberror": lambda error: self.note("script", str(error.error)),
            },
        )
        for event, listener in self._listeners.items():
            context.on(event, listener)  # type: ignore[call-overload]  # one of the names it has

    def end(self) -> None:
        """Listen no longer."""
        for event, listener in self._listeners.items():
            self._context.remove_listener(event, listener)

    def note(self, what: str, detail: str) -> None:
        """Keep one complaint."""
        self.trouble.append(f"{what}: {detail}")


@contextmanager
def watched(browser: Browser, home: str, *, script: bool = True) -> Iterator[tuple[Page, Watch]]:
    """Give a page and what watches it; colours change at once, so that none is read halfway."""
    with lent(browser, script=script) as page:
        page.emulate_media(reduced_motion="reduce")
        watch = Watch(page.context, home)
        yield page, watch
        watch.end()


def show(page: Page, look: Look) -> bool:
    """Bring a page into a state; `False` where it has nothing of the kind to open or use."""
    if look.opened == "in use" and not page.locator("article form").count():
        return False
    if (page.viewport_size or {}).get("width") != look.width:
        page.set_viewport_size({"width": look.width, "height": 800})
    page.emulate_media(color_scheme=look.scheme)
    page.evaluate("""(open) => {
        for (const each of document.querySelectorAll("details")) each.open = open;
        for (const each of document.querySelectorAll(":popover-open")) each.hidePopover();
        // what watches sizes is told of them once a frame, after this
        return new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
    }""", look.opened in ("all details open", "unfolded"))  # fmt: skip
    if look.opened == "menu open":
        if not page.locator(MENU).is_visible():
            return False
        page.locator(MENU).click()
    if look.opened == "all details open":
        return page.locator("details").count() > 0
    if look.opened == "in use":
        _use(page)
    return True


def _use(page: Page) -> None:
    """Type into the page's form until it answers."""
    form = page.locator("article form").first
    form.locator("input").first.fill("time")
    expect(form.locator("output")).to_contain_text(re.compile(r"\d"))


def use_everything(page: Page) -> None:
    """Press every button, fill every field, choose every choice, fold out every detail, as far as a reader could."""
    for field in page.locator("input:visible:not([type=checkbox], [type=radio])").all():
        field.fill("ai")
    for box in page.locator("input[type=checkbox]:visible, input[type=radio]:visible").all():
        box.check()
    for choice in page.locator("select:visible").all():
        choice.select_option(index=choice.locator("option").count() - 1)
    for summary in page.locator("summary:visible").all():
        summary.click()
    for button in page.locator("button:visible").all():
        if button.is_visible():
            button.click()


def lettered(page: Page, font: str) -> None:
    """Have the page in a font of this machine, whatever its stylesheet prefers; fails where there is no such font."""
    there = page.evaluate(
        """font => {
        const pen = document.createElement("canvas").getContext("2d");
        const wide = (family) => (pen.font = `40px ${family}`) && pen.measureText("mentoring").width;
        document.documentElement.style.setProperty("--m-font", `"${font}"`);
        return wide(`"${font}", monospace`) !== wide("monospace");
    }""",
        font,
    )
    assert there, f"{font} is not installed: `make browser` installs it"


def by_axe(page: Page, rules: Rules = "all", *, without: str | None = None) -> list[str]:
    """Give what axe finds on the page as it stands; nothing is left out but what `without` selects."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    options = json.dumps({"resultTypes": ["violations"], "preload": False} | RUN[rules])
    found = page.evaluate(f"axe.run({json.dumps({'exclude': [without]}) if without else 'document'}, {options})")
    return [f"{each['id']}: {each['help']} ({_places(each)})" for each in found["violations"]]


@contextmanager
def armed(page: Page) -> Iterator[None]:
    """Have axe come along to every page that is gone to, where the browser knows its text from the page before."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.addScriptToEvaluateOnNewDocument", {"source": axe()})
    yield
    session.detach()


def by_eye(page: Page) -> list[str]:
    """Give what is too small, too faint or too wide on the page as it stands."""
    found: list[str] = page.evaluate((HERE / "looks.js").read_text(encoding="utf-8"))
    return found


class Seen:
    """What was found on pages in states: by axe, by eye, and by what watches the browser."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.by_axe: list[str] = []
        self.by_eye: list[str] = []
        self.facts: dict[str, set[str]] = {}
        self.looks = 0

    def look(self, page_: Page, kind: str, look: Look, rules: Rules | None = "all") -> None:
        """Look once, both ways or by eye alone."""
        self.looks += 1
        if rules:
            self.by_axe += [f"{kind}, {look}: {each}" for each in by_axe(page_, rules)]
        self.by_eye += [f"{kind}, {look}: {each}" for each in by_eye(page_)]


def seen(browser: Browser, home: str, pages: Mapping[str, str], looks: tuple[Look, ...], rules: Rules = "all") -> Seen:
    """Look at pages in states, and give all that is wrong, each with its kind of page and its state."""
    found = Seen()
    with watched(browser, home) as (page, watch), armed(page):
        for kind, address in pages.items():
            page.goto(home + address)
            for look in looks:
                if show(page, look):
                    found.look(page, kind, look, rules)
        found.by_eye += watch.trouble
    return found


def once_over(browser: Browser, home: str, pages: Mapping[str, str], judged: AbstractSet[str]) -> Seen:
    """Go to each page once, see it in few states, use all it has, and give all that is wrong and what stood there.

    Axe judges the kinds that are named, and the eye sees these in a wide window as well; what is told is kept of the
    fullest ones, and everything is used where the article has something to use.
    """
    found = Seen()
    with watched(browser, home) as (page, watch):
        with armed(page):
            for kind in sorted(pages.keys() & judged):
                _see(found, page, kind, home + pages[kind], judged)
        for kind in sorted(pages.keys() - judged):
            _see(found, page, kind, home + pages[kind], judged)
        found.by_eye += watch.trouble
    return found


def _see(found: Seen, page: Page, kind: str, address: str, judged: AbstractSet[str]) -> None:
    """Go to one page, and note what is wrong with it and what stood there."""
    page.goto(address)
    if kind in FULLEST and show(page, PHONE):
        found.facts[kind] = facts(page)
    for look in FEW if kind in judged else (FEW[0], *FEW[2:]):
        if show(page, look):
            found.look(page, kind, look, asked(kind, look, judged))
    if page.locator(USABLE).count() and show(page, PHONE):
        use_everything(page)


def told(browser: Browser, home: str, pages: Mapping[str, str]) -> dict[str, set[str]]:
    """Give the facts of each kind of page as they stand on a phone."""
    found = {}
    with watched(browser, home) as (page, _):
        for kind, address in pages.items():
            page.goto(home + address)
            show(page, PHONE)
            found[kind] = facts(page)
    return found


def glanced(browser: Browser, home: str, pages: Mapping[str, str], look: Look) -> list[str]:
    """Look at pages in one state, by eye alone, and give all that is wrong."""
    found = []
    with watched(browser, home) as (page, watch):
        for kind, address in pages.items():
            page.goto(home + address)
            if show(page, look):
                found += [f"{kind}, {look}: {each}" for each in by_eye(page)]
        return found + watch.trouble


def facts(page: Page) -> set[str]:
    """Give the lines a reader can read in the article, but for what only a script can serve."""
    text: str = page.evaluate(
        """alone => {
        const away = [...document.querySelectorAll(alone)];
        for (const each of away) each.style.setProperty("display", "none", "important");
        const text = document.querySelector("article").innerText;
        for (const each of away) each.style.removeProperty("display");
        return text;
    }""",
        ALONE,
    )
    return {line.strip() for line in text.splitlines() if line.strip()}


@cache
def axe() -> str:
    """Give the text of axe-core, which the browser runs beside the page, so that its policy stays strict."""
    return (AXE / "axe.min.js").read_text(encoding="utf-8")


def axe_version() -> str:
    """Give the version of axe-core that is installed."""
    version: str = json.loads((AXE / "package.json").read_text(encoding="utf-8"))["version"]
    return version


def _places(found: dict[str, list[dict[str, list[str]]]]) -> str:
    return ", ".join(" ".join(map(str, node["target"])) for node in found["nodes"][:3])
