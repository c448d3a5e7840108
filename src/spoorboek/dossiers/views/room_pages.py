"""What the pages of every room share: the reader's face, and how a refused act comes back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import AsksAboutWords, refuse
from spoorboek.dossiers.refusals import NotYours, Refused


def shown(
    request: HttpRequest, reached: Reached, template: str, *, refused: bool = False, **more: Any
) -> HttpResponse:
    """A page in the face of the reader. What was refused answers 422, so that no script takes it for a success.

    `refused` says so where no form does.
    """
    person = reached.dossier.employment.person
    form = more.get("form")
    context = {
        "place": "today" if reached.is_client else "caseload",
        "dossier": reached.dossier,
        "reached": reached,
        "person": person,
        "printed_for": person.name,
        **({"marked": form.marked} if isinstance(form, AsksAboutWords) else {}),
        **more,
    }
    refused = refused or (form is not None and form.is_bound and bool(form.errors))
    status = 409 if more.get("comparison") else 422 if refused else 200
    return render(request, template, context, status=status)


def tried(
    request: HttpRequest, act: Callable[[], object], message: str = "", form: BaseForm | None = None
) -> bool:
    """Try an act, and say on the next page how it went; a refusal stands in the form where there is one."""
    try:
        act()
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    except Refused as refusal:
        if form is None:
            messages.info(request, refusal.message)
        else:
            refuse(form, refusal)
        return False
    if message:
        messages.success(request, message)
    return True


def done(request: HttpRequest, form: BaseForm, act: Callable[[], object], message: str) -> bool:
    """Whether the act was done with a filled-in form; otherwise the form says why not."""
    return request.method == "POST" and form.is_valid() and tried(request, act, message, form)
