"""Who of an organisation finished what: for its administrator. Answers, steps and time spent are kept nowhere."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spoorboek.people.actor import current_actor
from spoorboek.programme.learning.access import learners, organisations_of, work_modules
from spoorboek.programme.learning.views.face import language


@dataclass(frozen=True)
class Row:
    """Someone, how many modules they finished, and each module's title with the day."""

    name: str
    done: int
    days: list[tuple[str, date | None]]


@login_required
@require_safe
def learning_progress(request: HttpRequest) -> HttpResponse:
    """A table a organisation: staff by module, the day each was finished."""
    actor = current_actor()
    mine = organisations_of(actor)
    if not mine:
        raise PermissionDenied
    wanted = work_modules()
    heads = [module.in_language(language()).head for module in wanted]
    titles = [head.title for head in heads]
    tables = [
        (organisation, [Row(one.name, one.done, list(zip(titles, one.days, strict=True))) for one in staff])
        for organisation in mine
        for staff in (learners(actor, organisation, wanted),)
    ]
    context = {"place": "learning", "heads": heads, "tables": tables, "total": len(wanted)}
    return render(request, "learning/progress.html", context)
