"""`content/communities/<community>/index.md`: people who run such programmes."""

from generator.kinds.base import Model, fact, kind, words
from generator.kinds.values import Day, Id, Text, Url


class Followed(Model):
    """Another organisation's programme."""

    title: Text = words("its name", to="organisation")
    site: Url = fact("its site", to="organisation")
    feed: Url = fact("its feed", to="organisation")


class Community(Model):
    """A community of practice."""

    title: Text = words("its title", to="organisation")
    purpose: Text = words("what it is for", to="organisation")
    audience: Text = words("whom it is for", to="organisation")
    host: Id = fact("person id of the host", to="organisation")
    rule: Text | None = words("what may leave the room", to="organisation", default=None)
    joining: Text = words("how to join", to="organisation")
    calls: Text = words("when it meets", to="organisation")
    code_of_conduct: Text | None = words("how people treat each other", to="organisation", default=None)
    reviewed_on: Day = fact("last review", to="organisation")
    follows: tuple[Followed, ...] = fact("other programmes", to="organisation", default=())


KIND = kind(
    "community",
    "a community",
    shape="content/communities/<community>/index.md",
    place=r"content/communities/(?P<community>{slug})/index\.md",
    near=r"content/communities/[^/]+/[Ii]ndex\.(?:md|markdown|MD)|content/communities/[^/]+\.(?:md|markdown)",
    model=Community,
    front=True,
    published=True,
)
