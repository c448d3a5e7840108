"""When a screen asks the database what changed: once for each change it does not know yet, never for its own."""

import asyncio
import uuid

from spoorboek.practice.live.lines import Looked
from spoorboek.practice.live.models import Line
from spoorboek.practice.live.news import News
from spoorboek.practice.live.state import Held
from spoorboek.site.live import LOOK


def line(number: int) -> Looked:
    return Looked(Line(session_id=uuid.uuid4(), number=number), Held())


def woken(news: News) -> bool:
    """Whether it was woken since last asked."""
    woke = news.wake.is_set()
    news.wake.clear()
    return woke


def test_a_change_of_another_wakes_once_however_often_it_is_told() -> None:
    news = News()
    news.heard(3)
    assert woken(news)
    assert news.read() is None, "it has to be looked at"
    assert not news.is_old(line(3))
    news.heard(3)
    news.heard(2)
    assert not woken(news)


def test_its_own_change_is_shown_without_looking_also_when_it_was_heard_before_the_act_was_through() -> None:
    news = News()
    with news.acting():
        news.heard(5)
        assert not woken(news)
        mine = line(5)
        news.did(mine)
    assert woken(news)
    assert news.read() is mine
    assert not news.is_old(mine)
    news.heard(5)
    assert not woken(news)


def test_what_another_changed_while_this_screen_acted_is_looked_at_afterwards() -> None:
    news = News()
    with news.acting():
        news.heard(6)
        news.did(line(5))
    assert woken(news)
    assert news.read() is None, "its own change is not all that is new"
    assert not news.is_old(line(6))
    refused = News()
    with refused.acting():
        refused.heard(6)
    assert woken(refused), "the act came to nothing, and the other's change is still news"


def test_a_change_without_a_number_always_has_it_looked_at() -> None:
    news = News()
    news.did(line(5))
    news.heard(LOOK)
    assert woken(news)
    assert news.read() is None, "what an act read may be older than what was told"


def test_what_was_read_before_a_newer_change_is_not_shown_after_it() -> None:
    news = News()
    assert not news.is_old(line(7))
    assert news.is_old(line(6))
    assert not news.is_old(line(7)), "being there changes nothing of the number"


def test_the_event_wakes_who_waits() -> None:
    async def waits() -> bool:
        news = News()
        asyncio.get_running_loop().call_soon(news.heard, 1)
        return await asyncio.wait_for(news.wake.wait(), 5)

    assert asyncio.run(waits())
