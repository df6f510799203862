"""`mentoring build`, `compile`, `serve`, and the engines: whole sites or none, the same bytes each time."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from prepared import Command
from repositories import commit, each_built, mentoring_here, tree

ARTICLE = re.compile(r'<article class="m-page.*</footer>', re.DOTALL)
HEAD = re.compile(r'<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">')
POST = "content/threads/2026-spring/pair-03/2026-02-20-first-prompt.md"
AUDIENCES = ("organisation", "cohort", "coordinators")


def test_a_site_of_each_audience_in_a_folder_of_its_own(sites: dict[str, Path]) -> None:
    for audience in AUDIENCES:
        assert (sites[audience] / "audience.txt").read_text() == f"{audience}\n"
    assert not [*sites["organisation"].glob("pairs/*/*/room")]
    assert [*sites["cohort"].glob("pairs/*/*/room/index.html")]


def test_a_build_never_mixes_two_audiences(published: Path) -> None:
    before = tree(published / "site")
    done = mentoring_here("build", "--audience", "cohort", "--out", "site", cwd=published)
    assert done.returncode == 2
    assert "(organisation)" in done.stderr
    assert tree(published / "site") == before


def test_a_folder_that_is_not_ours_is_left_alone(repository: Path) -> None:
    (repository / "mine").mkdir()
    (repository / "mine" / "letter.txt").write_text("dear reader")
    assert mentoring_here("build", "--out", "mine", cwd=repository).returncode == 2
    assert (repository / "mine" / "letter.txt").read_text() == "dear reader"
    assert [path.name for path in (repository / "mine").iterdir()] == ["letter.txt"]


def test_a_programme_with_errors_is_refused_and_the_old_site_stays_whole(published: Path) -> None:
    before = tree(published / "site")
    post = published / POST
    post.write_text(post.read_text().replace("author: p-017", "author: p-043"))
    done = mentoring_here("build", "--out", "site", cwd=published)
    assert done.returncode == 1
    assert f"--> {POST}:" in done.stderr
    assert "POS002" in done.stderr
    assert "nothing was written" in done.stderr
    assert tree(published / "site") == before
    assert not [path.name for path in published.iterdir() if path.name.startswith(".site")]


def half_built(folder: Path) -> list[Path]:
    """List the sites that are not finished, beside the one that is."""
    return [path for path in folder.iterdir() if path.name.startswith(".site")]


WRITTEN = {"nothing": "", "little": "404.html", "pages": "posts"}
INTERRUPTED = [
    pytest.param(kind, written, id=f"{kind.name}-{name}", marks=[] if at == place else [pytest.mark.slow])
    for at, kind in enumerate((signal.SIGINT, signal.SIGTERM, signal.SIGKILL))
    for place, (name, written) in enumerate(WRITTEN.items())
]


@pytest.mark.parametrize(("kind", "written"), INTERRUPTED)
def test_an_interrupted_build_leaves_the_old_site_or_the_new_one(
    published: Path, python: Path, kind: signal.Signals, written: str
) -> None:
    before = tree(published / "site")
    with Path(os.devnull).open("r+b") as nothing:
        files = (nothing.fileno(),) * 3
        running = Command(
            python, ["-m", "generator", "build", "--no-search", "--out", "site"], str(published), os.environ, files
        )
    for _ in range(5000):
        if not written or any((path / written).exists() for path in half_built(published)):
            break
        time.sleep(0.005)
    os.kill(running.pid, kind)
    running.wait()
    assert tree(published / "site") == before
    assert half_built(published) == [] or kind is signal.SIGKILL


def test_a_link_to_a_folder_stays_a_link_and_leads_to_the_site(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "wall").mkdir()
    (repository / "site").symlink_to(tmp_path / "wall")
    for _ in range(2):
        done = mentoring_here("build", "--no-search", "--out", "site", cwd=repository)
        assert done.returncode == 0, done.stderr
        assert (repository / "site").is_symlink()
        assert (tmp_path / "wall" / "audience.txt").read_text() == "organisation\n"
    assert [path.name for path in (*tmp_path.iterdir(), *repository.iterdir()) if path.name.endswith(".old")] == []


@pytest.mark.parametrize("out", ["content/site", "pairs/people/site", ".git/site", "../programme/content/site"])
def test_no_site_is_written_among_the_files_it_is_made_of(repository: Path, out: str) -> None:
    for words in (("build", "--out", out), ("build", "--dry-run", "--out", out), ("compile", "--out", out)):
        done = mentoring_here(*words, cwd=repository)
        assert done.returncode == 2
        assert "choose a folder outside of them" in done.stderr
        assert not (repository / out).exists()


@pytest.mark.parametrize(
    "audiences", [AUDIENCES[:1], pytest.param(AUDIENCES, marks=pytest.mark.slow)], ids=["one", "all"]
)
def test_two_builds_of_one_commit_are_the_same_bytes(
    committed: Path, finished: dict[str, Path], tmp_path: Path, audiences: tuple[str, ...]
) -> None:
    other = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
    _copied_backwards(committed, tmp_path / "elsewhere/programme")
    outs = {audience: tmp_path / "sites" / audience for audience in reversed(audiences)}
    each_built(tmp_path / "elsewhere/programme", outs, other)
    for audience, out in outs.items():
        one, two = tree(finished[audience]), tree(out)
        assert one.keys() == two.keys()
        assert [path for path in one if one[path] != two[path]] == []


def _copied_backwards(source: Path, target: Path) -> None:
    """Copy a repository so that the file system meets its files in another order."""
    for path in sorted((each for each in source.rglob("*") if each.is_file()), reverse=True):
        there = target / path.relative_to(source)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)


def test_another_commit_changes_no_page_of_a_post(published: Path) -> None:
    before = tree(published / "site")
    (published / "unrelated.txt").write_text("a file outside the programme")
    commit(published, "somebody else's change")
    assert mentoring_here("build", "--out", "site", cwd=published).returncode == 0
    after = tree(published / "site")
    posts = [path for path in before if path.startswith("posts/")]
    assert posts
    assert all(before[path] == after[path] for path in posts)
    assert before["index.html"] != after["index.html"]  # it names the commit it was built from


def test_a_file_that_no_page_claims_is_not_published(repository: Path) -> None:
    (repository / "content" / "notes.txt").write_text("zq-unclaimed")
    (repository / "content" / "threads" / "draft.html").write_text("zq-unclaimed")
    assert mentoring_here("build", "--no-search", "--out", "site", cwd=repository).returncode == 0
    assert not [path for path, data in tree(repository / "site").items() if b"zq-unclaimed" in data]


def test_mkdocs_itself_builds_the_same_site(repository: Path, finished: dict[str, Path]) -> None:
    (repository / "mkdocs.yml").write_text(
        "site_name: mentoring\ndocs_dir: content\ntheme:\n  name: material\n  font: false\n"
        "  features: [navigation.tabs]\nextra: {generator: false}\nmarkdown_extensions: []\nplugins:\n  - mentoring\n"
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "theirs"],
        cwd=repository, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True,
    )  # fmt: skip
    ours, theirs = tree(finished["organisation"]), tree(repository / "theirs")
    del ours["audience.txt"]
    assert ours == theirs


def test_mkdocs_says_what_is_missing_and_nothing_of_our_shells(repository: Path, python: Path) -> None:
    (repository / "mkdocs.yml").write_text(
        "site_name: mentoring\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [mentoring]\n"
    )
    command = [python, "-m", "mkdocs", "build", "--site-dir", "site"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=repository, env=quiet, capture_output=True, text=True, check=True)
    assert "skipped" not in done.stderr
    (repository / "pairs/programme.yml").unlink()
    done = subprocess.run(command, cwd=repository, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "there is no pairs/programme.yml here; nothing was written" in done.stderr


def test_zensical_and_mkdocs_build_the_same_articles_from_the_tree(published: Path, python: Path) -> None:
    assert mentoring_here("compile", "--out", "tree", cwd=published).returncode == 0
    place = published / "tree"
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(
        [python, "-m", "mkdocs", "build", "-q", "-d", "mkdocs"],
        cwd=place,
        env=quiet,
        check=True,
        capture_output=True,
    )
    subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=place, env=quiet, check=True, capture_output=True)
    ours = _articles(published / "site")
    assert len(ours) > 40
    for engine in ("mkdocs", "site"):
        theirs = _articles(place / engine)
        assert theirs.pop("404/index.html", None), "the page for what is missing is an ordinary one there"
        assert theirs == ours
        assert _beside(place / engine) == _beside(published / "site")
        assert _subscribed(place / engine) == _subscribed(published / "site")


def _beside(site: Path) -> dict[str, bytes]:
    """Read the files for programs."""
    kinds = ("feed.xml", "feed.json", "index.json", ".csv", ".ics", ".v1.json")
    found = {path: data for path, data in tree(site).items() if path.endswith(kinds)}
    assert len(found) > 40
    return found


def _subscribed(site: Path) -> dict[str, list[tuple[str, str, str]]]:
    """Read what the heads of pages lead to."""
    pages = {path: data.decode() for path, data in tree(site).items() if path.endswith("index.html")}
    found = {path: HEAD.findall(html) for path, html in pages.items()}
    assert found["index.html"] == [
        ("application/atom+xml", "Open Door", "feed.xml"),
        ("application/feed+json", "Open Door", "feed.json"),
    ]
    return {path: links for path, links in found.items() if links}


def _articles(site: Path) -> dict[str, str]:
    """Read the article of every page that has one: a redirect, which only our own build writes, has none."""
    pages = {path: data.decode() for path, data in tree(site).items() if path.endswith("index.html")}
    return {path: _plain(found[0]) for path, html in pages.items() if (found := ARTICLE.search(html))}


def _plain(html: str) -> str:
    """Undo what a page tree writes differently: entities for tabs and blank lines."""
    return re.sub(r"\s+", " ", html.replace("&#10;", "\n").replace("&#9;", "\t"))


@contextmanager
def _serving(repository: Path, python: Path) -> Iterator[tuple[str, Path]]:
    """Serve the programme on a free port; gives the address of its home page, and the file of what it says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = repository.with_name("said.txt")
    with said.open("w") as file:
        server = subprocess.Popen(
            [python, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=repository, stdout=file, stderr=file,
        )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}/", said
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=20) == 0


