"""Coming in for the first time: a link from a mail, or a code from a letter."""

from allauth.account.internal.flows.login import record_authentication
from allauth.core import ratelimit
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from spoorboek.people import addresses, invitations
from spoorboek.people.forms import AcceptForm, CodeForm
from spoorboek.people.views.demo import BACKEND

IN_SESSION = "invitation_code"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest) -> HttpResponse:
    """Type the code from the letter."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and may_try(request, form) and works(form):
        request.session[IN_SESSION] = form.cleaned_data["code"]
        return redirect("accept_invitation")
    return render(request, "people/letter.html", {"form": form}, status=422 if form.errors else 200)


def may_try(request: HttpRequest, form: CodeForm) -> bool:
    """Ten tries an hour from one address (ACCOUNT_RATE_LIMITS)."""
    allowed = ratelimit.consume(request, action="letter_code")
    if not allowed:
        form.add_error("code", _("Dat zijn veel pogingen achter elkaar. Probeer het over een uur nog eens."))
    return bool(allowed)


def works(form: CodeForm) -> bool:
    """Whether the code lets someone in; if not, the form says what to do."""
    try:
        invitations.find(form.cleaned_data["code"])
    except invitations.CodeRefused as refused:
        form.add_error("code", str(refused))
        return False
    return True


@never_cache
@require_safe
def link(request: HttpRequest, code: str) -> HttpResponse:
    """The link from a mail: the code leaves the address at once."""
    request.session[IN_SESSION] = code
    return redirect("accept_invitation")


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """Choose how to come in next time; then one is in, or signs in with the second factor one already has."""
    code = request.session.get(IN_SESSION, "")
    try:
        invitation = invitations.find(code)
    except invitations.CodeRefused:
        return render(request, "people/invitation_over.html", status=410)
    form = AcceptForm(
        request.POST if request.method == "POST" else None, has_email=bool(invitation.account.email)
    )
    if request.method == "POST" and form.is_valid():
        try:
            account = invitations.accept(
                code, form.cleaned_data["password"], form.cleaned_data.get("email", "")
            )
        except ValidationError as error:
            form.add_error(None if hasattr(error, "error_dict") else "password", error)
        else:
            request.session.pop(IN_SESSION, None)
            if not account.email_confirmed_at:
                way = reverse("confirm_address", args=[addresses.token_for(account)])
                addresses.send_confirmation(account, request.build_absolute_uri(way))
            if is_mfa_enabled(account):
                return redirect("account_login")
            login(request, account, backend=BACKEND)
            # The password was typed a moment ago: the page that adds a second factor need not ask for it again.
            record_authentication(request, account, "password", reauthenticated=True)
            return redirect("home")
    return render(request, "people/accept.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_address(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail shows a button, so that a program that opens links for somebody confirms nothing."""
    if request.method != "POST":
        return render(request, "people/confirm_address.html")
    done = addresses.confirm(token)
    return render(request, "people/address_confirmed.html", {"done": done}, status=200 if done else 410)
