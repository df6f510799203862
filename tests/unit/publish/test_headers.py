"""The header files say for every address what its page says of itself, for each host as it reads them."""

from __future__ import annotations

from pathlib import Path

import hosted
import pytest

from generator.publish import headers

HOME = "default-src 'self'; object-src 'none'"
SEARCH = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'"
UNFRAMED = "; frame-ancestors 'none'"


def page(site: Path, address: str, policy: str) -> None:
    folder = site / address[1:]
    folder.mkdir(parents=True, exist_ok=True)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    (folder / "index.html").write_text(f"<head>{meta}</head>")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page(tmp_path, "/", HOME)
    page(tmp_path, "/posts/a/", HOME)
    page(tmp_path, "/search/", SEARCH)
    page(tmp_path, "/research/", HOME)
    return tmp_path


@pytest.mark.parametrize("host", ["netlify", "apache", "nginx"])
def test_each_host_says_what_the_page_says_and_forbids_frames(site: Path, host: str) -> None:
    headers.write(site, "/")
    for address in ("/", "/posts/a/", "/search/", "/search/pagefind/pagefind.js", "/research/", "/404.html"):
        said = {
            "netlify": lambda at: hosted.netlify((site / "_headers").read_text(), at),
            "apache": lambda at: hosted.apache(site, at),
            "nginx": lambda at: hosted.nginx((site / "nginx-headers.conf").read_text(), at),
        }[host](address)
        policy = SEARCH if address.startswith("/search/") else HOME
        assert said["Content-Security-Policy"] == policy + UNFRAMED, address
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said["X-Frame-Options"] == "DENY"


def test_a_site_below_a_path_is_known_to_nginx(site: Path) -> None:
    headers.write(site, "/second.sight/")
    rules = (site / "nginx-headers.conf").read_text()
    assert "wasm" in hosted.nginx(rules, "/second.sight/search/")["Content-Security-Policy"]
    assert "wasm" not in hosted.nginx(rules, "/search/")["Content-Security-Policy"]
    assert "wasm" not in hosted.nginx(rules, "/secondxsight/search/")["Content-Security-Policy"]


def test_pages_without_a_policy_have_no_header_files(tmp_path: Path) -> None:
    for address in ("", "search"):
        (tmp_path / address).mkdir(exist_ok=True)
        (tmp_path / address / "index.html").write_text("<head></head>")
    headers.write(tmp_path, "/")
    assert not (tmp_path / "_headers").exists()