def test_serve_shows_a_change_of_a_post_and_of_a_pair_and_keeps_the_last_good_site_while_there_is_an_error(
    repository: Path, python: Path
) -> None:
    with _serving(repository, python) as (home, said):
        post, good = repository / POST, (repository / POST).read_text()
        page = f"{home}posts/2026-02-20-first-prompt/"
        assert "zq-changed" not in _until("first-prompt", lambda: _fetched(page))
        post.write_text(good.replace("author: p-017", "author: p-999"))
        assert "The last good site stays until this is put right." in _until("put right.", said.read_text)
        assert "first-prompt" in _fetched(page)
        post.write_text(good + "\nzq-changed\n")
        assert "zq-changed" in _until("zq-changed", lambda: _fetched(page))
        address = f"{home}pairs/2026-spring/pair-03/"
        assert "1 reached" not in _until("1 open", lambda: _fetched(address))
        pair = repository / "pairs/2026-spring/pair-03/pair.yml"
        open_goal, reached = "state: open\n    progress: 50", "state: reached\n    progress: 100"
        pair.write_text(pair.read_text().replace(open_goal, reached, 1))
        assert "1 reached" in _until("1 reached", lambda: _fetched(address))


def test_a_port_that_is_taken_is_wrong_use(repository: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = mentoring_here("serve", "--address", address, cwd=repository)
    assert done.returncode == 2
    assert f"{address} cannot be listened on: Address already in use; choose another one" in done.stderr


def _fetched(address: str) -> str:
    """Fetch a page; the empty text where it cannot be had."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def _until(word: str, read: Callable[[], str]) -> str:
    """Read until it says what is waited for, for half a minute at most."""
    text = read()
    for _ in range(300):
        if word in text:
            break
        time.sleep(0.1)
        text = read()
    return text


def test_without_a_commit_or_a_repository_there_is_still_a_site(tmp_path: Path, repository: Path) -> None:
    plain = tmp_path / "plain"
    shutil.copytree(repository, plain, ignore=shutil.ignore_patterns(".git"))
    done = mentoring_here("build", "--no-search", "--out", "site", cwd=plain)
    assert done.returncode == 0, done.stderr
    page = (plain / "site/posts/2026-02-20-first-prompt/index.html").read_text()
    assert "Last change unknown" in page


def test_without_the_program_git_there_is_still_a_site(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    done = mentoring_here("build", "--no-search", "--out", "site", cwd=repository)
    assert done.returncode == 0, done.stderr
    assert "Last change unknown" in (repository / "site/posts/2026-02-20-first-prompt/index.html").read_text()


def test_a_shallow_clone_says_unknown_and_never_a_wrong_date(tmp_path: Path, repository: Path) -> None:
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", f"file://{repository}", str(shallow)],
        check=True,
        capture_output=True,
    )
    assert mentoring_here("build", "--no-search", "--out", "site", cwd=shallow).returncode == 0
    assert "Last change unknown" in (shallow / "site/posts/2026-02-20-first-prompt/index.html").read_text()
