"""Reporting what went wrong; whoever looks at that; and the safety rules in the open."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_client, for_roles
from spoorboek.methods.safety import Asked, Rule, Source, safety
from spoorboek.people.access import memberships
from spoorboek.people.actor import NOBODY, current_actor
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.scenes.access import practises
from spoorboek.practice.sessions import access
from spoorboek.practice.sessions.acts import reporting
from spoorboek.practice.sessions.forms import EventForm
from spoorboek.practice.sessions.shown import shown_session
from spoorboek.practice.sessions.views.frame import found, shown


def form_page(
    request: HttpRequest, reached: Reached, session_id: uuid.UUID, face: str
) -> HttpResponse | None:
    """The form; None once it was sent."""
    session = found(reached, session_id)
    form = EventForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        said = form.cleaned_data
        reporting.report_event(reached.actor, session_id, said["kind"], said["text"])

    if done(request, form, act, _("Bedankt. Je melding is gedaan.")):
        return None
    looks = reporting.who_looks(reporting.organisation_of(session))
    return shown(
        request,
        reached,
        "report",
        form=form,
        session=session,
        one=shown_session(session),
        looks=looks,
        face=face,
    )


@require_http_methods(["GET", "POST"])
@for_client
def report(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """By who practised."""
    return form_page(request, reached, session_id, "base_client.html") or redirect(
        "practice-session", session_id
    )


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def report_of(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """By the coach of the session."""
    page = form_page(request, reached, session_id, "base_professional.html")
    return page or redirect("practice-coach", reached.dossier.pk, session_id)


@require_GET
@login_required
def reports(request: HttpRequest) -> HttpResponse:
    """What was reported, for who looks at it; and for an administrator who that is."""
    actor = current_actor()
    return render(
        request,
        "practice_sessions/reports.html",
        {
            "place": "methods",
            "events": access.notices_for(actor),
            "organisations": [
                (
                    row.organisation,
                    access.responsible_of(row.organisation_id),
                    access.may_look(row.organisation_id),
                )
                for row in memberships(actor).filter(role=Role.ADMIN)
            ],
        },
    )


@require_POST
@login_required
def name_responsible(request: HttpRequest, organisation_id: uuid.UUID) -> HttpResponse:
    """The administrator names who looks."""
    tried(
        request,
        lambda: reporting.name_responsible(current_actor(), organisation_id, chosen(request)),
        _("Dit is nu wie naar meldingen kijkt."),
    )
    return redirect("practice-reports")


def chosen(request: HttpRequest) -> uuid.UUID:
    """The account that was chosen, or one that nobody has."""
    try:
        return uuid.UUID(request.POST.get("account", ""))
    except ValueError:
        return NOBODY


@require_POST
@login_required
def seen(request: HttpRequest, event_id: uuid.UUID) -> HttpResponse:
    """*Bekeken.*"""
    tried(request, lambda: reporting.mark_seen(current_actor(), event_id), _("Gezien."))
    return redirect("practice-reports")


@require_GET
def safety_rules(request: HttpRequest) -> HttpResponse:
    """Every rule with its number, its reason and its source; for anyone."""
    known = safety()
    sources = {one.key: one for one in known.sources}

    def named(one: Asked | Rule) -> list[Source]:
        return [sources[key] for key in one.source]

    units = {"minutes": _("minuten"), "seconds": _("seconden"), "percent": "%", "of-ten": _("van de 10")}
    rules = [
        (in_language(one.title), f"{one.value} {units[one.unit]}", in_language(one.why), named(one))
        for one in known.rules
    ]
    asked = [
        (
            in_language(one.question),
            [in_language(item) for item in one.items],
            one.outcome,
            one.above,
            named(one),
        )
        for one in (*known.person, *known.day)
    ]
    return render(
        request,
        "practice_sessions/safety.html",
        {
            "known": known,
            "practises": request.user.is_authenticated and practises(current_actor()),
            "review": in_language(known.review),
            "rules": rules,
            "asked": asked,
            "stop": [in_language(one) for one in known.stop],
        },
    )
