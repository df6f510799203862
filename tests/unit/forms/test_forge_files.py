"""Templates and issue forms: what they ask for is what the models declare, and a forge can read them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import programmes
import pytest
import yaml

from generator.forms import forge, issues, requests
from generator.forms.described import described
from generator.forms.sites import FORGES, used
from generator.kinds import kinds

PROGRAMME = programmes.loaded(programmes.healthy()).programme
FORMS = {form.name: form for form in issues.forms()}


def written(name: str) -> dict[str, str]:
    """Give the files of one forge."""
    return forge.files(PROGRAMME, [each for each in FORGES if each.name == name])


def test_every_field_of_a_kind_is_described_once_in_its_task() -> None:
    for task in requests.TASKS:
        text = requests.template(task)
        for name in kinds()[task.kind].model.model_json_schema()["properties"] if task.kind else ():
            assert text.count(f"\n{name}:") + text.count(f"\n{name}, always:") == 1


def test_closed_values_and_what_must_be_there_come_from_the_model() -> None:
    text = requests.template(requests.TASKS[0])
    assert "\nkind, always: what it is (one of: reflection, experiment, win, question, recap, story)\n" in text
    assert "\nvisibility, always: " in text
    assert "\nstep: roadmap/step\n" in text
    next_day = next(field for field in described(kinds()["session"]) if field.name == "next")
    assert next_day.values == ()


def test_the_tasks_are_the_six() -> None:
    assert [task.name for task in requests.TASKS] == ["post", "session", "profile", "pair", "content", "generator"]


def test_a_form_has_the_fields_as_inputs_and_closed_values_to_choose_from() -> None:
    body = {part["id"]: part for part in yaml.safe_load(issues.form(FORMS["post"]))["body"][1:]}
    assert list(body) == "pair title date author kind visibility summary partner step text".split()
    assert body["kind"]["type"] == "dropdown"
    assert body["kind"]["attributes"]["options"] == "reflection experiment win question recap story".split()
    assert body["text"]["type"] == "textarea"
    assert body["title"]["validations"] == {"required": True}
    assert "validations" not in body["step"]


def test_nothing_private_can_be_chosen_in_an_issue() -> None:
    post = {field.name: field.values for field in FORMS["post"].fields}
    assert post["visibility"] == ("public", "organisation", "cohort")
    record = {field.name: field.values for field in FORMS["record-session"].fields}
    assert record["status"] == ("held", "cancelled", "missed")


@pytest.mark.parametrize("name", sorted(FORMS))
def test_both_forms_of_an_issue_say_who_can_read_it(name: str) -> None:
    assert issues.OPEN_TO_ALL in issues.template(FORMS[name])
    assert yaml.safe_load(issues.form(FORMS[name]))["body"][0]["attributes"]["value"].endswith(issues.OPEN_TO_ALL)


def test_forms_pass_the_published_schema(tmp_path: Path) -> None:
    names = []
    for path, text in written("github").items():
        if path.startswith(".github/ISSUE_TEMPLATE/"):
            (tmp_path / Path(path).name).write_text(text)
            names.append(str(tmp_path / Path(path).name))
    scanner = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", "vendor.github-issue-forms"]
    done = subprocess.run([*scanner, *names], capture_output=True, text=True, check=False)
    assert (len(names), done.returncode) == (4, 0), done.stdout
    (tmp_path / "post.yml").write_text("name: no body\n")
    assert subprocess.run([*scanner, *names], capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("github", ".github/CODEOWNERS .github/PULL_REQUEST_TEMPLATE/post.md .github/ISSUE_TEMPLATE/post.yml"),
        ("gitlab", ".gitlab/CODEOWNERS .gitlab/merge_request_templates/post.md .gitlab/issue_templates/post.md"),
        ("gitea", ".gitea/CODEOWNERS .gitea/PULL_REQUEST_TEMPLATE.md .gitea/ISSUE_TEMPLATE/post.yml"),
        ("forgejo", ".forgejo/CODEOWNERS .forgejo/PULL_REQUEST_TEMPLATE.md .forgejo/ISSUE_TEMPLATE/post.yml"),
    ],
)
def test_each_forge_finds_its_files_where_it_looks(name: str, there: str) -> None:
    found = written(name)
    assert set(there.split()) <= set(found)
    assert all(path.startswith(f".{name}/") for path in found)
    assert len(found) == (12 if name in ("github", "gitlab") else 6)
    assert all(forge.is_ours(text) and text.endswith("\n") and not text.endswith("\n\n") for text in found.values())


def test_a_forge_is_used_where_it_is_named_or_has_workflows() -> None:
    assert [each.name for each in used("gitlab", ())] == ["gitlab"]
    assert [each.name for each in used("gitlab", [".github/workflows"])] == ["github", "gitlab"]
    assert used("none", ()) == used(None, ()) == ()


def test_a_text_cannot_break_out_of_its_line() -> None:
    form = issues.Form("x", 'a "b"\n- c: #', "says: {x}", ())
    read = yaml.safe_load(issues.form(form))
    assert (read["name"], read["description"]) == ('a "b"\n- c: #', "says: {x}")
    assert json.dumps(form.title) in issues.form(form)
