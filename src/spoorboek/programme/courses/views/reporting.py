"""What an organisation reads of its methods: never about one person, and never of a small group."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spoorboek.people.access import employers_for, memberships
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role
from spoorboek.programme.courses.counting import report_of
from spoorboek.site import clock


def organisations_of(actor: Actor) -> list[Organisation]:
    """The own organisations as administrator, and employers for which one is case manager."""
    own = [row.organisation for row in memberships(actor).filter(role=Role.ADMIN)]
    every = {one.pk: one for one in (*own, *employers_for(actor, (Role.CASE_MANAGER,)))}
    return sorted(every.values(), key=lambda one: one.name)


@require_GET
@login_required
def report(request: HttpRequest) -> HttpResponse:
    """One organisation's numbers; whoever has several chooses one."""
    found = organisations_of(current_actor())
    if not found:
        raise Http404("No organisation to report on.")
    wanted = request.GET.get("organisatie", "")
    chosen = next((one for one in found if str(one.pk) == wanted), found[0])
    context = {
        "place": "organisation",
        "organisations": found,
        "chosen": chosen,
        "report": report_of(chosen, clock.today()),
    }
    return render(request, "courses/report.html", context)
