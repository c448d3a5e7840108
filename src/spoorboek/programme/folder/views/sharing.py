"""Share a sheet: choose, read exactly what the other will read, and only then share. And end it."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers import health_words
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.onlookers import role_name
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.sharings import Shared
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.programme.folder.access import folder_of, live_shares
from spoorboek.programme.folder.acts.sharing import may_read_it, preview, share_sheet, withdraw_share
from spoorboek.programme.folder.forms.answer import as_id
from spoorboek.programme.folder.forms.sharing import ShareForm
from spoorboek.programme.folder.models import Share
from spoorboek.programme.folder.reading import as_read
from spoorboek.programme.folder.sheets import sheets
from spoorboek.programme.folder.shown import REACHES, card, said
from spoorboek.programme.folder.views.page import sheet_or_404, shown


@require_http_methods(["GET", "POST"])
@for_client
def share(request: HttpRequest, reached: Reached, key: str) -> HttpResponse:
    """Two pages at one address: what to share with whom, then exactly what they will read.

    Ticked beforehand is only the question the client comes from (`?vraag=`), or what they chose a moment ago.
    """
    sheet = sheet_or_404(reached, key)
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    seats = may_read_it(reached.actor, reached.dossier.pk, sheet)
    who = request.GET.get("wie", "")
    form = ShareForm(
        request.POST if request.method == "POST" else None,
        key=key,
        seats=seats,
        said=said(sheet, folder),
        initial={"questions": request.GET.getlist("vraag"), **({"person": who} if who else {})},
    )
    always: dict[str, Any] = {
        "card": card(sheet, folder),
        "form": form,
        "reach": REACHES[sheet.may_reach],
        "seats": seats,
    }
    if not (request.method == "POST" and form.is_valid()):
        return shown(request, reached, "share", status=422 if form.is_bound else 200, **always)
    kept = request.POST.getlist("words_kept")
    try:
        seen = preview(reached.actor, reached.dossier.pk, form.wish, kept)
        if request.POST.get("go") == "share":
            ids = [found for text in request.POST.getlist("seen") if (found := as_id(text))]
            made = share_sheet(reached.actor, reached.dossier.pk, form.wish, ids, kept)
            return done(request, made, seen.seat.account.person.first_name)
    except health_words.HealthWords as question:
        marked = health_words.marked(question.text, question.found)
        words = [*kept, *question.words]
        return shown(request, reached, "share", status=422, marked=marked, words=words, **always)
    except Refused as refusal:
        refuse(form, refusal)
        return shown(request, reached, "share", status=422, **always)
    return shown(
        request,
        reached,
        "share_preview",
        preview=seen,
        reads=as_read(sheet, seen.answers, seen.attachments),
        role=role_name(seen.seat.role),
        words=kept,
        **always,
    )


def done(request: HttpRequest, made: Share, name: str) -> HttpResponse:
    messages.success(request, _("Gedeeld. %(name)s kan het nu lezen. Jij ziet wanneer.") % {"name": name})
    return redirect("my-shares")


@require_GET
@for_client
def my_shares(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What I share now, and what I shared before."""
    ended = Share.objects.filter(dossier=reached.dossier).exclude(
        pk__in=live_shares(dossier_id=reached.dossier.pk).values("pk")
    )
    before = ended.select_related("account__person").order_by("-made_at")[:20]
    return shown(
        request,
        reached,
        "my_shares",
        now=list(shared_from_here(reached)),
        before=[(title_of(row), getattr(row.account, "person", None), row) for row in before],
    )


@require_POST
@for_client
def withdraw(request: HttpRequest, reached: Reached, share_id: uuid.UUID) -> HttpResponse:
    """At once, and back to where it was pressed."""
    try:
        withdraw_share(reached.actor, reached.dossier.pk, share_id)
        messages.success(request, _("Gestopt. Deze persoon kan het niet meer lezen."))
    except Refused as refusal:
        messages.info(request, refusal.message)
    return redirect("my-shares")


def title_of(share: Share) -> str:
    """The sheet's title, also of one that is no longer in the folder."""
    found = sheets(share.dossier_id).get(share.worksheet)
    return in_language(found.title) if found else share.worksheet


def shared_from_here(reached: Reached) -> Iterable[Shared]:
    """For *Wie ziet wat*: every live share of the folder."""
    for row in live_shares(dossier_id=reached.dossier.pk).select_related("account__person"):
        person = getattr(row.account, "person", None)
        yield Shared(
            what=title_of(row),
            href=reverse("worksheet", args=[row.worksheet]),
            name=person.name if person else "",
            role=role_name(row.role),
            until=row.until,
            withdraw=reverse("withdraw-share", args=[row.pk]),
        )
