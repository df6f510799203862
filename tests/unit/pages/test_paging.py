"""Long lists: nothing lost, nothing twice, addresses that stay."""

from __future__ import annotations

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
