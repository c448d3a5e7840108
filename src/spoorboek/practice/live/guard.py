"""Whether a coach's command may go on: bounds of the scene, one step at a time, and what was agreed. Pure.

What calms always may. What asks more of someone waits for the rules of the safety protocol, and for the client's own
yes. The engine holds the same rules (`frontend/vr/play/safety.ts`); this is the second lock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.practice.live import wire
from spoorboek.practice.live.state import State

ALMOST = 1e-6


class Waits(ValueError):
    """A command that does not go on now; the message says why, for the coach."""


@dataclass(frozen=True)
class Safety:
    """Tension at which a step up waits, and how far it may have risen since the one before."""

    raise_at_most: float = 6
    may_rise: float = 0


@dataclass(frozen=True)
class Rule:
    """What holds in one session. Whoever decides when, a step up is only ever after the client's own yes."""

    scene: Mapping[str, Any]
    safety: Safety = Safety()
    begins: str = ""
    """The step to begin on."""

    def dial(self, key: str) -> Mapping[str, Any]:
        for one in self.scene["dials"]:
            if one["key"] == key:
                found: Mapping[str, Any] = one
                return found
        raise Waits(_("Deze knop hoort niet bij deze scène."))

    @property
    def steps(self) -> Sequence[Mapping[str, Any]]:
        steps: Sequence[Mapping[str, Any]] = self.scene["steps"]
        return steps

    def place(self, key: str) -> int:
        """Where a step stands on the ladder, from 0; -1 for none."""
        return next((place for place, one in enumerate(self.steps) if one["key"] == key), -1)

    def target(self, state: State, key: str) -> float:
        """Where a dial stands: as last told, or as its step of the ladder has it."""
        step = self.steps[max(self.place(state.step or self.begins), 0)]["dials"] if self.steps else {}
        return float(state.dials.get(key, step.get(key, self.dial(key)["value"])))

    def targets(self, state: State) -> dict[str, float]:
        """Every dial of the scene."""
        return {one["key"]: self.target(state, one["key"]) for one in self.scene["dials"]}


def checked(command: wire.Command, state: State, rule: Rule, *, there: bool, asked: bool) -> dict[str, Any]:
    """The command as it goes on, its values within bounds; `Waits` says why it does not."""
    if state.phase == "ended" and command.type != "voice":
        raise Waits(_("De scène is afgelopen."))
    if not there and not calms(command, state, rule):
        raise Waits(_("Het scherm van je cliënt is niet verbonden. Alleen rustiger kan nu."))
    passed: dict[str, Any] = CHECKS[command.type](command, state, rule, asked)
    return passed


def calms(command: wire.Command, state: State, rule: Rule) -> bool:
    """What always may."""
    if isinstance(command, wire.Turned):
        return command.value < rule.target(state, command.key)
    if isinstance(command, wire.Stepped) and command.type == "step":
        return 0 <= rule.place(command.key) < rule.place(state.step or rule.begins)
    return command.type in {"pause", "safe-place", "stop"} or (
        isinstance(command, wire.Voice) and command.who is None
    )


def raises(passed: Mapping[str, Any], state: State, rule: Rule) -> bool:
    """Whether a command that goes on asks more of someone who is in the scene. From then on a new rating is waited for,
    before the screen told that it happened: several at once would otherwise all stand on one rating."""
    if state.phase == "ready":
        return False
    if passed["type"] == "dial":
        return bool(passed["value"] > rule.target(state, passed["key"]) + ALMOST)
    return passed["type"] == "step" and rule.place(passed["key"]) > rule.place(state.step or rule.begins)


def check_up(state: State, rule: Rule, asked: bool) -> None:
    """Whether more may be asked now."""
    ratings = state.ratings
    if state.phase == "ready":
        return
    if state.phase != "running":
        raise Waits(_("Een stap hoger kan alleen terwijl de scène loopt."))
    if not ratings or ratings[-1]["t"] < state.raised_at:
        raise Waits(_("Vraag eerst hoe gespannen je cliënt nu is. Daarna kan het een stap hoger."))
    last = ratings[-1]["value"]
    if last > rule.safety.raise_at_most:
        raise Waits(
            _("De spanning is %(now)d. Een stap hoger wacht tot die %(most)d of lager is.")
            % {"now": last, "most": rule.safety.raise_at_most}
        )
    if len(ratings) > 1 and last - ratings[-2]["value"] > rule.safety.may_rise:
        raise Waits(_("De spanning steeg net. Wacht tot die gelijk blijft of zakt."))
    if not asked:
        raise Waits(_("Jullie spraken af: je cliënt zegt eerst ja."))


def _simple(command: wire.Simple, state: State, rule: Rule, asked: bool) -> dict[str, Any]:
    if command.type == "resume" and (state.phase != "paused" or state.phase_by == "user"):
        raise Waits(_("Je cliënt gaat zelf verder, als die daar klaar voor is."))
    if command.type == "ask" and state.phase != "running":
        raise Waits(_("Een cijfer vragen kan terwijl de scène loopt."))
    return {"type": command.type}


def _stop(command: wire.Stop, state: State, rule: Rule, asked: bool) -> dict[str, Any]:
    return {"type": "stop", "reason": "coach"}


def _dial(command: wire.Turned, state: State, rule: Rule, asked: bool) -> dict[str, Any]:
    dial = rule.dial(command.key)
    now = rule.target(state, command.key)
    value = min(max(command.value, dial["min"]), dial["max"])
    if dial["step"] > 0:
        value = dial["min"] + round((value - dial["min"]) / dial["step"]) * dial["step"]
    if value > now + ALMOST:
        check_up(state, rule, asked)
        value = min(value, now + dial["step"])
    return {"type": "dial", "key": command.key, "value": min(value, dial["max"])}


def _step(command: wire.Stepped, state: State, rule: Rule, asked: bool) -> dict[str, Any]:
    if command.type == "event":
        return _event(command, state, rule)
    wanted, now = rule.place(command.key), max(rule.place(state.step or rule.begins), 0)
    if wanted < 0:
        raise Waits(_("Deze stap staat niet op de ladder."))
    if wanted > now + 1:
        raise Waits(_("Eén stap tegelijk."))
    if wanted > now:
        check_up(state, rule, asked)
    return {"type": "step", "key": command.key}


def _event(command: wire.Stepped, state: State, rule: Rule) -> dict[str, Any]:
    if all(one["key"] != command.key for one in rule.scene["events"]):
        raise Waits(_("Deze gebeurtenis hoort niet bij deze scène."))
    if state.phase != "running":
        raise Waits(_("Er gebeurt niets nieuws zolang de scène stilstaat."))
    return {"type": "event", "key": command.key}


def _voice(command: wire.Voice, state: State, rule: Rule, asked: bool) -> dict[str, Any]:
    if command.who is not None and all(one["id"] != command.who for one in rule.scene["people"]):
        raise Waits(_("Deze persoon is niet in de scène."))
    return {"type": "voice", "who": command.who}


CHECKS: dict[str, Any] = {
    "pause": _simple,
    "resume": _simple,
    "safe-place": _simple,
    "ask": _simple,
    "stop": _stop,
    "dial": _dial,
    "step": _step,
    "event": _step,
    "voice": _voice,
}
