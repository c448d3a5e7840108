"""A case manager with one overdue dossier, and the mail about it."""

from typing import Any

import pytest
from django.utils import timezone

from spoorboek.people.models import Account
from spoorboek.reminders.models import Reminder
from tests.builders import actor, days_ago
from tests.reminders.cast import (
    chosen,
    company_that_came_in,
    due,
    who_came_in,
)


@pytest.fixture
def late() -> tuple[Account, Reminder, Any]:
    """A case manager with one overdue dossier, and the reminder that is due now."""
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    row = chosen(actor(here.case_manager))
    due(row, timezone.now())
    return who_came_in(here.case_manager), row, dossier
