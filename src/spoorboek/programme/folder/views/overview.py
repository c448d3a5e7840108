"""*Mijn werkmap*: what was started, what could help now, every sheet by phase."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.programme.folder.access import folder_of, live_shares
from spoorboek.programme.folder.helping import could_help, reasons
from spoorboek.programme.folder.shown import begun, by_phase, card
from spoorboek.programme.folder.views.page import shown
from spoorboek.site import clock

BEGUN_AT_FIRST = 2


@require_GET
@for_client
def work_folder(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Few things at a time: go on, or something that could help. The rest unfolds."""
    folder = folder_of(reached.actor, reached.dossier.pk)
    why = reasons(reached, clock.today())
    going = begun(folder, why)
    return shown(
        request,
        reached,
        "overview",
        begun=going[:BEGUN_AT_FIRST],
        also_begun=going[BEGUN_AT_FIRST:],
        helping=[card(sheet, folder, why) for sheet in could_help(reached, folder, clock.today())],
        phases=by_phase(folder, why),
        shares=live_shares(dossier_id=reached.dossier.pk).count(),
    )
