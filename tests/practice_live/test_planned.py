"""Statements that a connection plans once: the same answers for each actor, and few of them a message."""

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spoorboek.people.actor import NoActor, acting_as
from spoorboek.practice.live import lines, wire
from spoorboek.practice.live.lines import LINES, REACHED
from tests.builders import actor
from tests.practice_live.cast import Practising, practising


def seats(pair: Practising) -> tuple[lines.Seat, lines.Seat]:
    """The client's and the coach's, both there."""
    made = []
    for someone in (pair.client_actor, pair.coach_actor):
        with acting_as(someone):
            seat, _session = lines.take_seat(someone, pair.session.pk, "a" * 16)
            lines.come(seat)
            made.append(seat)
    return made[0], made[1]


@pytest.mark.parametrize("plans", [True, False])
def test_a_plan_that_is_kept_answers_whoever_acts_and_nobody_else(
    plans: bool, settings: LazySettings
) -> None:
    settings.DATABASE_PLANS = plans
    pair, other = practising(), practising()
    seats(pair)
    outsiders = (other.client_actor, other.coach_actor, actor(pair.company.case_manager))
    for _more_often_than_plans_are_made_anew in range(7):
        for someone in (pair.client_actor, pair.coach_actor):
            with acting_as(someone):
                assert REACHED.one(pair.session.pk) is not None
                assert LINES.one(pair.session.pk) is not None
        for someone in outsiders:
            with acting_as(someone):
                assert REACHED.one(pair.session.pk) is None
                assert LINES.one(pair.session.pk, lock=True) is None
    with pytest.raises(NoActor):
        LINES.one(pair.session.pk)


def test_a_message_asks_the_database_few_things() -> None:
    """The first of each is who acts; what else there is stands in the comments."""
    client, coach = seats(practising())

    def asked(seat: lines.Seat, work: object, *given: object) -> int:
        with CaptureQueriesContext(connection) as seen, acting_as(seat.actor):
            work(*given)  # type: ignore[operator]
        return len([one for one in seen if one["sql"] not in {"BEGIN", "COMMIT"}])

    moment = wire.Moment(n=1, t=1000, type="rating", key="", value=3, by="user")
    assert (
        asked(client, lines.tell_moments, client, [moment]) == 6
    )  # session, line, moment; line, and telling it
    assert asked(coach, lines.look, coach) == 2
    assert asked(client, lines.beat, client, None, None) == 4  # a place, the line; the sign of life
    assert asked(coach, lines.beat, coach, None, None) == 4
