"""The pages in docs/methods, made from the method files: `python -m spoorboek.methods.pages` writes them."""

from collections.abc import Iterator
from pathlib import Path

from spoorboek.methods.document import document
from spoorboek.methods.drawing import course
from spoorboek.methods.shipped import methods
from spoorboek.methods.theory_drawing import theory_of_change

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "methods"
MADE = "<!-- Made from the method file by `python -m spoorboek.methods.pages`; a test compares. -->"


def pages() -> Iterator[tuple[str, str]]:
    """Each file with its content: a page, its two pictures, and a list of them all."""
    yield "README.md", contents()
    for key, method in methods().items():
        head, _, rest = document(method, "en").partition("\n## ")
        pictures = f"![The course over time]({key}.svg)\n\n![The theory of change]({key}-theory.svg)\n"
        yield f"{key}.md", f"{MADE}\n\n{head.strip()}\n\n{pictures}\n## {rest}"
        yield f"{key}.svg", course(method, "en")
        yield f"{key}-theory.svg", theory_of_change(method, "en")


def contents() -> str:
    lines = [
        "# The methods",
        "",
        MADE,
        "",
        "What each working method is, as its file says. How to write one: ",
    ]
    lines[-1] += "[contributors/methods.md](../contributors/methods.md)."
    lines += ["", "| Method | In one line |", "|---|---|"]
    lines += [
        f"| [{method.title.en}]({key}.md) | {method.one_line.en} |" for key, method in methods().items()
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in pages():
        (FOLDER / name).write_text(content, encoding="utf-8")
