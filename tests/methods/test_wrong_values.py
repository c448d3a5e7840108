"""What is wrong in a file is said in the reader's own language, whatever finds it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic_core._pydantic_core import list_all_errors

from spoorboek.methods.determinants import ActionCards, Determinants
from spoorboek.methods.intervision import Way
from spoorboek.methods.model import Method
from spoorboek.methods.modules.model import Head
from spoorboek.methods.reading import Mistakes, Wrong, load, parse, plain, understand, words_for
from spoorboek.methods.shipped import CATALOGUE
from spoorboek.methods.theory import Theory
from spoorboek.methods.worksheets import Worksheet
from spoorboek.methods.wrong_values import GENERAL, SAID, told
from tests.methods.files import HEAD, step

FROM_PYDANTIC = re.compile(
    r"\b(Input|should|Field required|Value error|valid|permitted|String|Tuple|Dictionary)\b"
)
MODELS = {
    "method.yaml": Method,
    "theory.yaml": Theory,
    "determinants.yaml": Determinants,
    "action-cards.yaml": ActionCards,
}
OTHERS = {"worksheets": Worksheet, "intervision": Way}
JUNK: tuple[Any, ...] = (None, "", "x" * 5, -1, 10**6, 1.5, True, [], {}, ["x"], {"x": 1}, {"kind": "poem"})


def test_every_kind_of_mistake_pydantic_knows_has_words_of_ours_in_both_languages() -> None:
    for error in list_all_errors():
        said = words_for({"type": error["type"], "ctx": error.get("example_context") or {}})
        assert said.nl != said.en
        assert "{" not in said.nl + said.en
        assert not FROM_PYDANTIC.search(said.nl), said.nl


def test_a_check_of_our_own_speaks_both_languages() -> None:
    said = words_for({"type": "value_error", "ctx": {"error": Wrong("te veel", "too many")}})
    assert (said.nl, said.en) == ("te veel", "too many")


def shortened(content: Any) -> Any:
    """One of each list: enough to break."""
    if isinstance(content, dict):
        return {key: shortened(value) for key, value in content.items()}
    return [shortened(content[0])] if isinstance(content, list) and content else content


def places(content: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    pairs = (
        content.items()
        if isinstance(content, dict)
        else enumerate(content)
        if isinstance(content, list)
        else ()
    )
    for key, value in pairs:
        yield from places(value, (*way, key))


def broken(content: Any, way: tuple[Any, ...], junk: Any) -> Any:
    if not way:
        return junk
    copy = dict(content) if isinstance(content, dict) else list(content)
    copy[way[0]] = broken(copy[way[0]], way[1:], junk)
    return copy


def samples() -> list[Any]:
    """A shortened file of every model that a file is read as."""
    made = [(MODELS[path.name], path) for path in sorted(CATALOGUE.glob("*/*.yaml")) if path.name in MODELS]
    for folder, model in OTHERS.items():
        made += [(model, path) for path in sorted(CATALOGUE.glob(f"*/{folder}/*.yaml"))]
    seen: dict[Any, Any] = {}
    for model, path in made:
        if model not in seen:
            seen[model] = shortened(plain(load(path)))
    return [*seen.items(), (Head, {"title": "a", "about": "b", "for": "work", "minutes": 8, "cast": {}})]


@pytest.mark.parametrize(("model", "content"), samples(), ids=lambda one: getattr(one, "__name__", ""))
def test_whatever_stands_wrong_in_a_file_is_told_in_dutch_with_a_sentence_of_its_own(
    model: Any, content: Any
) -> None:
    for way in places(content):
        for junk in JUNK:
            try:
                understand(broken(content, way, junk), model, "file.yaml")
            except Mistakes as wrong:
                for one in wrong.found:
                    assert (one.message.nl, one.message.en) != GENERAL, (way, junk)
                    assert not FROM_PYDANTIC.search(one.message.nl), one.message.nl
                    assert one.message.nl != one.message.en


def test_kinds_with_words_are_kinds_that_there_are() -> None:
    assert set(SAID) <= {error["type"] for error in list_all_errors()}
    assert told("no_such_kind", {}) == GENERAL


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a:\n\t- x",
        'a: "x',
        "a: [1, 2",
        "a: 1\na: 2",
        "a: &b x\nc: *b",
        "- a\nb: 1",
        "a:\n  b: 1\n c: 2",
        "%",
    ],
)
def test_what_is_no_yaml_is_told_in_the_readers_language(text: str) -> None:
    with pytest.raises(Mistakes) as caught:
        parse(text, "file.yaml")
    (one,) = caught.value.found
    assert one.message.nl.startswith("geen geldige YAML")
    assert not re.search(r"\b(found|expected|but|while)\b", one.message.nl)


def test_a_mistake_reads_as_one_line_in_each_language() -> None:
    with pytest.raises(Mistakes) as caught:
        understand(parse(HEAD + step("one", "offset: soon"), "a.yaml"), Method, "a.yaml")
    where = "a.yaml:17: phases.1.steps.1.offset: "
    assert caught.value.told("nl").startswith(f"{where}schrijf een aantal dagen of weken")
    assert caught.value.told("nl").endswith("(bijvoorbeeld: 2 weeks)")
    assert caught.value.told("en").endswith("(for example: 2 weeks)")
