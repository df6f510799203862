"""`content/*.md` and `content/handbook/**/*.md`: free pages of the people who run the programme."""

from generator.kinds.base import Model, kind, words
from generator.kinds.values import Text


class FreePage(Model):
    """Plain Markdown; its front matter, if any, is a title."""

    title: Text | None = words("its title; else the first heading", to="organisation", default=None)


KIND = kind(
    "page",
    "a page",
    shape="content/<page>.md or content/handbook/<page>.md",
    place=r"content/(?:handbook/(?:{slug}/)*)?(?P<page>{slug})\.md",
    near=r"content/(?:handbook/.+|[^/]+)\.(?:md|markdown|MD)",
    model=FreePage,
    front=True,
    published=True,
)
