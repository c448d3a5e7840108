"""*Reken je tijdlijn uit*: a public page. Facts travel by POST; nothing is stored or reaches a log or an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.forms.calculator import CalculatorForm
from spoorboek.dossiers.worked_out import calendar_file, work_out
from spoorboek.site import clock


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def calculator(request: HttpRequest) -> HttpResponse:
    """Facts in, route map out."""
    form = CalculatorForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "dossiers/calculator.html", {"form": form})
    if not form.is_valid():
        return render(request, "dossiers/calculator.html", {"form": form}, status=422)
    outcome = work_out(form.facts(), clock.today())
    given = [(name, value) for name, value in request.POST.items() if name in form.fields and value]
    return render(request, "dossiers/calculator.html", {"form": form, "outcome": outcome, "given": given})


@never_cache
@sensitive_post_parameters()
@require_POST
def calculator_calendar(request: HttpRequest) -> HttpResponse:
    """The same dates as a file for one's own calendar."""
    form = CalculatorForm(request.POST)
    if not form.is_valid():
        return redirect("calculator")
    response = HttpResponse(
        calendar_file(form.facts(), clock.today()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="tijdlijn.ics"'
    return response
