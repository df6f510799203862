"""Keys and accounts of people: whose they are, and whether they can be used (PER006)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.kinds.person import Person
from generator.programme import Entry, Programme
from generator.rules import rule
from generator.source import keys
from generator.source.document import Document
from generator.source.finding import Finding, Related
from generator.source.span import Span

Place = tuple[str | int, ...]


@rule("PER006", "error")
def key_that_nobody_should_use(programme: Programme, as_of: date) -> Iterator[Finding]:
    """Key nothing can be sealed to, key or account of two people, or a private key anywhere.

    ## What it checks
    Each of `keys` is a whole `ssh-ed25519`, `ssh-rsa` (of 3072 bits or more) or `age1…` public key. No key,
    e-mail address or account is given by two people. No file of the programme holds a private key.

    ## Why it matters
    A post sealed to a mistyped key can be read by nobody, one sealed to a shared key by somebody else. And
    whoever has a private key reads everything that was ever sealed to it.

    ## Example
    ```yaml pairs/people/p-017.yml
    keys:
      - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBvu3rfK  # error: [PER006]
    accounts:
      github: ilka-at-dock
    ```
    ```yaml pairs/people/p-042.yml
    accounts:
      github: ilka-at-dock  # error: [PER006]
    ```

    ## Instead
    ```yaml pairs/people/p-017.yml
    keys:
      - age1q3x89mkvmcqu2g04aklzlq7a9cv5ghttawz28uzws5uyddy3kupqcd57pg
    ```
    """
    first: dict[tuple[str, str], tuple[Entry[Person], Place]] = {}
    for entry in programme.people.values():
        for sort, value, place in _identities(entry.item):
            if sort == "key" and (fault := _unusable(entry, value, place)):
                yield fault
                continue
            owner, before = first.setdefault((sort, _same(sort, value)), (entry, place))
            if owner is not entry:
                yield _shared(entry, sort, place, owner, before)
    for document in programme.documents.values():
        for at in keys.private(document.text):
            yield _private(document, at)


def _identities(person: Person) -> Iterator[tuple[str, str, Place]]:
    for number, key in enumerate(person.keys):
        yield "key", key, ("keys", number)
    if person.accounts is not None:
        if person.accounts.github is not None:
            yield "account", person.accounts.github, ("accounts", "github")
        for number, email in enumerate(person.accounts.emails):
            yield "e-mail address", email, ("accounts", "emails", number)


def _same(sort: str, value: str) -> str:
    return keys.identity(value) if sort == "key" else value.strip().casefold()


def _unusable(entry: Entry[Person], key: str, place: Place) -> Finding | None:
    wrong = keys.fault(key)
    if wrong is None or any(True for _ in keys.private(key)):
        return None
    span = entry.at(*place)
    return Finding(
        code="PER006",
        severity="error",
        span=span,
        message=wrong,
        help="paste the whole line of the public key again, or make one with `ssh-keygen -t ed25519`",
        key=f"keys[{place[-1]}]",
        related=(Related(f"expected {keys.WANTED}", span),),
    )


def _shared(entry: Entry[Person], sort: str, place: Place, owner: Entry[Person], before: Place) -> Finding:
    span = entry.at(*place)
    return Finding(
        code="PER006",
        severity="error",
        span=span,
        message=f"this {sort} is that of another person",
        help=f"write the person's own {sort}, or remove it from the file where it does not belong",
        key=".".join(map(str, place)),
        related=(Related(f"given by `{owner.id}` as well", span), Related("the first", owner.at(*before))),
    )


def _private(document: Document, at: int) -> Finding:
    """Point at the whole file, so that no report shows the line; a note says which it is."""
    return Finding(
        code="PER006",
        severity="error",
        span=Span(document.path),
        message="the file holds a private key",
        help="remove it and make a new one: whoever could read this file can use it",
        key="",
        related=(Related(f"it starts on line {document.at(at).line} and is not shown here on purpose"),),
    )
