"""Reporting someone sick gives people a part and makes dates: the lines of the caseload rest on both."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from spoorboek.caseload.models import Line
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago


def test_reporting_sick_writes_the_lines_once() -> None:
    company = Company()
    employment = company.employee()
    who = actor(company.case_manager)
    with CaptureQueriesContext(connection) as asked, acting_as(who):
        dossier = report_sick(who, employment.pk, days_ago(3))
    written = [one for one in asked if one["sql"].startswith(f'INSERT INTO "{Line._meta.db_table}"')]
    assert len(written) == 1
    with acting_as(who):
        assert Line.objects.filter(dossier=dossier, account_id=who.account_id).exists()
