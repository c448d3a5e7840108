"""What an act refuses, in a sentence a person can act on."""

from collections.abc import Mapping


class Refused(Exception):
    """The act may not or cannot be done now. `message` is shown to the person; `field` names the form field, if one."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = str(message)
        self.field = field


class NotYours(Refused):
    """The actor's role may not do this. Shown as 'not found' to a stranger."""


class Stale(Refused):
    """Someone changed the dossier since this form was read. `current` holds what stands there now, by field."""

    def __init__(self, message: str, current: Mapping[str, object]) -> None:
        super().__init__(message)
        self.current = dict(current)
