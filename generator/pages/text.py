"""Somebody's Markdown to a safe HTML fragment: rendered once, by us, and sanitised.

comrak (CommonMark with tables, task lists, footnotes and alerts; raw HTML shown as text), then nh3 with a
list of our own. Cleaning is a fixed point: cleaning twice gives what cleaning once gave. Why comrak:
it is the only one of the three renderers compared in `bench/` that knows all four constructs, and the
fastest; its binding is young, so it stands behind this one module.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

import comrak
import nh3

from generator.language import gettext
from generator.pages import bounds
from generator.source import characters
from generator.source.headings import anchors

Resolve = Callable[[str], str | None]

_PLAIN = frozenset({"br", "hr", "strong", "em", "del", "pre", "blockquote", "ul", "table", "thead", "tbody", "tr"})
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
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}  # fmt: skip
_CLASSES = {
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "p": {"m-alert-title"},
    "div": {"m-scroll", "m-alert", *(f"m-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution"))},
    "span": {"m-task", "m-task-done"},
    "th": {"m-left", "m-center", "m-right"},
    "td": {"m-left", "m-center", "m-right"},
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_HEADING = re.compile(r"<h([1-6])>|</h[1-6]>")
_HEADINGS = re.compile(r"<h[1-6]>(.*?)</h[1-6]>", re.DOTALL)
_NO_HEADING = re.compile(r"<h([1-6])></h\1>\n?")
_TAG = re.compile(r"<[^>]*>")
_ALIGN = re.compile(r'<(t[hd]) align="(left|center|right)">')
_TASK = re.compile(r'<li><input type="checkbox"( checked="")? disabled="" />')
_PLACE = re.compile(
    r'<a href="(?P<to>[^"]*)"(?P<title> title="[^"]*")?>'
    r"|<a [^>]*>|</a>"
    r'|<img src="(?P<from>[^"]*)" alt="(?P<alt>[^"]*)"(?: title="[^"]*")? />'
)
_ALERT = re.compile(r'class="markdown-alert(-title| markdown-alert-[a-z]+)"')
_CODE = re.compile(r'<code class="(language-[A-Za-z0-9+#.-]+)?[^"]*">')
_FOOTNOTE = re.compile(r'(id|href)="(#?)(fn(?:ref)?-[^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_NOTE_NUMBER = re.compile(r'<sup class="footnote-ref">.*?</sup>')
_SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]*(?= [^a-z])")
_LOWEST = 6
_OUTSIDE = ' rel="noopener nofollow"'


def _options(*, tables: bool) -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    extensions, parse, render = comrak.ExtensionOptions(), comrak.ParseOptions(), comrak.RenderOptions()
    extensions.tasklist = extensions.footnotes = extensions.alerts = True
    extensions.table = tables
    render.unsafe_ = False
    render.escape = True
    return extensions, parse, render


_OPTIONS = _options(tables=True)
_WITHOUT_TABLES = _options(tables=False)
_CLEANER = nh3.Cleaner(
    tags=set(_PLAIN | _ATTRIBUTES.keys()),
    attributes={tag: names - ({"class"} if tag in _CLASSES else set()) for tag, names in _ATTRIBUTES.items()},
    allowed_classes=_CLASSES,
    url_schemes=set(_SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def html(markdown: str, resolve: Resolve, base: str = "./", prefix: str = "u", level: int = 1) -> str:
    """Render Markdown as safe HTML.

    `resolve` says where a relative link leads (an address of the site, a place on this page such as
    `#u-limits`, or `None`: the text stays, the link goes); `base` leads from the page to the site's root;
    every id gets `prefix`, so that no text can take an id that the site's script looks up. `level` is the
    level of the heading the fragment stands under: its own begin one below, and none is skipped.
    """
    rendered = _rendered(markdown)
    if rendered is None:
        return clean(f"<pre><code>{escape(markdown)}</code></pre>\n")
    if "<h" in rendered:
        rendered = _headings(rendered, level, prefix)
    if "<a " in rendered or "<img" in rendered:
        rendered = _places(rendered, resolve, base)
    if 'type="checkbox"' in rendered:
        rendered = _TASK.sub(_task, rendered)
    if "<table>" in rendered:
        rendered = _tables(rendered)
    if 'class="' in rendered:
        rendered = _ALERT.sub(lambda found: f'class="m-alert{found[1].replace("markdown", "m")}"', rendered)
        rendered = _CODE.sub(lambda found: f'<code class="{found[1]}">' if found[1] else "<code>", rendered)
    if "fn-" in rendered or "fnref-" in rendered:
        rendered = _footnotes(rendered, prefix)
    return clean(rendered)


def _footnotes(rendered: str, prefix: str) -> str:
    """Give footnotes ids of this fragment, each once: a definition inside a definition repeats its id."""
    seen: set[str] = set()

    def named(found: re.Match[str]) -> str:
        if found[1] == "id" and found[3] in seen:
            return ""
        if found[1] == "id":
            seen.add(found[3])
        return f'{found[1]}="{found[2]}{prefix}-{found[3]}"'

    return _FOOTNOTE.sub(named, rendered)


def clean(fragment: str) -> str:
    """Leave only what is on our list; cleaning what is clean changes nothing."""
    return _CLEANER.clean(fragment)


def sentence(markdown: str) -> str:
    """Give the first sentence of the first paragraph as plain text; empty where there is none."""
    found = _PARAGRAPH.search(_NOTE_NUMBER.sub("", _rendered(markdown) or ""))
    words = " ".join(_plain(found[1]).split()) if found else ""
    end = _SENTENCE.search(words)
    return words[: end.end()] if end else words


def _rendered(markdown: str) -> str | None:
    """Render, unless the text would blow up: `None` means that it is shown as it was typed."""
    if bounds.too_deep(markdown):
        return None
    rendered = comrak.render_markdown(markdown, *(_WITHOUT_TABLES if bounds.too_wide(markdown) else _OPTIONS))
    if "&" in markdown:  # only an entity can stand for what no file may hold
        rendered = characters.without(rendered)
    return rendered if len(rendered) <= bounds.LARGEST else None


def _plain(fragment: str) -> str:
    return unescape(_TAG.sub("", fragment))


def _headings(rendered: str, level: int, prefix: str) -> str:
    """Move headings below `level` without a gap, and give each an id."""
    rendered = _NO_HEADING.sub("", rendered)
    names = anchors(_plain(found) for found in _HEADINGS.findall(rendered))
    outline: list[int] = []

    def lowered(found: re.Match[str]) -> str:
        if found[1] is None:
            return f"</h{min(_LOWEST, level + len(outline))}>"
        while outline and outline[-1] >= int(found[1]):
            outline.pop()
        outline.append(int(found[1]))
        name = next(names, "")
        named = f' id="{prefix}-{escape(name)}"' if name else ""
        return f"<h{min(_LOWEST, level + len(outline))}{named}>"

    return _HEADING.sub(lowered, rendered)


def _places(rendered: str, resolve: Resolve, base: str) -> str:
    """Rewrite where links and images lead; a link that leads nowhere for this audience becomes its text."""
    kept: list[bool] = []

    def rewritten(found: re.Match[str]) -> str:
        if found["from"] is not None:
            return _image(found, resolve, base, inside=any(kept))
        if found[0] == "</a>":
            return "</a>" if kept.pop() else ""
        tag = found[0] if found["to"] is None else _link(found, resolve, base)
        holds_another = rendered.find("<a ", found.end(), rendered.find("</a>", found.end())) >= 0
        kept.append(bool(tag) and not holds_another)
        return tag if kept[-1] else ""

    return _PLACE.sub(rewritten, rendered)


def _link(found: re.Match[str], resolve: Resolve, base: str) -> str:
    target = _target(unescape(found["to"]), resolve, base)
    if target is None:
        return ""
    outside = _OUTSIDE if _SCHEME.match(target) else ""
    return f'<a href="{escape(target)}"{found["title"] or ""}{outside}>'


def _target(destination: str, resolve: Resolve, base: str) -> str | None:
    if not destination:
        return None
    if _SCHEME.match(destination):
        return destination if _scheme(destination) in _SCHEMES else None
    address = resolve(destination)
    return base + address[1:] if address and address.startswith("/") else address


def _scheme(destination: str) -> str:
    return destination.partition(":")[0].lower()


def _image(found: re.Match[str], resolve: Resolve, base: str, *, inside: bool) -> str:
    """Show an image of the site; one from elsewhere becomes a link, so that nothing is fetched from outside."""
    source = unescape(found["from"])
    if _SCHEME.match(source):
        if inside or _scheme(source) not in _SCHEMES:
            return f"<em>{found['alt']}</em>" if found["alt"] else ""
        text = found["alt"] or gettext("a picture")
        return f'<a href="{escape(source)}"{_OUTSIDE}>{text}</a>'
    target = resolve(source) if source and not source.startswith(("//", "#")) else None
    if target is None or not target.startswith("/") or target.endswith("/") or "#" in target:
        return f"<em>{found['alt']}</em>" if found["alt"] else ""
    return f'<img src="{escape(base + target[1:])}" alt="{found["alt"]}" />'


def _task(found: re.Match[str]) -> str:
    """Write a task's state as a sign and a word: a box without a label says nothing to a screen reader."""
    if found[1]:
        return '<li><span class="m-task-done">✓ ' + gettext("done:") + "</span>"
    return '<li><span class="m-task">○ ' + gettext("to do:") + "</span>"


def _tables(rendered: str) -> str:
    """Align by class instead of by attribute, name the header cells' scope, and let wide tables scroll alone."""
    aligned = _ALIGN.sub(r'<\1 class="m-\2">', rendered)
    scoped = aligned.replace("<th>", '<th scope="col">').replace("<th class", '<th scope="col" class')
    return scoped.replace("<table>", '<div class="m-scroll"><table>').replace("</table>", "</table></div>")
