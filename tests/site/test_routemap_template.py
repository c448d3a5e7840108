"""What a route map says in HTML: one ordered list, states in words, nothing that the security policy refuses."""

import re
from datetime import date

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation

from spoorboek.site.routemap import Line, RouteMap, State, Station
from spoorboek.site.stylepage.samples import one_line, two_lines


def render(route: RouteMap, variant: str, language: str = "nl") -> str:
    with translation.override(language):
        source = "{% load route_map %}{% route_map route variant %}"
        return Template(source).render(Context({"route": route, "variant": variant}))


@pytest.mark.parametrize("variant", ["horizontal", "vertical", "short"])
def test_the_map_is_one_ordered_list(variant: str) -> None:
    html = render(two_lines(), variant)
    assert html.count("<ol ") == 1
    assert html.count('<li class="station ') == (5 if variant == "short" else 17)


@pytest.mark.parametrize("variant", ["horizontal", "vertical", "short"])
def test_nothing_is_inline_that_the_security_policy_refuses(variant: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", render(two_lines(), variant))


def test_the_state_of_a_station_is_said_in_words() -> None:
    html = render(two_lines(), "horizontal")
    for words in ("geweest", "komt nog", "vervallen"):
        assert f'<span class="visually-hidden">{words}</span>' in html
    assert html.count('aria-current="step"') == 1


def test_the_second_track_is_said_in_words() -> None:
    assert render(two_lines(), "vertical").count('<span class="station__track">Spoor 2</span>') == 4


def test_the_map_speaks_english() -> None:
    html = render(two_lines(), "horizontal", "en")
    for words in (">passed<", ">to come<", ">cancelled<", ">Second track<"):
        assert words in html


def test_numbers_in_a_drawing_are_not_written_the_dutch_way() -> None:
    paths = re.findall(r' d="([^"]*)"', render(two_lines(), "horizontal", "nl"))
    assert paths
    assert all("," not in path for path in paths)


def test_only_the_vertical_map_opens_a_body() -> None:
    assert "<details" in render(one_line(), "vertical")
    assert "<details" not in render(one_line(), "short")


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="diagonal"):
        render(one_line(), "diagonal")


def test_a_title_is_escaped() -> None:
    station = Station(key="x", title="<b>x</b>", day=date(2026, 4, 20), state=State.AHEAD)
    html = render(
        RouteMap(lines=(Line(key="1", label="1", stations=(station,)),), today_label=""), "horizontal"
    )
    assert "<b>" not in html
