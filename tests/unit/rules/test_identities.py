"""PER006: keys, addresses and accounts; the keys below were made for these tests and are used nowhere."""

from __future__ import annotations

from base64 import b64encode

import pytest
from telling import findings, related, told

AGE = "age1q3x89mkvmcqu2g04aklzlq7a9cv5ghttawz28uzws5uyddy3kupqcd57pg"
OTHER = "age1gv5tf2796hpyar4glwd6h28hzzs8ur44sxwna5e3g6y7fw5pfpws5r87vk"
SECRET = "AGE-SECRET-KEY-1" + "Q" * 58


def path(name: str) -> str:
    """Give the path of a person."""
    return f"pairs/people/{name}.yml"


def person(*keys: str, github: str = "", emails: tuple[str, ...] = ()) -> str:
    """Give a person's file: the first key on line 5, the account after them."""
    lines = ["name: Somebody", "role: none", "level: 3"]
    if keys:
        lines += ["keys:", *(f"  - {key}" for key in keys)]
    if github or emails:
        lines += ["accounts:", *([f"  github: {github}"] if github else [])]
        lines += ["  emails:", *(f"    - {email}" for email in emails)] if emails else []
    return "\n".join(lines) + "\n"


def field(data: bytes) -> bytes:
    """Write a field of an SSH key: its length, then its bytes."""
    return len(data).to_bytes(4, "big") + data


def ssh(sort: str, *fields: bytes) -> str:
    """Write an SSH public key."""
    return f"{sort} {b64encode(b''.join(map(field, (sort.encode(), *fields)))).decode()} somebody@laptop"


def rsa(bits: int) -> str:
    """Write an RSA key whose modulus has so many bits."""
    return ssh("ssh-rsa", b"\x01\x00\x01", (1 << bits - 1).to_bytes(bits // 8 + 1, "big"))


GOOD = [AGE, ssh("ssh-ed25519", bytes(32)), rsa(3072), rsa(4096)]
WRONG = [
    (AGE[:-1] + "q", "the key is mistyped or cut off"),
    (AGE[:30], "the key is mistyped or cut off"),
    (f"{AGE} mine", "the key is mistyped or cut off"),
    (ssh("ssh-ed25519", bytes(31)), "the key is mistyped or cut off"),
    (ssh("ssh-ed25519"), "the key is mistyped or cut off"),
    ("ssh-ed25519 AAAA=BBBB", "the key is mistyped or cut off"),
    ("ssh-ed25519", "the key is mistyped or cut off"),
    (ssh("ssh-rsa", b"\x01\x00\x01"), "the key is mistyped or cut off"),
    (rsa(2048), "the key has fewer than 3072 bits"),
    (ssh("ecdsa-sha2-nistp256", b"nistp256", bytes(65)), "the key is of a kind that nothing can be sealed to"),
    (ssh("sk-ssh-ed25519@openssh.com", bytes(32), b"ssh:"), "the key is of a kind that nothing can be sealed to"),
    (ssh("ssh-ed25519", bytes(32)).replace("ssh-ed25519 ", "ssh-rsa "), "the key is mistyped or cut off"),
]


@pytest.mark.parametrize("key", GOOD)
def test_a_key_that_can_be_sealed_to_is_fine(key: str) -> None:
    assert told("PER006", {path("p-001"): person(key)}) == []


@pytest.mark.parametrize(("key", "message"), WRONG)
def test_any_other_key_is_refused(key: str, message: str) -> None:
    (found,) = findings("PER006", {path("p-001"): person(AGE, key)})
    assert str(found.span) == f"{path('p-001')}:6:5-{5 + len(key)}"
    assert found.message == message


def test_no_two_people_have_one_key_whatever_the_comment() -> None:
    key = ssh("ssh-ed25519", bytes(32))
    other = key.replace("somebody@laptop", "somebody@desk")
    (found,) = findings("PER006", {path("p-001"): person(key), path("p-002"): person(OTHER, other)})
    place = f"{path('p-002')}:6:5-{5 + len(other)}"
    assert str(found.span) == place
    assert found.message == "this key is that of another person"
    assert related(found) == [f"{place}: given by `p-001` as well", f"{path('p-001')}:5:5-{5 + len(key)}: the first"]


def test_accounts_and_addresses_are_compared_without_case() -> None:
    files = {
        path("p-001"): person(github="Ilka", emails=("ilka@work.example", "i@home.example")),
        path("p-002"): person(github="ilka", emails=("n@work.example", "Ilka@Work.example")),
    }
    assert told("PER006", files) == [
        f"{path('p-002')}:5:11-15 error: this account is that of another person",
        f"{path('p-002')}:8:7-24 error: this e-mail address is that of another person",
    ]


def test_the_same_word_as_account_and_as_address_is_fine() -> None:
    files = {path("p-001"): person(github="ilka"), path("p-002"): person(emails=("ilka",))}
    assert told("PER006", files) == []


def test_one_person_may_say_a_thing_twice() -> None:
    assert told("PER006", {path("p-001"): person(AGE, AGE, emails=("a@b.example", "a@b.example"))}) == []


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        (path("p-001"), person(SECRET), 5),
        ("content/handbook/keys.md", f"# Keys\n\nMine is\n{SECRET}\n", 4),
        ("content/handbook/keys.md", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", 1),
        ("content/handbook/keys.md", "a\n-----BEGIN PRIVATE KEY-----\n", 2),
    ],
)
def test_a_private_key_is_told_by_its_line_and_never_shown(file: str, text: str, line: int) -> None:
    (found,) = findings("PER006", {file: text})
    assert str(found.span) == f"{file}:1:1-1"
    assert found.message == "the file holds a private key"
    assert related(found) == [f"it starts on line {line} and is not shown here on purpose"]


def test_a_private_key_in_a_file_that_cannot_be_read_is_found_as_well() -> None:
    files = {path("p-001"): f"name: [\nkeys: {SECRET}\n"}
    import programmes  # noqa: PLC0415 - the only test with a broken file

    assert [each.code for each in programmes.judged(programmes.loaded(files))] == ["PER006", "FIL006"]


@pytest.mark.parametrize("text", ["AGE-SECRET-KEY-1 is how one starts\n", "-----BEGIN PUBLIC KEY-----\n", "KEY-\n"])
def test_talking_about_keys_is_fine(text: str) -> None:
    assert told("PER006", {"content/handbook/keys.md": text}) == []
