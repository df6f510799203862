"""Public keys as people paste them, and private ones that must never be in a file."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from functools import reduce
from operator import xor

RSA_BITS = 3072
"""The size that stands for 128 bits of security (NIST SP 800-57, part 1)."""

_AGE = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_LETTERS = bytes.maketrans(b"qpzry9x8gf2tvdw0s3jn54khce6mua7l", bytes(range(32)))
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_STEPS = tuple(reduce(xor, (each for bit, each in enumerate(_GENERATORS) if top >> bit & 1), 0) for top in range(32))

_PRIVATE = re.compile(r"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}|-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY-----")
_ED25519 = 32
_RSA_FIELDS = 3
_CUT = "the key is mistyped or cut off"
WANTED = "`ssh-ed25519`, `ssh-rsa` of 3072 bits or more, or `age1…`"


def fault(key: str) -> str | None:
    """Say what is wrong with a public key, `None` where it can be sealed to or signed with."""
    sort, _, rest = key.strip().partition(" ")
    if sort.startswith("age1"):
        return None if not rest and _AGE.fullmatch(sort) and _checks(sort) else _CUT
    if sort not in ("ssh-ed25519", "ssh-rsa"):
        return "the key is of a kind that nothing can be sealed to"
    fields = _fields(rest.split(" ", 1)[0])
    if not fields or fields[0] != sort.encode():
        return _CUT
    if sort == "ssh-ed25519":
        return None if [len(each) for each in fields[1:]] == [_ED25519] else _CUT
    if len(fields) != _RSA_FIELDS:
        return _CUT
    bits = int.from_bytes(fields[2], "big").bit_length()
    return None if bits >= RSA_BITS else f"the key has fewer than {RSA_BITS} bits"


def identity(key: str) -> str:
    """Give what makes two spellings one key: its kind and its data, without the comment."""
    return " ".join(key.split()[:2])


def private(text: str) -> Iterator[int]:
    """Give the offset of each private key in a text."""
    if "KEY-" in text:
        for found in _PRIVATE.finditer(text):
            yield found.start()


def _checks(key: str) -> bool:
    """Hold a key's last six letters against the others (BIP 173, bech32)."""
    return _summed(_AFTER_PREFIX, key[4:].encode().translate(_LETTERS)) == 1


def _summed(total: int, values: bytes) -> int:
    for value in values:
        total = (total & 0x1FFFFFF) << 5 ^ value ^ _STEPS[total >> 25]
    return total


def _fields(blob: str) -> list[bytes]:
    """Split the binary part of an SSH key into its fields (RFC 4253, section 6.6); nothing where it is not one."""
    try:
        data = b64decode(blob, validate=True)
    except (Error, ValueError):
        return []
    fields, at = [], 0
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return []
        fields.append(data[at + 4 : end])
        at = end
    return fields


_AFTER_PREFIX = _summed(1, bytes((3, 3, 3, 0, 1, 7, 5)))
"""The sum over `age` as BIP 173 spreads it: the high bits of each letter, a zero, the low bits."""
