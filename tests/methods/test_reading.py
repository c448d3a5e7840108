"""A data file is read strictly, and every mistake says where it is and what would be right."""

from pathlib import Path

import pytest
from pydantic import Field

from spoorboek.methods.quick_reading import NotQuick, quickly
from spoorboek.methods.reading import (
    Key,
    Mistake,
    Mistakes,
    Strict,
    Words,
    load,
    parse,
    plain,
    read,
    understand,
)  # fmt: skip
from spoorboek.methods.shipped import CATALOGUE


class Step(Strict):
    title: Words
    week: int = Field(examples=[3])


class Course(Strict):
    key: Key
    steps: list[Step]


WRONG = """key: Bad Key
steps:
  - title: {nl: a}
    week: x
    foo: 1
  - title:
      nl: b
      en: c
"""


def mistakes(text: str) -> list[Mistake]:
    with pytest.raises(Mistakes) as caught:
        understand(parse(text, "course.yaml"), Course, "course.yaml")
    return list(caught.value.found)


def test_every_mistake_is_named_at_once_with_its_line_and_key() -> None:
    found = [(one.line, one.key) for one in mistakes(WRONG)]
    assert found == [
        (1, "key"),
        (3, "steps.1.title.en"),
        (4, "steps.1.week"),
        (5, "steps.1.foo"),
        (6, "steps.2.week"),
    ]


def test_a_mistake_shows_a_valid_example() -> None:
    shown = {one.key: one.example for one in mistakes(WRONG)}
    assert shown["key"] == "first-talk"
    assert shown["steps.2.week"] == "3"


def test_what_is_no_yaml_says_so_at_its_line() -> None:
    with pytest.raises(Mistakes, match=r"course.yaml:2: not valid YAML"):
        parse("key: a\nsteps: [", "course.yaml")


def test_a_file_that_is_not_there_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="this file is not there"):
        read(tmp_path / "none.yaml", Course)


def test_yes_and_no_stay_words() -> None:
    title = understand(parse("nl: no\nen: yes", "words.yaml"), Words, "words.yaml")
    assert (title.nl, title.en) == ("no", "yes")


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\nb: [*a, *a]\n",
        "a: &a very long\nb: *a\n",
        "[" * 3000,
        "a: 2020-99-99\n",
        "a: " + "1" * 5000,
        "a: \x00\n",
    ],
)
def test_a_file_made_to_break_the_reader_is_a_mistake_and_no_crash(text: str) -> None:
    with pytest.raises(Mistakes, match="not valid YAML"):
        parse(text, "course.yaml")


SUBTLE = """
yes: no
on: off
date: 2026-11-22
numbers: [1, -2, 0.5, 1e3, .5, 1.0]
words: ["1", '2', 1.2.3, 12:30, ~, null, True]
folded: >
  one
  two
"""


def test_the_quick_reader_reads_what_the_exact_one_reads(tmp_path: Path) -> None:
    made = tmp_path / "subtle.yaml"
    made.write_text(SUBTLE)
    ours = {path.parent: path for path in CATALOGUE.rglob("*.yaml")}
    for path in (made, *(min(folder.glob("*.yaml"), key=lambda one: one.stat().st_size) for folder in ours)):
        quick, exact = quickly(path), plain(load(path))
        assert (repr(quick), quick) == (repr(exact), exact), path


@pytest.mark.parametrize("text", ["a: 1\na: 2", "a: 010", "a: 0x1f", "a: !!python/tuple [1]", "a: [", "a: ="])
def test_the_quick_reader_leaves_what_is_odd_to_the_exact_one(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(text)
    with pytest.raises(NotQuick):
        quickly(path)
