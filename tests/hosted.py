"""What hosts make of the header files beside a site: which headers an address gets, read as each host reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path


def netlify(rules: str, address: str) -> Mapping[str, str]:
    """Apply `_headers`: every rule that matches counts, and a header that is set twice has both values."""
    found: dict[str, str] = {}
    matches = False
    for line in rules.splitlines():
        if not line.startswith((" ", "#")):
            matches = re.fullmatch(re.escape(line).replace(r"\*", ".*"), address) is not None
        elif matches and line.strip():
            name, _, value = line.strip().partition(": ")
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def apache(site: Path, address: str) -> Mapping[str, str]:
    """Apply `.htaccess` from the site's root down to the folder of an address: what stands deeper replaces."""
    found: dict[str, str] = {}
    folder = site
    for part in ("", *address.strip("/").split("/")):
        folder /= part
        if (folder / ".htaccess").is_file():
            found |= dict(re.findall(r'Header always set (\S+) "([^"]*)"', (folder / ".htaccess").read_text()))
    return found


def nginx(rules: str, address: str) -> Mapping[str, str]:
    """Apply `nginx-headers.conf`: the last assignment whose condition holds is the value of the variable."""
    value = ""
    for line in rules.splitlines():
        found = re.fullmatch(r'(?:if \(\$uri ~ "([^"]*)"\) \{ )?set \$mentoring_policy "([^"]*)";(?: \})?', line)
        if found and (found[1] is None or re.search(found[1], address)):
            value = found[2]
    given = re.findall(r'^add_header (\S+) "?([^"\n]*?)"? always;$', rules, re.MULTILINE)
    return {name: said.replace("$mentoring_policy", value) for name, said in given}
