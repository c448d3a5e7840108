"""An administrator's pages about links: make one, see what it did, renew it, end it. Never the content of a dossier."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.api import access, acts
from spoorboek.api.forms import LastDayForm, LinkForm
from spoorboek.api.models import Token
from spoorboek.api.scopes import HAS_LINKS
from spoorboek.people.actor import current_actor
from spoorboek.people.acts import Refused
from spoorboek.people.models import Organisation
from spoorboek.people.views.organisation import administered

SHOWN_USES = 200


def own_token(organisation: Organisation, token_id: uuid.UUID) -> Token:
    token = access.token_for(current_actor(), organisation, token_id)
    if token is None:
        raise Http404
    return token


def made_page(request: HttpRequest, token: Token, secret: str) -> HttpResponse:
    """The only time that the secret is shown."""
    origin = f"{request.scheme}://{request.get_host()}"
    context = {"token": token, "secret": secret, "origin": origin, "place": "organisation"}
    return render(request, "api/link_made.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest) -> HttpResponse:
    """All links, and a form to make one."""
    here = administered(current_actor())
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            token, secret = acts.make_token(current_actor(), here, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            return made_page(request, token, secret)
    found = list(access.tokens_of(current_actor(), here))
    context = {
        "organisation": here,
        "running": [token for token in found if token.works],
        "ended": [token for token in found if not token.works],
        "form": form,
        "may_have": here.kind in HAS_LINKS,
        "place": "organisation",
    }
    return render(request, "api/links.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def link(request: HttpRequest, token_id: uuid.UUID) -> HttpResponse:
    """One link: what it may, who made it, what it did."""
    here = administered(current_actor())
    token = own_token(here, token_id)
    context = {
        "organisation": here,
        "token": token,
        "uses": access.uses_of(token)[:SHOWN_USES],
        "form": LastDayForm(),
        "place": "organisation",
    }
    return render(request, "api/link.html", context)


@login_required
@never_cache
@require_POST
def renew(request: HttpRequest, token_id: uuid.UUID) -> HttpResponse:
    """A new secret; the old one works one day more."""
    here = administered(current_actor())
    token = own_token(here, token_id)
    form = LastDayForm(request.POST)
    if form.is_valid():
        try:
            made, secret = acts.renew_token(current_actor(), here, token.pk, form.cleaned_data["last_day"])
        except Refused as refused:
            form.add_error("last_day", refused.message)
        else:
            return made_page(request, made, secret)
    context = {
        "organisation": here,
        "token": token,
        "uses": access.uses_of(token)[:SHOWN_USES],
        "form": form,
        "place": "organisation",
    }
    return render(request, "api/link.html", context, status=422)


@login_required
@require_POST
def end(request: HttpRequest, token_id: uuid.UUID) -> HttpResponse:
    """Stop a link at once."""
    here = administered(current_actor())
    token = own_token(here, token_id)
    try:
        acts.end_token(current_actor(), here, token.pk)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(
            request, _("De koppeling is gestopt. Het systeem komt er niet meer in, in geen enkel dossier.")
        )
    return redirect("links")
