"""What the worker does for the API at night. Running twice does no harm."""

from django.utils import timezone
from procrastinate.contrib.django import app

from spoorboek.api.models import KeptAnswer
from spoorboek.api.repeats import KEPT_FOR
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR


@app.periodic(cron="25 * * * *")
@app.task(name="api.forget_answers", queueing_lock="api.forget_answers", pass_context=False)
def forget_answers(timestamp: int) -> None:
    """Kept answers of links that ask no more."""
    with acting_as(REGISTRAR):
        KeptAnswer.objects.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
