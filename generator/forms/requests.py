"""Templates of a proposed change, one per task: what to look at before asking for it, from the models' own fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.forms.described import Field, described
from generator.kinds import kinds


@dataclass(frozen=True, slots=True)
class Task:
    """A reason for proposing a change: its name, its title, the kind of file it is about if any, what to look at."""

    name: str
    title: str
    kind: str
    look: tuple[str, ...]


TASKS = (
    Task("post", "A post", "post", (
        "My partner has read it, or is not mentioned in it.",
        "`visibility` is no wider than our agreement allows; what is for the two of us alone is sealed.",
        "It says nothing about a third person that they would not say themselves.",
    )),
    Task("session", "A session", "session", (
        "Planned: the items add up to the length, and each side knows what to prepare.",
        "Held: each takeaway is its owner's own sentence or `withheld`, and each action has an owner and a day.",
        "Not held: a category, never who cancelled. What was said stays in the room.",
    )),
    Task("profile", "A profile", "person", (
        "It is my own file, or its owner asked me to write it.",
        "`consent` says who may see it on the site; everybody with access to the repository can read the file.",
        "A new key comes in a change of its own, before anything is sealed to it.",
    )),
    Task("pair", "A pair", "pair", (
        "Both were asked before, and neither stands in the other's reporting line.",
        "From `active` on the agreement is complete, and each side has signed for themselves.",
        "An ending is entered by a coordinator and does not say which side left.",
    )),
    Task("content", "A roadmap, an agenda, a community or a handbook page", "roadmap", (
        "Every step has something in it for both sides.",
        "The day of the review is today's, and somebody owns the page.",
        "No address has changed, or `content/moved.yml` names the old one.",
    )),
    Task("generator", "The generator, the workflows or the tests", "", (
        "`make test` is green, and a new test was seen to fail.",
        "A change that anybody sees has its line in CHANGELOG.md.",
        "No audience sees more than before, or this says what, and why.",
    )),
)  # fmt: skip


def template(task: Task) -> str:
    """Write the template of one task."""
    return "\n".join([f"## {task.title}", "", "What changes, in a sentence:", "", *_look(task), *_fields(task)]) + "\n"


def overview() -> str:
    """Write the one template of a forge that offers no choice: all tasks, to keep one of."""
    head = ["What changes, in a sentence:", "", "Keep the part that fits, and delete the others.", ""]
    parts = (line for task in TASKS for line in (f"## {task.title}", "", *_look(task), ""))
    return "\n".join([*head, *parts]).rstrip() + "\n"


def _look(task: Task) -> Iterator[str]:
    yield from (f"- [ ] {line}" for line in task.look)
    if task.kind:
        yield "- [ ] `mentoring check` finds no error; without a clone, the check of this change will say."


def _fields(task: Task) -> Iterator[str]:
    """List the fields of the task's kind of file, as the checker knows them; hidden where the change is read."""
    if not task.kind:
        return
    kind = kinds()[task.kind]
    yield from ("", "<!--", f"The fields of {kind.says}, {kind.shape}:", "")
    yield from (_line(field) for field in described(kind))
    yield "-->"


def _line(field: Field) -> str:
    values = f" (one of: {', '.join(field.values)})" if field.values else ""
    return f"{field.name}{', always' if field.must else ''}: {field.says}{values}"
