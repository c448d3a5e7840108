from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FolderConfig(AppConfig):
    """The work folder: a client's own worksheets, shared page by page."""

    name = "spoorboek.programme.folder"
    label = "folder"

    def ready(self) -> None:
        from spoorboek.dossiers import offers, rooms, sharings, tellings
        from spoorboek.dossiers.demo import more
        from spoorboek.people.policy import Role
        from spoorboek.programme.folder.access import has_something_to_read
        from spoorboek.programme.folder.demo import fill
        from spoorboek.programme.folder.offering import offered
        from spoorboek.programme.folder.tellings import TELLINGS
        from spoorboek.programme.folder.views.sharing import shared_from_here

        tellings.register(TELLINGS)
        sharings.register("folder", shared_from_here)
        more.register("folder", fill)
        offers.register("folder", offered, order=200)
        rooms.register(
            rooms.Room(
                _("Gedeeld uit de werkmap"),
                "shared-folder",
                (
                    Role.COACH,
                    Role.LABOUR_EXPERT,
                    Role.COMPANY_DOCTOR,
                    Role.SUPERVISOR,
                    Role.CASE_MANAGER,
                ),
                order=60,
                when=has_something_to_read,
            )
        )
