"""What a screen may say over the socket, read strictly: an unknown shape, a word too many or too long is refused.

The other end is `frontend/vr/link/wire.ts`; docs/contributors/vr-link.md says it in words.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

LARGEST = 16 * 1024
"""Bytes of one message; the web server lets no larger one through either."""
MOST_MOMENTS = 100
LONGEST_SDP = 7000
"""What goes to another process as it is fits a NOTIFY (8000 bytes)."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9:_.-]{0,80}$")]
Number = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
SceneTime = Annotated[float, Field(ge=0, le=24 * 60 * 60 * 1000, allow_inf_nan=False)]
Metres = Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)]
Turn = Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False)]
Pose = tuple[Metres, Metres, Metres, Turn, Turn, Turn, Turn]


class Unreadable(ValueError):
    """A message that is not of this protocol."""


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Simple(Shape):
    type: Literal["pause", "resume", "safe-place", "ask"]


class Stop(Shape):
    type: Literal["stop"]
    reason: Literal["coach"] = "coach"


class Turned(Shape):
    """A dial, towards a value."""

    type: Literal["dial"]
    key: Key
    value: Number


class Stepped(Shape):
    type: Literal["step", "event"]
    key: Key


class Voice(Shape):
    type: Literal["voice"]
    who: Key | None


Command = Annotated[Simple | Stop | Turned | Stepped | Voice, Field(discriminator="type")]
"""What a coach may ask. Starting, answering, rating and coming back are for the one who practises."""


class Moment(Shape):
    """As `Moment` in `frontend/vr/play/types.ts`; `n` counts from 1 on one screen."""

    n: Annotated[int, Field(ge=1, le=2**31 - 1)]
    t: SceneTime
    type: Literal[
        "phase", "dial", "step", "event", "node", "answer", "rating", "nausea", "kind", "seat", "voice", "softer",
        "xr", "visibility", "slow", "link", "time",
    ]  # fmt: skip
    key: Key
    value: Number | None
    by: Literal["user", "coach", "system"]


class Described(Shape):
    kind: Literal["offer", "answer"]
    sdp: Annotated[str, Field(max_length=LONGEST_SDP)]


class Candidate(Shape):
    kind: Literal["ice"]
    candidate: Annotated[str, Field(max_length=500)]
    mid: Annotated[str, Field(max_length=20)] | None
    line: Annotated[int, Field(ge=0, le=10)] | None


class Ended(Shape):
    kind: Literal["end"]


Signal = Annotated[Described | Candidate | Ended, Field(discriminator="kind")]


class Said(Shape):
    """One message of a screen; one or a few of these parts."""

    beat: Annotated[int, Field(ge=0)] | None = None
    battery: Annotated[int, Field(ge=0, le=100)] | None = None
    charging: bool | None = None
    moments: Annotated[list[Moment], Field(min_length=1, max_length=MOST_MOMENTS)] | None = None
    pose: Pose | None = None
    t: SceneTime | None = None
    signal: Signal | None = None
    do: Command | None = None
    id: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    asked: bool = False
    again: Literal[True] | None = None


def read(text: str) -> Said:
    """The message, or `Unreadable`; what was wrong is not said back in full, since it may hold anything."""
    if len(text.encode()) > LARGEST:
        raise Unreadable("too large")
    try:
        return Said.model_validate_json(text, strict=False)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "extra_forbidden":  # its name is the screen's own text, and goes into the log
            raise Unreadable("unknown part") from error
        raise Unreadable(".".join(map(str, first["loc"][:4])) or "shape") from error


def plain(part: BaseModel) -> dict[str, Any]:
    """As it goes on, over JSON."""
    return part.model_dump(mode="json")
