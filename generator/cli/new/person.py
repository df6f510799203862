"""`mentoring new person`: add somebody who takes part, or stands in a reporting line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli import asking, desk
from generator.cli.asking import Form

_OF_ALL = frozenset({"id", "name", "role", "level", "manager", "email"})
"""What is said of everybody, also of those who take no part."""


@click.command("person", short_help="Somebody who takes part, or stands in a reporting line.")
@click.option("--id", metavar="ID", help="The id [default: the next free number, such as `p-046`].")
@click.option("--name", metavar="TEXT", help="Display name, or a chosen alias.")
@click.option("--role", metavar="ROLE", help="mentor (junior), mentee (senior), both, or none.")
@click.option("--level", metavar="N", help="A number from 1 to 99, such as `3`; higher is more senior.")
@click.option("--manager", metavar="PERSON", help="The manager's id; `none` for the top.")
@click.option("--cohort", metavar="ID", help="The cohort signed up for [default: the newest one].")
@click.option("--department", metavar="TEXT", help="The department.")
@click.option("--timezone", metavar="ZONE", help="Where the working day lies, such as `Europe/Lisbon`.")
@click.option("--languages", metavar="TAGS", help="Languages spoken, such as `en,pt`.")
@click.option("--offers", metavar="TEXT", help="What this person can teach: `area: note`, `;` between several.")
@click.option("--wants", metavar="TEXT", help="What this person wants to learn: `area: note`, `;` between several.")
@click.option("--interests", metavar="TEXT", help="Two interests beyond the job or more, `;` between them.")
@click.option("--hours", metavar="FROM-TO", help="Working hours, such as `09:00-17:30`.")
@click.option("--hours-per-month", metavar="N", help="Hours a month for the programme, such as `3`.")
@click.option("--consent", metavar="WHO", help="Who may see the profile: organisation, cohort or nobody; no default.")
@click.option("--email", metavar="ADDRESS", help="The address of this person's commits.")
@desk.making
@click.pass_context
def command(
    context: click.Context, /, root: Path, as_of: date | str | None, *, dry_run: bool, **given: str | None
) -> None:
    """Add a person; of somebody with role `none` only name, level and manager are asked, and --email may be given.

    \b
    Examples:
      mentoring new person
      mentoring new person --name "Kim Okafor" --role none --level 7 --manager p-001
    """  # noqa: D301 - `\b` tells click to keep the lines that follow
    from generator.forms import answers, person
    from generator.kinds.values import Id

    at, form = desk.opened(root, as_of), asking.Form(given)
    name = form.only("id", answers.value(Id)) or person.free_id(at.programme)
    desk.finish(context, at, [person.file(name, _fields(at, form))], dry_run=dry_run)


def _fields(at: desk.Desk, form: Form) -> dict[str, Any]:
    from generator.forms import answers, person
    from generator.kinds.values import Whole

    data: dict[str, Any] = {
        "name": form.ask("name", "What is the name, or the chosen alias?", answers.words()),
        "role": form.ask("role", "Mentor (junior), mentee (senior), both or none?", answers.one_of(person.ROLES)),
        "level": form.ask("level", "Which level? A higher number is more senior.", answers.value(Whole, like="3")),
    }
    manager = form.ask(
        "manager", "Whose id is the manager's? `none` for the top.", answers.one_of((person.TOP, *at.programme.people))
    )
    line = {"manager": None if manager == person.TOP else manager}
    return data | (_looking_on(form, line) if data["role"] == person.LOOKS_ON else _taking_part(at, form, line))


def _looking_on(form: Form, line: dict[str, Any]) -> dict[str, Any]:
    """Keep what is said of those who take no part; what only others say is refused, and never dropped in silence."""
    unused = [name for name, said in form.given.items() if said is not None and name not in _OF_ALL]
    if unused:
        option = asking.option(unused[0])
        message = f"{option} is for those who take part, and role `none` does not: leave it out, or give another --role"
        raise click.UsageError(message)
    return line | _accounts(form)


def _taking_part(at: desk.Desk, form: Form, line: dict[str, Any]) -> dict[str, Any]:
    """Ask what only those say who take part; who may see it comes last."""
    from generator.forms import answers, person
    from generator.kinds.values import Language, Whole, Zone

    settings = at.programme.settings.item if at.programme.settings else None
    wish = answers.phrases(each=person.wish(tuple(at.programme.focus_areas)))
    areas = asking.listed((name, area.title) for name, area in at.programme.focus_areas.items())
    cohort = form.only("cohort", answers.one_of(at.programme.cohorts)) or next(
        reversed(tuple(at.programme.cohorts)), None
    )
    data = {
        "cohorts": [cohort] if cohort else None,
        "department": form.ask("department", "Which department?", answers.words()),
        "timezone": form.ask(
            "timezone", "Which time zone?", answers.value(Zone), default=settings.timezone if settings else None
        ),
        "languages": form.ask(
            "languages",
            "Which languages, such as `en,pt`?",
            answers.several(answers.value(Language)),
            default=settings.language if settings else None,
        ),
        **line,
        "offers": form.ask("offers", "What is offered, as `area: note`, with `;` between several?", wish, lines=areas),
        "wants": form.ask("wants", "What is wanted, as `area: note`, with `;` between several?", wish),
        "interests": form.ask("interests", "Two interests or more, with `;` between them?", answers.phrases(2)),
        "hours": form.ask("hours", "Which working hours?", person.hours, default="09:00-17:00"),
        "hours_per_month": form.ask(
            "hours_per_month", "How many hours a month?", answers.value(Whole, like="3"), default="3"
        ),
    }
    profile = form.ask(
        "consent",
        "Who may see this profile?",
        answers.one_of(person.PROFILES),
        lines=asking.listed(person.PROFILES.items()),
    )
    return data | {"consent": {"profile": profile, "on": at.as_of}} | _accounts(form)


def _accounts(form: Form) -> dict[str, Any]:
    """Keep the address of somebody's commits, by which a coordinator is known as well."""
    from generator.forms import answers

    email = form.only("email", answers.words())
    return {"accounts": {"emails": [email]} if email else None}
