"""How every page with an act goes: reach the dossier, read the form, try the act, show what it refuses."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoorboek.dossiers import moved, own, stale
from spoorboek.dossiers.access import Reached, open_dossier
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.models import JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.dossiers.views.room_pages import shown
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Reached, P], HttpResponse]
Address = Callable[..., HttpResponse]


def for_roles(*roles: Role) -> Callable[[Page[P]], Address]:
    """A page of one dossier for these roles. A stranger finds nothing; another role reads that it is not theirs."""

    def guarded(view: Page[P]) -> Address:
        @wraps(view)
        def reached_first(
            request: HttpRequest, dossier_id: uuid.UUID, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            try:
                reached = open_dossier(current_actor(), dossier_id)
            except NotYours as refusal:
                raise Http404(refusal.message) from refusal
            if reached.role not in roles:
                return not_yours(request, reached)
            if chose_nothing(request):
                return back(reached)
            return view(request, reached, *args, **kwargs)

        return login_required(reached_first)

    return guarded


def for_client(view: Page[P]) -> Address:
    """A page about the client's own dossier. Who has none finds nothing; a helper reads along and changes nothing."""

    @wraps(view)
    def reached_first(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = current_actor()
        mine = own.chosen(request, own.own_dossiers(actor))
        if mine is None:
            raise Http404("No dossier of one's own.")
        reached = own.opened(actor, mine)
        if reached.role is not Role.CLIENT:
            return not_yours(request, reached)
        if chose_nothing(request):
            return back(reached)
        return view(request, reached, *args, **kwargs)

    return login_required(reached_first)


def not_yours(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Someone of this dossier, in another role."""
    face = "base_client.html" if reached.is_client else "base_professional.html"
    return render(request, "dossiers/steps/not_yours.html", {"reached": reached, "face": face}, status=403)


def chose_nothing(request: HttpRequest) -> bool:
    """Whether a comparison was answered with: leave everything as it stands."""
    kept = request.method == "POST" and stale.is_choice(request.POST) and stale.all_theirs(request.POST)
    if kept:
        messages.info(request, _("Er is niets gewijzigd: je koos wat er al stond."))
    return kept


def typed(request: HttpRequest) -> QueryDict | None:
    """What was posted, with the choices of a comparison in their places; None when the page is only read."""
    return stale.chosen(request.POST) if request.method == "POST" else None


def tried(form: ActForm, act: Callable[[], object], **about: Any) -> stale.Comparison | bool:
    """Try the act with a form that is filled in. True: done. Otherwise the form says why, or here is a comparison.

    `about`: version, by and at of the thing the form is about, where that is not the dossier.
    """
    if not form.is_valid():
        return False
    try:
        act()
    except Stale as refusal:
        if not any(name in form.fields for name in refusal.current):
            form.add_error(None, refusal.message)
            return False
        form.dossier.refresh_from_db()
        found = replace(stale.comparison(form, refusal, form.dossier), **about)
        return found.already_so or found
    except Refused as refusal:
        refuse(form, refusal)
        return False
    return True


def page(request: HttpRequest, template: str, reached: Reached, **more: Any) -> HttpResponse:
    return shown(request, reached, f"dossiers/steps/{template}", **more)


def after(reached: Reached) -> HttpResponse:
    """To the dates that the reader's last act moved, or else back."""
    entry = (
        JournalEntry.objects.filter(dossier=reached.dossier, account=reached.actor.account_id)
        .order_by("-sequence")
        .first()
    )
    if entry and not reached.is_client and moved.of_entry(entry):
        return redirect("facts_moved", reached.dossier.pk, entry.sequence)
    return back(reached)


def back(reached: Reached) -> HttpResponse:
    """To the client's first page, or to the dossier."""
    if reached.is_client:
        return redirect("today")
    return redirect("dossier", reached.dossier.pk)
