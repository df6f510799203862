"""The same pages as a plain docs tree with its own `mkdocs.yml`, for any Markdown engine."""

from __future__ import annotations

import json
import re
import shutil
from html import escape
from importlib.resources import as_file, files
from pathlib import Path

from generator.language import direction, spoken
from generator.pages.page import Page
from generator.publish import interface, pour, site
from generator.publish.prepare import Prepared

_BLANK = re.compile(r"\n[ \t]*(?=\n)")


def write_tree(prepared: Prepared, out: Path) -> int:
    """Write `mkdocs.yml`, `docs/` and `overrides/` into a folder; gives the number of pages.

    A page is front matter and one block of HTML, which every Markdown engine passes through; no meaning
    lives in a plugin or a hook, so Zensical builds the tree as MkDocs does.
    """
    docs = out / "docs"
    paths: set[str] = set()
    images: set[str] = set()
    known = prepared.images()
    for page in prepared.pages():
        paths.add(page.path)
        images |= {address for address in known if address[1:] in page.html}
        site.write(docs / _place(page.path), _markdown(page).encode())
        for address, data in site.beside([page]).items():
            site.write(docs / address[1:], data)
    for address in sorted(images):
        site.write(docs / address[1:], known[address].read_bytes())
    _theme(out)
    site.write(out / "mkdocs.yml", _config(prepared, paths).encode())
    return len(paths)


def _place(path: str) -> str:
    """Give a page a folder of its own, as its address has: engines differ on links that start from a file."""
    return path if path.rpartition("/")[2] in ("index.md", "404.md") else path.removesuffix(".md") + "/index.md"


def _markdown(page: Page) -> str:
    """Write a page: JSON strings are valid YAML, escaped since engines print them as they are.

    The article has no blank line that could end the block of HTML.
    """
    article = _BLANK.sub("\n&#10;", page.html.replace("\t", "&#9;"))
    head = [
        "---",
        f"title: {json.dumps(escape(page.title), ensure_ascii=False)}",
        f"description: {json.dumps(escape(page.description), ensure_ascii=False)}",
        f"section: {page.section}",
        f"feeds: {json.dumps(pour.links(page), ensure_ascii=False)}",
        "hide: [navigation, toc]",
        "---",
        "",
    ]
    return "\n".join([*head, article])


def _theme(out: Path) -> None:
    """Copy our overrides; what the browser loads goes to the docs, since not every engine copies it from a theme."""
    with as_file(files("generator") / "theme") as theme:
        ours = out / "overrides"
        shutil.copytree(theme, ours, dirs_exist_ok=True, ignore=shutil.ignore_patterns("assets", "*.md", "__pycache__"))
        if (theme / "assets").is_dir():
            shutil.copytree(theme / "assets", out / "docs" / "assets", dirs_exist_ok=True)


def _config(prepared: Prepared, paths: set[str]) -> str:
    """Write the engine's settings; only keys that MkDocs and Zensical both know.

    Name and purpose are escaped, since engines print them as they are.
    """
    about = prepared.view.site
    places = [
        (title, "index.md" if section == "home" else f"{section}/index.md")
        for section, title in interface.sections(about.language).items()
    ]
    nav = "\n".join(f"  - {json.dumps(title, ensure_ascii=False)}: {path}" for title, path in places if path in paths)
    said = "".join(
        f"  {name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in interface.said(about.language).items()
    )
    return f"""site_name: {json.dumps(escape(about.name, quote=False), ensure_ascii=False)}
site_url: {json.dumps(about.url or "")}
site_description: {json.dumps(escape(about.purpose), ensure_ascii=False)}
docs_dir: docs
theme:
  name: material
  custom_dir: overrides
  language: en
  direction: {direction(spoken(about.language))}
  font: false
  icon:
    logo: material/account-supervisor
  features:
    - navigation.tabs
extra_css:
  - assets/mentoring.css
extra_javascript:
  - assets/mentoring.js
extra:
  generator: false
{said}markdown_extensions: []
plugins: []
nav:
{nav}
"""
