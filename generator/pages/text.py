"""Somebody's Markdown to a safe HTML fragment: rendered once, by us, and sanitised.

comrak (CommonMark with tables, task lists, footnotes and alerts; raw HTML shown as text), then nh3 with a
list of our own. Cleaning is a fixed point: cleaning twice gives what cleaning once gave. Why comrak:
it is the only one of the three renderers compared in `bench/` that knows all four constructs, and the
fastest; its binding is young, so it stands behind this one function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

import comrak
import nh3

Resolve = Callable[[str], str | None]

_TAGS = frozenset(
    "p br hr h3 h4 h5 h6 strong em del code pre blockquote ul ol li table thead tbody tr th td a img sup section div span".split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "id", "class", "aria-label", "data-footnote-ref", "data-footnote-backref"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "li": {"id"},
    "section": {"class"},
    "div": {"class"},
    "p": {"class"},
    "span": {"class"},
    "sup": {"class"},
    "code": {"class"},
    "th": {"class", "scope"},
    "td": {"class"},
    "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}  # fmt: skip
_CLASSES = {
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "p": {"m-alert-title"},
    "div": {"m-alert", "m-alert-note", "m-alert-tip", "m-alert-important", "m-alert-warning", "m-alert-caution", "m-scroll"},
    "span": {"m-task", "m-task-done"},
    "th": {"m-left", "m-center", "m-right"},
    "td": {"m-left", "m-center", "m-right"},
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_HEADING = re.compile(r"<(/?)h([1-6])>")
_ALIGN = re.compile(r'<(t[hd]) align="(left|center|right)">')
_TASK = re.compile(r'<li><input type="checkbox"( checked="")? disabled="" />')
_LINK = re.compile(r'<a href="([^"]*)"( title="[^"]*")?>')
_IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"( title="[^"]*")? />')
_FOOTNOTE = re.compile(r'(id|href)="(#?)(fn(?:ref)?-[^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LOWEST = 6


def _options() -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    extensions, parse, render = comrak.ExtensionOptions(), comrak.ParseOptions(), comrak.RenderOptions()
    extensions.table = extensions.tasklist = extensions.footnotes = extensions.alerts = True
    render.unsafe_ = False
    render.escape = True
    return extensions, parse, render


_OPTIONS = _options()
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: names - ({"class"} if tag in _CLASSES else set()) for tag, names in _ATTRIBUTES.items()},
    allowed_classes=_CLASSES,
    url_schemes=set(_SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def html(markdown: str, resolve: Resolve, base: str = "./", prefix: str = "u", level: int = 2) -> str:
    """Render Markdown as safe HTML.

    `resolve` says where a relative link leads (an address of the site, or `None`: the text stays, the
    link goes); `base` leads from the page to the site's root; every id gets `prefix`, so that no text can
    take an id that the site's script looks up; headings start below `level`.
    """
    rendered = comrak.render_markdown(markdown, *_OPTIONS)
    if "<h" in rendered:
        rendered = _HEADING.sub(lambda found: _lowered(found, level), rendered)
    if "<a href" in rendered:
        rendered = _links(rendered, resolve, base)
    if "<img" in rendered:
        rendered = _IMAGE.sub(lambda found: _image(found, resolve, base), rendered)
    if 'type="checkbox"' in rendered:
        rendered = _TASK.sub(_task, rendered)
    if "<table>" in rendered:
        rendered = _ALIGN.sub(r'<\1 class="m-\2">', rendered).replace("<th>", '<th scope="col">').replace("<th class", '<th scope="col" class')
        rendered = rendered.replace("<table>", '<div class="m-scroll"><table>').replace("</table>", "</table></div>")
    if "markdown-alert" in rendered:
        rendered = rendered.replace("markdown-alert-title", "m-alert-title").replace("markdown-alert", "m-alert")
    if "fn-" in rendered or "fnref-" in rendered:
        rendered = _FOOTNOTE.sub(rf'\1="\2{prefix}-\3"', rendered)
    return _CLEANER.clean(rendered)


def _lowered(found: re.Match[str], level: int) -> str:
    return f"<{found[1]}h{min(_LOWEST, int(found[2]) + level)}>"


def _links(rendered: str, resolve: Resolve, base: str) -> str:
    """Rewrite the destinations; a link that leads nowhere for this audience becomes its text."""
    parts: list[str] = []
    end = 0
    for found in _LINK.finditer(rendered):
        target = _target(unescape(found[1]), resolve, base)
        parts.append(rendered[end : found.start()])
        end = found.end()
        if target is not None:
            outside = ' rel="noopener nofollow"' if _SCHEME.match(target) else ""
            parts.append(f'<a href="{escape(target)}"{found[2] or ""}{outside}>')
            continue
        close = rendered.index("</a>", end)
        parts.append(rendered[end:close])
        end = close + len("</a>")
    return "".join(parts) + rendered[end:]


def _target(destination: str, resolve: Resolve, base: str) -> str | None:
    if destination.startswith("#"):
        return destination
    if _SCHEME.match(destination):
        return destination if destination.split(":", 1)[0].lower() in _SCHEMES else None
    address = resolve(destination)
    if address is None:
        return None
    return base + address[1:] if address.startswith("/") and address != "/" else base if address == "/" else address


def _image(found: re.Match[str], resolve: Resolve, base: str) -> str:
    """Show an image of the site; one from elsewhere becomes its description (nothing is fetched from outside)."""
    source = unescape(found[1])
    target = None if _SCHEME.match(source) or source.startswith("//") else resolve(source)
    if target is None:
        return f"<em>{found[2]}</em>" if found[2] else ""
    return f'<img src="{escape(base + target.lstrip("/"))}" alt="{found[2]}" />'


def _task(found: re.Match[str]) -> str:
    """Write a task's state as a sign and a word: a box without a label says nothing to a screen reader."""
    if found[1]:
        return '<li><span class="m-task-done">✓ done:</span>'
    return '<li><span class="m-task">○ to do:</span>'
