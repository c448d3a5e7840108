"""Where someone is in a module. Their own, and of a person rather than of a dossier."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from spoorboek.methods.modules.playing import Standing
from spoorboek.people.models import Account


class Visit(models.Model):
    """One person in one module. An answer is kept while its step is open, so that another device shows it too; going
    on lets it go, and after finishing nothing remains but the day."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    module = models.CharField(max_length=64)
    step = models.CharField(max_length=64, blank=True)
    """Empty while nobody is in it."""
    given = ArrayField(models.PositiveSmallIntegerField(), default=list)
    answered = models.BooleanField(default=False)
    seen_at = models.DateTimeField(auto_now=True)
    finished_on = models.DateField(null=True)
    """The last time."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "module"], name="one_visit_a_module")]

    def __str__(self) -> str:
        return f"{self.account_id} in {self.module}"

    @property
    def standing(self) -> Standing:
        return Standing(self.step, tuple(self.given), self.answered)

    def stand(self, standing: Standing) -> None:
        """Be here from now on; unsaved."""
        self.step, self.given, self.answered = standing.step, list(standing.given), standing.answered
