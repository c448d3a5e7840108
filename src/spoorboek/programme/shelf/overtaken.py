"""A form that a colleague overtook: what stands there now beside what was filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import BoundField, Field, Form
from django.utils.encoding import force_str


@dataclass(frozen=True)
class Differs:
    """One field of which the two are not the same, in words."""

    label: str
    now: str
    typed: str


def differences(form: Form) -> Iterator[Differs]:
    """Of a bound form that began from what stands now; empty where only other parts of the method moved."""
    for bound in form.visible_fields():
        now, typed = in_words(bound.field, bound.initial), in_words(bound.field, typed_in(bound))
        if now != typed:
            yield Differs(str(bound.label), now, typed)


def typed_in(bound: BoundField) -> object:
    """As it was typed; what a browser leaves out of a form is empty."""
    return "" if bound.data is None else bound.data


def in_words(field: Field, value: object) -> str:
    """A value as the page shows it: by the words of its list, several with a comma between."""
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(sorted(in_words(field, one) for one in value))
    said = force_str(value if value is not None else "").strip().replace("\r\n", "\n")
    return str(listed(field).get(said, said))


def listed(field: Field) -> dict[str, object]:
    """The words of a field's list by its values, groups laid open."""
    found: dict[str, object] = {}
    for value, words in getattr(field, "choices", ()):
        inner = words if isinstance(words, list | tuple) else ((value, words),)
        found |= {force_str(key): label for key, label in inner}
    return found
