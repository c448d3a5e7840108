"""Pages about who takes part: the list, someone joins, someone's part ends, the dossier goes to a colleague."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import PROFESSIONALS, Reached
from spoorboek.dossiers.acts import people, way_in
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.forms.steps_people import JoinForm, TransferForm
from spoorboek.dossiers.medical.scope import is_recognised
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.views.steps_walk import for_roles, page, tried, typed
from spoorboek.people.models import Involvement
from spoorboek.people.policy import REACH, Layer, Reach, Role


def sees(role: Role) -> str:
    """What a role reaches in this dossier, in one sentence; from the policy table."""
    if role is Role.CLIENT:
        return _("Alles over zichzelf, ook het medische deel.")
    if REACH[Layer.MEDICAL][role] is not Reach.NONE:
        return _("De stappen en afspraken, en het medische deel.")
    if REACH[Layer.ABILITIES][role] is not Reach.NONE:
        return _("De stappen en afspraken, en wat iemand wel en niet kan. Nooit iets medisch.")
    return _("De stappen en afspraken. Nooit iets medisch.")


def may_end(reached: Reached, seat: Involvement) -> bool:
    """Whether the reader may end this part."""
    try:
        people.check_may_end(reached.actor, reached.role, seat)
    except Refused:
        return False
    return True


@require_GET
@for_roles(*PROFESSIONALS)
def people_of_dossier(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Who takes part now, what each may read, and what can be arranged."""
    seats = seats_in(reached.dossier.pk, *Role).order_by("since", "pk")
    rows = [(seat, sees(Role(seat.role)), may_end(reached, seat)) for seat in seats]
    arranges = reached.role in people.ARRANGE_PEOPLE and reached.dossier.is_open
    person = reached.dossier.employment.person_id
    return page(
        request,
        "people.html",
        reached,
        rows=rows,
        arranges=arranges,
        invites=arranges and not way_in.came_in(person),
        recognises=reached.role is Role.COMPANY_DOCTOR and not is_recognised(person),
    )


@require_http_methods(["GET", "POST"])
@for_roles(*people.ARRANGE_PEOPLE)
def transfer(request: HttpRequest, reached: Reached) -> HttpResponse:
    """To which colleague? Whoever hands over loses access at once, and reads so before and after."""
    managers = list(seats_in(reached.dossier.pk, Role.CASE_MANAGER))
    have_it = {seat.account_id for seat in managers}
    colleagues = [
        row for row in people.staff(reached.dossier, Role.CASE_MANAGER) if row.account_id not in have_it
    ]
    form = TransferForm(typed(request), dossier=reached.dossier, colleagues=colleagues, managers=managers)
    if request.method == "POST" and tried(form, lambda: hand_over(reached, form)) is True:
        messages.success(
            request,
            _("Het dossier van %(name)s is overgedragen.") % {"name": reached.dossier.employment.person.name},
        )
        keeps = reached.role is not Role.CASE_MANAGER
        return redirect("people_of_dossier", reached.dossier.pk) if keeps else redirect("home")
    return page(request, "transfer.html", reached, form=form, colleagues=colleagues, managers=managers)


def hand_over(reached: Reached, form: TransferForm) -> None:
    to = next(
        row.account_id
        for row in people.staff(reached.dossier, Role.CASE_MANAGER)
        if str(row.account_id) == form.cleaned_data["to"]
    )
    people.transfer(reached.actor, reached.dossier.pk, to, form.seen_managers)


@require_http_methods(["GET", "POST"])
@for_roles(*people.ARRANGE_PEOPLE)
def let_take_part(request: HttpRequest, reached: Reached) -> HttpResponse:
    """One list of who works for this employer, by role."""
    staff = {role: people.staff(reached.dossier, role) for role in people.roles_to_join(reached.dossier)}
    form = JoinForm(typed(request), dossier=reached.dossier, staff=staff)
    outcome = request.method == "POST" and tried(
        form, lambda: people.let_take_part(reached.actor, reached.dossier.pk, *form.chosen)
    )
    if outcome is True:
        messages.success(request, _("Geregeld. Deze persoon kan het dossier nu openen."))
        return redirect("people_of_dossier", reached.dossier.pk)
    return page(request, "join.html", reached, form=form, anyone=any(staff.values()))


@require_http_methods(["GET", "POST"])
@for_roles(*PROFESSIONALS)
def end_taking_part(request: HttpRequest, reached: Reached, seat_id: int) -> HttpResponse:
    """Confirm, then the part ends at once."""
    seat = seats_in(reached.dossier.pk, *Role).filter(pk=seat_id).first()
    if seat is None:
        raise Http404("This person takes no part.")
    form = ActForm(typed(request), dossier=reached.dossier)
    outcome = request.method == "POST" and tried(
        form, lambda: people.end_taking_part(reached.actor, reached.dossier.pk, seat_id)
    )
    if outcome is True:
        messages.success(
            request,
            _("%(name)s doet niet meer mee en kan niets meer lezen.") % {"name": seat.account.person.name},
        )
        myself = seat.account_id == reached.actor.account_id
        return redirect("home") if myself else redirect("people_of_dossier", reached.dossier.pk)
    return page(request, "end_part.html", reached, form=form, seat=seat)
