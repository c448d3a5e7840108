"""The certificate on paper."""

from typing import cast

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spoorboek.methods.modules import Edition
from spoorboek.papers import Bullets, Facts, Paper, Paragraph, Section
from spoorboek.papers.content import Language
from spoorboek.programme.learning.models import Certificate


def certificate_paper(edition: Edition, row: Certificate, name: str) -> Paper:
    """One page: who finished what, when, and what it was about; and that it says nothing of how."""
    minutes = _("ongeveer %(minutes)s minuten") % {"minutes": edition.head.minutes}
    content = (
        Facts(
            (
                (_("Naam"), name),
                (_("Module"), f"{edition.head.title} ({minutes})"),
                (_("Afgerond op"), date_format(row.finished_on)),
                (_("Nummer"), str(row.pk)),
            )
        ),
        Section(_("Waar het over ging"), (Bullets(edition.head.learn),)),
        Paragraph(_("Er hoort geen toets bij. Dit bewijs zegt dat de les is doorlopen, niet hoe."), "small"),
    )
    language = cast(Language, edition.language)
    return Paper(_("Bewijs van deelname"), language, content, made_on=row.finished_on)
