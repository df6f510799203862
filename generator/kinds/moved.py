"""`content/moved.yml`: old address: new address, for links that must keep working."""

from generator.kinds.base import Model, fact, kind
from generator.kinds.values import Address


class Moved(Model):
    """Addresses of pages that moved, old to new."""

    entries: dict[Address, Address] = fact("old address: new address", to="organisation")


KIND = kind(
    "moved",
    "the map of moved addresses",
    shape="content/moved.yml",
    place=r"content/moved\.yml",
    near=r"content/moved\.(?:yaml|YML|YAML)",
    model=Moved,
    table=True,
)
