"""What a goal says, and the five levels of Goal Attainment Scaling, as sealed JSON."""

import json
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from spoorboek.instruments.goal_attainment import HIGHEST, LOWEST

LEVELS = tuple(range(LOWEST, HIGHEST + 1))
LEVEL_NAMES = {
    -2: _("Veel minder dan ik hoop"),
    -1: _("Iets minder dan ik hoop"),
    0: _("Zo hoop ik dat het wordt"),
    1: _("Iets beter dan ik hoop"),
    2: _("Veel beter dan ik hoop"),
}
WEIGHTS = ((1, _("Gewoon belangrijk")), (2, _("Extra belangrijk")), (3, _("Het allerbelangrijkst")))


@dataclass(frozen=True)
class Content:
    """A goal in words; `levels` from -2 to +2, each empty while it is not written yet."""

    title: str
    levels: tuple[str, ...] = field(default=("",) * len(LEVELS))

    @property
    def is_complete(self) -> bool:
        """Every level is written, and no two say the same."""
        return all(self.levels) and len({level.casefold() for level in self.levels}) == len(LEVELS)

    @property
    def as_text(self) -> str:
        """Everything that another would read, for the check on health words."""
        return "\n".join([self.title, *filter(None, self.levels)])

    def level(self, number: int) -> str:
        """The words of a level, -2 to +2."""
        return self.levels[number - LOWEST]


def written(content: Content) -> str:
    return json.dumps({"title": content.title, "levels": content.levels})


def read(text: str) -> Content:
    """What `written` wrote."""
    said = json.loads(text)
    return Content(said["title"], tuple(said["levels"]))
