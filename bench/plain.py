"""The peer of `build`: the posts of a corpus as plain pages of mkdocs-material: `python bench/plain.py CORPUS OUT`.

Small navigation, posts outside it, as its authors recommend for many pages; the default extensions and those that
the same constructs need.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from generator.source import frontmatter, yaml12

_LINK = re.compile(r"\]\((?:\.\./)+[\w-]+/[\w-]+/([\w-]+\.md)\)")
_OTHERS = 2
"""Pages of such a site that are no posts: home, and what is shown where there is no page."""
_CONFIG = """\
site_name: Plain
theme:
  name: material
  font: false
nav:
  - Home: index.md
not_in_nav: /posts/
markdown_extensions:
  - footnotes
  - pymdownx.tasklist
"""


def page(text: str) -> str:
    """Turn a post into a plain page: its title as the heading, links to its neighbours in one folder."""
    parts = frontmatter.split(text)
    title = yaml12.read(parts.yaml).data["title"]
    body = _LINK.sub(r"](\1)", parts.body)
    return f"# {title}\n{body}"


def write(corpus: Path, out: Path, html: int = 0, *, searched: bool = True) -> int:
    """Write one page for each post of a corpus, and give their number.

    If a site of more pages of HTML is wished for, the further ones are the same posts again under other names.
    """
    folder = out / "docs/posts"
    folder.mkdir(parents=True)
    (out / "mkdocs.yml").write_text(_CONFIG if searched else f"{_CONFIG}plugins: []\n")
    (out / "docs/index.md").write_text("# Plain\n\nAs many pages as there are posts.\n")
    posts = sorted((corpus / "content/threads").rglob("*.md"))
    for at in range(max(len(posts), html - _OTHERS)):
        times, which = divmod(at, len(posts))
        post = posts[which]
        name = f"{post.stem}-again-{times}.md" if times else post.name
        (folder / name).write_text(page(post.read_text()))
    return len(posts)


def main() -> None:
    """Write the pages and their configuration into a new folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a corpus made by `bench/corpus.py`")
    parser.add_argument("out", type=Path, help="a folder that is not there yet")
    given = parser.parse_args()
    print(f"{write(given.corpus, given.out)} pages in {given.out}")


if __name__ == "__main__":
    main()
