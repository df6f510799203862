"""Long lists: nothing lost, nothing twice, addresses that stay."""

from __future__ import annotations

import programmes
import pytest
import rendered
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.page import address_of, path_of
from generator.pages.paging import SIZE, leaves


def test_an_empty_list_has_one_empty_page() -> None:
    [leaf] = leaves([], "/threads/")
    assert leaf.items == ()
    assert leaf.address == "/threads/"
    assert leaf.near == ((1, "/threads/"),)


def test_a_full_page_needs_no_second() -> None:
    assert len(leaves(range(SIZE), "/threads/")) == 1
    assert [leaf.items for leaf in leaves(range(SIZE + 1), "/threads/")] == [tuple(range(SIZE)), (SIZE,)]


def test_further_pages_lie_below_the_first() -> None:
    first, second = leaves(range(31), "/threads/")
    assert (first.address, second.address) == ("/threads/", "/threads/page-2/")
    assert (first.title("Threads"), second.title("Threads")) == ("Threads", "Threads, page 2")
    _, other = leaves(range(3), "/people/", size=2, below="/people/by/name/")
    assert other.address == "/people/by/name/page-2/"
    assert other.near == ((1, "/people/"), (2, "/people/by/name/page-2/"))


def test_links_to_other_pages_are_few_however_long_the_list() -> None:
    middle = leaves(range(3000), "/threads/")[49]
    assert [number for number, _ in middle.near] == [1, 48, 49, 50, 51, 52, 100]


@given(st.integers(0, 500), st.integers(1, 60))
def test_every_item_stands_on_exactly_one_page(count: int, size: int) -> None:
    found = leaves(range(count), "/threads/", size=size)
    assert [item for leaf in found for item in leaf.items] == list(range(count))
    assert [leaf.number for leaf in found] == list(range(1, len(found) + 1))
    assert all(leaf.of == len(found) for leaf in found)
    assert all(0 < len(leaf.items) <= size for leaf in found) or count == 0
    assert all(address_of(path_of(leaf.address)) == leaf.address for leaf in found)
    assert all(leaf.near[0][0] == 1 and leaf.near[-1][0] == leaf.of for leaf in found)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.md"),
        ("/tags/", "tags/index.md"),
        ("/tags/index/", "tags/index/index.md"),
        ("/handbook/rooms/", "handbook/rooms.md"),
        ("/handbook/rooms/index/", "handbook/rooms/index/index.md"),
        ("/handbook/index/index/", "handbook/index/index/index.md"),
    ],
)
def test_each_address_has_one_place_in_the_tree(address: str, path: str) -> None:
    assert path_of(address) == path
    assert address_of(path) == address


def test_what_is_called_index_does_not_take_the_place_of_the_page_of_its_folder() -> None:
    files, post = dict(programmes.healthy()), "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"
    files |= {
        post: files[post].replace(b"  - assistant", b"  - index"),
        "pairs/people/index.yml": files["pairs/people/p-019.yml"],
        "content/roadmaps/index.md": files["content/roadmaps/digital-fluency.md"],
        "content/handbook/index.md": b"# All of it\n",
        "content/handbook/index/index.md": b"# The index\n",
    }
    made = rendered.build(programmes.loaded(files), "organisation")
    for folder in ("tags", "people", "roadmaps", "handbook"):
        assert made.pages[f"/{folder}/"].path == f"{folder}/index.md"
        assert made.pages[f"/{folder}/index/"].path == f"{folder}/index/index.md"
