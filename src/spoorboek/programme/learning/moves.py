"""What a button of a module's page asks, read from its form: the same for the site and for the preview."""

from collections.abc import Callable

from django.http import QueryDict

from spoorboek.methods.modules import Edition, Kind, playing
from spoorboek.methods.modules.playing import Standing, Unfit

Going = Callable[[Edition, Standing], Standing]


def numbers(values: list[str]) -> tuple[int, ...]:
    """Whole numbers as a form sends them. Raises `Unfit`."""
    if not all(value.isascii() and value.isdigit() and len(value) < 4 for value in values):
        raise Unfit("no number")
    return tuple(int(value) for value in values)


def groups_chosen(sent: QueryDict) -> dict[int, int]:
    """The groups chosen so far, by the number of the item."""
    found = {}
    for name, value in sent.items():
        of, _, item = name.partition("-")
        if of == "group" and item.isdigit() and str(value).isdigit() and len(item + str(value)) < 6:
            found[int(item)] = int(str(value))
    return found


def answering(sent: QueryDict) -> Going:
    """Hand in an order, groups or answers. Raises `Unfit` when going."""

    def going(edition: Edition, standing: Standing) -> Standing:
        step = playing.here(edition, standing)
        if step.kind is Kind.GROUPS:
            chosen = groups_chosen(sent)
            given = tuple(chosen.get(number, len(step.groups)) for number in range(len(step.items)))
        else:
            given = numbers(sent.getlist("item" if step.kind is Kind.ORDER else "answer"))
        return playing.answer(edition, standing, given)

    return going


def shifting(sent: QueryDict, by: int) -> Going:
    """Put one item of an order a place up or down."""

    def going(edition: Edition, standing: Standing) -> Standing:
        put = list(numbers(sent.getlist("item")))
        (moved, *_) = numbers(sent.getlist("up" if by < 0 else "down"))
        if moved not in put:
            raise Unfit("not there")
        place = put.index(moved)
        other = max(0, min(place + by, len(put) - 1))
        put[place], put[other] = put[other], put[place]
        return playing.arrange(edition, standing, put)

    return going


def saying(sent: QueryDict) -> Going:
    return lambda edition, standing: playing.say(edition, standing, *numbers(sent.getlist("say")[:1]))


MOVES: dict[str, Going] = {
    "next": lambda edition, standing: on(edition, standing),
    "previous": lambda edition, standing: playing.move(edition, standing, -1),
    "again": lambda edition, standing: playing.again(standing),
    "take_back": lambda edition, standing: playing.take_back(standing),
}


def on(edition: Edition, standing: Standing) -> Standing:
    """To the next step, once this one is done."""
    if not playing.may_go_on(playing.here(edition, standing), standing):
        raise Unfit("not answered yet")
    return playing.move(edition, standing, 1)


def asked(sent: QueryDict) -> Going | None:
    """What the form asks, or None for nothing that we know."""
    if "say" in sent:
        return saying(sent)
    if "up" in sent:
        return shifting(sent, -1)
    if "down" in sent:
        return shifting(sent, 1)
    wanted = sent.get("move", "")
    return answering(sent) if wanted == "answer" else MOVES.get(wanted)
