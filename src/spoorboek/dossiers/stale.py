"""A stale save, field by field: what you typed beside what stands there now. Nothing typed is lost.

The comparison posts `choice-<field>` (`mine` or `theirs`) with both raw values; `chosen` turns that back into a form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format, number_format, time_format
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import Stale

MINE, THEIRS = "mine", "theirs"
CHOICE = "choice-"


@dataclass(frozen=True)
class Line:
    """One field with both values in words, as `components/stale_save.html` shows it."""

    name: str
    label: str
    mine: str
    theirs: str

    @property
    def same(self) -> bool:
        return self.mine == self.theirs


@dataclass(frozen=True)
class Comparison:
    """Everything the stale page shows. `carried` are the raw values of both sides as hidden inputs."""

    by: str
    at: str
    fields: tuple[Line, ...]
    version: int
    carried: SafeString

    @property
    def already_so(self) -> bool:
        """What was typed is what stands there: a double submit, or two people who said the same."""
        return bool(self.fields) and all(line.same for line in self.fields)


def comparison(form: forms.Form, stale: Stale, dossier: Dossier) -> Comparison:
    """Compare a valid bound form with what stands there now."""
    shared = [name for name in form.fields if name in stale.current]
    lines = tuple(
        Line(name, str(form.fields[name].label), words(form, name, form.cleaned_data.get(name)),
             words(form, name, stale.current[name]))
        for name in shared
    )  # fmt: skip
    by, at = last_change(dossier)
    return Comparison(by, at, lines, dossier.version, carried(form, stale.current))


def words(form: forms.Form, name: str, value: object) -> str:
    """A value as people read it."""
    field = form.fields[name]
    if value in (None, ""):
        return ""
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(str(value), value))  # type: ignore[arg-type]
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return time_format(value, "TIME_FORMAT")
    if isinstance(value, Decimal):
        return number_format(value.normalize(), use_l10n=True)
    return str(value)


def carried(form: forms.Form, current: Mapping[str, object]) -> SafeString:
    """Both sides' raw values; a field that only this form has goes along as it was typed."""
    pairs: list[tuple[str, object]] = []
    for name in form.fields:
        if name == "version":
            continue
        typed = form[name].value()
        if name in current:
            pairs += [(f"{MINE}-{name}", typed), (f"{THEIRS}-{name}", current[name])]
        else:
            pairs.append((name, typed))
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', [(n, raw(v)) for n, v in pairs])


def raw(value: object) -> str:
    return "" if value is None else str(value)


def last_change(dossier: Dossier) -> tuple[str, str]:
    """Who made the last change to the facts, and when.

    Of all acts at this version the first one made it; later ones moved no fact, and may be for other eyes.
    """
    entry = (
        JournalEntry.objects.filter(dossier=dossier, version=dossier.version)
        .exclude(layer__in=journal.KEPT_APART)
        .select_related("account__person")
        .order_by("sequence")
        .first()
    )
    person = getattr(entry.account, "person", None) if entry and entry.account_id else None
    at = f"{date_format(entry.at, 'j F')}, {time_format(entry.at, 'TIME_FORMAT')}" if entry else ""
    return (person.name if person else _("Iemand anders")), at


def is_choice(post: QueryDict) -> bool:
    """Whether this post is an answer to a comparison."""
    return any(name.startswith(CHOICE) for name in post)


def all_theirs(post: QueryDict) -> bool:
    """Every field stays as it stands: there is nothing to save."""
    return all(post[name] == THEIRS for name in post if name.startswith(CHOICE))


def chosen(post: QueryDict) -> QueryDict:
    """The form as it was chosen, field by field."""
    made = post.copy()
    for key in [name for name in post if name.startswith(CHOICE)]:
        name = key.removeprefix(CHOICE)
        side = THEIRS if post[key] == THEIRS else MINE
        made[name] = post.get(f"{side}-{name}", "")
    return made


def hidden_inputs(values: Mapping[str, Any]) -> SafeString:
    """Plain values as hidden inputs, for a confirmation page."""
    return format_html_join(
        "",
        '<input type="hidden" name="{}" value="{}">',
        [(name, raw(value)) for name, value in values.items()],
    )
