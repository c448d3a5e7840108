"""The operator's pages that are made from the code: `python -m spoorboek.site.launch.pages` writes them."""

from collections.abc import Iterator

from spoorboek.site.dangers import DANGERS
from spoorboek.site.environment import VARIABLES, Variable
from spoorboek.site.launch.own_python import SOURCE

FOLDER = SOURCE.parent / "docs" / "operators"
MADE = "<!-- Made from the code by `python -m spoorboek.site.launch.pages`; a test compares. -->"


def settings_page() -> str:
    """Each environment variable with its meaning, default and example."""
    lines = ["# Settings", "", MADE, "", SETTINGS_INTRODUCTION, ""]
    for variable in VARIABLES.values():
        lines += [f"## {variable.name}", "", *described(variable), ""]
    return "\n".join(lines)


def described(variable: Variable) -> Iterator[str]:
    yield variable.purpose
    yield ""
    yield f"- Default: {variable.default}"
    yield (
        f"- Example: `{variable.example}`"
        if " " not in variable.example
        else f"- Example: {variable.example}"
    )
    if variable.secret:
        yield "- Secret: keep it out of version control, logs and screenshots."


def checks_page() -> str:
    """Each danger that is looked for at start."""
    lines = ["# Checks at start", "", MADE, "", CHECKS_INTRODUCTION, ""]
    lines += ["| Id | At start | What is wrong | What to do |", "|---|---|---|---|"]
    for danger in DANGERS.values():
        effect = "refuses" if danger.refuses else "warns"
        wrong = danger.wrong.replace("{guess}", "").replace("{", "*").replace("}", "*")
        lines.append(f"| `spoorboek.{danger.id}` | {effect} | {wrong} | {danger.remedy} |")
    return "\n".join([*lines, ""])


SETTINGS_INTRODUCTION = """\
Spoorboek is set with environment variables. A value that cannot be read stops the start with one sentence; a name
that nobody reads (`SPOORBOEK_HOST` for `SPOORBOEK_HOSTS`) is warned about. What is dangerous is refused: see
[checks at start](checks.md). The demo needs none of them."""

CHECKS_INTRODUCTION = """\
`./spoorboek serve` looks at the settings and asks the database what its roles may do before it opens the door.
`./spoorboek check --database default --database medical` does the same by hand. Whoever runs the site behind another
web server than `serve` has these checks too, in `check`, and should make them part of the deployment."""

PAGES = {"settings.md": settings_page, "checks.md": checks_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page())
